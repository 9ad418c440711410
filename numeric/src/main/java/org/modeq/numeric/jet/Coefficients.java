package org.modeq.numeric.jet;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.kernel.Products;

/** The coefficients X_e of one jet while it is built; absent ones are zero. Never changed once a jet owns them. */
final class Coefficients {
    private final JetAlgebra algebra;
    private final Shape shape;
    private final @Nullable DMatrixRMaj[] matrices;

    Coefficients(JetAlgebra algebra, Shape shape) {
        this.algebra = algebra;
        this.shape = shape;
        this.matrices = new DMatrixRMaj[algebra.dimension()];
    }

    Shape shape() {
        return shape;
    }

    /** The coefficient with this index, or null where it is absent. */
    @Nullable
    DMatrixRMaj get(int index) {
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

    /** A bilinear product of matrices that is added to a target. */
    interface Product {
        /** C += A·B for the product meant. */
        void add(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target);
    }

    /** (X·Y)_e = Σ_{a+b=e} X_a·Y_b; absent factors are skipped. */
    Coefficients times(Coefficients right, Shape productShape, Product product) {
        Coefficients sum = new Coefficients(algebra, productShape);
        for (JetAlgebra.Pair pair : algebra.products()) {
            DMatrixRMaj a = get(pair.left());
            DMatrixRMaj b = right.get(pair.right());
            if (a != null && b != null) {
                product.add(a, b, sum.target(pair.product()));
            }
        }
        return sum;
    }

    /** A linear map of matrices, applied to every coefficient. */
    Coefficients mapped(Shape imageShape, Reshaping.LinearMap map) {
        Coefficients image = new Coefficients(algebra, imageShape);
        for (int e = 0; e < matrices.length; e++) {
            DMatrixRMaj matrix = get(e);
            image.set(e, matrix == null ? null : map.apply(matrix));
        }
        return image;
    }

    /** Writes the entries of other coefficients, row by row, from a place on. */
    void place(Coefficients part, int offset) {
        for (int e = 0; e < matrices.length; e++) {
            DMatrixRMaj matrix = part.get(e);
            if (matrix != null) {
                System.arraycopy(matrix.data, 0, target(e).data, offset, part.shape.entries());
            }
        }
    }
}
