package org.modeq.proofs.report;

import java.util.List;
import java.util.stream.Collectors;
import org.modeq.proofs.check.CoordinateComparison;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.latex.ExpressionScript;
import org.modeq.symbolic.latex.FormulaView;
import org.modeq.symbolic.latex.LatexView;

/** A claim about a quantity in coordinates: what is claimed, what the method has, how they compare. */
final class CoordinateSection {
    private final Decision decision;
    private final CoordinateComparison comparison;
    private final double width;

    CoordinateSection(Decision decision, CoordinateComparison comparison, double width) {
        this.decision = decision;
        this.comparison = comparison;
        this.width = width;
    }

    String latex() {
        Claim claim = decision.claim();
        boolean isRate = comparison.firstPower() == 0;
        boolean isGenerator = claim.kind() == ClaimKind.GENERATOR;
        String left = leftSide();
        StringBuilder text = new StringBuilder(statement(claim));
        if (claim.kind() != ClaimKind.CONSERVED) {
            text.append(display(left, comparison.claimed(), remainder()));
        }
        text.append("\\emph{What the method has,} ")
                .append(
                        isGenerator
                                ? "by the logarithm of the average over the draws, $(e^{h\\mathcal L}I)(\\theta)"
                                        + "=\\mathbb E\\,I(\\theta-h\\nabla L_\\xi)$"
                                : "with the elementary differentials in coordinates and "
                                        + (isRate
                                                ? "$\\dot I=\\nabla I\\cdot\\tilde f$"
                                                : "Taylor's series of $I(\\theta+\\delta\\theta)-I(\\theta)$"))
                .append(":\n")
                .append(display(left, comparison.derived(), remainder()));
        if (decision.difference().isPresent()) {
            text.append("\\emph{The difference,} claim less method:\n")
                    .append(display("\\Delta", comparison.difference(), "."));
        }
        decision.counterexample().ifPresent(example -> text.append(ExampleText.of(example, name -> name, false)));
        return text.toString();
    }

    private String statement(Claim claim) {
        Wording wording = claim.wording();
        String losses = wording.coordinates().orElseThrow().losses().entrySet().stream()
                .map(loss -> "\\texttt{" + LatexView.escape(loss.getKey() + " = " + loss.getValue()) + "}")
                .collect(Collectors.joining(", "));
        String functions = wording.functions().isEmpty()
                ? ""
                : " with any smooth " + String.join(", ", wording.functions().keySet())
                        + " (derivatives are taken at these arguments)";
        String what = claim.kind() == ClaimKind.CONSERVED
                ? "the flow of the modified field through order " + claim.order() + " conserves $I="
                : claim.kind() == ClaimKind.GENERATOR
                        ? "with one of these losses drawn for each step, the generator on $I="
                        : comparison.firstPower() == 0
                                ? "the rate along the modified field of $I="
                                : "the change in one " + claim.subject().clock() + " of $I=";
        return "\\emph{Claim:} of \\texttt{%s} for %s%s, %s%s$%s%n"
                .formatted(
                        LatexView.escape(claim.subject().name()),
                        losses,
                        functions,
                        what,
                        ExpressionScript.of(comparison.quantity()),
                        claim.kind() == ClaimKind.CONSERVED ? ".\n" : ",");
    }

    String leftSide() {
        return decision.claim().kind() == ClaimKind.GENERATOR
                ? "\\mathcal L I"
                : comparison.firstPower() == 0 ? "\\dot I" : "\\delta I";
    }

    String remainder() {
        int power = comparison.firstPower() + decision.claim().order();
        return "+O(h" + (power == 1 ? "" : "^{" + power + "}") + ").";
    }

    private String display(String left, List<Expression> coefficients, String end) {
        return FormulaView.display(FormulaView.aligned(left, comparison.firstPower(), coefficients, end, width));
    }
}
