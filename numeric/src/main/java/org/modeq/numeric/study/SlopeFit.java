package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The least-squares line log error = p log h + c.
 *
 * @param slope p
 * @param intercept c
 * @param halfWidth half the width of the 95 % interval of p
 * @param pairSlopes the slopes between neighbouring points, the largest step sizes first
 */
public record SlopeFit(double slope, double intercept, double halfWidth, List<Double> pairSlopes) {
    /** The fewest points that leave a degree of freedom to estimate the scatter from. */
    public static final int FEWEST_POINTS = 3;

    private static final double SIGNIFICANCE = 0.05;

    /**
     * A fitted line.
     *
     * @param slope p
     * @param intercept c
     * @param halfWidth half the width of the 95 % interval of p
     * @param pairSlopes the slopes between neighbouring points, the largest step sizes first
     */
    public SlopeFit {
        pairSlopes = List.copyOf(pairSlopes);
    }

    /**
     * The fit through the points that are used.
     *
     * <p>With n points the interval is p ± t s/√Σ(x − x̄)², where s² is the residual sum of squares over n − 2 and t
     * the 97.5 % point of Student's distribution with n − 2 degrees of freedom.
     *
     * @param points the points of a ladder, in any order
     * @return the line
     * @throws IllegalArgumentException if fewer than three points are used, or one has no logarithm
     */
    public static SlopeFit of(List<LadderPoint> points) {
        List<LadderPoint> used = points.stream()
                .filter(LadderPoint::used)
                .sorted(Comparator.comparingDouble(LadderPoint::stepSize).reversed())
                .toList();
        if (used.size() < FEWEST_POINTS) {
            throw new IllegalArgumentException("given " + used.size() + " usable points of " + points.size()
                    + ", expected at least " + FEWEST_POINTS + "; take more step sizes");
        }
        SimpleRegression line = new SimpleRegression();
        for (LadderPoint point : used) {
            if (!(point.stepSize() > 0 && point.error() > 0)) {
                throw new IllegalArgumentException("given the step size " + point.stepSize() + " with the error "
                        + point.error() + ", expected positive numbers; mark the point as not used");
            }
            line.addData(Math.log(point.stepSize()), Math.log(point.error()));
        }
        List<Double> pairSlopes = new ArrayList<>();
        for (int i = 1; i < used.size(); i++) {
            pairSlopes.add(pairSlope(used.get(i - 1), used.get(i)));
        }
        return new SlopeFit(
                line.getSlope(), line.getIntercept(), line.getSlopeConfidenceInterval(SIGNIFICANCE), pairSlopes);
    }

    /**
     * The fit of log error = p log h + c + d h, whose last term takes up the next power of h.
     *
     * <p>The scatter of an error without noise is nothing but higher powers of h; without the correction the interval of p does
     * not contain the power that theory expects however clean the data are. Student's distribution with n − 3 degrees of freedom.
     *
     * @param points the points of a ladder, in any order
     * @return the line
     * @throws IllegalArgumentException if fewer than four points are used, or one has no logarithm
     */
    public static SlopeFit corrected(List<LadderPoint> points) {
        SlopeFit line = of(points);
        List<LadderPoint> used = points.stream().filter(LadderPoint::used).toList();
        if (used.size() < FEWEST_POINTS + 1) {
            throw new IllegalArgumentException("given " + used.size() + " usable points of " + points.size()
                    + ", expected at least " + (FEWEST_POINTS + 1) + "; take more step sizes");
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(
                used.stream().mapToDouble(point -> Math.log(point.error())).toArray(),
                used.stream()
                        .map(point -> new double[] {Math.log(point.stepSize()), point.stepSize()})
                        .toArray(double[][]::new));
        double[] parameters = regression.estimateRegressionParameters();
        double deviation = regression.estimateRegressionParametersStandardErrors()[1];
        double quantile =
                new TDistribution(used.size() - FEWEST_POINTS).inverseCumulativeProbability(1 - SIGNIFICANCE / 2);
        return new SlopeFit(parameters[1], parameters[0], quantile * deviation, line.pairSlopes());
    }

    /**
     * The fit of log error = p log h + c + d h to errors that were sampled: each counts by its standard error, and the interval is
     * what these leave open, p ± 1.96 √((XᵀWX)⁻¹)_pp.
     *
     * @param points the points of a ladder, in any order
     * @param standardErrors of the errors, in the same order, positive
     * @return the line
     * @throws IllegalArgumentException if fewer than three points are used, or one has no logarithm
     */
    public static SlopeFit weighted(List<LadderPoint> points, List<Double> standardErrors) {
        SlopeFit line = of(points);
        List<Integer> used = IntStream.range(0, points.size())
                .filter(i -> points.get(i).used())
                .boxed()
                .toList();
        RealMatrix rows = new Array2DRowRealMatrix(used.size(), FEWEST_POINTS);
        RealVector values = new ArrayRealVector(used.size());
        for (int i = 0; i < used.size(); i++) {
            LadderPoint point = points.get(used.get(i));
            double weight = point.error() / standardErrors.get(used.get(i));
            rows.setRow(i, new double[] {weight * Math.log(point.stepSize()), weight, weight * point.stepSize()});
            values.setEntry(i, weight * Math.log(point.error()));
        }
        RealMatrix covariance =
                new LUDecomposition(rows.transpose().multiply(rows)).getSolver().getInverse();
        RealVector parameters = covariance.operate(rows.preMultiply(values));
        double quantile = new NormalDistribution().inverseCumulativeProbability(1 - SIGNIFICANCE / 2);
        return new SlopeFit(
                parameters.getEntry(0),
                parameters.getEntry(1),
                quantile * Math.sqrt(covariance.getEntry(0, 0)),
                line.pairSlopes());
    }

    private static double pairSlope(LadderPoint larger, LadderPoint smaller) {
        return Math.log(larger.error() / smaller.error()) / Math.log(larger.stepSize() / smaller.stepSize());
    }

    /** {@return the lower end of the 95 % interval} */
    public double lower() {
        return slope - halfWidth;
    }

    /** {@return the upper end of the 95 % interval} */
    public double upper() {
        return slope + halfWidth;
    }

    /** {@return the slope between the two smallest step sizes} */
    public double lastPairSlope() {
        return pairSlopes.get(pairSlopes.size() - 1);
    }
}
