package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EulerSweep;
import org.modeq.numeric.simulate.Trajectory;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The digits below 5 as task A and the others as task B, network 64-16-10 with the weights of seed 1. All expected
 * numbers were measured with an independent program in numpy and are right to one unit of the last digit given.
 */
@DisplayName("On the digits, split into two tasks")
class DigitsStudyTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    private final DenseNetwork network = DenseNetwork.of(64, 16, 10);
    private final double[] theta = network.initialParameters(1);

    private NetworkLoss loss(Dataset task) {
        return NetworkLoss.of(network, OutputLoss.SOFTMAX_CROSS_ENTROPY, task);
    }

    @Nested
    @DisplayName("a run of joint gradient descent with h = 0.1 on a thousand rows")
    class ConflictAlongARun {
        private final Dataset data = Digits.load().rows(IndexRange.parse("1-1000"));
        private final NetworkLoss lossA = loss(data.where(digit -> digit < 5));
        private final NetworkLoss lossB = loss(data.where(digit -> digit >= 5));
        private final VectorField fieldA = lossA.negativeGradient();
        private final VectorField fieldB = lossB.negativeGradient();

        @Test
        @DisplayName("has the known losses, alignment, cosine and bracket at the steps 0 and 50")
        void conflict() {
            EulerSweep joint = EulerSweep.of(List.of(VectorField.sum(List.of(fieldA, fieldB))));
            Trajectory run = Trajectory.run(joint, theta, 0.1, 50);
            List<ConflictRecord> records = ConflictRecord.along(fieldA, fieldB, run, 50);
            assertEquals(
                    List.of(0, 50), records.stream().map(ConflictRecord::step).toList());
            assertEquals(-1.188, records.get(0).alignment(), 1e-3);
            assertEquals(5.1668, records.get(0).bracketNorm(), 1e-4);
            assertEquals(-0.91584, records.get(1).alignment(), 1e-5);
            assertEquals(4.9143, records.get(1).bracketNorm(), 1e-4);
            assertPoint(run.point(0), 2.3504, 2.3645, 1e-4, -0.64682, records.get(0));
            assertPoint(run.point(50), 0.96758, 0.97964, 1e-5, -0.85163, records.get(1));
        }

        private void assertPoint(
                double[] point, double valueA, double valueB, double unit, double cosine, ConflictRecord conflict) {
            assertEquals(valueA, lossA.value(point), unit);
            assertEquals(valueB, lossB.value(point), unit);
            double norms = Euclidean.norm(fieldA.at(point)) * Euclidean.norm(fieldB.at(point));
            assertEquals(cosine, conflict.alignment() / norms, 1e-5);
        }

        @Test
        @DisplayName("swapping A and B moves the end point by h²[f_A, f_B], relative residual of slope 1")
        void swap() {
            List<SwapComparison> swaps = SwapComparison.of(fieldA, fieldB, theta, List.of(0.01, 0.005, 0.0025));
            List<Double> relative = swaps.stream()
                    .map(swap -> swap.residual() / swap.difference())
                    .toList();
            assertTrue(relative.get(0) < 0.02, "relative residuals " + relative);
            assertEquals(1, Math.log(relative.get(1) / relative.get(2)) / Math.log(2), 0.05);
            assertEquals(swaps.get(0).prediction(), 4 * swaps.get(1).prediction(), 1e-15);
        }
    }

    @Nested
    @DisplayName("the ladder of A then B on 256 rows to the time 0.8, h = T/8 to T/64")
    class Ladder {
        private final Dataset data = Digits.load().rows(IndexRange.parse("1-256"));
        private final Map<Colour, VectorField> fields = new TreeMap<>(Map.of(
                A, loss(data.where(digit -> digit < 5)).negativeGradient(),
                B, loss(data.where(digit -> digit >= 5)).negativeGradient()));
        private final EulerSteps<Rational> method = EulerSteps.sequence(List.of(A, B));
        private final BSeriesField<Rational> modified =
                ModifiedEquation.of(method, 3).field();

        private Contender contender(String name, BSeriesField<Rational> field, double slope) {
            return new Contender(name, SeriesEvaluator.of(field, fields), slope);
        }

        private BSeriesField<Rational> selfCorrections() {
            SortedMap<RootedTree, Rational> weights = new TreeMap<>();
            for (Colour task : List.of(A, B)) {
                weights.put(RootedTree.vertex(task), Rational.ONE);
                weights.put(RootedTree.graft(task, List.of(RootedTree.vertex(task))), Rational.of(-1, 2));
            }
            return BSeriesField.ofWeights(RATIONALS, 2, weights);
        }

        @Test
        @DisplayName("has the known errors at T/64, and the slopes 1, 1, 2, 3; all points are used")
        void slopes() {
            List<Contender> contenders = List.of(
                    contender("gradient flow", BSeriesField.of(1, modified.nonzero()), 1),
                    contender("without bracket", selfCorrections(), 1),
                    contender("order 2", BSeriesField.of(2, modified.nonzero()), 2),
                    contender("order 3", modified, 3));
            List<Long> progress = new ArrayList<>();
            List<LadderResult> results = StepLadder.of(
                            DirectOptimizer.of(method, fields), theta, 0.8, List.of(8, 16, 32, 64), 1)
                    .climb(contenders, (done, total) -> progress.add(total - done));
            assertEquals(20, progress.size());
            assertEquals(0, progress.get(19));
            assertLast(1.376e-2, results.get(0));
            assertLast(6.78e-3, results.get(1));
            assertLast(3.517e-4, results.get(2));
            for (LadderResult result : results) {
                SlopeFit fit = result.fit().orElseThrow();
                assertEquals(result.expectedSlope(), fit.lastPairSlope(), 0.05, result.name());
                assertTrue(result.points().stream().allMatch(LadderPoint::used), result.name());
            }
        }

        private void assertLast(double error, LadderResult result) {
            LadderPoint last = result.points().get(3);
            assertEquals(error, last.error(), 1e-3 * error, result.name());
            assertTrue(last.flowError() <= 1e-3 * last.error(), "flow error " + last.flowError());
            assertTrue(last.floor() > 0 && last.floor() < 1e-12, "floor " + last.floor());
        }
    }
}
