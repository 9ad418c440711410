package org.modeq.numeric.plot;

import java.util.Locale;

/** Lines of SVG. */
final class SvgText {
    private final StringBuilder svg = new StringBuilder();

    void line(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** A straight line from a place by a displacement. */
    void segment(double x, double y, double dx, double dy, String attributes) {
        line("<path d=\"M%.2f %.2fl%.2f %.2f\"%s/>", x, y, dx, dy, attributes);
    }

    void text(String anchor, double x, double y, String attributes, String words) {
        line(
                "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"currentColor\"%s>%s</text>",
                x, y, anchor, attributes, escaped(words));
    }

    /** 10 with a raised exponent. */
    void power(double x, double y, String anchor, String exponent) {
        line(
                "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"currentColor\">10<tspan dy=\"-5\" "
                        + "font-size=\"10\">%s</tspan></text>",
                x, y, anchor, exponent.replace('-', '−'));
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
