package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Momentum that adds up moves; the step size stands inside.
 *
 * <pre>
 *   vₙ = β vₙ₋₁ − h ∇L(θₙ)               θₙ₊₁ = θₙ + vₙ          heavy ball as in Polyak and TensorFlow
 *   vₙ = β vₙ₋₁ − h ∇L(θₙ + β vₙ₋₁)      θₙ₊₁ = θₙ + vₙ          Nesterov as in Sutskever
 * </pre>
 * The state is θ, v. Sources: Polyak, <em>Some methods of speeding up the convergence of iteration methods</em> (1964); Sutskever,
 * Martens, Dahl and Hinton, <em>On the importance of initialization and momentum</em> (2013), equations (3) and (4).
 *
 * @param decay β, from 0 to below 1
 * @param isLookingAhead whether it is Nesterov's
 */
public record VelocityMomentum(Rational decay, boolean isLookingAhead) implements StatefulOptimizer {
    /**
     * Momentum.
     *
     * @param decay β
     * @param isLookingAhead whether it is Nesterov's
     * @throws IllegalArgumentException if β is not in [0, 1)
     */
    public VelocityMomentum {
        MovingAverage.requireDecay("beta", decay);
    }

    /**
     * Heavy ball.
     *
     * @param decay β
     * @return the optimizer
     * @throws IllegalArgumentException if β is not in [0, 1)
     */
    public static VelocityMomentum heavyBall(Rational decay) {
        return new VelocityMomentum(decay, false);
    }

    /**
     * Nesterov's method as in Sutskever, whose points are those before the look ahead.
     *
     * @param decay β
     * @return the optimizer
     * @throws IllegalArgumentException if β is not in [0, 1)
     */
    public static VelocityMomentum nesterov(Rational decay) {
        return new VelocityMomentum(decay, true);
    }

    /** The steady state is v = −h g/(1 − β), with the h of step 0. */
    @Override
    public <V> List<V> start(CoordinateArithmetic<V> arithmetic, V theta, InitialState initial) {
        if (initial == InitialState.ZERO) {
            return List.of(theta, arithmetic.zeroLike(theta));
        }
        Rational sum = Rational.ONE.subtract(decay).reciprocal();
        return List.of(theta, arithmetic.combination(List.of(sum), List.of(arithmetic.increment(Colour.F, theta))));
    }

    @Override
    public <V> List<V> step(CoordinateArithmetic<V> arithmetic, int index, List<V> state) {
        V theta = state.get(0);
        V last = state.get(1);
        V place = isLookingAhead ? arithmetic.moved(theta, List.of(decay), List.of(last)) : theta;
        V increment = arithmetic.increment(Colour.F, place);
        V v = arithmetic.combination(List.of(decay, Rational.ONE), List.of(last, increment));
        return List.of(arithmetic.moved(theta, List.of(Rational.ONE), List.of(v)), v);
    }
}
