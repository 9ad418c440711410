package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;

/** The outputs of a network on all rows of a dataset, as a function of its parameters, and how many classes they get right. */
public final class NetworkOutputs {
    private final GraphField outputs;
    private final int columns;
    private final double[] targets;

    private NetworkOutputs(GraphField outputs, int columns, double... targets) {
        this.outputs = outputs;
        this.columns = columns;
        this.targets = targets;
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
        return new NetworkOutputs(GraphField.of(column), network.outputCount(), data.targets());
    }

    /**
     * The outputs.
     *
     * @param theta θ
     * @return Z, one sample per row
     * @throws IllegalArgumentException if θ has another size
     */
    public DMatrixRMaj at(double[] theta) {
        return new DMatrixRMaj(targets.length, columns, true, outputs.at(theta));
    }

    /**
     * The share of samples whose largest output is that of their class; of equal ones the first counts.
     *
     * @param theta θ
     * @return the accuracy, from 0 to 1
     * @throws IllegalArgumentException if θ has another size, or the network has one output, which chooses no class
     */
    public double accuracy(double[] theta) {
        if (columns < 2) {
            throw new IllegalArgumentException(
                    "given a network of one output, expected one output for each class: the largest is the answer");
        }
        DMatrixRMaj z = at(theta);
        int right = 0;
        for (int row = 0; row < targets.length; row++) {
            int largest = 0;
            for (int column = 1; column < columns; column++) {
                largest = z.get(row, column) > z.get(row, largest) ? column : largest;
            }
            right += largest == targets[row] ? 1 : 0;
        }
        return (double) right / targets.length;
    }
}
