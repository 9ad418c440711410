package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.evaluate.SeriesInStepSize;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.DoubleArithmetic;
import org.modeq.numeric.simulate.EulerSequence;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The mean over the orders of a schedule, as an optimizer")
class ScheduledOptimizerTest {
    private static final double[] POINT = {0.4, -0.3};

    /** sin((x + k) y) + y², xy − kx for the k-th field. */
    private static SortedMap<Colour, VectorField> fields(Method<Rational> method) {
        Expression x = Expression.variable(0, "x");
        Expression y = Expression.variable(1, "y");
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        for (Colour colour : method.fields()) {
            Expression shift = Expression.of(Rational.of(fields.size() + 1, 3));
            Expression sine = Expression.application("sin", x.add(shift).multiply(y));
            Expression second = x.multiply(y).add(x.multiply(shift).scaled(Rational.of(-1)));
            fields.put(
                    colour,
                    GraphField.of(
                            new ExpressionGraph(2).column(List.of(y.multiply(y).add(sine), second))));
        }
        return fields;
    }

    private static List<Colour> order(String names) {
        return Arrays.stream(names.split("", -1))
                .filter(name -> !name.isEmpty())
                .map(Colour::new)
                .toList();
    }

    @ParameterizedTest(name = "{0} steps to the mean of where the orders {1} lead")
    @CsvSource(
            delimiter = ';',
            value = {
                "shuffle:(A,B),(C,D); ABCD BACD ABDC BADC CDAB CDBA DCAB DCBA",
                "shuffle-within:(A,B),C; ABC BAC",
                "shuffle:A,B,C; ABC ACB BAC BCA CAB CBA"
            })
    void steps(String name, String orders) {
        Method<Rational> method = Methods.parseRational(name);
        SortedMap<Colour, VectorField> fields = fields(method);
        DoubleArithmetic arithmetic = new DoubleArithmetic(fields, 0.25);
        double[] mean = new double[2];
        String[] each = orders.split(" ", -1);
        for (String names : each) {
            double[] end = EulerSequence.onEach(order(names)).step(arithmetic, List.of(POINT));
            Euclidean.add(mean, 1.0 / each.length, end);
        }
        assertArrayEquals(mean, DirectOptimizer.of(method).step(arithmetic, List.of(POINT)), 1e-14);
    }

    @ParameterizedTest(name = "{0}: its power series in h gives the field that the trees give, to order 4")
    @ValueSource(strings = {"shuffle:(A,B),C", "shuffle-within:C,(A,B)"})
    void powerSeries(String name) {
        Method<Rational> method = Methods.parseRational(name);
        SortedMap<Colour, VectorField> fields = fields(method);
        List<double[]> trees = SeriesEvaluator.of(ModifiedEquation.of(method, 4).field(), fields)
                .orders(POINT);
        List<double[]> found = SeriesInStepSize.orders(DirectOptimizer.of(method, fields), POINT, 4);
        for (int j = 0; j < 4; j++) {
            double distance = Euclidean.distance(trees.get(j), found.get(j));
            assertTrue(distance <= 1e-12 * Math.max(1, Euclidean.norm(trees.get(j))), "f" + (j + 1) + ": " + distance);
        }
    }

    /** Every order has its power series; what trees give for an order that is kept is the mean of these, not one of them. */
    @Test
    @DisplayName("the field of an order that is kept is the mean of those of the orders, to order 4")
    void kept() {
        Method<Rational> method = Methods.parseRational("shuffle-once:A,B,C");
        SortedMap<Colour, VectorField> fields = fields(method);
        List<double[]> trees = SeriesEvaluator.of(ModifiedEquation.of(method, 4).field(), fields)
                .orders(POINT);
        List<double[]> mean = new ArrayList<>(List.of(new double[2], new double[2], new double[2], new double[2]));
        for (String names : List.of("A,B,C", "A,C,B", "B,A,C", "B,C,A", "C,A,B", "C,B,A")) {
            List<double[]> orders = SeriesInStepSize.orders(
                    DirectOptimizer.of(Methods.parseRational("sequence:" + names), fields), POINT, 4);
            for (int j = 0; j < 4; j++) {
                Euclidean.add(mean.get(j), 1.0 / 6, orders.get(j));
            }
        }
        for (int j = 0; j < 4; j++) {
            double distance = Euclidean.distance(mean.get(j), trees.get(j));
            assertTrue(distance <= 1e-12 * Math.max(1, Euclidean.norm(mean.get(j))), "f" + (j + 1) + ": " + distance);
        }
    }

    @ParameterizedTest(name = "{0} is refused")
    @ValueSource(strings = {"shuffle-once:A,B", "shuffle:A,B,C,D,E,G,H", "shuffle-within:(A,B,C,D),(E,G,H,I,J)"})
    void refused(String name) {
        Method<Rational> method = Methods.parseRational(name);
        assertThrows(IllegalArgumentException.class, () -> DirectOptimizer.of(method));
    }
}
