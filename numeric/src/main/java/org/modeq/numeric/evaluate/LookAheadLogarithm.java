package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;

/** The modified field from a stored run: no derivation, no derivative, nothing but the iterates. */
public final class LookAheadLogarithm {
    private LookAheadLogarithm() {}

    /**
     * f̃(θ_i) ≈ Σ_{k&lt;N} (−1)^k/(k+1) · Δᵏ (θ_(i+1) − θ_i)/h.
     *
     * <p>The error is O(h^N) as h → 0, plus rounding of about 2^N · 10⁻¹⁶ ‖θ‖/h.
     *
     * @param iterates θ₀, θ₁, … of a run of constant step size
     * @param index i
     * @param stepSize h &gt; 0
     * @param nodes N ≥ 1, the number of steps ahead that are used
     * @return f̃(θ_i)
     * @throws IllegalArgumentException if h is not positive, N &lt; 1, or the run ends before θ_(i+N)
     */
    public static double[] at(List<double[]> iterates, int index, double stepSize, int nodes) {
        if (!(stepSize > 0) || nodes < 1 || index < 0 || index + nodes >= iterates.size()) {
            throw new IllegalArgumentException("given a run of " + iterates.size() + " points, the index " + index
                    + ", the step size " + stepSize + " and " + nodes
                    + " steps ahead, expected a positive step size and points up to index + steps ahead; run longer");
        }
        List<Jet> values = new ArrayList<>();
        for (int n = 0; n <= nodes; n++) {
            values.add(Jet.column(JetAlgebra.of(), iterates.get(index + n)));
        }
        return ForwardDifferences.logarithm(values).scaled(1 / stepSize).constantEntries();
    }

    /**
     * The same from the steps divided by h, which for gradient descent are the values of its field along the run: nothing is
     * divided by a small h.
     *
     * <p>The error is O(h^N) as h → 0, plus rounding of about 2^N · 10⁻¹⁶ ‖f‖.
     *
     * @param values (θ_(i+1) − θ_i)/h for i = 0, 1, …
     * @param index i
     * @param nodes N ≥ 1, the number of values that are used
     * @return Σ_{k&lt;N} (−1)^k/(k+1) · Δᵏ of the values at i
     * @throws IllegalArgumentException if N &lt; 1 or there are too few values
     */
    public static double[] ofValues(List<double[]> values, int index, int nodes) {
        if (nodes < 1 || index < 0 || index + nodes > values.size()) {
            throw new IllegalArgumentException("given " + values.size() + " values, the index " + index + " and "
                    + nodes + " nodes, expected as many values from the index on; run longer");
        }
        List<double[]> differences = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            differences.add(values.get(index + n).clone());
        }
        double[] sum = differences.get(0).clone();
        for (int k = 1; k < nodes; k++) {
            for (int n = 0; n + k < nodes; n++) {
                differences.set(n, Euclidean.difference(differences.get(n + 1), differences.get(n)));
            }
            Euclidean.add(sum, (k % 2 == 0 ? 1.0 : -1.0) / (k + 1), differences.get(0));
        }
        return sum;
    }
}
