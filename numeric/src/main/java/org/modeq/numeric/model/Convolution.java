package org.modeq.numeric.model;

import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/**
 * A convolution of images with square kernels:
 * <pre>
 *   y_{i,j,f} = φ(b_f + Σ_{p,q &lt; size} Σ_c K_{(p,q,c),f} · x_{i·stride+p−padding, j·stride+q−padding, c}),      x = 0 outside.
 * </pre>
 *
 * <p>The kernels are not turned round, as everywhere in the field (LeCun and others, 1989). The patches of all positions, as
 * rows of a matrix P, make it P·K + 1·b: linear in the images and in the kernels, so that its derivatives are those of a
 * product. Cost for n images: n·positions·size²·channels·filters multiplications.
 *
 * @param filters the number of channels of the output
 * @param size the height and width of the kernels
 * @param stride the distance of neighbouring positions
 * @param padding the number of zeros on each side of the image
 */
public record Convolution(int filters, int size, int stride, int padding) implements ImageLayer {
    /**
     * A convolution.
     *
     * @param filters the number of channels of the output, at least 1
     * @param size the height and width of the kernels, at least 1
     * @param stride the distance of neighbouring positions, at least 1
     * @param padding the number of zeros on each side, from 0 to size − 1
     * @throws IllegalArgumentException if a number is out of these bounds
     */
    public Convolution {
        if (filters < 1 || size < 1 || stride < 1 || padding < 0 || padding >= size) {
            throw new IllegalArgumentException("given " + filters + " filters of size " + size + ", stride " + stride
                    + " and padding " + padding + ", expected numbers of at least 1 and a padding from 0 to size − 1");
        }
    }

    @Override
    public ImageShape outputShape(ImageShape input) {
        ImageShape positions = input.windowPositions(size, stride, padding);
        return new ImageShape(positions.height(), positions.width(), filters);
    }

    /** {@return K, a row for each (p, q, c) and a column for each filter, and b} */
    @Override
    public ParameterLayout layout(ImageShape input) {
        return ParameterLayout.empty()
                .weights("K", size * size * input.channels(), filters)
                .biases("b", filters);
    }

    @Override
    public Node outputs(ImageShape input, Activation activation, Node theta, Node images) {
        ParameterLayout layout = layout(input);
        Node patches = images.gathered(input.windows(size, stride, padding), size * size * input.channels());
        Node sums = patches.times(layout.view(theta, "K")).plusRow(layout.view(theta, "b"));
        return sums.apply(activation).block(0, images.rows(), outputShape(input).entries());
    }

    /** {@return as in "8 filters 3×3", with stride and padding where they are not 1 and 0} */
    @Override
    public String toString() {
        return filters + " filters " + size + "×" + size + (stride == 1 ? "" : " stride " + stride)
                + (padding == 0 ? "" : " padding " + padding);
    }
}
