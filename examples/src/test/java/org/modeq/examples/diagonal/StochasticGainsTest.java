package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.kernel.Euclidean;

@DisplayName("The gains by noise")
class StochasticGainsTest {
    private static final SparseRegression DATA = StochasticGains.data();
    private static final double STEP_SIZE = 0.02;

    @Test
    @DisplayName("are as expected")
    void outcomes() {
        ExperimentRun.quick(new StochasticGains());
    }

    @Nested
    @DisplayName("have traps:")
    class Traps {
        private final GainDiffusion.Path path =
                GainDiffusion.path(DATA, GainDiffusion.Noise.MODEL, 0.1, STEP_SIZE, 0.01, 60, 3000);

        private double[] formula(double factor) {
            double[] variances = DATA.meanSquares();
            return Vectors.of(variances.length, j -> -factor * STEP_SIZE * variances[j] * path.lossIntegral());
        }

        @Test
        @DisplayName("c falls by 2γ Aⱼⱼ ∫ L dt; the γ Aⱼⱼ ∫ L dt of α is off by a half")
        void factorOfTwo() {
            assertTrue(Vectors.relativeDistance(formula(2), path.logarithms()) < 1e-10);
            assertEquals(0.5, Vectors.relativeDistance(formula(1), path.logarithms()), 1e-10);
        }

        @Test
        @DisplayName("∫ L dt counted in steps instead of time is off by 1/γ")
        void stepsForTime() {
            assertEquals(1 / STEP_SIZE - 1, Vectors.relativeDistance(formula(2 / STEP_SIZE), path.logarithms()), 1e-6);
        }

        @Test
        @DisplayName("without Itô's term c does not change at all")
        void ito() {
            GainDiffusion.Path wrong =
                    GainDiffusion.pathWithoutIto(DATA, GainDiffusion.Noise.MODEL, 0.1, STEP_SIZE, 0.01, 60, 3000);
            assertTrue(Euclidean.norm(wrong.logarithms()) < 1e-11);
            assertTrue(Vectors.mean(wrong.predicted()) < -0.1);
        }

        private GainDiffusion.Path until(double time) {
            return GainDiffusion.path(DATA, GainDiffusion.Noise.MODEL, 0.1, STEP_SIZE, 0.01, time, 3000);
        }

        @Test
        @DisplayName(
                "a path stopped at time 2 lacks a tenth of the gain; at 60 the gain is there, but not the distance from β*")
        void early() {
            GainDiffusion.Path late = until(600);
            double gain = Vectors.mean(late.logarithms());
            assertTrue(Vectors.mean(until(2).logarithms()) / gain < 0.9);
            assertEquals(1, Vectors.mean(path.logarithms()) / gain, 0.01);
            assertTrue(path.loss() < 2e-4);
            assertTrue(DATA.error(path.weights()) > 1.5 * DATA.error(late.weights()));
        }
    }
}
