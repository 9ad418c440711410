package org.modeq.numeric.plot;

import java.util.List;
import java.util.Locale;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Mark;

/** The marks of pictures as a table. */
final class CurveTable {
    private final boolean hasPanels;
    private final boolean hasIntervals;
    private final StringBuilder table = new StringBuilder();

    private CurveTable(Panels panels) {
        hasPanels = panels.plots().size() > 1;
        hasIntervals = panels.plots().stream()
                .flatMap(plot -> plot.curves().stream())
                .flatMap(curve -> curve.marks().stream())
                .anyMatch(Mark::hasInterval);
    }

    static String of(Panels panels) {
        return new CurveTable(panels).write(panels.plots());
    }

    private String write(List<Plot> plots) {
        table.append(hasPanels ? "panel," : "").append("curve,x,y,sign").append(hasIntervals ? ",lower,upper\n" : "\n");
        for (Plot plot : plots) {
            for (Curve curve : plot.curves()) {
                curve.marks().forEach(mark -> write(plot, curve.name(), mark));
            }
            plot.heatMap().ifPresent(map -> write(plot, map));
        }
        return table.toString();
    }

    private void write(Plot plot, String name, Mark mark) {
        begin(plot, name);
        table.append(mark.x()).append(',').append(mark.y()).append(',');
        table.append(mark.sign().name().toLowerCase(Locale.ROOT));
        if (hasIntervals) {
            table.append(',').append(mark.lower()).append(',').append(mark.upper());
        }
        table.append('\n');
    }

    /** The value of each place stands where marks have their sign. */
    private void write(Plot plot, HeatMap map) {
        Grid grid = map.grid();
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < grid.columns().size(); column++) {
                begin(plot, map.label());
                table.append(grid.columns().get(column)).append(',');
                table.append(grid.rows().get(row)).append(',');
                table.append(grid.values().get(row).get(column)).append(hasIntervals ? ",,\n" : "\n");
            }
        }
    }

    private void begin(Plot plot, String name) {
        if (hasPanels) {
            table.append(quoted(plot.title())).append(',');
        }
        table.append(quoted(name)).append(',');
    }

    private static String quoted(String words) {
        return '"' + words.replace("\"", "\"\"") + '"';
    }
}
