package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.Workspace;

/**
 * A batch of samples as two nodes of a graph, inputs X and targets Y, whose rows change from step to step; for one thread at a
 * time.
 *
 * <p>What is written with these nodes is compiled once; {@link #take} then puts the numbers of other rows in their place.
 */
public final class Batch {
    private final DMatrixRMaj allInputs;
    private final DMatrixRMaj allTargets;
    private final Node inputs;
    private final Node targets;
    private final double[] batchInputs;
    private final double[] batchTargets;

    private Batch(Graph graph, DMatrixRMaj allInputs, DMatrixRMaj allTargets, int size) {
        this.allInputs = allInputs;
        this.allTargets = allTargets;
        this.inputs = graph.constant(new DMatrixRMaj(size, allInputs.numCols));
        this.targets = graph.constant(new DMatrixRMaj(size, allTargets.numCols));
        this.batchInputs = new double[inputs.entries()];
        this.batchTargets = new double[targets.entries()];
    }

    /**
     * A batch of rows of a dataset; they are 0 until rows are taken.
     *
     * @param graph the graph of which the nodes are
     * @param network the network that reads the inputs
     * @param outputLoss the loss that reads the targets
     * @param data the samples
     * @param size the number of rows, at least 1
     * @return the batch
     * @throws IllegalArgumentException if the features do not fit the network's inputs, the targets or the number of outputs do
     *     not fit the loss, or size &lt; 1
     */
    public static Batch of(Graph graph, Network network, OutputLoss outputLoss, Dataset data, int size) {
        if (data.featureCount() != network.inputCount()) {
            throw new IllegalArgumentException("given " + data.featureCount() + " features per row, expected "
                    + network.inputCount() + " for the network " + network + "; change its first size or the columns");
        }
        if (size < 1) {
            throw new IllegalArgumentException("given batches of " + size + " samples, expected at least 1");
        }
        return new Batch(graph, data.features(), outputLoss.targets(network, data), size);
    }

    /** {@return the number of rows} */
    public int size() {
        return inputs.rows();
    }

    /** {@return X, one sample per row} */
    public Node inputs() {
        return inputs;
    }

    /** {@return Y, one sample per row} */
    public Node targets() {
        return targets;
    }

    /**
     * Takes rows, for the next point to which a workspace is moved; nothing is allocated.
     *
     * @param rows the samples, counted from 0; a sample may occur several times
     * @param workspace a workspace of a program that reads both nodes
     * @throws IllegalArgumentException if the number of rows is not the size of the batch, or the program does not read a node
     * @throws IndexOutOfBoundsException if a row is not of the dataset
     */
    public void take(int[] rows, Workspace workspace) {
        if (rows.length != size()) {
            throw new IllegalArgumentException(
                    "given " + rows.length + " rows, expected " + size() + ", the size of the batch");
        }
        copy(rows, allInputs, batchInputs);
        copy(rows, allTargets, batchTargets);
        workspace.replace(inputs, batchInputs);
        workspace.replace(targets, batchTargets);
    }

    private static void copy(int[] rows, DMatrixRMaj from, double[] to) {
        int columns = from.numCols;
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(from.data, rows[i] * columns, to, i * columns, columns);
        }
    }
}
