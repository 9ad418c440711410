package org.modeq.numeric.model;

import java.util.List;
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

    /** Not made anew for each value. */
    private static final double[][] NO_DIRECTIONS = {};

    private final Batch batch;
    private final Workspace gradient;

    private BatchLoss(Batch batch, Workspace gradient) {
        this.batch = batch;
        this.gradient = gradient;
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
        Graph graph = new Graph(network.parameterCount());
        Batch batch = Batch.of(graph, network, outputLoss, data, size);
        Node loss = outputLoss.value(network.outputs(graph.parameters(), batch.inputs()), batch.targets());
        TaylorProgram program = TaylorProgram.compile(ReverseSweep.gradient(loss), List.of(VALUE));
        return new BatchLoss(batch, program.workspace());
    }

    /** {@return the number of samples in a batch} */
    public int size() {
        return batch.size();
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
        batch.take(rows, gradient);
        gradient.moveTo(theta);
        gradient.sweep(0, NO_DIRECTIONS);
        gradient.read(0, 0, target);
    }
}
