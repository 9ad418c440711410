package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.jet.Jet;

/** The loss of a network on a dataset, as a function of the network's parameters. */
public final class NetworkLoss implements Loss {
    private final GraphLoss loss;

    private NetworkLoss(GraphLoss loss) {
        this.loss = loss;
    }

    /**
     * The loss of a network on all rows of a dataset; for a batch give {@link Dataset#select some rows}.
     *
     * <p>A network of several outputs is compared with the indicator of the class, a network of one output with the
     * target itself.
     *
     * @param network the network
     * @param outputLoss softmax cross-entropy or mean squared error
     * @param data the samples
     * @return L
     * @throws IllegalArgumentException if the features do not fit the network's inputs, or classes are needed and a
     *     target is not an integer from 0 to the number of outputs less 1, or cross-entropy is given a single output
     */
    public static NetworkLoss of(DenseNetwork network, OutputLoss outputLoss, Dataset data) {
        if (data.featureCount() != network.inputCount()) {
            throw new IllegalArgumentException("given " + data.featureCount() + " features per row, expected "
                    + network.inputCount() + " for the network " + network + "; change its first size or the columns");
        }
        boolean ofOneOutput = network.outputCount() == 1;
        if (ofOneOutput && outputLoss == OutputLoss.SOFTMAX_CROSS_ENTROPY) {
            throw new IllegalArgumentException("given cross-entropy for the network " + network
                    + " with one output, expected one output per class; change its last size or use the squared error");
        }
        DMatrixRMaj targets = ofOneOutput ? data.targetColumn() : data.classIndicators(network.outputCount());
        Graph graph = new Graph(network.parameterCount());
        Node outputs = network.outputs(graph.parameters(), graph.constant(data.features()));
        return new NetworkLoss(GraphLoss.of(outputLoss.value(outputs, graph.constant(targets))));
    }

    @Override
    public int dimension() {
        return loss.dimension();
    }

    @Override
    public Jet value(Jet theta) {
        return loss.value(theta);
    }

    @Override
    public Jet gradient(Jet theta) {
        return loss.gradient(theta);
    }

    @Override
    public double value(double[] theta) {
        return loss.value(theta);
    }

    @Override
    public double[] gradient(double[] theta) {
        return loss.gradient(theta);
    }

    @Override
    public VectorField negativeGradient() {
        return loss.negativeGradient();
    }
}
