package org.modeq.numeric.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.Arrays;

/**
 * Products by the DGEMM of a BLAS that the machine has installed, for example OpenBLAS.
 *
 * <p>BLAS stands matrices column by column, so the transposed product Cᵀ = Bᵀ·Aᵀ is asked for. How sums are ordered, and how
 * many threads work on them, is the library's own affair: the digits of a row of C may depend on the number of rows, and
 * OpenBLAS takes its threads from the environment variable {@code OPENBLAS_NUM_THREADS} when it is loaded.
 *
 * <p>Source: Dongarra, Du Croz, Hammarling and Duff, <em>A Set of Level 3 Basic Linear Algebra Subprograms</em>, ACM Trans.
 * Math. Softw. 16 (1990).
 */
final class NativeKernel implements ProductKernel {
    /** The name by which it is asked for. */
    static final String NAME = "native";

    private final BLAS blas;
    private final String file;

    /** The library that has been loaded from a file. */
    NativeKernel(String file) {
        this.blas = NativeBLAS.getInstance();
        this.file = file;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "native BLAS, " + file;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void multiply(
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
            int cRow) {
        if (m == 0 || n == 0) {
            return;
        }
        if (k == 0) {
            for (int i = 0; i < m && !isSum; i++) {
                Arrays.fill(c, cStart + i * cRow, cStart + i * cRow + n, 0);
            }
            return;
        }
        boolean isLeftTurned = aColumn != 1;
        boolean isRightTurned = bColumn != 1;
        // The step between columns as BLAS sees them; where there is only one, it need only be large enough.
        int aStep = isLeftTurned ? Math.max(aColumn, m) : Math.max(aRow, k);
        int bStep = isRightTurned ? Math.max(bColumn, k) : Math.max(bRow, n);
        blas.dgemm(
                isRightTurned ? "T" : "N",
                isLeftTurned ? "T" : "N",
                n,
                m,
                k,
                1,
                b,
                bStart,
                bStep,
                a,
                aStart,
                aStep,
                isSum ? 1 : 0,
                c,
                cStart,
                Math.max(cRow, n));
    }
}
