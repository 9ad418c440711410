package org.modeq.examples.diagonal;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;

/**
 * Linear equations Xβ = y with fewer rows than unknowns, X of independent normal numbers and y = Xβ*; the loss is
 * L(β) = 1/(2n) ‖Xβ − y‖². Plain arrays inside, for loops of millions of steps.
 */
final class SparseRegression {
    private final int rows;
    private final int features;
    /** Row by row. */
    private final double[] x;

    private final double[] truth;
    private final double[] y;

    private SparseRegression(int rows, int features, double[] x, double[] truth) {
        this.rows = rows;
        this.features = features;
        this.x = x;
        this.truth = truth;
        this.y = new double[rows];
        double[] product = new double[rows];
        residuals(truth, product);
        System.arraycopy(product, 0, y, 0, rows);
    }

    /**
     * The equations of a seed.
     *
     * @param seed the seed of X, drawn row by row
     * @param rows n
     * @param features d
     * @param leading the first components of β*; the others are 0
     */
    static SparseRegression of(long seed, int rows, int features, double... leading) {
        double[] x = RandomStream.ofSeed(seed).normals(rows * features);
        return new SparseRegression(rows, features, x, Arrays.copyOf(leading, features));
    }

    /** The same X with y = Xβ for another β. */
    SparseRegression withTruth(double[] beta) {
        return new SparseRegression(rows, features, x, beta.clone());
    }

    int rows() {
        return rows;
    }

    int features() {
        return features;
    }

    /** {@return β*} */
    double[] truth() {
        return truth.clone();
    }

    /** {@return y} */
    double[] targets() {
        return y.clone();
    }

    /** {@return X} */
    DMatrixRMaj matrix() {
        return new DMatrixRMaj(rows, features, true, x);
    }

    /** {@return whether β*ⱼ ≠ 0} */
    boolean isOnSupport(int j) {
        return truth[j] != 0;
    }

    /** {@return ‖β − β*‖²} */
    double error(double[] beta) {
        double distance = Euclidean.distance(beta, truth);
        return distance * distance;
    }

    /** Puts Xβ − y into an array; {@return its squared norm} */
    double residuals(double[] beta, double[] residuals) {
        double square = 0;
        for (int i = 0; i < rows; i++) {
            double residual = residual(i, beta);
            residuals[i] = residual;
            square += residual * residual;
        }
        return square;
    }

    /** {@return xᵢ·β − yᵢ} */
    double residual(int i, double[] beta) {
        int start = i * features;
        double first = -y[i];
        double second = 0;
        double third = 0;
        double fourth = 0;
        int j = 0;
        for (; j + 3 < features; j += 4) { // four sums do not wait for each other
            first += x[start + j] * beta[j];
            second += x[start + j + 1] * beta[j + 1];
            third += x[start + j + 2] * beta[j + 2];
            fourth += x[start + j + 3] * beta[j + 3];
        }
        for (; j < features; j++) {
            first += x[start + j] * beta[j];
        }
        return (first + second) + (third + fourth);
    }

    /** Puts Σᵢ ζᵢ xᵢ into an array; with ζ = (Xβ − y)/n this is ∇L. */
    void combine(double[] zeta, double[] sum) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < rows; i++) {
            add(i, zeta[i], sum);
        }
    }

    /** Adds ζ xᵢ. */
    void add(int i, double zeta, double[] sum) {
        int start = i * features;
        for (int j = 0; j < features; j++) {
            sum[j] += zeta * x[start + j];
        }
    }

    /** Puts Σᵢ ζᵢ² xᵢⱼ² into an array. */
    void combineSquares(double[] zeta, double[] sum) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < rows; i++) {
            int start = i * features;
            for (int j = 0; j < features; j++) {
                double term = zeta[i] * x[start + j];
                sum[j] += term * term;
            }
        }
    }

    /** {@return the diagonal of A = XᵀX/n} */
    double[] meanSquares() {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        double[] sums = new double[features];
        combineSquares(ones, sums);
        return Vectors.of(features, j -> sums[j] / rows);
    }
}
