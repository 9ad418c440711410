package org.modeq.numeric.flow;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.modeq.numeric.evaluate.SeriesEvaluator;

/** The flow of the field f₁ + h f₂ + … + h^(N−1) f_N for one step size h. */
public final class ModifiedFlow {
    /** The ratio of the tolerances of two integrations that are compared. */
    private static final double REFINEMENT = 10;

    /** Below this tolerance rounding, not the method, decides the error. */
    private static final double SMALLEST_TOLERANCE = 1e-14;

    private static final double SMALLEST_STEP = 1e-12;

    /** The integrator could otherwise make one step of a short flow whatever the tolerance: two that agree would prove nothing. */
    private static final int FEWEST_STEPS = 4;

    /** The ratio of the longest steps of two integrations that are compared; for a method of order 8 about that of their errors. */
    private static final double SHORTENING = 1.3;

    private final SeriesEvaluator field;
    private final double stepSize;

    private ModifiedFlow(SeriesEvaluator field, double stepSize) {
        this.field = field;
        this.stepSize = stepSize;
    }

    /**
     * The flow of a truncated field.
     *
     * @param field f₁, …, f_N
     * @param stepSize h, finite
     * @return the flow
     * @throws IllegalArgumentException if h is not finite
     */
    public static ModifiedFlow of(SeriesEvaluator field, double stepSize) {
        if (!Double.isFinite(stepSize)) {
            throw new IllegalArgumentException("given the step size " + stepSize + ", expected a finite number");
        }
        return new ModifiedFlow(field, stepSize);
    }

    /**
     * The flow over a time, at a given tolerance.
     *
     * @param start θ₀
     * @param time T &gt; 0
     * @param tolerance ε, absolute and relative, from 10⁻¹⁴ to 10⁻¹
     * @return θ(T) with its measured error; two integrations
     * @throws IllegalArgumentException if T or the tolerance is out of range
     * @throws ArithmeticException if the field is not finite on the way, or the steps of the integrator become too
     *     small
     */
    public FlowEndPoint integrate(double[] start, double time, double tolerance) {
        return integrate(start, time, tolerance, point -> Double.POSITIVE_INFINITY);
    }

    /**
     * The flow over a time, with the tolerance lowered by factors of 10 until the measured error is small enough.
     *
     * @param start θ₀
     * @param time T &gt; 0
     * @param firstTolerance ε to begin with, absolute and relative, from 10⁻¹⁴ to 10⁻¹
     * @param errorWanted the largest error that is accepted for an end point
     * @return θ(T) with its measured error, which exceeds the wanted one only if the tolerance has come to 10⁻¹⁴
     * @throws IllegalArgumentException if T or the tolerance is out of range
     * @throws ArithmeticException if the field is not finite on the way, or the steps of the integrator become too
     *     small
     */
    public FlowEndPoint integrate(
            double[] start, double time, double firstTolerance, ToDoubleFunction<double[]> errorWanted) {
        if (!(time > 0) || !Double.isFinite(time)) {
            throw new IllegalArgumentException("given the time " + time + ", expected a positive finite time");
        }
        if (!(firstTolerance >= SMALLEST_TOLERANCE && firstTolerance <= 1 / REFINEMENT)) {
            throw new IllegalArgumentException("given the tolerance " + firstTolerance + ", expected one from "
                    + SMALLEST_TOLERANCE + " to " + 1 / REFINEMENT);
        }
        double longest = time / FEWEST_STEPS;
        Integration coarse = new Integration(start, time, firstTolerance * REFINEMENT, longest);
        int evaluations = coarse.evaluations;
        double tolerance = firstTolerance;
        while (true) {
            longest /= SHORTENING;
            Integration fine = new Integration(start, time, tolerance, longest);
            evaluations += fine.evaluations;
            double error = distance(coarse.end, fine.end);
            double next = tolerance / REFINEMENT;
            if (error <= errorWanted.applyAsDouble(fine.end) || next < SMALLEST_TOLERANCE) {
                return new FlowEndPoint(fine.end, error, tolerance, evaluations);
            }
            coarse = fine;
            tolerance = next;
        }
    }

    /**
     * Points of the flow at equal distances in time, for pictures.
     *
     * @param start θ₀
     * @param time T &gt; 0
     * @param parts n ≥ 1
     * @param tolerance ε, absolute and relative, of one integration that is compared with no other
     * @return θ(0), θ(T/n), …, θ(T); fewer where the field or the flow leaves the finite numbers
     * @throws IllegalArgumentException if T, n or the tolerance is not positive and finite
     */
    public List<double[]> path(double[] start, double time, int parts, double tolerance) {
        if (!(time > 0 && tolerance > 0) || !Double.isFinite(time) || !Double.isFinite(tolerance) || parts < 1) {
            throw new IllegalArgumentException("given the time " + time + ", " + parts + " parts and the tolerance "
                    + tolerance + ", expected positive finite numbers");
        }
        return new FlowPath(field, stepSize, time, parts).from(start, tolerance);
    }

    /** One run of the integrator. */
    private final class Integration implements FirstOrderDifferentialEquations {
        private final double[] end;
        private int evaluations;

        Integration(double[] start, double time, double tolerance, double longest) {
            var integrator = new DormandPrince853Integrator(SMALLEST_STEP * time, longest, tolerance, tolerance);
            end = new double[start.length];
            try {
                integrator.integrate(this, 0, start, time, end);
            } catch (MathIllegalArgumentException | MathIllegalStateException refused) {
                throw stuck(refused, tolerance);
            }
        }

        private ArithmeticException stuck(RuntimeException refused, double tolerance) {
            ArithmeticException stuck = new ArithmeticException("the flow for the step size " + stepSize
                    + " cannot be followed to the tolerance " + tolerance + " (" + refused.getMessage()
                    + "); take a smaller step size or a shorter time");
            stuck.initCause(refused);
            return stuck;
        }

        @Override
        public int getDimension() {
            return field.dimension();
        }

        @Override
        public void computeDerivatives(double time, double[] theta, double[] derivative) {
            evaluations++;
            System.arraycopy(field.at(theta, stepSize), 0, derivative, 0, derivative.length);
        }
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }
}
