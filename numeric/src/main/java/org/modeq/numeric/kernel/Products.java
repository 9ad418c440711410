package org.modeq.numeric.kernel;

import org.ejml.data.DMatrixRMaj;

/**
 * Products of matrices that are added to a target; the target must be another matrix than the factors.
 *
 * <p>The products of matrices are those of the kernel that {@link Kernels} has chosen.
 */
public final class Products {
    private Products() {}

    /**
     * C += A·B; 2·m·k·n operations for m×n sums of k products.
     *
     * @param left A
     * @param right B
     * @param target C
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static void addProduct(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        int m = left.numRows;
        int k = left.numCols;
        int n = right.numCols;
        require(right.numRows == k && target.numRows == m && target.numCols == n, "A·B", left, right, target);
        Kernels.chosen().multiply(true, m, k, n, left.data, 0, k, 1, right.data, 0, n, 1, target.data, 0, n);
    }

    /**
     * C += Aᵀ·B; 2·m·k·n operations for m×n sums of k products.
     *
     * @param left A
     * @param right B
     * @param target C
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static void addTransposeProduct(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        int m = left.numCols;
        int k = left.numRows;
        int n = right.numCols;
        require(right.numRows == k && target.numRows == m && target.numCols == n, "Aᵀ·B", left, right, target);
        Kernels.chosen().multiply(true, m, k, n, left.data, 0, 1, m, right.data, 0, n, 1, target.data, 0, n);
    }

    /**
     * C += A·Bᵀ; 2·m·k·n operations for m×n sums of k products.
     *
     * @param left A
     * @param right B
     * @param target C
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static void addProductTranspose(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        int m = left.numRows;
        int k = left.numCols;
        int n = right.numRows;
        require(right.numCols == k && target.numRows == m && target.numCols == n, "A·Bᵀ", left, right, target);
        Kernels.chosen().multiply(true, m, k, n, left.data, 0, k, 1, right.data, 0, 1, k, target.data, 0, n);
    }

    /**
     * C += w · A∘B, the product coordinate by coordinate.
     *
     * @param factor w
     * @param left A
     * @param right B
     * @param target C
     */
    public static void addHadamard(double factor, DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        double[] a = left.data;
        double[] b = right.data;
        double[] c = target.data;
        for (int i = 0; i < target.getNumElements(); i++) {
            c[i] += factor * a[i] * b[i];
        }
    }

    /**
     * C += w · A.
     *
     * @param factor w
     * @param summand A
     * @param target C
     */
    public static void addScaled(double factor, DMatrixRMaj summand, DMatrixRMaj target) {
        double[] a = summand.data;
        double[] c = target.data;
        for (int i = 0; i < target.getNumElements(); i++) {
            c[i] += factor * a[i];
        }
    }

    private static void require(
            boolean isFitting, String product, DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        if (!isFitting) {
            throw new IllegalArgumentException("given A of size " + size(left) + ", B of size " + size(right)
                    + " and C of size " + size(target) + " for C += " + product
                    + "; expected sizes that fit, transpose a factor or make C anew");
        }
    }

    private static String size(DMatrixRMaj matrix) {
        return matrix.numRows + "×" + matrix.numCols;
    }
}
