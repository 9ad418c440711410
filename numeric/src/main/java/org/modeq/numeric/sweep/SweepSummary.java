package org.modeq.numeric.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.SlopeFit;

/**
 * The errors of one method on one problem at one order, over all seeds.
 *
 * @param problem the problem
 * @param method the method
 * @param order N
 * @param points one for each step size, in the order of the plan
 * @param slope of log median against log h, if at least three medians are finite and not 0
 */
public record SweepSummary(String problem, String method, int order, List<Point> points, Optional<Double> slope) {
    /**
     * The errors at one step size.
     *
     * @param stepSize h
     * @param median the median of the finite errors, 0 if there is none
     * @param lost the number of runs or flows that left the finite numbers
     */
    public record Point(double stepSize, double median, int lost) {}

    /**
     * The errors of one method on one problem at one order.
     *
     * @param problem the problem
     * @param method the method
     * @param order N
     * @param points one for each step size
     * @param slope of log median against log h
     */
    public SweepSummary {
        points = List.copyOf(points);
    }

    /**
     * The summaries of a finished sweep: problem by problem, method by method, order by order.
     *
     * @param plan the plan
     * @param rows all its rows in order
     * @return the summaries
     * @throws IllegalArgumentException if rows are missing
     */
    public static List<SweepSummary> of(SweepPlan plan, List<SweepRow> rows) {
        if (rows.size() != plan.size()) {
            throw new IllegalArgumentException(
                    "given " + rows.size() + " rows of " + plan.size() + " studies, expected one for each");
        }
        List<SweepSummary> summaries = new ArrayList<>();
        int sizes = plan.stepSizes().size();
        int perMethod = plan.seeds().size() * sizes;
        for (int first = 0; first < rows.size(); first += perMethod) {
            SweepPlan.Study study = plan.studies().get(first);
            for (int place = 0; place < plan.orders().size(); place++) {
                List<Point> points = new ArrayList<>();
                for (int size = 0; size < sizes; size++) {
                    List<Double> errors = new ArrayList<>();
                    for (int row = first + size; row < first + perMethod; row += sizes) {
                        errors.add(rows.get(row).errors().get(place));
                    }
                    points.add(point(plan.stepSizes().get(size), errors));
                }
                summaries.add(new SweepSummary(
                        study.problem().name(),
                        study.method().name(),
                        plan.orders().get(place),
                        points,
                        slope(points)));
            }
        }
        return summaries;
    }

    private static Point point(double stepSize, List<Double> errors) {
        double[] finite = errors.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        double median = finite.length == 0 ? 0 : StatUtils.percentile(finite, 50);
        return new Point(stepSize, median, errors.size() - finite.length);
    }

    private static Optional<Double> slope(List<Point> points) {
        List<LadderPoint> used = points.stream()
                .filter(point -> point.median() > 0)
                .map(point -> new LadderPoint(point.stepSize(), point.median(), 0, 0, true))
                .toList();
        return used.size() < SlopeFit.FEWEST_POINTS
                ? Optional.empty()
                : Optional.of(SlopeFit.of(used).slope());
    }
}
