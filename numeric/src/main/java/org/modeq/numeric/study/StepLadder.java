package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.flow.FlowEndPoint;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.StepMap;

/** An optimizer run to one horizon with several step sizes, and truncated fields to be compared with it. */
public final class StepLadder {
    private static final double LARGEST_RELATIVE_ERROR = 0.1;
    private static final double FLOW_ERROR_WANTED = 1e-3;
    private static final double FIRST_TOLERANCE = 1e-7;

    private final DirectRun run;
    private final double[] start;
    private final double horizon;
    private final List<Integer> stepCounts;
    private final long seed;

    private StepLadder(DirectRun run, double[] start, double horizon, List<Integer> stepCounts, long seed) {
        this.run = run;
        this.start = start.clone();
        this.horizon = horizon;
        this.stepCounts = stepCounts;
        this.seed = seed;
    }

    /**
     * A ladder.
     *
     * @param optimizer one step, sweep or epoch, which takes time h
     * @param start θ₀
     * @param horizon T &gt; 0, in the optimizer's clock
     * @param stepCounts the numbers n of steps, h = T/n; distinct, each at least 1
     * @param seed the seed of the coins in the measurement of the floor
     * @return the ladder
     * @throws IllegalArgumentException if T is not positive and finite, or the counts are empty, repeated or below 1
     */
    public static StepLadder of(
            StepMap optimizer, double[] start, double horizon, List<Integer> stepCounts, long seed) {
        return of(DirectRun.of(optimizer, start), start, horizon, stepCounts, seed);
    }

    /**
     * A ladder of an optimizer that may remember more than one point.
     *
     * @param run its runs from θ₀
     * @param start θ₀, from which the flows start
     * @param horizon T &gt; 0, in the optimizer's clock
     * @param stepCounts the numbers n of steps, h = T/n; distinct, each at least 1
     * @param seed the seed of the coins in the measurement of the floor
     * @return the ladder
     * @throws IllegalArgumentException if T is not positive and finite, or the counts are empty, repeated or below 1
     */
    public static StepLadder of(DirectRun run, double[] start, double horizon, List<Integer> stepCounts, long seed) {
        if (!(horizon > 0) || !Double.isFinite(horizon)) {
            throw new IllegalArgumentException("given the horizon " + horizon + ", expected a positive finite time");
        }
        List<Integer> sorted =
                stepCounts.stream().distinct().sorted(Comparator.naturalOrder()).toList();
        if (sorted.isEmpty() || sorted.get(0) < 1 || sorted.size() < stepCounts.size()) {
            throw new IllegalArgumentException(
                    "given the numbers of steps " + stepCounts + ", expected distinct numbers of at least 1");
        }
        return new StepLadder(run, start, horizon, sorted, seed);
    }

    /** The end of a direct run with its round-off; rungs are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Rung(double stepSize, double[] end, double floor) {}

    /**
     * Climbs the ladder: one direct run per step size, one flow per step size and field.
     *
     * @param contenders the fields
     * @param progress hears of every finished run and flow
     * @return the ladder of each field, in the same order
     * @throws ArithmeticException if a run or a flow leaves the finite numbers; the message names step and quantity
     */
    public List<LadderResult> climb(List<Contender> contenders, Progress progress) {
        long total = (1L + contenders.size()) * stepCounts.size();
        long done = 0;
        List<Rung> rungs = new ArrayList<>();
        for (int steps : stepCounts) {
            rungs.add(rung(steps));
            progress.report(++done, total);
        }
        List<LadderResult> results = new ArrayList<>();
        for (Contender contender : contenders) {
            List<LadderPoint> points = new ArrayList<>();
            double tolerance = FIRST_TOLERANCE;
            for (Rung rung : rungs) {
                FlowEndPoint flow = flow(contender, rung, tolerance);
                tolerance = flow.tolerance();
                points.add(point(rung, flow));
                progress.report(++done, total);
            }
            results.add(LadderResult.of(contender, points));
        }
        return results;
    }

    private Rung rung(int steps) {
        double stepSize = horizon / steps;
        double[] end = run.end(stepSize, steps, UnaryOperator.identity());
        RandomStream coins = RandomStream.ofSeed(seed);
        double[] shaken = run.end(stepSize, steps, point -> shaken(point, coins));
        return new Rung(stepSize, end, Euclidean.distance(end, shaken));
    }

    /** Every coordinate moved by one unit in the last place, up or down. */
    private static double[] shaken(double[] point, RandomStream coins) {
        double[] shaken = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            shaken[i] = coins.integer(2) == 0 ? Math.nextDown(point[i]) : Math.nextUp(point[i]);
        }
        return shaken;
    }

    private FlowEndPoint flow(Contender contender, Rung rung, double tolerance) {
        return ModifiedFlow.of(contender.field(), rung.stepSize())
                .integrate(start, horizon, tolerance, end -> FLOW_ERROR_WANTED * Euclidean.distance(end, rung.end()));
    }

    private LadderPoint point(Rung rung, FlowEndPoint flow) {
        double error = Euclidean.distance(rung.end(), flow.point());
        boolean used = error >= LadderPoint.MARGIN * rung.floor()
                && error
                        <= LARGEST_RELATIVE_ERROR
                                * Math.max(Euclidean.norm(rung.end()), Euclidean.distance(rung.end(), start))
                && error >= LadderPoint.MARGIN * flow.error()
                && error > 0;
        return new LadderPoint(rung.stepSize(), error, rung.floor(), flow.error(), used);
    }
}
