package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.modeq.numeric.evaluate.DoubleVectors;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.evaluate.SlowManifoldSeries;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.DoubleArithmetic;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** Layer C: the distance of runs of the optimizer to the flow of the truncated field at a fixed horizon. */
final class GlobalErrorCheck {
    /** The steps of the coarsest run; the horizon is as many of the first step sizes. */
    private static final int FEWEST_STEPS = 4;

    private static final int HALVINGS = 7;

    /** The ladder begins where the first slope is so near to the one expected, if that is not too far down. */
    private static final double BEGINNING = 0.2;

    private static final int MOST_LOWERED = 5;
    private static final int FEWEST_FITTED = 5;
    private static final long COINS = 1;

    private final Method<Rational> method;
    private final double expected;

    GlobalErrorCheck(Method<Rational> method, double expected) {
        this.method = method;
        this.expected = expected;
    }

    /**
     * The ladder of a series, which may be a mutant, from the step size h₀ on, or from a half, a quarter, … of it where the power
     * of h that is expected has not set in.
     */
    ValidationReport.Ladder on(
            ValidationProblem problem, BSeriesField<Rational> series, double firstStep, Progress progress) {
        ValidationReport.Ladder first = from(problem, series, firstStep, progress);
        ValidationReport.Ladder ladder = first;
        for (int lowered = 1; lowered <= MOST_LOWERED && hasNotSetIn(ladder); lowered++) {
            ladder = from(problem, series, Math.scalb(firstStep, -lowered), progress);
        }
        return ladder.fit().isPresent() ? ladder : first;
    }

    private boolean hasNotSetIn(ValidationReport.Ladder ladder) {
        return ladder.fit().isPresent()
                && Math.abs(ladder.fit().get().pairSlopes().get(0) - expected) > BEGINNING;
    }

    private ValidationReport.Ladder from(
            ValidationProblem problem, BSeriesField<Rational> series, double firstStep, Progress progress) {
        double[] start = problem.start();
        Map<Colour, VectorField> fields = problem.fields();
        List<Integer> counts = new ArrayList<>();
        for (int k = 0; k <= HALVINGS; k++) {
            counts.add(FEWEST_STEPS << k);
        }
        double horizon = FEWEST_STEPS * firstStep;
        Contender contender = new Contender("truncated field", SeriesEvaluator.of(series, fields), expected);
        List<LadderPoint> points = StepLadder.of(runs(fields, start), start, horizon, counts, COINS)
                .climb(List.of(contender), progress)
                .get(0)
                .points();
        long used = points.stream().filter(LadderPoint::used).count();
        Optional<SlopeFit> fit = used >= FEWEST_FITTED ? Optional.of(SlopeFit.corrected(points)) : Optional.empty();
        return new ValidationReport.Ladder(problem.name(), horizon, points, fit, expected);
    }

    private DirectRun runs(Map<Colour, VectorField> fields, double... start) {
        Optimizer optimizer = DirectOptimizer.of(method);
        DoubleFunction<List<double[]>> first = stepSize -> List.of(start);
        if (method instanceof LinearMultistep<Rational> multistep) {
            VectorField field = fields.values().iterator().next();
            SlowManifoldSeries<double[]> manifold =
                    SlowManifoldSeries.of(multistep, new DoubleVectors(field), start, (int) expected + 2);
            first = stepSize -> points(manifold, optimizer.memory(), (int) expected + 2, stepSize);
        }
        return DirectRun.of(optimizer, stepSize -> new DoubleArithmetic(fields, stepSize), first);
    }

    /** θ₀, θ₋₁, … on the slow manifold. */
    private static List<double[]> points(SlowManifoldSeries<double[]> manifold, int count, int order, double stepSize) {
        List<double[]> points = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double[] point = manifold.coefficient(-n, order);
            for (int j = order - 1; j >= 0; j--) {
                Euclidean.scale(point, stepSize);
                Euclidean.add(point, 1, manifold.coefficient(-n, j));
            }
            points.add(point);
        }
        return points;
    }
}
