package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.LieSeriesEvaluator;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.word.LyndonWord;

/** θ_AB − θ_BA by brackets, for the digits below 5 as task A and the others as task B, network 64-16-10, 128 rows. */
@DisplayName("The series of a swap")
class SwapSeriesTest {
    private static final int HIGHEST = 4;
    private static final LieSeries<Rational> SERIES = SwapSeries.logarithm(HIGHEST);

    /** e^−X e^−Y e^X e^Y with X = A + A_2, Y = B + B_2 by hand: [X,Y] − ½[X,[X,Y]] − ½[Y,[X,Y]], and ABB is [[A,B],B]. */
    @Test
    @DisplayName("is h²[A,B] + h³([A,B_2] + [A_2,B] − ½[A,[A,B]] − ½[B,[A,B]]) + …")
    void firstTerms() {
        Map<String, String> coordinates = SwapSeries.logarithm(3).coordinates().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString()));
        assertEquals(Map.of("AB", "1", "AB_2", "1", "A_2B", "1", "AAB", "-1/2", "ABB", "1/2"), coordinates);
    }

    @Test
    @DisplayName("has no single letters, so that it vanishes for fields that commute")
    void bracketsOnly() {
        assertTrue(SwapSeries.logarithm(1).coordinates().isEmpty());
        assertTrue(SwapSeries.logarithm(6).coordinates().keySet().stream()
                .allMatch(lyndon -> lyndon.word().length() > 1));
    }

    @Nested
    @DisplayName("on the digits")
    class OnTheDigits {
        /** The residual after h⁴ is 10⁻¹² at the smallest, far above the rounding error 10⁻¹⁵. */
        private static final List<Double> STEP_SIZES = List.of(1.0 / 80, 1.0 / 160, 1.0 / 320, 1.0 / 640);

        private final DenseNetwork network = DenseNetwork.of(64, 16, 10);
        private final double[] theta = network.initialParameters(1);
        private final Dataset data = Digits.load().rows(IndexRange.parse("1-128"));
        private final VectorField fieldA = field(data.where(digit -> digit < 5));
        private final VectorField fieldB = field(data.where(digit -> digit >= 5));

        private VectorField field(Dataset task) {
            return NetworkLoss.of(network, OutputLoss.SOFTMAX_CROSS_ENTROPY, task)
                    .negativeGradient();
        }

        /** The fitted slope and that of the last pair are both where they should be. */
        private void assertSlope(double expected, SwapSeries series, int order, List<Double> stepSizes) {
            SlopeFit fit = SlopeFit.of(series.compare(theta, stepSizes, order).stream()
                    .map(swap -> new LadderPoint(swap.stepSize(), swap.residual(), 0, 0, true))
                    .toList());
            assertEquals(expected, fit.slope(), 0.05, "cut after h^" + order);
            assertEquals(expected, fit.lastPairSlope(), 0.05, "cut after h^" + order);
        }

        private void assertSlope(double expected, SwapSeries series, int order) {
            assertSlope(expected, series, order, STEP_SIZES);
        }

        @ParameterizedTest(name = "cut after h^{0} misses the end point by one power of h more")
        @ValueSource(ints = {2, 3, 4})
        void slopes(int order) {
            assertSlope(order + 1, SwapSeries.of(fieldA, fieldB, order), order);
        }

        /** The smallest residual after h⁵ is 10⁻¹³. */
        @Tag("slow")
        @Test
        @DisplayName("cut after h⁵ misses the end point by h⁶")
        void fifthOrder() {
            SwapSeries series = SwapSeries.of(fieldA, fieldB, 5);
            assertSlope(6, series, 5, List.of(1.0 / 40, 1.0 / 80, 1.0 / 160, 1.0 / 320));
        }

        private SwapSeries changed(Predicate<LyndonWord> isChanged, Rational factor) {
            SortedMap<LyndonWord, Rational> coordinates = new TreeMap<>();
            SERIES.coordinates()
                    .forEach((lyndon, c) -> coordinates.put(lyndon, isChanged.test(lyndon) ? c.multiply(factor) : c));
            return SwapSeries.of(fieldA, fieldB, new LieSeries<>(RATIONALS, HIGHEST, coordinates));
        }

        @ParameterizedTest(name = "without {0} has slope 3 after h³ and h⁴ too")
        @ValueSource(strings = {"AAB", "ABB", "AB_2", "A_2B"})
        void droppedTerm(String dropped) {
            SwapSeries without = changed(lyndon -> lyndon.toString().equals(dropped), Rational.ZERO);
            assertSlope(3, without, 3);
        }

        @Test
        @DisplayName(
                "without the brackets of three fields has slope 3 after h³, and without all of h⁴ slope 4 after it")
        void droppedTerms() {
            assertSlope(
                    3,
                    changed(
                            lyndon ->
                                    lyndon.word().weight() == 3 && lyndon.word().length() == 3,
                            Rational.ZERO),
                    3);
            assertSlope(4, changed(lyndon -> lyndon.word().weight() == 4, Rational.ZERO), 4);
        }

        @ParameterizedTest(name = "with the sign of [A,B] turned has slope 2 after h^{0}")
        @ValueSource(ints = {2, 3, 4})
        void turnedSign(int order) {
            assertSlope(2, changed(lyndon -> lyndon.word().weight() == 2, Rational.of(-1)), order);
        }

        /** log(e^X e^Y e^−X e^−Y) is C with −X, −Y for X, Y: a word of n letters gets the sign (−1)ⁿ. */
        @Test
        @DisplayName("with the factors in the other order has slope 3 after h³")
        void otherOrder() {
            assertSlope(3, changed(lyndon -> lyndon.word().length() == 3, Rational.of(-1)), 3);
        }

        @Test
        @DisplayName("is the same by brackets and by trees, to 12 digits")
        void trees() {
            Map<Colour, VectorField> fields = new TreeMap<>(Map.of(new Colour("A"), fieldA, new Colour("B"), fieldB));
            List<double[]> brackets = LieSeriesEvaluator.of(
                            SERIES,
                            theta.length,
                            letter -> LieSeriesEvaluator.sumOfTrees(BracketForm.meaning(letter), fields))
                    .orders(theta);
            List<double[]> trees = SeriesEvaluator.of(SERIES.toTrees(BracketForm::meaning), fields)
                    .orders(theta);
            assertEquals(HIGHEST, trees.size());
            for (int order = 2; order <= HIGHEST; order++) {
                double[] expected = trees.get(order - 1);
                assertTrue(Euclidean.norm(expected) > 1, "C_" + order + " is tested where it is not small");
                double distance = Euclidean.distance(expected, brackets.get(order - 1));
                assertEquals(0, distance / Euclidean.norm(expected), 1e-12, "C_" + order);
            }
        }

        @Test
        @DisplayName("begins with the comparison with h²[f_A, f_B] at θ")
        void firstComparison() {
            SwapComparison atTheta =
                    SwapComparison.of(fieldA, fieldB, theta, STEP_SIZES).get(3);
            SwapComparison flow = SwapSeries.of(fieldA, fieldB, 2)
                    .compare(theta, STEP_SIZES, 2)
                    .get(3);
            assertEquals(atTheta.difference(), flow.difference());
            assertEquals(1, flow.prediction() / atTheta.prediction(), 0.01);
        }

        @Test
        @DisplayName("is refused for orders out of range and for step sizes that are not positive")
        void refused() {
            assertThrows(IllegalArgumentException.class, () -> SwapSeries.logarithm(0));
            assertThrows(IllegalArgumentException.class, () -> SwapSeries.of(fieldA, fieldB, 0));
            assertThrows(IllegalArgumentException.class, () -> SwapSeries.of(fieldA, fieldB, 9));
            SwapSeries series = SwapSeries.of(fieldA, fieldB, 2);
            String message = assertThrows(IllegalArgumentException.class, () -> series.compare(theta, STEP_SIZES, 3))
                    .getMessage();
            assertTrue(message.contains("given order 3, expected 1 to 2"), message);
            assertThrows(IllegalArgumentException.class, () -> series.compare(theta, STEP_SIZES, 0));
            assertThrows(IllegalArgumentException.class, () -> series.compare(theta, List.of(-0.1), 2));
        }
    }
}
