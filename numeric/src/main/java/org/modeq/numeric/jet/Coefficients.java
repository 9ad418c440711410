package org.modeq.numeric.jet;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.kernel.Products;

/** The coefficients X_e of one jet while it is built; absent ones are zero. Never changed once a jet owns them. */
final class Coefficients {
    private final Shape shape;
    private final @Nullable DMatrixRMaj[] matrices;

    Coefficients(JetAlgebra algebra, Shape shape) {
        this.shape = shape;
        this.matrices = new DMatrixRMaj[algebra.dimension()];
    }

    Shape shape() {
        return shape;
    }

    /** The coefficient with this index, or null where it is absent. */
    @Nullable DMatrixRMaj get(int index) {
        return matrices[index];
    }

    void set(int index, @Nullable DMatrixRMaj matrix) {
        matrices[index] = matrix;
    }

    /** The coefficient with this index to be added to; a zero matrix is put in where it is absent. */
    DMatrixRMaj target(int index) {
        DMatrixRMaj present = matrices[index];
        if (present == null) {
            present = shape.zero();
            matrices[index] = present;
        }
        return present;
    }

    /** X_e += w · matrix; nothing happens if the matrix is absent. */
    void addScaled(int index, double weight, @Nullable DMatrixRMaj matrix) {
        if (matrix != null) {
            Products.addScaled(weight, matrix, target(index));
        }
    }

    /** X_e += w · left∘right; nothing happens if a factor is absent. */
    void addHadamard(int index, double weight, @Nullable DMatrixRMaj left, @Nullable DMatrixRMaj right) {
        if (left != null && right != null) {
            Products.addHadamard(weight, left, right, target(index));
        }
    }
}
