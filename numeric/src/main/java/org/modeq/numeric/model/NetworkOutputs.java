package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;

/** The outputs of a network on all rows of a dataset, as a function of its parameters. */
public final class NetworkOutputs {
    private final GraphField outputs;
    private final int columns;
    private final int rows;

    private NetworkOutputs(GraphField outputs, int rows, int columns) {
        this.outputs = outputs;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * The outputs of a network on a dataset.
     *
     * @param network the network
     * @param data the samples
     * @return θ ↦ Z
     * @throws IllegalArgumentException if the features do not fit the network's inputs
     */
    public static NetworkOutputs of(Network network, Dataset data) {
        if (data.featureCount() != network.inputCount()) {
            throw new IllegalArgumentException("given " + data.featureCount() + " features per row, expected "
                    + network.inputCount() + " for the network " + network + "; change its first size or the columns");
        }
        Graph graph = new Graph(network.parameterCount());
        Node outputs = network.outputs(graph.parameters(), graph.constant(data.features()));
        Node column = outputs.block(0, outputs.entries(), 1);
        return new NetworkOutputs(GraphField.of(column), data.size(), network.outputCount());
    }

    /**
     * The outputs.
     *
     * @param theta θ
     * @return Z, one sample per row
     * @throws IllegalArgumentException if θ has another size
     */
    public DMatrixRMaj at(double[] theta) {
        return new DMatrixRMaj(rows, columns, true, outputs.at(theta));
    }
}
