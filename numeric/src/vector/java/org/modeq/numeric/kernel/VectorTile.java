package org.modeq.numeric.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link VectorKernel}: a tile of six rows of C and one or two vectors of columns is kept in
 * registers while a strip of A and a panel of B run past it.
 *
 * <p>Six by two are twelve sums, which hide the latency of a fused multiply-add on every processor of today and, with two
 * registers for B and one for A, fit into the sixteen that AVX2 has. Each sum is the chain
 * c ← fma(A(i, l), B(l, j), c), l = 0, 1, …; therefore C has the same digits however it is cut into blocks.
 */
final class VectorTile {
    /** The vectors that the processor likes best. */
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** Numbers in a vector. */
    static final int WIDTH = SPECIES.length();

    /** Rows of a tile. */
    static final int ROWS = 6;

    /** Numbers of a column in a strip: a power of two, of which the first {@value #ROWS} are used. */
    static final int STRIP = 8;

    private VectorTile() {}

    /**
     * Two vectors of columns, the second shift columns after the first. Rows after the last are the last one once more,
     * which costs time but changes nothing.
     *
     * @param a holds the strip of A from x on, rows aRow apart
     * @param b holds the panel of B from y on, two vectors for each l
     * @param c holds the tile of C from o on, rows cRow apart
     */
    static void pair(
            int k, int last, double[] a, int x, int aRow, double[] b, int y, double[] c, int o, int cRow, int shift) {
        int o1 = o + Math.min(1, last) * cRow;
        int o2 = o + Math.min(2, last) * cRow;
        int o3 = o + Math.min(3, last) * cRow;
        int o4 = o + Math.min(4, last) * cRow;
        int o5 = o + Math.min(5, last) * cRow;
        int x1 = x + Math.min(1, last) * aRow;
        int x2 = x + Math.min(2, last) * aRow;
        int x3 = x + Math.min(3, last) * aRow;
        int x4 = x + Math.min(4, last) * aRow;
        int x5 = x + Math.min(5, last) * aRow;
        DoubleVector p0 = DoubleVector.fromArray(SPECIES, c, o);
        DoubleVector q0 = DoubleVector.fromArray(SPECIES, c, o + shift);
        DoubleVector p1 = DoubleVector.fromArray(SPECIES, c, o1);
        DoubleVector q1 = DoubleVector.fromArray(SPECIES, c, o1 + shift);
        DoubleVector p2 = DoubleVector.fromArray(SPECIES, c, o2);
        DoubleVector q2 = DoubleVector.fromArray(SPECIES, c, o2 + shift);
        DoubleVector p3 = DoubleVector.fromArray(SPECIES, c, o3);
        DoubleVector q3 = DoubleVector.fromArray(SPECIES, c, o3 + shift);
        DoubleVector p4 = DoubleVector.fromArray(SPECIES, c, o4);
        DoubleVector q4 = DoubleVector.fromArray(SPECIES, c, o4 + shift);
        DoubleVector p5 = DoubleVector.fromArray(SPECIES, c, o5);
        DoubleVector q5 = DoubleVector.fromArray(SPECIES, c, o5 + shift);
        for (int l = 0; l < k; l++) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, b, y + 2 * WIDTH * l);
            DoubleVector v = DoubleVector.fromArray(SPECIES, b, y + 2 * WIDTH * l + WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[x + l]);
            p0 = w.fma(u, p0);
            q0 = w.fma(v, q0);
            w = DoubleVector.broadcast(SPECIES, a[x1 + l]);
            p1 = w.fma(u, p1);
            q1 = w.fma(v, q1);
            w = DoubleVector.broadcast(SPECIES, a[x2 + l]);
            p2 = w.fma(u, p2);
            q2 = w.fma(v, q2);
            w = DoubleVector.broadcast(SPECIES, a[x3 + l]);
            p3 = w.fma(u, p3);
            q3 = w.fma(v, q3);
            w = DoubleVector.broadcast(SPECIES, a[x4 + l]);
            p4 = w.fma(u, p4);
            q4 = w.fma(v, q4);
            w = DoubleVector.broadcast(SPECIES, a[x5 + l]);
            p5 = w.fma(u, p5);
            q5 = w.fma(v, q5);
        }
        p0.intoArray(c, o);
        q0.intoArray(c, o + shift);
        p1.intoArray(c, o1);
        q1.intoArray(c, o1 + shift);
        p2.intoArray(c, o2);
        q2.intoArray(c, o2 + shift);
        p3.intoArray(c, o3);
        q3.intoArray(c, o3 + shift);
        p4.intoArray(c, o4);
        q4.intoArray(c, o4 + shift);
        p5.intoArray(c, o5);
        q5.intoArray(c, o5 + shift);
    }

    /** The same for a strip of A that holds its columns one after the other, {@value #STRIP} numbers each, from x on. */
    static void pairOfColumns(
            int k, int last, double[] a, int x, double[] b, int y, double[] c, int o, int cRow, int shift) {
        int o1 = o + Math.min(1, last) * cRow;
        int o2 = o + Math.min(2, last) * cRow;
        int o3 = o + Math.min(3, last) * cRow;
        int o4 = o + Math.min(4, last) * cRow;
        int o5 = o + Math.min(5, last) * cRow;
        int x1 = x + Math.min(1, last);
        int x2 = x + Math.min(2, last);
        int x3 = x + Math.min(3, last);
        int x4 = x + Math.min(4, last);
        int x5 = x + Math.min(5, last);
        DoubleVector p0 = DoubleVector.fromArray(SPECIES, c, o);
        DoubleVector q0 = DoubleVector.fromArray(SPECIES, c, o + shift);
        DoubleVector p1 = DoubleVector.fromArray(SPECIES, c, o1);
        DoubleVector q1 = DoubleVector.fromArray(SPECIES, c, o1 + shift);
        DoubleVector p2 = DoubleVector.fromArray(SPECIES, c, o2);
        DoubleVector q2 = DoubleVector.fromArray(SPECIES, c, o2 + shift);
        DoubleVector p3 = DoubleVector.fromArray(SPECIES, c, o3);
        DoubleVector q3 = DoubleVector.fromArray(SPECIES, c, o3 + shift);
        DoubleVector p4 = DoubleVector.fromArray(SPECIES, c, o4);
        DoubleVector q4 = DoubleVector.fromArray(SPECIES, c, o4 + shift);
        DoubleVector p5 = DoubleVector.fromArray(SPECIES, c, o5);
        DoubleVector q5 = DoubleVector.fromArray(SPECIES, c, o5 + shift);
        for (int l = 0; l < k; l++) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, b, y + 2 * WIDTH * l);
            DoubleVector v = DoubleVector.fromArray(SPECIES, b, y + 2 * WIDTH * l + WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[x + STRIP * l]);
            p0 = w.fma(u, p0);
            q0 = w.fma(v, q0);
            w = DoubleVector.broadcast(SPECIES, a[x1 + STRIP * l]);
            p1 = w.fma(u, p1);
            q1 = w.fma(v, q1);
            w = DoubleVector.broadcast(SPECIES, a[x2 + STRIP * l]);
            p2 = w.fma(u, p2);
            q2 = w.fma(v, q2);
            w = DoubleVector.broadcast(SPECIES, a[x3 + STRIP * l]);
            p3 = w.fma(u, p3);
            q3 = w.fma(v, q3);
            w = DoubleVector.broadcast(SPECIES, a[x4 + STRIP * l]);
            p4 = w.fma(u, p4);
            q4 = w.fma(v, q4);
            w = DoubleVector.broadcast(SPECIES, a[x5 + STRIP * l]);
            p5 = w.fma(u, p5);
            q5 = w.fma(v, q5);
        }
        p0.intoArray(c, o);
        q0.intoArray(c, o + shift);
        p1.intoArray(c, o1);
        q1.intoArray(c, o1 + shift);
        p2.intoArray(c, o2);
        q2.intoArray(c, o2 + shift);
        p3.intoArray(c, o3);
        q3.intoArray(c, o3 + shift);
        p4.intoArray(c, o4);
        q4.intoArray(c, o4 + shift);
        p5.intoArray(c, o5);
        q5.intoArray(c, o5 + shift);
    }

    /** One vector of columns; otherwise as {@link #pair}, with one vector of B for each l, and columns of A aColumn apart. */
    static void single(
            int k, int last, double[] a, int x, int aRow, int aColumn, double[] b, int y, double[] c, int o, int cRow) {
        int o1 = o + Math.min(1, last) * cRow;
        int o2 = o + Math.min(2, last) * cRow;
        int o3 = o + Math.min(3, last) * cRow;
        int o4 = o + Math.min(4, last) * cRow;
        int o5 = o + Math.min(5, last) * cRow;
        int x1 = x + Math.min(1, last) * aRow;
        int x2 = x + Math.min(2, last) * aRow;
        int x3 = x + Math.min(3, last) * aRow;
        int x4 = x + Math.min(4, last) * aRow;
        int x5 = x + Math.min(5, last) * aRow;
        DoubleVector p0 = DoubleVector.fromArray(SPECIES, c, o);
        DoubleVector p1 = DoubleVector.fromArray(SPECIES, c, o1);
        DoubleVector p2 = DoubleVector.fromArray(SPECIES, c, o2);
        DoubleVector p3 = DoubleVector.fromArray(SPECIES, c, o3);
        DoubleVector p4 = DoubleVector.fromArray(SPECIES, c, o4);
        DoubleVector p5 = DoubleVector.fromArray(SPECIES, c, o5);
        int z = 0;
        for (int l = 0; l < k; l++) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, b, y + WIDTH * l);
            p0 = DoubleVector.broadcast(SPECIES, a[x + z]).fma(u, p0);
            p1 = DoubleVector.broadcast(SPECIES, a[x1 + z]).fma(u, p1);
            p2 = DoubleVector.broadcast(SPECIES, a[x2 + z]).fma(u, p2);
            p3 = DoubleVector.broadcast(SPECIES, a[x3 + z]).fma(u, p3);
            p4 = DoubleVector.broadcast(SPECIES, a[x4 + z]).fma(u, p4);
            p5 = DoubleVector.broadcast(SPECIES, a[x5 + z]).fma(u, p5);
            z += aColumn;
        }
        p0.intoArray(c, o);
        p1.intoArray(c, o1);
        p2.intoArray(c, o2);
        p3.intoArray(c, o3);
        p4.intoArray(c, o4);
        p5.intoArray(c, o5);
    }

    /** One row of C, c += aᵀ·B with the rows of B where they are, bRow apart; four vectors at a time. */
    static void row(int k, int n, double[] a, int x, int aColumn, double[] b, int y, int bRow, double[] c, int o) {
        int j = 0;
        for (; j + 4 * WIDTH <= n; j += 4 * WIDTH) {
            DoubleVector p = DoubleVector.fromArray(SPECIES, c, o + j);
            DoubleVector q = DoubleVector.fromArray(SPECIES, c, o + j + WIDTH);
            DoubleVector r = DoubleVector.fromArray(SPECIES, c, o + j + 2 * WIDTH);
            DoubleVector s = DoubleVector.fromArray(SPECIES, c, o + j + 3 * WIDTH);
            int place = y + j;
            for (int l = 0; l < k; l++) {
                DoubleVector w = DoubleVector.broadcast(SPECIES, a[x + l * aColumn]);
                p = w.fma(DoubleVector.fromArray(SPECIES, b, place), p);
                q = w.fma(DoubleVector.fromArray(SPECIES, b, place + WIDTH), q);
                r = w.fma(DoubleVector.fromArray(SPECIES, b, place + 2 * WIDTH), r);
                s = w.fma(DoubleVector.fromArray(SPECIES, b, place + 3 * WIDTH), s);
                place += bRow;
            }
            p.intoArray(c, o + j);
            q.intoArray(c, o + j + WIDTH);
            r.intoArray(c, o + j + 2 * WIDTH);
            s.intoArray(c, o + j + 3 * WIDTH);
        }
        for (; j + WIDTH <= n; j += WIDTH) {
            DoubleVector p = DoubleVector.fromArray(SPECIES, c, o + j);
            int place = y + j;
            for (int l = 0; l < k; l++) {
                DoubleVector w = DoubleVector.broadcast(SPECIES, a[x + l * aColumn]);
                p = w.fma(DoubleVector.fromArray(SPECIES, b, place), p);
                place += bRow;
            }
            p.intoArray(c, o + j);
        }
        for (; j < n; j++) {
            double sum = c[o + j];
            for (int l = 0; l < k; l++) {
                sum = Math.fma(a[x + l * aColumn], b[y + j + l * bRow], sum);
            }
            c[o + j] = sum;
        }
    }

    /** Inner products c[o + i·cRow] += Σ_l A(i, l)·b[y + l] of m rows of A, aRow apart, with one vector. */
    static void inner(int m, int k, double[] a, int x, int aRow, double[] b, int y, double[] c, int o, int cRow) {
        int whole = SPECIES.loopBound(k);
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            int x0 = x + i * aRow;
            int x1 = x0 + aRow;
            int x2 = x1 + aRow;
            int x3 = x2 + aRow;
            DoubleVector p = DoubleVector.zero(SPECIES);
            DoubleVector q = DoubleVector.zero(SPECIES);
            DoubleVector r = DoubleVector.zero(SPECIES);
            DoubleVector s = DoubleVector.zero(SPECIES);
            for (int l = 0; l < whole; l += WIDTH) {
                DoubleVector u = DoubleVector.fromArray(SPECIES, b, y + l);
                p = DoubleVector.fromArray(SPECIES, a, x0 + l).fma(u, p);
                q = DoubleVector.fromArray(SPECIES, a, x1 + l).fma(u, q);
                r = DoubleVector.fromArray(SPECIES, a, x2 + l).fma(u, r);
                s = DoubleVector.fromArray(SPECIES, a, x3 + l).fma(u, s);
            }
            int place = o + i * cRow;
            c[place] += rest(p, whole, k, a, x0, b, y);
            c[place + cRow] += rest(q, whole, k, a, x1, b, y);
            c[place + 2 * cRow] += rest(r, whole, k, a, x2, b, y);
            c[place + 3 * cRow] += rest(s, whole, k, a, x3, b, y);
        }
        for (; i < m; i++) {
            int x0 = x + i * aRow;
            DoubleVector p = DoubleVector.zero(SPECIES);
            for (int l = 0; l < whole; l += WIDTH) {
                p = DoubleVector.fromArray(SPECIES, a, x0 + l).fma(DoubleVector.fromArray(SPECIES, b, y + l), p);
            }
            c[o + i * cRow] += rest(p, whole, k, a, x0, b, y);
        }
    }

    /** The sum of a vector and of the products from a place on. */
    private static double rest(DoubleVector sums, int from, int k, double[] a, int x, double[] b, int y) {
        double sum = sums.reduceLanes(VectorOperators.ADD);
        for (int l = from; l < k; l++) {
            sum = Math.fma(a[x + l], b[y + l], sum);
        }
        return sum;
    }
}
