package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * RMSProp, with or without momentum behind the quotient.
 *
 * <p>With g = ∇L(θₙ),
 * <pre>
 *   vₙ = β vₙ₋₁ + (1 − β) g²      bₙ = μ bₙ₋₁ + g/(√vₙ + ε)      θₙ₊₁ = θₙ − h bₙ          (or √(vₙ + ε) in the denominator)
 * </pre>
 * The state is θ, v, b. Source: Tieleman and Hinton, <em>Lecture 6.5</em> (2012); the momentum as in PyTorch, with h outside.
 *
 * @param beta β, from 0 to below 1
 * @param momentum μ, from 0 to below 1; 0 for none
 * @param denominator the denominator
 */
public record RmsProp(Rational beta, Rational momentum, AdaptiveDenominator denominator) implements StatefulOptimizer {
    /**
     * RMSProp with momentum.
     *
     * @param beta β
     * @param momentum μ
     * @param denominator the denominator
     * @throws IllegalArgumentException if β or μ is not in [0, 1)
     */
    public RmsProp {
        MovingAverage.requireDecay("beta", beta);
        MovingAverage.requireDecay("the momentum", momentum);
    }

    /**
     * RMSProp without momentum.
     *
     * @param beta β
     * @param denominator the denominator
     * @return the optimizer
     * @throws IllegalArgumentException if β is not in [0, 1)
     */
    public static RmsProp of(Rational beta, AdaptiveDenominator denominator) {
        return new RmsProp(beta, Rational.ZERO, denominator);
    }

    /** The steady state is v = g², b = g/((√v + ε)(1 − μ)). */
    @Override
    public <V> List<V> start(CoordinateArithmetic<V> arithmetic, V theta, InitialState initial) {
        if (initial == InitialState.ZERO) {
            V zero = arithmetic.zeroLike(theta);
            return List.of(theta, zero, zero);
        }
        V field = arithmetic.value(Colour.F, theta);
        V v = arithmetic.product(field, field);
        Rational sum = momentum.subtract(Rational.ONE).reciprocal();
        V b = arithmetic.combination(List.of(sum), List.of(denominator.quotient(arithmetic, field, v)));
        return List.of(theta, v, b);
    }

    @Override
    public <V> List<V> step(CoordinateArithmetic<V> arithmetic, int index, List<V> state) {
        V theta = state.get(0);
        V field = arithmetic.value(Colour.F, theta);
        V v = MovingAverage.ofSquare(arithmetic, beta, state.get(1), field);
        V update = denominator.quotient(arithmetic, field, v);
        V b = arithmetic.combination(List.of(momentum, Rational.of(-1)), List.of(state.get(2), update));
        return List.of(MovingAverage.descended(arithmetic, theta, b), v, b);
    }
}
