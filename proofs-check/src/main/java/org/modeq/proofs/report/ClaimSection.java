package org.modeq.proofs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.proofs.check.Comparison;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Convention;
import org.modeq.proofs.claim.Verdict;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaLatex;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.latex.FormulaView;
import org.modeq.symbolic.latex.LatexView;

/** One claim in a document: what is claimed, what the method has, how they compare. */
final class ClaimSection {
    private static final String END = "\\unskip\\nobreak\\hfill\\hbox{\\quad$\\square$}\n";

    private static final List<ClaimKind> RATES =
            List.of(ClaimKind.LOSS, ClaimKind.FIELD, ClaimKind.CONSERVED, ClaimKind.GENERATOR);

    private final Decision decision;
    private final Claim claim;
    private final double width;

    ClaimSection(Decision decision, double width) {
        this.decision = decision;
        this.claim = decision.claim();
        this.width = width;
    }

    /** The whole section. */
    String latex() {
        List<String> parts = new ArrayList<>(List.of(heading()));
        if (decision.comparison().isPresent()) {
            Comparison comparison = decision.comparison().get();
            parts.add(statement(comparison));
            parts.add(derivation(comparison));
            parts.add(comparisonOf(comparison));
        }
        decision.coordinates()
                .ifPresent(comparison -> parts.add(new CoordinateSection(decision, comparison, width).latex()));
        parts.add(conclusion());
        return String.join("\n", parts) + "\n";
    }

    private String heading() {
        String place = claim.where().isBlank() ? "" : capital(LatexView.escape(claim.where())) + ". ";
        return "\\subsection*{\\texttt{%s}: %s}\n%s%s\n"
                .formatted(
                        LatexView.escape(claim.id()),
                        decision.verdict(),
                        place,
                        claim.isConfirmed() ? "" : "The printed wording is unconfirmed.");
    }

    private String statement(Comparison comparison) {
        FormulaNames names = new FormulaNames(comparison);
        String assumptions =
                claim.assumptions().isEmpty() ? "" : " if " + LatexView.escape(String.join(", ", claim.assumptions()));
        if (claim.kind() == ClaimKind.EQUATION) {
            Formula.Operation sides = (Formula.Operation) comparison.formula();
            return "\\emph{Claim:}" + assumptions + "\n"
                    + display("", sides.left(), "", names)
                    + "equals\n" + display("", sides.right(), ".", names);
        }
        boolean isHouse = claim.wording().convention().equals(Convention.HOUSE);
        Formula stated = isHouse ? comparison.formula() : comparison.written(comparison.stated());
        String restated = isHouse ? "" : " (restated with the step size $h$, $f=-\\nabla L$ and our clock)";
        return "\\emph{Claim:} %s of \\texttt{%s}%s%s,\n%s"
                .formatted(
                        subject(names),
                        LatexView.escape(claim.subject().name()),
                        claim.minus()
                                .map(other -> " less that of \\texttt{" + LatexView.escape(other.name()) + "}")
                                .orElse(""),
                        restated + assumptions,
                        display(leftSide(), stated, remainder() + ".", names));
    }

    private String subject(FormulaNames names) {
        if (claim.kind() == ClaimKind.CONSERVED) {
            return "the flow of the modified field conserves $" + quantity(names) + "$";
        }
        String of = claim.wording()
                .quantity()
                .map(text -> "of $I=" + quantity(names) + "$ ")
                .orElse("");
        return switch (claim.kind()) {
            case LOSS -> "the modified loss";
            case GENERATOR -> "the generator";
            case FIELD -> of.isEmpty() ? "the modified field" : "the rate " + of + "along the modified field";
            default ->
                (of.isEmpty() ? "the displacement" : "the change " + of) + " in one "
                        + claim.subject().clock();
        };
    }

    private String quantity(FormulaNames names) {
        Formula quantity = FormulaParser.parse(claim.wording().quantity().orElse("0"));
        return FormulaLatex.of(names.toldApart(quantity), names::latex);
    }

    String leftSide() {
        boolean isScalar = claim.wording().quantity().isPresent();
        return switch (claim.kind()) {
            case LOSS -> "\\tilde L";
            case GENERATOR -> "\\mathcal L\\varphi";
            case FIELD, CONSERVED -> isScalar ? "\\dot I" : "\\dot\\theta";
            default -> isScalar ? "\\delta I" : "\\delta\\theta";
        };
    }

    String remainder() {
        boolean isRate = RATES.contains(claim.kind());
        int power = isRate ? claim.order() : claim.order() + 1;
        return claim.kind() == ClaimKind.EQUATION ? "" : "+O(h" + (power == 1 ? "" : "^{" + power + "}") + ")";
    }

    private String derivation(Comparison comparison) {
        FormulaNames names = new FormulaNames(comparison);
        if (claim.kind() == ClaimKind.EQUATION) {
            return "By the product rule the left side is\n"
                    + display("", comparison.written(comparison.claimed()), "", names)
                    + "and the right side\n" + display("", comparison.written(comparison.derived()), ".", names);
        }
        if (claim.kind() == ClaimKind.GENERATOR) {
            return "\\emph{What the method has,} by the sum over forests:\n"
                    + display(leftSide(), comparison.written(comparison.derived()), remainder() + ".", names);
        }
        boolean isField = RATES.contains(claim.kind());
        boolean isScalar = claim.wording().quantity().isPresent();
        String left = claim.kind() == ClaimKind.LOSS ? "\\dot\\theta" : leftSide();
        String how = isField
                ? "the coefficients $b(t)$ of its table"
                        + (isScalar ? " and $\\dot I=\\nabla I\\cdot\\dot\\theta$" : "")
                : "$a(t)=P(t;1)$ from its table"
                        + (isScalar ? " and Taylor's series of $I(\\theta+\\delta\\theta)-I(\\theta)$" : "");
        return "\\emph{What the method has,} by " + how + ":\n"
                + display(left, comparison.written(comparison.derived()), remainder() + ".", names);
    }

    private String comparisonOf(Comparison comparison) {
        FormulaNames names = new FormulaNames(comparison);
        StringBuilder text = new StringBuilder();
        if (claim.kind() == ClaimKind.LOSS) {
            text.append("\\emph{What the claim has:} by the product rule\n")
                    .append(display(
                            "-\\nabla\\tilde L", comparison.written(comparison.claimed()), remainder() + ".", names));
        } else if (claim.kind() != ClaimKind.EQUATION && claim.kind() != ClaimKind.CONSERVED) {
            text.append("\\emph{What the claim has,} multiplied out:\n")
                    .append(display(leftSide(), comparison.written(comparison.claimed()), remainder() + ".", names));
        }
        decision.difference()
                .ifPresent(difference -> text.append("\\emph{The difference,} ")
                        .append(claim.kind() == ClaimKind.EQUATION ? "left less right" : "claim less method")
                        .append(decision.verdict() == Verdict.CONDITIONAL ? ", in general" : "")
                        .append(":\n")
                        .append(display("\\Delta", difference, ".", names)));
        decision.counterexample()
                .ifPresent(example ->
                        text.append(ExampleText.of(example, names::latex, claim.kind() == ClaimKind.EQUATION)));
        return text.toString();
    }

    private String conclusion() {
        String reason = decision.reason().map(LatexView::escape).orElse("");
        return switch (decision.verdict()) {
            case PROVED ->
                (decision.coordinates().isPresent()
                                ? "The two are the same expression, so the claim holds for all these losses."
                                : "The two are the same sum of contractions, so the claim holds for all smooth functions in"
                                        + " every dimension.")
                        + (reason.isEmpty() ? "" : " It " + reason + ".") + " " + END;
            case CONDITIONAL -> "The claim " + reason + ", where the difference is $0$. " + END;
            case REFUTED ->
                (decision.coordinates().isPresent()
                                ? "So the claim is false"
                                : "Distinct contractions are linearly independent for generic functions, so the claim is false")
                        + (reason.isEmpty() ? "" : "; it " + reason) + ". " + END;
            case CONSISTENT -> "Numerical runs do not contradict the claim.\n";
            case WAITING -> "Waiting for: " + reason + ".\n";
        };
    }

    private String display(String left, Formula formula, String end, FormulaNames names) {
        return FormulaView.display(FormulaView.aligned(left, names.toldApart(formula), end, names::latex, width));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
