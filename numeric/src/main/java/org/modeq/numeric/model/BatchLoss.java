package org.modeq.numeric.model;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.ReverseSweep;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.graph.TaylorProgram;
import org.modeq.numeric.graph.Workspace;
import org.modeq.numeric.jet.JetAlgebra;

/**
 * The gradient of a network's loss on batches of one size from a dataset; for one thread at a time.
 *
 * <p>It is ∇L_B of {@link NetworkLoss} on {@link Dataset#select the rows B}, for a batch B that changes in every step: compiled
 * once, nothing is allocated afterwards. For a few batches that come again and again a {@code NetworkLoss} each is as good.
 */
public final class BatchLoss {
    private static final SweepShape VALUE = new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of()));

    private final DMatrixRMaj allInputs;
    private final DMatrixRMaj allTargets;
    private final Node inputs;
    private final Node targets;
    private final double[] batchInputs;
    private final double[] batchTargets;
    private final Workspace gradient;

    private BatchLoss(Network network, OutputLoss outputLoss, Dataset data, int size) {
        this.allInputs = data.features();
        this.allTargets = outputLoss.targets(network, data);
        Graph graph = new Graph(network.parameterCount());
        this.inputs = graph.constant(new DMatrixRMaj(size, allInputs.numCols));
        this.targets = graph.constant(new DMatrixRMaj(size, allTargets.numCols));
        this.batchInputs = new double[inputs.entries()];
        this.batchTargets = new double[targets.entries()];
        Node loss = outputLoss.value(network.outputs(graph.parameters(), inputs), targets);
        this.gradient = TaylorProgram.compile(ReverseSweep.gradient(loss), List.of(VALUE))
                .workspace();
    }

    /**
     * The gradients on batches of a dataset.
     *
     * @param network the network
     * @param outputLoss softmax cross-entropy, logistic loss or mean squared error
     * @param data the samples
     * @param size the number of samples in a batch, at least 1
     * @return ∇L on batches of this size
     * @throws IllegalArgumentException if the features do not fit the network's inputs, the targets or the number of outputs do
     *     not fit the loss, or size &lt; 1
     */
    public static BatchLoss of(Network network, OutputLoss outputLoss, Dataset data, int size) {
        if (data.featureCount() != network.inputCount()) {
            throw new IllegalArgumentException("given " + data.featureCount() + " features per row, expected "
                    + network.inputCount() + " for the network " + network + "; change its first size or the columns");
        }
        if (size < 1) {
            throw new IllegalArgumentException("given batches of " + size + " samples, expected at least 1");
        }
        return new BatchLoss(network, outputLoss, data, size);
    }

    /** {@return the number of samples in a batch} */
    public int size() {
        return inputs.rows();
    }

    /**
     * The gradient of the mean over a batch.
     *
     * @param rows the samples of the batch, counted from 0; a sample may occur several times
     * @param theta θ
     * @param target where ∇L_B(θ) goes; not θ itself
     * @throws IllegalArgumentException if the number of rows is not the size of a batch, or θ has another dimension
     * @throws IndexOutOfBoundsException if a row is not of the dataset
     */
    public void gradient(int[] rows, double[] theta, double[] target) {
        if (rows.length != size()) {
            throw new IllegalArgumentException("given " + rows.length + " rows, expected " + size()
                    + ", the size of a batch; make a BatchLoss of the other size");
        }
        copy(rows, allInputs, batchInputs);
        copy(rows, allTargets, batchTargets);
        gradient.replace(inputs, batchInputs);
        gradient.replace(targets, batchTargets);
        gradient.moveTo(theta);
        gradient.sweep(0);
        gradient.read(0, 0, target);
    }

    private static void copy(int[] rows, DMatrixRMaj from, double[] to) {
        int columns = from.numCols;
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(from.data, rows[i] * columns, to, i * columns, columns);
        }
    }
}
