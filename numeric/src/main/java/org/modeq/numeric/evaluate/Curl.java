package org.modeq.numeric.evaluate;

import java.util.List;
import java.util.function.UnaryOperator;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PreparedField;
import org.modeq.numeric.model.VectorField;

/** How far a field is from being a gradient, where one looks. */
public final class Curl {
    private static final SweepShape DERIVATIVE =
            new SweepShape(JetAlgebra.of(1), List.of(List.of(1)), List.of(List.of(1)));

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
        PreparedField prepared = field.prepare(List.of(DERIVATIVE));
        double[] image = new double[theta.length];
        prepared.moveTo(theta);
        prepared.sweep(0, v);
        prepared.read(0, 0, image);
        double first = Euclidean.product(w, image);
        prepared.sweep(0, w);
        prepared.read(0, 0, image);
        return first - Euclidean.product(v, image);
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
