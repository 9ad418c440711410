package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * A polynomial P(n) in the step index of degree at most N, kept by its values at n = 0, 1, …, N; immutable.
 *
 * <p>With Δ the forward difference, P(n) = Σ_j C(n, j) (Δʲ P)(0). A filter A(Δ) = Σ a_r Δʳ acts on these differences by
 * (ΔʲAP)(0) = Σ_r a_r (Δ^(j+r) P)(0): a finite sum, because differences beyond the degree vanish.
 *
 * @param <E> the values
 */
public final class StepPolynomial<E> {
    private final Ring<E> ring;
    private final List<E> values;

    private StepPolynomial(Ring<E> ring, List<E> values) {
        this.ring = ring;
        this.values = values;
    }

    /**
     * The polynomial of degree at most N through given values.
     *
     * @param ring the ring of the values
     * @param values P(0), P(1), …, P(N)
     * @param <E> the values
     * @return P
     * @throws IllegalArgumentException if there are no values
     */
    public static <E> StepPolynomial<E> ofValues(Ring<E> ring, List<E> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("given no values, expected P(0), …, P(N); a constant has one");
        }
        return new StepPolynomial<>(ring, List.copyOf(values));
    }

    /**
     * A constant.
     *
     * @param ring the ring of the values
     * @param value c
     * @param degree N
     * @param <E> the values
     * @return P(n) = c
     */
    public static <E> StepPolynomial<E> constant(Ring<E> ring, E value, int degree) {
        return new StepPolynomial<>(ring, Collections.nCopies(degree + 1, value));
    }

    /**
     * The value at a node.
     *
     * @param n 0 ≤ n ≤ N
     * @return P(n)
     */
    public E valueAt(int n) {
        return values.get(n);
    }

    /**
     * The value at an element of the ring, such as a symbol: Σ_j C(x, j) (Δʲ P)(0).
     *
     * <p>Exact; N²/2 subtractions and 2N products.
     *
     * @param x any element
     * @return P(x)
     */
    public E at(E x) {
        List<E> differences = differences();
        E binomial = ring.one();
        E sum = differences.get(0);
        for (int j = 1; j < differences.size(); j++) {
            E factor = ring.add(x, ring.of(Rational.of(1L - j)));
            binomial = ring.scale(Rational.of(1, j), ring.multiply(binomial, factor));
            sum = ring.add(sum, ring.multiply(binomial, differences.get(j)));
        }
        return sum;
    }

    /**
     * The product; exact where the sum of the degrees is at most N.
     *
     * @param other Q
     * @return P·Q
     */
    public StepPolynomial<E> multiply(StepPolynomial<E> other) {
        List<E> product = new ArrayList<>(values.size());
        for (int n = 0; n < values.size(); n++) {
            product.add(ring.multiply(values.get(n), other.values.get(n)));
        }
        return new StepPolynomial<>(ring, product);
    }

    /**
     * The sum with a multiple.
     *
     * @param factor c
     * @param other Q
     * @return P + c·Q
     */
    public StepPolynomial<E> plus(E factor, StepPolynomial<E> other) {
        List<E> sum = new ArrayList<>(values.size());
        for (int n = 0; n < values.size(); n++) {
            sum.add(ring.add(values.get(n), ring.multiply(factor, other.values.get(n))));
        }
        return new StepPolynomial<>(ring, sum);
    }

    /**
     * The strict sum Σ_{j&lt;n} P(j): the polynomial Q with Q(n+1) − Q(n) = P(n), Q(0) = 0.
     *
     * @return Q; exact where the degree of P is below N
     */
    public StepPolynomial<E> strictSum() {
        List<E> sum = new ArrayList<>(values.size());
        E current = ring.zero();
        for (E value : values) {
            sum.add(current);
            current = ring.add(current, value);
        }
        return new StepPolynomial<>(ring, sum);
    }

    /**
     * The polynomial after a filter.
     *
     * @param filter a₀, a₁, …, the coefficients of A(Δ) = Σ a_r Δʳ; those that are missing are 0
     * @return A(Δ)P
     */
    public StepPolynomial<E> filtered(List<E> filter) {
        List<E> differences = differences();
        List<E> filtered = new ArrayList<>(values.size());
        for (int j = 0; j < values.size(); j++) {
            E sum = ring.zero();
            for (int r = 0; r < filter.size() && j + r < values.size(); r++) {
                sum = ring.add(sum, ring.multiply(filter.get(r), differences.get(j + r)));
            }
            filtered.add(sum);
        }
        return ofDifferences(filtered);
    }

    /**
     * The linear coefficient: Σ_{k=1}^{N} (−1)^(k+1)/k · (Δᵏ P)(0), Newton's forward form differentiated at 0.
     *
     * <p>Exact; N²/2 subtractions.
     *
     * @return ∂P/∂n at n = 0
     */
    public E linearCoefficient() {
        List<E> differences = differences();
        E sum = ring.zero();
        for (int k = 1; k < differences.size(); k++) {
            sum = ring.add(sum, ring.scale(Rational.of(k % 2 == 1 ? 1 : -1, k), differences.get(k)));
        }
        return sum;
    }

    /**
     * The coefficients c₀, c₁, …, c_N of P(n) = Σ_k c_k nᵏ, by Horner's rule on Newton's forward form.
     *
     * <p>Exact; N² operations.
     *
     * @return the coefficients, that of the constant first
     */
    public List<E> coefficients() {
        List<E> differences = differences();
        int degree = differences.size() - 1;
        List<E> sum = new ArrayList<>(Collections.nCopies(degree + 1, ring.zero()));
        sum.set(0, differences.get(degree));
        for (int j = degree - 1; j >= 0; j--) {
            // The sum so far times (n − j)/(j + 1), plus (Δʲ P)(0).
            for (int k = degree; k >= 0; k--) {
                E shifted = k == 0 ? ring.zero() : sum.get(k - 1);
                E product = ring.add(shifted, ring.scale(Rational.of(-j), sum.get(k)));
                sum.set(k, ring.scale(Rational.of(1, j + 1), product));
            }
            sum.set(0, ring.add(sum.get(0), differences.get(j)));
        }
        return List.copyOf(sum);
    }

    /** (Δʲ P)(0) for j = 0, …, N. */
    private List<E> differences() {
        List<E> differences = new ArrayList<>(values);
        for (int k = 1; k < differences.size(); k++) {
            for (int n = differences.size() - 1; n >= k; n--) {
                differences.set(n, ring.add(differences.get(n), ring.negate(differences.get(n - 1))));
            }
        }
        return differences;
    }

    /** The polynomial with given differences at 0: the steps of {@link #differences} undone, the last first. */
    private StepPolynomial<E> ofDifferences(List<E> differences) {
        List<E> result = new ArrayList<>(differences);
        for (int k = result.size() - 1; k >= 1; k--) {
            for (int n = k; n < result.size(); n++) {
                result.set(n, ring.add(result.get(n), result.get(n - 1)));
            }
        }
        return new StepPolynomial<>(ring, result);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof StepPolynomial<?> other && values.equals(other.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "P(0.." + (values.size() - 1) + ") = " + values;
    }
}
