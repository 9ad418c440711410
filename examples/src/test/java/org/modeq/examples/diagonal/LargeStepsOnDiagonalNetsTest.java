package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;

@DisplayName("Large steps on diagonal linear networks")
class LargeStepsOnDiagonalNetsTest {
    private static final SparseRegression DATA = StochasticGains.data();
    private static final DiagonalDescent.Stop STOP = LargeStepsOnDiagonalNets.DESCENT_STOP;

    private static DiagonalDescent descent(double stepSize) {
        return DiagonalDescent.full(DATA, LargeStepsOnDiagonalNets.ALPHA, stepSize, STOP);
    }

    @Test
    @DisplayName("do harm and good as expected")
    void outcomes() {
        ExperimentRun.quick(new LargeStepsOnDiagonalNets());
    }

    @Test
    @DisplayName("take 19361 steps with γ = 0.4")
    void steps() {
        assertEquals(19361, descent(0.4).steps());
    }

    @Nested
    @DisplayName("have traps:")
    class Traps {
        @Test
        @DisplayName(
                "past the edge a c is negative: its logarithm is no number, that of |c| is the product of |1 − γ²s²|")
        void sign() {
            DiagonalDescent run = descent(0.9);
            assertEquals(1, run.signChanges());
            assertEquals(0, descent(0.8).signChanges());
            double start = 2 * LargeStepsOnDiagonalNets.ALPHA * LargeStepsOnDiagonalNets.ALPHA;
            double[] naive = Vectors.of(DATA.features(), j -> Math.log(run.imbalance()[j] / start));
            assertTrue(Double.isNaN(Vectors.mean(naive)));
            // c of the first coordinate is 2e-8, the difference of squares near 1: rounding leaves it seven digits
            assertTrue(Vectors.largestDifference(run.logarithms(), run.logarithmsOfFactors()) < 1e-6);
        }

        @Test
        @DisplayName("a run with γ = 0.26 that has not converged has the smallest error of all, and is not counted")
        void unfinished() {
            DiagonalDescent run = DiagonalDescent.oneSample(
                    DATA,
                    LargeStepsOnDiagonalNets.ALPHA,
                    0.26,
                    new DiagonalDescent.Stop(1e-8, 100_000),
                    LargeStepsOnDiagonalNets.FIRST_SEED);
            assertFalse(run.isConverged());
            assertTrue(run.error() < 1e-4);
        }

        @Test
        @DisplayName("c at the end alone misses the solution; with the start of the dual variable it is met")
        void start() {
            DiagonalDescent run = descent(0.8);
            double[] k = Vectors.of(DATA.features(), j -> Math.abs(run.imbalance()[j]) / 2);
            double[] withoutStart = HyperbolicPotential.solve(DATA, k, new double[k.length]);
            double[] withStart = HyperbolicPotential.solve(DATA, k, run.perturbedStart());
            assertTrue(Vectors.relativeDistance(withoutStart, run.weights()) > 1e-3);
            assertTrue(Vectors.relativeDistance(withStart, run.weights()) < 1e-6);
        }
    }
}
