package org.modeq.examples.diagonal;

import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A stiff differential equation z′ = f(z), followed by the extrapolated linearly implicit Euler method.
 *
 * <p>A basic step is (1 − hJ) Δz = h f(z) with J = f′ at the beginning of the big step H; the results with h = H/1, …, H/8 are
 * extrapolated to h = 0, and the last two entries of the table give the error, kept below the tolerance by the choice of H.
 * Deuflhard (1985); Hairer and Wanner, <em>Solving Ordinary Differential Equations II</em> (1996), section IV.9. A big step
 * costs eight LU decompositions.
 */
final class StiffFlow {
    private static final int COLUMNS = 8;
    private static final double TOLERANCE = 1e-10;
    private static final double SMALLEST_STEP = 1e-14;

    private final Field field;
    private double time;
    private double[] point;
    private double step = 1e-3;

    /** A vector field with its derivative. */
    interface Field {
        /** Puts f(z) into an array. */
        void value(double[] z, double[] value);

        /** Puts f′(z) into a matrix. */
        void derivative(double[] z, DMatrixRMaj derivative);
    }

    StiffFlow(Field field, double[] start) {
        this.field = field;
        this.point = start.clone();
    }

    double time() {
        return time;
    }

    /** {@return z at the present time} */
    double[] point() {
        return point.clone();
    }

    /**
     * Goes on to a time.
     *
     * @throws ArithmeticException if the step becomes too small
     */
    void advanceTo(double end) {
        while (time < end) {
            advance(Math.min(step, end - time));
        }
    }

    /**
     * Goes on until a function of z that is negative now is not negative any more, to the last digit of the time.
     *
     * @throws ArithmeticException if it stays negative until the limit
     */
    void advanceUntil(ToDoubleFunction<double[]> event, double limit) {
        while (event.applyAsDouble(point) < 0) {
            if (time >= limit) {
                throw new ArithmeticException("the event has not come until t = " + limit + "; give a later limit");
            }
            double before = time;
            double[] start = point;
            advance(Math.min(step, limit - time));
            if (event.applyAsDouble(point) >= 0) {
                bisect(event, before, start, time - before);
                return;
            }
        }
    }

    private void bisect(ToDoubleFunction<double[]> event, double before, double[] start, double length) {
        double low = 0;
        double high = length;
        for (int k = 0; k < 50; k++) {
            double middle = (low + high) / 2;
            if (event.applyAsDouble(extrapolated(start, middle)[COLUMNS - 1]) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        time = before + high;
        point = extrapolated(start, high)[COLUMNS - 1];
    }

    /** One big step, shortened until its error is small enough. */
    private void advance(double length) {
        double tried = length;
        while (true) {
            double[][] last = extrapolated(point, tried);
            double error = 0;
            for (int i = 0; i < point.length; i++) {
                double difference = Math.abs(last[COLUMNS - 1][i] - last[COLUMNS - 2][i]);
                error = Math.max(error, difference / (TOLERANCE * (1 + Math.abs(point[i]))));
            }
            double factor = 0.8 * Math.pow(error, -1. / COLUMNS);
            boolean isSmall = error <= 1; // not if it is not a number
            if (isSmall) {
                time += tried;
                point = last[COLUMNS - 1];
                step = tried < length ? tried * Math.min(1, factor) : Math.max(step, tried * Math.min(4, factor));
                return;
            }
            tried *= Double.isNaN(factor) ? 0.1 : Math.max(0.1, factor);
            if (tried < SMALLEST_STEP) {
                throw new ArithmeticException("the step at t = " + time + " fell below " + SMALLEST_STEP
                        + "; the field is not smooth enough there");
            }
        }
    }

    /** The last row of the table of extrapolation by Aitken and Neville, with the step numbers 1, 2, …, 8. */
    private double[][] extrapolated(double[] start, double length) {
        int size = start.length;
        DMatrixRMaj derivative = new DMatrixRMaj(size, size);
        field.derivative(start, derivative);
        double[][] row = new double[COLUMNS][];
        for (int j = 1; j <= COLUMNS; j++) {
            double[][] next = new double[COLUMNS][];
            next[0] = linearlyImplicit(start, length, j, derivative);
            for (int k = 1; k < j; k++) {
                double ratio = (double) j / (j - k) - 1;
                double[] better = next[k - 1];
                double[] coarser = row[k - 1];
                next[k] = Vectors.of(size, i -> better[i] + (better[i] - coarser[i]) / ratio);
            }
            row = next;
        }
        return row;
    }

    private double[] linearlyImplicit(double[] start, double length, int steps, DMatrixRMaj derivative) {
        double h = length / steps;
        DMatrixRMaj matrix = derivative.copy();
        CommonOps_DDRM.scale(-h, matrix);
        for (int i = 0; i < start.length; i++) {
            matrix.add(i, i, 1);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(start.length);
        double[] z = start.clone();
        double[] value = new double[z.length];
        DMatrixRMaj right = new DMatrixRMaj(z.length, 1);
        DMatrixRMaj move = new DMatrixRMaj(z.length, 1);
        solver.setA(matrix);
        for (int n = 0; n < steps; n++) {
            field.value(z, value);
            for (int i = 0; i < z.length; i++) {
                right.set(i, 0, h * value[i]);
            }
            solver.solve(right, move);
            for (int i = 0; i < z.length; i++) {
                z[i] += move.get(i, 0);
            }
        }
        return z;
    }
}
