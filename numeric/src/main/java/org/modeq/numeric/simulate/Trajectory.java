package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.modeq.numeric.model.StepMap;

/** A finished run θ₀, θ₁, …, θ_K of constant step size; every point is finite. */
public final class Trajectory {
    private final double stepSize;
    private final List<double[]> points;

    private Trajectory(double stepSize, List<double[]> points) {
        this.stepSize = stepSize;
        this.points = points;
    }

    /**
     * A run of one optimizer, with all its points.
     *
     * @param optimizer one step
     * @param start θ₀
     * @param stepSize h &gt; 0
     * @param steps K ≥ 0
     * @return the run
     * @throws IllegalArgumentException if h is not positive and finite or K &lt; 0
     * @throws ArithmeticException if a step ends in a point that is not finite; the message names it
     */
    public static Trajectory run(StepMap optimizer, double[] start, double stepSize, int steps) {
        return run(index -> optimizer, start, stepSize, steps);
    }

    /**
     * A run in which every step may be another map, with all its points.
     *
     * @param optimizerOfStep the map of step 0, 1, …
     * @param start θ₀
     * @param stepSize h &gt; 0
     * @param steps K ≥ 0
     * @return the run
     * @throws IllegalArgumentException if h is not positive and finite or K &lt; 0
     * @throws ArithmeticException if a step ends in a point that is not finite; the message names it
     */
    public static Trajectory run(
            IntFunction<? extends StepMap> optimizerOfStep, double[] start, double stepSize, int steps) {
        requireRun(stepSize, steps);
        List<double[]> points = new ArrayList<>();
        points.add(start.clone());
        for (int k = 0; k < steps; k++) {
            points.add(finiteStep(optimizerOfStep.apply(k), points.get(k), stepSize, k));
        }
        return new Trajectory(stepSize, points);
    }

    /**
     * The last point of a run; the others are not kept.
     *
     * @param optimizer one step
     * @param start θ₀
     * @param stepSize h &gt; 0
     * @param steps K ≥ 0
     * @return θ_K
     * @throws IllegalArgumentException if h is not positive and finite or K &lt; 0
     * @throws ArithmeticException if a step ends in a point that is not finite; the message names it
     */
    public static double[] endPoint(StepMap optimizer, double[] start, double stepSize, int steps) {
        requireRun(stepSize, steps);
        double[] point = start.clone();
        for (int k = 0; k < steps; k++) {
            point = finiteStep(optimizer, point, stepSize, k);
        }
        return point;
    }

    private static void requireRun(double stepSize, int steps) {
        if (!(stepSize > 0) || !Double.isFinite(stepSize) || steps < 0) {
            throw new IllegalArgumentException("given the step size " + stepSize + " and " + steps
                    + " steps, expected a positive finite step size and at least 0 steps");
        }
    }

    private static double[] finiteStep(StepMap optimizer, double[] point, double stepSize, int index) {
        double[] next = optimizer.step(point, stepSize);
        for (int i = 0; i < next.length; i++) {
            if (!Double.isFinite(next[i])) {
                throw new ArithmeticException("coordinate " + (i + 1) + " of the parameters is " + next[i]
                        + " after step " + (index + 1) + " of step size " + stepSize + "; take a smaller step size");
            }
        }
        return next;
    }

    /** {@return h} */
    public double stepSize() {
        return stepSize;
    }

    /** {@return K, the number of steps} */
    public int steps() {
        return points.size() - 1;
    }

    /**
     * One point.
     *
     * @param index k, from 0 to K
     * @return θ_k, a copy
     */
    public double[] point(int index) {
        return points.get(index).clone();
    }

    /** {@return θ₀, …, θ_K, copies} */
    public List<double[]> points() {
        return points.stream().map(double[]::clone).toList();
    }

    /** {@return θ_K, a copy} */
    public double[] endPoint() {
        return point(steps());
    }
}
