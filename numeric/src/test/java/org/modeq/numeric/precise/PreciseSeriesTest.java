package org.modeq.numeric.precise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.formula.ExpressionLoss;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.LossOnGraph;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A modified field in numbers of high precision")
class PreciseSeriesTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);
    private static final DoubleDoubles PAIRS = DoubleDoubles.DOUBLE_DOUBLES;
    private static final int ORDER = 4;
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    private static Stream<Arguments> problems() {
        return PreciseProblems.all();
    }

    private static EulerSteps<Rational> method(String name) {
        return (EulerSteps<Rational>) Methods.parseRational(name);
    }

    private static <T> Map<Colour, PreciseField<T>> fields(LossOnGraph loss, Numbers<T> numbers) {
        return Map.of(Colour.F, PreciseField.negativeGradient(loss.graphLoss(), numbers));
    }

    private static <T> void assertRoadsMeet(
            Numbers<T> numbers,
            String method,
            Map<Colour, PreciseField<T>> fields,
            List<T> theta,
            double relative,
            String what) {
        EulerSteps<Rational> steps = method(method);
        List<List<T>> fromTrees = PreciseSeries.of(
                        ModifiedEquation.of(steps, ORDER).field(), fields)
                .orders(theta);
        List<List<T>> fromSeries =
                PreciseStep.of(DirectOptimizer.of(steps), fields).orders(numbers, theta, ORDER);
        for (int j = 1; j <= ORDER; j++) {
            PreciseProblems.assertClose(
                    numbers, fromTrees.get(j - 1), fromSeries.get(j - 1), relative, what + " f" + j);
        }
    }

    @ParameterizedTest(name = "is on {0} the same from trees and from the series in h: to 1e-52 with 50 digits")
    @MethodSource("problems")
    void fiftyDigits(String name, LossOnGraph loss) {
        List<BigDecimal> theta = PreciseProblems.point(loss, FIFTY);
        assertRoadsMeet(FIFTY, "gd", fields(loss, FIFTY), theta, 1e-52, name);
    }

    @ParameterizedTest(name = "is on {0} the same from trees and from the series in h: to 1e-27 with two doubles")
    @MethodSource("problems")
    void doubleDoubles(String name, LossOnGraph loss) {
        assertRoadsMeet(PAIRS, "gd", fields(loss, PAIRS), PreciseProblems.point(loss, PAIRS), 1e-27, name);
    }

    @ParameterizedTest(name = "is the same by both roads for {0}")
    @ValueSource(strings = {"sequence:A,B", "sequence:A*2,B,A", "joint-mean:A,B"})
    void sequences(String method) {
        LossOnGraph first = PreciseProblems.network(Activation.TANH, OutputLoss.MEAN_SQUARED_ERROR, 2, 11);
        LossOnGraph second = PreciseProblems.network(Activation.SIGMOID, OutputLoss.SOFTMAX_CROSS_ENTROPY, 2, 15);
        Map<Colour, PreciseField<BigDecimal>> fields = Map.of(
                A, PreciseField.negativeGradient(first.graphLoss(), FIFTY),
                B, PreciseField.negativeGradient(second.graphLoss(), FIFTY));
        assertRoadsMeet(FIFTY, method, fields, PreciseProblems.point(first, FIFTY), 1e-52, method);
    }

    @Test
    @DisplayName("is by both roads that of an optimizer that is no Euler step: Heun's method")
    void heun() {
        LossOnGraph loss = PreciseProblems.polynomial();
        Map<Colour, PreciseField<BigDecimal>> fields = fields(loss, FIFTY);
        PreciseField<BigDecimal> field = fields.get(Colour.F);
        BigDecimal half = new BigDecimal("0.5");
        PreciseStep<BigDecimal> heun = (theta, stepSize) -> {
            PreciseJet<BigDecimal> first = field.at(theta);
            PreciseJet<BigDecimal> second = field.at(theta.plus(first.timesScalar(stepSize)));
            return theta.plus(first.plus(second).timesScalar(stepSize).scaled(half));
        };
        List<BigDecimal> theta = PreciseProblems.point(loss, FIFTY);
        List<List<BigDecimal>> fromTrees = PreciseSeries.of(
                        ModifiedEquation.of(Methods.parseRational("rk:heun"), ORDER)
                                .field(),
                        fields)
                .orders(theta);
        List<List<BigDecimal>> fromSeries = heun.orders(FIFTY, theta, ORDER);
        assertTrue(PreciseProblems.size(FIFTY, fromSeries.get(1)) < 1e-55);
        for (int j : new int[] {1, 3, 4}) {
            PreciseProblems.assertClose(FIFTY, fromTrees.get(j - 1), fromSeries.get(j - 1), 1e-52, "f" + j);
        }
    }

    @ParameterizedTest(name = "is on {0} that of doubles, to 1e-12")
    @MethodSource("problems")
    void againstDoubles(String name, LossOnGraph loss) {
        double[] theta = RandomStream.ofSeed(31).normals(loss.dimension());
        var series = ModifiedEquation.of(method("gd"), ORDER).field();
        List<double[]> doubles = SeriesEvaluator.of(series, Map.of(Colour.F, loss.negativeGradient()))
                .orders(theta);
        var precise = PreciseSeries.of(series, fields(loss, PAIRS)).orders(PAIRS.column(theta));
        for (int j = 1; j <= ORDER; j++) {
            PreciseProblems.assertClose(
                    PAIRS, precise.get(j - 1), PAIRS.column(doubles.get(j - 1)), 1e-12, name + " f" + j);
        }
    }

    @Test
    @DisplayName("has the exact fractions of a polynomial at a rational point, to 1e-55")
    void exact() {
        String formula = "x^4/4 - x*y^2 + 3*y^3/8 + 3*x/2";
        ElementaryDifferentials<Rational> exact = ConcreteFields.ofLosses(List.of("x", "y"), Map.of(Colour.F, formula))
                .exactAt(List.of("1/3", "-5/7"));
        ModifiedEquation<Rational> equation = ModifiedEquation.of(method("gd"), 5);
        List<BigDecimal> theta = List.of(FIFTY.of(Rational.of(1, 3)), FIFTY.of(Rational.of(-5, 7)));
        List<List<BigDecimal>> orders = PreciseSeries.of(equation.field(), fields(PreciseProblems.polynomial(), FIFTY))
                .orders(theta);
        for (int j = 1; j <= 5; j++) {
            SortedMap<RootedTree, Rational> weights = new TreeMap<>();
            equation.terms(j - 1).forEach(term -> weights.put(term.tree(), term.coefficient()));
            List<BigDecimal> expected =
                    exact.sum(weights).stream().map(FIFTY::of).toList();
            PreciseProblems.assertClose(FIFTY, expected, orders.get(j - 1), 1e-55, "f" + j);
        }
    }

    @Test
    @DisplayName("has the exact fractions of a formula with thirds in it, as a loss and as a field, to 1e-55")
    void exactFormula() {
        Expression x = Expression.variable(0, "x");
        Expression y = Expression.variable(1, "y");
        // x³/3 − 2xy²/7, f = −∇L = (2y²/7 − x², 4xy/7).
        Expression square = y.multiply(y).scaled(Rational.of(2, 7));
        Expression formula = x.multiply(x)
                .multiply(x)
                .scaled(Rational.of(1, 3))
                .add(x.multiply(square).scaled(Rational.of(-1)));
        Expression first = square.add(x.multiply(x).scaled(Rational.of(-1)));
        Expression second = x.multiply(y).scaled(Rational.of(4, 7));
        var exact = ConcreteFields.ofLosses(List.of("x", "y"), Map.of(Colour.F, "x^3/3 - 2*x*y^2/7"))
                .exactAt(List.of("1/3", "-5/7"));
        ModifiedEquation<Rational> equation = ModifiedEquation.of(method("gd"), 3);
        List<BigDecimal> theta = List.of(FIFTY.of(Rational.of(1, 3)), FIFTY.of(Rational.of(-5, 7)));
        for (PreciseField<BigDecimal> field : List.of(
                PreciseField.negativeGradient(ExpressionLoss.exact(2, formula).graphLoss(), FIFTY),
                PreciseField.of(ExpressionGraph.exact(2).column(List.of(first, second)), FIFTY))) {
            List<List<BigDecimal>> orders =
                    PreciseSeries.of(equation.field(), Map.of(Colour.F, field)).orders(theta);
            for (int j = 1; j <= 3; j++) {
                SortedMap<RootedTree, Rational> weights = new TreeMap<>();
                equation.terms(j - 1).forEach(term -> weights.put(term.tree(), term.coefficient()));
                List<BigDecimal> expected =
                        exact.sum(weights).stream().map(FIFTY::of).toList();
                PreciseProblems.assertClose(FIFTY, expected, orders.get(j - 1), 1e-55, "f" + j);
            }
        }
        assertEquals(
                ExpressionLoss.of(2, formula).value(new double[] {0.5, 0.25}),
                ExpressionLoss.exact(2, formula).value(new double[] {0.5, 0.25}),
                1e-17);
        Expression tooFine = x.scaled(Rational.of(1, (1L << 60) + 1));
        assertThrows(IllegalArgumentException.class, () -> ExpressionLoss.exact(2, tooFine));
        assertThrows(
                IllegalArgumentException.class, () -> ExpressionGraph.exact(2).column(List.of()));
    }

    @Test
    @DisplayName("is truncated to f₁ + h f₂ + … on jets as well: its derivative along itself is that of each order")
    void truncated() {
        LossOnGraph loss = PreciseProblems.polynomial();
        PreciseSeries<BigDecimal> series =
                PreciseSeries.of(ModifiedEquation.of(method("gd"), 3).field(), fields(loss, FIFTY));
        BigDecimal stepSize = new BigDecimal("0.1");
        List<BigDecimal> theta = PreciseProblems.point(loss, FIFTY);
        List<BigDecimal> v = FIFTY.column(1, -2);
        PreciseJet<BigDecimal> moved = PreciseJet.affine(FIFTY, JetAlgebra.of(2), theta, List.of(v));
        PreciseJet<BigDecimal> field = series.truncated(stepSize).at(moved);
        // Against differences of values over ±10⁻¹⁵, which are off by 10⁻³⁰.
        List<BigDecimal> slope = new ArrayList<>();
        BigDecimal tiny = new BigDecimal("1e-15");
        List<BigDecimal> after = series.truncated(stepSize).at(shifted(theta, v, tiny));
        List<BigDecimal> before = series.truncated(stepSize).at(shifted(theta, v, tiny.negate()));
        for (int i = 0; i < theta.size(); i++) {
            slope.add(FIFTY.divide(FIFTY.subtract(after.get(i), before.get(i)), new BigDecimal("2e-15")));
        }
        PreciseProblems.assertClose(FIFTY, slope, field.coefficient(List.of(1)), 1e-27, "slope");
        List<BigDecimal> sum = new ArrayList<>();
        List<List<BigDecimal>> orders = series.orders(theta);
        for (int i = 0; i < theta.size(); i++) {
            BigDecimal higher = FIFTY.add(
                    orders.get(1).get(i), FIFTY.multiply(stepSize, orders.get(2).get(i)));
            sum.add(FIFTY.add(orders.get(0).get(i), FIFTY.multiply(stepSize, higher)));
        }
        PreciseProblems.assertClose(FIFTY, sum, field.constantEntries(), 1e-57, "value");
    }

    private static List<BigDecimal> shifted(List<BigDecimal> theta, List<BigDecimal> v, BigDecimal factor) {
        List<BigDecimal> shifted = new ArrayList<>();
        for (int i = 0; i < theta.size(); i++) {
            shifted.add(FIFTY.add(theta.get(i), FIFTY.multiply(factor, v.get(i))));
        }
        return shifted;
    }

    @Test
    @DisplayName("refuses missing fields, other dimensions and orders below 1 in one line")
    void refusals() {
        LossOnGraph loss = PreciseProblems.polynomial();
        Map<Colour, PreciseField<BigDecimal>> fields = fields(loss, FIFTY);
        EulerSteps<Rational> descent = method("gd");
        var series = ModifiedEquation.of(descent, 2).field();
        String missing = assertThrows(
                        IllegalArgumentException.class,
                        () -> PreciseStep.of(DirectOptimizer.of(method("sequence:A,B")), fields))
                .getMessage();
        assertEquals("the method has the field A but fields are given for [f] only; give A a field", missing);
        assertThrows(
                IllegalArgumentException.class,
                () -> PreciseSeries.of(series, Map.<Colour, PreciseField<BigDecimal>>of()));
        PreciseSeries<BigDecimal> evaluator = PreciseSeries.of(series, fields);
        List<BigDecimal> longer = FIFTY.column(1, 2, 3);
        String dimension = assertThrows(IllegalArgumentException.class, () -> evaluator.orders(longer))
                .getMessage();
        assertEquals("given a point of dimension 3, expected the dimension 2 of the fields", dimension);
        PreciseStep<BigDecimal> step = PreciseStep.of(DirectOptimizer.of(descent), fields);
        List<BigDecimal> theta = FIFTY.column(1, 2);
        String order = assertThrows(IllegalArgumentException.class, () -> step.orders(FIFTY, theta, 0))
                .getMessage();
        assertEquals("given the order 0, expected at least 1", order);
        assertThrows(IllegalArgumentException.class, () -> step.orders(FIFTY, longer, 2));
        LossOnGraph larger = PreciseProblems.network(Activation.TANH, OutputLoss.MEAN_SQUARED_ERROR, 2, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> PreciseSeries.of(
                        series,
                        Map.of(
                                Colour.F,
                                PreciseField.negativeGradient(loss.graphLoss(), FIFTY),
                                A,
                                PreciseField.negativeGradient(larger.graphLoss(), FIFTY))));
    }
}
