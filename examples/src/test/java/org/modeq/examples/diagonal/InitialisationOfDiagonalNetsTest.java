package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;

@DisplayName("The start of a diagonal linear network")
class InitialisationOfDiagonalNetsTest {
    private static final SparseRegression DATA = InitialisationOfDiagonalNets.data();
    private static final DiagonalDescent.Stop STOP = new DiagonalDescent.Stop(1e-9, 1_000_000);

    @Test
    @DisplayName("decides the solution as expected")
    void outcomes() {
        ExperimentRun.quick(new InitialisationOfDiagonalNets());
    }

    /** β = w₊² − w₋² and L = 1/(2n) ‖Xβ − y‖², from w± = α. */
    private static double[] inTheOtherForm(double alpha, double stepSize, long steps) {
        int size = DATA.features();
        double[] plus = Vectors.of(size, j -> alpha);
        double[] minus = plus.clone();
        double[] residuals = new double[DATA.rows()];
        double[] slopes = new double[size];
        for (long n = 0; n < steps; n++) {
            double[] beta = Vectors.of(size, j -> plus[j] * plus[j] - minus[j] * minus[j]);
            DATA.residuals(beta, residuals);
            DATA.combine(residuals, slopes);
            for (int j = 0; j < size; j++) {
                double s = slopes[j] / DATA.rows();
                plus[j] -= 2 * stepSize * s * plus[j];
                minus[j] += 2 * stepSize * s * minus[j];
            }
        }
        return Vectors.of(size, j -> plus[j] * plus[j] - minus[j] * minus[j]);
    }

    @Nested
    @DisplayName("has traps:")
    class Traps {
        private final DiagonalDescent run = DiagonalDescent.full(DATA, Math.sqrt(2), 0.01, STOP);

        @Test
        @DisplayName("u = 2α has k = 2α², and k = α² or 4α² is far off")
        void factorOfK() {
            assertTrue(Vectors.relativeDistance(run.weights(), HyperbolicPotential.solve(DATA, 2)) < 6e-4);
            assertTrue(Vectors.relativeDistance(run.weights(), HyperbolicPotential.solve(DATA, 1)) > 1e-2);
            assertTrue(Vectors.relativeDistance(run.weights(), HyperbolicPotential.solve(DATA, 4)) > 5e-3);
        }

        @Test
        @DisplayName("w₊² − w₋² has half the step size of uv, and with the same one another solution")
        void factorOfStepSize() {
            double[] half = inTheOtherForm(1, 0.005, run.steps());
            double[] same = inTheOtherForm(1, 0.01, run.steps());
            assertTrue(Vectors.relativeDistance(half, run.weights()) < 1e-12);
            assertTrue(Vectors.relativeDistance(same, run.weights()) > 3e-4);
        }

        @Test
        @DisplayName("α = 0.01 is not done after 100 000 steps, and says so")
        void steps() {
            DiagonalDescent early =
                    DiagonalDescent.full(DATA, Math.sqrt(2) * 0.01, 0.02, new DiagonalDescent.Stop(1e-9, 100_000));
            assertFalse(early.isConverged());
            assertEquals(100_000, early.steps());
        }

        /** D″(0) = 2k XXᵀ, so the first step of Newton has the exponents 2Xᵀν = β/k, β of least Euclidean norm. */
        @Test
        @DisplayName("cosh of the first undamped Newton step overflows for α = 0.01, and the damped one arrives")
        void overflow() {
            double k = 2 * 0.01 * 0.01;
            double[] euclidean = MinimalNorms.euclidean(DATA);
            double largest = Vectors.largestDifference(euclidean, new double[euclidean.length]) / k;
            assertTrue(Double.isInfinite(Math.cosh(largest)));
            double[] residuals = new double[DATA.rows()];
            assertTrue(Math.sqrt(DATA.residuals(HyperbolicPotential.solve(DATA, k), residuals)) < 1e-9);
        }

        @Test
        @DisplayName("k = 0 has no potential, and is refused")
        void zero() {
            assertThrows(IllegalArgumentException.class, () -> HyperbolicPotential.solve(DATA, 0));
        }
    }

    @Test
    @DisplayName("gives, when it is large, the solution of least norm, and when it is small that of least ‖β‖₁")
    void limits() {
        assertTrue(Vectors.relativeDistance(HyperbolicPotential.solve(DATA, 2e4), MinimalNorms.euclidean(DATA)) < 1e-8);
        assertTrue(
                Vectors.relativeDistance(HyperbolicPotential.solve(DATA, 2e-12), MinimalNorms.absolute(DATA)) < 1e-6);
    }
}
