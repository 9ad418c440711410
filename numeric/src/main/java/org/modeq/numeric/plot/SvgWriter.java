package org.modeq.numeric.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.Axis.Scale;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.plot.Plot.Sign;

/** Writes a picture as SVG: frame, ticks, level lines, guides, curves, and the legend below. */
final class SvgWriter {
    private static final int WIDTH = 640;
    private static final int LEFT = 78;
    private static final int RIGHT = 618;
    private static final int TOP = 44;
    private static final int BOTTOM = TOP + (int) ((RIGHT - LEFT) / Frame.ASPECT);
    private static final int LEGEND_TOP = 478;
    private static final int LEGEND_LINE = 22;
    private static final String CROSS = "M-3 -3L3 3M-3 3L3 -3";
    private static final String RING = "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0Z";

    private final Plot plot;
    private final Frame frame;
    private final SvgText svg = new SvgText();

    SvgWriter(Plot plot) {
        this.plot = plot;
        this.frame = Frame.of(plot);
    }

    String write() {
        List<Legend.Line> legend = Legend.of(plot);
        int height = LEGEND_TOP + LEGEND_LINE * legend.size();
        svg.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"modeq-plot\" role=\"img\" viewBox=\"0 0 %d %d\" "
                        + "width=\"%d\" height=\"%d\" color=\"#222222\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, height, WIDTH, height);
        svg.line("<title>%s</title>", SvgText.escaped(plot.title()));
        svg.line("<desc>%s</desc>", SvgText.escaped(plot.description()));
        writeStyle();
        svg.text("middle", (LEFT + RIGHT) / 2.0, 24, " font-size=\"15\"", plot.title());
        writeAxes();
        writeInside();
        for (int i = 0; i < legend.size(); i++) {
            writeLegend(legend.get(i), LEGEND_TOP + LEGEND_LINE * (double) i);
        }
        svg.line("</svg>");
        return svg.toString();
    }

    /** The page's variables if it has them, else colours by the reader's preference; attributes are the last resort. */
    private void writeStyle() {
        svg.line("<style>");
        svg.line(".modeq-plot:root{background:#ffffff}");
        svg.line(".modeq-plot{color:var(--plot-ink,#222222)}");
        for (int i = 0; i < CurveStyle.count(); i++) {
            svg.line(
                    ".modeq-plot .curve-%d{color:var(--plot-%d,%s)}",
                    i, i + 1, CurveStyle.of(i).light());
        }
        svg.line("@media screen and (prefers-color-scheme:dark){");
        svg.line(".modeq-plot:root{background:#131313}");
        svg.line(".modeq-plot{color:var(--plot-ink,#dddddd)}");
        for (int i = 0; i < CurveStyle.count(); i++) {
            svg.line(
                    ".modeq-plot .curve-%d{color:var(--plot-%d,%s)}",
                    i, i + 1, CurveStyle.of(i).dark());
        }
        svg.line("}");
        svg.line("</style>");
    }

    private double x(double value) {
        return LEFT + frame.horizontal().place(value) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - frame.vertical().place(value) * (BOTTOM - TOP);
    }

    private void writeAxes() {
        List<Ruler.Tick> across = frame.horizontal().ticks();
        List<Ruler.Tick> up = frame.vertical().ticks();
        svg.line("<g stroke=\"currentColor\" fill=\"none\">");
        for (Ruler.Tick tick : across) {
            svg.segment(x(tick.value()), TOP, 0, BOTTOM - TOP, " stroke-opacity=\"0.15\"");
            svg.segment(x(tick.value()), BOTTOM, 0, -7, "");
        }
        for (Ruler.Tick tick : up) {
            svg.segment(LEFT, y(tick.value()), RIGHT - LEFT, 0, " stroke-opacity=\"0.15\"");
            svg.segment(LEFT, y(tick.value()), 7, 0, "");
        }
        frame.horizontal().minorTicks().forEach(value -> svg.segment(x(value), BOTTOM, 0, -4, ""));
        svg.line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        svg.line("</g>");
        across.forEach(tick -> number(plot.horizontal(), tick, x(tick.value()), BOTTOM + 20, "middle"));
        up.forEach(tick -> number(plot.vertical(), tick, LEFT - 8, y(tick.value()) + 5, "end"));
        svg.text(
                "middle",
                (LEFT + RIGHT) / 2.0,
                BOTTOM + 44,
                "",
                plot.horizontal().label());
        double middle = (TOP + BOTTOM) / 2.0;
        String turned = String.format(Locale.ROOT, " transform=\"rotate(-90 20 %.2f)\"", middle);
        svg.text("middle", 20, middle, turned, plot.vertical().label());
    }

    private void number(Axis axis, Ruler.Tick tick, double x, double y, String anchor) {
        if (tick.label().isEmpty()) {
            return;
        }
        if (axis.scale() == Scale.LOGARITHMIC) {
            svg.power(x, y, anchor, tick.label());
        } else {
            svg.text(anchor, x, y, "", tick.label().replace('-', '−'));
        }
    }

    /** All that is cut off at the frame: a nested element shows nothing outside itself. */
    private void writeInside() {
        svg.line(
                "<svg x=\"%1$d\" y=\"%2$d\" width=\"%3$d\" height=\"%4$d\" viewBox=\"%1$d %2$d %3$d %4$d\">",
                LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        if (!plot.levels().isEmpty()) {
            svg.line("<g class=\"levels\" stroke=\"currentColor\" stroke-opacity=\"0.35\" fill=\"none\">");
            plot.levels().forEach(level -> polyline(level.points(), " stroke-width=\"0.9\""));
            svg.line("</g>");
        }
        plot.guides().forEach(this::writeGuide);
        for (Curve curve : plot.curves()) {
            if (curve.look() != Look.THIN || frame.shows(curve)) {
                writeCurve(curve);
            }
        }
        svg.line("</svg>");
    }

    private void writeGuide(Guide guide) {
        double x = x(guide.from().x());
        double y = y(guide.from().y());
        double dx = x(guide.to().x()) - x;
        double dy = y(guide.to().y()) - y;
        svg.line("<g class=\"guide\" stroke=\"currentColor\" stroke-opacity=\"0.6\">");
        svg.segment(x, y, dx, dy, "");
        svg.line("</g>");
        boolean isLevel = Math.abs(dy) < 1e-9;
        svg.text(
                isLevel ? "end" : "start",
                isLevel ? x + dx - 6 : x + dx + 6,
                isLevel ? y - 5 : y + dy + 10,
                " font-size=\"12\" fill-opacity=\"0.8\"",
                guide.label());
    }

    private void writeCurve(Curve curve) {
        CurveStyle style = CurveStyle.of(curve.style());
        open(curve.style());
        if (curve.look() == Look.THIN) {
            polyline(curve.marks(), " stroke-width=\"1\" stroke-dasharray=\"1 3\"");
        } else if (curve.look() != Look.MARKS) {
            polyline(curve.marks(), dashes(style));
        }
        if (curve.look() == Look.LINE_AND_MARKS || curve.look() == Look.MARKS) {
            curve.marks().forEach(mark -> mark(style, x(mark.x()), y(mark.y()), mark.sign()));
        }
        svg.line("</g>");
    }

    private void open(int style) {
        svg.line(
                "<g class=\"curve-%d\" color=\"%s\" stroke=\"currentColor\" stroke-width=\"1.6\">",
                style % CurveStyle.count(), CurveStyle.of(style).light());
    }

    private void polyline(List<Mark> marks, String attributes) {
        String points = marks.stream()
                .map(mark -> String.format(Locale.ROOT, "%.2f,%.2f", x(mark.x()), y(mark.y())))
                .collect(Collectors.joining(" "));
        svg.line("<polyline points=\"%s\" fill=\"none\"%s/>", points, attributes);
    }

    private static String dashes(CurveStyle style) {
        return style.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + style.dashes() + "\"";
    }

    private void mark(CurveStyle style, double x, double y, Sign sign) {
        shape(style.shape(), x, y, sign == Sign.DROPPED ? "none" : "currentColor", "");
        if (sign == Sign.DROPPED) {
            shape(CROSS, x, y, "none", " class=\"dropped\"");
        } else if (sign == Sign.SMALLEST) {
            shape(RING, x, y, "none", " class=\"smallest\"");
        }
    }

    private void shape(String path, double x, double y, String fill, String attributes) {
        svg.line("<path transform=\"translate(%.2f %.2f)\" d=\"%s\" fill=\"%s\"%s/>", x, y, path, fill, attributes);
    }

    private void writeLegend(Legend.Line entry, double y) {
        switch (entry.key()) {
            case CURVE -> {
                Curve curve = plot.curves().get(entry.curve());
                open(curve.style());
                if (curve.look() != Look.MARKS) {
                    svg.segment(LEFT, y, 46, 0, dashes(CurveStyle.of(curve.style())));
                }
                if (curve.look() != Look.LINE) {
                    mark(CurveStyle.of(curve.style()), LEFT + 23, y, Sign.PLAIN);
                }
                svg.line("</g>");
            }
            case DROPPED, SMALLEST -> {
                open(0);
                Sign sign = entry.key() == Legend.Key.DROPPED ? Sign.DROPPED : Sign.SMALLEST;
                mark(CurveStyle.of(0), LEFT + 23, y, sign);
                svg.line("</g>");
            }
            case LEVEL -> {
                svg.line("<g stroke=\"currentColor\" stroke-opacity=\"0.35\">");
                svg.segment(LEFT, y, 46, 0, "");
                svg.line("</g>");
            }
            case NONE -> {}
        }
        svg.text("start", LEFT + 58, y + 4.5, "", entry.words());
    }
}
