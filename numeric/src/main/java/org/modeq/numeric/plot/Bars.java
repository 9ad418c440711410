package org.modeq.numeric.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * The curves of a picture that are drawn as bars, side by side around each place.
 *
 * @param curves the curves, from left to right
 * @param spacing the smallest distance of two places, 1 if there is one only
 */
record Bars(List<Curve> curves, double spacing) {
    /** All bars of a place together are this part of the spacing wide. */
    private static final double PART = 0.8;

    /** How much the colour of a bar covers: solid, hollow, half, so that grey print reads. */
    private static final double[] SHADES = {0.85, 0, 0.4};

    static Optional<Bars> of(Plot plot) {
        List<Curve> curves = plot.curves().stream()
                .filter(curve -> curve.look() == Look.BARS)
                .toList();
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        double[] places = curves.stream()
                .flatMap(curve -> curve.marks().stream())
                .mapToDouble(Mark::x)
                .distinct()
                .sorted()
                .toArray();
        double spacing = places.length > 1 ? Double.POSITIVE_INFINITY : 1;
        for (int i = 1; i < places.length; i++) {
            spacing = Math.min(spacing, places[i] - places[i - 1]);
        }
        return Optional.of(new Bars(curves, spacing));
    }

    /** How much the colour of the bars of a curve covers. */
    double shade(Curve curve) {
        return SHADES[curves.indexOf(curve) % SHADES.length];
    }

    double width() {
        return PART * spacing / curves.size();
    }

    /** The left border of a bar. */
    double left(Curve curve, Mark mark) {
        return mark.x() - PART * spacing / 2 + curves.indexOf(curve) * width();
    }

    /** The outer borders of all bars. */
    Stream<Double> ends() {
        return curves.stream()
                .flatMap(curve -> curve.marks().stream())
                .flatMap(mark -> Stream.of(mark.x() - PART * spacing / 2, mark.x() + PART * spacing / 2));
    }
}
