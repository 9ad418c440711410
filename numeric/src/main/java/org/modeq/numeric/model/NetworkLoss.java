package org.modeq.numeric.model;

import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;

/** The loss of a network on a dataset, as a function of the network's parameters. */
public final class NetworkLoss implements LossOnGraph {
    private final GraphLoss loss;

    private NetworkLoss(GraphLoss loss) {
        this.loss = loss;
    }

    /**
     * The loss of a network on all rows of a dataset; for a batch give {@link Dataset#select some rows}.
     *
     * <p>For the squared error and for cross-entropy a network of several outputs is compared with the indicator of the
     * class; for the squared error a network of one output is compared with the target itself, for the logistic loss with
     * its sign.
     *
     * @param network the network
     * @param outputLoss softmax cross-entropy, logistic loss or mean squared error
     * @param data the samples
     * @return L
     * @throws IllegalArgumentException if the features do not fit the network's inputs, or the targets or the number of
     *     outputs do not fit the loss
     */
    public static NetworkLoss of(Network network, OutputLoss outputLoss, Dataset data) {
        if (data.featureCount() != network.inputCount()) {
            throw new IllegalArgumentException("given " + data.featureCount() + " features per row, expected "
                    + network.inputCount() + " for the network " + network + "; change its first size or the columns");
        }
        Graph graph = new Graph(network.parameterCount());
        Node targets = graph.constant(outputLoss.targets(network, data));
        Node outputs = network.outputs(graph.parameters(), graph.constant(data.features()));
        return new NetworkLoss(GraphLoss.of(outputLoss.value(outputs, targets)));
    }

    @Override
    public GraphLoss graphLoss() {
        return loss;
    }
}
