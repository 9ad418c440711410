package org.modeq.numeric.model;

import org.modeq.numeric.graph.Node;

/** A model with an output for each sample, as a graph on its parameters θ; it holds no parameters of its own. */
public interface Network {
    /** {@return the number of features of a sample} */
    int inputCount();

    /** {@return the number of outputs for a sample} */
    int outputCount();

    /** {@return the names of the matrices in θ} */
    ParameterLayout layout();

    /**
     * The outputs Z.
     *
     * @param theta θ, a d×1 node
     * @param inputs X, one sample per row
     * @return Z, one sample per row
     * @throws IllegalArgumentException if θ or X has another size
     */
    Node outputs(Node theta, Node inputs);

    /** {@return d, the number of parameters} */
    default int parameterCount() {
        return layout().size();
    }

    /**
     * Random parameters: weights N(0, 1)/√(number of inputs) from one normal stream, biases 0.
     *
     * @param seed the seed of the stream
     * @return θ
     */
    default double[] initialParameters(long seed) {
        return layout().initialParameters(seed);
    }
}
