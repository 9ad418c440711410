package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.evaluate.SeriesInStepSize;
import org.modeq.numeric.evaluate.SlowManifoldSeries;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.DoubleArithmetic;
import org.modeq.numeric.simulate.MultistepRecurrence;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The real optimizer of a method")
class DirectOptimizerTest {
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");
    private static final double[] POINT = {0.4, -0.3};

    private static Method<Rational> method(String text) {
        String[] words = text.split(" ", -1);
        SortedMap<String, Rational> values = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", -1);
            values.put(pair[0], Rational.parse(pair[1]));
        }
        return Methods.requireRational(Methods.parse(words[0], new MethodParameters(values, List.of())));
    }

    private static VectorField field(List<Expression> components) {
        return GraphField.of(new ExpressionGraph(2).column(components));
    }

    private static VectorField line(Expression component) {
        return GraphField.of(new ExpressionGraph(1).column(List.of(component)));
    }

    /** A field of its own for each name, none of them linear. */
    private static SortedMap<Colour, VectorField> fields(Method<Rational> method) {
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        for (Colour colour : method.fields()) {
            Expression shift = X.add(Expression.of(Rational.of(fields.size() + 1, 3)));
            Expression sine = Expression.application("sin", shift.multiply(Y));
            fields.put(
                    colour,
                    field(List.of(
                            Y.multiply(Y).add(sine), X.scaled(Rational.of(-1)).add(X.multiply(Y)))));
        }
        return fields;
    }

    private static void assertOrders(List<double[]> expected, List<double[]> found) {
        for (int j = 0; j < expected.size(); j++) {
            double distance = Euclidean.distance(expected.get(j), found.get(j));
            assertTrue(
                    distance <= 1e-12 * Math.max(1, Euclidean.norm(expected.get(j))),
                    "f" + (j + 1) + " differs by " + distance);
        }
    }

    @ParameterizedTest(name = "{0}: its power series in h gives the field that the trees give, to order 4")
    @ValueSource(
            strings = {
                "gd",
                "sequence:A*2,B,A/3",
                "joint-mean:A,B,C",
                "rk:heun",
                "rk:rk4",
                "rk:implicit-midpoint",
                "rk:trapezoidal",
                "symplectic-euler",
                "stormer-verlet",
                "sam rho=2",
                "extragradient",
                "weight-decay lambda=1/100",
                "game:simultaneous vA=1 vB=2",
                "game:alternating vA=1 vB=1/2"
            })
    void powerSeries(String text) {
        Method<Rational> method = method(text);
        SortedMap<Colour, VectorField> fields = fields(method);
        List<double[]> trees = SeriesEvaluator.of(ModifiedEquation.of(method, 4).field(), fields)
                .orders(POINT);
        assertTrue(
                text.equals("rk:rk4") || Euclidean.norm(trees.get(2)) + Euclidean.norm(trees.get(3)) > 1e-4,
                "the orders test nothing");
        assertOrders(trees, SeriesInStepSize.orders(DirectOptimizer.of(method, fields), POINT, 4));
    }

    /** f on power series in doubles. */
    private static SlowManifoldSeries.Vectors<double[]> vectors(VectorField field) {
        return new SlowManifoldSeries.Vectors<>() {
            @Override
            public double[] coefficient(List<double[]> series) {
                JetAlgebra algebra = JetAlgebra.of(Math.max(1, series.size() - 1));
                Jet power = Jet.affine(algebra, new double[] {0}, List.of(new double[] {1}));
                Jet theta = Jet.column(algebra, series.get(series.size() - 1));
                for (int i = series.size() - 2; i >= 0; i--) {
                    theta = theta.timesScalar(power).plus(Jet.column(algebra, series.get(i)));
                }
                return field.at(theta).entries(series.size() - 1);
            }

            @Override
            public double[] combination(List<Rational> weights, List<double[]> summands) {
                double[] sum = new double[summands.get(0).length];
                for (int i = 0; i < summands.size(); i++) {
                    Euclidean.add(sum, weights.get(i).doubleValue(), summands.get(i));
                }
                return sum;
            }
        };
    }

    @ParameterizedTest(
            name = "{0}: the slow manifold as a power series has the field of the trees, and its run stays on it")
    @ValueSource(strings = {"heavy-ball beta=1/2", "nesterov beta=2/3", "ema beta=9/10"})
    void slowManifold(String text) {
        LinearMultistep<Rational> method = (LinearMultistep<Rational>) method(text);
        SortedMap<Colour, VectorField> fields = fields(method);
        VectorField field = fields.values().iterator().next();
        SlowManifoldSeries<double[]> series = SlowManifoldSeries.of(method, vectors(field), POINT, 6);
        List<double[]> trees = SeriesEvaluator.of(ModifiedEquation.of(method, 5).field(), fields)
                .orders(POINT);
        List<double[]> orders = series.orders();
        for (int j = 0; j < 5; j++) {
            double distance = Euclidean.distance(trees.get(j), orders.get(j));
            assertTrue(distance <= 1e-11 * Euclidean.norm(trees.get(j)), "f" + (j + 1) + " differs by " + distance);
        }
        // Started on it, the run is at P(3) after three steps, but for h⁷.
        Optimizer optimizer = DirectOptimizer.of(method);
        double coarse = missed(optimizer, fields, series, 0.02);
        double fine = missed(optimizer, fields, series, 0.01);
        assertEquals(7, Math.log(coarse / fine) / Math.log(2), 0.3, coarse + " and " + fine);
    }

    private static double missed(
            Optimizer optimizer, Map<Colour, VectorField> fields, SlowManifoldSeries<double[]> series, double h) {
        List<double[]> start = new ArrayList<>();
        for (int n = 0; n < optimizer.memory(); n++) {
            start.add(point(series, -n, h));
        }
        double[] end = optimizer.run(new DoubleArithmetic(fields, h), start, 3).get(3);
        return Euclidean.distance(end, point(series, 3, h));
    }

    private static double[] point(SlowManifoldSeries<double[]> series, int n, double h) {
        double[] sum = new double[2];
        for (int j = 0; j <= 6; j++) {
            Euclidean.add(sum, Math.pow(h, j), series.coefficient(n, j));
        }
        return sum;
    }

    /**
     * By hand for f(x) = −x, h = 1/2, from 1: heavy ball with β = ½ and θ₋₁ = θ₀: 1 − ½ = ½, ½ − ¼ + ½(½ − 1) = 0; Nesterov: ½,
     * y = ½ + ½(½ − 1) = ¼, ¼ − ⅛ = ⅛; implicit midpoint: (1 − ¼)/(1 + ¼) = 3/5, 9/25.
     */
    @ParameterizedTest(name = "{0} goes from 1 to {1} and {2} on ẋ = −x")
    @CsvSource({
        "gd, 0.5, 0.25",
        "heavy-ball beta=1/2, 0.5, 0",
        "nesterov beta=1/2, 0.5, 0.125",
        "rk:implicit-midpoint, 0.6, 0.36",
        "rk:heun, 0.625, 0.390625"
    })
    void byHand(String text, double first, double second) {
        Method<Rational> method = method(text);
        Map<Colour, VectorField> fields = Map.of(Colour.F, line(X.scaled(Rational.of(-1))));
        Optimizer optimizer = DirectOptimizer.of(method);
        assertEquals(method.fields(), optimizer.fields());
        List<double[]> start = Collections.nCopies(optimizer.memory(), new double[] {1});
        List<double[]> run = optimizer.run(new DoubleArithmetic(fields, 0.5), start, 2);
        assertEquals(1, run.get(0)[0]);
        assertEquals(first, run.get(1)[0], 1e-15);
        assertEquals(second, run.get(2)[0], 1e-15);
    }

    @Test
    @DisplayName("refuses what cannot be run, an implicit step too large to be solved, and the wrong number of points")
    void refused() {
        for (String text : List.of("splitting:A/2,B,A/2", "avf")) {
            String message = assertThrows(IllegalArgumentException.class, () -> DirectOptimizer.of(method(text)))
                    .getMessage();
            assertTrue(message.contains("cannot be run step by step"), message);
        }
        Method<Rational> midpoint = method("rk:implicit-midpoint");
        Map<Colour, VectorField> stiff = Map.of(Colour.F, line(X.scaled(Rational.of(-9))));
        String message = assertThrows(
                        ArithmeticException.class,
                        () -> DirectOptimizer.of(midpoint)
                                .run(new DoubleArithmetic(stiff, 1), List.of(new double[] {1}), 1))
                .getMessage();
        assertTrue(message.contains("cannot be solved"), message);
        Optimizer momentum = DirectOptimizer.of(method("heavy-ball beta=1/2"));
        assertThrows(
                IllegalArgumentException.class,
                () -> momentum.run(new DoubleArithmetic(stiff, 1), List.of(new double[] {1}), 1));
        assertThrows(IllegalArgumentException.class, () -> DirectOptimizer.of(method("heavy-ball beta=1/2"), stiff));
        assertThrows(IllegalArgumentException.class, () -> DirectOptimizer.of(method("gd"), Map.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> MultistepRecurrence.of(
                        List.of(Rational.of(-1), Rational.ONE),
                        List.of(Rational.ZERO, Rational.ONE),
                        List.of(Rational.ONE)));
        assertArrayEquals(
                new double[] {0},
                new DoubleArithmetic(stiff, 1).combination(List.of(Rational.ZERO), List.of(new double[] {5})));
    }
}
