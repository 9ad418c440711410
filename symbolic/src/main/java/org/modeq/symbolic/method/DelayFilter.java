package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterQuotient;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;

/**
 * A memory of gradients: A(z) = Σ_k w_k zᵏ, z the delay by one step, as a quotient of polynomials in z and parameters.
 *
 * @param text as it was written, without spaces
 * @param quotient A
 */
public record DelayFilter(String text, ParameterQuotient quotient) {
    /** The name of z. */
    public static final String DELAY = "z";

    private static final String STEP_SIZE = "h";

    /**
     * Reads a filter, {@code (1-beta)/(1-beta*z)}.
     *
     * @param text the formula
     * @return A
     * @throws IllegalArgumentException if it is none
     */
    public static DelayFilter parse(String text) {
        String plain = text.replaceAll("\\s", "");
        return new DelayFilter(plain, ParameterQuotient.parse(plain));
    }

    /**
     * The names in it besides z.
     *
     * @return the parameters
     * @throws IllegalArgumentException if h is among them
     */
    public SortedSet<String> parameters() {
        SortedSet<String> names = new TreeSet<>(quotient.parameters());
        names.remove(DELAY);
        if (names.contains(STEP_SIZE)) {
            throw new IllegalArgumentException("given the filter '" + text
                    + "' with h in it, expected weights that do not depend on the step size;" + " choose another name");
        }
        return names;
    }

    /**
     * The filter with numbers for some parameters.
     *
     * @param values the numbers by name
     * @return A with them
     * @throws ArithmeticException if a denominator is 0 with them
     */
    public DelayFilter with(Map<String, Rational> values) {
        return new DelayFilter(
                text, new ParameterQuotient(inserted(quotient.numerators(), values), inserted(denominators(), values)));
    }

    private static List<ParameterPolynomial> inserted(
            List<ParameterPolynomial> polynomials, Map<String, Rational> values) {
        return polynomials.stream()
                .map(polynomial -> polynomial.partiallyEvaluated(values))
                .toList();
    }

    List<ParameterPolynomial> denominators() {
        return quotient.denominators();
    }

    /** The coefficients of a polynomial by the powers of z. */
    static List<ParameterPolynomial> inDelays(ParameterPolynomial polynomial) {
        return polynomial.isZero() ? List.of(ParameterPolynomial.ZERO) : polynomial.coefficientsIn(DELAY);
    }

    /** d(0), the weight of now. */
    static ParameterPolynomial now(ParameterPolynomial polynomial) {
        return inDelays(polynomial).get(0);
    }

    /** d(1), the sum of the weights. */
    static ParameterPolynomial total(ParameterPolynomial polynomial) {
        return polynomial.substituted(DELAY, ParameterPolynomial.ONE);
    }

    /**
     * Refuses weights that begin before now, do not fade, or have no sum, as far as this is decided by the numbers in it.
     *
     * @throws IllegalArgumentException if a denominator has a root in the closed unit disc
     */
    public void requireThatItFades() {
        for (ParameterPolynomial factor : denominators()) {
            if (now(factor).isZero()) {
                throw refused(
                        factor, "is 0 at z = 0 and asks for gradients of later steps", "one that is not, as 1-beta*z");
            }
            if (total(factor).isZero()) {
                throw refused(
                        factor,
                        "is 0 at z = 1: the weights have no finite sum, so there is no slow manifold",
                        "weights that fade, as (1-beta)/(1-beta*z)");
            }
            if (factor.parameters().equals(List.of(DELAY)) && polynomial(factor).hasRootInUnitDisc()) {
                throw refused(
                        factor,
                        "has a root with |z| <= 1: the weights do not fade, so there is no slow manifold",
                        "every pole inside the unit circle, as |beta| < 1 in 1/(1-beta*z)");
            }
        }
    }

    private static Polynomial polynomial(ParameterPolynomial inDelay) {
        List<Rational> coefficients = new ArrayList<>();
        for (ParameterPolynomial coefficient : inDelay.coefficientsIn(DELAY)) {
            coefficients.add(coefficient.constant().orElseThrow());
        }
        return new Polynomial(coefficients);
    }

    private IllegalArgumentException refused(ParameterPolynomial factor, String reason, String expected) {
        return new IllegalArgumentException("given the filter '" + text + "' whose denominator " + factor + " " + reason
                + "; expected " + expected);
    }
}
