package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Adam and its kin: AdamW with a decoupled decay, NAdam with a look ahead.
 *
 * <p>With g = ∇L(θₙ),
 * <pre>
 *   mₙ = β₁ mₙ₋₁ + (1 − β₁) g      vₙ = β₂ vₙ₋₁ + (1 − β₂) g²
 *   m̂ = mₙ/(1 − β₁ⁿ⁺¹)             v̂ = vₙ/(1 − β₂ⁿ⁺¹)                        (bias correction; without it m̂ = m, v̂ = v)
 *   m̂ = β₁ mₙ/(1 − β₁ⁿ⁺²) + (1 − β₁) g/(1 − β₁ⁿ⁺¹)                            (NAdam)
 *   θₙ₊₁ = θₙ − hλθₙ − h m̂/(√v̂ + ε)                                           (or √(v̂ + ε) in the denominator)
 * </pre>
 * The state is θ, m, v. Sources: Kingma and Ba, <em>Adam</em> (2015), algorithm 1; Loshchilov and Hutter, <em>Decoupled weight
 * decay regularization</em> (2019), algorithm 2, whose λ is multiplied by h here; Dozat, <em>Incorporating Nesterov momentum into
 * Adam</em> (2016), algorithm 2 with a constant μ = β₁: the schedule of μ that PyTorch adds is not part of it.
 *
 * @param beta1 β₁, from 0 to below 1
 * @param beta2 β₂, from 0 to below 1
 * @param denominator the denominator
 * @param isBiasCorrected whether averages are divided by 1 − βⁿ⁺¹
 * @param isLookingAhead whether it is NAdam
 * @param decay λ ≥ 0
 */
public record Adam(
        Rational beta1,
        Rational beta2,
        AdaptiveDenominator denominator,
        boolean isBiasCorrected,
        boolean isLookingAhead,
        Rational decay)
        implements StatefulOptimizer {
    /**
     * One of the family.
     *
     * @param beta1 β₁
     * @param beta2 β₂
     * @param denominator the denominator
     * @param isBiasCorrected whether averages are divided by 1 − βⁿ⁺¹
     * @param isLookingAhead whether it is NAdam
     * @param decay λ
     * @throws IllegalArgumentException if β₁ or β₂ is not in [0, 1), or λ &lt; 0
     */
    public Adam {
        MovingAverage.requireDecay("beta1", beta1);
        MovingAverage.requireDecay("beta2", beta2);
        if (decay.signum() < 0) {
            throw new IllegalArgumentException("given lambda = " + decay + ", expected at least 0");
        }
    }

    /**
     * Adam, bias corrected.
     *
     * @param beta1 β₁
     * @param beta2 β₂
     * @param denominator the denominator
     * @return the optimizer
     * @throws IllegalArgumentException if β₁ or β₂ is not in [0, 1)
     */
    public static Adam of(Rational beta1, Rational beta2, AdaptiveDenominator denominator) {
        return new Adam(beta1, beta2, denominator, true, false, Rational.ZERO);
    }

    /** {@return the same without bias correction} */
    public Adam withoutBiasCorrection() {
        return new Adam(beta1, beta2, denominator, false, isLookingAhead, decay);
    }

    /** {@return NAdam: the same with the average of the next step} */
    public Adam lookingAhead() {
        return new Adam(beta1, beta2, denominator, isBiasCorrected, true, decay);
    }

    /**
     * AdamW.
     *
     * @param lambda λ
     * @return the same with the decay −hλθₙ in every step
     * @throws IllegalArgumentException if λ &lt; 0
     */
    public Adam withDecay(Rational lambda) {
        return new Adam(beta1, beta2, denominator, isBiasCorrected, isLookingAhead, lambda);
    }

    @Override
    public <V> List<V> start(CoordinateArithmetic<V> arithmetic, V theta, InitialState initial) {
        if (initial == InitialState.ZERO) {
            V zero = arithmetic.zeroLike(theta);
            return List.of(theta, zero, zero);
        }
        if (isBiasCorrected) {
            throw new IllegalArgumentException("given bias correction and a steady start, expected one of them; it is"
                    + " averages from 0 that are corrected, so switch the correction off or start from 0");
        }
        V field = arithmetic.value(Colour.F, theta);
        V gradient = arithmetic.combination(List.of(Rational.of(-1)), List.of(field));
        return List.of(theta, gradient, arithmetic.product(field, field));
    }

    @Override
    public <V> List<V> step(CoordinateArithmetic<V> arithmetic, int index, List<V> state) {
        V theta = state.get(0);
        V field = arithmetic.value(Colour.F, theta);
        V m = MovingAverage.ofGradient(arithmetic, beta1, state.get(1), field);
        V v = MovingAverage.ofSquare(arithmetic, beta2, state.get(2), field);
        V numerator = isLookingAhead
                ? MovingAverage.ofGradient(
                        arithmetic,
                        beta1,
                        corrected(arithmetic, m, beta1, index + 2),
                        corrected(arithmetic, field, beta1, index + 1))
                : corrected(arithmetic, m, beta1, index + 1);
        V update = denominator.quotient(arithmetic, numerator, corrected(arithmetic, v, beta2, index + 1));
        V direction = decay.isZero() ? update : arithmetic.moved(update, List.of(decay), List.of(theta));
        return List.of(MovingAverage.descended(arithmetic, theta, direction), m, v);
    }

    private <V> V corrected(CoordinateArithmetic<V> arithmetic, V average, Rational beta, int count) {
        return isBiasCorrected ? arithmetic.biasCorrected(average, beta, count) : average;
    }
}
