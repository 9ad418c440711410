package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    @Test
    @DisplayName(
            "ends for every size and head of the table where the equations hold and the gradient is among the rows")
    void conditions() {
        for (FineTuningTask task : FineTuningTask.ALL) {
            for (double scale : FineTuningTask.SCALES) {
                for (double head : FineTuningTask.HEADS) {
                    double[] beta = task.solution(scale, head);
                    double[] u = FineTuningTask.layer(scale, FineTuningTask.OTHER);
                    double[] duals = Vectors.of(u.length, j -> dual(u[j], head, beta[j]));
                    double[] among = MinimalNorms.euclidean(task.data().withTruth(duals));
                    assertTrue(residual(task.data(), beta) < 1e-9);
                    assertTrue(Vectors.relativeDistance(duals, among) < 1e-7, task.name() + " " + scale + " " + head);
                }
            }
        }
    }

    /** S of u v = β from u₀v₀ along u² − v² = c: ½ ln((u + v)/(u₀ + v₀)), whichever of the two is the larger. */
    private static double dual(double u0, double v0, double beta) {
        double c = Math.abs(u0 * u0 - v0 * v0);
        double sum = (c + Math.sqrt(c * c + 4 * beta * beta)) / 2; // the larger square
        double large = Math.sqrt(sum);
        double both = beta >= 0 ? large + beta / large : c / (large - beta / large);
        return Math.log(both / (u0 + v0));
    }

    private static double residual(SparseRegression data, double[] beta) {
        return Math.sqrt(data.residuals(beta, new double[data.rows()]));
    }

    @Nested
    @DisplayName("has traps:")
    class Traps {
        private final FineTuningTask nested = FineTuningTask.ALL.get(0);
        private final FineTuningTask unrelated = FineTuningTask.ALL.get(2);

        private double[] trained(FineTuningTask task, double scale, double head, double stepSize) {
            return DiagonalDescent.full(
                            task.data(),
                            FineTuningTask.layer(scale, FineTuningTask.OTHER),
                            Vectors.of(FineTuningTask.FEATURES, j -> head),
                            stepSize,
                            new DiagonalDescent.Stop(1e-9, 10_000_000))
                    .weights();
        }

        @Test
        @DisplayName(
                "u = γ = 0.01 gives c = 0; weights held at 0 for it are 1e-2 off for any step, those of one sign are not")
        void zero() {
            double[] u = FineTuningTask.layer(0.25, 1e-4);
            FineTuningStart start = FineTuningStart.onePath(u, 0.01);
            assertEquals(0, start.k()[39], 1e-17);
            double[] held = start.without(j -> j >= FineTuningTask.OLD_FEATURES).solution(DATA);
            double[] deviations = new double[2];
            for (int i = 0; i < 2; i++) {
                double[] end = DiagonalDescent.full(
                                DATA,
                                u,
                                Vectors.of(u.length, j -> 0.01),
                                0.04 / (1 + i),
                                new DiagonalDescent.Stop(1e-9, 1_000_000))
                        .weights();
                assertEquals(1.1e-2, Vectors.relativeDistance(end, held), 1e-3);
                deviations[i] = Vectors.relativeDistance(end, start.solution(DATA));
            }
            assertEquals(2, deviations[0] / deviations[1], 0.05);
        }

        @Test
        @DisplayName("γ² = a is c = 0 of the old features: 0.08 in the new task, 0.54 for two paths, both as trained")
        void coincidence() {
            double[] onePath = trained(unrelated, 1e-4, 1e-2, 0.02);
            assertEquals(0.082, unrelated.error(1e-4, 1e-2), 1e-3);
            assertEquals(0.082, unrelated.data().error(onePath), 2e-3);
            double[] minus = Vectors.of(FineTuningTask.FEATURES, j -> Math.sqrt(FineTuningTask.OTHER));
            double[] plus = FineTuningTask.layer(1e-4, FineTuningTask.OTHER);
            double[] twoPaths = TwoPathDescent.run(unrelated.data(), plus, minus, 1e-2, 0.02);
            assertEquals(0.537, unrelated.errorOfTwoPaths(1e-4, 1e-2), 1e-3);
            assertEquals(0.537, unrelated.data().error(twoPaths), 2e-3);
        }

        @Test
        @DisplayName("without the offset the solution is another one")
        void offset() {
            double[] u = FineTuningTask.layer(0.25, 1e-4);
            FineTuningStart start = FineTuningStart.onePath(u, 0.5);
            double[] forgotten = start.withoutOffset().solution(DATA);
            assertTrue(Vectors.relativeDistance(forgotten, start.solution(DATA)) > 0.1);
        }

        @Test
        @DisplayName("with large old features no head selects among them; with small ones and a tiny head it does")
        void sweep() {
            for (double head : FineTuningTask.HEADS) {
                assertTrue(nested.error(1, head) > 0.5, "head " + head);
            }
            assertTrue(nested.errorOfTwoPaths(1e-2, 1e-6) < 0.05);
        }

        @Test
        @DisplayName("with the tiniest head 0.0008 is the error of weights held at 0; training ends at 0.06")
        void held() {
            assertEquals(0.0008, nested.errorOfHeld(1e-4, 1e-6), 1e-4);
            assertEquals(0.06, nested.data().error(trained(nested, 1e-4, 1e-6, 0.04)), 5e-3);
        }
    }
}
