package org.modeq.numeric.plot;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.modeq.numeric.plot.Axis.Scale;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * What a picture shows of the plane; the same in every form of it.
 *
 * @param horizontal the range of the horizontal axis
 * @param vertical the range of the vertical axis
 */
record Frame(Ruler horizontal, Ruler vertical) {
    /** The frame is this many times as wide as it is high. */
    static final double ASPECT = 1.5;

    /** Thin lines may make the picture higher by this many decades, no more. */
    private static final double DECADES_FOR_THIN = 5;

    static Frame of(Plot plot) {
        Ruler horizontal = Ruler.around(plot.horizontal().scale(), values(plot, Mark::x));
        Ruler vertical =
                Ruler.around(plot.vertical().scale(), DoubleStream.concat(values(plot, Mark::y), nearThinValues(plot)));
        if (plot.isIsometric()) {
            double height = Math.max(vertical.width(), horizontal.width() / ASPECT);
            return new Frame(horizontal.widened(height * ASPECT), vertical.widened(height));
        }
        return new Frame(horizontal, vertical);
    }

    private static DoubleStream values(Plot plot, ToDoubleFunction<Mark> coordinate) {
        return Stream.concat(
                        plot.curves().stream()
                                .filter(curve -> curve.look() != Look.THIN)
                                .flatMap(curve -> curve.marks().stream()),
                        plot.guides().stream().flatMap(Frame::ends))
                .mapToDouble(coordinate);
    }

    private static Stream<Mark> ends(Guide guide) {
        return Stream.of(guide.from(), guide.to());
    }

    private static DoubleStream nearThinValues(Plot plot) {
        if (plot.vertical().scale() != Scale.LOGARITHMIC) {
            return DoubleStream.empty();
        }
        double lowest = values(plot, Mark::y).min().orElse(1) * Math.pow(10, -DECADES_FOR_THIN);
        return thin(plot).mapToDouble(Mark::y).filter(y -> y >= lowest);
    }

    private static Stream<Mark> thin(Plot plot) {
        return plot.curves().stream()
                .filter(curve -> curve.look() == Look.THIN)
                .flatMap(curve -> curve.marks().stream());
    }

    /** Whether the frame shows a part of a curve. */
    boolean shows(Curve curve) {
        return curve.marks().stream().anyMatch(mark -> horizontal.holds(mark.x()) && vertical.holds(mark.y()));
    }
}
