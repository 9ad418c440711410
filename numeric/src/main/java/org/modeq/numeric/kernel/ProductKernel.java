package org.modeq.numeric.kernel;

/**
 * A way to multiply two matrices, C = A·B, or to add their product to a third, C += A·B.
 *
 * <p>Every matrix is a place in an array with a step from row to row and a step from column to column,
 * <pre>
 *   A(i, l) = a[aStart + i·aRow + l·aColumn],   0 ≤ i &lt; m, 0 ≤ l &lt; k,
 * </pre>
 * so that a transpose is an exchange of the two steps and a block a shifted start: one method serves A·B, Aᵀ·B and
 * A·Bᵀ. One of the two steps of A must be 1, and likewise of B; the columns of C stand side by side. C must not overlap
 * A or B.
 *
 * <p>Source of the two steps: Van Zee and van de Geijn, <em>BLIS: A Framework for Rapidly Instantiating BLAS
 * Functionality</em>, ACM Trans. Math. Softw. 41 (2015), section 2.
 */
public interface ProductKernel {
    /** {@return the name by which the kernel is chosen and reported, one word} */
    String name();

    /** {@return what the kernel computes with, in a few words} */
    String description();

    /** {@return how many doubles the kernel handles at a time; 1 where that is left to the compiler} */
    int width();

    /**
     * C = A·B or C += A·B; 2·m·k·n operations.
     *
     * <p>Nothing is checked beyond the bounds of the arrays, and nothing is allocated once the scratch arrays of the
     * thread have grown to the largest shape met. Each entry of C depends on its row of A, its column of B, and on
     * n and k alone, not on m: a product computed in bands of rows has the same digits as one computed at once.
     *
     * @param isSum whether the product is added to C; otherwise C may hold anything before, and the digits are those of a
     *     product added to 0
     * @param m rows of A and of C
     * @param k columns of A, rows of B
     * @param n columns of B and of C
     * @param a the array that A stands in
     * @param aStart the index of A(0, 0)
     * @param aRow the step from one row of A to the next
     * @param aColumn the step from one column of A to the next
     * @param b the array that B stands in
     * @param bStart the index of B(0, 0)
     * @param bRow the step from one row of B to the next
     * @param bColumn the step from one column of B to the next
     * @param c the array that C stands in
     * @param cStart the index of C(0, 0)
     * @param cRow the step from one row of C to the next
     */
    void multiply(
            boolean isSum,
            int m,
            int k,
            int n,
            double[] a,
            int aStart,
            int aRow,
            int aColumn,
            double[] b,
            int bStart,
            int bRow,
            int bColumn,
            double[] c,
            int cStart,
            int cRow);
}
