package org.modeq.numeric.evaluate;

import java.util.function.UnaryOperator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;

/** How far a field is from being a gradient, where one looks. */
public final class Curl {
    /** The points and weights of Gauss' rule with three points on [0, 1]. */
    private static final double[] POINTS = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    private Curl() {}

    /**
     * The skew part of the Jacobian on two directions, ⟨w, f′v⟩ − ⟨v, f′w⟩; 0 for all of them where f is a gradient.
     *
     * <p>Exact up to rounding; two sweeps of one direction.
     *
     * @param field f
     * @param theta θ
     * @param v a direction
     * @param w another
     * @return wᵀ(J − Jᵀ)v
     */
    public static double of(VectorField field, double[] theta, double[] v, double[] w) {
        FieldAtPoint atPoint = new FieldAtPoint(field);
        atPoint.moveTo(theta);
        return Euclidean.product(w, atPoint.derivative(v)) - Euclidean.product(v, atPoint.derivative(w));
    }

    /**
     * The share of the skew part of the Jacobian J along a direction, which does not depend on lengths:
     * <pre>
     *   ½ (1 − ⟨v, J J v⟩/‖J v‖²),      0 where J is symmetric, 1 where it is skew.
     * </pre>
     * It is wᵀ(J − Jᵀ)v for w = Jv, which in many dimensions says more than a random w.
     *
     * <p>Exact up to rounding; two sweeps of one direction.
     *
     * @param field f
     * @param theta θ
     * @param v a direction
     * @return the share, 0 where Jv = 0
     */
    public static double share(VectorField field, double[] theta, double[] v) {
        FieldAtPoint atPoint = new FieldAtPoint(field);
        atPoint.moveTo(theta);
        double[] image = atPoint.derivative(v);
        double squared = Euclidean.product(image, image);
        return squared == 0 ? 0 : (1 - Euclidean.product(v, atPoint.derivative(image)) / squared) / 2;
    }

    /**
     * The circulation of a field round the parallelogram θ, θ + v, θ + v + w, θ + w, by Gauss' rule with three points on each
     * side.
     *
     * <p>For small v and w it is about wᵀ(J − Jᵀ)v up to sign: by Stokes' theorem ∮ f·dθ = ⟨w, f′v⟩ − ⟨v, f′w⟩ + …. Twelve
     * evaluations; exact for polynomials of degree 5 on the sides.
     *
     * @param field θ ↦ f(θ)
     * @param theta a corner
     * @param v one side
     * @param w the other
     * @return ∮ f·dθ, first along v
     */
    public static double circulation(UnaryOperator<double[]> field, double[] theta, double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            double near = Euclidean.product(field.apply(moved(theta, POINTS[i], v, 0, w)), v)
                    - Euclidean.product(field.apply(moved(theta, 0, v, POINTS[i], w)), w);
            double far = Euclidean.product(field.apply(moved(theta, 1, v, POINTS[i], w)), w)
                    - Euclidean.product(field.apply(moved(theta, POINTS[i], v, 1, w)), v);
            sum += WEIGHTS[i] * (near + far);
        }
        return sum;
    }

    private static double[] moved(double[] theta, double s, double[] v, double t, double[] w) {
        double[] point = theta.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += s * v[i] + t * w[i];
        }
        return point;
    }
}
