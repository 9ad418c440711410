package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.symbolic.tree.TreeIndex;

/**
 * The integers L(n) D^n b(t) of Euler steps for all trees up to order N, each handed to a {@link CoefficientSink} once.
 *
 * <p><b>The way.</b> The integer of a tree is a fixed functional of the product row of the forest of its children
 * ({@link StepGrid}), and with F = F′ ∪ {t″} a functional of the row of F′, the same one for a whole block. Rows are
 * stored up to size N − 3 only. The trees of the orders N − 1 and N are read off these rows: with F of size N − 2,
 * never stored, the trees of order N − 1 are c[F], and those of order N are c[F ∪ {•}], a[{c[F]}] and c[F′ ∪ {t″}]
 * with 2 ≤ |t″|.
 *
 * <p><b>Why it is exact.</b> Everything is reckoned mod 2⁶⁴; an integer is known as soon as its absolute value is
 * below 2⁶³. {@link ExtensionBound} proves that from the number E(t) alone, which {@link ProductRows} gives for every
 * tree. The other trees, the bushiest, are reckoned again in big integers ({@link ExactRows}).
 */
final class CoefficientWalk {
    private static final int CHUNK = 2048;

    private final StepGrid grid;
    private final TreeIndex index;
    private final int order;
    private final CoefficientSink sink;
    private final ProductRows rows;
    private final ExactRows exactRows;
    /** By order, by colour of the root: the functional of the product row of the children. */
    private final long[][][] functionals;
    /** By order: the largest E of a tree whose wrapped integer is proved to be the integer. */
    private final double[] largestCertified;

    private final long[] chunk = new long[CHUNK];
    private int recomputed;

    /** Trees c[x], c[x ∪ {v}] or a[{c[x]}] for consecutive forests x of one size. */
    private static final class Target {
        /** Of the product row of x under c. */
        private final long[] functional;

        private final int order;
        /** The tree of the first x. */
        private final int firstTree;
        /** E of the tree divided by E(x). */
        private final double factor;

        Target(long[] functional, int order, int firstTree, double factor) {
            this.functional = functional;
            this.order = order;
            this.firstTree = firstTree;
            this.factor = factor;
        }

        /** The same trees by another functional, of the rows of other forests. */
        Target through(long[] otherFunctional, double furtherFactor) {
            return new Target(otherFunctional, order, firstTree, factor * furtherFactor);
        }
    }

    CoefficientWalk(StepGrid grid, TreeIndex index, CoefficientSink sink) {
        this.grid = grid;
        this.index = index;
        this.order = index.order();
        this.sink = sink;
        this.rows = new ProductRows(grid, index, largestStoredSize(order));
        this.exactRows = new ExactRows(grid, index);
        this.functionals = new long[order + 1][index.colours().size()][];
        this.largestCertified = new double[order + 1];
        double weight = IntStream.range(0, index.colours().size())
                .mapToDouble(grid::totalWeight)
                .max()
                .orElseThrow();
        for (int n = 1; n <= order; n++) {
            double multiple = StepGrid.leastCommonMultiple(n).doubleValue();
            largestCertified[n] = ExtensionBound.largestCertified(n, multiple, weight);
            for (int c = 0; c < index.colours().size(); c++) {
                functionals[n][c] = grid.functional(c, n);
            }
        }
    }

    /** N − 3, but all sizes if N ≤ 3. */
    static int largestStoredSize(int order) {
        return order <= 3 ? order - 1 : order - 3;
    }

    /** Hands out all trees; returns how many of them were reckoned in big integers. */
    int run() {
        int stored = largestStoredSize(order);
        for (int size = 0; size <= stored; size++) {
            for (int c = 0; c < index.colours().size(); c++) {
                emit(rootOn(c, size, 0), size, c, 0, index.forestCount(size));
            }
        }
        if (stored < order - 1) {
            walkLastButOne();
            walkLast();
        }
        return recomputed;
    }

    /** The trees of order N − 1, and those of order N that grow out of them: c[F ∪ {•}] and a[{c[F]}]. */
    private void walkLastButOne() {
        int size = order - 2;
        int colours = index.colours().size();
        for (TreeIndex.Block block : index.blocks(size)) {
            for (int c = 0; c < colours; c++) {
                int vertices = block.branchOrder() == 1 ? block.branch() + 1 : colours;
                for (Target target : targets(c, block.start(), vertices)) {
                    emitBlock(target, size, block, c);
                }
            }
        }
        for (int d = 0; d < colours; d++) {
            int start = index.firstSingle(size) + index.tree(d, size - 1, 0);
            for (int c = 0; c < colours; c++) {
                for (Target target : targets(c, start, colours)) {
                    Target below = target.through(grid.pulledBack(target.functional, c, d), grid.totalWeight(d));
                    emit(below, size - 1, d, 0, index.forestCount(size - 1));
                }
            }
        }
    }

    /** The trees of order N whose smallest child has at least two vertices, but not all. */
    private void walkLast() {
        int size = order - 1;
        for (TreeIndex.Block block : index.blocks(size)) {
            for (int c = 0; c < index.colours().size() && block.branchOrder() > 1; c++) {
                emitBlock(rootOn(c, size, block.start()), size, block, c);
            }
        }
    }

    /** The trees c[x] for forests x of a size. */
    private Target rootOn(int c, int size, int forest) {
        return new Target(functionals[size + 1][c], size + 1, index.tree(c, size, forest), grid.totalWeight(c));
    }

    /** All that is made of the forests of size N − 2 from x on, under c; vertices of the first colours may be added. */
    private List<Target> targets(int c, int forest, int vertices) {
        int size = order - 2;
        List<Target> targets = new ArrayList<>();
        targets.add(rootOn(c, size, forest));
        for (int v = 0; v < vertices; v++) {
            int grown = index.firstFrom(size + 1, 1, v) + forest - index.firstFrom(size, 1, v);
            Target target = rootOn(c, size + 1, grown);
            long[] functional = times(target.functional, rows.rowOfSingle(1, v, c));
            targets.add(target.through(functional, (size + 1) * grid.totalWeight(v)));
        }
        for (int a = 0; a < index.colours().size(); a++) {
            Target target = rootOn(a, size + 1, index.firstSingle(size + 1) + index.tree(c, size, forest));
            targets.add(target.through(grid.pulledBack(target.functional, a, c), grid.totalWeight(c)));
        }
        return targets;
    }

    private static long[] times(long[] functional, long[] row) {
        long[] product = new long[row.length];
        for (int k = 0; k < product.length; k++) {
            product[k] = functional[k] * row[k];
        }
        return product;
    }

    private void emitBlock(Target target, int size, TreeIndex.Block block, int c) {
        long[] functional = times(target.functional, rows.rowOfSingle(block.branchOrder(), block.branch(), c));
        Target rest = target.through(functional, rows.extensionFactor(size, block));
        emit(rest, size - block.branchOrder(), c, block.rest(), block.length());
    }

    /** Hands out the functional of the stored rows of consecutive forests. */
    private void emit(Target target, int size, int colour, int firstForest, int count) {
        for (int done = 0; done < count; done += CHUNK) {
            int length = Math.min(CHUNK, count - done);
            int firstTree = target.firstTree + done;
            apply(target.functional, rows.rows(size, colour), firstForest + done, length, chunk);
            double largest = largestCertified[target.order] / target.factor;
            double[] extensions = rows.extensions(size);
            for (int i = 0; i < length; i++) {
                boolean proved = extensions[firstForest + done + i] <= largest;
                if (!proved) {
                    recompute(target.order, firstTree, i);
                }
            }
            sink.accept(target.order, firstTree, chunk, length);
        }
    }

    private static void apply(long[] functional, long[] rows, int firstRow, int count, long[] result) {
        int length = functional.length;
        for (int i = 0; i < count; i++) {
            int start = (firstRow + i) * length;
            long sum = 0;
            for (int k = 0; k < length; k++) {
                sum += functional[k] * rows[start + k];
            }
            result[i] = sum;
        }
    }

    private void recompute(int treeOrder, int firstTree, int i) {
        recomputed++;
        BigInteger exact = exactRows.numerator(treeOrder, firstTree + i);
        boolean fits = exact.bitLength() < Long.SIZE - 1;
        chunk[i] = fits ? exact.longValueExact() : 0;
        if (!fits) {
            sink.acceptLarge(treeOrder, firstTree + i, exact);
        }
    }
}
