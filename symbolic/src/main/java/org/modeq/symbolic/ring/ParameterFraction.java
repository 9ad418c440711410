package org.modeq.symbolic.ring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An element numerator / Π D_i^kᵢ of a {@link ParameterRing}; immutable, equal exactly when the elements are equal.
 *
 * <p>Canonical: kᵢ = 0, or D_i does not divide the numerator. The operations belong to the ring, which also makes the
 * elements.
 */
public final class ParameterFraction {
    private final ParameterRing ring;
    private final ParameterPolynomial numerator;
    private final List<Integer> exponents;

    /** A fraction that is in canonical form already. */
    ParameterFraction(ParameterRing ring, ParameterPolynomial numerator, List<Integer> exponents) {
        this.ring = ring;
        this.numerator = numerator;
        this.exponents = exponents;
    }

    /** {@return the ring this is an element of} */
    public ParameterRing ring() {
        return ring;
    }

    /** {@return the numerator, with rational coefficients} */
    public ParameterPolynomial numerator() {
        return numerator;
    }

    /** {@return the exponents k₁, …, k_r ≥ 0 of D₁, …, D_r in the denominator} */
    public List<Integer> exponents() {
        return exponents;
    }

    /** {@return whether this is 0} */
    public boolean isZero() {
        return numerator.isZero();
    }

    /** {@return the number that this is, empty if a parameter occurs} */
    public Optional<Rational> constant() {
        boolean isPolynomial = exponents.stream().allMatch(exponent -> exponent == 0);
        return isPolynomial ? numerator.constant() : Optional.empty();
    }

    /** {@return the sign −1 or 1 that is printed first, 0 for zero: that of the lowest term of the numerator} */
    public int leadingSign() {
        return numerator.leadingSign();
    }

    /** {@return whether the printed form is a sum and not a fraction, so that it needs parentheses as a factor} */
    public boolean isSum() {
        return byExponentials().size() > 1 || (numerator.isSum() && isIntegerPolynomial());
    }

    /**
     * The parts c_jk nʲ βᵏⁿ where there are powers with a symbol in the exponent, {@link ParameterPolynomial#exponential}.
     *
     * @return fractions whose sum is this one, by rising degree in n and βⁿ; this alone where there are no such powers
     */
    public List<ParameterFraction> byExponentials() {
        SortedMap<ParameterPolynomial, ParameterPolynomial> parts = PowerName.split(numerator);
        if (parts.size() < 2) {
            return List.of(this);
        }
        ParameterFraction inverse = new ParameterFraction(ring, ParameterPolynomial.ONE, exponents);
        return parts.entrySet().stream()
                .map(part -> ring.multiply(ring.of(part.getKey().multiply(part.getValue())), inverse))
                .toList();
    }

    /**
     * The value at a point.
     *
     * @param values a number for every parameter that occurs; others are not looked at
     * @return this with the numbers in place of the parameters
     * @throws IllegalArgumentException if a parameter that occurs has no value
     * @throws ArithmeticException if the denominator is 0 there
     */
    public Rational evaluate(Map<String, Rational> values) {
        Rational value = numerator.evaluate(values);
        for (int i = 0; i < exponents.size(); i++) {
            if (exponents.get(i) > 0) {
                ParameterPolynomial factor = ring.invertible().get(i);
                Rational denominator = factor.evaluate(values);
                if (denominator.isZero()) {
                    throw new ArithmeticException(this + " has no value at " + new TreeMap<>(values) + ", where "
                            + factor + " = 0; choose values at which no denominator vanishes");
                }
                value = value.multiply(denominator.pow(-exponents.get(i)));
            }
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ParameterFraction other
                && numerator.equals(other.numerator)
                && exponents.equals(other.exponents)
                && ring.equals(other.ring);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, exponents);
    }

    /**
     * A formula with integers only and coprime coefficients in the numerator, {@code -(1+beta)/(2*(1-beta)^3)}.
     *
     * @return the formula; a polynomial with integer coefficients is printed as such
     */
    @Override
    public String toString() {
        return ParameterScript.TEXT.fraction(this);
    }

    /** {@return the fraction in LaTeX, <code>-\frac{1+\beta}{2(1-\beta)^{3}}</code>} */
    public String toLatex() {
        return ParameterScript.LATEX.fraction(this);
    }

    /** Whether there is no denominator, not even a number. */
    boolean isIntegerPolynomial() {
        return numerator.content().isInteger() && exponents.stream().allMatch(exponent -> exponent == 0);
    }
}
