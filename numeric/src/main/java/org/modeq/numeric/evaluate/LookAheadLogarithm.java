package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

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
}
