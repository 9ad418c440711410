package org.modeq.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.symbolic.ring.Rational;

@DisplayName("Swapping two tasks")
class SwappedTasksTest {
    private static final Rational STEP_SIZE = Rational.of(1, 50);

    @Test
    @DisplayName("displaces the end as expected for one and two steps per task")
    void outcomes() {
        Findings findings = new SwappedTasks().run(Experiment.Extent.QUICK, Progress.silent());
        assertEquals(List.of(), SharedAnchorsTest.missed(findings.outcomes()));
        assertEquals(2 * (1 + 2 * 2), findings.outcomes().size());
        assertEquals(2, findings.figures().size());
    }

    @Test
    @DisplayName("is predicted no better with half the step and twice as many: only kh counts")
    void collapse() {
        TaskPair pair = DigitTasks.SPLIT.onRows(DigitTasks.TRAINING_ROWS);
        double error = SwappedTasks.swaps(pair, STEP_SIZE, List.of(10)).get(0).error();
        double halved = SwappedTasks.swaps(pair, Rational.of(1, 100), List.of(20))
                .get(0)
                .error();
        assertEquals(1, halved / error, 0.1);
    }

    @Nested
    @DisplayName("given quadratic losses with gradients H(θ − c)")
    class Quadratics {
        private final double[] start = {1, 2};

        private TaskPair pair(double[][] hessianA, double[] centreA, double[][] hessianB, double[] centreB) {
            QuadraticLoss lossA = QuadraticLoss.of(new DMatrixRMaj(hessianA), centreA);
            QuadraticLoss lossB = QuadraticLoss.of(new DMatrixRMaj(hessianB), centreB);
            return new TaskPair(lossA, lossB, lossA);
        }

        private double[] bracket(TaskPair pair) {
            return DerivedFields.lieBracket(pair.fieldA(), pair.fieldB()).at(start);
        }

        private double[] displacement(TaskPair pair) {
            return Euclidean.difference(
                    pair.end(TaskPair.ON_B, pair.end(TaskPair.ON_A, start, STEP_SIZE, 1), STEP_SIZE, 1),
                    pair.end(TaskPair.ON_A, pair.end(TaskPair.ON_B, start, STEP_SIZE, 1), STEP_SIZE, 1));
        }

        @Test
        @DisplayName(
                "has nothing to find where the Hessians commute and the minimum is common: bracket and displacement are 0")
        void nothingToFind() {
            TaskPair pair = pair(
                    new double[][] {{2, 0}, {0, 1}}, new double[2], new double[][] {{1, 0}, {0, 3}}, new double[2]);
            assertArrayEquals(new double[2], bracket(pair), 1e-15);
            assertArrayEquals(new double[2], displacement(pair), 1e-15);
        }

        @Test
        @DisplayName("has the constant bracket H²(c_B − c_A) where the Hessian is common and the minima are not")
        void commonHessian() {
            double[][] hessian = {{2, 1}, {1, 3}};
            TaskPair pair = pair(hessian, new double[] {1, 0}, hessian, new double[] {0, 1});
            // H² = ((5, 5), (5, 10)) and c_B − c_A = (−1, 1).
            assertArrayEquals(new double[] {0, 5}, bracket(pair), 1e-14);
            assertArrayEquals(new double[] {0, 5 * 0.02 * 0.02}, displacement(pair), 1e-15);
        }

        @Test
        @DisplayName("has the bracket (H_B H_A − H_A H_B)(θ − c) where only the minimum is common")
        void commonMinimum() {
            TaskPair pair = pair(
                    new double[][] {{2, 0}, {0, 1}}, new double[2], new double[][] {{1, 1}, {1, 1}}, new double[2]);
            // H_B H_A − H_A H_B = ((0, −1), (1, 0)) at θ = (1, 2).
            assertArrayEquals(new double[] {-2, 1}, bracket(pair), 1e-14);
            assertArrayEquals(new double[] {-2 * 0.02 * 0.02, 0.02 * 0.02}, displacement(pair), 1e-15);
        }
    }
}
