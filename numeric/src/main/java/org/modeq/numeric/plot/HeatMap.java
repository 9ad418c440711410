package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values of a function shown by shades of a colour in bands: the fuller, the higher, on light and on dark pages. The lowest band has no
 * colour, and neither have values that are not finite.
 *
 * @param grid the values; each place is the middle of a cell
 * @param bounds the values that part the bands, increasing
 * @param label what the values are
 */
public record HeatMap(Grid grid, List<Double> bounds, String label) {
    /** Its colour is that of the curves of this style. */
    static final int STYLE = 1;

    /** How much the colour of the highest band covers: what is drawn over it must be read. */
    private static final double FULLEST = 0.7;

    /**
     * A heat map.
     *
     * @param grid the values
     * @param bounds the values that part the bands, increasing, at least one
     * @param label what the values are
     * @throws IllegalArgumentException if there is no bound, or they do not increase
     */
    public HeatMap {
        bounds = List.copyOf(bounds);
        if (bounds.isEmpty() || !Grid.increases(bounds)) {
            throw new IllegalArgumentException(
                    "given the bounds " + bounds + " of colours, expected at least one, increasing");
        }
    }

    /**
     * Cells of a row that stand together in a band.
     *
     * @param left the left border
     * @param right the right border
     * @param bottom the lower border
     * @param top the upper border
     * @param opacity how much their colour covers
     */
    record Run(double left, double right, double bottom, double top, double opacity) {}

    int bands() {
        return bounds.size() + 1;
    }

    /** How much the colour of a band covers, from 0 for the lowest. */
    double opacity(int band) {
        return FULLEST * band / bounds.size();
    }

    /** The cells, row by row; those without a colour are left out. */
    List<Run> runs(Axis horizontal, Axis vertical) {
        List<Double> across = Grid.borders(horizontal, grid.columns());
        List<Double> up = Grid.borders(vertical, grid.rows());
        List<Run> runs = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            List<Integer> bands =
                    grid.values().get(row).stream().map(this::band).toList();
            int from = 0;
            for (int column = 1; column <= bands.size(); column++) {
                if (column == bands.size() || !bands.get(column).equals(bands.get(from))) {
                    if (bands.get(from) > 0) {
                        runs.add(new Run(
                                across.get(from),
                                across.get(column),
                                up.get(row),
                                up.get(row + 1),
                                opacity(bands.get(from))));
                    }
                    from = column;
                }
            }
        }
        return runs;
    }

    /** The number of the bounds that are not greater. */
    private int band(double value) {
        return Double.isFinite(value)
                ? (int) bounds.stream().filter(bound -> bound <= value).count()
                : 0;
    }

    String words() {
        return label + ", from pale to full with borders at "
                + bounds.stream().map(HeatMap::number).collect(Collectors.joining(", "));
    }

    private static String number(double bound) {
        String text = String.valueOf(bound);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).replace('-', '−');
    }

    void requireShown(Axis horizontal, Axis vertical) {
        if (!grid.columns().stream().allMatch(horizontal::shows)
                || !grid.rows().stream().allMatch(vertical::shows)) {
            throw new IllegalArgumentException("given a heat map '" + label
                    + "' with a place that an axis cannot show, expected finite ones, positive on logarithmic axes");
        }
    }
}
