package org.modeq.symbolic.circuit;

import java.math.BigInteger;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The modified field of a circuit after its transient, f̃ = Σ h^(|t|−1) b(t)/σ(t) F(t), up to an order: the coefficients b(t) as
 * polynomials in the mean ages τ and what other symbols the filters have.
 */
public final class CircuitSeries {
    /** Bytes of one tree with its coefficient and its rows; measured, rounded up. */
    private static final long BYTES_PER_TREE = 12_000;

    private final Circuit circuit;
    private final List<List<RootedTree>> trees;
    private final Function<RootedTree, ParameterPolynomial> coefficients;
    private final Predicate<RootedTree> zeros;
    private final IntFunction<ParameterPolynomial> sums;

    private CircuitSeries(
            Circuit circuit,
            List<List<RootedTree>> trees,
            Function<RootedTree, ParameterPolynomial> coefficients,
            Predicate<RootedTree> zeros,
            IntFunction<ParameterPolynomial> sums) {
        this.circuit = circuit;
        this.trees = List.copyOf(trees);
        this.coefficients = coefficients;
        this.zeros = zeros;
        this.sums = sums;
    }

    /**
     * Derives the series.
     *
     * <p>Exact. Cost per tree: one product of rows and one filter for each child, on arrays of integers; where the filters are
     * not over ℤ or a number passes 2⁶³, as {@link #reference}.
     *
     * @param circuit the circuit
     * @param order N ≥ 1, the highest |t|
     * @return the series
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static CircuitSeries of(Circuit circuit, int order) {
        requireThatItFits(circuit, order, Runtime.getRuntime().maxMemory());
        try {
            DenseCoefficients dense = DenseCoefficients.of(circuit, order);
            return new CircuitSeries(circuit, dense.trees(), dense::coefficient, dense::isZero, dense::sum);
        } catch (ArithmeticException notOverSmallIntegers) {
            return reference(circuit, order);
        }
    }

    /**
     * Derives the series as the formulas stand, on step polynomials over any symbols.
     *
     * <p>Exact. Some hundred times slower than {@link #of}.
     *
     * @param circuit the circuit
     * @param order N ≥ 1, the highest |t|
     * @return the series
     * @throws IllegalArgumentException if N &lt; 1
     */
    public static CircuitSeries reference(Circuit circuit, int order) {
        TreeEnumeration enumeration = TreeEnumeration.over(circuit.signature());
        List<List<RootedTree>> trees =
                IntStream.rangeClosed(1, order).mapToObj(enumeration::ofOrder).toList();
        ReferenceCoefficients reference = new ReferenceCoefficients(circuit, order);
        return new CircuitSeries(
                circuit,
                trees,
                reference::coefficient,
                tree -> reference.coefficient(tree).isZero(),
                size -> trees.get(size - 1).stream()
                        .map(reference::coefficient)
                        .reduce(ParameterPolynomial.ZERO, ParameterPolynomial::add));
    }

    /** Refuses an order whose trees need more than three quarters of the given memory, naming the largest that fits. */
    static void requireThatItFits(Circuit circuit, int order, long bytes) {
        if (order < 1) {
            throw new IllegalArgumentException(
                    "given order " + order + ", expected at least 1; order 2 is the first correction");
        }
        BigInteger room = BigInteger.valueOf(bytes / 4 * 3 / BYTES_PER_TREE);
        BigInteger trees = BigInteger.ZERO;
        for (int k = 1; k <= order; k++) {
            trees = trees.add(circuit.signature().count(k));
            if (trees.compareTo(room) > 0) {
                throw new IllegalArgumentException("order " + order + " of this " + circuit + " needs more than the "
                        + (bytes >> 20) + " MB of memory there are; the largest order that fits is " + (k - 1)
                        + " (more memory: MODEQ_JAVA_OPTS=-Xmx…)");
            }
        }
    }

    /** {@return the circuit} */
    public Circuit circuit() {
        return circuit;
    }

    /** {@return N} */
    public int order() {
        return trees.size();
    }

    /** {@return every tree whose root is an update: orders 1 to N, each in canonical order} */
    public List<RootedTree> trees() {
        return trees.stream().flatMap(List::stream).toList();
    }

    /**
     * The trees of one order.
     *
     * @param size |t|, from 1 to N
     * @return the trees, in canonical order
     */
    public List<RootedTree> trees(int size) {
        return trees.get(size - 1);
    }

    /**
     * The coefficient b(t).
     *
     * @param tree t, of order at most N
     * @return b(t), a polynomial in τ₁, τ₂, …
     * @throws IllegalArgumentException if the tree is not of this circuit
     * @throws NoSuchElementException if its order is above N
     */
    public ParameterPolynomial coefficient(RootedTree tree) {
        requireKnown(tree);
        return coefficients.apply(tree);
    }

    /**
     * Whether b(t) is the polynomial 0, which costs less than the polynomial.
     *
     * @param tree t, of order at most N
     * @return whether b(t) = 0
     * @throws IllegalArgumentException if the tree is not of this circuit
     * @throws NoSuchElementException if its order is above N
     */
    public boolean isZero(RootedTree tree) {
        requireKnown(tree);
        return zeros.test(tree);
    }

    private void requireKnown(RootedTree tree) {
        int size = circuit.order(tree);
        if (size > order() || !circuit.node(tree.colour()).isUpdate()) {
            throw new NoSuchElementException(
                    "b(" + tree + ") of order " + size + " is not in this series of the trees up to order " + order()
                            + " with an update at the root; derive it to order " + size);
        }
    }

    /**
     * The sum Σ b(t) over the trees of one order.
     *
     * @param size |t|, from 1 to N
     * @return Σ b(t)
     */
    public ParameterPolynomial sum(int size) {
        return sums.apply(size);
    }

    /** {@return the lines of the series without coefficients: how many trees of each order} */
    @Override
    public String toString() {
        return circuit + " to order " + order() + ", trees "
                + IntStream.rangeClosed(1, order())
                        .mapToObj(k -> circuit.signature().count(k))
                        .toList();
    }
}
