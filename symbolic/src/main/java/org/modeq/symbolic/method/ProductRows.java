package org.modeq.symbolic.method;

import java.util.Arrays;
import org.modeq.symbolic.tree.TreeIndex;

/**
 * The product rows mod 2⁶⁴ of all forests up to a size, and the numbers E(F) that bound the coefficients.
 *
 * <p>E(F) is the number of ways to assign to every vertex of F a step that acts on its colour (a step of integer
 * weight w counts |w| times), times the number of linear extensions of F:
 * <pre>
 *   E({c[F]}) = W_c E(F),      E(F′ ∪ {t″}) = C(|F′| + |t″|, |t″|) E(F′) E({t″}),      W_c = Σ |w| over the steps.
 * </pre>
 * It is kept as a double: some ten roundings for each vertex, far less than the margin that its reader leaves.
 */
final class ProductRows {
    private final StepGrid grid;
    private final TreeIndex index;
    /** By size, by colour of the root: the rows, one behind the other. */
    private final long[][][] rows;
    /** By size: E(F) of each forest. */
    private final double[][] extensions;

    ProductRows(StepGrid grid, TreeIndex index, int largestSize) {
        this.grid = grid;
        this.index = index;
        this.rows = new long[largestSize + 1][index.colours().size()][];
        this.extensions = new double[largestSize + 1][];
        for (int size = 0; size <= largestSize; size++) {
            fill(size);
        }
    }

    /** The rows of all forests of a size under a root of this colour. */
    long[] rows(int size, int colour) {
        return rows[size][colour];
    }

    /** The row of {t} under a root of this colour. */
    long[] rowOfSingle(int treeOrder, int tree, int colour) {
        int length = grid.rowLength(colour);
        int start = (index.firstSingle(treeOrder) + tree) * length;
        return Arrays.copyOfRange(rows[treeOrder][colour], start, start + length);
    }

    /** E(F) of all forests of a size. */
    double[] extensions(int size) {
        return extensions[size];
    }

    /** The factor E(F′ ∪ {t″}) / E(F′). */
    double extensionFactor(int size, TreeIndex.Block block) {
        return binomial(size, block.branchOrder())
                * extensions[block.branchOrder()][index.firstSingle(block.branchOrder()) + block.branch()];
    }

    private void fill(int size) {
        int colours = index.colours().size();
        extensions[size] = new double[index.forestCount(size)];
        for (int c = 0; c < colours; c++) {
            rows[size][c] = new long[index.forestCount(size) * grid.rowLength(c)];
        }
        if (size == 0) {
            extensions[0][0] = 1;
            for (int c = 0; c < colours; c++) {
                Arrays.fill(rows[0][c], 1);
            }
            return;
        }
        for (TreeIndex.Block block : index.blocks(size)) {
            fillBlock(size, block);
        }
        for (int d = 0; d < colours; d++) {
            fillSingles(size, d);
        }
    }

    private void fillBlock(int size, TreeIndex.Block block) {
        int restSize = size - block.branchOrder();
        for (int c = 0; c < index.colours().size(); c++) {
            long[] factor = rowOfSingle(block.branchOrder(), block.branch(), c);
            multiply(
                    rows[restSize][c],
                    block.rest() * factor.length,
                    factor,
                    rows[size][c],
                    block.start() * factor.length,
                    block.length());
        }
        double factor = extensionFactor(size, block);
        for (int i = 0; i < block.length(); i++) {
            extensions[size][block.start() + i] = extensions[restSize][block.rest() + i] * factor;
        }
    }

    private static void multiply(long[] source, int from, long[] factor, long[] target, int to, int count) {
        int length = factor.length;
        for (int i = 0; i < count; i++) {
            int sourceStart = from + i * length;
            int targetStart = to + i * length;
            for (int k = 0; k < length; k++) {
                target[targetStart + k] = source[sourceStart + k] * factor[k];
            }
        }
    }

    /** The forests {d[F]}. */
    private void fillSingles(int size, int d) {
        int count = index.forestCount(size - 1);
        int start = index.firstSingle(size) + index.tree(d, size - 1, 0);
        for (int i = 0; i < count; i++) {
            extensions[size][start + i] = extensions[size - 1][i] * grid.totalWeight(d);
        }
        int sourceLength = grid.rowLength(d);
        for (int c = 0; c < index.colours().size(); c++) {
            int length = grid.rowLength(c);
            for (int i = 0; i < count; i++) {
                grid.integrate(d, rows[size - 1][d], i * sourceLength, c, rows[size][c], (start + i) * length);
            }
        }
    }

    private static double binomial(int n, int k) {
        double binomial = 1;
        for (int i = 1; i <= k; i++) {
            binomial = binomial * (n - k + i) / i;
        }
        return binomial;
    }
}
