package org.modeq.numeric.jet;

import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/** The image of a jet under a linear map of real matrices: F(Σ_e X_e ε^e) = Σ_e F(X_e) ε^e. */
public final class LinearImage {
    private LinearImage() {}

    /**
     * Maps every coefficient.
     *
     * @param jet X
     * @param rows the number of rows of F(X)
     * @param columns the number of columns of F(X)
     * @param map F, linear; it makes a new matrix of that size and leaves what it is given
     * @return F(X) over the same algebra
     */
    public static Jet of(Jet jet, int rows, int columns, UnaryOperator<DMatrixRMaj> map) {
        return jet.mapped(new Shape(rows, columns), map::apply);
    }
}
