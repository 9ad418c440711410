package org.modeq.numeric.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.numeric.plot.LogLogPlot.Curve;
import org.modeq.numeric.plot.LogLogPlot.Mark;

/** Writes a picture as SVG: frame, ticks, reference lines, curves, and the legend below. */
final class SvgWriter {
    private static final int WIDTH = 640;
    private static final int LEFT = 78;
    private static final int RIGHT = 620;
    private static final int TOP = 44;
    private static final int BOTTOM = 404;
    private static final int LEGEND_TOP = 478;
    private static final int LEGEND_LINE = 22;

    private final LogLogPlot plot;
    private final List<ReferenceLine> references;
    private final LogAxis horizontal;
    private final LogAxis vertical;
    private final StringBuilder svg = new StringBuilder();

    SvgWriter(LogLogPlot plot) {
        this.plot = plot;
        this.horizontal = LogAxis.around(
                plot.curves().stream().flatMap(curve -> curve.marks().stream()).mapToDouble(Mark::x), LEFT, RIGHT);
        this.references = ReferenceLine.of(plot);
        this.vertical = LogAxis.around(
                Stream.concat(
                                plot.curves().stream().flatMap(curve -> curve.marks().stream()),
                                references.stream().map(ReferenceLine::from))
                        .mapToDouble(Mark::y),
                BOTTOM,
                TOP);
    }

    String write() {
        int height = LEGEND_TOP + LEGEND_LINE * plot.curves().size();
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"modeq-plot\" role=\"img\" viewBox=\"0 0 %d %d\" "
                        + "width=\"%d\" height=\"%d\" color=\"#222222\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, height, WIDTH, height);
        line("<title>%s</title>", escaped(plot.title()));
        line("<desc>%s</desc>", escaped(plot.description()));
        writeStyle();
        text("middle", (LEFT + RIGHT) / 2.0, 24, " font-size=\"15\"", plot.title());
        writeAxes();
        references.forEach(this::writeReference);
        for (int i = 0; i < plot.curves().size(); i++) {
            writeCurve(plot.curves().get(i), i);
        }
        line("</svg>");
        return svg.toString();
    }

    /** The page's variables if it has them, else colours by the reader's preference; attributes are the last resort. */
    private void writeStyle() {
        line("<style>");
        line(".modeq-plot{color:var(--plot-ink,#222222)}");
        for (int i = 0; i < CurveStyle.count(); i++) {
            line(
                    ".modeq-plot .curve-%d{color:var(--plot-%d,%s)}",
                    i, i + 1, CurveStyle.of(i).light());
        }
        line("@media (prefers-color-scheme:dark){");
        line(".modeq-plot{color:var(--plot-ink,#dddddd)}");
        for (int i = 0; i < CurveStyle.count(); i++) {
            line(
                    ".modeq-plot .curve-%d{color:var(--plot-%d,%s)}",
                    i, i + 1, CurveStyle.of(i).dark());
        }
        line("}");
        line("</style>");
    }

    private void writeAxes() {
        line("<g stroke=\"currentColor\" fill=\"none\">");
        for (int exponent : horizontal.decades()) {
            segment(horizontal.place(Math.pow(10, exponent)), TOP, 0, BOTTOM - TOP, " stroke-opacity=\"0.15\"");
            segment(horizontal.place(Math.pow(10, exponent)), BOTTOM, 0, -7, "");
        }
        for (int exponent : vertical.decades()) {
            segment(LEFT, vertical.place(Math.pow(10, exponent)), RIGHT - LEFT, 0, " stroke-opacity=\"0.15\"");
            segment(LEFT, vertical.place(Math.pow(10, exponent)), 7, 0, "");
        }
        horizontal.minorTicks().forEach(value -> segment(horizontal.place(value), BOTTOM, 0, -4, ""));
        line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        line("</g>");
        for (int exponent : horizontal.labelledDecades()) {
            power(horizontal.place(Math.pow(10, exponent)), BOTTOM + 20, "middle", exponent);
        }
        for (int exponent : vertical.labelledDecades()) {
            power(LEFT - 8, vertical.place(Math.pow(10, exponent)) + 5, "end", exponent);
        }
        text("middle", (LEFT + RIGHT) / 2.0, BOTTOM + 44, "", plot.xLabel());
        double middle = (TOP + BOTTOM) / 2.0;
        text("middle", 20, middle, number(" transform=\"rotate(-90 20 %.2f)\"", middle), plot.yLabel());
    }

    private void writeReference(ReferenceLine reference) {
        double x = horizontal.place(reference.from().x());
        double y = vertical.place(reference.from().y());
        double dx = horizontal.place(reference.to().x()) - x;
        double dy = vertical.place(reference.to().y()) - y;
        line("<g stroke=\"currentColor\" stroke-opacity=\"0.6\">");
        segment(x, y, dx, dy, "");
        line("</g>");
        text("start", x + dx + 6, y + dy + 10, " font-size=\"12\" fill-opacity=\"0.8\"", reference.label());
    }

    private void writeCurve(Curve curve, int index) {
        CurveStyle style = CurveStyle.of(index);
        line(
                "<g class=\"curve-%d\" color=\"%s\" stroke=\"currentColor\" stroke-width=\"1.6\">",
                index % CurveStyle.count(), style.light());
        String points = curve.marks().stream()
                .map(mark -> number("%.2f,%.2f", horizontal.place(mark.x()), vertical.place(mark.y())))
                .collect(Collectors.joining(" "));
        line("<polyline points=\"%s\" fill=\"none\"%s/>", points, dashes(style));
        for (Mark mark : curve.marks()) {
            mark(style, horizontal.place(mark.x()), vertical.place(mark.y()), mark.used());
        }
        double y = LEGEND_TOP + LEGEND_LINE * (double) index;
        segment(LEFT, y, 46, 0, dashes(style));
        mark(style, LEFT + 23, y, true);
        line("</g>");
        text("start", LEFT + 58, y + 4.5, "", curve.name());
    }

    private static String dashes(CurveStyle style) {
        return style.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + style.dashes() + "\"";
    }

    private void mark(CurveStyle style, double x, double y, boolean used) {
        line(
                "<path transform=\"translate(%.2f %.2f)\" d=\"%s\" fill=\"%s\"/>",
                x, y, style.shape(), used ? "currentColor" : "none");
    }

    private void segment(double x, double y, double dx, double dy, String attributes) {
        line("<path d=\"M%.2f %.2fl%.2f %.2f\"%s/>", x, y, dx, dy, attributes);
    }

    private void text(String anchor, double x, double y, String attributes, String words) {
        line(
                "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"currentColor\"%s>%s</text>",
                x, y, anchor, attributes, escaped(words));
    }

    /** 10 with a raised exponent. */
    private void power(double x, double y, String anchor, int exponent) {
        line(
                "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"currentColor\">10<tspan dy=\"-5\" "
                        + "font-size=\"10\">%s</tspan></text>",
                x, y, anchor, (exponent < 0 ? "−" : "") + Math.abs(exponent));
    }

    private void line(String format, Object... arguments) {
        svg.append(number(format, arguments)).append('\n');
    }

    private static String number(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
