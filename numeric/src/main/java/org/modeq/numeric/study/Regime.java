package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.modeq.numeric.evaluate.DirectionalDerivative;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;

/**
 * Layer F: where a series can be trusted.
 *
 * @param stepSize h
 * @param hLambdaMax the largest h·|λ| along the run, λ an eigenvalue of the Jacobian of f₁
 * @param termSizes h^(k−1)‖f_k‖ for k = 1, 2, …, the largest along the run
 * @param truncationIndex N*, the k of the smallest term that is not 0
 * @param radius an estimate of the step size up to which the series converges, from its last two terms
 * @param warnings what one should know
 */
public record Regime(
        double stepSize,
        double hLambdaMax,
        List<Double> termSizes,
        int truncationIndex,
        double radius,
        List<String> warnings) {
    private static final int ITERATIONS = 60;
    private static final int AVERAGED = 20;
    private static final long SEED = 1;

    /**
     * Where a series can be trusted.
     *
     * @param stepSize h
     * @param hLambdaMax the largest h·|λ| along the run
     * @param termSizes h^(k−1)‖f_k‖
     * @param truncationIndex N*
     * @param radius an estimate of the radius of convergence
     * @param warnings what one should know
     */
    public Regime {
        termSizes = List.copyOf(termSizes);
        warnings = List.copyOf(warnings);
    }

    /**
     * The regime along some points of a run.
     *
     * <p>Sixty products with the Jacobian at each point.
     *
     * @param run the optimizer and its fields
     * @param slope f₁, a change per step
     * @param orders θ ↦ f₁(θ), …, f_K(θ)
     * @param points points of the run, at least one
     * @param stepSize h
     * @param order the order at which the series is cut off
     * @return the regime, with warnings
     */
    static Regime of(
            RegimeWarnings.Run run,
            VectorField slope,
            Function<double[], List<double[]>> orders,
            List<double[]> points,
            double stepSize,
            int order) {
        double largest = 0;
        double[] sizes = new double[orders.apply(points.get(0)).size()];
        for (double[] point : points) {
            largest = Math.max(largest, spectralRadius(slope, point));
            List<double[]> atPoint = orders.apply(point);
            for (int k = 0; k < sizes.length; k++) {
                sizes[k] = Math.max(sizes[k], Math.pow(stepSize, k) * Euclidean.norm(atPoint.get(k)));
            }
        }
        List<Double> termSizes = new ArrayList<>();
        int smallest = 1;
        for (int k = 0; k < sizes.length; k++) {
            termSizes.add(sizes[k]);
            if (sizes[k] > 0 && sizes[k] < sizes[smallest - 1]) {
                smallest = k + 1;
            }
        }
        double hLambda = stepSize * largest;
        return new Regime(
                stepSize,
                hLambda,
                termSizes,
                smallest,
                radius(termSizes, stepSize),
                new RegimeWarnings(run, points, stepSize).of(hLambda, smallest, order));
    }

    /** (‖f_j‖/‖f_k‖)^(1/(k−j)) of the last two terms that are not 0; infinite for a series that ends. */
    private static double radius(List<Double> sizes, double stepSize) {
        int last = sizes.size() - 1;
        while (last > 0 && sizes.get(last) == 0) {
            last--;
        }
        int before = last - 1;
        while (before >= 0 && sizes.get(before) == 0) {
            before--;
        }
        return before < 0
                ? Double.POSITIVE_INFINITY
                : stepSize * Math.pow(sizes.get(before) / sizes.get(last), 1.0 / (last - before));
    }

    /** The largest |λ| of the Jacobian of a field at a point. */
    static double spectralRadius(VectorField field, double... point) {
        return spectralRadius(v -> DirectionalDerivative.of(field, point, List.of(v)), point.length);
    }

    /** The largest |λ| by power iteration: the mean growth of the last iterations, which pairs of eigenvalues do not disturb. */
    static double spectralRadius(UnaryOperator<double[]> jacobian, int dimension) {
        double[] v = RandomStream.ofSeed(SEED).normals(dimension);
        Euclidean.scale(v, 1 / Euclidean.norm(v));
        double growth = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            v = jacobian.apply(v);
            double norm = Euclidean.norm(v);
            if (norm == 0) {
                return 0;
            }
            Euclidean.scale(v, 1 / norm);
            growth += i >= ITERATIONS - AVERAGED ? Math.log(norm) : 0;
        }
        return Math.exp(growth / AVERAGED);
    }
}
