package org.modeq.symbolic.method;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.ring.Rational;

/**
 * A polynomial P(n) in the step index of degree at most N with P(0) = 0, kept by its values at n = 0, 1, …, N; immutable.
 */
public final class StepPolynomial {
    private final List<Rational> values;

    private StepPolynomial(List<Rational> values) {
        this.values = values;
    }

    /**
     * The polynomial of degree at most N through given values.
     *
     * @param values P(0), P(1), …, P(N)
     * @return P
     * @throws IllegalArgumentException if there are no values or P(0) ≠ 0
     */
    public static StepPolynomial ofValues(List<Rational> values) {
        if (values.isEmpty() || !values.get(0).isZero()) {
            throw new IllegalArgumentException(
                    "given the values " + values + ", expected P(0) = 0 first: every iterate starts at θ");
        }
        return new StepPolynomial(List.copyOf(values));
    }

    /**
     * The value at a node.
     *
     * @param n 0 ≤ n ≤ N
     * @return P(n)
     */
    public Rational valueAt(int n) {
        return values.get(n);
    }

    /**
     * The linear coefficient: Σ_{k=1}^{N} (−1)^(k+1)/k · (Δᵏ P)(0), Newton's forward form differentiated at 0.
     *
     * <p>Exact; N²/2 subtractions.
     *
     * @return ∂P/∂n at n = 0
     */
    public Rational linearCoefficient() {
        Rational[] differences = values.toArray(new Rational[0]);
        Rational sum = Rational.ZERO;
        for (int k = 1; k < differences.length; k++) {
            for (int n = differences.length - 1; n >= k; n--) {
                differences[n] = differences[n].subtract(differences[n - 1]);
            }
            sum = sum.add(differences[k].multiply(Rational.of(k % 2 == 1 ? 1 : -1, k)));
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof StepPolynomial other && values.equals(other.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "P(0.." + (values.size() - 1) + ") = " + Arrays.toString(values.toArray());
    }
}
