package org.modeq.proofs.report;

import java.util.Optional;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.symbolic.contraction.FormulaLatex;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.DisplayProvider;
import org.modeq.symbolic.display.HtmlFragment;

/** How a decided claim is shown: its verdict, and where it is refuted by how much and on which problem. */
public final class VerdictDisplays implements DisplayProvider {
    /** Made by the service loader. */
    public VerdictDisplays() {}

    @Override
    public Optional<Display> of(Object value) {
        return value instanceof Decision decision ? Optional.of(of(decision)) : Optional.empty();
    }

    private static Display of(Decision decision) {
        return Display.of(
                () -> decision.claim().id() + ": " + decision.verdict(),
                () -> text(decision),
                () -> latex(decision),
                () -> HtmlFragment.formula(latex(decision)) + "\n" + HtmlFragment.preformatted(text(decision)));
    }

    private static String text(Decision decision) {
        Claim claim = decision.claim();
        boolean isEquation = claim.kind() == ClaimKind.EQUATION;
        StringBuilder text = new StringBuilder(claim.id() + ": " + decision.verdict() + "\n");
        if (!claim.where().isBlank()) {
            text.append(claim.where()).append('\n');
        }
        decision.reason().ifPresent(reason -> text.append(reason).append('\n'));
        decision.differenceText()
                .ifPresent(difference -> text.append(isEquation ? "left − right = " : "claimed − derived = ")
                        .append(difference)
                        .append('\n'));
        decision.counterexample()
                .map(example -> isEquation ? example.ofEquation() : example.toString())
                .ifPresent(
                        example -> text.append("for example ").append(example).append('\n'));
        return text.toString();
    }

    /** The verdict in words, with the difference where there is one in fields and losses. */
    private static String latex(Decision decision) {
        String words =
                Display.of(decision.claim().id() + ": " + decision.verdict()).latex();
        return decision.comparison()
                .flatMap(comparison -> decision.difference().map(difference -> {
                    FormulaNames names = new FormulaNames(comparison);
                    return words + ",\\quad " + FormulaLatex.of(names.toldApart(difference), names::latex);
                }))
                .orElse(words);
    }
}
