package org.modeq.numeric.simulate;

import java.util.function.Supplier;
import org.modeq.numeric.model.RandomStream;

/** How the batches of the steps of a run are chosen. */
public enum BatchSampling {
    /** With replacement: every step draws a batch, independent of the others. */
    WITH_REPLACEMENT,

    /** Without: every epoch takes each batch once, in an order of its own. */
    SHUFFLED,

    /** One random order, the same in every epoch. */
    SHUFFLED_ONCE,

    /** 0, 1, …, m − 1 in every epoch. */
    CYCLIC;

    /**
     * The batches of a run, drawn one after the other from the stream of a seed; a longer run begins with those of a shorter.
     *
     * @param batchCount m ≥ 1
     * @param seed the seed; {@link #CYCLIC} does not read it
     * @param steps K ≥ 0, which need not be whole epochs
     * @return the number of the batch of each step, from 0 to m − 1
     * @throws IllegalArgumentException if m &lt; 1 or K &lt; 0
     */
    public int[] batches(int batchCount, long seed, int steps) {
        if (batchCount < 1 || steps < 0) {
            throw new IllegalArgumentException("given " + batchCount + " batches and " + steps
                    + " steps, expected at least 1 batch and at least 0 steps");
        }
        RandomStream stream = RandomStream.ofSeed(seed);
        int[] batches = new int[steps];
        if (this == WITH_REPLACEMENT) {
            for (int n = 0; n < steps; n++) {
                batches[n] = stream.integer(batchCount);
            }
            return batches;
        }
        Supplier<int[]> orders = orders(batchCount, stream);
        for (long n = 0; n < steps; n += batchCount) {
            System.arraycopy(orders.get(), 0, batches, (int) n, (int) Math.min(batchCount, steps - n));
        }
        return batches;
    }

    /** The order of each epoch. */
    private Supplier<int[]> orders(int batchCount, RandomStream stream) {
        if (this == SHUFFLED) {
            return () -> stream.shuffle(batchCount);
        }
        int[] order = new int[batchCount];
        for (int i = 0; i < batchCount; i++) {
            order[i] = i;
        }
        int[] same = this == SHUFFLED_ONCE ? stream.shuffle(batchCount) : order;
        return () -> same;
    }
}
