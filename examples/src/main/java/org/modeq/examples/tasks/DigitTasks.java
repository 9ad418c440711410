package org.modeq.examples.tasks;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.ejml.data.DMatrixRMaj;
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
                loss(together(rest, transformed(rest))));
    }

    private Dataset transformed(Dataset data) {
        return this == ROTATE
                ? withPixels(data, pixel -> SIDE * (pixel % SIDE) + SIDE - 1 - pixel / SIDE)
                : withPixels(data, pixel -> (FACTOR * pixel + SHIFT) % (SIDE * SIDE));
    }

    /** The loss of the network on some rows. */
    static Loss loss(Dataset data) {
        return NetworkLoss.of(NETWORK, OutputLoss.SOFTMAX_CROSS_ENTROPY, data);
    }

    /** New pixel i is the old one of the given number. */
    private static Dataset withPixels(Dataset data, IntUnaryOperator oldPixel) {
        DMatrixRMaj old = data.features();
        DMatrixRMaj features = new DMatrixRMaj(old.numRows, old.numCols);
        for (int row = 0; row < old.numRows; row++) {
            for (int pixel = 0; pixel < old.numCols; pixel++) {
                features.set(row, pixel, old.get(row, oldPixel.applyAsInt(pixel)));
            }
        }
        return Dataset.of(features, data.targets());
    }

    private static Dataset together(Dataset first, Dataset second) {
        DMatrixRMaj features = new DMatrixRMaj(first.size() + second.size(), first.featureCount());
        double[] targets = new double[features.numRows];
        int half = first.size() * first.featureCount();
        System.arraycopy(first.features().data, 0, features.data, 0, half);
        System.arraycopy(second.features().data, 0, features.data, half, features.getNumElements() - half);
        System.arraycopy(first.targets(), 0, targets, 0, first.size());
        System.arraycopy(second.targets(), 0, targets, first.size(), second.size());
        return Dataset.of(features, targets);
    }
}
