package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TreeIndex;

/**
 * The coefficients b(t) of the modified field of Euler steps, for all trees up to an order: the fast way beside
 * {@link EulerSteps#recurrence}, which is the definition.
 *
 * <p>With L(n) = lcm(1 … n) and D the common denominator of the weights of the steps, L(n) Dⁿ b(t) is an integer. It
 * is reckoned in 64 bits, and kept only where an a-priori bound proves that it fits. For one step on one field |b(t)|
 * ≤ (n − 1)!/γ(t), n = |t|, because b is a sum over the n!/γ(t) linear extensions of the tree, each of which counts at
 * most 1/n (Stanley, <em>Enumerative Combinatorics</em> I, section 3.15; in general {@code ExtensionBound}, which is
 * sharper). The other trees, a few bushy ones, are reckoned in big integers. Every coefficient is exact. The trees are
 * those of a {@link TreeIndex}; {@link #totals(EulerSteps, int)} keeps no coefficient at all.
 *
 * <p>Worked example, gradient descent: b = 1, −1/2, and at order 3 the cherry has 1/6, the tall tree 1/3.
 */
public final class EulerCoefficients {
    private final EulerSteps<Rational> method;
    private final TreeIndex index;
    private final BigInteger[] denominators;
    private final Table table;

    /** By order: the integers L(n) Dⁿ b(t) of all trees; those that do not fit are kept apart. */
    private static final class Table implements CoefficientSink {
        private final long[][] numerators;
        private final List<SortedMap<Integer, BigInteger>> large = new ArrayList<>();

        Table(TreeIndex index) {
            numerators = new long[index.order() + 1][];
            large.add(new TreeMap<>());
            for (int n = 1; n <= index.order(); n++) {
                numerators[n] = new long[index.treeCount(n)];
                large.add(new TreeMap<>());
            }
        }

        @Override
        public void accept(int order, int firstTree, long[] values, int count) {
            System.arraycopy(values, 0, numerators[order], firstTree, count);
        }

        @Override
        public void acceptLarge(int order, int tree, BigInteger numerator) {
            large.get(order).put(tree, numerator);
        }

        BigInteger numerator(int order, int tree) {
            return large.get(order).getOrDefault(tree, BigInteger.valueOf(numerators[order][tree]));
        }
    }

    private EulerCoefficients(EulerSteps<Rational> method, TreeIndex index, BigInteger[] denominators, Table table) {
        this.method = method;
        this.index = index;
        this.denominators = denominators;
        this.table = table;
    }

    /**
     * The coefficients of all trees up to an order.
     *
     * <p>Exact. With K steps in a sweep: at most 2KN products of longs for each tree.
     *
     * @param method the steps, of any weights
     * @param order N ≥ 1, the highest |t|
     * @return the coefficients
     * @throws IllegalArgumentException if N &lt; 1 or the tables do not fit into memory
     */
    public static EulerCoefficients of(EulerSteps<Rational> method, int order) {
        requireThatItFits(method, order, 1, Runtime.getRuntime().maxMemory());
        TreeIndex index = TreeIndex.upTo(order, method.fields());
        StepGrid grid = new StepGrid(method, order);
        Table table = new Table(index);
        new CoefficientWalk(grid, index, table).run();
        BigInteger[] denominators = new BigInteger[order + 1];
        for (int n = 0; n <= order; n++) {
            denominators[n] = grid.denominator(n);
        }
        return new EulerCoefficients(method, index, denominators, table);
    }

    /**
     * The totals of each order up to N, without keeping a coefficient.
     *
     * <p>Exact. With K steps in a sweep: about KN products of longs for each tree, and the product rows of the orders
     * up to N − 2 in memory, KN longs for each tree.
     *
     * @param method the steps, of any weights
     * @param order N ≥ 1, the highest |t|
     * @return the totals of the orders 1 … N
     * @throws IllegalArgumentException if N &lt; 1 or the product rows do not fit into memory
     */
    public static List<CoefficientTotals> totals(EulerSteps<Rational> method, int order) {
        requireThatItFits(method, order, 0, Runtime.getRuntime().maxMemory());
        TotalsSink sink = new TotalsSink(order);
        StepGrid grid = new StepGrid(method, order);
        new CoefficientWalk(grid, TreeIndex.upTo(order, method.fields()), sink).run();
        return sink.totals(grid::denominator);
    }

    /** Refuses an order whose tables do not fit into the given memory, naming the largest that does. */
    static void requireThatItFits(EulerSteps<Rational> method, int order, int longsPerTree, long bytes) {
        TableMemory.requireThatItFits(method.name(), order, k -> longsNeeded(method, k, longsPerTree), bytes);
    }

    /** The longs of the product rows and of the tables. */
    private static BigInteger longsNeeded(EulerSteps<Rational> method, int order, int longsPerTree) {
        int colours = method.fields().size();
        long moments = (long) order
                * method.steps().stream()
                        .mapToInt(step -> step.weights().size())
                        .sum();
        BigInteger longs = BigInteger.ZERO;
        for (int n = 1; n <= order; n++) {
            BigInteger trees = TreeEnumeration.count(n, colours);
            longs = longs.add(trees.multiply(BigInteger.valueOf(longsPerTree)));
            if (n - 1 <= CoefficientWalk.largestStoredSize(order)) {
                BigInteger forests = trees.divide(BigInteger.valueOf(colours));
                longs = longs.add(forests.multiply(BigInteger.valueOf(moments + 1)));
            }
        }
        return longs;
    }

    /** {@return the steps} */
    public EulerSteps<Rational> method() {
        return method;
    }

    /** {@return the trees by number, up to the order of these coefficients} */
    public TreeIndex index() {
        return index;
    }

    /** {@return N, the highest order of a tree} */
    public int order() {
        return index.order();
    }

    /**
     * The coefficient of a tree by its number.
     *
     * @param treeOrder its order
     * @param tree its number in {@link #index()}
     * @return b(t)
     * @throws NoSuchElementException if the order is above N or there is no tree of this number
     */
    public Rational b(int treeOrder, int tree) {
        if (treeOrder < 1 || treeOrder > order() || tree < 0 || tree >= index.treeCount(treeOrder)) {
            throw new NoSuchElementException(
                    "given tree " + tree + " of order " + treeOrder + ", but these coefficients are known to order "
                            + order() + " only; derive them to a higher order");
        }
        return Rational.of(table.numerator(treeOrder, tree), denominators[treeOrder]);
    }

    /**
     * The coefficient of a tree.
     *
     * @param tree t
     * @return b(t)
     * @throws IllegalArgumentException if |t| &gt; N or a colour is not a field of the method
     */
    public Rational b(RootedTree tree) {
        return b(tree.order(), index.indexOf(tree));
    }

    /** {@return the totals of the orders 1 … N, added up from the tables} */
    public List<CoefficientTotals> totals() {
        TotalsSink sink = new TotalsSink(order());
        for (int n = 1; n <= order(); n++) {
            sink.accept(n, 0, table.numerators[n], table.numerators[n].length);
            int treeOrder = n;
            table.large.get(n).forEach((tree, numerator) -> sink.acceptLarge(treeOrder, tree, numerator));
        }
        return sink.totals(n -> denominators[n]);
    }
}
