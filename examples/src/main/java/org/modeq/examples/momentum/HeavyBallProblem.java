package org.modeq.examples.momentum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DiagonalLinearNetwork;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.InitialState;
import org.modeq.numeric.simulate.OptimizerRun;
import org.modeq.numeric.simulate.StepSizeSchedule;
import org.modeq.numeric.simulate.VelocityMomentum;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/**
 * Heavy ball from rest on L = ¼ ‖A(u∘v) − b‖², a diagonal linear network with two samples and three features.
 *
 * <p>A run over the time 3 of gradient flow, τ = t/(1 − β), has n steps of size h = 3(1 − β)/n.
 */
final class HeavyBallProblem {
    /** The time, in that of gradient flow. */
    static final double TIME = 3;

    /** The order to which the modified equation is known. */
    static final int ORDERS = 3;

    /** The loss and the start in a line. */
    static final String DESCRIPTION =
            "|A(u*v) - b|^2/4, A = [0.9 -0.4 0.5; 0.3 0.8 -0.6], b = (1, -0.5), u = (0.8, 0.5, -0.2),"
                    + " v = (0.6, -0.5, 0.7)";

    private static final double TOLERANCE = 1e-12;
    private static final double[] START = {0.8, 0.5, -0.2, 0.6, -0.5, 0.7};
    private static final Dataset DATA =
            Dataset.of(new DMatrixRMaj(new double[][] {{0.9, -0.4, 0.5}, {0.3, 0.8, -0.6}}), 1, -0.5);
    private static final VectorField FIELD = NetworkLoss.of(
                    DiagonalLinearNetwork.ofLayers(3, 2), OutputLoss.MEAN_SQUARED_ERROR, DATA)
            .negativeGradient();

    private final Rational beta;
    private final Method<Rational> method;
    private final BSeriesField<Rational> field;
    private final BSeriesField<Rational> start;

    private HeavyBallProblem(Rational beta) {
        this.beta = beta;
        this.method = Methods.parseRational(
                "heavy-ball", new MethodParameters(new TreeMap<>(Map.of("beta", beta)), List.of()));
        this.field = ModifiedEquation.of(method, ORDERS).field();
        this.start = BSeriesField.of(2, EffectiveStart.of(method, 2).map().nonzero());
    }

    static HeavyBallProblem of(Rational beta) {
        return new HeavyBallProblem(beta);
    }

    double beta() {
        return beta.doubleValue();
    }

    LinearMultistep<Rational> method() {
        return (LinearMultistep<Rational>) method;
    }

    /** h = 3(1 − β)/n. */
    double stepSize(int steps) {
        return TIME * (1 - beta()) / steps;
    }

    /** θ₀, …, θ_n of heavy ball with v = 0 at first. */
    List<double[]> run(int steps) {
        Rational stepSize = Rational.ONE.subtract(beta).multiply(Rational.of((long) TIME, steps));
        return OptimizerRun.of(
                        VelocityMomentum.heavyBall(beta),
                        Map.of(Colour.F, FIELD),
                        StepSizeSchedule.constant(stepSize),
                        InitialState.ZERO,
                        START)
                .points(steps);
    }

    /** The flow of the slow manifold's field, cut off at an order. */
    Flow flow(int order, int steps) {
        return flowOf(field.truncated(order), stepSize(steps));
    }

    /** The flow of any field in the same losses. */
    static Flow flowOf(BSeriesField<Rational> series, double stepSize) {
        return new Flow(ModifiedFlow.of(evaluator(series), stepSize), stepSize);
    }

    /** A flow that goes by steps. */
    record Flow(ModifiedFlow flow, double stepSize) {
        /** Where it is after some steps. */
        double[] after(int steps, double... from) {
            return flow.integrate(from, steps * stepSize, TOLERANCE).point();
        }
    }

    private static SeriesEvaluator evaluator(BSeriesField<Rational> series) {
        return SeriesEvaluator.of(series, Map.of(Colour.F, FIELD));
    }

    static double[] start() {
        return START.clone();
    }

    /** θ₀ moved by the first terms of the effective start, S(θ₀) to an order in h: θ₀ itself for order 0. */
    double[] effectiveStart(int order, int steps) {
        double[] moved = start();
        double power = 1;
        List<double[]> terms = new ArrayList<>(evaluator(start).orders(START));
        for (double[] term : terms.subList(0, order)) {
            power *= stepSize(steps);
            Euclidean.add(moved, power, term);
        }
        return moved;
    }
}
