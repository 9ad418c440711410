package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;

@DisplayName("The gains of the heavy ball")
class HeavyBallGainsTest {
    private static final SparseRegression DATA = InitialisationOfDiagonalNets.data();

    private static HeavyBallDescent run(double eta, double momentum) {
        return HeavyBallDescent.run(DATA, 0.3, eta * (1 - momentum), momentum);
    }

    @Test
    @DisplayName("are as expected")
    void outcomes() {
        ExperimentRun.quick(new HeavyBallGains());
    }

    @Nested
    @DisplayName("have traps:")
    class Traps {
        /** The mean of ln(c/c₀) over −h(1+β)/(1−β)ᵖ ∫ s² dτ. */
        private double ratio(HeavyBallDescent run, double eta, double momentum, int power) {
            double factor = -eta * (1 - momentum) * (1 + momentum) / Math.pow(1 - momentum, power);
            return Vectors.mean(run.logarithms()) / (factor * Vectors.mean(run.squaredSlopes()));
        }

        @Test
        @DisplayName("without momentum every power of 1 − β agrees; with β = 0.5 only the second does")
        void powers() {
            HeavyBallDescent plain = run(0.01, 0);
            HeavyBallDescent heavy = run(0.01, 0.5);
            for (int power = 1; power <= 3; power++) {
                assertEquals(1, ratio(plain, 0.01, 0, power), 1e-3);
            }
            assertEquals(1, ratio(heavy, 0.01, 0.5, 2), 0.02);
            assertTrue(ratio(heavy, 0.01, 0.5, 1) > 1.9);
            assertTrue(ratio(heavy, 0.01, 0.5, 3) < 0.6);
        }

        @Test
        @DisplayName("β = 0.9 with η = 0.04 changes the sign of c, which no formula of order h can; η = 0.01 does not")
        void sign() {
            assertTrue(Arrays.stream(run(0.04, 0.9).imbalance()).anyMatch(c -> c < 0));
            assertTrue(Arrays.stream(run(0.01, 0.9).imbalance()).allMatch(c -> c > 0));
        }
    }

    @Test
    @DisplayName("without momentum are those of gradient descent, run by other code")
    void plain() {
        DiagonalDescent other = DiagonalDescent.full(DATA, 0.3, 0.02, new DiagonalDescent.Stop(1e-9, 10_000_000));
        assertTrue(Vectors.largestDifference(other.weights(), run(0.02, 0).weights()) < 1e-12);
        assertTrue(Vectors.largestDifference(other.minusSquares(), run(0.02, 0).formula()) < 1e-12);
    }

    @Nested
    @DisplayName("come with a fall of the loss")
    class FallOfTheLoss {
        private static final double MOMENTUM = 0.5;
        private static final double TIME = 4;

        private final int size = DATA.features();

        /** L at (u, v). */
        private double loss(double[] theta) {
            double[] beta = Vectors.of(size, j -> theta[j] * theta[size + j]);
            return DATA.residuals(beta, new double[DATA.rows()]) / (2 * DATA.rows());
        }

        /** ∇L at (u, v). */
        private double[] gradient(double[] theta) {
            double[] residuals = new double[DATA.rows()];
            DATA.residuals(Vectors.of(size, j -> theta[j] * theta[size + j]), residuals);
            double[] slopes = new double[size];
            DATA.combine(residuals, slopes);
            return Vectors.of(2 * size, j -> slopes[j % size] / DATA.rows() * theta[(j + size) % (2 * size)]);
        }

        private double product(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        /** The difference quotient of L over two steps less −‖g‖²/(1−β) − h(1+β)/(2(1−β)ᵖ) gᵀHg, at the time 4. */
        private double remainder(double h, int power) {
            double[][] points = new double[3][];
            points[1] = Vectors.of(2 * size, j -> j < size ? Math.sqrt(2) * 0.3 : 0);
            points[2] = points[1];
            for (int n = 0; n <= Math.round(TIME / h); n++) {
                double[] past = points[1];
                double[] now = points[2];
                double[] g = gradient(now);
                points[0] = past;
                points[1] = now;
                points[2] = Vectors.of(2 * size, j -> now[j] - h * g[j] + MOMENTUM * (now[j] - past[j]));
            }
            double[] middle = points[1];
            double[] g = gradient(middle);
            double[] up = gradient(Vectors.of(2 * size, j -> middle[j] + 1e-4 * g[j]));
            double[] down = gradient(Vectors.of(2 * size, j -> middle[j] - 1e-4 * g[j]));
            double curvature = (product(up, g) - product(down, g)) / 2e-4;
            double formula = -product(g, g) / (1 - MOMENTUM)
                    - h * (1 + MOMENTUM) / (2 * Math.pow(1 - MOMENTUM, power)) * curvature;
            return (loss(points[2]) - loss(points[0])) / (2 * h) - formula;
        }

        @Test
        @DisplayName(
                "of −‖g‖²/(1−β) − h(1+β)/(2(1−β)³) gᵀHg to order h², and with another power of 1 − β to order h only")
        void rate() {
            assertEquals(4, remainder(0.02, 3) / remainder(0.01, 3), 0.3);
            assertEquals(2, remainder(0.02, 2) / remainder(0.01, 2), 0.3);
            assertEquals(2, remainder(0.02, 4) / remainder(0.01, 4), 0.3);
        }
    }
}
