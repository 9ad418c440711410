package org.modeq.numeric.weak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.VectorField;

/**
 * A second road without moments and without paths: φ ↦ 1/m Σ φ(x + h f_i(x)) on polynomials of degree 40 through the Chebyshev points
 * of [−1, 1], and exp(T𝓛) of the equation on the same points.
 *
 * <p>The noise of the cubic fields vanishes at ±1, where the mean field points inwards: no path leaves, and no boundary condition is
 * needed.
 */
@DisplayName("The averaging operator of SGD on cubic fields in one variable")
class AveragingOperatorTest {
    private static final int DEGREE = 40;
    private static final double START = 0.5;

    /** f_i = −x/2 − x³/4 + c_i (1 − x²), Σ c_i = 0, skewed. */
    private static final double[] NOISE = {0.75, -0.25, -0.5};

    private static double mean(double x) {
        return -x / 2 - x * x * x / 4;
    }

    private static double meanSlope(double x) {
        return -0.5 - 0.75 * x * x;
    }

    private static Batches batches() {
        List<VectorField> fields = new ArrayList<>();
        for (double c : NOISE) {
            fields.add(VectorField.of(1, x -> {
                Jet square = x.hadamard(x);
                return Jet.column(x.algebra(), c).plus(-c, square).plus(-0.5, x).plus(-0.25, square.hadamard(x));
            }));
        }
        return Batches.of(fields);
    }

    private static double point(int k) {
        return Math.cos(Math.PI * k / DEGREE);
    }

    /** The values of the Lagrange polynomials of the Chebyshev points at x, by the barycentric formula. */
    private static double[] lagrange(double x) {
        double[] values = new double[DEGREE + 1];
        double sum = 0;
        for (int k = 0; k <= DEGREE; k++) {
            double distance = x - point(k);
            if (distance == 0) {
                double[] unit = new double[DEGREE + 1];
                unit[k] = 1;
                return unit;
            }
            values[k] = (k % 2 == 0 ? 1 : -1) * (k == 0 || k == DEGREE ? 0.5 : 1) / distance;
            sum += values[k];
        }
        for (int k = 0; k <= DEGREE; k++) {
            values[k] /= sum;
        }
        return values;
    }

    private static DMatrixRMaj averaging(double h) {
        DMatrixRMaj matrix = new DMatrixRMaj(DEGREE + 1, DEGREE + 1);
        for (int row = 0; row <= DEGREE; row++) {
            double x = point(row);
            for (double c : NOISE) {
                double[] values = lagrange(x + h * (mean(x) + c * (1 - x * x)));
                for (int k = 0; k <= DEGREE; k++) {
                    matrix.add(row, k, values[k] / NOISE.length);
                }
            }
        }
        return matrix;
    }

    /** ∂ on the Chebyshev points (Trefethen, Spectral Methods in MATLAB, chapter 6). */
    private static DMatrixRMaj derivative() {
        DMatrixRMaj matrix = new DMatrixRMaj(DEGREE + 1, DEGREE + 1);
        for (int i = 0; i <= DEGREE; i++) {
            for (int j = 0; j <= DEGREE; j++) {
                if (i != j) {
                    double ci = i == 0 || i == DEGREE ? 2 : 1;
                    double cj = j == 0 || j == DEGREE ? 2 : 1;
                    double entry = ci / cj * ((i + j) % 2 == 0 ? 1 : -1) / (point(i) - point(j));
                    matrix.set(i, j, entry);
                    matrix.add(i, i, -entry);
                }
            }
        }
        return matrix;
    }

    /** 𝓛 = B ∂ + h/2 Σ σ² ∂², B = f̄ at weak order 1 and f̄ − h/2 f̄′f̄ at 2. */
    private static DMatrixRMaj equation(int weakOrder, double h) {
        DMatrixRMaj first = derivative();
        DMatrixRMaj second = CommonOps_DDRM.mult(first, first, null);
        double variance = 0;
        for (double c : NOISE) {
            variance += c * c / NOISE.length;
        }
        DMatrixRMaj matrix = new DMatrixRMaj(DEGREE + 1, DEGREE + 1);
        for (int i = 0; i <= DEGREE; i++) {
            double x = point(i);
            double drift = mean(x) - (weakOrder == 2 ? h / 2 * meanSlope(x) * mean(x) : 0);
            double diffusion = h / 2 * variance * (1 - x * x) * (1 - x * x);
            for (int j = 0; j <= DEGREE; j++) {
                matrix.set(i, j, drift * first.get(i, j) + diffusion * second.get(i, j));
            }
        }
        return matrix;
    }

    /** exp(A) by the series at A/2^s and s squarings. */
    private static DMatrixRMaj exponential(DMatrixRMaj matrix) {
        int squarings = 16;
        DMatrixRMaj small = matrix.copy();
        CommonOps_DDRM.scale(Math.scalb(1.0, -squarings), small);
        DMatrixRMaj sum = CommonOps_DDRM.identity(DEGREE + 1);
        DMatrixRMaj term = CommonOps_DDRM.identity(DEGREE + 1);
        for (int k = 1; k <= 30; k++) {
            term = CommonOps_DDRM.mult(small, term, null);
            CommonOps_DDRM.scale(1.0 / k, term);
            CommonOps_DDRM.addEquals(sum, term);
        }
        for (int s = 0; s < squarings; s++) {
            sum = CommonOps_DDRM.mult(sum, sum, null);
        }
        return sum;
    }

    /** The value at the start of a function on the points after an operator. */
    private static double value(DMatrixRMaj operator, int times, int power) {
        DMatrixRMaj function = new DMatrixRMaj(DEGREE + 1, 1);
        for (int k = 0; k <= DEGREE; k++) {
            function.set(k, 0, Math.pow(point(k) - START, power));
        }
        for (int n = 0; n < times; n++) {
            function = CommonOps_DDRM.mult(operator, function, null);
        }
        double[] weights = lagrange(START);
        double value = 0;
        for (int k = 0; k <= DEGREE; k++) {
            value += weights[k] * function.get(k, 0);
        }
        return value;
    }

    @Test
    @DisplayName("has the moments of the recurrence that leaves out those of higher degree")
    void moments() {
        int steps = 32;
        double h = 1.0 / steps;
        double[] closed = MomentFlow.of(batches(), 6)
                .afterSteps(new double[] {START}, h, steps)
                .about(new double[] {START}, 3);
        DMatrixRMaj operator = averaging(h);
        for (int power = 1; power <= 3; power++) {
            assertEquals(value(operator, steps, power), closed[power - 1], 1e-11, "degree " + power);
        }
    }

    @ParameterizedTest(
            name = "is off the equation of weak order {0} by h^{0}, with the constant of moments and of paths")
    @CsvSource({"1", "2"})
    void equations(int weakOrder) {
        double[] differences = new double[2];
        for (int halving = 0; halving < 2; halving++) {
            int steps = 32 << halving;
            double h = 1.0 / steps;
            double second = value(averaging(h), steps, 2) - value(exponential(equation(weakOrder, h)), 1, 2);
            differences[halving] = second;
            MomentFlow flow = MomentFlow.of(batches(), 6);
            double[] start = {START};
            double closed = flow.afterSteps(start, h, steps).about(start, 2)[1]
                    - flow.afterTime(ModifiedGenerator.ofSde(weakOrder), start, h, 1)
                            .about(start, 2)[1];
            assertEquals(second, closed, 1e-4 * Math.abs(second));
            HybridPaths.Difference sampled = HybridPaths.sampled(batches(), weakOrder, start, h, steps, 512, 1);
            assertEquals(second, sampled.difference().get(1), 4 * sampled.standardError());
        }
        assertEquals(weakOrder, Math.log(differences[0] / differences[1]) / Math.log(2), 0.08);
    }
}
