package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.modeq.numeric.plot.Axis.Scale;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.study.PhasePortrait.Landscape;
import org.modeq.numeric.study.PhasePortrait.Place;

/**
 * Values on a rectangular grid of places.
 *
 * @param columns the places on the horizontal axis, increasing
 * @param rows the places on the vertical axis, increasing
 * @param values for each row, the values of its columns
 */
public record Grid(List<Double> columns, List<Double> rows, List<List<Double>> values) {
    /**
     * Values on a grid.
     *
     * @param columns the places on the horizontal axis, increasing
     * @param rows the places on the vertical axis, increasing
     * @param values for each row, the values of its columns
     * @throws IllegalArgumentException if there are fewer than two columns or rows, they do not increase, or the values do not fit
     */
    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        values = values.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (width < 2 || rows.size() < 2 || !increases(columns) || !increases(rows)) {
            throw new IllegalArgumentException("given a grid with the columns " + columns + " and the rows " + rows
                    + ", expected at least two of each, increasing");
        }
        if (values.size() != rows.size() || values.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("given " + values.size() + " rows of values for a grid of " + rows.size()
                    + " rows and " + width + " columns, expected a value for each place");
        }
    }

    /**
     * The values of a function on a grid.
     *
     * @param columns the places on the horizontal axis, increasing
     * @param rows the places on the vertical axis, increasing
     * @param function the function of both
     * @return the grid
     * @throws IllegalArgumentException if there are fewer than two columns or rows, or they do not increase
     */
    public static Grid of(List<Double> columns, List<Double> rows, DoubleBinaryOperator function) {
        return new Grid(
                columns,
                rows,
                rows.stream()
                        .map(y -> columns.stream()
                                .map(x -> function.applyAsDouble(x, y))
                                .toList())
                        .toList());
    }

    static boolean increases(List<Double> places) {
        for (int i = 1; i < places.size(); i++) {
            if (!(places.get(i - 1) < places.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The lines along which the interpolated function has a value. Between two places it is linear in their distance on the axes; places
     * with values that are not finite are left out.
     *
     * @param level the value
     * @param label what stands at the middle of each line
     * @param horizontal the horizontal axis
     * @param vertical the vertical axis
     * @return the lines; none if the value is not between those of the grid
     */
    public List<LevelLine> levelLines(double level, String label, Axis horizontal, Axis vertical) {
        Place last = new Place(columns.size() - 1.0, rows.size() - 1.0);
        Landscape landscape = new Landscape(new Place(0, 0), last, values);
        return LevelLines.at(landscape, level).stream()
                .map(line -> new LevelLine(
                        level,
                        line.points().stream()
                                .map(point -> Mark.at(
                                        between(horizontal, columns, point.x()), between(vertical, rows, point.y())))
                                .toList(),
                        label))
                .toList();
    }

    /** The borders of the cells around the places: halfway on the axis, as far out as in at the ends. */
    static List<Double> borders(Axis axis, List<Double> places) {
        List<Double> borders = new ArrayList<>();
        for (int i = 0; i <= places.size(); i++) {
            borders.add(between(axis, places, i - 0.5));
        }
        return borders;
    }

    /** The place at a broken index, on the line through the two next to it. */
    private static double between(Axis axis, List<Double> places, double index) {
        int before = Math.max(0, Math.min(places.size() - 2, (int) Math.floor(index)));
        double part = index - before;
        double low = places.get(before);
        double high = places.get(before + 1);
        return axis.scale() == Scale.LOGARITHMIC ? low * Math.pow(high / low, part) : low + part * (high - low);
    }
}
