package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Sign;

/** What stands below a picture: a line for each curve, for each sign that occurs, and the notes. */
final class Legend {
    /** What stands before the words of a line. */
    enum Key {
        CURVE,
        BARS,
        DROPPED,
        SMALLEST,
        LEVEL,
        HEAT,
        NONE
    }

    /**
     * A line.
     *
     * @param key what stands before the words
     * @param style the style of the curve, for keys of curves
     * @param look its look, for keys of curves
     * @param shades how much the colour covers, for keys of bars and of heat maps
     * @param words the words
     */
    record Line(Key key, int style, Look look, List<Double> shades, String words) {}

    private final int columns;
    private final List<Line> lines = new ArrayList<>();

    private Legend(int columns) {
        this.columns = columns;
    }

    /** The lines, of about so many characters at most. */
    static List<Line> of(Plot plot, int columns) {
        Legend legend = new Legend(columns);
        legend.add(plot);
        return List.copyOf(legend.lines);
    }

    private void add(Plot plot) {
        for (Curve curve : plot.curves()) {
            if (curve.look() == Look.BARS) {
                double shade = Bars.of(plot).orElseThrow().shade(curve);
                add(new Line(Key.BARS, curve.style(), Look.BARS, List.of(shade), curve.name()));
            } else if (curve.look() != Look.THIN) {
                add(new Line(Key.CURVE, curve.style(), curve.look(), List.of(), curve.name()));
            }
        }
        if (has(plot, Sign.DROPPED)) {
            add(Key.DROPPED, "dropped: not used in the fit");
        }
        if (has(plot, Sign.SMALLEST)) {
            add(Key.SMALLEST, "the smallest term, N*");
        }
        plot.heatMap().ifPresent(map -> {
            List<Double> shades =
                    IntStream.range(0, map.bands()).mapToObj(map::opacity).toList();
            add(new Line(Key.HEAT, HeatMap.STYLE, Look.BARS, shades, map.words()));
        });
        if (plot.levels().stream().anyMatch(level -> level.label().isEmpty())) {
            add(Key.LEVEL, "level lines of the loss");
        }
        plot.notes().forEach(note -> add(Key.NONE, note));
    }

    private static boolean has(Plot plot, Sign sign) {
        return plot.curves().stream().flatMap(curve -> curve.marks().stream()).anyMatch(mark -> mark.sign() == sign);
    }

    private void add(Key key, String words) {
        add(new Line(key, 0, Look.MARKS, List.of(), words));
    }

    /** The words, in several lines if they are long. */
    private void add(Line line) {
        List<String> parts = wrapped(line.words(), columns);
        lines.add(new Line(line.key(), line.style(), line.look(), line.shades(), parts.get(0)));
        parts.subList(1, parts.size()).forEach(part -> lines.add(new Line(Key.NONE, 0, Look.MARKS, List.of(), part)));
    }

    /** Words in lines of at most so many characters, except for longer words. */
    static List<String> wrapped(String words, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
