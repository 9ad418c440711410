package org.modeq.numeric.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.modeq.numeric.evaluate.SlowManifoldSeries;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseArithmetic;
import org.modeq.numeric.precise.PreciseEndPoint;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseJet;
import org.modeq.numeric.precise.PreciseSeries;
import org.modeq.numeric.precise.PreciseVectors;
import org.modeq.numeric.precise.TaylorFlow;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** Layer B: the distance of one step to the flow of the truncated field for the time h, in fifty digits. */
final class LocalDefectCheck {
    private static final Decimals NUMBERS = Decimals.ofDigits(CoefficientCheck.DIGITS);

    /** The first step size is this part of that of the ladder: the next power of h is then small beside the first. */
    private static final double FINER = 1.0 / 8;

    private static final int HALVINGS = 5;
    private static final double FLOW_ERROR_WANTED = 1e-4;

    private final Method<Rational> method;
    private final BSeriesField<Rational> series;
    private final int accuracy;

    /** Everything for a series that has p orders right. */
    LocalDefectCheck(Method<Rational> method, BSeriesField<Rational> series, int accuracy) {
        this.method = method;
        this.series = series;
        this.accuracy = accuracy;
    }

    /** The defects at h₀/8, h₀/16, …; f_{p+1} of this norm decides how exact the flows must be. */
    ValidationReport.Defects on(ValidationProblem problem, double firstStep, double nextNorm) {
        Map<Colour, PreciseField<BigDecimal>> fields = problem.fields(NUMBERS);
        PreciseSeries<BigDecimal> truncated = PreciseSeries.of(series, fields);
        List<Double> stepSizes = new ArrayList<>();
        List<Double> defects = new ArrayList<>();
        List<Double> slopes = new ArrayList<>();
        for (int k = 0; k <= HALVINGS; k++) {
            double size = Math.scalb(FINER * firstStep, -k);
            BigDecimal stepSize = NUMBERS.of(size);
            double wanted = FLOW_ERROR_WANTED * nextNorm * Math.pow(size, accuracy + 1);
            PreciseEndPoint<BigDecimal> flow =
                    TaylorFlow.of(truncated.truncated(stepSize)).integrate(problem.start(NUMBERS), stepSize, wanted);
            List<BigDecimal> step = step(fields, problem, stepSize);
            defects.add(distance(step, flow.point()));
            stepSizes.add(size);
            if (k > 0) {
                slopes.add(Math.log(defects.get(k - 1) / defects.get(k)) / Math.log(2));
            }
        }
        return new ValidationReport.Defects(problem.name(), stepSizes, defects, slopes, accuracy + 1.0);
    }

    private List<BigDecimal> step(
            Map<Colour, PreciseField<BigDecimal>> fields, ValidationProblem problem, BigDecimal stepSize) {
        Optimizer optimizer = DirectOptimizer.of(method);
        JetAlgebra reals = JetAlgebra.of();
        PreciseArithmetic<BigDecimal> arithmetic =
                new PreciseArithmetic<>(fields, PreciseJet.column(NUMBERS, reals, List.of(stepSize)));
        List<PreciseJet<BigDecimal>> last = points(fields, problem, stepSize).stream()
                .map(point -> PreciseJet.column(NUMBERS, reals, point))
                .toList();
        return optimizer.step(arithmetic, last).constantEntries();
    }

    /** θ₀, and for a method with memory θ₋₁, … on its slow manifold, with an error of a higher power of h than the defect. */
    private List<List<BigDecimal>> points(
            Map<Colour, PreciseField<BigDecimal>> fields, ValidationProblem problem, BigDecimal stepSize) {
        List<BigDecimal> start = problem.start(NUMBERS);
        if (!(method instanceof LinearMultistep<Rational> multistep)) {
            return List.of(start);
        }
        PreciseVectors<BigDecimal> vectors =
                new PreciseVectors<>(fields.values().iterator().next());
        int order = accuracy + 3;
        SlowManifoldSeries<List<BigDecimal>> manifold = SlowManifoldSeries.of(multistep, vectors, start, order);
        List<List<BigDecimal>> points = new ArrayList<>();
        for (int n = 0; n < DirectOptimizer.of(method).memory(); n++) {
            List<BigDecimal> point = manifold.coefficient(-n, order);
            for (int j = order - 1; j >= 0; j--) {
                List<BigDecimal> higher = point;
                List<BigDecimal> coefficient = manifold.coefficient(-n, j);
                point = IntStream.range(0, start.size())
                        .mapToObj(i -> NUMBERS.add(coefficient.get(i), NUMBERS.multiply(stepSize, higher.get(i))))
                        .toList();
            }
            points.add(point);
        }
        return points;
    }

    private static double distance(List<BigDecimal> first, List<BigDecimal> second) {
        return Euclidean.norm(IntStream.range(0, first.size())
                .mapToDouble(i -> first.get(i).subtract(second.get(i)).doubleValue())
                .toArray());
    }
}
