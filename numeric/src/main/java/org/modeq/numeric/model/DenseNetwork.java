package org.modeq.numeric.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/**
 * A network of dense layers with a function of coordinates between them and a linear output; immutable, without parameters of
 * its own.
 *
 * <p>With A₀ = X and A_l = φ(A_(l−1)·W_l + 1·b_l), without φ for the last layer. Its matrices are W1, b1, W2, b2, …
 */
public final class DenseNetwork implements Network {
    private final Activation activation;
    private final List<Integer> sizes;
    private final ParameterLayout layout;

    private DenseNetwork(Activation activation, List<Integer> sizes) {
        this.activation = activation;
        this.sizes = sizes;
        ParameterLayout longer = ParameterLayout.empty();
        for (int l = 1; l < sizes.size(); l++) {
            longer = longer.weights("W" + l, sizes.get(l - 1), sizes.get(l)).biases("b" + l, sizes.get(l));
        }
        this.layout = longer;
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

    /** {@return the function between the layers} */
    public Activation activation() {
        return activation;
    }

    /** {@return n₀, …, n_K} */
    public List<Integer> sizes() {
        return sizes;
    }

    /** {@return n₀, the number of features of a sample} */
    @Override
    public int inputCount() {
        return sizes.get(0);
    }

    /** {@return n_K, the number of outputs} */
    @Override
    public int outputCount() {
        return sizes.get(sizes.size() - 1);
    }

    /** {@return W1, b1, W2, b2, …} */
    @Override
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * The outputs Z_K.
     *
     * @param theta θ, a d×1 node
     * @param inputs X, one sample per row
     * @return Z_K, one sample per row
     * @throws IllegalArgumentException if θ or X has another size
     */
    @Override
    public Node outputs(Node theta, Node inputs) {
        Node activations = inputs;
        int last = sizes.size() - 1;
        for (int l = 1; l <= last; l++) {
            Node sums = activations.times(layout.view(theta, "W" + l)).plusRow(layout.view(theta, "b" + l));
            activations = l < last ? sums.apply(activation) : sums;
        }
        return activations;
    }

    /** {@return the sizes, as in 64-32-10} */
    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
