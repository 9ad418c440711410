package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * One step of an optimizer as a map of truncated polynomials in numbers of any precision.
 *
 * <p>With a number h it is the real optimizer; over ℝ[h]/(h^(N+1)) it is the power series of the same optimizer. There is one
 * definition for both.
 *
 * @param <T> the numbers
 */
@FunctionalInterface
public interface PreciseStep<T> {
    /**
     * One step.
     *
     * @param theta θ, a d×1 jet
     * @param stepSize h, a 1×1 jet over the same algebra
     * @return θ′, a d×1 jet
     */
    PreciseJet<T> step(PreciseJet<T> theta, PreciseJet<T> stepSize);

    /**
     * One step from a point with a real step size.
     *
     * @param numbers the numbers
     * @param theta θ
     * @param stepSize h
     * @return θ′
     */
    default List<T> step(Numbers<T> numbers, List<T> theta, T stepSize) {
        JetAlgebra reals = JetAlgebra.of();
        return step(PreciseJet.column(numbers, reals, theta), PreciseJet.column(numbers, reals, List.of(stepSize)))
                .constantEntries();
    }

    /**
     * The step of an optimizer.
     *
     * @param optimizer an optimizer whose step depends on the last point alone
     * @param fields f_c by colour
     * @param <T> the numbers
     * @return one step of it
     * @throws IllegalArgumentException if a colour of the optimizer has no field, or it remembers more than one point
     */
    static <T> PreciseStep<T> of(Optimizer optimizer, Map<Colour, PreciseField<T>> fields) {
        if (optimizer.memory() != 1) {
            throw new IllegalArgumentException("given an optimizer that remembers " + optimizer.memory()
                    + " points, expected one whose step depends on the last point alone");
        }
        optimizer.fields().forEach(colour -> PreciseSeries.field(colour, fields));
        return (theta, stepSize) -> optimizer.step(new PreciseArithmetic<>(fields, stepSize), List.of(theta));
    }

    /**
     * f₁(θ), …, f_N(θ) from the series in h, without trees: run N steps in ℝ[h]/(h^(N+1)); the coefficient of h^j in θₙ is a
     * polynomial of degree at most j in n, and f_j its derivative at n = 0,
     * <pre>
     *   f_j = Σ_{k=1}^{j} (−1)^(k+1)/k · Δᵏ (θ₀, …, θ_j)_j.
     * </pre>
     * Exact to the precision of the numbers. Only the coefficients of h^j in θ₁, …, θ_j are computed, and what they need.
     *
     * @param numbers the numbers
     * @param theta θ
     * @param truncationOrder N ≥ 1
     * @return f₁(θ), …, f_N(θ)
     * @throws IllegalArgumentException if N &lt; 1
     * @throws ArithmeticException if a function does not exist there or a result is beyond the range of the numbers
     */
    default List<List<T>> orders(Numbers<T> numbers, List<T> theta, int truncationOrder) {
        if (truncationOrder < 1) {
            throw new IllegalArgumentException("given the order " + truncationOrder + ", expected at least 1");
        }
        JetAlgebra algebra = JetAlgebra.of(truncationOrder);
        PreciseJet<T> stepSize =
                PreciseJet.affine(numbers, algebra, List.of(numbers.zero()), List.of(List.of(numbers.one())));
        List<PreciseJet<T>> iterates = new ArrayList<>();
        iterates.add(PreciseJet.column(numbers, algebra, theta));
        for (int n = 0; n < truncationOrder; n++) {
            iterates.add(step(iterates.get(n), stepSize));
        }
        List<List<T>> orders = new ArrayList<>();
        for (int j = 1; j <= truncationOrder; j++) {
            List<T> weights = new ArrayList<>();
            for (int n = 0; n <= j; n++) {
                weights.add(numbers.of(slopeWeight(n, j)));
            }
            orders.add(
                    PreciseJet.combination(weights, iterates.subList(0, j + 1)).coefficient(List.of(j)));
        }
        return orders;
    }

    /** The weight of the value at n in the slope at 0 of the polynomial through 0, …, j: Σ_k (−1)^(n+1)/k · C(k, n). */
    private static Rational slopeWeight(int n, int j) {
        Rational sum = Rational.ZERO;
        for (int k = Math.max(1, n); k <= j; k++) {
            Rational binomial = Rational.ONE;
            for (int i = 1; i <= n; i++) {
                binomial = binomial.multiply(Rational.of(k - n + i, i));
            }
            sum = sum.add(binomial.divide(Rational.of(k)));
        }
        return n % 2 == 1 ? sum : sum.negate();
    }
}
