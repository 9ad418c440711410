package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;

/**
 * Stochastic gradient descent without replacement: every epoch steps once on every batch, in an order of its own.
 *
 * <p>Its clock is the epoch. Single steps, other optimizers, and batches drawn with replacement or in one order for ever are {@link
 * OptimizerRun#onBatches} with a {@link BatchSampling}.
 */
public final class StochasticGradientDescent {
    private final List<VectorField> fields;

    private StochasticGradientDescent(List<VectorField> fields) {
        this.fields = fields;
    }

    /**
     * The optimizer on the losses of the batches.
     *
     * @param batches L₀, …, L_(m−1), at least one, of one dimension
     * @return the optimizer
     * @throws IllegalArgumentException if there is no batch
     */
    public static StochasticGradientDescent of(List<? extends Loss> batches) {
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("given no batches, expected at least one");
        }
        return new StochasticGradientDescent(
                batches.stream().map(Loss::negativeGradient).toList());
    }

    /** {@return m, the number of batches} */
    public int batchCount() {
        return fields.size();
    }

    /**
     * One epoch in a given order.
     *
     * @param order a permutation of the batches 0, …, m − 1, the first acting first
     * @return the epoch as one step, which takes time h
     * @throws IllegalArgumentException if this is not a permutation of all batches
     */
    public StepMap epoch(int... order) {
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        boolean isPermutation = sorted.length == fields.size();
        for (int i = 0; isPermutation && i < sorted.length; i++) {
            isPermutation = sorted[i] == i;
        }
        if (!isPermutation) {
            throw new IllegalArgumentException("given the order " + Arrays.toString(order)
                    + ", expected each of the batches 0 to " + (fields.size() - 1) + " once");
        }
        return EulerSweep.of(Arrays.stream(order).mapToObj(fields::get).toList());
    }

    /**
     * The orders of the epochs of a run: permutations drawn one after the other from the stream of a seed.
     *
     * @param seed the seed
     * @param epochs how many
     * @return one permutation of the batches per epoch
     */
    public List<int[]> shuffledOrders(long seed, int epochs) {
        RandomStream stream = RandomStream.ofSeed(seed);
        List<int[]> orders = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            orders.add(stream.shuffle(fields.size()));
        }
        return orders;
    }

    /**
     * A run of epochs in given orders.
     *
     * @param start θ₀
     * @param stepSize h &gt; 0
     * @param orders one permutation of the batches per epoch, from {@link #shuffledOrders} or otherwise
     * @return the run, one point per epoch
     * @throws ArithmeticException if an epoch ends in a point that is not finite; the message names it
     */
    public Trajectory run(double[] start, double stepSize, List<int[]> orders) {
        return Trajectory.run(epoch -> epoch(orders.get(epoch)), start, stepSize, orders.size());
    }
}
