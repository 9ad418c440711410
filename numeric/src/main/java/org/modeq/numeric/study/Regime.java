package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;

/**
 * Layer F: where a series can be trusted.
 *
 * @param stepSize h
 * @param hLambdaMax the largest h·|λ| along the run, λ an eigenvalue of the Jacobian of f₁
 * @param path the largest h·|λ| at each point of the run
 * @param limits up to which h·|λ| the series of the method converges and its iterates stay bounded
 * @param termSizes h^(k−1)‖f_k‖ for k = 1, 2, …, the largest along the run
 * @param truncationIndex N*, the k of the smallest term that is not 0
 * @param radius an estimate of the step size up to which the series converges, from its last two terms
 * @param warnings what one should know
 */
public record Regime(
        double stepSize,
        double hLambdaMax,
        List<Curvature> path,
        LinearStability limits,
        List<Double> termSizes,
        int truncationIndex,
        double radius,
        List<String> warnings) {
    /**
     * The curvature at a point of a run.
     *
     * @param time n h
     * @param hLambda the largest h·|λ| there
     */
    public record Curvature(double time, double hLambda) {}

    /**
     * Where a series can be trusted.
     *
     * @param stepSize h
     * @param hLambdaMax the largest h·|λ| along the run
     * @param path the largest h·|λ| at each point of the run
     * @param limits of the method
     * @param termSizes h^(k−1)‖f_k‖
     * @param truncationIndex N*
     * @param radius an estimate of the radius of convergence
     * @param warnings what one should know
     */
    public Regime {
        path = List.copyOf(path);
        termSizes = List.copyOf(termSizes);
        warnings = List.copyOf(warnings);
    }

    /** The regime of what was measured along a run, with warnings. */
    static Regime of(
            double stepSize, List<Curvature> path, List<Double> termSizes, int order, RegimeWarnings warnings) {
        double largest = path.stream().mapToDouble(Curvature::hLambda).max().orElse(0);
        int smallest = smallest(termSizes);
        return new Regime(
                stepSize,
                largest,
                path,
                warnings.limits(),
                termSizes,
                smallest,
                radius(termSizes, stepSize),
                warnings.of(largest, smallest, order));
    }

    /**
     * The sizes of the terms at another step size, from the same fields along the same run.
     *
     * @param other the other step size, positive
     * @return other^(k−1)‖f_k‖ for k = 1, 2, …
     */
    public List<Double> termSizesAt(double other) {
        List<Double> sizes = new ArrayList<>();
        for (int k = 0; k < termSizes.size(); k++) {
            sizes.add(termSizes.get(k) * Math.pow(other / stepSize, k));
        }
        return sizes;
    }

    /**
     * N* of a list of terms.
     *
     * @param sizes the sizes of the terms of order 1, 2, …
     * @return the order of the smallest that is not 0; 1 if all are 0
     */
    public static int smallest(List<Double> sizes) {
        int smallest = 1;
        for (int k = 1; k < sizes.size(); k++) {
            if (sizes.get(k) > 0 && sizes.get(k) < sizes.get(smallest - 1)) {
                smallest = k + 1;
            }
        }
        return smallest;
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
}
