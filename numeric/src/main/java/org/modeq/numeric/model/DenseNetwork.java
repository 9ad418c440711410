package org.modeq.numeric.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.modeq.numeric.jet.HyperbolicTangent;
import org.modeq.numeric.jet.Jet;

/**
 * A network of dense layers with hyperbolic tangents between them and a linear output; immutable, without parameters of
 * its own.
 */
public final class DenseNetwork {
    private final List<Integer> sizes;
    private final List<Layer> layers;
    private final int parameterCount;

    /** The place of W_l and b_l in θ. */
    private record Layer(int inputs, int outputs, int offset) {
        Jet weights(Jet theta) {
            return theta.block(offset, inputs, outputs);
        }

        Jet biases(Jet theta) {
            return theta.block(offset + inputs * outputs, 1, outputs);
        }

        int end() {
            return offset + (inputs + 1) * outputs;
        }
    }

    private DenseNetwork(List<Integer> sizes) {
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
     * The network of the given sizes.
     *
     * @param sizes n₀ inputs, hidden units, n_K outputs; at least two numbers, each at least 1
     * @return the network
     * @throws IllegalArgumentException if there are fewer than two sizes or one is below 1
     */
    public static DenseNetwork of(int... sizes) {
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("given the sizes " + Arrays.toString(sizes)
                    + ", expected at least two numbers of units, each at least 1, as in 64, 32, 10");
        }
        return new DenseNetwork(Arrays.stream(sizes).boxed().toList());
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
     * @param theta θ, a d×1 jet
     * @param inputs X, one sample per row
     * @return Z_K, one sample per row
     */
    public Jet outputs(Jet theta, Jet inputs) {
        return forwardSweep(theta, inputs).outputs();
    }

    /** What the reverse sweep needs: A₀, …, A_(K−1), the slopes 1 − A_l² of the hidden layers, and Z_K. */
    private record ForwardSweep(List<Jet> activations, List<Jet> slopes, Jet outputs) {}

    private ForwardSweep forwardSweep(Jet theta, Jet inputs) {
        List<Jet> activations = new ArrayList<>();
        List<Jet> slopes = new ArrayList<>();
        activations.add(inputs);
        Jet sums = inputs;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            sums = activations.get(l).times(layer.weights(theta)).plusRow(layer.biases(theta));
            if (l + 1 < layers.size()) {
                HyperbolicTangent tanh = sums.tanh();
                activations.add(tanh.value());
                slopes.add(tanh.slope());
            }
        }
        return new ForwardSweep(activations, slopes, sums);
    }

    /**
     * The gradient of a loss in the parameters, by one forward and one reverse sweep.
     *
     * @param theta θ, a d×1 jet
     * @param inputs X, one sample per row
     * @param outputGradient Z_K ↦ ∂L/∂Z_K
     * @return ∇L(θ), a d×1 jet
     */
    public Jet gradient(Jet theta, Jet inputs, UnaryOperator<Jet> outputGradient) {
        ForwardSweep forward = forwardSweep(theta, inputs);
        Jet delta = outputGradient.apply(forward.outputs());
        List<Jet> gradient = new ArrayList<>();
        for (int l = layers.size() - 1; l >= 0; l--) {
            gradient.add(0, delta.columnSums());
            gradient.add(0, forward.activations().get(l).transposeTimes(delta));
            if (l > 0) {
                delta = delta.timesTranspose(layers.get(l).weights(theta))
                        .hadamard(forward.slopes().get(l - 1));
            }
        }
        return Jet.stacked(gradient);
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
