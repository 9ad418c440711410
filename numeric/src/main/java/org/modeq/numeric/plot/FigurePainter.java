package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.plot.Canvas.Anchor;
import org.modeq.numeric.plot.Canvas.Face;

/** Places the pictures of a figure with their legends and draws them; the same for every canvas. */
final class FigurePainter {
    /** The height of the title of a figure of several pictures. */
    private static final double HEADING = 40;

    private static final double GAP = 12;
    private static final double SHARED_LEFT = 78;

    private final Panels panels;
    private final List<Layout> layouts = new ArrayList<>();
    private final List<List<Legend.Line>> legends = new ArrayList<>();
    private final List<Legend.Line> shared;
    private final int width;
    private final double bottom;

    FigurePainter(Panels panels) {
        this.panels = panels;
        this.width = width(panels);
        this.shared = sharedLegend(panels);
        double top = panels.isSingle() ? 0 : HEADING;
        for (int first = 0; first < panels.plots().size(); first += panels.columns()) {
            top = placeRow(first, top);
        }
        this.bottom = top;
    }

    /** The legend if it is that of every picture, otherwise nothing. */
    static List<Legend.Line> sharedLegend(Panels panels) {
        int width = width(panels);
        List<List<Legend.Line>> legends = panels.plots().stream()
                .map(plot -> Legend.of(plot, Layout.columns(width - SHARED_LEFT - Layout.WORDS)))
                .distinct()
                .toList();
        return panels.isSingle() || legends.size() > 1 ? List.of() : legends.get(0);
    }

    private static int width(Panels panels) {
        return Layout.widthOf(panels.columns()) * panels.columns();
    }

    /** Places the pictures of a row and gives the upper border of the next. */
    private double placeRow(int first, double top) {
        int cell = Layout.widthOf(panels.columns());
        double next = top;
        for (int i = first;
                i < Math.min(first + panels.columns(), panels.plots().size());
                i++) {
            Layout layout = new Layout((i - first) * (double) cell, top, cell, panels.isSingle());
            List<Legend.Line> legend =
                    shared.isEmpty() ? Legend.of(panels.plots().get(i), layout.legendColumns()) : List.of();
            layouts.add(layout);
            legends.add(legend);
            next = Math.max(next, top + layout.height(legend) + (panels.isSingle() ? 0 : GAP));
        }
        return next;
    }

    int width() {
        return width;
    }

    int height() {
        return (int) Math.ceil(bottom + Layout.LEGEND_LINE * shared.size());
    }

    void paint(Canvas canvas) {
        if (!panels.isSingle()) {
            canvas.text(Anchor.MIDDLE, width / 2.0, 27, Face.HEADING, panels.title());
        }
        for (int i = 0; i < layouts.size(); i++) {
            Layout layout = layouts.get(i);
            new Painter(panels.plots().get(i), layout, canvas).paint();
            new LegendPainter(canvas, layout.legendLeft(), layout.legendTop()).paint(legends.get(i));
        }
        new LegendPainter(canvas, SHARED_LEFT, bottom).paint(shared);
    }
}
