package org.modeq.symbolic.ring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A quotient Π pᵢ / Π dⱼ of polynomials in parameters, as it is written: kept in factors, not reduced.
 *
 * <p>Where a {@link ParameterRing} must know its denominators beforehand, this finds out which there are. Sums have the least
 * common multiple of the denominators as far as equal factors show it; no greatest common divisor is computed, so that unequal
 * quotients may have equal values.
 *
 * @param numerators p₁, p₂, …; none for 1
 * @param denominators d₁, d₂, …, none of them 0; none for 1
 */
public record ParameterQuotient(List<ParameterPolynomial> numerators, List<ParameterPolynomial> denominators) {
    /**
     * A quotient.
     *
     * @param numerators p₁, p₂, …
     * @param denominators d₁, d₂, …
     * @throws ArithmeticException if a d is 0
     */
    public ParameterQuotient {
        numerators = List.copyOf(numerators);
        denominators = List.copyOf(denominators);
        if (denominators.stream().anyMatch(ParameterPolynomial::isZero)) {
            throw new ArithmeticException("a division by 0; divide by something else");
        }
    }

    /**
     * A polynomial.
     *
     * @param polynomial p
     * @return p/1
     */
    public static ParameterQuotient of(ParameterPolynomial polynomial) {
        return new ParameterQuotient(List.of(polynomial), List.of());
    }

    /**
     * Reads a formula of numbers and names with + − * / ^ and parentheses, {@code 1-nu+nu*(1-beta)/(1-beta*z)}.
     *
     * @param text the formula
     * @return its value
     * @throws IllegalArgumentException if the text is no such formula, divides by 0, is nested deeper than 50 parentheses or has an
     *     exponent above 50; the message says where
     */
    public static ParameterQuotient parse(String text) {
        return new ParameterQuotientParser(text).read();
    }

    /** {@return Π pᵢ} */
    public ParameterPolynomial numerator() {
        return numerators.stream().reduce(ParameterPolynomial.ONE, ParameterPolynomial::multiply);
    }

    /** {@return Π dⱼ} */
    public ParameterPolynomial denominator() {
        return denominators.stream().reduce(ParameterPolynomial.ONE, ParameterPolynomial::multiply);
    }

    /**
     * The sum over the union of the denominators, equal ones taken once.
     *
     * @param other another quotient
     * @return this + other
     * @throws ArithmeticException if the degree is too high for the number of parameters
     */
    public ParameterQuotient add(ParameterQuotient other) {
        List<ParameterPolynomial> missingHere = without(other.denominators, denominators);
        List<ParameterPolynomial> missingThere = without(denominators, other.denominators);
        List<ParameterPolynomial> union = new ArrayList<>(denominators);
        union.addAll(missingHere);
        ParameterPolynomial sum = times(numerator(), missingHere).add(times(other.numerator(), missingThere));
        return new ParameterQuotient(List.of(sum), union);
    }

    private static List<ParameterPolynomial> without(
            List<ParameterPolynomial> factors, List<ParameterPolynomial> removed) {
        List<ParameterPolynomial> rest = new ArrayList<>(factors);
        removed.forEach(rest::remove);
        return rest;
    }

    private static ParameterPolynomial times(ParameterPolynomial polynomial, List<ParameterPolynomial> factors) {
        return factors.stream().reduce(polynomial, ParameterPolynomial::multiply);
    }

    /** {@return the opposite} */
    public ParameterQuotient negate() {
        return multiply(of(ParameterPolynomial.of(Rational.of(-1))));
    }

    /**
     * The product.
     *
     * @param other another quotient
     * @return this · other
     */
    public ParameterQuotient multiply(ParameterQuotient other) {
        return new ParameterQuotient(joined(numerators, other.numerators), joined(denominators, other.denominators));
    }

    /**
     * The quotient.
     *
     * @param other another quotient, not 0
     * @return this / other
     * @throws ArithmeticException if the other one is 0
     */
    public ParameterQuotient divide(ParameterQuotient other) {
        return new ParameterQuotient(joined(numerators, other.denominators), joined(denominators, other.numerators));
    }

    /**
     * The power.
     *
     * @param exponent n ≥ 0
     * @return this to the n-th
     */
    public ParameterQuotient pow(int exponent) {
        return Collections.nCopies(exponent, this).stream()
                .reduce(new ParameterQuotient(List.of(), List.of()), ParameterQuotient::multiply);
    }

    private static List<ParameterPolynomial> joined(List<ParameterPolynomial> a, List<ParameterPolynomial> b) {
        List<ParameterPolynomial> joined = new ArrayList<>(a);
        joined.addAll(b);
        return joined;
    }

    /** {@return the names of the parameters that occur, sorted} */
    public SortedSet<String> parameters() {
        SortedSet<String> names = new TreeSet<>();
        joined(numerators, denominators).forEach(factor -> names.addAll(factor.parameters()));
        return names;
    }
}
