package org.modeq.examples.diagonal;

import java.util.Arrays;
import org.modeq.numeric.model.RandomStream;

/**
 * A finished run of gradient descent on the diagonal linear network β = u∘v with L = 1/(2n) ‖Xβ − y‖².
 *
 * <p>With s = ∂L/∂β (or xᵢrᵢ of one sample) a step is (u, v) ← (u − γ s∘v, v − γ s∘u), both at once. It multiplies
 * c = u² − v² by exactly 1 − γ²s², coordinate by coordinate (Even and others, 2023). A step costs O(nd).
 */
final class DiagonalDescent {
    private static final double DIVERGED = 1e12;

    private final SparseRegression data;
    private final double stepSize;
    private final double[] u;
    private final double[] v;
    private final double[] beta;
    private final double[] initial;
    /** ∏ (1 − γ²s²). */
    private final double[] product;
    /** Σ γ²s². */
    private final double[] squares;
    /** Σ γs. */
    private final double[] sums;

    private double lossIntegral;
    private long steps;
    private boolean isConverged;

    /**
     * When a run ends.
     *
     * @param residual converged at ‖Xβ − y‖ ≤ residual · ‖y‖
     * @param steps the most steps
     */
    record Stop(double residual, long steps) {}

    private DiagonalDescent(SparseRegression data, double stepSize, double[] u, double[] v) {
        int size = data.features();
        this.data = data;
        this.stepSize = stepSize;
        this.u = u.clone();
        this.v = v.clone();
        this.beta = Vectors.of(size, j -> u[j] * v[j]);
        this.initial = Vectors.of(size, j -> u[j] * u[j] - v[j] * v[j]);
        this.product = Vectors.of(size, j -> 1);
        this.squares = new double[size];
        this.sums = new double[size];
    }

    /** Gradient descent from u = √2 α, v = 0, where c = 2α² and k = α². */
    static DiagonalDescent full(SparseRegression data, double alpha, double stepSize, Stop stop) {
        double[] u = Vectors.of(data.features(), j -> Math.sqrt(2) * alpha);
        return full(data, u, new double[data.features()], stepSize, stop);
    }

    /** Gradient descent from any start. */
    static DiagonalDescent full(SparseRegression data, double[] u, double[] v, double stepSize, Stop stop) {
        DiagonalDescent run = new DiagonalDescent(data, stepSize, u, v);
        int rows = data.rows();
        run.descend(stop, (residuals, slopes) -> {
            for (int i = 0; i < rows; i++) {
                residuals[i] /= rows;
            }
            data.combine(residuals, slopes);
        });
        return run;
    }

    /** Gradients of one sample i = ⌊un⌋ per step, from u = √2 α, v = 0. */
    static DiagonalDescent oneSample(SparseRegression data, double alpha, double stepSize, Stop stop, long seed) {
        double[] u = Vectors.of(data.features(), j -> Math.sqrt(2) * alpha);
        DiagonalDescent run = new DiagonalDescent(data, stepSize, u, new double[data.features()]);
        RandomStream stream = RandomStream.ofSeed(seed);
        run.descend(stop, (residuals, slopes) -> {
            int i = stream.integer(data.rows());
            Arrays.fill(slopes, 0);
            data.add(i, residuals[i], slopes);
        });
        return run;
    }

    /** Puts s into the second array; the first has Xβ − y and may be changed. */
    @FunctionalInterface
    private interface Slopes {
        void of(double[] residuals, double[] slopes);
    }

    private void descend(Stop stop, Slopes rule) {
        double[] residuals = new double[data.rows()];
        double[] slopes = new double[data.features()];
        double goal = stop.residual() * stop.residual() * Vectors.square(data.targets());
        double square = data.residuals(beta, residuals);
        while (square > goal && square < DIVERGED && steps < stop.steps()) {
            lossIntegral += stepSize * square / (2 * data.rows());
            rule.of(residuals, slopes);
            step(slopes);
            square = data.residuals(beta, residuals);
        }
        isConverged = square <= goal;
    }

    private void step(double[] slopes) {
        for (int j = 0; j < slopes.length; j++) {
            double x = stepSize * slopes[j];
            double left = u[j] - x * v[j];
            double right = v[j] - x * u[j];
            u[j] = left;
            v[j] = right;
            beta[j] = left * right;
            product[j] *= 1 - x * x;
            squares[j] += x * x;
            sums[j] += x;
        }
        steps++;
    }

    /** {@return β} */
    double[] weights() {
        return beta.clone();
    }

    /** {@return u² − v²} */
    double[] imbalance() {
        return Vectors.of(u.length, j -> u[j] * u[j] - v[j] * v[j]);
    }

    /** {@return ln |c/c₀|} */
    double[] logarithms() {
        double[] imbalance = imbalance();
        return Vectors.of(u.length, j -> Math.log(Math.abs(imbalance[j] / initial[j])));
    }

    /** {@return Σ ln |1 − γ²s²| over the steps, which is ln |c/c₀| another way} */
    double[] logarithmsOfFactors() {
        return Vectors.of(u.length, j -> Math.log(Math.abs(product[j])));
    }

    /** {@return −Σ γ²s²} */
    double[] minusSquares() {
        return Vectors.of(u.length, j -> -squares[j]);
    }

    /** {@return ½ ln |(u + v)/(u − v)| + Σ γs: what is left of the start in the dual of β} */
    double[] perturbedStart() {
        return Vectors.of(u.length, j -> Math.log(Math.abs((u[j] + v[j]) / (u[j] - v[j]))) / 2 + sums[j]);
    }

    /** {@return how many coordinates of c have changed their sign} */
    long signChanges() {
        long changes = 0;
        for (double factor : product) {
            changes += factor < 0 ? 1 : 0;
        }
        return changes;
    }

    /** {@return ∫ L dt with dt = γ} */
    double lossIntegral() {
        return lossIntegral;
    }

    long steps() {
        return steps;
    }

    boolean isConverged() {
        return isConverged;
    }

    /** {@return ‖β − β*‖²} */
    double error() {
        return data.error(beta);
    }
}
