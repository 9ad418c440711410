package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.kernel.Euclidean;

/**
 * Gradient flow on a diagonal linear network from a small start, in units Λ = ln(1/α) of time: z′ = −L′(β) with
 * β = α² sinh(2Λz), whose limit for α → 0 is the {@link SaddlePath}.
 */
final class SmallStartFlow implements StiffFlow.Field {
    private final RationalRegression data;
    private final double scale;
    private final double logarithm;
    private final double[][] gram;

    private SmallStartFlow(RationalRegression data, double alpha) {
        int size = data.features();
        this.data = data;
        this.scale = alpha * alpha;
        this.logarithm = Math.log(1 / alpha);
        this.gram = new double[size][];
        for (int i = 0; i < size; i++) {
            int row = i;
            gram[i] = Vectors.of(size, j -> data.gram(row, j).doubleValue());
        }
    }

    static SmallStartFlow of(RationalRegression data, double alpha) {
        return new SmallStartFlow(data, alpha);
    }

    /** {@return Λ} */
    double logarithm() {
        return logarithm;
    }

    /** {@return β(z)} */
    double[] weights(double[] z) {
        return Vectors.of(z.length, j -> scale * Math.sinh(2 * logarithm * z[j]));
    }

    @Override
    public void value(double[] z, double[] value) {
        data.gradient(weights(z), value);
        for (int j = 0; j < z.length; j++) {
            value[j] = -value[j];
        }
    }

    @Override
    public void derivative(double[] z, DMatrixRMaj derivative) {
        for (int j = 0; j < z.length; j++) {
            double slope = 2 * logarithm * scale * Math.cosh(2 * logarithm * z[j]);
            for (int i = 0; i < z.length; i++) {
                derivative.set(i, j, -gram[i][j] * slope);
            }
        }
    }

    /** The times at which the projections on the jumps reach one half, one after the other. */
    double[] jumpTimes(List<SaddlePath.Jump> jumps) {
        StiffFlow flow = new StiffFlow(this, new double[data.features()]);
        double[] times = new double[jumps.size()];
        double[] from = new double[data.features()];
        for (int k = 0; k < times.length; k++) {
            double[] start = from;
            double[] to = plateau(jumps.get(k));
            double limit = jumps.get(k).time().doubleValue() + 10;
            flow.advanceUntil(z -> projection(weights(z), start, to) - 0.5, limit);
            times[k] = flow.time();
            from = to;
        }
        return times;
    }

    private static double projection(double[] beta, double[] from, double[] to) {
        double product = 0;
        for (int j = 0; j < beta.length; j++) {
            product += (beta[j] - from[j]) * (to[j] - from[j]);
        }
        double length = Euclidean.distance(to, from);
        return product / (length * length);
    }

    /** β at some times, which must not fall. */
    List<double[]> at(double[] times) {
        StiffFlow flow = new StiffFlow(this, new double[data.features()]);
        List<double[]> points = new ArrayList<>();
        for (double time : times) {
            flow.advanceTo(time);
            points.add(weights(flow.point()));
        }
        return points;
    }

    static double[] plateau(SaddlePath.Jump jump) {
        return jump.plateau().stream().mapToDouble(value -> value.doubleValue()).toArray();
    }
}
