package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.AdmissibleCut;
import org.modeq.symbolic.tree.BlockedForest;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * An Euler step on each of some tasks, in an order that is drawn anew every epoch: the mean over all orders, θ ↦ 𝔼θ′.
 *
 * <p>A tree needs every task of it once, each vertex before its parent: with k tasks in it and e orders of them that do, the mean
 * map has a(t) = e/k!, whatever the number of tasks. With n such epochs, each with a new order,
 * <pre>
 *   P(t; n+1) = P(t; n) + Σ over the admissible cuts of t of a(trunk) Π P(branch; n).
 * </pre>
 * For any number of batches at once, as sums over them: {@code symbolic.pattern}. Smith, Dherin, Barrett and De (2021) to second order.
 */
public final class ShuffledSweep implements Method<Rational> {
    private final List<Colour> tasks;

    private ShuffledSweep(List<Colour> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /**
     * The mean over all orders.
     *
     * @param tasks at least one, each once
     * @return the method {@code shuffle:…}, whose clock is the epoch
     * @throws IllegalArgumentException if there is no task, or one of them twice
     */
    public static ShuffledSweep of(List<Colour> tasks) {
        if (tasks.isEmpty() || new TreeSet<>(tasks).size() != tasks.size()) {
            throw new IllegalArgumentException(
                    "given the tasks " + tasks + " to be shuffled, expected at least one and each once");
        }
        return new ShuffledSweep(tasks);
    }

    /** {@return the tasks, as they were given} */
    public List<Colour> tasks() {
        return tasks;
    }

    @Override
    public String name() {
        return "shuffle:" + tasks.stream().map(Colour::name).collect(Collectors.joining(","));
    }

    @Override
    public String map() {
        return "θ ← mean over all orders of the steps "
                + tasks.stream().map(task -> "θ ← θ + h " + task + "(θ)").collect(Collectors.joining(", "));
    }

    @Override
    public SortedSet<Colour> fields() {
        return new TreeSet<>(tasks);
    }

    @Override
    public Clock clock() {
        return Clock.EPOCH;
    }

    @Override
    public Ring<Rational> ring() {
        return RATIONALS;
    }

    /**
     * The solution on a tree, and the tree: a mean over orders knows no product over the children.
     *
     * @param tree t
     * @param iterate P(t; n)
     */
    record Solution(RootedTree tree, StepPolynomial<Rational> iterate) {}

    @Override
    public StepRecurrence<Solution, Rational> recurrence(int order) {
        return new MeanRecurrence(order);
    }

    private static final class MeanRecurrence implements StepRecurrence<Solution, Rational> {
        private final int order;
        private final Map<RootedTree, List<Rational>> values = new HashMap<>();
        private final Map<RootedTree, Rational> map = new HashMap<>();

        MeanRecurrence(int order) {
            this.order = order;
        }

        @Override
        public Solution solve(Colour root, List<Solution> children) {
            RootedTree tree =
                    RootedTree.graft(root, children.stream().map(Solution::tree).toList());
            return new Solution(tree, StepPolynomial.ofValues(RATIONALS, values(tree)));
        }

        /** P(t; 0), …, P(t; N). */
        private List<Rational> values(RootedTree tree) {
            List<Rational> known = values.get(tree);
            if (known != null) {
                return known;
            }
            List<Rational> found = new ArrayList<>(List.of(Rational.ZERO));
            List<AdmissibleCut> cuts = tree.admissibleCuts();
            for (int n = 0; n < order; n++) {
                Rational next = found.get(n);
                for (AdmissibleCut cut : cuts) {
                    Rational product = coefficient(cut.trunk());
                    for (RootedTree branch : cut.branches()) {
                        product = product.multiply(values(branch).get(n));
                    }
                    next = next.add(product);
                }
                found.add(next);
            }
            values.put(tree, found);
            return found;
        }

        /** a(t) = e/k!. */
        private Rational coefficient(RootedTree tree) {
            return map.computeIfAbsent(tree, trunk -> {
                BlockedForest forest = BlockedForest.of(List.of(trunk));
                BigInteger orders = BigInteger.ONE;
                for (int k = 2; k <= forest.blockCount(); k++) {
                    orders = orders.multiply(BigInteger.valueOf(k));
                }
                return Rational.of(BigInteger.valueOf(forest.linearExtensions()), orders);
            });
        }

        @Override
        public StepPolynomial<Rational> iterate(Solution solution) {
            return solution.iterate();
        }

        @Override
        public long valuesPerTree() {
            return 2L * (order + 1);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
