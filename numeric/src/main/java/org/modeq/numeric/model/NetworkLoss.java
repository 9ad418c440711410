package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

/** The loss of a network on a dataset, as a function of the network's parameters. */
public final class NetworkLoss implements Loss {
    private final DenseNetwork network;
    private final OutputLoss outputLoss;
    private final Jet inputs;
    private final Jet targets;

    private NetworkLoss(DenseNetwork network, OutputLoss outputLoss, DMatrixRMaj inputs, DMatrixRMaj targets) {
        this.network = network;
        this.outputLoss = outputLoss;
        this.inputs = Jet.constant(JetAlgebra.of(), inputs);
        this.targets = Jet.constant(JetAlgebra.of(), targets);
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
        return new NetworkLoss(network, outputLoss, data.features(), targets);
    }

    @Override
    public int dimension() {
        return network.parameterCount();
    }

    @Override
    public Jet value(Jet theta) {
        requireParameters(theta);
        JetAlgebra algebra = theta.algebra();
        return outputLoss.value(network.outputs(theta, inputs.in(algebra)), targets.in(algebra));
    }

    @Override
    public Jet gradient(Jet theta) {
        requireParameters(theta);
        JetAlgebra algebra = theta.algebra();
        Jet goal = targets.in(algebra);
        return network.gradient(theta, inputs.in(algebra), outputs -> outputLoss.gradient(outputs, goal));
    }

    private void requireParameters(Jet theta) {
        if (theta.rows() != dimension() || theta.columns() != 1) {
            throw new IllegalArgumentException("given " + theta.rows() + "×" + theta.columns()
                    + " parameters, expected a column of " + dimension() + " for the network " + network);
        }
    }
}
