package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The mean of where several one-step optimizers lead, θ ↦ 1/K Σ Φ_k(θ): an epoch over every order of its tasks. */
public final class MeanOfOptimizers implements Optimizer {
    private static final int MOST_RESAMPLED = 4;

    private final List<Optimizer> optimizers;

    private MeanOfOptimizers(List<Optimizer> optimizers) {
        this.optimizers = List.copyOf(optimizers);
    }

    /**
     * The mean of some optimizers.
     *
     * @param optimizers at least one, each depending on the last point alone
     * @return their mean
     * @throws IllegalArgumentException if there is none, or one remembers more than a point
     */
    public static MeanOfOptimizers of(List<? extends Optimizer> optimizers) {
        if (optimizers.isEmpty() || optimizers.stream().anyMatch(optimizer -> optimizer.memory() != 1)) {
            throw new IllegalArgumentException("given " + optimizers.size()
                    + " optimizers to be averaged, expected at least one, each depending on the last point alone");
        }
        return new MeanOfOptimizers(List.copyOf(optimizers));
    }

    /**
     * The mean over some orders of an epoch of Euler steps.
     *
     * @param orders the tasks in each order, at least one
     * @return the mean of as many sweeps
     * @throws IllegalArgumentException if there is no order
     */
    public static MeanOfOptimizers ofOrders(List<List<Colour>> orders) {
        return of(orders.stream().map(EulerSequence::onEach).toList());
    }

    /**
     * The mean over all epochs of as many independent draws as there are tasks.
     *
     * @param tasks at least one, at most four
     * @return the mean of up to 256 sweeps
     * @throws IllegalArgumentException if there are none or more
     */
    public static MeanOfOptimizers resampled(List<Colour> tasks) {
        if (tasks.size() > MOST_RESAMPLED) {
            throw new IllegalArgumentException("given " + tasks.size() + " tasks to be drawn with replacement, expected"
                    + " at most " + MOST_RESAMPLED + ", of which every epoch can be run");
        }
        List<List<Colour>> epochs = List.of(List.of());
        for (int draw = 0; draw < tasks.size(); draw++) {
            List<List<Colour>> longer = new ArrayList<>();
            for (List<Colour> epoch : epochs) {
                for (Colour task : tasks) {
                    List<Colour> next = new ArrayList<>(epoch);
                    next.add(task);
                    longer.add(next);
                }
            }
            epochs = longer;
        }
        return of(epochs.stream().map(EulerSequence::onEach).toList());
    }

    @Override
    public SortedSet<Colour> fields() {
        SortedSet<Colour> fields = new TreeSet<>();
        optimizers.forEach(optimizer -> fields.addAll(optimizer.fields()));
        return fields;
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public <V> V step(StepArithmetic<V> arithmetic, List<V> last) {
        Rational weight = Rational.of(1, optimizers.size());
        List<Rational> weights = new ArrayList<>();
        List<V> ends = new ArrayList<>();
        for (Optimizer optimizer : optimizers) {
            weights.add(weight);
            ends.add(optimizer.step(arithmetic, last));
        }
        return arithmetic.combination(weights, ends);
    }
}
