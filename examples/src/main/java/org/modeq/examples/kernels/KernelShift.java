package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;

/**
 * How random weights move the averaged kernel when all kernels start at the same point: against gradient descent V with the step
 * h/3 its mean is shifted by δ, to order h
 * <pre>
 *   δ ← δ − h/3 (Hδ + 1/24 Σ_l D²∇L : C_l),     C_l ← C_l − h/12 (H_ll C_l + C_l H_ll) + h²/6 g_l g_lᵀ,
 * </pre>
 * C_l = 𝔼 Σᵢ S_li S_liᵀ the spread that the noise has made, here a sum of columns c cᵀ, one for each step and layer.
 *
 * <p>A run is compared with the same run to second order in the noise, whose mean is 0 because the q = p − 1/3 of different steps
 * are independent: along u that is Σ_{m&lt;n} Σ_l (q_lm·q_ln) B_lnm. What it explains of the scatter is taken off.
 */
final class KernelShift {
    private static final double SQUARED_DEVIATION = 1.0 / 6;
    private static final double VARIANCE = 1.0 / 12;

    private final VectorField descent;
    private final LayeredKernels layers;
    private final double stepSize;

    /** V₀, …, V_n. */
    private final List<double[]> path = new ArrayList<>();

    /** The columns of each layer before each step, in the order of their birth. */
    private final List<List<List<double[]>>> columns = new ArrayList<>();

    private final double[] predicted;
    private final double[][][] scatter;

    private KernelShift(Loss loss, LayeredKernels layers, double[] start, double stepSize, int steps) {
        this.descent = loss.negativeGradient();
        this.layers = layers;
        this.stepSize = stepSize;
        path.add(start.clone());
        for (int n = 0; n < steps; n++) {
            double[] next = path.get(n).clone();
            Euclidean.add(next, stepSize / SimplexDraws.KERNELS, descent.at(path.get(n)));
            path.add(next);
        }
        CurvatureAlong curvature = new CurvatureAlong(descent);
        this.predicted = predict(curvature);
        this.scatter = scatter(curvature, direction());
    }

    /**
     * The shift of a run.
     *
     * @param loss L
     * @param layers which parameters have draws in common
     * @param start where all kernels start
     * @param stepSize h, that of each kernel
     * @param steps how many
     * @return what is predicted
     */
    static KernelShift of(Loss loss, LayeredKernels layers, double[] start, double stepSize, int steps) {
        return new KernelShift(loss, layers, start, stepSize, steps);
    }

    private int steps() {
        return path.size() - 1;
    }

    private double[] predict(CurvatureAlong curvature) {
        double[] shift = new double[path.get(0).length];
        List<List<double[]>> now = new ArrayList<>();
        for (int layer = 0; layer < layers.layers(); layer++) {
            now.add(List.of());
        }
        double[] point = shift;
        for (int n = 0; n < steps(); n++) {
            point = path.get(n);
            columns.add(now);
            curvature.moveTo(point);
            double[] rate = curvature.hessian(shift);
            List<List<double[]>> next = new ArrayList<>();
            for (int layer = 0; layer < now.size(); layer++) {
                List<double[]> moved = new ArrayList<>();
                for (double[] column : now.get(layer)) {
                    CurvatureAlong.Both both = curvature.both(column);
                    Euclidean.add(rate, VARIANCE / 2, both.third());
                    double[] after = column.clone();
                    Euclidean.add(after, -stepSize * VARIANCE, layers.restricted(layer, both.hessian()));
                    moved.add(after);
                }
                double[] born = layers.restricted(layer, descent.at(point));
                Euclidean.scale(born, stepSize * Math.sqrt(SQUARED_DEVIATION));
                moved.add(born);
                next.add(List.copyOf(moved));
            }
            Euclidean.add(shift, -stepSize / SimplexDraws.KERNELS, rate);
            now = next;
        }
        return shift;
    }

    /** u = δ/‖δ‖², so that ⟨δ, u⟩ = 1. */
    private double[] direction() {
        double[] direction = predicted.clone();
        Euclidean.scale(direction, 1 / Euclidean.product(predicted, predicted));
        return direction;
    }

    /** B_lnm, by the adjoint of the linear recursion. */
    private double[][][] scatter(CurvatureAlong curvature, double... direction) {
        double[][][] entries = new double[layers.layers()][steps()][];
        double[] adjoint = direction.clone();
        double scale = 1 / Math.sqrt(SQUARED_DEVIATION);
        double factor = stepSize / SimplexDraws.KERNELS;
        for (int n = steps() - 1; n >= 0; n--) {
            curvature.moveTo(path.get(n));
            double[] image = curvature.hessian(adjoint);
            for (int layer = 0; layer < entries.length; layer++) {
                entries[layer][n] = columns.get(n).get(layer).stream()
                        .mapToDouble(column -> -factor * scale * Euclidean.product(column, image))
                        .toArray();
            }
            Euclidean.add(adjoint, -factor, image);
        }
        return entries;
    }

    /** {@return δ, a copy} */
    double[] predicted() {
        return predicted.clone();
    }

    /** {@return V_n, a copy} */
    double[] withoutNoise() {
        return path.get(steps()).clone();
    }

    /**
     * The part of real runs along the prediction, which is 1 if that is right.
     *
     * @param plain the runs as they are
     * @param paired the runs less their second order in the noise
     */
    record Shares(Sample plain, Sample paired) {}

    /** Real runs with the draws of a seed. */
    Shares measure(int runs, long seed) {
        double[] plain = new double[runs];
        double[] paired = new double[runs];
        RandomStream stream = RandomStream.ofSeed(seed);
        double[] direction = direction();
        for (int run = 0; run < runs; run++) {
            List<double[][]> draws = new ArrayList<>();
            for (int n = 0; n < steps(); n++) {
                draws.add(layers.draw(stream));
            }
            plain[run] = Euclidean.product(Euclidean.difference(end(draws), path.get(steps())), direction);
            paired[run] = plain[run] - secondOrder(draws);
        }
        return new Shares(Sample.of(plain), Sample.of(paired));
    }

    /** W̄ after the steps of some draws. */
    private double[] end(List<double[][]> draws) {
        double[][] kernels = new double[SimplexDraws.KERNELS][];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = path.get(0).clone();
        }
        double[] field = new double[path.get(0).length];
        for (double[][] draw : draws) {
            descent.at(layers.combined(kernels, draw), field);
            layers.step(kernels, draw, stepSize, field);
        }
        return LayeredKernels.mean(kernels);
    }

    private double secondOrder(List<double[][]> draws) {
        double sum = 0;
        for (int layer = 0; layer < layers.layers(); layer++) {
            for (int n = 0; n < draws.size(); n++) {
                for (int m = 0; m < n; m++) {
                    double product = Euclidean.product(draws.get(n)[layer], draws.get(m)[layer]);
                    sum += (product - 1.0 / SimplexDraws.KERNELS) * scatter[layer][n][m];
                }
            }
        }
        return sum;
    }
}
