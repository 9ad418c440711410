package org.modeq.proofs.check;

import java.util.Optional;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.Subject;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.TaylorIncrement;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.ParameterFraction;

/** Reads a claim in a language, and derives what it speaks of. */
final class ClaimComparison {
    private final Claim claim;
    private final ClaimLanguage language;
    private final Formula formula;
    private final Optional<TensorForm<ParameterFraction>> quantity;
    private final TimeScale scale;

    ClaimComparison(Claim claim, ClaimLanguage language, Formula formula, Optional<Formula> quantity) {
        this.claim = claim;
        this.language = language;
        this.formula = formula;
        this.quantity = quantity.map(text -> language.read(text, 0));
        this.scale = TimeScale.of(claim.wording().convention(), claim.subject(), language);
    }

    /** Both sides through the order of the claim. */
    Reading reading() {
        int order = claim.order();
        return switch (claim.kind()) {
            case FIELD, CONSERVED -> {
                TensorForm<ParameterFraction> stated = stated(quantity.isPresent() ? 0 : 1, true, order - 1);
                TensorForm<ParameterFraction> field = language.field(claim.steps(), order);
                yield reading(
                        stated,
                        stated,
                        quantity.map(scalar -> scalar.derivative(field))
                                .orElse(field)
                                .truncated(order - 1));
            }
            case LOSS -> {
                TensorForm<ParameterFraction> stated = stated(0, true, order - 1);
                yield reading(stated, stated.derivative().negate(), language.field(claim.steps(), order));
            }
            case MAP -> {
                TensorForm<ParameterFraction> stated = stated(quantity.isPresent() ? 0 : 1, false, highestPower());
                yield reading(stated, stated, change(claim.subject()));
            }
            case DIFFERENCE -> {
                TensorForm<ParameterFraction> stated = stated(quantity.isPresent() ? 0 : 1, false, highestPower());
                yield reading(
                        stated,
                        stated,
                        change(claim.subject()).subtract(change(claim.minus().orElseThrow())));
            }
            case EQUATION -> equation();
            case GENERATOR -> {
                AverageOverDraws.require(claim);
                TensorForm<ParameterFraction> stated = AverageOverDraws.normalForm(stated(0, true, order - 1));
                yield reading(stated, stated, AverageOverDraws.normalForm(language.generator(order)));
            }
        };
    }

    /** Of a map: a velocity stands with one power of h less. */
    private int highestPower() {
        boolean isVelocity = claim.subject() instanceof Subject.Momentum momentum && momentum.isVelocity();
        return isVelocity ? claim.order() - 1 : claim.order();
    }

    private TensorForm<ParameterFraction> stated(int rank, boolean isRate, int power) {
        return scale.inHouse(language.read(formula, rank), isRate).truncated(power);
    }

    /** What one unit of the clock does to the point, or to the quantity. */
    private TensorForm<ParameterFraction> change(Subject subject) {
        TensorForm<ParameterFraction> displacement = language.displacement(claim, subject);
        return quantity.map(scalar -> TaylorIncrement.of(scalar, displacement, claim.order()))
                .orElse(displacement);
    }

    /** Left and right, whatever they are: vectors, matrices or scalars. */
    private Reading equation() {
        if (!(formula instanceof Formula.Operation sides)) {
            throw new AssertionError(formula);
        }
        IllegalArgumentException refusal = new IllegalArgumentException("has no value");
        for (int rank = 1; rank < 4; rank++) {
            try {
                TensorForm<ParameterFraction> left = scale.inHouse(language.read(sides.left(), rank % 3), false);
                return reading(left, left, scale.inHouse(language.read(sides.right(), rank % 3), false));
            } catch (IllegalArgumentException otherRank) {
                refusal = otherRank;
            }
        }
        throw refusal;
    }

    private Reading reading(
            TensorForm<ParameterFraction> stated,
            TensorForm<ParameterFraction> claimed,
            TensorForm<ParameterFraction> derived) {
        return new Reading(language, new Comparison(claim, language, formula, stated, claimed, derived));
    }
}
