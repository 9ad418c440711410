package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.modeq.numeric.plot.LogLogPlot.Curve;
import org.modeq.numeric.plot.LogLogPlot.Mark;

/** A stretch of the power law y = C x^p. */
record ReferenceLine(double slope, Mark from, Mark to) {
    /** How far below the curve the line is drawn. */
    private static final double OFFSET = 3;

    /** One line for each slope, below the lowest curve expected to have it, over its leftmost three marks. */
    static List<ReferenceLine> of(LogLogPlot plot) {
        List<ReferenceLine> lines = new ArrayList<>();
        List<Double> slopes =
                plot.curves().stream().map(Curve::expectedSlope).distinct().toList();
        for (double slope : slopes) {
            List<Mark> lowest = plot.curves().stream()
                    .filter(curve -> curve.expectedSlope() == slope)
                    .map(ReferenceLine::fromTheLeft)
                    .min(Comparator.comparingDouble(marks -> marks.get(0).y()))
                    .orElseThrow();
            if (lowest.size() > 1) {
                Mark anchor = lowest.get(0);
                double x = lowest.get(Math.min(2, lowest.size() - 1)).x();
                double y = anchor.y() / OFFSET;
                lines.add(new ReferenceLine(
                        slope, new Mark(anchor.x(), y, true), new Mark(x, y * Math.pow(x / anchor.x(), slope), true)));
            }
        }
        return lines;
    }

    private static List<Mark> fromTheLeft(Curve curve) {
        return curve.marks().stream()
                .sorted(Comparator.comparingDouble(Mark::x))
                .toList();
    }

    /** The slope as it is written beside the line. */
    String label() {
        return "slope " + (slope == Math.rint(slope) ? String.valueOf((long) slope) : String.valueOf(slope));
    }
}
