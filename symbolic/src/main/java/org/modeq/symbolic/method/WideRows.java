package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.modeq.symbolic.tree.TreeIndex;

/** The product rows of a {@link StageGrid} mod 2^(64K), for all forests up to a size. */
final class WideRows {
    private final StageGrid grid;
    private final TreeIndex index;
    private final WideArithmetic arithmetic;
    /** The longs of one row. */
    private final int length;
    /** By size: the rows, one behind the other. */
    private final long[][] rows;

    /** A linear combination of the stages of one step; stages of weight 0 are left out. */
    private static final class Combination {
        private final int[] stages;
        private final long[] weights;

        Combination(WideArithmetic arithmetic, BigInteger[] numbers) {
            stages = IntStream.range(0, numbers.length)
                    .filter(i -> numbers[i].signum() != 0)
                    .toArray();
            weights = arithmetic.wide(
                    IntStream.of(stages).mapToObj(i -> numbers[i]).toArray(BigInteger[]::new));
        }

        /** Adds the combination of the stages that begin at {@code source[from]}. */
        void addTo(long[] target, int t, long[] source, int from, WideArithmetic arithmetic) {
            int limbs = arithmetic.limbs();
            for (int k = 0; k < stages.length; k++) {
                arithmetic.addProduct(target, t, weights, k * limbs, source, from + stages[k] * limbs);
            }
        }
    }

    WideRows(StageGrid grid, TreeIndex index, WideArithmetic arithmetic, int largestSize) {
        this.grid = grid;
        this.index = index;
        this.arithmetic = arithmetic;
        this.length = grid.rowLength() * arithmetic.limbs();
        this.rows = new long[largestSize + 1][];
        rows[0] = new long[length];
        for (int k = 0; k < length; k += arithmetic.limbs()) {
            rows[0][k] = 1;
        }
        for (int size = 1; size <= largestSize; size++) {
            fill(size);
        }
    }

    /** The rows of all forests of a size. */
    long[] rows(int size) {
        return rows[size];
    }

    /** {@return how many longs a row has} */
    int length() {
        return length;
    }

    /** Where the row of {t} begins among those of its size. */
    int startOfSingle(int treeOrder, int tree) {
        return (index.firstSingle(treeOrder) + tree) * length;
    }

    private void fill(int size) {
        rows[size] = new long[index.forestCount(size) * length];
        for (TreeIndex.Block block : index.blocks(size)) {
            long[] factor = rows[block.branchOrder()];
            int start = startOfSingle(block.branchOrder(), block.branch());
            long[] rest = rows[size - block.branchOrder()];
            for (int i = 0; i < block.length(); i++) {
                multiply(rest, (block.rest() + i) * length, factor, start, rows[size], (block.start() + i) * length);
            }
        }
        for (int d = 0; d < index.colours().size(); d++) {
            fillSingles(size, d);
        }
    }

    private void multiply(long[] rest, int restStart, long[] factor, int factorStart, long[] target, int start) {
        for (int k = 0; k < length; k += arithmetic.limbs()) {
            arithmetic.addProduct(target, start + k, rest, restStart + k, factor, factorStart + k);
        }
    }

    /** The forests {d[F]}. */
    private void fillSingles(int size, int d) {
        Combination[] stages = IntStream.range(0, grid.stages())
                .mapToObj(i -> new Combination(arithmetic, grid.a(d, i)))
                .toArray(Combination[]::new);
        Combination step = new Combination(arithmetic, grid.b(d));
        int count = index.forestCount(size - 1);
        int first = startOfSingle(size, index.tree(d, size - 1, 0));
        for (int i = 0; i < count; i++) {
            integrate(stages, step, rows[size - 1], i * length, rows[size], first + i * length);
        }
    }

    private void integrate(
            Combination[] stages, Combination step, long[] source, int sourceStart, long[] target, int start) {
        int limbs = arithmetic.limbs();
        long[] iterate = new long[limbs];
        for (int k = 0; k < length; k += stages.length * limbs) {
            for (int i = 0; i < stages.length; i++) {
                int at = start + k + i * limbs;
                System.arraycopy(iterate, 0, target, at, limbs);
                stages[i].addTo(target, at, source, sourceStart + k, arithmetic);
            }
            step.addTo(iterate, 0, source, sourceStart + k, arithmetic);
        }
    }
}
