package org.modeq.numeric.simulate;

import org.modeq.symbolic.ring.Rational;

/**
 * What adaptive optimizers divide by: √v + ε, or √(v + ε).
 *
 * @param epsilon ε ≥ 0
 * @param isInside whether ε stands under the root, which is then smooth also where v = 0
 */
public record AdaptiveDenominator(Rational epsilon, boolean isInside) {
    /**
     * A denominator.
     *
     * @param epsilon ε
     * @param isInside whether ε stands under the root
     * @throws IllegalArgumentException if ε &lt; 0
     */
    public AdaptiveDenominator {
        if (epsilon.signum() < 0) {
            throw new IllegalArgumentException("given epsilon = " + epsilon + ", expected at least 0");
        }
    }

    /**
     * ε outside the root, as in libraries.
     *
     * @param epsilon ε ≥ 0
     * @return √v + ε
     * @throws IllegalArgumentException if ε &lt; 0
     */
    public static AdaptiveDenominator outside(Rational epsilon) {
        return new AdaptiveDenominator(epsilon, false);
    }

    /**
     * ε inside the root.
     *
     * @param epsilon ε ≥ 0
     * @return √(v + ε)
     * @throws IllegalArgumentException if ε &lt; 0
     */
    public static AdaptiveDenominator inside(Rational epsilon) {
        return new AdaptiveDenominator(epsilon, true);
    }

    /** m/(√v + ε), or m/√(v + ε). */
    <V> V quotient(CoordinateArithmetic<V> arithmetic, V m, V v) {
        V denominator = isInside
                ? arithmetic.root(arithmetic.shifted(v, epsilon))
                : arithmetic.shifted(arithmetic.root(v), epsilon);
        return arithmetic.quotient(m, denominator);
    }
}
