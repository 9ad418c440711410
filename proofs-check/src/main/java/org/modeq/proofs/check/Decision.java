package org.modeq.proofs.check;

import java.util.Optional;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.Verdict;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;

/**
 * A claim with what was found out about it.
 *
 * @param claim the claim
 * @param verdict the verdict
 * @param comparison both sides, empty if the claim waits or is about a quantity in coordinates
 * @param coordinates both sides of a claim about a quantity in coordinates
 * @param difference claimed minus derived as a formula, if they differ in general
 * @param counterexample a problem on which they differ, if one was found; of a conditional claim one that breaks the condition
 * @param reason what the claim waits for, or under what it holds or fails
 */
public record Decision(
        Claim claim,
        Verdict verdict,
        Optional<Comparison> comparison,
        Optional<CoordinateComparison> coordinates,
        Optional<Formula> difference,
        Optional<Counterexample> counterexample,
        Optional<String> reason)
        implements Displayable {
    /** {@return whether this is what the claim file expects; a claim under conditions is right where they hold} */
    public boolean isExpected() {
        return switch (verdict) {
            case REFUTED -> claim.expected() == Verdict.REFUTED;
            case PROVED -> claim.expected() == Verdict.PROVED || claim.expected() == Verdict.CONSISTENT;
            case CONDITIONAL, CONSISTENT -> claim.expected() != Verdict.REFUTED;
            case WAITING -> true;
        };
    }

    /** {@return the difference in the formula language} */
    public Optional<String> differenceText() {
        return difference.map(formula -> coordinates
                .map(comparison -> comparison.written(comparison.difference()))
                .orElseGet(() -> FormulaText.ascii(formula)));
    }

    /** {@return the name of the claim with its verdict} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
