package org.modeq.numeric.weak;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * The moments of both laws at a time: of SGD after n steps, and of a generator after the time nh.
 *
 * <p>Both leave out central moments beyond the degree 2K, an error of O(h^(K+1)) that is 0 for affine fields.
 */
public final class MomentFlow {
    private static final double RELATIVE_TOLERANCE = 1e-13;
    private static final double ABSOLUTE_TOLERANCE = 1e-16;

    private final Batches batches;
    private final int degree;

    private MomentFlow(Batches batches, int degree) {
        this.batches = batches;
        this.degree = degree;
    }

    /**
     * The recurrences of some batches.
     *
     * @param batches f₁, …, f_m
     * @param closure K ≥ 1: central moments to degree 2K are kept
     * @return both recurrences
     */
    public static MomentFlow of(Batches batches, int closure) {
        return new MomentFlow(batches, 2 * closure);
    }

    /**
     * The law of SGD.
     *
     * @param start θ₀
     * @param stepSize h
     * @param steps n ≥ 0
     * @return that of θₙ
     * @throws ArithmeticException if it leaves the finite numbers
     */
    public Moments afterSteps(double[] start, double stepSize, int steps) {
        Moments law = Moments.ofPoint(start, degree);
        for (int n = 0; n < steps; n++) {
            law = law.afterStep(batches, stepSize);
            requireFinite(stepSize, law.numbers());
        }
        return law;
    }

    /**
     * The law that a generator makes of a point, exp(T𝓛).
     *
     * @param generator 𝓛
     * @param start θ₀
     * @param stepSize the h in 𝓛
     * @param time T &gt; 0
     * @return its moments
     * @throws ArithmeticException if they leave the finite numbers
     */
    public Moments afterTime(ModifiedGenerator generator, double[] start, double stepSize, double time) {
        Moments law = Moments.ofPoint(start, degree);
        double[] numbers = law.numbers();
        FirstOrderDifferentialEquations equations = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return numbers.length;
            }

            @Override
            public void computeDerivatives(double t, double[] y, double[] derivatives) {
                requireFinite(stepSize, y);
                Moments now = law.withNumbers(y);
                CentredFields fields = CentredFields.at(batches, now.mean(), law.algebra());
                double[] rates = now.rates(generator.operator(fields, stepSize));
                System.arraycopy(rates, 0, derivatives, 0, rates.length);
            }
        };
        double[] end = new double[numbers.length];
        try {
            new DormandPrince853Integrator(0, time, ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE)
                    .integrate(equations, 0, numbers, time, end);
        } catch (MathIllegalStateException notIntegrated) {
            throw notFinite(stepSize);
        }
        return law.withNumbers(end);
    }

    private static void requireFinite(double stepSize, double... numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw notFinite(stepSize);
            }
        }
    }

    private static ArithmeticException notFinite(double stepSize) {
        return new ArithmeticException(
                "the moments leave the finite numbers with the step size " + stepSize + "; take a smaller one");
    }
}
