package org.modeq.symbolic.method;

import java.math.BigInteger;
import org.modeq.symbolic.tree.TreeIndex;

/**
 * The integers L(n) D^n b(t) of a Runge–Kutta method for all trees up to order N, each handed to a {@link
 * CoefficientSink} once.
 *
 * <p>The integer of a tree is a fixed functional of the product row of the forest of its children ({@link StageGrid}).
 * Rows are stored up to size N − 2. With F = F′ ∪ {t″} of size N − 1 it is a functional of the row of F′, the same one
 * for a whole block, and with F = {d[F″]} one of the row of F″: the trees of order N need no row.
 *
 * <p>Everything is reckoned mod 2^(64K). The bound of {@link StageGrid} proves for every tree that its integer lies
 * between −2^(64K−1) and 2^(64K−1), so the residue is the integer, although the parts of the sums may be larger.
 */
final class WideWalk {
    private static final int CHUNK = 2048;

    private final StageGrid grid;
    private final TreeIndex index;
    private final int order;
    private final CoefficientSink sink;
    private final WideArithmetic arithmetic;
    private final WideRows rows;
    private final long[] chunk = new long[CHUNK];

    WideWalk(StageGrid grid, TreeIndex index, CoefficientSink sink) {
        this.grid = grid;
        this.index = index;
        this.order = index.order();
        this.sink = sink;
        this.arithmetic = new WideArithmetic(grid.limbs());
        this.rows = new WideRows(grid, index, arithmetic, largestStoredSize(order));
    }

    /** N − 2, but 0 if N = 1. */
    static int largestStoredSize(int order) {
        return Math.max(order - 2, 0);
    }

    /** Hands out all trees. */
    void run() {
        for (int size = 0; size <= largestStoredSize(order); size++) {
            for (int c = 0; c < index.colours().size(); c++) {
                long[] functional = arithmetic.wide(grid.functional(c, size + 1));
                emit(functional, size, 0, index.forestCount(size), size + 1, index.tree(c, size, 0));
            }
        }
        for (int c = 0; order > 1 && c < index.colours().size(); c++) {
            walkLast(c);
        }
    }

    /** The trees of order N with a root of colour c. */
    private void walkLast(int c) {
        int size = order - 1;
        BigInteger[] exact = grid.functional(c, order);
        long[] functional = arithmetic.wide(exact);
        for (TreeIndex.Block block : index.blocks(size)) {
            emit(
                    times(functional, block),
                    size - block.branchOrder(),
                    block.rest(),
                    block.length(),
                    order,
                    index.tree(c, size, block.start()));
        }
        for (int d = 0; d < index.colours().size(); d++) {
            int first = index.firstSingle(size) + index.tree(d, size - 1, 0);
            long[] pulledBack = arithmetic.wide(grid.pulledBack(exact, d));
            emit(pulledBack, size - 1, 0, index.forestCount(size - 1), order, index.tree(c, size, first));
        }
    }

    /** The functional U(F′ ∪ {t″}) as one of the row of F′. */
    private long[] times(long[] functional, TreeIndex.Block block) {
        long[] product = new long[functional.length];
        long[] factors = rows.rows(block.branchOrder());
        int start = rows.startOfSingle(block.branchOrder(), block.branch());
        for (int k = 0; k < product.length; k += arithmetic.limbs()) {
            arithmetic.addProduct(product, k, functional, k, factors, start + k);
        }
        return product;
    }

    /** Hands out the functional of the stored rows of consecutive forests. */
    private void emit(long[] functional, int size, int firstForest, int count, int treeOrder, int firstTree) {
        long[] stored = rows.rows(size);
        for (int done = 0; done < count; done += CHUNK) {
            int chunkLength = Math.min(CHUNK, count - done);
            for (int i = 0; i < chunkLength; i++) {
                long[] sum = apply(functional, stored, (firstForest + done + i) * rows.length());
                boolean fits = arithmetic.fitsLong(sum, 0);
                chunk[i] = fits ? sum[0] : 0;
                if (!fits) {
                    sink.acceptLarge(treeOrder, firstTree + done + i, arithmetic.value(sum, 0));
                }
            }
            sink.accept(treeOrder, firstTree + done, chunk, chunkLength);
        }
    }

    private long[] apply(long[] functional, long[] stored, int start) {
        long[] sum = new long[arithmetic.limbs()];
        for (int k = 0; k < functional.length; k += arithmetic.limbs()) {
            arithmetic.addProduct(sum, 0, functional, k, stored, start + k);
        }
        return sum;
    }
}
