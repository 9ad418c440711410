package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Epochs of Euler steps on m tasks in one order that is drawn at the start and then kept.
 *
 * <p>Every order π has a map Φ_π and a modified field of its own, and the run follows one of them. What is the same for all runs is the
 * mean: with 𝔼 over the orders
 * <pre>
 *   𝔼 Φ_π^n(θ) = θ + Σ h^|t| P(t; n)/σ(t) F(t)(θ),     P(t; n) = 𝔼 P_π(t; n),     b(t) = ∂P/∂n at 0 = 𝔼 b_π(t),
 * </pre>
 * so that this field is <em>the mean of the fields</em>. It is not the field of the mean map, to which an order drawn anew every epoch
 * leads ({@link RandomSweep}): the two are equal to order 3, and at order 4 the field of the mean map has in addition ½ 𝔼 δ′δ, δ the
 * deviation of the field of an order from their mean at h. Nor is 𝔼 Φ_π^n the flow of any field: runs in different orders part.
 *
 * <p>For any number of batches at once: {@code symbolic.pattern}.
 */
public final class ShuffledOnce implements Method<Rational> {
    private final Schedule schedule;

    private ShuffledOnce(Schedule schedule) {
        this.schedule = schedule;
    }

    static ShuffledOnce of(Schedule schedule) {
        return new ShuffledOnce(schedule);
    }

    /**
     * Every task once, in an order that is kept for all epochs.
     *
     * @param tasks at least one, each once
     * @return the method {@code shuffle-once:…}, whose clock is the epoch
     * @throws IllegalArgumentException if there is no task, or one of them twice
     */
    public static ShuffledOnce of(List<Colour> tasks) {
        return of(Schedule.shuffledBatches(tasks));
    }

    @Override
    public String name() {
        return "shuffle-once:" + schedule;
    }

    @Override
    public String map() {
        return "θ ← in one order that is kept, the field a mean over " + schedule.meaning() + " of the steps "
                + schedule.batches().stream()
                        .map(task -> "θ ← θ + h " + task + "(θ)")
                        .collect(Collectors.joining(", "));
    }

    @Override
    public SortedSet<Colour> fields() {
        return new TreeSet<>(schedule.batches());
    }

    @Override
    public Clock clock() {
        return Clock.EPOCH;
    }

    @Override
    public String meaningOfField() {
        return "Every order has its own field, of which one epoch is the exact time-h flow; the field below is their mean";
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

    /** The recurrence of the class comment; for each tree, the orders of its own colours. */
    @Override
    public StepRecurrence<Solution, Rational> recurrence(int order) {
        return new StepRecurrence<>() {
            private final Map<List<Colour>, StepRecurrence<List<List<Rational>>, Rational>> sweeps = new HashMap<>();

            @Override
            public Solution solve(Colour root, List<Solution> children) {
                RootedTree tree = RootedTree.graft(
                        root, children.stream().map(Solution::tree).toList());
                List<List<Colour>> orders =
                        schedule.among(tree.colours()).map(Schedule::orders).orElse(List.of());
                StepPolynomial<Rational> mean = StepPolynomial.constant(RATIONALS, Rational.ZERO, order);
                for (List<Colour> each : orders) {
                    mean = mean.plus(Rational.of(1, orders.size()), iterateOf(tree, each));
                }
                return new Solution(tree, mean);
            }

            private StepPolynomial<Rational> iterateOf(RootedTree tree, List<Colour> tasks) {
                StepRecurrence<List<List<Rational>>, Rational> sweep = sweeps.computeIfAbsent(
                        tasks, list -> EulerSteps.sequence(list).recurrence(order));
                return sweep.iterate(tree.fold(sweep::solve));
            }

            @Override
            public StepPolynomial<Rational> iterate(Solution solution) {
                return solution.iterate();
            }

            @Override
            public long valuesPerTree() {
                return order + 1L;
            }
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
