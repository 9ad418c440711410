package org.modeq.numeric.model;

import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/** The loss as a function of the outputs Z and the targets Y, both with one sample per row; a mean over the n rows. */
public enum OutputLoss {
    /** L = 1/n Σᵢ (log Σⱼ exp zᵢⱼ − Σⱼ yᵢⱼ zᵢⱼ); the rows of Y add up to 1. Targets are classes 0, 1, …, one per output. */
    SOFTMAX_CROSS_ENTROPY("cross-entropy") {
        @Override
        public Node value(Node outputs, Node targets) {
            // With the largest output taken off each row no exponential overflows, and the loss does not change.
            Node shifted = outputs.minusRowMaxima();
            Node logOfSums = shifted.apply(Activation.EXP).rowSums().apply(Activation.LOG);
            return logOfSums.sum().minus(targets.hadamard(shifted).sum()).scaled(1.0 / outputs.rows());
        }

        @Override
        public DMatrixRMaj targets(Network network, Dataset data) {
            if (network.outputCount() == 1) {
                throw new IllegalArgumentException("given cross-entropy for the network " + network
                        + " with one output, expected one output per class; change its last size or use the logistic"
                        + " loss or the squared error");
            }
            return data.classIndicators(network.outputCount());
        }
    },

    /**
     * L = 1/n Σᵢ log(1 + exp(−sᵢ zᵢ)) for one output, with the signs sᵢ = ±1. Targets are the signs −1 and 1, or the classes
     * 0 (for −1) and 1; with y in {0, 1} the same loss is softplus(z) − y z.
     */
    LOGISTIC("logistic") {
        @Override
        public Node value(Node outputs, Node targets) {
            return outputs.hadamard(targets)
                    .scaled(-1)
                    .apply(Activation.SOFTPLUS)
                    .sum()
                    .scaled(1.0 / outputs.rows());
        }

        @Override
        public DMatrixRMaj targets(Network network, Dataset data) {
            if (network.outputCount() != 1) {
                throw new IllegalArgumentException("given the logistic loss for the network " + network + " with "
                        + network.outputCount() + " outputs, expected one; change its last size or use cross-entropy");
            }
            return data.signs();
        }
    },

    /** L = 1/(2n) ‖Z − Y‖², half the squared error of a sample in the mean. */
    MEAN_SQUARED_ERROR("mse") {
        @Override
        public Node value(Node outputs, Node targets) {
            Node error = outputs.minus(targets);
            return error.hadamard(error).sum().scaled(0.5 / outputs.rows());
        }

        @Override
        public DMatrixRMaj targets(Network network, Dataset data) {
            return network.outputCount() == 1 ? data.targetColumn() : data.classIndicators(network.outputCount());
        }
    };

    private final String name;

    OutputLoss(String name) {
        this.name = name;
    }

    /**
     * The loss as a node.
     *
     * @param outputs Z, one sample per row
     * @param targets Y, of the same size, as {@link #targets} gives them
     * @return L(Z, Y), 1×1
     * @throws IllegalArgumentException if the sizes differ
     */
    public abstract Node value(Node outputs, Node targets);

    /**
     * The targets of samples as this loss reads them.
     *
     * @param network the network whose outputs are compared with them
     * @param data the samples
     * @return Y, one sample per row
     * @throws IllegalArgumentException if the targets or the number of outputs do not fit the loss
     */
    public abstract DMatrixRMaj targets(Network network, Dataset data);

    /** {@return cross-entropy, logistic or mse, as problem files write it} */
    @Override
    public String toString() {
        return name;
    }
}
