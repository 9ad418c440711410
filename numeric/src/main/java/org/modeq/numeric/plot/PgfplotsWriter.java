package org.modeq.numeric.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.plot.Plot.Sign;

/** Writes a picture for LaTeX with pgfplots. */
final class PgfplotsWriter {
    private static final double WIDTH = 0.8;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final Plot plot;
    private final Frame frame;
    private final StringBuilder tex = new StringBuilder();

    PgfplotsWriter(Plot plot) {
        this.plot = plot;
        this.frame = Frame.of(plot);
    }

    String write() {
        line("\\begin{tikzpicture}");
        line("\\begin{axis}[title={" + LatexWords.of(plot.title()) + "}, xlabel={"
                + LatexWords.of(plot.horizontal().label()) + "}, ylabel={"
                + LatexWords.of(plot.vertical().label()) + "},");
        line("  " + range("x", plot.horizontal(), frame.horizontal()) + ", "
                + range("y", plot.vertical(), frame.vertical()) + ",");
        line(String.format(
                Locale.ROOT,
                "  scale only axis, width=%.2f\\linewidth, height=%.3f\\linewidth, grid=major, grid style={gray!25},",
                WIDTH,
                WIDTH / Frame.ASPECT));
        line("  legend cell align=left, legend style={at={(0.5,-0.2)}, anchor=north, draw=none}]");
        plot.levels()
                .forEach(level ->
                        line("\\addplot[gray!60, thin, forget plot] coordinates {" + brief(level.points()) + "};"));
        plot.guides().forEach(this::writeGuide);
        plot.curves().stream()
                .filter(curve -> curve.look() != Look.THIN || frame.shows(curve))
                .forEach(this::writeCurve);
        Legend.of(plot).forEach(this::writeLegend);
        line("\\end{axis}");
        line("\\end{tikzpicture}");
        return tex.toString();
    }

    private static String range(String letter, Axis axis, Ruler ruler) {
        String range = String.format(
                Locale.ROOT,
                "%1$smin=%2$.6e, %1$smax=%3$.6e",
                letter,
                ruler.value(ruler.lowest()),
                ruler.value(ruler.highest()));
        return switch (axis.scale()) {
            case LOGARITHMIC -> letter + "mode=log, " + range;
            case WHOLE ->
                range + ", " + letter + "tick="
                        + ruler.ticks().stream().map(Ruler.Tick::label).collect(Collectors.joining(",", "{", "}"));
            case LINEAR -> range;
        };
    }

    private void writeGuide(Guide guide) {
        boolean isLevel = guide.from().y() == guide.to().y();
        line("\\addplot[gray, thin, forget plot] coordinates {" + coordinates(List.of(guide.from(), guide.to()))
                + "} node[" + (isLevel ? "above left" : "below right") + ", font=\\scriptsize] {"
                + LatexWords.of(guide.label()) + "};");
    }

    private static String colour(CurveStyle style) {
        return String.format(
                Locale.ROOT,
                "color={rgb,255:red,%d;green,%d;blue,%d}",
                Integer.parseInt(style.light().substring(1, 3), 16),
                Integer.parseInt(style.light().substring(3, 5), 16),
                Integer.parseInt(style.light().substring(5, 7), 16));
    }

    private static String options(Curve curve) {
        CurveStyle style = CurveStyle.of(curve.style());
        return colour(style) + ", mark options={solid}"
                + switch (curve.look()) {
                    case THIN -> ", thin, loosely dotted, mark=none";
                    case MARKS -> ", only marks";
                    case LINE, LINE_AND_MARKS -> ", thick, " + style.pgfDashes();
                };
    }

    private void writeCurve(Curve curve) {
        CurveStyle style = CurveStyle.of(curve.style());
        if (curve.look() != Look.MARKS) {
            addPlot(options(curve) + ", mark=none", curve.marks());
        }
        if (curve.look() == Look.MARKS || curve.look() == Look.LINE_AND_MARKS) {
            String marks = colour(style) + ", only marks, mark=";
            addPlot(marks + style.pgfMark(), with(curve, mark -> mark.sign() != Sign.DROPPED));
            addPlot(marks + style.hollowPgfMark(), with(curve, mark -> mark.sign() == Sign.DROPPED));
            addPlot(marks + "x", with(curve, mark -> mark.sign() == Sign.DROPPED));
            addPlot(marks + "o, mark size=5pt", with(curve, mark -> mark.sign() == Sign.SMALLEST));
        }
    }

    private static List<Mark> with(Curve curve, Predicate<Mark> condition) {
        return curve.marks().stream().filter(condition).toList();
    }

    private void writeLegend(Legend.Line entry) {
        String key = switch (entry.key()) {
            case CURVE -> key(plot.curves().get(entry.curve()));
            case DROPPED -> "only marks, mark=otimes";
            case SMALLEST -> "only marks, mark=o, mark size=5pt";
            case LEVEL -> "gray!60, thin";
            case NONE -> "empty legend";
        };
        line("\\addlegendimage{" + key + "}");
        line("\\addlegendentry{" + LatexWords.of(entry.words()) + "}");
    }

    private static String key(Curve curve) {
        return options(curve)
                + (curve.look() == Look.LINE
                        ? ""
                        : ", mark=" + CurveStyle.of(curve.style()).pgfMark());
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

    /** Coordinates to four digits, for lines that are there to be seen and not to be measured. */
    private static String brief(List<Mark> marks) {
        return marks.stream()
                .map(mark -> "(" + brief(mark.x()) + "," + brief(mark.y()) + ")")
                .collect(Collectors.joining(" "));
    }

    private static String brief(double value) {
        return new BigDecimal(value, FOUR_DIGITS).stripTrailingZeros().toString();
    }

    private void line(String text) {
        tex.append(text).append('\n');
    }
}
