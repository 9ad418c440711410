package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.ring.Rational;

/**
 * The iterates of a method with memory on its slow manifold, as power series in h, without trees.
 *
 * <p>The coefficient of h^j in θₙ is a polynomial P_j(n) of degree j with P_j(0) = 0 for j ≥ 1, and ρ(E)θₙ = h σ(E) f(B(E)θₙ)
 * determines one after the other: with ρ(1 + Δ) = Δ ρ̂(Δ), A = σ(1 + Δ)/ρ̂(Δ) and g_j(n) the coefficient of h^j in f(B(E)θₙ),
 * <pre>
 *   Δ^(k+1) P_{j+1}(0) = Σ_r A_r Δ^(k+r) g_j(0),      f_j = Σ_{k=1}^{j} (−1)^(k+1)/k Δᵏ P_j(0).
 * </pre>
 * g_j is known from its values at n = 0, …, j, each of which is one evaluation of f on power series. Also for n &lt; 0: the points
 * from which a run starts on the slow manifold are θ₋₁, θ₋₂, ….
 *
 * @param <V> the vectors
 */
public final class SlowManifoldSeries<V> {
    private final Vectors<V> vectors;

    /** Δᵏ P_j(0) for k = 0, …, j. */
    private final List<List<V>> differences = new ArrayList<>();

    /**
     * Vectors, and a field on power series of them.
     *
     * @param <V> the vectors
     */
    public interface Vectors<V> {
        /**
         * A coefficient of the field on a power series.
         *
         * @param series c₀, …, c_j
         * @return the coefficient of h^j in f(c₀ + h c₁ + … + h^j c_j)
         */
        V coefficient(List<V> series);

        /**
         * A combination of vectors.
         *
         * @param weights w₁, w₂, …, exact
         * @param summands v₁, v₂, …, as many and at least one
         * @return Σ wᵢ vᵢ
         */
        V combination(List<Rational> weights, List<V> summands);
    }

    private SlowManifoldSeries(Vectors<V> vectors) {
        this.vectors = vectors;
    }

    /**
     * The series of the iterates.
     *
     * <p>N(N + 1)/2 evaluations of the field on power series. Exact up to rounding.
     *
     * @param method the recurrence
     * @param vectors the vectors and the field f
     * @param theta θ₀
     * @param order N ≥ 1, the highest power of h
     * @param <V> the vectors
     * @return P₀, …, P_N
     * @throws IllegalArgumentException if N &lt; 1
     */
    public static <V> SlowManifoldSeries<V> of(
            LinearMultistep<Rational> method, Vectors<V> vectors, V theta, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("given the order " + order + ", expected at least 1");
        }
        SlowManifoldSeries<V> series = new SlowManifoldSeries<>(vectors);
        series.differences.add(List.of(theta));
        List<Rational> filter = filter(method, order);
        for (int j = 0; j < order; j++) {
            List<V> slopes = new ArrayList<>();
            for (int n = 0; n <= j; n++) {
                slopes.add(vectors.coefficient(series.lookedAt(method.lookAhead(), n)));
            }
            series.extend(filter, series.differencesOf(slopes));
        }
        return series;
    }

    /** A_r for r = 0, …, N − 1. */
    private static List<Rational> filter(LinearMultistep<Rational> method, int order) {
        List<Rational> rho = inDifferences(method.rho());
        List<Rational> sigma = inDifferences(method.sigma());
        List<Rational> filter = new ArrayList<>();
        for (int r = 0; r < order; r++) {
            Rational sum = r < sigma.size() ? sigma.get(r) : Rational.ZERO;
            for (int k = 1; k <= r && k + 1 < rho.size(); k++) {
                sum = sum.subtract(rho.get(k + 1).multiply(filter.get(r - k)));
            }
            filter.add(sum.divide(rho.get(1)));
        }
        return filter;
    }

    /** The coefficients in powers of Δ of Σ pᵢ (1 + Δ)ⁱ. */
    private static List<Rational> inDifferences(List<Rational> inShifts) {
        List<Rational> result = new ArrayList<>();
        for (int k = 0; k < inShifts.size(); k++) {
            Rational sum = Rational.ZERO;
            for (int i = k; i < inShifts.size(); i++) {
                sum = sum.add(inShifts.get(i).multiply(binomial(i, k)));
            }
            result.add(sum);
        }
        return result;
    }

    /** n(n − 1)⋯(n − k + 1)/k!, for n of either sign. */
    private static Rational binomial(int n, int k) {
        Rational product = Rational.ONE;
        for (int i = 0; i < k; i++) {
            product = product.multiply(Rational.of(n - i, i + 1L));
        }
        return product;
    }

    /** The coefficients of Σ_l B_l θₙ₊ₗ, as far as they are known. */
    private List<V> lookedAt(List<Rational> lookAhead, int n) {
        List<V> series = new ArrayList<>();
        for (int power = 0; power < differences.size(); power++) {
            List<V> values = new ArrayList<>();
            for (int l = 0; l < lookAhead.size(); l++) {
                values.add(coefficient(n + l, power));
            }
            series.add(vectors.combination(lookAhead, values));
        }
        return series;
    }

    private List<V> differencesOf(List<V> values) {
        List<V> result = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            List<Rational> weights = new ArrayList<>();
            for (int i = 0; i <= k; i++) {
                Rational binomial = binomial(k, i);
                weights.add((k - i) % 2 == 0 ? binomial : binomial.negate());
            }
            result.add(vectors.combination(weights, values.subList(0, k + 1)));
        }
        return result;
    }

    private void extend(List<Rational> filter, List<V> slopes) {
        List<V> next = new ArrayList<>();
        next.add(vectors.combination(List.of(Rational.ZERO), List.of(slopes.get(0))));
        for (int k = 0; k < slopes.size(); k++) {
            next.add(vectors.combination(filter.subList(0, slopes.size() - k), slopes.subList(k, slopes.size())));
        }
        differences.add(next);
    }

    /**
     * A coefficient of an iterate.
     *
     * @param n the step, of either sign
     * @param power j, from 0 to N
     * @return P_j(n), the coefficient of h^j in θₙ
     */
    public V coefficient(int n, int power) {
        List<V> known = differences.get(power);
        List<Rational> weights = new ArrayList<>();
        for (int k = 0; k < known.size(); k++) {
            weights.add(binomial(n, k));
        }
        return vectors.combination(weights, known);
    }

    /** {@return f₁(θ₀), …, f_N(θ₀)} */
    public List<V> orders() {
        List<V> orders = new ArrayList<>();
        for (int j = 1; j < differences.size(); j++) {
            List<Rational> weights = new ArrayList<>();
            for (int k = 1; k <= j; k++) {
                weights.add(Rational.of(k % 2 == 1 ? 1 : -1, k));
            }
            orders.add(vectors.combination(weights, differences.get(j).subList(1, j + 1)));
        }
        return orders;
    }
}
