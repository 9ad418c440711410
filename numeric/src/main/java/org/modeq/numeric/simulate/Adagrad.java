package org.modeq.numeric.simulate;

import java.util.List;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Adagrad, which divides by the root of all squares so far.
 *
 * <p>With g = ∇L(θₙ),
 * <pre>
 *   vₙ = vₙ₋₁ + g²      v₋₁ = v₀      θₙ₊₁ = θₙ − h g/(√vₙ + ε)          (or √(vₙ + ε) in the denominator)
 * </pre>
 * The state is θ, v. Source: Duchi, Hazan and Singer, <em>Adaptive subgradient methods</em> (2011), section 1.3.
 *
 * @param initialSum v₀ ≥ 0, in every coordinate
 * @param denominator the denominator
 */
public record Adagrad(Rational initialSum, AdaptiveDenominator denominator) implements StatefulOptimizer {
    /**
     * Adagrad.
     *
     * @param initialSum v₀
     * @param denominator the denominator
     * @throws IllegalArgumentException if v₀ &lt; 0
     */
    public Adagrad {
        if (initialSum.signum() < 0) {
            throw new IllegalArgumentException("given the initial sum of squares " + initialSum
                    + ", expected at least 0; squares add up to nothing else");
        }
    }

    @Override
    public <V> List<V> start(CoordinateArithmetic<V> arithmetic, V theta, InitialState initial) {
        if (initial == InitialState.STEADY) {
            throw new IllegalArgumentException(
                    "given Adagrad and a steady start, expected a start from its initial sum;"
                            + " a sum that only grows has no steady state");
        }
        return List.of(theta, arithmetic.shifted(arithmetic.zeroLike(theta), initialSum));
    }

    @Override
    public <V> List<V> step(CoordinateArithmetic<V> arithmetic, int index, List<V> state) {
        V theta = state.get(0);
        V field = arithmetic.value(Colour.F, theta);
        V v = arithmetic.moved(state.get(1), List.of(Rational.ONE), List.of(arithmetic.product(field, field)));
        V increment = arithmetic.timesStepSize(denominator.quotient(arithmetic, field, v));
        return List.of(arithmetic.moved(theta, List.of(Rational.ONE), List.of(increment)), v);
    }
}
