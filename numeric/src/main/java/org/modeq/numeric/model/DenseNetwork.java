package org.modeq.numeric.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/**
 * A network of dense layers with a function of coordinates between them and a linear output; immutable, without parameters of
 * its own.
 */
public final class DenseNetwork {
    private final Activation activation;
    private final List<Integer> sizes;
    private final List<Layer> layers;
    private final int parameterCount;

    /** The place of W_l and b_l in θ. */
    private record Layer(int inputs, int outputs, int offset) {
        Node weights(Node theta) {
            return theta.block(offset, inputs, outputs);
        }

        Node biases(Node theta) {
            return theta.block(offset + inputs * outputs, 1, outputs);
        }

        int end() {
            return offset + (inputs + 1) * outputs;
        }
    }

    private DenseNetwork(Activation activation, List<Integer> sizes) {
        this.activation = activation;
        this.sizes = sizes;
        this.layers = new ArrayList<>();
        int offset = 0;
        for (int l = 1; l < sizes.size(); l++) {
            Layer layer = new Layer(sizes.get(l - 1), sizes.get(l), offset);
            layers.add(layer);
            offset = layer.end();
        }
        this.parameterCount = offset;
    }

    /**
     * The network of the given sizes with hyperbolic tangents between its layers.
     *
     * @param sizes n₀ inputs, hidden units, n_K outputs; at least two numbers, each at least 1
     * @return the network
     * @throws IllegalArgumentException if there are fewer than two sizes or one is below 1
     */
    public static DenseNetwork of(int... sizes) {
        return of(Activation.TANH, sizes);
    }

    /**
     * The network of the given sizes and activation.
     *
     * @param activation the function between the layers
     * @param sizes n₀ inputs, hidden units, n_K outputs; at least two numbers, each at least 1
     * @return the network
     * @throws IllegalArgumentException if there are fewer than two sizes or one is below 1
     */
    public static DenseNetwork of(Activation activation, int... sizes) {
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("given the sizes " + Arrays.toString(sizes)
                    + ", expected at least two numbers of units, each at least 1, as in 64, 32, 10");
        }
        return new DenseNetwork(activation, Arrays.stream(sizes).boxed().toList());
    }

    /** {@return n₀, …, n_K} */
    public List<Integer> sizes() {
        return sizes;
    }

    /** {@return n₀, the number of features of a sample} */
    public int inputCount() {
        return sizes.get(0);
    }

    /** {@return n_K, the number of outputs} */
    public int outputCount() {
        return sizes.get(sizes.size() - 1);
    }

    /** {@return d = Σ_l (n_(l−1) + 1) n_l, the number of weights and biases} */
    public int parameterCount() {
        return parameterCount;
    }

    /**
     * The outputs Z_K.
     *
     * @param theta θ, a d×1 node
     * @param inputs X, one sample per row
     * @return Z_K, one sample per row
     */
    public Node outputs(Node theta, Node inputs) {
        Node activations = inputs;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            Node sums = activations.times(layer.weights(theta)).plusRow(layer.biases(theta));
            activations = l + 1 < layers.size() ? sums.apply(activation) : sums;
        }
        return activations;
    }

    /**
     * Random parameters: W_l = N(0, 1)/√n_(l−1) from one normal stream over all weights, biases 0.
     *
     * @param seed the seed of the stream
     * @return θ
     */
    public double[] initialParameters(long seed) {
        int weightCount = layers.stream()
                .mapToInt(layer -> layer.inputs() * layer.outputs())
                .sum();
        double[] normals = RandomStream.ofSeed(seed).normals(weightCount);
        double[] theta = new double[parameterCount];
        int next = 0;
        for (Layer layer : layers) {
            double scale = 1 / Math.sqrt(layer.inputs());
            for (int i = 0; i < layer.inputs() * layer.outputs(); i++) {
                theta[layer.offset() + i] = scale * normals[next++];
            }
        }
        return theta;
    }

    /** {@return the sizes, as in 64-32-10} */
    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
