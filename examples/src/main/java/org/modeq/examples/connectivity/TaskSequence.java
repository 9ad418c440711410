package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Accuracy;
import org.modeq.numeric.model.BatchLoss;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.RandomStream;

/** The tasks of a family on the digits, and stochastic gradient descent on them; for one thread at a time. */
final class TaskSequence {
    static final DenseNetwork NETWORK = DenseNetwork.of(64, 32, 10);
    static final OutputLoss OUTPUT_LOSS = OutputLoss.SOFTMAX_CROSS_ENTROPY;
    static final int TRAINING_ROWS = 1200;
    static final int STEPS_PER_EPOCH = TRAINING_ROWS / BatchSource.SIZE;

    private final Dataset training;
    private final List<Loss> losses = new ArrayList<>();
    private final List<Accuracy> accuracies = new ArrayList<>();
    private final Map<Integer, BatchLoss> batchLosses = new TreeMap<>();

    private TaskSequence(TaskFamily family, int count) {
        Dataset all = Digits.load();
        List<Dataset> tasks = family.tasks(count, all.rows(new IndexRange(1, TRAINING_ROWS)));
        this.training = Dataset.together(tasks);
        tasks.forEach(task -> losses.add(NetworkLoss.of(NETWORK, OUTPUT_LOSS, task)));
        family.tasks(count, all.rows(new IndexRange(TRAINING_ROWS + 1, all.size())))
                .forEach(task -> accuracies.add(Accuracy.of(NETWORK, task)));
    }

    /** The first tasks of a family. */
    static TaskSequence of(TaskFamily family, int count) {
        return new TaskSequence(family, count);
    }

    /** The training rows of all tasks: row r of task k is number 1200 k + r. */
    Dataset training() {
        return training;
    }

    /** The number of tasks. */
    int size() {
        return losses.size();
    }

    /** L_k on all training rows of task k. */
    Loss loss(int k) {
        return losses.get(k);
    }

    /** The share of test rows of task k that are told right. */
    double accuracy(int k, double[] theta) {
        return accuracies.get(k).at(theta);
    }

    /** Epochs over the training rows of task k. */
    BatchSource epochs(int k, RandomStream stream) {
        return BatchSource.epochs(TRAINING_ROWS * k, TRAINING_ROWS, stream);
    }

    /**
     * Gradient descent on batches: every step on the mean over a batch from each source.
     *
     * @param start θ₀, unchanged
     * @param sources where the batches come from
     * @param stepSize h
     * @param steps how many
     * @return the end point
     */
    double[] descend(double[] start, List<BatchSource> sources, double stepSize, int steps) {
        BatchLoss loss = batchLosses.computeIfAbsent(
                sources.size() * BatchSource.SIZE, rows -> BatchLoss.of(NETWORK, OUTPUT_LOSS, training, rows));
        int[] rows = new int[loss.size()];
        double[] theta = start.clone();
        double[] gradient = new double[theta.length];
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < sources.size(); i++) {
                sources.get(i).next(rows, BatchSource.SIZE * i);
            }
            loss.gradient(rows, theta, gradient);
            Euclidean.add(theta, -stepSize, gradient);
        }
        return theta;
    }
}
