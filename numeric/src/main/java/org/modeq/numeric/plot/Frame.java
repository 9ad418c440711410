package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.modeq.numeric.plot.Axis.Scale;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * What a picture shows of the plane; the same in every form of it.
 *
 * @param horizontal the range of the horizontal axis
 * @param vertical the range of the vertical axis
 */
record Frame(Ruler horizontal, Ruler vertical) {
    /** The frame of a picture by itself is this many times as wide as it is high. */
    static final double ASPECT = 1.5;

    /** Thin lines may make the picture higher by this many decades, no more. */
    private static final double DECADES_FOR_THIN = 5;

    /** The first label of a level line is farther than this part of it from its end, the last one from the other end. */
    private static final double FIRST_LABEL = 0.1;

    static Frame of(Plot plot) {
        return of(plot, ASPECT);
    }

    /** What is shown in a frame that is so many times as wide as it is high. */
    static Frame of(Plot plot, double aspect) {
        if (plot.heatMap().isPresent()) {
            return filledBy(plot, plot.heatMap().get().grid());
        }
        Ruler horizontal = Ruler.around(plot.horizontal().scale(), across(plot));
        Ruler vertical = Ruler.around(plot.vertical().scale(), DoubleStream.concat(up(plot), nearThinValues(plot)));
        if (plot.isIsometric()) {
            double height = Math.max(vertical.width(), horizontal.width() / aspect);
            return new Frame(horizontal.widened(height * aspect), vertical.widened(height));
        }
        return new Frame(horizontal, vertical);
    }

    /** The cells of a grid and nothing around them. */
    private static Frame filledBy(Plot plot, Grid grid) {
        List<Double> across = Grid.borders(plot.horizontal(), grid.columns());
        List<Double> up = Grid.borders(plot.vertical(), grid.rows());
        return new Frame(
                Ruler.between(plot.horizontal().scale(), across.get(0), across.get(across.size() - 1)),
                Ruler.between(plot.vertical().scale(), up.get(0), up.get(up.size() - 1)));
    }

    private static DoubleStream across(Plot plot) {
        Stream<Double> bars = Bars.of(plot).stream().flatMap(Bars::ends);
        return DoubleStream.concat(marks(plot).mapToDouble(Mark::x), bars.mapToDouble(Double::doubleValue));
    }

    /** The heights of marks, of the ends of their intervals, and of the foot of bars. */
    private static DoubleStream up(Plot plot) {
        boolean hasFoot = Bars.of(plot).isPresent() && plot.vertical().scale() != Scale.LOGARITHMIC;
        return DoubleStream.concat(
                marks(plot).flatMapToDouble(mark -> DoubleStream.of(mark.y(), mark.lower(), mark.upper())),
                hasFoot ? DoubleStream.of(0) : DoubleStream.empty());
    }

    private static Stream<Mark> marks(Plot plot) {
        return Stream.concat(
                plot.curves().stream()
                        .filter(curve -> curve.look() != Look.THIN)
                        .flatMap(curve -> curve.marks().stream()),
                plot.guides().stream().flatMap(Frame::ends));
    }

    private static Stream<Mark> ends(Guide guide) {
        return Stream.of(guide.from(), guide.to());
    }

    private static DoubleStream nearThinValues(Plot plot) {
        if (plot.vertical().scale() != Scale.LOGARITHMIC) {
            return DoubleStream.empty();
        }
        double lowest = up(plot).min().orElse(1) * Math.pow(10, -DECADES_FOR_THIN);
        return thin(plot).mapToDouble(Mark::y).filter(y -> y >= lowest);
    }

    private static Stream<Mark> thin(Plot plot) {
        return plot.curves().stream()
                .filter(curve -> curve.look() == Look.THIN)
                .flatMap(curve -> curve.marks().stream());
    }

    /**
     * The level lines that have a label and are seen, with the places of their labels: each a bit farther along its line than the one
     * before, so that those of lines side by side do not meet.
     */
    List<Labelled> labelled(Plot plot) {
        List<LevelLine> lines = plot.levels().stream()
                .filter(level ->
                        !level.label().isEmpty() && level.points().stream().anyMatch(this::holds))
                .toList();
        List<Labelled> labels = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Mark> shown =
                    lines.get(i).points().stream().filter(this::holds).toList();
            double part = FIRST_LABEL + (1 - 2 * FIRST_LABEL) * (i + 0.5) / lines.size();
            labels.add(new Labelled(lines.get(i).label(), shown.get((int) (part * shown.size()))));
        }
        return labels;
    }

    /** A label and the point of its line above which it stands. */
    record Labelled(String label, Mark place) {}

    private boolean holds(Mark mark) {
        return horizontal.holds(mark.x()) && vertical.holds(mark.y());
    }

    /** Whether the frame shows a part of a curve. */
    boolean shows(Curve curve) {
        return curve.marks().stream().anyMatch(this::holds);
    }
}
