package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.weak.Batches;
import org.modeq.numeric.weak.HybridPaths;
import org.modeq.numeric.weak.ModifiedGenerator;
import org.modeq.numeric.weak.MomentFlow;

/** Layer E: the laws of SGD and of its modified equation at a fixed horizon, by their moments and by sampled paths. */
final class NoiseCheck {
    private static final int HALVINGS = 5;
    private static final int DEGREE = 3;
    private static final int SAMPLED_HALVINGS = 4;
    private static final int PATHS = 256;

    /** Below this part of the largest point a distance of moments is rounding. */
    private static final double ROUNDING = 0x1p-52;

    private final String problem;
    private final Batches batches;
    private final double[] start;

    NoiseCheck(String problem, Batches batches, double... start) {
        this.problem = problem;
        this.batches = batches;
        this.start = start.clone();
    }

    /** The moments to degree three, of SGD by its recurrence and of a generator by its flow. */
    WeakLadder computed(ModifiedGenerator generator, int expected, double firstStep) {
        ValidationReport.Ladder ladder = GlobalErrorCheck.settled(
                firstStep, first -> moments(generator, expected, GlobalErrorCheck.FEWEST_STEPS * first));
        return new WeakLadder(generator.name() + ", moments", ladder, Optional.empty());
    }

    private ValidationReport.Ladder moments(ModifiedGenerator generator, int expected, double horizon) {
        MomentFlow coarse = MomentFlow.of(batches, closure(expected));
        MomentFlow fine = MomentFlow.of(batches, closure(expected) + 1);
        List<LadderPoint> points = new ArrayList<>();
        for (int k = 0; k <= HALVINGS; k++) {
            int steps = GlobalErrorCheck.FEWEST_STEPS << k;
            double stepSize = horizon / steps;
            double[] difference = difference(fine, generator, stepSize, steps);
            double[] less = difference(coarse, generator, stepSize, steps);
            double error = Euclidean.norm(difference);
            double closureError = Euclidean.distance(difference, less);
            double size = Euclidean.norm(fine.afterSteps(start, stepSize, steps).mean());
            double floor = steps * ROUNDING * Math.max(size, Euclidean.norm(start));
            boolean isUsed = error >= LadderPoint.MARGIN * floor
                    && error >= LadderPoint.MARGIN * closureError
                    && error <= GlobalErrorCheck.LARGEST_RELATIVE_ERROR * Math.max(size, Euclidean.norm(start));
            points.add(new LadderPoint(stepSize, error, floor, closureError, isUsed));
        }
        return GlobalErrorCheck.fitted(problem, horizon, points, expected);
    }

    /** Of the coarser one: its error is of one order more than what is measured, and it holds all functions. */
    private static int closure(int expected) {
        return Math.max(2, expected);
    }

    private double[] difference(MomentFlow flow, ModifiedGenerator generator, double stepSize, int steps) {
        double[] sgd = flow.afterSteps(start, stepSize, steps).about(start, DEGREE);
        double[] other =
                flow.afterTime(generator, start, stepSize, steps * stepSize).about(start, DEGREE);
        return Euclidean.difference(sgd, other);
    }

    /** Paths of SGD and of the stochastic equation of a weak order that share their draws. */
    WeakLadder sampled(int weakOrder, double firstStep, long seed) {
        double horizon = GlobalErrorCheck.FEWEST_STEPS * firstStep;
        List<LadderPoint> points = new ArrayList<>();
        List<Double> standardErrors = new ArrayList<>();
        List<Double> reductions = new ArrayList<>();
        for (int k = 0; k <= SAMPLED_HALVINGS; k++) {
            int steps = GlobalErrorCheck.FEWEST_STEPS << k;
            double stepSize = horizon / steps;
            HybridPaths.Difference found =
                    HybridPaths.sampled(batches, weakOrder, start, stepSize, steps, PATHS, seed + k);
            boolean isUsed = found.error() >= LadderPoint.MARGIN * found.equationError();
            points.add(new LadderPoint(stepSize, found.error(), 0, found.equationError(), isUsed));
            standardErrors.add(found.standardError());
            reductions.add(found.varianceReduction());
        }
        long used = points.stream().filter(LadderPoint::used).count();
        Optional<SlopeFit> fit = used > SlopeFit.FEWEST_POINTS
                ? Optional.of(SlopeFit.weighted(points, standardErrors))
                : Optional.empty();
        return new WeakLadder(
                "SDE of weak order " + weakOrder + ", sampled",
                new ValidationReport.Ladder(problem, horizon, points, fit, weakOrder),
                Optional.of(new WeakLadder.Sampling(standardErrors, reductions, PATHS, seed)));
    }
}
