package org.modeq.examples.connectivity;

import java.util.List;
import org.modeq.numeric.model.RandomStream;

/** Where the rows of the batches of a run come from. */
@FunctionalInterface
interface BatchSource {
    /** The rows of a batch from one source. */
    int SIZE = 32;

    /**
     * Draws the next batch.
     *
     * @param rows where the numbers of its 32 rows go
     * @param from the place of the first
     */
    void next(int[] rows, int from);

    /**
     * Epochs over a stretch of rows: each begins with a shuffle, batches follow in that order, an incomplete last one is dropped.
     *
     * @param first the first row
     * @param count the number of rows
     * @param stream the stream that shuffles; sources that share it and are asked in turn shuffle in turn
     */
    static BatchSource epochs(int first, int count, RandomStream stream) {
        return new BatchSource() {
            private int[] order = {};
            private int next;

            @Override
            public void next(int[] rows, int from) {
                if (next + SIZE > order.length) {
                    order = stream.shuffle(count);
                    next = 0;
                }
                for (int i = 0; i < SIZE; i++) {
                    rows[from + i] = first + order[next + i];
                }
                next += SIZE;
            }
        };
    }

    /**
     * Rows drawn with replacement.
     *
     * @param memory the rows
     * @param stream the stream that draws
     */
    static BatchSource draws(List<Integer> memory, RandomStream stream) {
        return (rows, from) -> {
            for (int i = 0; i < SIZE; i++) {
                rows[from + i] = memory.get(stream.integer(memory.size()));
            }
        };
    }
}
