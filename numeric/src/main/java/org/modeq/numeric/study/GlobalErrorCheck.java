package org.modeq.numeric.study;

import static org.modeq.numeric.precise.DoubleDoubles.DOUBLE_DOUBLES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.core.DD;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.precise.PreciseEndPoint;
import org.modeq.numeric.precise.PreciseSeries;
import org.modeq.numeric.precise.TaylorFlow;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** Layer C: the distance of runs of the optimizer to the flow of the truncated field at a fixed horizon. */
final class GlobalErrorCheck {
    /** The steps of the coarsest run; the horizon is as many of the first step sizes. */
    static final int FEWEST_STEPS = 4;

    private static final int HALVINGS = 7;

    /** The ladder begins where the first slope is so near to the one expected, if that is not too far down. */
    private static final double BEGINNING = 0.2;

    private static final int MOST_LOWERED = 5;
    private static final int FEWEST_FITTED = 5;
    private static final long COINS = 1;
    private static final double FIRST_TOLERANCE = 1e-8;
    private static final double SMALLEST_TOLERANCE = 1e-27;
    private static final double FLOW_ERROR_WANTED = 1e-3;
    static final double LARGEST_RELATIVE_ERROR = 0.1;

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
    ValidationReport.Ladder on(ValidationProblem problem, BSeriesField<Rational> series, double firstStep) {
        return settled(firstStep, step -> from(problem, series, step));
    }

    /** The ladder from h₀ on, or from a half, a quarter, … of it where the power of h that is expected has not set in. */
    static ValidationReport.Ladder settled(double firstStep, DoubleFunction<ValidationReport.Ladder> from) {
        ValidationReport.Ladder first = from.apply(firstStep);
        ValidationReport.Ladder ladder = first;
        for (int lowered = 1; lowered <= MOST_LOWERED && hasNotSetIn(ladder); lowered++) {
            ladder = from.apply(Math.scalb(firstStep, -lowered));
        }
        return ladder.fit().isPresent() ? ladder : first;
    }

    private static boolean hasNotSetIn(ValidationReport.Ladder ladder) {
        return ladder.fit().isPresent()
                && Math.abs(ladder.fit().get().pairSlopes().get(0) - ladder.expected()) > BEGINNING;
    }

    /** The ladder of some points, fitted if there are enough that can be used. */
    static ValidationReport.Ladder fitted(String problem, double horizon, List<LadderPoint> points, double expected) {
        long used = points.stream().filter(LadderPoint::used).count();
        Optional<SlopeFit> fit = used >= FEWEST_FITTED ? Optional.of(SlopeFit.corrected(points)) : Optional.empty();
        return new ValidationReport.Ladder(problem, horizon, points, fit, expected);
    }

    private ValidationReport.Ladder from(ValidationProblem problem, BSeriesField<Rational> series, double firstStep) {
        double horizon = FEWEST_STEPS * firstStep;
        List<LadderPoint> points =
                problem.isSmall() ? inDoubleDoubles(problem, series, horizon) : inDoubles(problem, series, horizon);
        return fitted(problem.name(), horizon, points, expected);
    }

    private static List<Integer> counts() {
        return IntStream.rangeClosed(0, HALVINGS)
                .mapToObj(k -> FEWEST_STEPS << k)
                .toList();
    }

    private List<LadderPoint> inDoubles(ValidationProblem problem, BSeriesField<Rational> series, double horizon) {
        double[] start = problem.start();
        Map<Colour, VectorField> fields = problem.fields();
        Contender contender = new Contender("truncated field", SeriesEvaluator.of(series, fields), expected);
        return StepLadder.of(DirectRun.of(method, fields, (int) expected + 1, start), start, horizon, counts(), COINS)
                .climb(List.of(contender), Progress.silent())
                .get(0)
                .points();
    }

    /** In 31 digits, where rounding is far below every error that is measured. */
    private List<LadderPoint> inDoubleDoubles(
            ValidationProblem problem, BSeriesField<Rational> series, double horizon) {
        PreciseRuns<DD> runs = new PreciseRuns<>(method, problem, DOUBLE_DOUBLES, (int) expected + 1);
        PreciseSeries<DD> truncated = PreciseSeries.of(series, runs.fields());
        List<LadderPoint> points = new ArrayList<>();
        double tolerance = FIRST_TOLERANCE;
        for (int steps : counts()) {
            DD stepSize = DOUBLE_DOUBLES.divide(DOUBLE_DOUBLES.of(horizon), DOUBLE_DOUBLES.of((double) steps));
            List<DD> end = runs.end(stepSize, steps);
            TaylorFlow<DD> flow = TaylorFlow.of(truncated.truncated(stepSize));
            while (true) {
                PreciseEndPoint<DD> found = flow.integrate(runs.start(), DOUBLE_DOUBLES.of(horizon), tolerance);
                double error = runs.distance(end, found.point());
                double wanted = FLOW_ERROR_WANTED * error;
                if (found.error() <= wanted || tolerance <= SMALLEST_TOLERANCE) {
                    points.add(point(stepSize, steps, error, found.error(), runs, end));
                    break;
                }
                tolerance = Math.max(SMALLEST_TOLERANCE, Math.min(wanted, tolerance / 10));
            }
        }
        return points;
    }

    private static LadderPoint point(
            DD stepSize, int steps, double error, double flowError, PreciseRuns<DD> runs, List<DD> end) {
        double size = Math.max(runs.norm(end), runs.distance(end, runs.start()));
        double floor = steps * DOUBLE_DOUBLES.roundoff() * size;
        boolean isUsed = error >= LadderPoint.MARGIN * floor
                && error <= LARGEST_RELATIVE_ERROR * size
                && error >= LadderPoint.MARGIN * flowError;
        return new LadderPoint(DOUBLE_DOUBLES.toDouble(stepSize), error, floor, flowError, isUsed);
    }
}
