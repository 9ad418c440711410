package org.modeq.numeric.kernel;

import java.util.Arrays;

/**
 * Products in plain Java, written so that the compiler finds the vector instructions itself: each row of B in an array of
 * its own, four of them added to a row of C at a time by fused multiply-adds.
 *
 * <p>Every entry of C is the chain c ← fma(A(i, l), B(l, j), c), l = 0, 1, …, in this order.
 */
final class PlainKernel implements ProductKernel {
    /** Rows of B that are copied at a time, so that they stay in the second cache. */
    private static final int DEPTH = 128;

    /** Columns of B that are copied at a time. */
    private static final int BREADTH = 256;

    /** Operations below which copies do not pay. */
    private static final int SMALL = 256;

    /** Columns of C below which copies do not pay. */
    private static final int NARROW = 4;

    private static final ThreadLocal<Rows> ROWS = ThreadLocal.withInitial(Rows::new);

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String description() {
        return "plain Java";
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
        if (n < NARROW || k == 0 || (long) m * k * n < SMALL) {
            multiplySmall(isSum, m, k, n, a, aStart, aRow, aColumn, b, bStart, bRow, bColumn, c, cStart, cRow);
            return;
        }
        Rows rows = ROWS.get();
        for (int j = 0; j < n; j += BREADTH) {
            int breadth = Math.min(BREADTH, n - j);
            for (int l = 0; l < k; l += DEPTH) {
                int depth = Math.min(DEPTH, k - l);
                rows.copy(depth, breadth, b, bStart + l * bRow + j * bColumn, bRow, bColumn);
                for (int i = 0; i < m; i++) {
                    int place = cStart + i * cRow + j;
                    if (isSum || l > 0) {
                        System.arraycopy(c, place, rows.sum, 0, breadth);
                    } else {
                        Arrays.fill(rows.sum, 0, breadth, 0);
                    }
                    addRow(depth, breadth, a, aStart + i * aRow + l * aColumn, aColumn, rows);
                    System.arraycopy(rows.sum, 0, c, place, breadth);
                }
            }
        }
    }

    /** Without copies; four rows of A at a time, so that four chains go on side by side. */
    private static void multiplySmall(
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
        for (int i = 0; i < m; i += 4) {
            int last = Math.min(3, m - 1 - i);
            int o0 = cStart + i * cRow;
            int o1 = o0 + Math.min(1, last) * cRow;
            int o2 = o0 + Math.min(2, last) * cRow;
            int o3 = o0 + last * cRow;
            int x0 = aStart + i * aRow;
            int x1 = Math.min(1, last) * aRow;
            int x2 = Math.min(2, last) * aRow;
            int x3 = last * aRow;
            for (int j = 0; j < n; j++) {
                double c0 = isSum ? c[o0 + j] : 0;
                double c1 = isSum ? c[o1 + j] : 0;
                double c2 = isSum ? c[o2 + j] : 0;
                double c3 = isSum ? c[o3 + j] : 0;
                int x = x0;
                int y = bStart + j * bColumn;
                for (int l = 0; l < k; l++) {
                    double entry = b[y];
                    c0 = Math.fma(a[x], entry, c0);
                    c1 = Math.fma(a[x + x1], entry, c1);
                    c2 = Math.fma(a[x + x2], entry, c2);
                    c3 = Math.fma(a[x + x3], entry, c3);
                    x += aColumn;
                    y += bRow;
                }
                c[o0 + j] = c0;
                c[o1 + j] = c1;
                c[o2 + j] = c2;
                c[o3 + j] = c3;
            }
        }
    }

    private static void addRow(int k, int n, double[] a, int start, int aColumn, Rows rows) {
        double[][] b = rows.rows;
        int l = 0;
        int x = start;
        for (; l + 4 <= k; l += 4) {
            double a1 = a[x + aColumn];
            double a2 = a[x + 2 * aColumn];
            double a3 = a[x + 3 * aColumn];
            addFour(n, a[x], b[l], a1, b[l + 1], a2, b[l + 2], a3, b[l + 3], rows.sum);
            x += 4 * aColumn;
        }
        for (; l < k; l++) {
            addOne(n, a[x], b[l], rows.sum);
            x += aColumn;
        }
    }

    private static void addFour(
            int n,
            double a0,
            double[] b0,
            double a1,
            double[] b1,
            double a2,
            double[] b2,
            double a3,
            double[] b3,
            double[] c) {
        for (int j = 0; j < n; j++) {
            c[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
        }
    }

    private static void addOne(int n, double factor, double[] b, double[] c) {
        for (int j = 0; j < n; j++) {
            c[j] = Math.fma(factor, b[j], c[j]);
        }
    }

    /** The rows of a slice of B and one row of C; they grow and are used again. */
    private static final class Rows {
        private final double[][] rows = new double[DEPTH][0];
        private double[] sum = {};

        /** Copies k rows of n columns of B. */
        void copy(int k, int n, double[] b, int start, int bRow, int bColumn) {
            if (sum.length < n) {
                sum = new double[n];
            }
            for (int l = 0; l < k; l++) {
                if (rows[l].length < n) {
                    rows[l] = new double[n];
                }
                double[] row = rows[l];
                int from = start + l * bRow;
                if (bColumn == 1) {
                    System.arraycopy(b, from, row, 0, n);
                } else {
                    for (int j = 0; j < n; j++) {
                        row[j] = b[from + j * bColumn];
                    }
                }
            }
        }
    }
}
