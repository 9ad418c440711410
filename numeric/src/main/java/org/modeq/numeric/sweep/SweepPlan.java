package org.modeq.numeric.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;

/**
 * What a sweep runs over; immutable.
 *
 * @param problems the problems
 * @param methods the methods
 * @param seeds of the starts
 * @param stepSizes h
 * @param horizon T
 * @param orders where the fields are cut off
 * @param fingerprint of everything that the rows depend on
 * @param files that it was read from, that of the sweep first
 */
public record SweepPlan(
        List<SweepProblem> problems,
        List<Method<Rational>> methods,
        List<Long> seeds,
        List<Double> stepSizes,
        double horizon,
        List<Integer> orders,
        String fingerprint,
        List<Path> files) {
    private static final double WHOLE = 1e-9;

    /**
     * One run with its flows.
     *
     * @param index its number, from 0
     * @param problem the problem
     * @param method the method
     * @param seed of the start
     * @param stepSize h
     * @param steps n
     */
    public record Study(
            int index, SweepProblem problem, Method<Rational> method, long seed, double stepSize, int steps) {}

    /**
     * A plan.
     *
     * @param problems the problems, at least one
     * @param methods the methods, at least one
     * @param seeds of the starts, at least one
     * @param stepSizes h, each a whole part of T
     * @param horizon T &gt; 0
     * @param orders where the fields are cut off, each at least 1
     * @param fingerprint of everything that the rows depend on
     * @param files that it was read from, that of the sweep first; none if it was not read from files
     * @throws IllegalArgumentException if a list is empty, a number is out of range, or T is no multiple of a step size
     */
    public SweepPlan {
        problems = List.copyOf(problems);
        methods = List.copyOf(methods);
        seeds = List.copyOf(seeds);
        stepSizes = List.copyOf(stepSizes);
        orders = List.copyOf(orders);
        files = List.copyOf(files);
        if (problems.isEmpty() || methods.isEmpty() || seeds.isEmpty() || stepSizes.isEmpty() || orders.isEmpty()) {
            throw new IllegalArgumentException(
                    "given a sweep without problems, methods, seeds, step sizes or orders, expected at least one of each");
        }
        if (!(horizon > 0) || !Double.isFinite(horizon)) {
            throw new IllegalArgumentException("given the horizon " + horizon + ", expected a positive finite time");
        }
        for (double stepSize : stepSizes) {
            double steps = horizon / stepSize;
            if (!(stepSize > 0)
                    || !(steps < Integer.MAX_VALUE)
                    || Math.abs(steps - Math.rint(steps)) > WHOLE * steps
                    || steps < 1 - WHOLE) {
                throw new IllegalArgumentException("given the step size " + stepSize + " and the horizon " + horizon
                        + ", expected a whole number of steps; choose a step size that divides the horizon");
            }
        }
        for (int order : orders) {
            if (order < 1) {
                throw new IllegalArgumentException("given the order " + order + ", expected at least 1");
            }
        }
    }

    /** {@return the number of studies} */
    public int size() {
        return Math.multiplyExact(
                Math.multiplyExact(problems.size(), methods.size()),
                Math.multiplyExact(seeds.size(), stepSizes.size()));
    }

    /** {@return all studies in order} */
    public List<Study> studies() {
        List<Study> studies = new ArrayList<>();
        for (SweepProblem problem : problems) {
            for (Method<Rational> method : methods) {
                for (long seed : seeds) {
                    for (double stepSize : stepSizes) {
                        int steps = (int) Math.rint(horizon / stepSize);
                        studies.add(new Study(studies.size(), problem, method, seed, stepSize, steps));
                    }
                }
            }
        }
        return studies;
    }

    /** {@return the names of the columns of the table} */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("study", "problem", "method", "seed", "h", "steps", "moved"));
        orders.forEach(order -> columns.add(String.format(Locale.ROOT, "error%d", order)));
        return columns;
    }

    /**
     * A row of the table, which every form of it writes in its own way.
     *
     * @param study a study of this plan
     * @param row its row
     * @return a value for each of the columns: Integer, String, Long or Double
     */
    public List<Object> values(Study study, SweepRow row) {
        List<Object> values = new ArrayList<>(List.of(
                study.index(),
                study.problem().name(),
                study.method().name(),
                study.seed(),
                study.stepSize(),
                study.steps(),
                row.moved()));
        values.addAll(row.errors());
        return values;
    }
}
