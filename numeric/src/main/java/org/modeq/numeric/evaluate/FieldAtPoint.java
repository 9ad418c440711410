package org.modeq.numeric.evaluate;

import java.util.List;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;

/**
 * A field and its Jacobian at one point after the other, on memory that is made once; for one thread at a time.
 *
 * <p>For f = −∇L the products with the Jacobian are those with the Hessian, f′v = −∇²L v. A product costs about as much as
 * f itself; what depends on the point alone is computed once for all directions.
 */
public final class FieldAtPoint {
    private static final SweepShape VALUE = new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of()));
    private static final SweepShape DERIVATIVE =
            new SweepShape(JetAlgebra.of(1), List.of(List.of(1)), List.of(List.of(1)));

    private final PreparedField field;

    FieldAtPoint(VectorField field) {
        this.field = field.prepare(List.of(VALUE, DERIVATIVE));
    }

    /**
     * A field with memory of its own, at no point yet.
     *
     * @param field f
     * @return f made ready for values and derivatives
     */
    public static FieldAtPoint of(VectorField field) {
        return new FieldAtPoint(field);
    }

    /**
     * Goes to a point.
     *
     * @param theta θ, which must not be changed before the last derivative there
     */
    public void moveTo(double[] theta) {
        field.moveTo(theta);
    }

    /**
     * Goes to a point, as {@link #moveTo}, and evaluates the field.
     *
     * @param theta θ
     * @return f(θ)
     */
    public double[] valueAt(double[] theta) {
        double[] value = new double[theta.length];
        valueAt(theta, value);
        return value;
    }

    /** Goes to θ and puts f(θ) into an array. */
    void valueAt(double[] theta, double[] target) {
        moveTo(theta);
        field.sweep(0);
        field.read(0, 0, target);
    }

    /**
     * The derivative along a direction at the point last gone to.
     *
     * @param direction v
     * @return f′(θ) v; exact up to rounding
     */
    public double[] derivative(double[] direction) {
        double[] derivative = new double[direction.length];
        derivative(direction, derivative);
        return derivative;
    }

    /** Puts J v at the point into an array, which may be that of v. */
    void derivative(double[] direction, double[] target) {
        field.sweep(1, direction);
        field.read(1, 0, target);
    }
}
