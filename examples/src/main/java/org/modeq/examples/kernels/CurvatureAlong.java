package org.modeq.examples.kernels;

import java.util.List;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;

/** The derivatives of a gradient along directions at a point, Hv and D²∇L[v, v], by one sweep each; for one thread. */
final class CurvatureAlong {
    private static final SweepShape SECOND =
            new SweepShape(JetAlgebra.of(2), List.of(List.of(1)), List.of(List.of(1), List.of(2)));
    private static final SweepShape FIRST = new SweepShape(JetAlgebra.of(1), List.of(List.of(1)), List.of(List.of(1)));

    private final PreparedField field;
    private final int dimension;

    /** For the field −∇L. */
    CurvatureAlong(VectorField descent) {
        this.field = descent.prepare(List.of(FIRST, SECOND));
        this.dimension = descent.dimension();
    }

    /** Goes to θ, which must not change. */
    void moveTo(double[] theta) {
        field.moveTo(theta);
    }

    /** Hv. */
    double[] hessian(double[] v) {
        field.sweep(0, v);
        return read(0, 0, -1);
    }

    /** D²∇L[v, v]. */
    double[] third(double[] v) {
        field.sweep(1, v);
        return read(1, 1, -2);
    }

    /** Hv and D²∇L[v, v] together. */
    Both both(double[] v) {
        field.sweep(1, v);
        return new Both(read(1, 0, -1), read(1, 1, -2));
    }

    /** The first and the second derivative of the gradient along a direction. */
    static final class Both {
        private final double[] hessian;
        private final double[] third;

        private Both(double[] hessian, double[] third) {
            this.hessian = hessian;
            this.third = third;
        }

        /** Hv. */
        double[] hessian() {
            return hessian;
        }

        /** D²∇L[v, v]. */
        double[] third() {
            return third;
        }
    }

    /** vᵀHv. */
    double second(double[] v) {
        return Euclidean.product(v, hessian(v));
    }

    private double[] read(int sweep, int wanted, double factor) {
        double[] target = new double[dimension];
        field.read(sweep, wanted, target);
        Euclidean.scale(target, factor);
        return target;
    }
}
