package org.modeq.numeric.graph;

import java.util.Arrays;
import org.modeq.numeric.kernel.Kernels;

/** The loops of the instructions on stretches of arrays, written so that the compiler turns them into vectors. */
final class Loops {
    private Loops() {}

    static void fill(int count, double number, double[] c, int cStart) {
        Arrays.fill(c, cStart, cStart + count, number);
    }

    static void addScaled(int count, double weight, double[] a, int aStart, double[] c, int cStart) {
        for (int i = 0; i < count; i++) {
            c[cStart + i] += weight * a[aStart + i];
        }
    }

    static void setScaled(int count, double weight, double[] a, int aStart, double[] c, int cStart) {
        for (int i = 0; i < count; i++) {
            c[cStart + i] = weight * a[aStart + i];
        }
    }

    static void addHadamard(
            int count, double weight, double[] a, int aStart, double[] b, int bStart, double[] c, int cStart) {
        for (int i = 0; i < count; i++) {
            c[cStart + i] += weight * a[aStart + i] * b[bStart + i];
        }
    }

    static void setHadamard(
            int count, double weight, double[] a, int aStart, double[] b, int bStart, double[] c, int cStart) {
        for (int i = 0; i < count; i++) {
            c[cStart + i] = weight * a[aStart + i] * b[bStart + i];
        }
    }

    static void setScaledRows(
            int rows, int columns, double[] a, int aStart, double[] v, int vStart, double[] c, int cStart) {
        for (int i = 0; i < rows; i++) {
            setScaled(columns, v[vStart + i], a, aStart + i * columns, c, cStart + i * columns);
        }
    }

    static void addScaledRows(
            int rows, int columns, double[] a, int aStart, double[] v, int vStart, double[] c, int cStart) {
        for (int i = 0; i < rows; i++) {
            addScaled(columns, v[vStart + i], a, aStart + i * columns, c, cStart + i * columns);
        }
    }

    static void setShifted(int rows, int columns, double[] a, int aStart, double[] c, int cStart) {
        for (int i = 0; i < rows; i++) {
            int start = i * columns;
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                largest = Math.max(largest, a[aStart + start + j]);
            }
            for (int j = 0; j < columns; j++) {
                c[cStart + start + j] = a[aStart + start + j] - largest;
            }
        }
    }

    static void multiply(
            boolean isSum,
            int m,
            int k,
            int n,
            boolean isLeftTransposed,
            boolean isRightTransposed,
            double[] a,
            int aStart,
            double[] b,
            int bStart,
            double[] c,
            int cStart) {
        Kernels.chosen()
                .multiply(
                        isSum,
                        m,
                        k,
                        n,
                        a,
                        aStart,
                        isLeftTransposed ? 1 : k,
                        isLeftTransposed ? m : 1,
                        b,
                        bStart,
                        isRightTransposed ? 1 : n,
                        isRightTransposed ? k : 1,
                        c,
                        cStart,
                        n);
    }
}
