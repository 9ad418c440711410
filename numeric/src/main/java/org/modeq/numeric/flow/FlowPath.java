package org.modeq.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;
import org.modeq.numeric.evaluate.SeriesEvaluator;

/** Points of one integration at equal distances in time. */
final class FlowPath implements FirstOrderDifferentialEquations, StepHandler {
    private static final double SMALLEST_STEP = 1e-12;

    private final SeriesEvaluator field;
    private final double stepSize;
    private final double time;
    private final int parts;
    private final List<double[]> points = new ArrayList<>();

    FlowPath(SeriesEvaluator field, double stepSize, double time, int parts) {
        this.field = field;
        this.stepSize = stepSize;
        this.time = time;
        this.parts = parts;
    }

    /** The points, the start among them; fewer where the flow leaves the finite numbers. */
    List<double[]> from(double[] start, double tolerance) {
        points.add(start.clone());
        var integrator = new DormandPrince853Integrator(SMALLEST_STEP * time, time, tolerance, tolerance);
        integrator.addStepHandler(this);
        try {
            integrator.integrate(this, 0, start, time, new double[start.length]);
        } catch (MathIllegalArgumentException | MathIllegalStateException | ArithmeticException stuck) {
            return List.copyOf(points);
        }
        return List.copyOf(points);
    }

    @Override
    public int getDimension() {
        return field.dimension();
    }

    @Override
    public void computeDerivatives(double now, double[] theta, double[] derivative) {
        System.arraycopy(field.at(theta, stepSize), 0, derivative, 0, derivative.length);
    }

    @Override
    public void init(double begin, double[] start, double end) {}

    @Override
    public void handleStep(StepInterpolator step, boolean isLast) {
        while (points.size() <= parts && (isLast || points.size() * time / parts <= step.getCurrentTime())) {
            step.setInterpolatedTime(Math.min(time, points.size() * time / parts));
            points.add(step.getInterpolatedState().clone());
        }
    }
}
