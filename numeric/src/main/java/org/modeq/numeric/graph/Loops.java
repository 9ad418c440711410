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
        int i = 0;
        // Four rows at a time: each maximum waits for the one before it.
        for (; i + 4 <= rows; i += 4) {
            int first = aStart + i * columns;
            int second = first + columns;
            int third = second + columns;
            int fourth = third + columns;
            double p = a[first];
            double q = a[second];
            double r = a[third];
            double s = a[fourth];
            for (int j = 1; j < columns; j++) {
                p = Math.max(p, a[first + j]);
                q = Math.max(q, a[second + j]);
                r = Math.max(r, a[third + j]);
                s = Math.max(s, a[fourth + j]);
            }
            int target = cStart + i * columns;
            addNumber(columns, -p, a, first, c, target);
            addNumber(columns, -q, a, second, c, target + columns);
            addNumber(columns, -r, a, third, c, target + 2 * columns);
            addNumber(columns, -s, a, fourth, c, target + 3 * columns);
        }
        for (; i < rows; i++) {
            int start = aStart + i * columns;
            double largest = a[start];
            for (int j = 1; j < columns; j++) {
                largest = Math.max(largest, a[start + j]);
            }
            addNumber(columns, -largest, a, start, c, cStart + i * columns);
        }
    }

    private static void addNumber(int count, double number, double[] a, int aStart, double[] c, int cStart) {
        for (int j = 0; j < count; j++) {
            c[cStart + j] = a[aStart + j] + number;
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

    /** C = Aᵀ. */
    static void setTransposed(int rows, int columns, double[] a, int offsetA, double[] c, int offsetC) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                c[offsetC + j * rows + i] = a[offsetA + i * columns + j];
            }
        }
    }
}
