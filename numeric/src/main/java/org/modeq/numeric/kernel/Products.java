package org.modeq.numeric.kernel;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Products of matrices that are added to a target; the target must be another matrix than the factors. */
public final class Products {
    private Products() {}

    /**
     * C += A·B.
     *
     * @param left A
     * @param right B
     * @param target C
     */
    public static void addProduct(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        CommonOps_DDRM.multAdd(left, right, target);
    }

    /**
     * C += Aᵀ·B.
     *
     * @param left A
     * @param right B
     * @param target C
     */
    public static void addTransposeProduct(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        CommonOps_DDRM.multAddTransA(left, right, target);
    }

    /**
     * C += A·Bᵀ.
     *
     * @param left A
     * @param right B
     * @param target C
     */
    public static void addProductTranspose(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        CommonOps_DDRM.multAddTransB(left, right, target);
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
}
