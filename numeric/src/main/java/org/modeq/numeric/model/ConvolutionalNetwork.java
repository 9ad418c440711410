package org.modeq.numeric.model;

import java.util.List;
import java.util.stream.Collectors;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/**
 * A network on images: convolutions and poolings, then dense layers on all entries of the last images; immutable.
 *
 * <p>A sample is an image in a row, channels last ({@link ImageShape}). The matrices are layer1/K, layer1/b, … for the image
 * layers that have any, and dense/W1, dense/b1, …
 */
public final class ConvolutionalNetwork implements Network {
    private final ImageShape shape;
    private final List<ImageLayer> layers;
    private final Activation activation;
    private final DenseNetwork dense;
    private final ParameterLayout layout;

    private ConvolutionalNetwork(ImageShape shape, List<ImageLayer> layers, Activation activation, int... sizes) {
        this.shape = shape;
        this.layers = List.copyOf(layers);
        this.activation = activation;
        ParameterLayout longer = ParameterLayout.empty();
        ImageShape current = shape;
        for (int l = 0; l < layers.size(); l++) {
            longer = longer.part("layer" + (l + 1), layers.get(l).layout(current));
            current = layers.get(l).outputShape(current);
        }
        int[] allSizes = new int[sizes.length + 1];
        allSizes[0] = current.entries();
        System.arraycopy(sizes, 0, allSizes, 1, sizes.length);
        this.dense = DenseNetwork.of(activation, allSizes);
        this.layout = longer.part("dense", dense.layout());
    }

    /**
     * A network on images of one shape.
     *
     * @param shape the shape of a sample
     * @param layers the convolutions and poolings, in order
     * @param activation the function after each convolution and between the dense layers
     * @param sizes hidden units of the dense layers and, last, the number of outputs; at least one number
     * @return the network
     * @throws IllegalArgumentException if a window is larger than its image, or there is no size or one below 1
     */
    public static ConvolutionalNetwork of(
            ImageShape shape, List<ImageLayer> layers, Activation activation, int... sizes) {
        return new ConvolutionalNetwork(shape, layers, activation, sizes);
    }

    @Override
    public int inputCount() {
        return shape.entries();
    }

    @Override
    public int outputCount() {
        return dense.outputCount();
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public Node outputs(Node theta, Node inputs) {
        Node images = inputs;
        ImageShape current = shape;
        for (int l = 0; l < layers.size(); l++) {
            Node ofLayer = layout.view(theta, "layer" + (l + 1));
            images = layers.get(l).outputs(current, activation, ofLayer, images);
            current = layers.get(l).outputShape(current);
        }
        return dense.outputs(layout.view(theta, "dense"), images);
    }

    /** {@return the shape, the layers and the sizes of the dense part, as in "8×8×1, 8 filters 3×3, pooling 2×2, 72-10"} */
    @Override
    public String toString() {
        return shape + ", " + layers.stream().map(layer -> layer + ", ").collect(Collectors.joining()) + dense;
    }
}
