package org.modeq.examples.diagonal;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The solution of Xβ = y to which gradient flow on a diagonal linear network converges:
 * β = k sinh(2(Xᵀν + z₀)) with k = |c|/2, c = u² − v².
 *
 * <p>It minimises Σ φ_c(β) − φ_c′(β₀) β with φ_c(β) = ¼(2β asinh(2β/c) − √(4β² + c²) + c) (Woodworth and others, 2020).
 * Here by the dual, the convex function D(ν) = Σ (k/2) cosh 2(Xᵀν + z₀) − y·ν, without training: Newton's method, damped so
 * that D falls and no exponent moves by more than 3 at once (cosh would overflow). A Newton step costs O(n²d), by a QR decomposition of the square root of D″.
 */
final class HyperbolicPotential {
    private static final double LARGEST_MOVE = 3;
    private static final double TOLERANCE = 1e-10;
    private static final int MOST_STEPS = 2_000;

    private final SparseRegression data;
    private final double[] k;
    private final double[] start;
    private final double[] y;
    private double[] nu;
    private double[] exponents;

    private HyperbolicPotential(SparseRegression data, double[] k, double[] start) {
        this.data = data;
        this.k = k;
        this.start = start;
        this.y = data.targets();
        this.nu = new double[data.rows()];
        this.exponents = exponents(nu);
    }

    /** The solution for one k in all coordinates and z₀ = 0. */
    static double[] solve(SparseRegression data, double k) {
        double[] all = new double[data.features()];
        Arrays.fill(all, k);
        return solve(data, all, new double[data.features()]);
    }

    /**
     * The solution.
     *
     * @param k one for each coordinate, positive
     * @param start z₀
     * @return β with ‖Xβ − y‖ ≤ 1e-10 max(1, ‖y‖)
     * @throws IllegalArgumentException if a k is not positive: c = 0 leaves a coordinate where its sign is
     * @throws ArithmeticException if Newton's method does not arrive
     */
    static double[] solve(SparseRegression data, double[] k, double[] start) {
        for (double value : k) {
            if (!(value > 0)) {
                throw new IllegalArgumentException(
                        "given k = " + value + ", expected k = |u² − v²|/2 > 0; start with |u| ≠ |v|");
            }
        }
        return new HyperbolicPotential(data, k, start).minimised();
    }

    private double[] minimised() {
        double goal = TOLERANCE * Math.max(1, Vectors.norm(y));
        double last = Double.POSITIVE_INFINITY;
        for (int n = 0; n < MOST_STEPS; n++) {
            double[] beta = weights();
            double[] slope = new double[y.length];
            double residual = Math.sqrt(data.residuals(beta, slope));
            if (residual <= goal && residual >= last / 2) {
                return beta; // as far as rounding lets it
            }
            last = residual <= goal ? residual : Double.POSITIVE_INFINITY;
            advance(newtonStep(slope), slope);
        }
        throw new ArithmeticException("Newton's method has not solved Xβ = y to " + goal + " in " + MOST_STEPS
                + " steps; give k that are not as small");
    }

    /** 2(Xᵀν + z₀). */
    private double[] exponents(double[] point) {
        double[] sum = new double[k.length];
        data.combine(point, sum);
        return Vectors.of(k.length, j -> 2 * (sum[j] + start[j]));
    }

    private double[] weights() {
        return Vectors.of(k.length, j -> k[j] * Math.sinh(exponents[j]));
    }

    /** −D″⁻¹ D′ with D″ = X diag(2k cosh) Xᵀ = MᵀM. */
    private double[] newtonStep(double[] slope) {
        DMatrixRMaj root = new DMatrixRMaj(k.length, y.length);
        CommonOps_DDRM.transpose(data.matrix(), root);
        for (int j = 0; j < k.length; j++) {
            double weight = Math.sqrt(2 * k[j] * Math.cosh(exponents[j]));
            for (int i = 0; i < y.length; i++) {
                root.set(j, i, weight * root.get(j, i));
            }
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(k.length, y.length);
        qr.decompose(root);
        DMatrixRMaj triangle = qr.getR(new DMatrixRMaj(y.length, y.length), true);
        double[] step = slope.clone();
        TriangularSolver_DDRM.solveTranU(triangle.data, step, y.length);
        TriangularSolver_DDRM.solveU(triangle.data, step, y.length);
        return Vectors.of(step.length, i -> -step[i]);
    }

    /** Goes so far along the step that no exponent moves by more than 3 and D falls enough. */
    private void advance(double[] step, double[] slope) {
        double value = dual(nu, exponents);
        double descent = 0;
        for (int i = 0; i < step.length; i++) {
            descent += step[i] * slope[i];
        }
        double[] whole = exponents(Vectors.of(nu.length, i -> nu[i] + step[i]));
        double longest = Math.min(1, LARGEST_MOVE / Vectors.largestDifference(whole, exponents));
        double rounding = 1e-15 * Math.abs(value);
        for (double share = longest; share > 1e-12 * longest; share /= 2) {
            double factor = share;
            double[] point = Vectors.of(nu.length, i -> nu[i] + factor * step[i]);
            double[] candidate = exponents(point);
            if (dual(point, candidate) <= value + 1e-4 * factor * descent + rounding) {
                nu = point;
                exponents = candidate;
                return;
            }
        }
    }

    private double dual(double[] point, double[] at) {
        double sum = 0;
        for (int j = 0; j < k.length; j++) {
            sum += k[j] / 2 * Math.cosh(at[j]);
        }
        for (int i = 0; i < y.length; i++) {
            sum -= y[i] * point[i];
        }
        return sum;
    }
}
