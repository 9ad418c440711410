package org.modeq.numeric.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.StepSizeSchedule.Cosine;
import org.modeq.numeric.simulate.StepSizeSchedule.Listed;
import org.modeq.numeric.simulate.StepSizeSchedule.Piecewise;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A run with a step size for every step")
class OptimizerRunTest {
    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational BETA = Rational.of(3, 4);
    private static final StepSizeSchedule CONSTANT = StepSizeSchedule.constant(Rational.of(1, 32));

    /** 1/32, and from step 20 on 1/128. */
    private static final StepSizeSchedule FALLING =
            new Piecewise(new TreeMap<>(Map.of(0, Rational.of(1, 32), 20, Rational.of(1, 128))));

    private static List<double[]> points(
            StatefulOptimizer optimizer, List<Expression> field, StepSizeSchedule schedule, double... start) {
        return OptimizerRun.of(optimizer, AdaptiveProblems.inDoubles(field), schedule, InitialState.ZERO, start)
                .points(50);
    }

    private static double distance(List<double[]> first, List<double[]> second) {
        double largest = 0;
        for (int n = 0; n < first.size(); n++) {
            for (int i = 0; i < first.get(n).length; i++) {
                largest = Math.max(largest, Math.abs(first.get(n)[i] - second.get(n)[i]));
            }
        }
        return largest;
    }

    @Nested
    @DisplayName("of heavy ball in its three conventions")
    class OfHeavyBall {
        private final List<Expression> field = AdaptiveProblems.QUARTIC;

        private List<double[]> path(StatefulOptimizer optimizer, StepSizeSchedule schedule) {
            return points(optimizer, field, schedule, 0.5, -0.375);
        }

        @Test
        @DisplayName("is one path for a constant h, if the average steps by h/(1 − β)")
        void oneSize() {
            List<double[]> pytorch = path(GradientMomentum.heavyBall(BETA), CONSTANT);
            List<double[]> polyak = path(VelocityMomentum.heavyBall(BETA), CONSTANT);
            List<double[]> average =
                    path(GradientMomentum.average(BETA), StepSizeSchedule.constant(Rational.of(4, 32)));
            assertEquals(0, distance(pytorch, polyak), 1e-13);
            assertEquals(0, distance(pytorch, average), 1e-13);
            assertTrue(distance(pytorch, path(GradientMomentum.average(BETA), CONSTANT)) > 1e-2);
        }

        @Test
        @DisplayName(
                "stays one for the two with h outside when h changes, and is another with h inside from that step on")
        void changing() {
            List<double[]> pytorch = path(GradientMomentum.heavyBall(BETA), FALLING);
            List<double[]> average = path(
                    GradientMomentum.average(BETA),
                    new Piecewise(new TreeMap<>(Map.of(0, Rational.of(4, 32), 20, Rational.of(4, 128)))));
            List<double[]> polyak = path(VelocityMomentum.heavyBall(BETA), FALLING);
            assertEquals(0, distance(pytorch, average), 1e-13);
            assertEquals(0, distance(pytorch.subList(0, 21), polyak.subList(0, 21)), 1e-13);
            assertTrue(distance(pytorch.subList(0, 22), polyak.subList(0, 22)) > 1e-3);
        }

        /** v₀ = g, v₁ = (1 + β)g: −h₀g − h₁(1 + β)g; and v₀ = −h₀g, v₁ = −(βh₀ + h₁)g: the difference is β(h₁ − h₀)g. */
        @Test
        @DisplayName("differs after the change by β(h₁ − h₀)g where the gradient is constant")
        void byHand() {
            List<Expression> constant = AdaptiveProblems.line(Rational.of(3), Rational.ZERO);
            StepSizeSchedule list = new Listed(List.of(HALF, Rational.of(1, 8)));
            double[] pytorch = OptimizerRun.of(
                            GradientMomentum.heavyBall(BETA),
                            AdaptiveProblems.inDoubles(constant),
                            list,
                            InitialState.ZERO,
                            0)
                    .endPoint(2);
            double[] polyak = OptimizerRun.of(
                            VelocityMomentum.heavyBall(BETA),
                            AdaptiveProblems.inDoubles(constant),
                            list,
                            InitialState.ZERO,
                            0)
                    .endPoint(2);
            assertArrayEquals(new double[] {-1.5 - 3 * 1.75 / 8}, pytorch);
            assertArrayEquals(new double[] {-1.5 - 3 * (0.375 + 0.125)}, polyak);
            assertEquals(0.75 * (0.125 - 0.5) * 3, polyak[0] - pytorch[0]);
        }

        @Test
        @DisplayName("is from a steady start one path again, v = g/(1 − β), g and −hg/(1 − β)")
        void steady() {
            List<List<double[]>> paths = new ArrayList<>();
            for (StatefulOptimizer optimizer :
                    List.of(GradientMomentum.heavyBall(BETA), VelocityMomentum.heavyBall(BETA))) {
                paths.add(OptimizerRun.of(
                                optimizer,
                                AdaptiveProblems.inDoubles(field),
                                CONSTANT,
                                InitialState.STEADY,
                                0.5,
                                -0.375)
                        .points(50));
            }
            paths.add(OptimizerRun.of(
                            GradientMomentum.average(BETA),
                            AdaptiveProblems.inDoubles(field),
                            StepSizeSchedule.constant(Rational.of(1, 8)),
                            InitialState.STEADY,
                            0.5,
                            -0.375)
                    .points(50));
            assertEquals(0, distance(paths.get(0), paths.get(1)), 1e-13);
            assertEquals(0, distance(paths.get(0), paths.get(2)), 1e-13);
        }
    }

    @Test
    @DisplayName("of gradient descent is the product of 1 − hₙ on x²/2, also as a recurrence and with a cosine")
    void descent() {
        StepSizeSchedule schedule = new Cosine(HALF, Rational.ZERO, 40).afterWarmUp(5);
        StatefulOptimizer descent = StatefulOptimizer.ofRecurrence(
                EulerSequence.of(List.of(new TreeMap<>(Map.of(Colour.F, Rational.ONE)))));
        List<double[]> run = points(descent, AdaptiveProblems.line(Rational.ZERO, Rational.ONE), schedule, 1);
        double product = 1;
        for (int n = 0; n < 50; n++) {
            assertEquals(product, run.get(n)[0], 1e-15, "step " + n);
            product *= 1 - schedule.at(n).doubleValue();
        }
        assertEquals(run.get(46)[0], run.get(50)[0], "h = 0 stands still");
    }

    @Nested
    @DisplayName("on batches")
    class OnBatches {
        private static final int COUNT = 5;

        /** (x − i)²/2 · (i + 1). */
        private final List<Loss> batches = new ArrayList<>();

        OnBatches() {
            for (int i = 0; i < COUNT; i++) {
                batches.add(PolynomialLoss.of(
                        1,
                        List.of(
                                new PolynomialLoss.Term((i + 1) / 2.0, List.of(2)),
                                new PolynomialLoss.Term(-i * (i + 1.0), List.of(1)))));
            }
        }

        @ParameterizedTest(name = "{0}: the same seed gives the same batches, another others, a longer run continues")
        @EnumSource(BatchSampling.class)
        void seeds(BatchSampling sampling) {
            int[] first = sampling.batches(COUNT, 7, 43);
            assertArrayEquals(first, sampling.batches(COUNT, 7, 43));
            assertArrayEquals(first, Arrays.copyOf(sampling.batches(COUNT, 7, 1000), 43));
            if (sampling != BatchSampling.CYCLIC) {
                assertNotEquals(Arrays.toString(first), Arrays.toString(sampling.batches(COUNT, 8, 43)));
            }
            for (int epoch = 0; epoch < 8 && sampling != BatchSampling.WITH_REPLACEMENT; epoch++) {
                TreeSet<Integer> taken = new TreeSet<>();
                for (int i = 0; i < COUNT; i++) {
                    taken.add(first[epoch * COUNT + i]);
                }
                assertEquals(COUNT, taken.size(), "epoch " + epoch);
            }
        }

        @Test
        @DisplayName("takes the orders of the stream: each anew, the first for ever, or 0 to m − 1")
        void orders() {
            RandomStream stream = RandomStream.ofSeed(11);
            int[] shuffled = BatchSampling.SHUFFLED.batches(COUNT, 11, 3 * COUNT);
            int[] once = BatchSampling.SHUFFLED_ONCE.batches(COUNT, 11, 3 * COUNT);
            int[] cyclic = BatchSampling.CYCLIC.batches(COUNT, 11, 3 * COUNT);
            int[] order = RandomStream.ofSeed(11).shuffle(COUNT);
            for (int epoch = 0; epoch < 3; epoch++) {
                int from = epoch * COUNT;
                assertArrayEquals(stream.shuffle(COUNT), Arrays.copyOfRange(shuffled, from, from + COUNT));
                assertArrayEquals(order, Arrays.copyOfRange(once, from, from + COUNT));
                assertArrayEquals(new int[] {0, 1, 2, 3, 4}, Arrays.copyOfRange(cyclic, from, from + COUNT));
            }
        }

        /** For m equally likely fields of variance s², the mean of n draws has the standard error s/√n. */
        @Test
        @DisplayName("with replacement has draws whose mean is the field of the mean loss, within 4 standard errors")
        void mean() {
            double[] at = {0.3};
            List<VectorField> fields =
                    batches.stream().map(Loss::negativeGradient).toList();
            double[] values =
                    fields.stream().mapToDouble(field -> field.at(at)[0]).toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            int draws = 100_000;
            int[] drawn = BatchSampling.WITH_REPLACEMENT.batches(COUNT, 2026, draws);
            double found = Arrays.stream(drawn)
                    .mapToDouble(batch -> values[batch])
                    .average()
                    .orElseThrow();
            double standardError = Math.sqrt(variance / draws);
            assertEquals(mean, found, 4 * standardError);
            assertTrue(standardError > 1e-3, "nothing varies");
            // Independent of the draw before: of the pairs in turn, 1 in 5 is equal.
            long repeated = 0;
            for (int n = 1; n < draws; n++) {
                repeated += drawn[n] == drawn[n - 1] ? 1 : 0;
            }
            assertEquals(0.2, repeated / (draws - 1.0), 4 * Math.sqrt(0.16 / draws));
        }

        @Test
        @DisplayName("has the same bits from the same seed, and is the epochs of SGD for shuffled orders")
        void bits() {
            StatefulOptimizer adam = Adam.of(HALF, BETA, AdaptiveDenominator.outside(Rational.of(1, 100)));
            int[] drawn = BatchSampling.WITH_REPLACEMENT.batches(COUNT, 3, 200);
            List<double[]> first = OptimizerRun.onBatches(adam, batches, drawn, FALLING, InitialState.ZERO, 0.3)
                    .points(200);
            List<double[]> again = OptimizerRun.onBatches(
                            adam,
                            batches,
                            BatchSampling.WITH_REPLACEMENT.batches(COUNT, 3, 200),
                            FALLING,
                            InitialState.ZERO,
                            0.3)
                    .points(200);
            assertArrayEquals(first.toArray(), again.toArray());

            StatefulOptimizer descent = StatefulOptimizer.ofRecurrence(
                    EulerSequence.of(List.of(new TreeMap<>(Map.of(Colour.F, Rational.ONE)))));
            List<double[]> steps = OptimizerRun.onBatches(
                            descent,
                            batches,
                            BatchSampling.SHUFFLED.batches(COUNT, 5, 4 * COUNT),
                            CONSTANT,
                            InitialState.ZERO,
                            0.3)
                    .points(4 * COUNT);
            StochasticGradientDescent sgd = StochasticGradientDescent.of(batches);
            Trajectory epochs = sgd.run(new double[] {0.3}, 1 / 32.0, sgd.shuffledOrders(5, 4));
            for (int epoch = 0; epoch <= 4; epoch++) {
                assertArrayEquals(epochs.point(epoch), steps.get(epoch * COUNT), "epoch " + epoch);
            }
        }

        @Test
        @DisplayName(
                "is refused with a batch that is not there, with more steps than batches were drawn, and without batches")
        void refused() {
            StatefulOptimizer optimizer = GradientMomentum.heavyBall(HALF);
            int[] wrong = {0, COUNT};
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> OptimizerRun.onBatches(optimizer, batches, wrong, CONSTANT, InitialState.ZERO, 0.3))
                    .getMessage();
            assertTrue(message.contains("expected one of the batches 0 to 4"), message);
            OptimizerRun two = OptimizerRun.onBatches(optimizer, batches, new int[2], CONSTANT, InitialState.ZERO, 0.3);
            assertArrayEquals(new double[] {0.3}, two.endPoint(0));
            String tooLong = assertThrows(IllegalArgumentException.class, () -> two.points(3))
                    .getMessage();
            assertTrue(tooLong.contains("draw more"), tooLong);
            assertThrows(IllegalArgumentException.class, () -> BatchSampling.CYCLIC.batches(0, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> BatchSampling.CYCLIC.batches(1, 1, -1));
        }
    }
}
