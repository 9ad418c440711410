package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.kernel.Euclidean;

@DisplayName("The solution of least potential")
class HyperbolicPotentialTest {
    private static final List<SparseRegression> ALL = List.of(
            InitialisationOfDiagonalNets.data(),
            StochasticGains.data(),
            FineTuningTask.ALL.get(0).data(),
            FineTuningTask.ALL.get(1).data(),
            FineTuningTask.ALL.get(2).data());

    private static double residual(SparseRegression data, double[] beta) {
        return Math.sqrt(data.residuals(beta, new double[data.rows()]));
    }

    /** ‖w − Pw‖ / ‖w‖, Pw being the solution of Xβ = Xw of least norm. */
    private static double outsideOfRows(SparseRegression data, double[] w) {
        return Euclidean.distance(w, MinimalNorms.euclidean(data.withTruth(w))) / Euclidean.norm(w);
    }

    /** It is strictly convex, so Xβ = y and a gradient ½ asinh(β/k) in the row space of X are necessary and sufficient. */
    @ParameterizedTest(
            name = "is one for k = {0}: it solves the equations, and its gradient is a combination of the rows")
    @ValueSource(doubles = {1e-20, 1e-13, 1e-9, 1e-4, 1, 1e2, 1e6})
    void conditions(double k) {
        for (SparseRegression data : ALL) {
            double[] beta = HyperbolicPotential.solve(data, k);
            assertTrue(residual(data, beta) <= 1e-10 * Math.max(1, Euclidean.norm(data.targets())), "k = " + k);
            double[] gradient = Vectors.of(beta.length, j -> Math.signum(beta[j]) * asinh(Math.abs(beta[j]) / k) / 2);
            assertTrue(outsideOfRows(data, gradient) < 1e-8, "k = " + k + " " + outsideOfRows(data, gradient));
        }
    }

    private static double asinh(double x) {
        return Math.log1p(x + x * x / (Math.sqrt(x * x + 1) + 1));
    }

    @Test
    @DisplayName(
            "is for k → 0 that of least ‖β‖₁ by the simplex algorithm, for k → ∞ that of least ‖β‖ by least squares")
    void limits() {
        for (SparseRegression data : List.of(ALL.get(0), ALL.get(1))) {
            double[] absolute = MinimalNorms.absolute(data);
            assertTrue(Vectors.relativeDistance(HyperbolicPotential.solve(data, 1e-18), absolute) < 1e-9);
            double[] euclidean = MinimalNorms.euclidean(data);
            assertTrue(Vectors.relativeDistance(HyperbolicPotential.solve(data, 1e6), euclidean) < 1e-9);
        }
        SparseRegression slow = ALL.get(4); // some inactive |2Xᵀν| come near ln(1/k): k = 1e-20 is not yet small
        double[] absolute = MinimalNorms.absolute(slow);
        double before = Vectors.relativeDistance(HyperbolicPotential.solve(slow, 1e-10), absolute);
        double after = Vectors.relativeDistance(HyperbolicPotential.solve(slow, 1e-20), absolute);
        assertEquals(7.3e-2, before, 1e-3);
        assertEquals(2.6e-3, after, 1e-4);
    }

    @Test
    @DisplayName("is the same in the forms k sinh 2(S + z₀) and p e^{2S} − m e^{−2S}")
    void forms() {
        SparseRegression data = ALL.get(0);
        double[] k = Vectors.of(20, j -> 0.1 + 0.01 * j);
        double[] start = Vectors.of(20, j -> 0.3 - 0.02 * j);
        double[] rising = Vectors.of(20, j -> k[j] / 2 * Math.exp(2 * start[j]));
        double[] falling = Vectors.of(20, j -> k[j] / 2 * Math.exp(-2 * start[j]));
        assertArrayEquals(
                HyperbolicPotential.solve(data, k, start), HyperbolicPotential.between(data, rising, falling), 1e-12);
    }

    @Test
    @DisplayName("is for m = 0 one of positive weights whose ½ ln(β/p) is a combination of the rows")
    void entropy() {
        SparseRegression data = SparseRegression.of(11, 10, 20, 1, 2, 1);
        double[] p = Vectors.of(20, j -> 0.01);
        double[] beta = HyperbolicPotential.between(data, p, new double[20]);
        assertTrue(residual(data, beta) < 1e-9);
        for (double weight : beta) {
            assertTrue(weight > 0);
        }
        assertTrue(outsideOfRows(data, Vectors.of(20, j -> Math.log(beta[j] / p[j]) / 2)) < 1e-9);
    }

    @Test
    @DisplayName("does not exist where no positive weights solve the equations, and this is said")
    void noSolution() {
        SparseRegression data = SparseRegression.of(11, 10, 20, Vectors.of(20, j -> -1));
        double[] p = Vectors.of(20, j -> 1e-3);
        double[] none = new double[20];
        String message =
                String.valueOf(assertThrows(ArithmeticException.class, () -> HyperbolicPotential.between(data, p, none))
                        .getMessage());
        assertTrue(message.contains("leave more signs open"), message);
    }
}
