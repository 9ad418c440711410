package org.modeq.numeric.jet;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** A point moved along directions at any monomials. */
public final class MovedPoint {
    private MovedPoint() {}

    /**
     * The jet x + Σ_g v_g ε^g.
     *
     * @param algebra an algebra
     * @param point x
     * @param exponents the exponents g
     * @param directions v_g, of the dimension of x
     * @return the d×1 jet
     * @throws IllegalArgumentException if a direction has another dimension or a monomial is not of the algebra
     */
    public static Jet of(JetAlgebra algebra, double[] point, List<List<Integer>> exponents, List<double[]> directions) {
        Coefficients coefficients = new Coefficients(algebra, new Shape(point.length, 1));
        coefficients.set(0, column(point));
        for (int i = 0; i < directions.size(); i++) {
            if (directions.get(i).length != point.length) {
                throw new IllegalArgumentException("given a direction of dimension " + directions.get(i).length
                        + " at a point of dimension " + point.length + ", expected equal dimensions");
            }
            coefficients.set(algebra.index(exponents.get(i)), column(directions.get(i)));
        }
        return new Jet(algebra, coefficients);
    }

    private static DMatrixRMaj column(double[] entries) {
        return new DMatrixRMaj(entries.length, 1, true, entries.clone());
    }
}
