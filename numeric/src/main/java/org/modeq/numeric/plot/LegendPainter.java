package org.modeq.numeric.plot;

import java.util.List;
import org.modeq.numeric.plot.Canvas.Anchor;
import org.modeq.numeric.plot.Canvas.Face;
import org.modeq.numeric.plot.Canvas.Ink;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Sign;

/** Draws the lines of a legend: before the words a piece of the line, a mark, a bar, or the shades of a heat map. */
final class LegendPainter {
    private static final double LINE = 1.6;
    private static final double HEIGHT = 12;

    private final Canvas canvas;
    private final double left;
    private final double top;

    LegendPainter(Canvas canvas, double left, double top) {
        this.canvas = canvas;
        this.left = left;
        this.top = top;
    }

    void paint(List<Legend.Line> legend) {
        for (int i = 0; i < legend.size(); i++) {
            double y = top + Layout.LEGEND_LINE * (double) i;
            key(legend.get(i), y);
            canvas.text(
                    Anchor.START,
                    left + Layout.WORDS,
                    y + 4.5,
                    Face.PLAIN,
                    legend.get(i).words());
        }
    }

    private void key(Legend.Line line, double y) {
        double middle = left + Layout.KEY / 2.0;
        switch (line.key()) {
            case CURVE -> {
                CurveStyle style = CurveStyle.of(line.style());
                canvas.open(Ink.ofCurve(line.style(), LINE));
                if (line.look() != Look.MARKS) {
                    canvas.segment(left, y, Layout.KEY, 0, style.dashes());
                }
                if (line.look() != Look.LINE) {
                    mark(canvas, style, middle, y, Sign.PLAIN);
                }
                canvas.close();
            }
            case BARS, HEAT -> {
                canvas.open(Ink.ofCurve(line.style(), 1));
                double width = Layout.KEY / (double) line.shades().size();
                for (int i = 0; i < line.shades().size(); i++) {
                    boolean isBar = line.key() == Legend.Key.BARS;
                    canvas.box(
                            left + i * width,
                            y - HEIGHT / 2,
                            width,
                            HEIGHT,
                            line.shades().get(i),
                            isBar);
                }
                canvas.close();
            }
            case DROPPED, SMALLEST -> {
                canvas.open(Ink.ofCurve(0, LINE));
                Sign sign = line.key() == Legend.Key.DROPPED ? Sign.DROPPED : Sign.SMALLEST;
                mark(canvas, CurveStyle.of(0), middle, y, sign);
                canvas.close();
            }
            case LEVEL -> {
                canvas.open(Ink.ofPage("", 0.35, 1));
                canvas.segment(left, y, Layout.KEY, 0, "");
                canvas.close();
            }
            case NONE -> {}
        }
    }

    /** A mark with its sign. */
    static void mark(Canvas canvas, CurveStyle style, double x, double y, Sign sign) {
        canvas.shape(style.shape(), x, y, sign != Sign.DROPPED, "");
        if (sign == Sign.DROPPED) {
            canvas.shape(CurveStyle.CROSS, x, y, false, "dropped");
        } else if (sign == Sign.SMALLEST) {
            canvas.shape(CurveStyle.RING, x, y, false, "smallest");
        }
    }
}
