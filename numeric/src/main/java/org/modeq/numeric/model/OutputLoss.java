package org.modeq.numeric.model;

import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/** The loss as a function of the outputs Z and the targets Y, both with one sample per row; a mean over the n rows. */
public enum OutputLoss {
    /** L = 1/n Σᵢ (log Σⱼ exp zᵢⱼ − Σⱼ yᵢⱼ zᵢⱼ); the rows of Y add up to 1. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        Node value(Node outputs, Node targets) {
            // With the largest output taken off each row no exponential overflows, and the loss does not change.
            Node shifted = outputs.minusRowMaxima();
            Node logOfSums = shifted.apply(Activation.EXP).rowSums().apply(Activation.LOG);
            return logOfSums.sum().minus(targets.hadamard(shifted).sum()).scaled(1.0 / outputs.rows());
        }
    },

    /** L = 1/(2n) ‖Z − Y‖², half the squared error of a sample in the mean. */
    MEAN_SQUARED_ERROR {
        @Override
        Node value(Node outputs, Node targets) {
            Node error = outputs.minus(targets);
            return error.hadamard(error).sum().scaled(0.5 / outputs.rows());
        }
    };

    /** L(Z, Y), a 1×1 node. */
    abstract Node value(Node outputs, Node targets);
}
