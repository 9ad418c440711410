package org.modeq.numeric.model;

import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/**
 * The means over squares of pixels that do not overlap, in every channel:
 * <pre>
 *   y_{i,j,c} = 1/size² Σ_{p,q &lt; size} x_{i·size+p, j·size+q, c}.
 * </pre>
 * Pixels on the right and below that do not fill a square are left out.
 *
 * @param size the height and width of the squares
 */
public record AveragePooling(int size) implements ImageLayer {
    /**
     * A pooling.
     *
     * @param size the height and width of the squares, at least 1
     * @throws IllegalArgumentException if the size is below 1
     */
    public AveragePooling {
        if (size < 1) {
            throw new IllegalArgumentException("given squares of size " + size + ", expected at least 1");
        }
    }

    @Override
    public ImageShape outputShape(ImageShape input) {
        return input.windowPositions(size, size, 0);
    }

    @Override
    public ParameterLayout layout(ImageShape input) {
        return ParameterLayout.empty();
    }

    @Override
    public Node outputs(ImageShape input, Activation activation, Node theta, Node images) {
        return images.gathered(input.windowsOfChannels(size, size), size * size)
                .rowSums()
                .scaled(1.0 / (size * size))
                .block(0, images.rows(), outputShape(input).entries());
    }

    /** {@return as in "pooling 2×2"} */
    @Override
    public String toString() {
        return "pooling " + size + "×" + size;
    }
}
