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
 * An epoch of Euler steps on m tasks drawn at random: the mean over all epochs, θ ↦ 𝔼θ′.
 *
 * <p>A tree needs a draw for each of its vertices, before that of the parent. Vertices of different colours have different draws;
 * <ul>
 *   <li>shuffled, every task once: those of one colour have the same, and with k colours and e orders of them in which every
 *       vertex comes before its parent a(t) = e/k!;
 *   <li>shuffled on two levels, the tasks and within each task its batches: a(t) is the share of those orders of its colours that may
 *       occur and in which every vertex comes before its parent;
 *   <li>with replacement, m independent draws: those of one colour may have the same or not,
 *       a(t) = Σ_π C(m, k) e(t/π) / m^k over the partitions π of the vertices into k draws that refine the colours.
 * </ul>
 * With n such epochs, each drawn anew,
 * <pre>
 *   P(t; n+1) = P(t; n) + Σ over the admissible cuts of t of a(trunk) Π P(branch; n).
 * </pre>
 * For any number of batches at once, as sums over them: {@code symbolic.pattern}. Smith, Dherin, Barrett and De (2021) for the
 * first, to second order.
 */
public final class RandomSweep implements Method<Rational> {
    private static final BigInteger MOST_ENUMERATED = BigInteger.valueOf(720);

    private final Schedule schedule;
    private final boolean isShuffled;

    private RandomSweep(Schedule schedule, boolean isShuffled) {
        this.schedule = schedule;
        this.isShuffled = isShuffled;
    }

    /** Every batch once, in an order drawn anew every epoch. */
    static RandomSweep shuffled(Schedule schedule) {
        return new RandomSweep(schedule, true);
    }

    /**
     * Every task once, in an order drawn anew every epoch.
     *
     * @param tasks at least one, each once
     * @return the method {@code shuffle:…}, whose clock is the epoch
     * @throws IllegalArgumentException if there is no task, or one of them twice
     */
    public static RandomSweep shuffled(List<Colour> tasks) {
        return shuffled(Schedule.shuffledBatches(tasks));
    }

    /**
     * As many independent draws as there are tasks, each task as likely as any other.
     *
     * @param tasks at least one, each once
     * @return the method {@code resample:…}, whose clock is the epoch
     * @throws IllegalArgumentException if there is no task, or one of them twice
     */
    public static RandomSweep resampled(List<Colour> tasks) {
        return new RandomSweep(Schedule.shuffledBatches(tasks), false);
    }

    /** {@return whether every task comes once, rather than by independent draws} */
    public boolean isShuffled() {
        return isShuffled;
    }

    /** {@return the tasks, on two levels the batches, as they were given} */
    public List<Colour> tasks() {
        return schedule.batches();
    }

    /**
     * Every order of the epoch, each as likely as any other.
     *
     * @return at most 720 orders
     * @throws IllegalArgumentException if there are more
     */
    public List<List<Colour>> orders() {
        if (schedule.count().compareTo(MOST_ENUMERATED) > 0) {
            throw new IllegalArgumentException("given " + name() + ", which has " + schedule.count()
                    + " orders, expected at most " + MOST_ENUMERATED
                    + ", of which every one can be run; take fewer batches, or a sample of the orders");
        }
        return schedule.orders();
    }

    @Override
    public String name() {
        return (isShuffled ? schedule.keyword() : "resample") + ":" + schedule;
    }

    @Override
    public String map() {
        return (isShuffled
                        ? "θ ← mean over " + schedule.meaning() + " of the steps "
                        : "θ ← mean over " + tasks().size() + " independent draws of the steps ")
                + tasks().stream().map(task -> "θ ← θ + h " + task + "(θ)").collect(Collectors.joining(", "));
    }

    @Override
    public SortedSet<Colour> fields() {
        return new TreeSet<>(tasks());
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
        return new MeanRecurrence(order, schedule, isShuffled ? 0 : tasks().size());
    }

    private static final class MeanRecurrence implements StepRecurrence<Solution, Rational> {
        private final int order;
        private final Schedule schedule;

        /** m, or 0 where every task comes once. */
        private final int draws;

        private final Map<RootedTree, List<Rational>> values = new HashMap<>();
        private final Map<RootedTree, Rational> map = new HashMap<>();

        MeanRecurrence(int order, Schedule schedule, int draws) {
            this.order = order;
            this.schedule = schedule;
            this.draws = draws;
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

        private Rational coefficient(RootedTree tree) {
            return map.computeIfAbsent(tree, trunk -> {
                BlockedForest forest = BlockedForest.of(List.of(trunk));
                return draws > 0 ? independent(forest) : schedule.isFlat() ? onceEach(forest) : amongOrders(trunk);
            });
        }

        /** e/k!. */
        private static Rational onceEach(BlockedForest forest) {
            return Rational.of(forest.linearExtensions()).divide(falling(forest.blockCount(), forest.blockCount()));
        }

        /** The share of the orders of its colours in which every vertex comes before its parent. */
        private Rational amongOrders(RootedTree tree) {
            List<List<Colour>> orders =
                    schedule.among(tree.colours()).map(Schedule::orders).orElse(List.of());
            long compatible =
                    orders.stream().filter(order -> isCompatible(tree, order)).count();
            return orders.isEmpty() ? Rational.ZERO : Rational.of(compatible, orders.size());
        }

        private static boolean isCompatible(RootedTree tree, List<Colour> order) {
            int own = order.indexOf(tree.colour());
            return tree.children().stream()
                    .allMatch(child -> order.indexOf(child.colour()) < own && isCompatible(child, order));
        }

        /** Σ_π C(m, k) e(t/π) / m^k. */
        private Rational independent(BlockedForest forest) {
            Rational[] sum = {Rational.ZERO};
            BlockedForest.forEachPartition(forest.size(), parts -> {
                if (refines(parts, forest)) {
                    BlockedForest drawn = forest.withBlocks(parts);
                    int k = drawn.blockCount();
                    Rational ways =
                            falling(draws, k).divide(falling(k, k)).multiply(Rational.of(drawn.linearExtensions()));
                    sum[0] = sum[0].add(ways.divide(Rational.of(draws).pow(k)));
                }
            });
            return sum[0];
        }

        private static boolean refines(int[] parts, BlockedForest forest) {
            for (int i = 0; i < parts.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (parts[i] == parts[j] && forest.block(i) != forest.block(j)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** m(m−1)…(m−k+1). */
        private static Rational falling(int m, int k) {
            Rational product = Rational.ONE;
            for (int i = 0; i < k; i++) {
                product = product.multiply(Rational.of(m - i));
            }
            return product;
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
