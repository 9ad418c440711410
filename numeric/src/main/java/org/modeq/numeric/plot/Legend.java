package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Sign;

/** What stands below a picture: a line for each curve, for each sign that occurs, and the notes. */
final class Legend {
    /** Lines of at most about this many characters. */
    private static final int COLUMNS = 78;

    /** What stands before the words of a line. */
    enum Key {
        CURVE,
        DROPPED,
        SMALLEST,
        LEVEL,
        NONE
    }

    /**
     * A line.
     *
     * @param key what stands before the words
     * @param curve the number of the curve, for keys of curves
     * @param words the words
     */
    record Line(Key key, int curve, String words) {}

    private Legend() {}

    static List<Line> of(Plot plot) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            if (curve.look() != Look.THIN) {
                add(lines, Key.CURVE, i, curve.name());
            }
        }
        if (has(plot, Sign.DROPPED)) {
            add(lines, Key.DROPPED, 0, "dropped: not used in the fit");
        }
        if (has(plot, Sign.SMALLEST)) {
            add(lines, Key.SMALLEST, 0, "the smallest term, N*");
        }
        if (!plot.levels().isEmpty()) {
            add(lines, Key.LEVEL, 0, "level lines of the loss");
        }
        plot.notes().forEach(note -> add(lines, Key.NONE, 0, note));
        return lines;
    }

    private static boolean has(Plot plot, Sign sign) {
        return plot.curves().stream().flatMap(curve -> curve.marks().stream()).anyMatch(mark -> mark.sign() == sign);
    }

    /** The words, in several lines if they are long. */
    private static void add(List<Line> lines, Key key, int curve, String words) {
        StringBuilder line = new StringBuilder();
        Key first = key;
        for (String word : words.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(new Line(first, curve, line.toString()));
                line.setLength(0);
                first = Key.NONE;
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(new Line(first, curve, line.toString()));
    }
}
