package org.modeq.numeric.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseSeries;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;

/** Layer A: the orders of a series against those of the optimizer run in power series of h. */
final class CoefficientCheck {
    static final int DIGITS = 50;
    private static final double DOUBLE_TOLERANCE = 1e-12;
    private static final double DECIMAL_TOLERANCE = 1e-40;

    /** To this order the tolerance in doubles is as it stands; every further one takes a digit. */
    private static final int FOURTH = 4;

    /** A term below this part of f tests nothing. */
    static final double SMALLEST_TERM = 1e-3;

    private final Method<Rational> method;
    private final BSeriesField<Rational> series;

    CoefficientCheck(Method<Rational> method, BSeriesField<Rational> series) {
        this.method = method;
        this.series = series;
    }

    private int order() {
        return series.truncationOrder();
    }

    private double tolerance() {
        return tolerance(order());
    }

    /** What is accepted in doubles. */
    static double tolerance(int order) {
        return DOUBLE_TOLERANCE * Math.pow(10, Math.max(0, order - FOURTH));
    }

    /** In doubles. */
    ValidationReport.Comparison inDoubles(ValidationProblem problem) {
        double[] theta = problem.start();
        List<double[]> fromSteps = SeriesRoads.fromSteps(method, problem.fields(), theta, order());
        return compare(problem, fromSteps, series);
    }

    /** The orders of some series, which may be a mutant, against known ones. */
    ValidationReport.Comparison compare(
            ValidationProblem problem, List<double[]> fromSteps, BSeriesField<Rational> tested) {
        List<double[]> fromTrees = SeriesEvaluator.of(tested, problem.fields()).orders(problem.start());
        return ValidationReport.Comparison.inDoubles(problem.name(), tolerance(), fromSteps, fromTrees);
    }

    List<double[]> fromSteps(ValidationProblem problem) {
        return SeriesRoads.fromSteps(method, problem.fields(), problem.start(), order());
    }

    /** In fifty digits. */
    ValidationReport.Comparison inDecimals(ValidationProblem problem) {
        Decimals numbers = Decimals.ofDigits(DIGITS);
        var fields = problem.fields(numbers);
        List<BigDecimal> theta = problem.start(numbers);
        List<List<BigDecimal>> fromTrees = PreciseSeries.of(series, fields).orders(theta);
        List<List<BigDecimal>> fromSteps = SeriesRoads.fromSteps(method, fields, numbers, theta, order());
        return compared(problem.name(), fromSteps, fromTrees);
    }

    /** What should be equal in fifty digits, order by order. */
    static ValidationReport.Comparison compared(
            String problem, List<List<BigDecimal>> known, List<List<BigDecimal>> tested) {
        double first = norm(known.get(0));
        double worst = 0;
        double largest = 0;
        List<Double> sizes = new ArrayList<>();
        for (int k = 0; k < known.size(); k++) {
            List<BigDecimal> left = known.get(k);
            List<BigDecimal> right = tested.get(k);
            List<BigDecimal> difference = IntStream.range(0, left.size())
                    .mapToObj(i -> right.get(i).subtract(left.get(i)))
                    .toList();
            double norm = norm(left);
            sizes.add(norm / first);
            largest = Math.max(largest, norm);
            worst = Math.max(worst, norm(difference) / largest);
        }
        return new ValidationReport.Comparison(problem, DIGITS + " digits", worst, DECIMAL_TOLERANCE, sizes);
    }

    static double norm(List<BigDecimal> vector) {
        return Euclidean.norm(
                vector.stream().mapToDouble(BigDecimal::doubleValue).toArray());
    }

    /** The orders that are not 0 by their coefficients but too small on every problem to be tested, counted from 1. */
    List<Integer> untested(List<ValidationReport.Comparison> comparisons) {
        List<Integer> untested = new ArrayList<>();
        for (int k = 1; k <= order(); k++) {
            int order = k;
            boolean isZero = series.nonzero().keySet().stream().noneMatch(tree -> tree.order() == order);
            boolean isSeen = comparisons.stream()
                    .anyMatch(comparison -> comparison.sizes().get(order - 1) >= SMALLEST_TERM);
            if (!isZero && !isSeen) {
                untested.add(k);
            }
        }
        return untested;
    }
}
