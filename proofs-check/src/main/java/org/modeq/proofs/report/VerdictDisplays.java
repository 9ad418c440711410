package org.modeq.proofs.report;

import java.util.Optional;
import org.modeq.proofs.check.Counterexample;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Verdict;
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
        StringBuilder text = new StringBuilder();
        text.append(decision.claim().id())
                .append(", ")
                .append(decision.claim().where())
                .append(": ")
                .append(decision.verdict())
                .append('\n');
        decision.differenceText()
                .ifPresent(difference ->
                        text.append("claimed minus derived: ").append(difference).append('\n'));
        decision.counterexample().ifPresent(example -> text.append(of(example)));
        decision.reason().ifPresent(reason -> text.append(reason).append('\n'));
        return text.toString();
    }

    private static String of(Counterexample example) {
        return "for example at " + String.join(", ", example.point()) + " with " + example.losses() + ", where h^"
                + example.power() + " has " + example.claimed() + " in the claim and " + example.derived() + " derived\n";
    }

    /** The verdict in words, with the difference where there is one in fields and losses. */
    private static String latex(Decision decision) {
        Verdict verdict = decision.verdict();
        String words = Display.of(decision.claim().id() + ": " + verdict).latex();
        return decision.coordinates().isEmpty() && decision.difference().isPresent()
                ? words + "\\quad " + FormulaLatex.of(decision.difference().get(), VerdictDisplays::name)
                : words;
    }

    private static String name(String function) {
        return function.length() == 1 ? function : "\\mathrm{" + function + "}";
    }
}
