package org.modeq.examples.diagonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.model.RandomStream;

@DisplayName("A common layer of two tasks")
class SharedLayerOfTasksTest {
    private static final List<SparseRegression> TASKS = SharedLayerOfTasks.tasks(12);

    @Test
    @DisplayName("leads where it is expected to")
    void outcomes() {
        ExperimentRun.quick(new SharedLayerOfTasks());
    }

    /** A random direction D with X D = 0. */
    private static double[] direction(long seed, long directionSeed) {
        double[] random = RandomStream.ofSeed(directionSeed).normals(30);
        double[] projected = MinimalNorms.euclidean(SparseRegression.of(seed, 12, 30, random));
        return Vectors.of(30, j -> random[j] - projected[j]);
    }

    @Test
    @DisplayName("has a minimum of ‖B‖₁,₂ that solves both tasks and that no direction inside the solutions lowers")
    void minimum() {
        double[][] least = MinimalNorms.rows(TASKS);
        double norm = MinimalNorms.sumOfRowNorms(least);
        for (int t = 0; t < 2; t++) {
            assertTrue(Math.sqrt(TASKS.get(t).residuals(least[t], new double[12])) < 1e-9);
        }
        for (long seed = 0; seed < 40; seed++) {
            double[][] moved = new double[2][];
            for (int t = 0; t < 2; t++) {
                double[] from = least[t];
                double[] by = direction(61 + t, 1000 + 2 * seed + t);
                moved[t] = Vectors.of(30, j -> from[j] + 1e-3 * by[j]);
            }
            assertTrue(MinimalNorms.sumOfRowNorms(moved) > norm, "direction " + seed);
        }
    }

    @Test
    @DisplayName("ends with weight decay in the minimum of the loss + λ‖B‖₁,₂, whatever the start is")
    void decay() {
        double[][] penalised = MinimalNorms.penalisedRows(TASKS, 0.1);
        DiagonalDescent.Stop stop = new DiagonalDescent.Stop(1e-5, 200_000);
        for (double alpha : new double[] {1, 0.1}) {
            double[][] end = MultitaskDescent.run(TASKS, alpha, 0.02, 0.1, stop).weights();
            assertTrue(SharedLayerOfTasks.distance(end, penalised) < 1e-3, "start " + alpha);
        }
    }

    @Test
    @DisplayName("keeps u² − Σv² only to O(γ): the drift halves with γ")
    void drift() {
        DiagonalDescent.Stop stop = new DiagonalDescent.Stop(1e-5, 400_000);
        double[] start = Vectors.of(30, j -> 0.01);
        double large = Vectors.largestDifference(
                MultitaskDescent.run(TASKS, 0.1, 0.02, 0, stop).imbalance(), start);
        double small = Vectors.largestDifference(
                MultitaskDescent.run(TASKS, 0.1, 0.01, 0, stop).imbalance(), start);
        assertEquals(1.66e-3, large, 1e-5);
        assertEquals(2, large / small, 0.05);
    }
}
