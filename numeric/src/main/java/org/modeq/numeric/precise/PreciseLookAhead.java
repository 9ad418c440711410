package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modeq.symbolic.ring.Rational;

/** The modified field from a run in numbers of any precision: the look-ahead logarithm. */
public final class PreciseLookAhead {
    private PreciseLookAhead() {}

    /**
     * f̃(θ_i) ≈ Σ_{k&lt;N} (−1)^k/(k+1) · Δᵏ (θ_(i+1) − θ_i)/h.
     *
     * <p>The error is O(h^N) as h → 0, plus rounding of about 2^N u ‖θ‖/h. N(N + 1)/2 differences of vectors.
     *
     * @param numbers the numbers
     * @param iterates θ₀, θ₁, … of a run of constant step size
     * @param index i
     * @param stepSize h &gt; 0
     * @param nodes N ≥ 1, the number of steps ahead that are used
     * @param <T> the numbers
     * @return f̃(θ_i)
     * @throws IllegalArgumentException if h is not positive, N &lt; 1, or the run ends before θ_(i+N)
     */
    public static <T> List<T> at(Numbers<T> numbers, List<List<T>> iterates, int index, T stepSize, int nodes) {
        if (numbers.signum(stepSize) <= 0 || nodes < 1 || index < 0 || index + nodes >= iterates.size()) {
            throw new IllegalArgumentException("given a run of " + iterates.size() + " points, the index " + index
                    + ", the step size " + stepSize + " and " + nodes
                    + " steps ahead, expected a positive step size and points up to index + steps ahead; run longer");
        }
        List<List<T>> differences = new ArrayList<>(iterates.subList(index, index + nodes + 1));
        List<T> sum = Collections.nCopies(iterates.get(index).size(), numbers.zero());
        for (int k = 1; k <= nodes; k++) {
            for (int n = 0; n + k <= nodes; n++) {
                differences.set(n, moved(numbers, differences.get(n + 1), Rational.of(-1), differences.get(n)));
            }
            sum = moved(numbers, sum, Rational.of(k % 2 == 1 ? 1 : -1, k), differences.get(0));
        }
        return sum.stream().map(entry -> numbers.divide(entry, stepSize)).toList();
    }

    /** v + w u. */
    private static <T> List<T> moved(Numbers<T> numbers, List<T> vector, Rational weight, List<T> other) {
        T factor = numbers.of(weight);
        List<T> sum = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            sum.add(numbers.add(vector.get(i), numbers.multiply(factor, other.get(i))));
        }
        return sum;
    }
}
