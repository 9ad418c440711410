package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;

/** A network on the handwritten digits: rows to learn from, in batches if wished, and rows 1001 to 1797 for evaluation. */
final class KernelDigits {
    private static final int FIRST_EVALUATED = 1001;

    private final DenseNetwork network;
    private final Dataset training;
    private final Dataset evaluation;

    private KernelDigits(DenseNetwork network, Dataset training, Dataset evaluation) {
        this.network = network;
        this.training = training;
        this.evaluation = evaluation;
    }

    /** A network that learns from the first rows. */
    static KernelDigits of(int rows, DenseNetwork network) {
        Dataset all = Digits.load();
        return new KernelDigits(
                network, all.rows(new IndexRange(1, rows)), all.rows(new IndexRange(FIRST_EVALUATED, all.size())));
    }

    DenseNetwork network() {
        return network;
    }

    Dataset training() {
        return training;
    }

    Dataset evaluation() {
        return evaluation;
    }

    /** Softmax cross-entropy on all rows for learning. */
    Loss loss() {
        return loss(training);
    }

    /** Softmax cross-entropy on some rows. */
    Loss loss(Dataset rows) {
        return NetworkLoss.of(network, OutputLoss.SOFTMAX_CROSS_ENTROPY, rows);
    }

    /** −∇L on the batches of consecutive rows of the given size; the rest is left out. */
    List<VectorField> batches(int size) {
        List<VectorField> fields = new ArrayList<>();
        for (int first = 1; first + size - 1 <= training.size(); first += size) {
            fields.add(
                    loss(training.rows(new IndexRange(first, first + size - 1))).negativeGradient());
        }
        return fields;
    }

    /** Gradient descent on all rows from a point. */
    static double[] descend(Loss loss, double[] start, double stepSize, int steps) {
        VectorField field = loss.negativeGradient();
        double[] theta = start.clone();
        double[] slope = new double[theta.length];
        for (int n = 0; n < steps; n++) {
            field.at(theta, slope);
            Euclidean.add(theta, stepSize, slope);
        }
        return theta;
    }
}
