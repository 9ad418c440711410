package org.modeq.examples.diagonal;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.modeq.numeric.kernel.Euclidean;

/**
 * The solution of Xβ = y to which gradient flow on a diagonal linear network converges: β = p e^{2S} − m e^{−2S}, S = Xᵀν.
 *
 * <p>For β = u∘v the start has p = (u + v)²/4 and m = (u − v)²/4, both kept by the flow. With c = u² − v² ≠ 0 this is β = k sinh 2(S + z₀),
 * k = |c|/2 = 2√(pm) and z₀ = ¼ ln(p/m); it minimises Σ φ_c(β) − φ_c′(β₀) β with φ_c(β) = ¼(2β asinh(2β/c) − √(4β² + c²) + c)
 * (Woodworth and others, 2020). Where c = 0 the weight keeps its sign, and the potential is an entropy.
 *
 * <p>Found without training: β is the gradient of the convex dual D(ν) = ½ Σ (p e^{2S} + m e^{−2S}) − y·ν, which Newton's method
 * minimises, damped so that D falls, but for rounding, and no exponent moves by more than 3 at once (the exponentials would overflow). A
 * step costs O(n²d), by a QR decomposition of the square root of D″, whose condition is the root of that of D″. It arrives for p and m
 * from 1e-20 to 1e6; below, D″ of equations with fewer than n weights that matter is singular to rounding.
 */
final class HyperbolicPotential {
    private static final double LARGEST_MOVE = 3;
    private static final double TOLERANCE = 1e-10;
    private static final double ROUNDING = 1e-15;
    private static final int MOST_STEPS = 500;

    private final SparseRegression data;
    private final double[] rising;
    private final double[] falling;
    private final double[] y;
    private double[] nu;
    private double[] exponents;

    private HyperbolicPotential(SparseRegression data, double[] rising, double[] falling) {
        this.data = data;
        this.rising = rising;
        this.falling = falling;
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
     * The solution in the form β = k sinh 2(S + z₀).
     *
     * @param k one for each coordinate, positive
     * @param start z₀
     * @return β with ‖Xβ − y‖ ≤ 1e-10 max(1, ‖y‖)
     * @throws IllegalArgumentException if a k is not positive: there is no z₀ where c = 0
     * @throws ArithmeticException if Newton's method does not arrive
     */
    static double[] solve(SparseRegression data, double[] k, double[] start) {
        for (double value : k) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("given k = " + value
                        + ", expected k = |u² − v²|/2 > 0; where |u| = |v| give (u + v)²/4 and (u − v)²/4 instead");
            }
        }
        return between(
                data,
                Vectors.of(k.length, j -> k[j] / 2 * Math.exp(2 * start[j])),
                Vectors.of(k.length, j -> k[j] / 2 * Math.exp(-2 * start[j])));
    }

    /**
     * The solution in the form β = p e^{2S} − m e^{−2S}.
     *
     * @param rising p ≥ 0, one for each coordinate
     * @param falling m ≥ 0; where both are 0 so is β
     * @return β with ‖Xβ − y‖ ≤ 1e-10 max(1, ‖y‖)
     * @throws ArithmeticException if Newton's method does not arrive, as when no β with the signs left open solves the equations
     */
    static double[] between(SparseRegression data, double[] rising, double[] falling) {
        return new HyperbolicPotential(data, rising, falling).minimised();
    }

    private double[] minimised() {
        double goal = TOLERANCE * Math.max(1, Euclidean.norm(y));
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
                + " steps; give p and m that are not as small, or leave more signs open");
    }

    /** 2Xᵀν. */
    private double[] exponents(double[] point) {
        double[] sum = new double[rising.length];
        data.combine(point, sum);
        return Vectors.of(sum.length, j -> 2 * sum[j]);
    }

    private double up(int j, double[] at) {
        return rising[j] * Math.exp(at[j]);
    }

    private double down(int j, double[] at) {
        return falling[j] * Math.exp(-at[j]);
    }

    private double[] weights() {
        return Vectors.of(rising.length, j -> {
            double x = exponents[j];
            return Math.abs(x) < 1 // there the exponentials would cancel if p and m are large
                    ? (rising[j] - falling[j]) * Math.cosh(x) + (rising[j] + falling[j]) * Math.sinh(x)
                    : up(j, exponents) - down(j, exponents);
        });
    }

    /** −D″⁻¹ D′ with D″ = X diag 2(p e^{2S} + m e^{−2S}) Xᵀ = MᵀM. */
    private double[] newtonStep(double[] slope) {
        DMatrixRMaj x = data.matrix();
        DMatrixRMaj root = new DMatrixRMaj(rising.length, y.length);
        for (int j = 0; j < rising.length; j++) {
            double weight = Math.sqrt(2 * (up(j, exponents) + down(j, exponents)));
            for (int i = 0; i < y.length; i++) {
                root.set(j, i, weight * x.get(i, j));
            }
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rising.length, y.length);
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
        double rounding = ROUNDING * dualSize();
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

    /** The sum of the absolute values that make up D. */
    private double dualSize() {
        double sum = 0;
        for (int j = 0; j < rising.length; j++) {
            sum += (up(j, exponents) + down(j, exponents)) / 2;
        }
        for (int i = 0; i < y.length; i++) {
            sum += Math.abs(y[i] * nu[i]);
        }
        return sum;
    }

    private double dual(double[] point, double[] at) {
        double sum = 0;
        for (int j = 0; j < rising.length; j++) {
            sum += (up(j, at) + down(j, at)) / 2;
        }
        for (int i = 0; i < y.length; i++) {
            sum -= y[i] * point[i];
        }
        return sum;
    }
}
