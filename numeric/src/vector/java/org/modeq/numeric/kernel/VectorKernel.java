package org.modeq.numeric.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * Products with the vector instructions of the processor, through the module {@code jdk.incubator.vector}.
 *
 * <p>C is computed in tiles of six rows and two vectors of columns ({@link VectorTile}). So that a tile finds its numbers
 * near by, B is copied to <em>panels</em> as wide as a tile, of at most {@value #DEPTH} rows: one panel fits into the first
 * cache. A is copied, in blocks that fit into the second cache, where its rows are not contiguous (then in strips of six
 * rows, column by column) or where many panels will read it. The columns of C are cut into ⌈n/w⌉ vectors of w numbers; if n
 * is no multiple of w the last vector overlaps the one before it, and both compute the same digits there.
 *
 * <p>Single rows and single columns are no tiles: they go row by row through B, or are inner products.
 *
 * <p>Source: Goto and van de Geijn, <em>Anatomy of High-Performance Matrix Multiplication</em>, ACM Trans. Math. Softw.
 * 34 (2008), sections 4 and 5.
 */
final class VectorKernel implements ProductKernel {
    private static final int ROWS = VectorTile.ROWS;
    private static final int WIDTH = VectorTile.WIDTH;
    private static final int STRIP = VectorTile.STRIP;

    /** Rows of B in a panel: 256 times two vectors of 8 doubles are 32 kB. */
    private static final int DEPTH = 256;

    /** Rows of A that are copied at a time, a multiple of the rows of a tile: 48 times 256 doubles are 100 kB. */
    private static final int HEIGHT = 48;

    /** Columns of B whose panels are there at the same time. */
    private static final int BREADTH = 1024;

    /** Columns of B from which on a copy of A is worth its cost although its rows are contiguous. */
    private static final int COPY_FROM = 160;

    /** Numbers in C that are set to 0 at a time, shortly before products are added to them: 64 kB. */
    private static final int CLEARED = 8192;

    /** Rows of C up to which B is read where it is. */
    private static final int THIN = 4;

    /** Room between the rows of a copy of A, so that they do not compete for the same places of the cache. */
    private static final int GAP = 8;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String description() {
        return "Vector API, " + VectorTile.SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public int width() {
        return WIDTH;
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
        boolean isThin = m <= THIN && n >= WIDTH && bColumn == 1;
        if (!isSum && (n == 1 || isThin || k == 0)) {
            clear(m, n, c, cStart, cRow);
        }
        if (n == 1 && aColumn == 1 && bRow == 1) {
            VectorTile.inner(m, k, a, aStart, aRow, b, bStart, c, cStart, cRow);
        } else if (n == 1 && aRow == 1 && cRow == 1) {
            VectorTile.row(k, m, b, bStart, bRow, a, aStart, aColumn, c, cStart);
        } else if (isThin) {
            for (int i = 0; i < m; i++) {
                VectorTile.row(k, n, a, aStart + i * aRow, aColumn, b, bStart, bRow, c, cStart + i * cRow);
            }
        } else if (k > 0) {
            Scratch scratch = SCRATCH.get();
            int slices = (k + DEPTH - 1) / DEPTH;
            int depth = (k + slices - 1) / slices;
            for (int j = 0; j < n; j += BREADTH) {
                int breadth = Math.min(BREADTH, n - j);
                for (int l = 0; l < k; l += depth) {
                    int slice = Math.min(depth, k - l);
                    double[] panels = scratch.panels(slice * (breadth + 2 * WIDTH));
                    pack(slice, breadth, b, bStart + l * bRow + j * bColumn, bRow, bColumn, panels);
                    multiplySlice(
                            isSum || l > 0 || n == 1,
                            m,
                            slice,
                            breadth,
                            a,
                            aStart + l * aColumn,
                            aRow,
                            aColumn,
                            panels,
                            c,
                            cStart + j,
                            cRow,
                            scratch);
                }
            }
        }
    }

    /** C = 0. */
    private static void clear(int m, int n, double[] c, int cStart, int cRow) {
        if (cRow == n) {
            Arrays.fill(c, cStart, cStart + m * n, 0);
            return;
        }
        for (int i = 0; i < m; i++) {
            Arrays.fill(c, cStart + i * cRow, cStart + i * cRow + n, 0);
        }
    }

    /** Copies k rows and n columns of B to panels: a narrow one first if the number of vectors is odd, then wide ones. */
    private static void pack(int k, int n, double[] b, int start, int bRow, int bColumn, double[] panels) {
        int vectors = (n + WIDTH - 1) / WIDTH;
        int place = 0;
        for (int t = 0; t < vectors; t++) {
            boolean isNarrow = t == 0 && vectors % 2 == 1;
            boolean isSecond = t % 2 != vectors % 2;
            int from = start + column(t, n) * bColumn;
            pack(k, Math.min(WIDTH, n), b, from, bRow, bColumn, panels, place, isNarrow ? WIDTH : 2 * WIDTH);
            place += isNarrow ? WIDTH * k : isSecond ? WIDTH * (2 * k - 1) : WIDTH;
        }
    }

    /** Where a vector of columns begins; the last one ends with the matrix. */
    private static int column(int vector, int n) {
        return Math.max(0, Math.min(vector * WIDTH, n - WIDTH));
    }

    /** Copies k rows of at most one vector of columns, step apart. */
    private static void pack(
            int k, int n, double[] b, int start, int bRow, int bColumn, double[] panels, int place, int step) {
        if (bColumn == 1 && n == WIDTH) {
            for (int l = 0; l < k; l++) {
                DoubleVector.fromArray(VectorTile.SPECIES, b, start + l * bRow).intoArray(panels, place + l * step);
            }
        } else {
            for (int l = 0; l < k; l++) {
                for (int j = 0; j < n; j++) {
                    panels[place + l * step + j] = b[start + l * bRow + j * bColumn];
                }
            }
        }
    }

    /** C = A·B or C += A·B for a slice of B that is in panels. */
    private static void multiplySlice(
            boolean isSum,
            int m,
            int k,
            int n,
            double[] a,
            int aStart,
            int aRow,
            int aColumn,
            double[] panels,
            double[] c,
            int cStart,
            int cRow,
            Scratch scratch) {
        if (aColumn == 1 && n <= COPY_FROM) {
            int most = isSum ? m : (CLEARED / n / ROWS + 1) * ROWS;
            for (int i = 0; i < m; i += most) {
                int height = Math.min(most, m - i);
                int from = aStart + i * aRow;
                int to = cStart + i * cRow;
                if (!isSum) {
                    clear(height, n, c, to, cRow);
                }
                addBlock(height, k, n, a, from, ROWS * aRow, aRow, 1, panels, c, to, cRow, scratch);
            }
            return;
        }
        for (int i = 0; i < m; i += HEIGHT) {
            int height = Math.min(HEIGHT, m - i);
            int from = aStart + i * aRow;
            int to = cStart + i * cRow;
            if (!isSum) {
                clear(height, n, c, to, cRow);
            }
            double[] block = scratch.block(STRIP * (HEIGHT / ROWS) * (k + GAP));
            if (aColumn == 1) {
                int row = k + GAP;
                for (int r = 0; r < height; r++) {
                    System.arraycopy(a, from + r * aRow, block, r * row, k);
                }
                addBlock(height, k, n, block, 0, ROWS * row, row, 1, panels, c, to, cRow, scratch);
            } else {
                copyColumns(height, k, a, from, aColumn, block);
                addBlock(height, k, n, block, 0, STRIP * k, 1, STRIP, panels, c, to, cRow, scratch);
            }
        }
    }

    /** Copies A, whose columns are contiguous, in strips of six rows, the columns of a strip one after the other. */
    private static void copyColumns(int m, int k, double[] a, int start, int aColumn, double[] block) {
        for (int i = 0; i < m; i += ROWS) {
            int from = start + i;
            int place = i / ROWS * STRIP * k;
            // As many columns as can be copied with what stands behind them in the array.
            int room = a.length - from - STRIP;
            int whole = WIDTH > STRIP || room < 0 ? 0 : Math.min(k, room / aColumn + 1);
            for (int part = 0; part < STRIP; part += WIDTH) {
                for (int l = 0; l < whole; l++) {
                    DoubleVector.fromArray(VectorTile.SPECIES, a, from + part + l * aColumn)
                            .intoArray(block, place + part + STRIP * l);
                }
            }
            int rows = Math.min(ROWS, m - i);
            for (int l = whole; l < k; l++) {
                System.arraycopy(a, from + l * aColumn, block, place + STRIP * l, rows);
            }
        }
    }

    /**
     * C += A·B for a block of A, a slice of B being in panels. A stands in strips of six rows, one strip after the other; in
     * a strip the rows are aRow and the columns aColumn apart, and one of the two is 1.
     */
    private static void addBlock(
            int m,
            int k,
            int n,
            double[] a,
            int aStart,
            int strip,
            int aRow,
            int aColumn,
            double[] panels,
            double[] c,
            int cStart,
            int cRow,
            Scratch scratch) {
        if (n < WIDTH) {
            addNarrow(m, k, n, a, aStart, strip, aRow, aColumn, panels, c, cStart, cRow, scratch);
            return;
        }
        int vectors = (n + WIDTH - 1) / WIDTH;
        int place = 0;
        if (vectors % 2 == 1) {
            for (int i = 0; i < m; i += ROWS) {
                int x = aStart + i / ROWS * strip;
                int o = cStart + i * cRow;
                VectorTile.single(k, m - 1 - i, a, x, aRow, aColumn, panels, place, c, o, cRow);
            }
            place = WIDTH * k;
        }
        for (int t = vectors % 2; t < vectors; t += 2) {
            int column = cStart + t * WIDTH;
            int shift = column(t + 1, n) - t * WIDTH;
            for (int i = 0; i < m; i += ROWS) {
                int x = aStart + i / ROWS * strip;
                int o = column + i * cRow;
                if (aColumn == 1) {
                    VectorTile.pair(k, m - 1 - i, a, x, aRow, panels, place, c, o, cRow, shift);
                } else {
                    VectorTile.pairOfColumns(k, m - 1 - i, a, x, panels, place, c, o, cRow, shift);
                }
            }
            place += 2 * WIDTH * k;
        }
    }

    /** The same where C has fewer columns than a vector: by a copy of each tile of C that is wide enough. */
    private static void addNarrow(
            int m,
            int k,
            int n,
            double[] a,
            int aStart,
            int strip,
            int aRow,
            int aColumn,
            double[] panels,
            double[] c,
            int cStart,
            int cRow,
            Scratch scratch) {
        double[] tile = scratch.tile(ROWS * WIDTH);
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(ROWS, m - i);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(c, cStart + (i + r) * cRow, tile, r * WIDTH, n);
            }
            VectorTile.single(k, rows - 1, a, aStart + i / ROWS * strip, aRow, aColumn, panels, 0, tile, 0, WIDTH);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(tile, r * WIDTH, c, cStart + (i + r) * cRow, n);
            }
        }
    }
}
