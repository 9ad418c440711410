package org.modeq.numeric.model;

import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/** A layer that makes images of images, one sample per row. */
public sealed interface ImageLayer permits Convolution, AveragePooling {
    /**
     * The shape of its images.
     *
     * @param input the shape of what it is given
     * @return the shape of what it makes
     * @throws IllegalArgumentException if the input is too small for it
     */
    ImageShape outputShape(ImageShape input);

    /**
     * Its parameters.
     *
     * @param input the shape of what it is given
     * @return their layout, perhaps empty
     */
    ParameterLayout layout(ImageShape input);

    /**
     * Its images.
     *
     * @param input the shape of what it is given
     * @param activation φ, applied where the layer has weights
     * @param theta its parameters, a column
     * @param images one per row
     * @return its images, one per row
     */
    Node outputs(ImageShape input, Activation activation, Node theta, Node images);
}
