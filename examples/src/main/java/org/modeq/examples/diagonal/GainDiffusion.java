package org.modeq.examples.diagonal;

import java.util.Arrays;
import org.modeq.numeric.model.RandomStream;

/**
 * A path of stochastic gradient flow on a diagonal linear network, with noise of a covariance Σ that one chooses:
 * dS = ∂L/∂β dt + √γ Σ^½ dW, du = −v∘dS, dv = −u∘dS.
 *
 * <p>In w± = u ± v this is d ln w± = ∓dS − ½ γ Σⱼⱼ dt (the last term is Itô's), and hence d ln c = −γ Σⱼⱼ dt for
 * c = w₊w₋. A step moves the two logarithms, and costs O(nd).
 */
final class GainDiffusion {
    /** The covariance of the noise. */
    enum Noise {
        /** Σ = 2L · XᵀX/n: the model. */
        MODEL,
        /** Σ = (1/n) Σ rᵢ² xᵢxᵢᵀ − ∇L ∇Lᵀ: that of one sample. */
        ONE_SAMPLE
    }

    private final SparseRegression data;
    private final Noise noise;
    private final double stepSize;
    private final double dt;
    private final double itoFactor;
    private final RandomStream stream;
    private final double[] up;
    private final double[] down;
    private final double[] beta;
    private final double[] variances;
    private final double[] covered;
    private double lossIntegral;

    private GainDiffusion(
            SparseRegression data, Noise noise, double alpha, double stepSize, double dt, boolean hasIto, long seed) {
        int size = data.features();
        double start = Math.log(Math.sqrt(2) * alpha);
        this.data = data;
        this.noise = noise;
        this.stepSize = stepSize;
        this.dt = dt;
        this.itoFactor = hasIto ? 1 : 0;
        this.stream = RandomStream.ofSeed(seed);
        this.up = Vectors.of(size, j -> start);
        this.down = up.clone();
        this.beta = new double[size];
        this.variances = data.meanSquares();
        this.covered = new double[size];
    }

    /** What a path has shown. */
    static final class Path {
        private final double[] logarithms;
        private final double[] predicted;
        private final double lossIntegral;

        private final double loss;

        private final double[] weights;

        private Path(double[] logarithms, double[] predicted, double lossIntegral, double loss, double[] weights) {
            this.weights = weights;
            this.loss = loss;
            this.logarithms = logarithms;
            this.predicted = predicted;
            this.lossIntegral = lossIntegral;
        }

        /** {@return ln (c/c₀) by coordinate} */
        double[] logarithms() {
            return logarithms.clone();
        }

        /** {@return −γ ∫ Σⱼⱼ dt, the same another way} */
        double[] predicted() {
            return predicted.clone();
        }

        /** {@return ∫ L dt} */
        double lossIntegral() {
            return lossIntegral;
        }

        /** {@return β at the end} */
        double[] weights() {
            return weights.clone();
        }

        /** {@return L at the end} */
        double loss() {
            return loss;
        }
    }

    /** A path from u = √2 α, v = 0. */
    static Path path(
            SparseRegression data, Noise noise, double alpha, double stepSize, double dt, double time, long seed) {
        return new GainDiffusion(data, noise, alpha, stepSize, dt, true, seed).run(time);
    }

    /** The same without Itô's term, which is wrong: c would stay as it is. */
    static Path pathWithoutIto(
            SparseRegression data, Noise noise, double alpha, double stepSize, double dt, double time, long seed) {
        return new GainDiffusion(data, noise, alpha, stepSize, dt, false, seed).run(time);
    }

    private Path run(double time) {
        double[] first = Vectors.of(up.length, j -> up[j] + down[j]);
        double[] residuals = new double[data.rows()];
        double[] drivers = new double[data.rows()];
        double[] moves = new double[up.length];
        double[] spread = new double[up.length];
        double[] slopes = new double[up.length];
        long steps = Math.round(time / dt);
        for (long n = 0; n < steps; n++) {
            double loss = data.residuals(beta, residuals) / (2 * data.rows());
            lossIntegral += loss * dt;
            drive(loss, residuals, drivers);
            data.combine(drivers, moves);
            spread(loss, residuals, slopes, spread);
            step(moves, spread);
        }
        double loss = data.residuals(beta, residuals) / (2 * data.rows());
        return new Path(Vectors.of(up.length, j -> up[j] + down[j] - first[j]), covered, lossIntegral, loss, beta);
    }

    /** ζ with ΔS = Σᵢ ζᵢ xᵢ. */
    private void drive(double loss, double[] residuals, double[] drivers) {
        int rows = drivers.length;
        double[] normals = stream.normals(rows);
        double size = Math.sqrt(stepSize * dt / rows);
        double mean = noise == Noise.MODEL ? 0 : Arrays.stream(normals).sum() / rows;
        for (int i = 0; i < rows; i++) {
            double height = noise == Noise.MODEL ? Math.sqrt(2 * loss) : residuals[i];
            drivers[i] = dt / rows * residuals[i] + size * height * (normals[i] - mean);
        }
    }

    /** Σⱼⱼ. */
    private void spread(double loss, double[] residuals, double[] slopes, double[] spread) {
        int rows = residuals.length;
        if (noise == Noise.MODEL) {
            for (int j = 0; j < spread.length; j++) {
                spread[j] = 2 * loss * variances[j];
            }
            return;
        }
        data.combine(residuals, slopes);
        data.combineSquares(residuals, spread);
        for (int j = 0; j < spread.length; j++) {
            spread[j] = spread[j] / rows - slopes[j] * slopes[j] / rows / rows;
        }
    }

    private void step(double[] moves, double[] spread) {
        for (int j = 0; j < up.length; j++) {
            double fall = stepSize * spread[j] * dt;
            up[j] -= moves[j] + itoFactor * fall / 2;
            down[j] += moves[j] - itoFactor * fall / 2;
            covered[j] -= fall;
            beta[j] = (Math.exp(2 * up[j]) - Math.exp(2 * down[j])) / 4;
        }
    }
}
