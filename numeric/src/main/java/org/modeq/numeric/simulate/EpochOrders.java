package org.modeq.numeric.simulate;

import java.util.function.Consumer;

/** All orders in which the batches of an epoch may come. */
public final class EpochOrders {
    /** So many batches have 720 orders. */
    public static final int MOST_ENUMERATED = 6;

    private EpochOrders() {}

    /**
     * Every order once.
     *
     * @param batches m, the number of batches
     * @param action is given each of the m! permutations of 0, …, m − 1, in an array of its own
     * @throws IllegalArgumentException if there are more than six batches
     */
    public static void forEach(int batches, Consumer<int[]> action) {
        if (batches > MOST_ENUMERATED) {
            throw new IllegalArgumentException("given " + batches + " batches, expected at most " + MOST_ENUMERATED
                    + ", of which every order can be run; take a sample of them");
        }
        int[] order = new int[batches];
        for (int i = 0; i < batches; i++) {
            order[i] = i;
        }
        permute(order, 0, action);
    }

    /** By exchanging each of the rest to the front. */
    private static void permute(int[] order, int fixed, Consumer<int[]> action) {
        if (fixed == order.length) {
            action.accept(order.clone());
            return;
        }
        for (int i = fixed; i < order.length; i++) {
            exchange(order, fixed, i);
            permute(order, fixed + 1, action);
            exchange(order, fixed, i);
        }
    }

    private static void exchange(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
