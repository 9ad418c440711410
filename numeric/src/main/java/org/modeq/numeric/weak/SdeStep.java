package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.weak.GaussianRule.Node;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.Pattern;

/**
 * The modified equation dX = B dt + √h Σ_b σ_b dW_b (Itô) over a time h, as flows along the drift and along the noise.
 *
 * <p>One splitting step: half the drift, the flow of h Σ_b ζ_b σ_b to time 1 with normal ζ, half the drift; the drift is that of
 * Stratonovich, B − h/2 Σ_b σ_b′σ_b. As Σ_b σ_b = 0, the noise needs m − 1 numbers ζ only. The weak error of a step is O(h⁴); one over
 * two halves of it, extrapolated, leaves h⁴ times commutators of the noise columns.
 */
final class SdeStep {
    private static final Pattern NOISE_ON_ITSELF = Pattern.parse("a[a]");

    private final Batches batches;
    private final double stepSize;
    private final ModifiedGenerator drift;
    private final TaylorAlgebra algebra;
    private final double[][] rotation;

    /** Of weak order 1 or 2. */
    SdeStep(Batches batches, int weakOrder, double stepSize) {
        this.batches = batches;
        this.stepSize = stepSize;
        List<ModifiedGenerator.Term> terms = new ArrayList<>();
        ModifiedSde.of(weakOrder)
                .drift()
                .forEach((tree, c) -> terms.add(new ModifiedGenerator.Term(tree.order() - 1, tree, c.doubleValue())));
        terms.add(new ModifiedGenerator.Term(1, NOISE_ON_ITSELF, -0.5));
        this.drift = ModifiedGenerator.ofTerms("drift", terms);
        this.algebra = TaylorAlgebra.of(batches.dimension(), weakOrder);
        this.rotation = rotation(batches.count());
    }

    /** m − 1, the number of normal numbers of a step. */
    int noises() {
        return rotation.length;
    }

    /** Helmert's orthonormal rows, all orthogonal to (1, …, 1). */
    private static double[][] rotation(int count) {
        double[][] rows = new double[count - 1][count];
        for (int j = 1; j < count; j++) {
            double scale = 1 / Math.sqrt(j * (j + 1.0));
            Arrays.fill(rows[j - 1], 0, j, scale);
            rows[j - 1][j] = -j * scale;
        }
        return rows;
    }

    private double[] drift(double... point) {
        return drift.drift(CentredFields.at(batches, point, algebra), stepSize);
    }

    /** Σ_b w_b σ_b, where the weights of the batches add up to 0. */
    private double[] noise(double[] weights, double... point) {
        double[] sum = new double[point.length];
        List<VectorField> fields = batches.fields();
        for (int b = 0; b < weights.length; b++) {
            Euclidean.add(
                    sum, weights[b] / Math.sqrt(fields.size()), fields.get(b).at(point));
        }
        return sum;
    }

    /** One classical Runge–Kutta step. */
    private static double[] flow(UnaryOperator<double[]> field, double time, double... point) {
        double[] end = point.clone();
        double[] slope = field.apply(point);
        Euclidean.add(end, time / 6, slope);
        for (int stage = 1; stage <= 3; stage++) {
            double[] inner = point.clone();
            Euclidean.add(inner, stage == 3 ? time : time / 2, slope);
            slope = field.apply(inner);
            Euclidean.add(end, stage == 3 ? time / 6 : time / 3, slope);
        }
        return end;
    }

    /** A splitting step of the time h/parts with given normal numbers, from the place of the first on. */
    private double[] split(double[] point, int parts, int first, double... normals) {
        double[] weights = new double[batches.count()];
        for (int j = 0; j < noises(); j++) {
            Euclidean.add(weights, stepSize / Math.sqrt(parts) * normals[first + j], rotation[j]);
        }
        double half = stepSize / parts / 2;
        double[] middle = flow(this::drift, half, point);
        return flow(this::drift, half, flow(inner -> noise(weights, inner), 1, middle));
    }

    private double[] split(double[] point, int parts, double... normals) {
        double[] end = point;
        for (int part = 0; part < parts; part++) {
            end = split(end, parts, part * noises(), normals);
        }
        return end;
    }

    /** A random step of the time h, over two halves of it. */
    double[] random(double[] point, RandomStream stream) {
        return split(point, 2, GaussianRule.draw(2 * noises(), stream));
    }

    /** The law of a step of the time h in points and weights, over one part of it or two. */
    List<Node> law(double[] point, int parts) {
        return GaussianRule.of(parts * noises()).stream()
                .map(node -> new Node(node.weight(), split(point, parts, node.point())))
                .toList();
    }
}
