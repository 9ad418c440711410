package org.modeq.numeric.study;

import java.util.List;
import java.util.Optional;

/**
 * The iterates of an optimizer beside the flows of its truncated fields, seen on a plane.
 *
 * @param method the method
 * @param stepSize h
 * @param xLabel the name of the first axis
 * @param yLabel the name of the second axis
 * @param isIsometric whether both axes are lengths in the space of parameters
 * @param iterates θ₀, θ₁, …
 * @param flows the flow of the field cut off at order 1, 2, …
 * @param landscape the loss on the plane, for two-dimensional problems of losses
 */
public record PhasePortrait(
        String method,
        double stepSize,
        String xLabel,
        String yLabel,
        boolean isIsometric,
        List<Place> iterates,
        List<Flow> flows,
        Optional<Landscape> landscape) {
    /**
     * The iterates of an optimizer beside the flows of its truncated fields.
     *
     * @param method the method
     * @param stepSize h
     * @param xLabel the name of the first axis
     * @param yLabel the name of the second axis
     * @param isIsometric whether both axes are lengths in the space of parameters
     * @param iterates θ₀, θ₁, …
     * @param flows the flow of the field cut off at order 1, 2, …
     * @param landscape the loss on the plane
     */
    public PhasePortrait {
        iterates = List.copyOf(iterates);
        flows = List.copyOf(flows);
    }

    /**
     * A point of the plane.
     *
     * @param x its first coordinate
     * @param y its second coordinate
     */
    public record Place(double x, double y) {}

    /**
     * A flow.
     *
     * @param order where the field is cut off
     * @param path its way, as far as it stays near the iterates
     * @param distance from its end to the last iterate; empty if it leaves the finite numbers
     */
    public record Flow(int order, List<Place> path, Optional<Double> distance) {
        /**
         * A flow.
         *
         * @param order where the field is cut off
         * @param path its way
         * @param distance from its end to the last iterate
         */
        public Flow {
            path = List.copyOf(path);
        }
    }

    /**
     * A function on a grid, which has equal distances in x and in y.
     *
     * @param lowest the corner with the smallest coordinates
     * @param highest the corner with the largest coordinates
     * @param rows its values: a row for each y, in it a value for each x; NaN where it is not finite
     */
    public record Landscape(Place lowest, Place highest, List<List<Double>> rows) {
        /**
         * A function on a grid.
         *
         * @param lowest the corner with the smallest coordinates
         * @param highest the corner with the largest coordinates
         * @param rows its values
         */
        public Landscape {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
