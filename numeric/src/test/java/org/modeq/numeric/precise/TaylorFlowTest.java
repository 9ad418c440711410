package org.modeq.numeric.precise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.LossOnGraph;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.Momentum;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The flow of a field by Taylor series")
class TaylorFlowTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);
    private static final DoubleDoubles PAIRS = DoubleDoubles.DOUBLE_DOUBLES;

    private static <T> TaylorFlow<T> flow(int dimension, Numbers<T> numbers, Function<Node, Node> field) {
        return TaylorFlow.of(PreciseField.of(field.apply(new Graph(dimension).parameters()), numbers));
    }

    private static <T> void assertEnd(
            Numbers<T> numbers, PreciseEndPoint<T> end, List<T> expected, double bound, String what) {
        double error = PreciseProblems.size(numbers, PreciseProblems.difference(numbers, expected, end.point()));
        assertTrue(error <= bound, () -> what + " is off by " + error + ", reported " + end.error());
        assertTrue(end.error() <= bound && end.error() > 0, () -> what + " reports " + end.error());
    }

    @Test
    @DisplayName("of −x over the time 3 is exp(−3)x, forwards and back, to 1e-45 in two substeps or more")
    void linear() {
        TaylorFlow<BigDecimal> flow = flow(1, FIFTY, x -> x.scaled(-1));
        PreciseEndPoint<BigDecimal> end = flow.integrate(FIFTY.column(1), FIFTY.of(3), 1e-45);
        assertEnd(FIFTY, end, List.of(FIFTY.exp(FIFTY.of(-3))), 1e-45, "exp");
        assertTrue(end.substeps() > 1 && end.highestOrder() > 30, end::toString);
        PreciseEndPoint<BigDecimal> back = flow.integrate(end.point(), FIFTY.of(-3), 1e-45);
        assertEnd(FIFTY, back, FIFTY.column(1), 1e-43, "back");
    }

    @Test
    @DisplayName("of x² from 1 is 1/(1 − t), close to its pole as well")
    void riccati() {
        TaylorFlow<BigDecimal> flow = flow(1, FIFTY, x -> x.hadamard(x));
        List<BigDecimal> one = FIFTY.column(1);
        for (List<BigDecimal> coefficient : flow.coefficients(one, 12)) {
            assertEquals(0, coefficient.get(0).compareTo(BigDecimal.ONE));
        }
        PreciseEndPoint<BigDecimal> half = flow.integrate(one, FIFTY.of(0.5), 1e-45);
        assertEnd(FIFTY, half, FIFTY.column(2), 1e-44, "t = 1/2");
        PreciseEndPoint<BigDecimal> close = flow.integrate(one, FIFTY.of(1 - 0x1p-5), 1e-45);
        assertEnd(FIFTY, close, FIFTY.column(32), 1e-41, "t = 31/32");
        assertThrows(ArithmeticException.class, () -> flow.integrate(one, FIFTY.of(1.5), 1e-10));
    }

    @Test
    @DisplayName("of a rotation is the rotation: cosine and sine, with two doubles to 1e-29")
    void rotation() {
        assertRotation(PAIRS, 1e-29, 1e-29);
        assertRotation(FIFTY, 1e-50, 1e-50);
    }

    /** θ̇ = Aθ with A = (0 −1; 1 0). */
    private static <T> void assertRotation(Numbers<T> numbers, double tolerance, double bound) {
        TaylorFlow<T> flow = flow(
                2,
                numbers,
                x -> x.graph()
                        .constant(new DMatrixRMaj(2, 2, true, 0, -1, 1, 0))
                        .times(x));
        T time = numbers.of(2.5);
        PreciseEndPoint<T> end = flow.integrate(numbers.column(1, 0), time, tolerance);
        assertEnd(numbers, end, List.of(numbers.cos(time), numbers.sin(time)), bound, "rotation in " + numbers);
    }

    @Test
    @DisplayName(
            "is as in the worked example: f₁, f₂, f₃ of gd on −x are −x, −x/2, −x/3, the flow of two is off by h³/3 · x")
    void workedExample() {
        Map<Colour, PreciseField<BigDecimal>> fields =
                Map.of(Colour.F, PreciseField.of(new Graph(1).parameters().scaled(-1), FIFTY));
        EulerSteps<Rational> descent = EulerSteps.gradientDescent();
        PreciseStep<BigDecimal> step = PreciseStep.of(DirectOptimizer.of(descent), fields);
        List<BigDecimal> theta = FIFTY.column(2);
        List<List<BigDecimal>> fromTrees = PreciseSeries.of(
                        ModifiedEquation.of(descent, 3).field(), fields)
                .orders(theta);
        List<List<BigDecimal>> fromSeries = step.orders(FIFTY, theta, 3);
        for (int j = 1; j <= 3; j++) {
            List<BigDecimal> expected = List.of(FIFTY.of(Rational.of(-2, j)));
            PreciseProblems.assertClose(FIFTY, expected, fromTrees.get(j - 1), 1e-58, "trees f" + j);
            PreciseProblems.assertClose(FIFTY, expected, fromSeries.get(j - 1), 1e-58, "series f" + j);
        }
        BigDecimal h = FIFTY.of(0x1p-20);
        PreciseEndPoint<BigDecimal> end = TaylorFlow.of(
                        PreciseSeries.of(ModifiedEquation.of(descent, 2).field(), fields)
                                .truncated(h))
                .integrate(theta, h, 1e-30);
        List<BigDecimal> after = step.step(FIFTY, theta, h);
        double defect = FIFTY.toDouble(FIFTY.subtract(end.point().get(0), after.get(0)));
        assertEquals(2 * Math.pow(0x1p-20, 3) / 3, defect, 1e-5 * Math.abs(defect));
    }

    @Test
    @DisplayName("over no time goes nowhere")
    void still() {
        PreciseEndPoint<BigDecimal> end =
                flow(1, FIFTY, x -> x.hadamard(x)).integrate(FIFTY.column(2), BigDecimal.ZERO, 1e-20);
        assertEquals(FIFTY.column(2), end.point());
        assertEquals(0, end.substeps());
    }

    private static double slope(double first, double second) {
        return Math.log(first / second) / Math.log(2);
    }

    private static LossOnGraph network() {
        return PreciseProblems.network(Activation.TANH, OutputLoss.SOFTMAX_CROSS_ENTROPY, 3, 12);
    }

    @ParameterizedTest(
            name = "of f₁ + … + h^{0} f_(N) misses a step of gd by O(h^(N+1)) with N = {0}, slopes {1} ± 0.05")
    @CsvSource({"1, 2", "2, 3", "3, 4", "4, 5"})
    void localDefect(int order, int expected) {
        LossOnGraph loss = network();
        EulerSteps<Rational> descent = EulerSteps.gradientDescent();
        Map<Colour, PreciseField<BigDecimal>> fields =
                Map.of(Colour.F, PreciseField.negativeGradient(loss.graphLoss(), FIFTY));
        PreciseStep<BigDecimal> step = PreciseStep.of(DirectOptimizer.of(descent), fields);
        PreciseSeries<BigDecimal> series =
                PreciseSeries.of(ModifiedEquation.of(descent, order).field(), fields);
        List<BigDecimal> theta = PreciseProblems.point(loss, FIFTY);
        List<Double> defects = new ArrayList<>();
        BigDecimal stepSize = FIFTY.of(0x1p-16);
        for (int halving = 0; halving <= 5; halving++) {
            double h = stepSize.doubleValue();
            PreciseEndPoint<BigDecimal> end =
                    TaylorFlow.of(series.truncated(stepSize)).integrate(theta, stepSize, 1e-5 * Math.pow(h, expected));
            List<BigDecimal> after = step.step(FIFTY, theta, stepSize);
            double defect = PreciseProblems.size(FIFTY, PreciseProblems.difference(FIFTY, after, end.point()));
            assertTrue(end.error() < 1e-3 * defect, end::toString);
            defects.add(defect);
            stepSize = FIFTY.multiply(stepSize, FIFTY.of(0.5));
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(expected, slope(defects.get(i), defects.get(i + 1)), 0.05, "halving " + i + ": " + defects);
        }
    }

    @Test
    @DisplayName("of the field of the heavy ball to order 3 solves θ₊ − (1+β)θ + βθ₋ = h f up to O(h⁴)")
    void heavyBall() {
        LossOnGraph loss = network();
        Rational beta = Rational.of(1, 3);
        Method<Rational> method = Methods.requireRational(Momentum.heavyBall(new TreeMap<>(Map.of("beta", beta))));
        PreciseField<BigDecimal> field = PreciseField.negativeGradient(loss.graphLoss(), FIFTY);
        PreciseSeries<BigDecimal> series =
                PreciseSeries.of(ModifiedEquation.of(method, 3).field(), Map.of(Colour.F, field));
        List<BigDecimal> theta = PreciseProblems.point(loss, FIFTY);
        List<BigDecimal> slope = field.at(theta);
        BigDecimal momentum = FIFTY.of(beta);
        List<Double> defects = new ArrayList<>();
        for (int halving = 10; halving <= 12; halving++) {
            BigDecimal stepSize = FIFTY.of(Math.pow(2, -halving));
            TaylorFlow<BigDecimal> flow = TaylorFlow.of(series.truncated(stepSize));
            List<BigDecimal> after = flow.integrate(theta, stepSize, 1e-30).point();
            List<BigDecimal> before =
                    flow.integrate(theta, stepSize.negate(), 1e-30).point();
            List<BigDecimal> defect = new ArrayList<>();
            for (int i = 0; i < theta.size(); i++) {
                Numbers.Sum<BigDecimal> sum = FIFTY.sum();
                sum.add(BigDecimal.ONE, after.get(i));
                sum.add(FIFTY.add(BigDecimal.ONE, momentum).negate(), theta.get(i));
                sum.add(momentum, before.get(i));
                sum.add(stepSize.negate(), slope.get(i));
                defect.add(sum.take());
            }
            defects.add(PreciseProblems.size(FIFTY, defect));
        }
        assertEquals(4, slope(defects.get(0), defects.get(1)), 0.05, defects::toString);
        assertEquals(4, slope(defects.get(1), defects.get(2)), 0.05, defects::toString);
    }

    @Test
    @DisplayName("refuses tolerances that the numbers cannot keep, and other dimensions")
    void refusals() {
        TaylorFlow<BigDecimal> flow = flow(1, FIFTY, x -> x.scaled(-1));
        List<BigDecimal> one = FIFTY.column(1);
        String message = assertThrows(IllegalArgumentException.class, () -> flow.integrate(one, BigDecimal.ONE, 1e-70))
                .getMessage();
        assertTrue(message.startsWith("given the tolerance 1.0E-70, expected one from 2"), message);
        assertTrue(message.endsWith("to 1 in numbers of 50 digits; take more digits or a larger tolerance"), message);
        assertThrows(IllegalArgumentException.class, () -> flow.integrate(one, BigDecimal.ONE, Double.NaN));
        List<BigDecimal> two = FIFTY.column(1, 1);
        assertThrows(IllegalArgumentException.class, () -> flow.integrate(two, BigDecimal.ONE, 1e-10));
        assertThrows(IllegalArgumentException.class, () -> flow.coefficients(one, -1));
    }
}
