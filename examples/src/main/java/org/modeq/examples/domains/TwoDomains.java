package org.modeq.examples.domains;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.numeric.model.VectorField;

/**
 * Two domains in the plane and what counts in the end: L_A = ½(θ−a)ᵀH_A(θ−a), L_B likewise, L_E = ½‖θ−e‖².
 *
 * <p>The Hessians do not commute, so the order of steps on A and on B matters: [f_A, f_B] = H_B g_A − H_A g_B.
 */
final class TwoDomains {
    /** The time that there is for both domains together. */
    static final double TIME = 3;

    /** The three losses in a line. */
    static final String DESCRIPTION =
            "H_A = diag(2, 0.3), a = (-0.6, -0.3); H_B = R diag(1.5, 0.2) R^T, R a turn by 0.3,"
                    + " b = (1.4, -1.3); e = (0.6, 0); start (-1.1, -0.4), time 3";

    private static final double[] A = {-0.6, -0.3};
    private static final double[] B = {1.4, -1.3};
    private static final double[] E = {0.6, 0};
    private static final double[] START = {-1.1, -0.4};
    private static final double ANGLE = 0.3;
    private static final DMatrixRMaj HESSIAN_OF_A = new DMatrixRMaj(new double[][] {{2, 0}, {0, 0.3}});
    private static final DMatrixRMaj HESSIAN_OF_B = turned(1.5, 0.2);
    private static final VectorField BRACKET = DerivedFields.lieBracket(
            QuadraticLoss.of(HESSIAN_OF_A, A).negativeGradient(),
            QuadraticLoss.of(HESSIAN_OF_B, B).negativeGradient());

    private TwoDomains() {}

    /** R diag(first, second) Rᵀ. */
    private static DMatrixRMaj turned(double first, double second) {
        double c = Math.cos(ANGLE);
        double s = Math.sin(ANGLE);
        double mixed = (first - second) * c * s;
        return new DMatrixRMaj(new double[][] {
            {first * c * c + second * s * s, mixed}, {mixed, first * s * s + second * c * c}
        });
    }

    /** θ₀. */
    static double[] start() {
        return START.clone();
    }

    /** H_A v or H_B v. */
    static double[] hessianTimes(boolean isOnB, double... v) {
        double[] h = (isOnB ? HESSIAN_OF_B : HESSIAN_OF_A).data;
        return new double[] {h[0] * v[0] + h[1] * v[1], h[2] * v[0] + h[3] * v[1]};
    }

    /** g_A(θ) or g_B(θ). */
    static double[] gradient(boolean isOnB, double... theta) {
        return hessianTimes(isOnB, Euclidean.difference(theta, isOnB ? B : A));
    }

    /** L_E(θ). */
    static double loss(double... theta) {
        double distance = Euclidean.distance(theta, E);
        return distance * distance / 2;
    }

    /** ∇L_E(θ). */
    static double[] lossGradient(double... theta) {
        return Euclidean.difference(theta, E);
    }

    /** [f_A, f_B](θ). */
    static double[] bracket(double... theta) {
        return BRACKET.at(theta);
    }

    /** g_A(θ) − g_B(θ). */
    static double[] difference(double... theta) {
        return Euclidean.difference(gradient(false, theta), gradient(true, theta));
    }

    /** det(g_A − g_B, [f_A, f_B]), on whose zeros a path that mixes both domains lies. */
    static double determinant(double... theta) {
        double[] u = difference(theta);
        double[] v = bracket(theta);
        return u[0] * v[1] - u[1] * v[0];
    }

    /** {@link #determinant} divided by both norms. */
    static double normalisedDeterminant(double... theta) {
        return determinant(theta) / (Euclidean.norm(difference(theta)) * Euclidean.norm(bracket(theta)));
    }
}
