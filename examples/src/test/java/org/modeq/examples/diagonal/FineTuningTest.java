package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;

@DisplayName("Fine-tuning")
class FineTuningTest {
    private static final SparseRegression DATA = FineTuning.training();

    @Test
    @DisplayName("has the regimes that are expected")
    void outcomes() {
        ExperimentRun.quick(new FineTuning());
    }

    @Test
    @DisplayName("has a potential whose exponent agrees with differences of it")
    void exponent() {
        for (double x : new double[] {0.1, 1, 10}) {
            double up = Math.log(FineTuning.potential(x * 1.0001));
            double down = Math.log(FineTuning.potential(x / 1.0001));
            assertEquals((up - down) / (2 * Math.log(1.0001)), FineTuning.exponentOfWeight(x), 1e-7);
        }
    }

    @Nested
    @DisplayName("has traps:")
    class Traps {
        @Test
        @DisplayName("u = γ = 0.01 gives c = 0 and no potential; with two paths it has one")
        void zero() {
            double[] u = FineTuning.layer(0.25, 1e-4);
            FineTuningStart start = FineTuningStart.onePath(u, 0.01);
            assertThrows(IllegalArgumentException.class, () -> start.solution(DATA));
            double[] minus = Vectors.of(u.length, j -> 1e-2);
            double[] solution = FineTuningStart.twoPaths(u, minus, 0.01).solution(DATA);
            assertTrue(Math.sqrt(DATA.residuals(solution, new double[DATA.rows()])) < 1e-9);
        }

        @Test
        @DisplayName("without the offset the solution is another one")
        void offset() {
            double[] u = FineTuning.layer(0.25, 1e-4);
            FineTuningStart start = FineTuningStart.onePath(u, 0.5);
            double[] forgotten = start.withoutOffset().solution(DATA);
            assertTrue(Vectors.relativeDistance(forgotten, start.solution(DATA)) > 0.1);
        }

        @Test
        @DisplayName("with large old features no head selects among them; with small ones and a tiny head it does")
        void sweep() {
            SparseRegression nested = SparseRegression.of(114, 8, 40, 1, -1, 1);
            for (double head : new double[] {1e-5, 1e-4, 1e-2, 0.1, 1, 10}) {
                double[] solution = FineTuningStart.onePath(FineTuning.layer(1, 1e-12), head)
                        .solution(nested);
                assertTrue(nested.error(solution) > 0.5, "head " + head);
            }
            double[] minus = Vectors.of(40, j -> 1e-6);
            double[] solution = FineTuningStart.twoPaths(FineTuning.layer(1e-2, 1e-12), minus, 1e-6)
                    .solution(nested);
            assertTrue(nested.error(solution) < 0.05);
        }
    }
}
