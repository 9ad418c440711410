package org.modeq.symbolic.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.modeq.symbolic.ring.ParameterPolynomial;

/**
 * A filter A(∇) = p(∇)/q(∇) on signals, ∇ the backward difference x_n − x_{n−1} in the step index, with q(0) = 1.
 *
 * <p>On a polynomial in n it is the finite sum Σ a_r ∇ʳ; its value A(0) on constants says what it does to base values.
 *
 * @param numerator p₀, p₁, …
 * @param denominator q₀ = 1, q₁, …
 */
public record Filter(List<ParameterPolynomial> numerator, List<ParameterPolynomial> denominator) {
    private static final ParameterPolynomial ONE = ParameterPolynomial.ONE;

    /** The filter that changes nothing. */
    public static final Filter IDENTITY = new Filter(List.of(ONE), List.of(ONE));

    /**
     * A filter.
     *
     * @param numerator p₀, p₁, …
     * @param denominator q₀ = 1, q₁, …
     * @throws IllegalArgumentException if q₀ is not 1
     */
    public Filter {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        if (denominator.isEmpty() || !denominator.get(0).equals(ONE)) {
            throw new IllegalArgumentException("given the denominator " + denominator
                    + " in powers of the backward difference, expected the constant 1 first; divide both sides by it");
        }
    }

    /**
     * The exponential average m_n = βm_{n−1} + (1 − β)x_n, which is 1/(1 + τ∇).
     *
     * @param memory β and τ
     * @return the filter
     */
    public static Filter average(Memory memory) {
        return new Filter(List.of(ONE), List.of(ONE, memory.age()));
    }

    /**
     * The heavy ball u_n = βu_{n−1} + x_n, which is (1 + τ)/(1 + τ∇).
     *
     * @param memory β and τ
     * @return the filter
     */
    public static Filter heavyBall(Memory memory) {
        return new Filter(List.of(ONE.add(memory.age())), List.of(ONE, memory.age()));
    }

    /**
     * The look-ahead of an average, βm_n + (1 − β)x_n, which is (1 + β∇)/(1 + τ∇).
     *
     * @param memory β and τ
     * @return the filter
     */
    public static Filter lookAheadAverage(Memory memory) {
        return new Filter(List.of(ONE, memory.rate()), List.of(ONE, memory.age()));
    }

    /**
     * Nesterov's argument x_n + β(x_n − x_{n−1}), which is 1 + β∇.
     *
     * @param memory β
     * @return the filter
     */
    public static Filter lookAhead(Memory memory) {
        return new Filter(List.of(ONE, memory.rate()), List.of(ONE));
    }

    /** {@return the value of the step before, 1 − ∇} */
    public static Filter delay() {
        return new Filter(List.of(ONE, ONE.negate()), List.of(ONE));
    }

    /**
     * The coefficients a_r = p_r − Σ_{k≥1} q_k a_{r−k} of A(∇) = Σ a_r ∇ʳ.
     *
     * @param degree the highest r
     * @return a₀, a₁, …, a_degree
     */
    public List<ParameterPolynomial> coefficients(int degree) {
        return quotient(numerator, denominator, degree);
    }

    /**
     * The same filter in forward differences Δ: as ∇ = Δ/(1 + Δ), both sides times (1 + Δ)^m are polynomials in Δ.
     *
     * @param degree the highest r
     * @return α₀, α₁, …, α_degree with A = Σ α_r Δʳ
     */
    List<ParameterPolynomial> inForwardDifferences(int degree) {
        int m = Math.max(numerator.size(), denominator.size()) - 1;
        return quotient(inForwardDifferences(numerator, m), inForwardDifferences(denominator, m), degree);
    }

    /** Σ p_r Δʳ (1 + Δ)^(m−r), by Horner's rule in the other direction: times (1 + Δ), plus the next term. */
    private static List<ParameterPolynomial> inForwardDifferences(List<ParameterPolynomial> p, int m) {
        List<ParameterPolynomial> result = new ArrayList<>();
        for (int r = 0; r <= m; r++) {
            result.add(ParameterPolynomial.ZERO);
            for (int k = r; k >= 1; k--) {
                result.set(k, result.get(k).add(result.get(k - 1)));
            }
            result.set(r, result.get(r).add(get(p, r)));
        }
        return result;
    }

    private static List<ParameterPolynomial> quotient(
            List<ParameterPolynomial> p, List<ParameterPolynomial> q, int degree) {
        List<ParameterPolynomial> quotient = new ArrayList<>();
        for (int r = 0; r <= degree; r++) {
            ParameterPolynomial sum = get(p, r);
            for (int k = 1; k <= r && k < q.size(); k++) {
                sum = sum.subtract(q.get(k).multiply(quotient.get(r - k)));
            }
            quotient.add(sum);
        }
        return quotient;
    }

    private static ParameterPolynomial get(List<ParameterPolynomial> polynomial, int r) {
        return r < polynomial.size() ? polynomial.get(r) : ParameterPolynomial.ZERO;
    }

    /** {@return the names of the parameters in it} */
    public SortedSet<String> symbols() {
        SortedSet<String> symbols = new TreeSet<>();
        Stream.concat(numerator.stream(), denominator.stream())
                .forEach(polynomial -> symbols.addAll(polynomial.parameters()));
        return symbols;
    }

    /** {@return the filter as a quotient of polynomials in ∇} */
    @Override
    public String toString() {
        return numerator + "/" + denominator + " in powers of ∇";
    }
}
