package org.modeq.examples.tasks;

import java.util.List;
import java.util.Locale;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;

/** Pairs of tasks on the handwritten digits, for one network 64-16-10 with tanh and softmax cross-entropy. */
enum DigitTasks {
    /** Task A has the digits below 5, task B those from 5 up. */
    SPLIT,

    /** Task A has the first half of the rows, task B the second with the image turned by 90° counter-clockwise. */
    ROTATE,

    /** As {@link #ROTATE}, with the pixels exchanged by i ← (27 i + 11) mod 64. */
    PERMUTE;

    /** The network of all tasks. */
    static final DenseNetwork NETWORK = DenseNetwork.of(64, 16, 10);

    /** The rows for training, from the first on; the others are for evaluation. */
    static final int TRAINING_ROWS = 1000;

    private static final int SIDE = 8;
    private static final int FACTOR = 27;
    private static final int SHIFT = 11;
    private static final int HIGHEST_DIGIT_OF_A = 4;

    /** The name, as in {@code split}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The tasks.
     *
     * @param count how many of the training rows are used, from the first on; even
     * @return both tasks, and the loss on the evaluation rows: as they are, and for turned or exchanged pixels in both forms
     */
    TaskPair onRows(int count) {
        Dataset all = Digits.load();
        Dataset training = all.rows(new IndexRange(1, count));
        Dataset rest = all.rows(new IndexRange(TRAINING_ROWS + 1, all.size()));
        if (this == SPLIT) {
            return new TaskPair(
                    loss(training.where(digit -> digit <= HIGHEST_DIGIT_OF_A)),
                    loss(training.where(digit -> digit > HIGHEST_DIGIT_OF_A)),
                    loss(rest));
        }
        return new TaskPair(
                loss(training.rows(new IndexRange(1, count / 2))),
                loss(transformed(training.rows(new IndexRange(count / 2 + 1, count)))),
                loss(Dataset.together(List.of(rest, transformed(rest)))));
    }

    private Dataset transformed(Dataset data) {
        return this == ROTATE
                ? data.rearranged(pixel -> SIDE * (pixel % SIDE) + SIDE - 1 - pixel / SIDE)
                : data.rearranged(pixel -> (FACTOR * pixel + SHIFT) % (SIDE * SIDE));
    }

    /** The loss of the network on some rows. */
    static Loss loss(Dataset data) {
        return NetworkLoss.of(NETWORK, OutputLoss.SOFTMAX_CROSS_ENTROPY, data);
    }
}
