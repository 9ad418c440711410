package org.modeq.numeric.plot;

import java.awt.geom.Point2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what is drawn as lines of SVG. */
final class SvgCanvas implements Canvas {
    private final StringBuilder svg = new StringBuilder();

    /** Segments that follow each other are one path, written when something else is. */
    private final StringBuilder segments = new StringBuilder();

    private String dashesOfSegments = "";

    void line(String format, Object... arguments) {
        endPath();
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    @Override
    public void open(Ink ink) {
        String name = ink.name().isEmpty() ? "" : " class=\"" + ink.name() + "\"";
        String colour = ink.style() == Ink.PAGE
                ? ""
                : " color=\"" + CurveStyle.of(ink.style()).light() + "\"";
        line(
                "<g%s%s stroke=\"currentColor\" fill=\"none\"%s%s>",
                name, colour, unlessOne("stroke-opacity", ink.opacity()), unlessOne("stroke-width", ink.width()));
    }

    private static String unlessOne(String attribute, double value) {
        return value == 1 ? "" : " " + attribute + "=\"" + number(value) + "\"";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    @Override
    public void close() {
        line("</g>");
    }

    /** A nested element shows nothing outside itself; its data attributes say which values its sides have. */
    @Override
    public void openWindow(Layout layout, Frame frame, Plot plot) {
        line(
                "<svg x=\"%1$s\" y=\"%2$s\" width=\"%3$s\" height=\"%4$s\" viewBox=\"%1$s %2$s %3$s %4$s\" "
                        + "data-x=\"%5$s\" data-y=\"%6$s\" data-across=\"%7$s\" data-up=\"%8$s\">",
                number(layout.frameLeft()),
                number(layout.frameTop()),
                number(layout.frameWidth()),
                number(layout.frameHeight()),
                range(frame.horizontal()),
                range(frame.vertical()),
                escaped(plot.horizontal().label()),
                escaped(plot.vertical().label()));
    }

    /** The scale and its ends, of a logarithmic one their logarithms. */
    private static String range(Ruler ruler) {
        String scale = ruler.scale() == Axis.Scale.LOGARITHMIC ? "log " : "linear ";
        return scale + shortened(ruler.lowest()) + " " + shortened(ruler.highest());
    }

    /** Seven digits are more than a pixel has. */
    private static String shortened(double value) {
        return new BigDecimal(value)
                .round(new MathContext(7))
                .stripTrailingZeros()
                .toString();
    }

    @Override
    public void closeWindow() {
        line("</svg>");
    }

    @Override
    public void segment(double x, double y, double dx, double dy, String dashes) {
        String way = dx == 0 ? "v" + place(dy) : dy == 0 ? "h" + place(dx) : "l" + place(dx) + " " + place(dy);
        if (!dashes.equals(dashesOfSegments)) {
            endPath();
            dashesOfSegments = dashes;
        }
        segments.append('M').append(place(x)).append(' ').append(place(y)).append(way);
    }

    @Override
    public void polyline(List<Point2D> points, String dashes) {
        String places = points.stream()
                .map(point -> place(point.getX()) + "," + place(point.getY()))
                .collect(Collectors.joining(" "));
        line("<polyline points=\"%s\" fill=\"none\"%s/>", places, dashed(dashes));
    }

    private void endPath() {
        if (!segments.isEmpty()) {
            String path = "<path d=\"" + segments + "\"" + dashed(dashesOfSegments) + "/>";
            segments.setLength(0);
            svg.append(path).append('\n');
        }
    }

    /** A hundredth of a pixel is enough. */
    private static String place(double value) {
        return number(Math.rint(value * 100) / 100);
    }

    private static String dashed(String dashes) {
        return dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
    }

    @Override
    public void box(double x, double y, double width, double height, double shade, boolean hasBorder) {
        String fill = shade == 0
                ? ""
                : String.format(Locale.ROOT, " fill=\"currentColor\"%s", unlessOne("fill-opacity", rounded(shade)));
        // Without a border boxes stand side by side: smoothed edges would show the ground between them.
        String border = hasBorder ? "" : " stroke=\"none\" shape-rendering=\"crispEdges\"";
        line(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s%s/>",
                place(x), place(y), place(width), place(height), fill, border);
    }

    private static double rounded(double shade) {
        return Math.rint(shade * 1000) / 1000;
    }

    @Override
    public void shape(MarkShape shape, double x, double y, boolean isFilled, String name) {
        line(
                "<path transform=\"translate(%s %s)\" d=\"%s\" fill=\"%s\"%s/>",
                place(x),
                place(y),
                shape.toSvg(),
                isFilled ? "currentColor" : "none",
                name.isEmpty() ? "" : " class=\"" + name + "\"");
    }

    @Override
    public void text(Anchor anchor, double x, double y, Face face, String words) {
        String size = face.size() == Face.PLAIN.size() ? "" : " font-size=\"" + number(face.size()) + "\"";
        String turned = face.isTurned() ? " transform=\"rotate(-90 " + place(x) + " " + place(y) + ")\"" : "";
        line(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"currentColor\"%s%s%s>%s</text>",
                place(x),
                place(y),
                name(anchor),
                size,
                unlessOne("fill-opacity", face.opacity()),
                turned,
                escaped(words));
    }

    @Override
    public void power(Anchor anchor, double x, double y, String exponent) {
        line(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"currentColor\">10<tspan dy=\"-%d\" "
                        + "font-size=\"%s\">%s</tspan></text>",
                place(x), place(y), name(anchor), Face.RAISED, number(Face.EXPONENT.size()), exponent);
    }

    private static String name(Anchor anchor) {
        return anchor.name().toLowerCase(Locale.ROOT);
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        endPath();
        return svg.toString();
    }
}
