package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.PhasePortrait.Landscape;
import org.modeq.numeric.study.PhasePortrait.Place;

/**
 * The part of the plane that a picture shows, 1.5 times as wide as it is high.
 *
 * @param left the smallest x
 * @param right the largest x
 * @param low the smallest y
 * @param high the largest y
 */
record Window(double left, double right, double low, double high) {
    static final double ASPECT = 1.5;
    private static final int GRID = 60;
    private static final double MARGIN = 0.15;
    private static final double SMALLEST = 1e-9;
    private static final double FARTHEST = 1e9;

    /** Iterates farther from the start than this many times the way of the gradient flow are out of sight. */
    private static final double REACH = 3;

    /**
     * Reads a window.
     *
     * @param text its four bounds, {@code -1,1,-2,2}
     * @throws IllegalArgumentException if they are not of that form
     */
    static Window parse(String text) {
        try {
            double[] bounds = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            boolean isSane = bounds.length == 4
                    && Arrays.stream(bounds).allMatch(bound -> Math.abs(bound) <= FARTHEST)
                    && bounds[1] - bounds[0] >= SMALLEST
                    && bounds[3] - bounds[2] >= SMALLEST;
            if (isSane) {
                return new Window(bounds[0], bounds[1], bounds[2], bounds[3]);
            }
        } catch (NumberFormatException notNumbers) {
            // said below
        }
        throw new IllegalArgumentException("given the window '" + text
                + "', expected its left, right, lower and upper bound, as -3,3,-2,2; leave it out to see the run");
    }

    /** Around a run that stays; of one that leaves, what is near the way of the flow of order 1. */
    static Window around(PhasePortrait portrait) {
        Place start = portrait.iterates().get(0);
        List<Place> seen = new ArrayList<>(List.of(start));
        seen.addAll(portrait.flows().get(0).path());
        double reach = REACH
                * seen.stream()
                        .mapToDouble(place -> distance(place, start))
                        .max()
                        .orElse(0);
        portrait.iterates().stream()
                .filter(place -> distance(place, start) <= reach)
                .forEach(seen::add);
        double left = seen.stream().mapToDouble(Place::x).min().orElse(0);
        double right = seen.stream().mapToDouble(Place::x).max().orElse(0);
        double low = seen.stream().mapToDouble(Place::y).min().orElse(0);
        double high = seen.stream().mapToDouble(Place::y).max().orElse(0);
        double height = (1 + 2 * MARGIN) * Math.max(high - low, (right - left) / ASPECT);
        return around((left + right) / 2, (low + high) / 2, height > SMALLEST ? height : 1);
    }

    private static Window around(double x, double y, double height) {
        double width = ASPECT * height;
        return new Window(x - width / 2, x + width / 2, y - height / 2, y + height / 2);
    }

    private static double distance(Place place, Place other) {
        return Math.hypot(place.x() - other.x(), place.y() - other.y());
    }

    boolean holds(Place place) {
        return place.x() >= left && place.x() <= right && place.y() >= low && place.y() <= high;
    }

    /** A function on a grid that fills the window; NaN where it is not finite. */
    Landscape landscape(ToDoubleFunction<double[]> loss) {
        List<List<Double>> rows = IntStream.rangeClosed(0, GRID)
                .mapToObj(i -> IntStream.rangeClosed(0, GRID)
                        .mapToObj(j -> value(loss, left + (right - left) * j / GRID, low + (high - low) * i / GRID))
                        .toList())
                .toList();
        return new Landscape(new Place(left, low), new Place(right, high), rows);
    }

    private static Double value(ToDoubleFunction<double[]> loss, double x, double y) {
        try {
            double value = loss.applyAsDouble(new double[] {x, y});
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (ArithmeticException notDefined) {
            return Double.NaN;
        }
    }

    void writeTo(ArrayNode bounds) {
        bounds.add(left).add(right).add(low).add(high);
    }
}
