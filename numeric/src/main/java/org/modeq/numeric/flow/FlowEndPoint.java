package org.modeq.numeric.flow;

/** Where a flow ends, and how well that is known; immutable. */
public final class FlowEndPoint {
    private final double[] point;
    private final double error;
    private final double tolerance;
    private final int evaluations;

    FlowEndPoint(double[] point, double error, double tolerance, int evaluations) {
        this.point = point.clone();
        this.error = error;
        this.tolerance = tolerance;
        this.evaluations = evaluations;
    }

    /** {@return θ(T), a copy} */
    public double[] point() {
        return point.clone();
    }

    /** {@return the distance to the end point of an integration with a tolerance ten times as large} */
    public double error() {
        return error;
    }

    /** {@return the absolute and relative tolerance of the integration} */
    public double tolerance() {
        return tolerance;
    }

    /** {@return how often the field was evaluated, in all integrations together} */
    public int evaluations() {
        return evaluations;
    }
}
