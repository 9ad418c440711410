package org.modeq.numeric.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/**
 * The shape of a mark around the origin, in pixels of the SVG: a circle, or straight lines between corners.
 *
 * @param radius the radius of the circle; 0 if it is none
 * @param lines the corners of each line, x and y in turn
 * @param isClosed whether each line goes back to where it began
 */
record MarkShape(double radius, List<List<Double>> lines, boolean isClosed) {
    static MarkShape circle(double radius) {
        return new MarkShape(radius, List.of(), true);
    }

    static MarkShape polygon(Double... corners) {
        return new MarkShape(0, List.of(List.of(corners)), true);
    }

    static MarkShape strokes(List<List<Double>> lines) {
        return new MarkShape(0, lines, false);
    }

    /** The shape as the data of an SVG path. */
    String toSvg() {
        if (radius > 0) {
            return String.format(
                    Locale.ROOT, "M-%1$s 0a%1$s %1$s 0 1 0 %2$s 0a%1$s %1$s 0 1 0 -%2$s 0Z", radius, 2 * radius);
        }
        StringBuilder data = new StringBuilder();
        for (List<Double> line : lines) {
            for (int i = 0; i < line.size(); i += 2) {
                data.append(i == 0 ? 'M' : 'L').append(line.get(i)).append(' ').append(line.get(i + 1));
            }
            data.append(isClosed ? "Z" : "");
        }
        return data.toString();
    }

    /** The shape around a place. */
    Path2D at(double x, double y) {
        Path2D path = new Path2D.Double();
        if (radius > 0) {
            path.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
        }
        for (List<Double> line : lines) {
            path.moveTo(x + line.get(0), y + line.get(1));
            for (int i = 2; i < line.size(); i += 2) {
                path.lineTo(x + line.get(i), y + line.get(i + 1));
            }
            if (isClosed) {
                path.closePath();
            }
        }
        return path;
    }
}
