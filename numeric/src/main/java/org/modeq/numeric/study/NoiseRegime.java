package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.weak.Batches;

/** Layer F of SGD: the curvature of the batches along the run of their mean, and the sizes of the parts of the generator. */
final class NoiseRegime {
    private static final LinearStability LIMITS = new LinearStability(1, 2, 0);
    private static final int MOST_POINTS = 21;
    private static final double FARTHEST = 100;

    private NoiseRegime() {}

    /** The regime at a step size, of 𝓛₀, 𝓛₁, … at the start. */
    static Regime of(
            String problem, Batches batches, double[] start, List<double[]> images, double stepSize, int order) {
        List<Regime.Curvature> path = new ArrayList<>();
        double[] point = start.clone();
        double farthest = FARTHEST * (1 + Euclidean.norm(start));
        while (path.size() < MOST_POINTS && Euclidean.norm(point) <= farthest) {
            double largest = 0;
            for (VectorField field : batches.fields()) {
                largest = Math.max(largest, RegimeCheck.spectralRadius(field, point));
            }
            path.add(new Regime.Curvature(path.size() * stepSize, stepSize * largest));
            double[] from = point.clone();
            for (VectorField field : batches.fields()) {
                Euclidean.add(point, stepSize / batches.count(), field.at(from.clone()));
            }
        }
        double largest =
                path.stream().mapToDouble(Regime.Curvature::hLambda).max().orElse(0);
        List<Double> sizes = new ArrayList<>();
        for (int k = 0; k < images.size(); k++) {
            sizes.add(Math.pow(stepSize, k) * Euclidean.norm(images.get(k)));
        }
        int smallest = Regime.smallest(sizes);
        return new Regime(
                stepSize,
                largest,
                path,
                LIMITS,
                sizes,
                smallest,
                Double.POSITIVE_INFINITY,
                warnings(problem, largest, smallest, order));
    }

    private static List<String> warnings(String problem, double largest, int smallest, int order) {
        List<String> warnings = new ArrayList<>();
        if (largest >= LIMITS.reach()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "h·λ_max = %.3g ≥ 1 for a batch of %s: %s; take a smaller step size",
                    largest,
                    problem,
                    largest >= LIMITS.stable()
                            ? "steps on it alone leave every minimum of this curvature"
                            : "the generator is no convergent series"));
        }
        if (order > smallest) {
            warnings.add("the smallest part of the generator is that of h^" + (smallest - 1) + ": cut off at h^"
                    + (order - 1) + ", beyond it, it is not nearer to SGD; take a smaller step size or a lower order");
        }
        return warnings;
    }
}
