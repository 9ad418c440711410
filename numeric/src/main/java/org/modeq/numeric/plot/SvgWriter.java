package org.modeq.numeric.plot;

/** Writes a figure as one SVG element, which brings the colours for light and dark pages. */
final class SvgWriter {
    private SvgWriter() {}

    static String write(Panels panels) {
        FigurePainter painter = new FigurePainter(panels);
        SvgCanvas svg = new SvgCanvas();
        svg.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"modeq-plot\" role=\"img\" viewBox=\"0 0 %d %d\" "
                        + "width=\"%d\" height=\"%d\" color=\"#222222\" font-family=\"sans-serif\" font-size=\"13\">",
                painter.width(), painter.height(), painter.width(), painter.height());
        svg.line("<title>%s</title>", SvgCanvas.escaped(panels.title()));
        svg.line("<desc>%s</desc>", SvgCanvas.escaped(panels.description()));
        writeStyle(svg);
        painter.paint(svg);
        svg.line("</svg>");
        return svg.toString();
    }

    /** The page's variables if it has them, else colours by the reader's preference; attributes are the last resort. */
    private static void writeStyle(SvgCanvas svg) {
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
}
