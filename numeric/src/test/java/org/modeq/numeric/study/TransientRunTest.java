package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.ElementaryDifferential;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.DoubleArithmetic;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.TransientStep;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A run from rest, β = 9/10,")
class TransientRunTest {
    private static final double[] START = {0.5, -0.25};
    private static final int TRANSIENT = 200;
    private static final double TOLERANCE = 1e-11;

    /** L = x²/20 + xy/10 + y²/10 + x³/30 + y⁴/20: momentum is ten times as fast. */
    private static final VectorField FIELD = PolynomialLoss.of(
                    2,
                    List.of(
                            new PolynomialLoss.Term(0.05, List.of(2, 0)),
                            new PolynomialLoss.Term(0.1, List.of(1, 1)),
                            new PolynomialLoss.Term(0.1, List.of(0, 2)),
                            new PolynomialLoss.Term(1.0 / 30, List.of(3, 0)),
                            new PolynomialLoss.Term(0.05, List.of(0, 4))))
            .negativeGradient();

    private static final Map<Colour, VectorField> FIELDS = new TreeMap<>(Map.of(Colour.F, FIELD));

    /** One method, its fields and its runs; averages of gradients take ten times as long as sums of them. */
    private static final class Runs {
        private final Method<Rational> method;
        private final double time;
        private final BSeriesField<Rational> slow;
        private final List<BSeriesField<Rational>> ofSteps = new ArrayList<>();

        Runs(String name) {
            TreeMap<String, Rational> values = new TreeMap<>(Map.of("beta", Rational.parse("9/10")));
            boolean isQuasiHyperbolic = name.equals("qhm");
            if (isQuasiHyperbolic) {
                values.put("nu", Rational.parse("7/10"));
            }
            method = Methods.parseRational(name, new MethodParameters(values, List.of()));
            time = name.equals("ema") || isQuasiHyperbolic ? 5 : 0.5;
            slow = ModifiedEquation.of(method, 2).field();
        }

        double[] run(double h, int steps) {
            return method.name().equals("qhm")
                    ? quasiHyperbolic(h, steps)
                    : DirectOptimizer.of(method)
                            .run(new DoubleArithmetic(FIELDS, h), List.of(START, START), steps)
                            .get(steps);
        }

        /** As it is printed in the paper, from m = 0. */
        private double[] quasiHyperbolic(double h, int steps) {
            double[] theta = START.clone();
            double[] average = new double[theta.length];
            for (int n = 0; n < steps; n++) {
                double[] descent = FIELD.at(theta);
                for (int i = 0; i < theta.length; i++) {
                    average[i] = 0.9 * average[i] + 0.1 * descent[i];
                    theta[i] += h * (0.3 * descent[i] + 0.7 * average[i]);
                }
            }
            return theta;
        }

        private double[] flow(SeriesEvaluator truncated, double h, double[] start, double duration) {
            return ModifiedFlow.of(truncated, h)
                    .integrate(start, duration, TOLERANCE, point -> 1e-10)
                    .point();
        }

        /** From step 200 on what is left of the transient, 200 · 0.9²⁰⁰, is below 1e-6 of the slow field. */
        private BSeriesField<Rational> ofStep(int n) {
            if (n >= TRANSIENT) {
                return slow;
            }
            while (ofSteps.size() <= n) {
                ofSteps.add(TransientStep.equation(method, ofSteps.size(), 2).field());
            }
            return ofSteps.get(n);
        }

        /** The end after n steps, each along its own field, cut off at an order. */
        double[] byTransient(int order, double h, int steps) {
            double[] point = START.clone();
            for (int n = 0; n < steps; n++) {
                SeriesEvaluator step = SeriesEvaluator.of(ofStep(n).truncated(order), FIELDS);
                point = flow(step, h, point, h);
            }
            return point;
        }

        double[] bySlowField(int order, double h, int steps, double... start) {
            SeriesEvaluator evaluator =
                    SeriesEvaluator.of(ModifiedEquation.of(method, order).field(), FIELDS);
            return flow(evaluator, h, start, steps * h);
        }

        /** S(θ₀) to h^(N−1). */
        double[] effectiveStart(int order, double h) {
            double[] start = START.clone();
            EffectiveStart.of(method, order).map().nonzero().forEach((tree, value) -> {
                if (tree.order() < order) {
                    double weight = value.doubleValue() / tree.symmetry().doubleValue() * Math.pow(h, tree.order());
                    Euclidean.add(start, weight, ElementaryDifferential.of(tree, FIELDS, START));
                }
            });
            return start;
        }

        double slope(Ending ending, int coarse) {
            double[] errors = new double[2];
            for (int i = 0; i < 2; i++) {
                int steps = coarse << i;
                double h = time / steps;
                errors[i] = Euclidean.distance(run(h, steps), ending.of(h, steps));
            }
            return Math.log(errors[0] / errors[1]) / Math.log(2);
        }
    }

    private interface Ending {
        double[] of(double h, int steps);
    }

    @ParameterizedTest(
            name =
                    "of {0} is followed from its first step on by the fields of its steps cut off at order 2: slope 2 of the"
                            + " global error")
    @ValueSource(strings = {"heavy-ball", "ema", "nesterov", "qhm"})
    void transientFields(String name) {
        Runs runs = new Runs(name);
        assertEquals(2, runs.slope((h, steps) -> runs.byTransient(2, h, steps), 400), 0.1);
    }

    @ParameterizedTest(
            name = "of {0} is off the slow field by slope 1, whatever its order, unless the flow begins at S(θ₀)")
    @ValueSource(strings = {"heavy-ball", "ema", "nesterov", "qhm"})
    void slowField(String name) {
        Runs runs = new Runs(name);
        assertEquals(1, runs.slope((h, steps) -> runs.bySlowField(2, h, steps, START), 400), 0.1);
        assertEquals(1, runs.slope((h, steps) -> runs.bySlowField(3, h, steps, START), 400), 0.1);
        for (int order = 2; order <= 3; order++) {
            int cut = order;
            assertEquals(
                    order,
                    runs.slope((h, steps) -> runs.bySlowField(cut, h, steps, runs.effectiveStart(cut, h)), 400),
                    0.1,
                    "to order " + order);
        }
    }

    @ParameterizedTest(
            name = "of {0} in its first steps is off the slow field by slope 1 and off the transient fields by slope 3")
    @ValueSource(strings = {"heavy-ball", "ema", "nesterov", "qhm"})
    void firstSteps(String name) {
        Runs runs = new Runs(name);
        List<Double> slow = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        for (double h : new double[] {0.004, 0.002}) {
            double[] third = runs.run(2 * runs.time * h, 3);
            slow.add(Euclidean.distance(third, runs.bySlowField(2, 2 * runs.time * h, 3, START)));
            own.add(Euclidean.distance(third, runs.byTransient(2, 2 * runs.time * h, 3)));
        }
        assertEquals(1, Math.log(slow.get(0) / slow.get(1)) / Math.log(2), 0.1);
        assertEquals(3, Math.log(own.get(0) / own.get(1)) / Math.log(2), 0.1);
        assertTrue(own.get(0) < 1e-3 * slow.get(0), own + " and " + slow);
    }
}
