package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Momentum that adds up gradients; the step size stands outside.
 *
 * <p>With g = ∇L(θₙ),
 * <pre>
 *   vₙ = β vₙ₋₁ + w g      θₙ₊₁ = θₙ − h vₙ                    w = 1: heavy ball as in PyTorch; w = 1 − β: exponential average
 *                          θₙ₊₁ = θₙ − h (w g + β vₙ)          w = 1: Nesterov as in PyTorch
 * </pre>
 * The state is θ, v. For a constant h the path of heavy ball is that of the average with h/(1 − β), and that of
 * {@link VelocityMomentum} with h; when h changes, a velocity keeps the old h and this does not.
 *
 * @param decay β, from 0 to below 1
 * @param weight w &gt; 0
 * @param isLookingAhead whether it is Nesterov's
 */
public record GradientMomentum(Rational decay, Rational weight, boolean isLookingAhead) implements StatefulOptimizer {
    /**
     * Momentum.
     *
     * @param decay β
     * @param weight w
     * @param isLookingAhead whether it is Nesterov's
     * @throws IllegalArgumentException if β is not in [0, 1) or w ≤ 0
     */
    public GradientMomentum {
        MovingAverage.requireDecay("beta", decay);
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("given the weight " + weight + " of a gradient, expected more than 0");
        }
    }

    /**
     * Heavy ball, vₙ = β vₙ₋₁ + g.
     *
     * @param decay β
     * @return the optimizer
     * @throws IllegalArgumentException if β is not in [0, 1)
     */
    public static GradientMomentum heavyBall(Rational decay) {
        return new GradientMomentum(decay, Rational.ONE, false);
    }

    /**
     * The exponential average, vₙ = β vₙ₋₁ + (1 − β) g.
     *
     * @param decay β
     * @return the optimizer
     * @throws IllegalArgumentException if β is not in [0, 1)
     */
    public static GradientMomentum average(Rational decay) {
        return new GradientMomentum(decay, Rational.ONE.subtract(decay), false);
    }

    /**
     * Nesterov's method as in PyTorch, whose points are those at which the gradient is taken.
     *
     * @param decay β
     * @return the optimizer
     * @throws IllegalArgumentException if β is not in [0, 1)
     */
    public static GradientMomentum nesterov(Rational decay) {
        return new GradientMomentum(decay, Rational.ONE, true);
    }

    /** The steady state is v = w g/(1 − β). */
    @Override
    public <V> List<V> start(CoordinateArithmetic<V> arithmetic, V theta, InitialState initial) {
        if (initial == InitialState.ZERO) {
            return List.of(theta, arithmetic.zeroLike(theta));
        }
        Rational sum = weight.divide(decay.subtract(Rational.ONE));
        return List.of(theta, arithmetic.combination(List.of(sum), List.of(arithmetic.value(Colour.F, theta))));
    }

    @Override
    public <V> List<V> step(CoordinateArithmetic<V> arithmetic, int index, List<V> state) {
        V theta = state.get(0);
        V field = arithmetic.value(Colour.F, theta);
        List<Rational> weights = List.of(decay, weight.negate());
        V v = arithmetic.combination(weights, List.of(state.get(1), field));
        V update = isLookingAhead ? arithmetic.combination(weights, List.of(v, field)) : v;
        return List.of(MovingAverage.descended(arithmetic, theta, update), v);
    }
}
