package org.modeq.numeric.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.LogLogPlot.Curve;
import org.modeq.numeric.plot.LogLogPlot.Mark;

/** Writes a picture for LaTeX with pgfplots. */
final class PgfplotsWriter {
    private final LogLogPlot plot;
    private final StringBuilder tex = new StringBuilder();

    PgfplotsWriter(LogLogPlot plot) {
        this.plot = plot;
    }

    String write() {
        line("\\begin{tikzpicture}");
        line("\\begin{loglogaxis}[title={" + escaped(plot.title()) + "}, xlabel={" + escaped(plot.xLabel())
                + "}, ylabel={" + escaped(plot.yLabel()) + "},");
        line("  width=0.8\\linewidth, height=0.6\\linewidth, grid=major, grid style={gray!25},");
        line("  legend cell align=left, legend style={at={(0.5,-0.2)}, anchor=north, draw=none}]");
        for (ReferenceLine reference : ReferenceLine.of(plot)) {
            line("\\addplot[gray, thin, forget plot] coordinates {"
                    + coordinates(List.of(reference.from(), reference.to()))
                    + "} node[below right, font=\\scriptsize] {"
                    + reference.label() + "};");
        }
        for (int i = 0; i < plot.curves().size(); i++) {
            writeCurve(plot.curves().get(i), i);
        }
        line("\\end{loglogaxis}");
        line("\\end{tikzpicture}");
        return tex.toString();
    }

    private void writeCurve(Curve curve, int index) {
        CurveStyle style = CurveStyle.of(index);
        String red = style.light().substring(1, 3);
        String green = style.light().substring(3, 5);
        String blue = style.light().substring(5, 7);
        String colour = String.format(
                Locale.ROOT,
                "{rgb,255:red,%d;green,%d;blue,%d}",
                Integer.parseInt(red, 16),
                Integer.parseInt(green, 16),
                Integer.parseInt(blue, 16));
        String options = "color=" + colour + ", mark options={solid}";
        String line = ", thick, " + style.pgfDashes();
        List<Mark> used = curve.marks().stream().filter(Mark::used).toList();
        List<Mark> dropped = curve.marks().stream().filter(mark -> !mark.used()).toList();
        addPlot(options + line + ", mark=none", curve.marks());
        addPlot(options + ", only marks, mark=" + style.pgfMark(), used);
        addPlot(options + ", only marks, mark=" + style.hollowPgfMark(), dropped);
        line("\\addlegendimage{" + options + line + ", mark=" + style.pgfMark() + "}");
        line("\\addlegendentry{" + escaped(curve.name()) + "}");
    }

    private void addPlot(String options, List<Mark> marks) {
        if (!marks.isEmpty()) {
            line("\\addplot[" + options + ", forget plot] coordinates {" + coordinates(marks) + "};");
        }
    }

    private static String coordinates(List<Mark> marks) {
        return marks.stream()
                .map(mark -> String.format(Locale.ROOT, "(%.6e,%.6e)", mark.x(), mark.y()))
                .collect(Collectors.joining(" "));
    }

    private void line(String text) {
        tex.append(text).append('\n');
    }

    /** Plain words for LaTeX: its special characters are written out. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            escaped.append(
                    switch (character) {
                        case '\\' -> "\\textbackslash{}";
                        case '{', '}', '$', '&', '#', '%', '_' -> "\\" + character;
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '±' -> "$\\pm$";
                        case '−' -> "$-$";
                        default -> String.valueOf(character);
                    });
        }
        return escaped.toString();
    }
}
