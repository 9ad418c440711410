package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.StepMap;

/** The modified field of an optimizer from its own power series in h, without trees. */
public final class SeriesInStepSize {
    private SeriesInStepSize() {}

    /**
     * f₁(θ), …, f_N(θ) from N steps in ℝ[h]/(h^(N+1)): the coefficient of h^j in Σ_{k=1}^{N} (−1)^(k+1)/k · Δᵏθ₀ is
     * f_j.
     *
     * <p>Exact up to rounding, because the coefficient of h^j in θₙ is a polynomial of degree at most j in n.
     *
     * @param optimizer one step
     * @param theta θ
     * @param truncationOrder N ≥ 1
     * @return f₁(θ), …, f_N(θ)
     * @throws IllegalArgumentException if N &lt; 1
     * @throws ArithmeticException if a coefficient is not finite
     */
    public static List<double[]> orders(StepMap optimizer, double[] theta, int truncationOrder) {
        if (truncationOrder < 1) {
            throw new IllegalArgumentException("given the order " + truncationOrder + ", expected at least 1");
        }
        JetAlgebra algebra = JetAlgebra.of(truncationOrder);
        Jet stepSize = Jet.affine(algebra, new double[] {0}, List.of(new double[] {1}));
        List<Jet> iterates = new ArrayList<>();
        iterates.add(Jet.column(algebra, theta));
        for (int n = 0; n < truncationOrder; n++) {
            iterates.add(optimizer.step(iterates.get(n), stepSize));
        }
        Jet logarithm = ForwardDifferences.logarithm(iterates);
        List<double[]> orders = new ArrayList<>();
        for (int j = 1; j <= truncationOrder; j++) {
            double[] order = logarithm.entries(j);
            requireFinite(order, j);
            orders.add(order);
        }
        return orders;
    }

    private static void requireFinite(double[] order, int j) {
        for (double entry : order) {
            if (!Double.isFinite(entry)) {
                throw new ArithmeticException("a coordinate of f" + j + " from the series in h is " + entry
                        + "; the point is too far out or the data are too large");
            }
        }
    }
}
