package org.modeq.examples.diagonal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Solutions of Xβ = y of minimal norm: the references of implicit bias. */
final class MinimalNorms {
    private static final double SMOOTHING_FACTOR = 0.97;
    private static final double LAST_SMOOTHING = 1e-9;

    private MinimalNorms() {}

    /** The solution of least ‖β‖₁ = Σ (p + q), β = p − q, p, q ≥ 0: a linear program, by the simplex algorithm. */
    static double[] absolute(SparseRegression data) {
        int size = data.features();
        double[] y = data.targets();
        List<LinearConstraint> equations = IntStream.range(0, data.rows())
                .mapToObj(i -> {
                    double[] row = new double[size];
                    data.add(i, 1, row);
                    double[] both = Vectors.of(2 * size, j -> j < size ? row[j] : -row[j - size]);
                    return new LinearConstraint(both, Relationship.EQ, y[i]);
                })
                .toList();
        double[] ones = new double[2 * size];
        Arrays.fill(ones, 1);
        double[] point = new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(ones, 0),
                        new LinearConstraintSet(equations),
                        new NonNegativeConstraint(true),
                        GoalType.MINIMIZE)
                .getPoint();
        return Vectors.of(size, j -> point[j] - point[j + size]);
    }

    /** The solution of least ‖β‖: Xᵀ(XXᵀ)⁻¹y. */
    static double[] euclidean(SparseRegression data) {
        double[] ones = new double[data.features()];
        Arrays.fill(ones, 1);
        return weighted(data, ones, 0);
    }

    /** The minimum of L(β) + (λ/2) Σ βⱼ²/wⱼ, W Xᵀ(X W Xᵀ + nλ)⁻¹ y with W = diag w; for λ = 0 among the solutions. */
    private static double[] weighted(SparseRegression data, double[] weights, double penalty) {
        DMatrixRMaj x = data.matrix();
        DMatrixRMaj scaled = x.copy();
        CommonOps_DDRM.multCols(scaled, weights);
        DMatrixRMaj product = new DMatrixRMaj(data.rows(), data.rows());
        CommonOps_DDRM.multTransB(scaled, x, product);
        for (int i = 0; i < data.rows(); i++) {
            product.add(i, i, data.rows() * penalty);
        }
        DMatrixRMaj nu = new DMatrixRMaj(data.rows(), 1);
        if (!CommonOps_DDRM.solve(product, new DMatrixRMaj(data.rows(), 1, true, data.targets()), nu)) {
            throw new ArithmeticException("X W Xᵀ is singular, expected independent rows; give other data");
        }
        DMatrixRMaj beta = new DMatrixRMaj(data.features(), 1);
        CommonOps_DDRM.multTransA(scaled, nu, beta);
        return beta.data;
    }

    /**
     * The solutions β₁, …, β_T of several tasks of least ‖B‖₁,₂ = Σⱼ ‖(β₁ⱼ, …, β_Tⱼ)‖, by least squares that are weighted with
     * the norms of the last pass; √(‖·‖² + ε²) in their place, ε from 1 to 1e-9, keeps them positive.
     */
    static double[][] rows(List<SparseRegression> tasks) {
        return penalisedRows(tasks, 0);
    }

    /** The minimum of Σ_t L_t(β_t) + λ ‖B‖₁,₂ in the same way. */
    static double[][] penalisedRows(List<SparseRegression> tasks, double penalty) {
        double[] weights = new double[tasks.get(0).features()];
        Arrays.fill(weights, 1);
        double[][] solutions = new double[0][];
        for (double smoothing = 1; smoothing > LAST_SMOOTHING; smoothing *= SMOOTHING_FACTOR) {
            solutions =
                    tasks.stream().map(task -> weighted(task, weights, penalty)).toArray(double[][]::new);
            for (int j = 0; j < weights.length; j++) {
                weights[j] = Math.hypot(rowNorm(solutions, j), smoothing);
            }
        }
        return solutions;
    }

    /** ‖(β₁ⱼ, …, β_Tⱼ)‖. */
    static double rowNorm(double[][] solutions, int j) {
        return Math.sqrt(Arrays.stream(solutions)
                .mapToDouble(solution -> solution[j] * solution[j])
                .sum());
    }

    /** ‖B‖₁,₂. */
    static double sumOfRowNorms(double[][] solutions) {
        return IntStream.range(0, solutions[0].length)
                .mapToDouble(j -> rowNorm(solutions, j))
                .sum();
    }
}
