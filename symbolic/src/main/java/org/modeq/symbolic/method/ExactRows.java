package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.modeq.symbolic.tree.TreeIndex;

/**
 * The integers L(n) D^n b(t) of single trees in big integers: exact without any bound, for the few trees whose bound is
 * too large for 64 bits.
 */
final class ExactRows {
    /** Rows are remembered up to this number of values. */
    private static final long MOST_VALUES = 2_000_000;

    private final StepGrid grid;
    private final TreeIndex index;
    private final Map<Long, BigInteger[]> rows = new HashMap<>();
    private final BigInteger[][][] functionals;
    private long values;

    ExactRows(StepGrid grid, TreeIndex index) {
        this.grid = grid;
        this.index = index;
        this.functionals = new BigInteger[index.order() + 1][index.colours().size()][];
    }

    /** L(n) D^n b(t) of a tree of order n. */
    BigInteger numerator(int order, int tree) {
        int colour = index.colourOf(order, tree);
        if (functionals[order][colour] == null) {
            functionals[order][colour] = grid.exactFunctional(colour, order);
        }
        BigInteger[] functional = functionals[order][colour];
        BigInteger[] row = row(order - 1, index.forestOf(order, tree), colour);
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < row.length; k++) {
            sum = sum.add(functional[k].multiply(row[k]));
        }
        return sum;
    }

    /** The product row of a forest under a root of this colour. */
    private BigInteger[] row(int size, int forest, int colour) {
        long key = ((long) size * index.colours().size() + colour) << Integer.SIZE | forest;
        BigInteger[] known = rows.get(key);
        if (known != null) {
            return known;
        }
        BigInteger[] row = newRow(size, forest, colour);
        if (values > MOST_VALUES) {
            rows.clear();
            values = 0;
        }
        values += row.length;
        rows.put(key, row);
        return row;
    }

    private BigInteger[] newRow(int size, int forest, int colour) {
        if (size == 0) {
            BigInteger[] ones = new BigInteger[grid.rowLength(colour)];
            Arrays.fill(ones, BigInteger.ONE);
            return ones;
        }
        TreeIndex.Split split = index.split(size, forest);
        if (split.restSize() == 0) {
            int childColour = index.colourOf(size, split.branch());
            return grid.integrate(
                    childColour, row(size - 1, index.forestOf(size, split.branch()), childColour), colour);
        }
        BigInteger[] product = row(split.restSize(), split.rest(), colour).clone();
        int single = index.firstSingle(split.branchOrder()) + split.branch();
        BigInteger[] factor = row(split.branchOrder(), single, colour);
        for (int k = 0; k < product.length; k++) {
            product[k] = product[k].multiply(factor[k]);
        }
        return product;
    }
}
