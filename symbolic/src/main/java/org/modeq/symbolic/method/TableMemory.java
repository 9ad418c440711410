package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.function.IntFunction;

/** Refuses orders whose tables are larger than the memory. */
final class TableMemory {
    private TableMemory() {}

    /**
     * Refuses an order that needs more than three fifths of the given memory (an array lies in one of the two parts of
     * the heap, and the larger is two thirds of it), naming the largest that fits. No array may be longer than an int
     * can say.
     *
     * @param name of the method
     * @param order the order asked for
     * @param longsNeeded by order: the longs of all tables
     * @param bytes the memory
     */
    static void requireThatItFits(String name, int order, IntFunction<BigInteger> longsNeeded, long bytes) {
        if (order < 1) {
            throw new IllegalArgumentException(
                    "given order " + order + ", expected at least 1; order 2 is the first correction");
        }
        BigInteger room = BigInteger.valueOf(Math.min(bytes / 5 * 3 / Long.BYTES, Integer.MAX_VALUE));
        for (int k = 1; k <= order; k++) {
            if (longsNeeded.apply(k).compareTo(room) > 0) {
                throw new IllegalArgumentException("order " + order + " of " + name + " needs more than "
                        + ((room.longValueExact() * Long.BYTES) >> 20)
                        + " MB of memory for its tables; the largest order that fits is " + (k - 1)
                        + " (more memory: MODEQ_JAVA_OPTS=-Xmx…)");
            }
        }
    }
}
