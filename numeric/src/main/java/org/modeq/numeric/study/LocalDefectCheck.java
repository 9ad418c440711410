package org.modeq.numeric.study;

import java.math.BigDecimal;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseEndPoint;
import org.modeq.numeric.precise.PreciseSeries;
import org.modeq.numeric.precise.TaylorFlow;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;

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
        PreciseRuns<BigDecimal> runs = new PreciseRuns<>(method, problem, NUMBERS, accuracy + 2);
        PreciseSeries<BigDecimal> truncated = PreciseSeries.of(series, runs.fields());
        return ValidationReport.Defects.measured(problem.name(), FINER * firstStep, HALVINGS, accuracy + 1.0, size -> {
            BigDecimal stepSize = NUMBERS.of(size);
            double wanted = FLOW_ERROR_WANTED * nextNorm * Math.pow(size, accuracy + 1);
            PreciseEndPoint<BigDecimal> flow =
                    TaylorFlow.of(truncated.truncated(stepSize)).integrate(runs.start(), stepSize, wanted);
            return runs.distance(runs.end(stepSize, 1), flow.point());
        });
    }
}
