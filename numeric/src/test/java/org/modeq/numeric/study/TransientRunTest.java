package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.evaluate.ElementaryDifferential;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.DoubleArithmetic;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.TransientStep;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A run of heavy ball from rest, β = 9/10")
class TransientRunTest {
    private static final double[] START = {0.5, -0.25};
    private static final double TIME = 0.5;
    private static final int TRANSIENT = 200;
    private static final double TOLERANCE = 1e-11;

    private final Method<Rational> method = Methods.parseRational(
            "heavy-ball", new MethodParameters(new TreeMap<>(Map.of("beta", Rational.parse("9/10"))), List.of()));

    /** L = x²/20 + xy/10 + y²/10 + x³/30 + y⁴/20: momentum is ten times as fast. */
    private final VectorField field = PolynomialLoss.of(
                    2,
                    List.of(
                            new PolynomialLoss.Term(0.05, List.of(2, 0)),
                            new PolynomialLoss.Term(0.1, List.of(1, 1)),
                            new PolynomialLoss.Term(0.1, List.of(0, 2)),
                            new PolynomialLoss.Term(1.0 / 30, List.of(3, 0)),
                            new PolynomialLoss.Term(0.05, List.of(0, 4))))
            .negativeGradient();

    private final Map<Colour, VectorField> fields = new TreeMap<>(Map.of(Colour.F, field));

    private final BSeriesField<Rational> slow = ModifiedEquation.of(method, 2).field();
    private final List<BSeriesField<Rational>> ofSteps = new ArrayList<>();

    private List<double[]> run(double h, int steps) {
        Optimizer optimizer = DirectOptimizer.of(method);
        return optimizer.run(new DoubleArithmetic(fields, h), List.of(START, START), steps);
    }

    private double[] flow(SeriesEvaluator truncated, double h, double[] start, double time) {
        return ModifiedFlow.of(truncated, h)
                .integrate(start, time, TOLERANCE, point -> 1e-10)
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
    private double[] byTransient(int order, double h, int steps) {
        double[] point = START.clone();
        for (int n = 0; n < steps; n++) {
            SeriesEvaluator step = SeriesEvaluator.of(ofStep(n).truncated(order), fields);
            point = flow(step, h, point, h);
        }
        return point;
    }

    private double[] bySlowField(int order, double h, int steps, double... start) {
        SeriesEvaluator slow =
                SeriesEvaluator.of(ModifiedEquation.of(method, order).field(), fields);
        return flow(slow, h, start, steps * h);
    }

    /** S(θ₀) to h^(N−1). */
    private double[] effectiveStart(int order, double h) {
        double[] start = START.clone();
        EffectiveStart.of(method, order).map().nonzero().forEach((tree, value) -> {
            if (tree.order() < order) {
                double weight = value.doubleValue() / tree.symmetry().doubleValue() * Math.pow(h, tree.order());
                Euclidean.add(start, weight, ElementaryDifferential.of(tree, fields, START));
            }
        });
        return start;
    }

    private interface Ending {
        double[] of(double h, int steps);
    }

    private double slope(Ending ending, int coarse) {
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            int steps = coarse << i;
            double h = TIME / steps;
            errors[i] = Euclidean.distance(run(h, steps).get(steps), ending.of(h, steps));
        }
        return Math.log(errors[0] / errors[1]) / Math.log(2);
    }

    @Test
    @DisplayName(
            "is followed from its first step on by the fields of its steps cut off at order 2: slope 2 of the global error")
    void transientFields() {
        assertEquals(2, slope((h, steps) -> byTransient(2, h, steps), 400), 0.1);
    }

    @Test
    @DisplayName("is off the slow field by slope 1, whatever its order, unless the flow begins at S(θ₀)")
    void slowField() {
        assertEquals(1, slope((h, steps) -> bySlowField(2, h, steps, START), 400), 0.1);
        assertEquals(1, slope((h, steps) -> bySlowField(3, h, steps, START), 400), 0.1);
        assertEquals(2, slope((h, steps) -> bySlowField(2, h, steps, effectiveStart(2, h)), 400), 0.1);
        assertEquals(3, slope((h, steps) -> bySlowField(3, h, steps, effectiveStart(3, h)), 400), 0.1);
    }

    @Test
    @DisplayName("in its first steps is off the slow field by slope 1 and off the transient fields by slope 3")
    void firstSteps() {
        List<Double> slow = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        for (double h : new double[] {0.004, 0.002}) {
            double[] third = run(h, 3).get(3);
            slow.add(Euclidean.distance(third, bySlowField(2, h, 3, START)));
            own.add(Euclidean.distance(third, byTransient(2, h, 3)));
        }
        assertEquals(1, Math.log(slow.get(0) / slow.get(1)) / Math.log(2), 0.1);
        assertEquals(3, Math.log(own.get(0) / own.get(1)) / Math.log(2), 0.1);
        assertTrue(own.get(0) < 1e-3 * slow.get(0), own + " and " + slow);
    }
}
