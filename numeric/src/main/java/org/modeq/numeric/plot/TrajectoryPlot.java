package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.PhasePortrait.Flow;
import org.modeq.numeric.study.PhasePortrait.Place;

/** The picture of a run: iterates as dots, truncated flows as lines, over the level lines of the loss. */
public final class TrajectoryPlot {
    private static final int LEVELS = 10;

    private TrajectoryPlot() {}

    /**
     * The picture of a run.
     *
     * @param portrait the run and its flows
     * @return the picture
     */
    public static Plot of(PhasePortrait portrait) {
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve(
                String.format(
                        Locale.ROOT,
                        "iterates: %d steps of h = %.3g",
                        portrait.iterates().size() - 1,
                        portrait.stepSize()),
                0,
                Look.MARKS,
                marks(portrait.iterates())));
        for (Flow flow : portrait.flows()) {
            curves.add(new Curve(
                    "flow of order " + flow.order() + ": " + end(flow), flow.order(), Look.LINE, marks(flow.path())));
        }
        List<LevelLine> levels =
                portrait.landscape().map(loss -> LevelLines.of(loss, LEVELS)).orElse(List.of());
        return new Plot(
                portrait.method() + " and the flows of its truncated fields",
                "The iterates as dots and the flows of the fields cut off at each order as lines"
                        + (levels.isEmpty() ? ". " : ", over level lines of the loss. ")
                        + curves.stream().map(Curve::name).collect(Collectors.joining("; ")) + ".",
                Axis.linear(portrait.xLabel()),
                Axis.linear(portrait.yLabel()),
                portrait.isIsometric(),
                curves,
                List.of(),
                levels,
                List.of());
    }

    private static String end(Flow flow) {
        return flow.distance()
                .map(distance -> String.format(Locale.ROOT, "%.2e from the last iterate at the end", distance))
                .orElse("leaves the finite numbers");
    }

    private static List<Mark> marks(List<Place> places) {
        return places.stream().map(place -> Mark.at(place.x(), place.y())).toList();
    }
}
