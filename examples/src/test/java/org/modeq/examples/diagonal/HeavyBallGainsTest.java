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
}
