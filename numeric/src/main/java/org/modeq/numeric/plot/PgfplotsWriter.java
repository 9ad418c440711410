package org.modeq.numeric.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.Axis.Scale;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.plot.Plot.Sign;

/** Writes pictures for LaTeX with pgfplots. */
final class PgfplotsWriter {
    /** The part of the line that the frame takes, by the number of pictures side by side. */
    private static final double[] WIDTHS = {0.8, 0.76, 0.68};

    /** How many characters a line of the title has at most, by the number of pictures side by side. */
    private static final int[] TITLES = {80, 44, 28};

    /** How many characters a line of the legend has at most, in the same way. */
    private static final int[] LEGENDS = {78, 48, 30};

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final Plot plot;
    private final Frame frame;
    private final int columns;
    private final double aspect;
    private final StringBuilder tex = new StringBuilder();

    private PgfplotsWriter(Plot plot, int columns, double aspect) {
        this.plot = plot;
        this.frame = Frame.of(plot, aspect);
        this.columns = columns;
        this.aspect = aspect;
    }

    static String write(Panels panels) {
        return panels.isSingle()
                ? new PgfplotsWriter(panels.plots().get(0), 1, Frame.ASPECT).write("")
                : PgfplotsPanels.write(panels);
    }

    /** One of several pictures, which stand in so many columns. */
    static String write(Plot plot, int columns, String legendName) {
        return new PgfplotsWriter(plot, columns, Layout.ASPECT_BESIDE_OTHERS).write(legendName);
    }

    /** With a name the legend is kept for that reference instead of being written below the picture. */
    private String write(String legendName) {
        line("\\begin{tikzpicture}");
        line("\\begin{axis}[" + title() + ", xlabel={"
                + LatexWords.of(plot.horizontal().label()) + "}, ylabel={"
                + LatexWords.of(plot.vertical().label()) + "},");
        line("  " + range("x", plot.horizontal(), frame.horizontal()) + ", "
                + range("y", plot.vertical(), frame.vertical()) + ",");
        line(String.format(
                Locale.ROOT,
                "  scale only axis, width=%.2f\\linewidth, height=%.3f\\linewidth, grid=major, grid style={gray!25},",
                WIDTHS[columns - 1],
                WIDTHS[columns - 1] / aspect));
        String place = legendName.isEmpty() ? "at={(0.5,-0.2)}, anchor=north, " : "";
        line("  " + (legendName.isEmpty() ? "" : "legend to name=" + legendName + ", ")
                + "legend cell align=left, legend style={" + place + "draw=none}]");
        inside();
        // A legend that is kept for later has the whole line.
        Legend.of(plot, LEGENDS[legendName.isEmpty() ? columns - 1 : 0]).forEach(this::writeLegend);
        line("\\end{axis}");
        line("\\end{tikzpicture}");
        return tex.toString();
    }

    private String title() {
        List<String> lines = Legend.wrapped(plot.title(), TITLES[columns - 1]);
        String title = lines.stream().map(LatexWords::of).collect(Collectors.joining("\\\\", "title={", "}"));
        return lines.size() > 1 ? title + ", title style={align=center}" : title;
    }

    private void inside() {
        plot.heatMap().ifPresent(this::writeHeat);
        writeLevels();
        plot.guides().forEach(this::writeGuide);
        Bars.of(plot).ifPresent(this::writeBars);
        plot.curves().stream()
                .filter(curve -> curve.look() != Look.BARS && (curve.look() != Look.THIN || frame.shows(curve)))
                .forEach(this::writeCurve);
    }

    private void writeHeat(HeatMap map) {
        String colour = colour(CurveStyle.of(HeatMap.STYLE));
        for (HeatMap.Run run : map.runs(plot.horizontal(), plot.vertical())) {
            line(String.format(Locale.ROOT, "\\fill[%s, fill opacity=%.3f] ", colour, run.opacity())
                    + place(run.left(), run.bottom()) + " rectangle " + place(run.right(), run.top()) + ";");
        }
    }

    private static String place(double x, double y) {
        return "(axis cs:" + brief(x) + "," + brief(y) + ")";
    }

    private void writeLevels() {
        String colour = plot.heatMap().isPresent() ? "black!70" : "gray!60";
        plot.levels()
                .forEach(level -> line(
                        "\\addplot[" + colour + ", thin, forget plot] coordinates {" + brief(level.points()) + "};"));
        for (Frame.Labelled level : frame.labelled(plot)) {
            line("\\node[font=\\tiny, above, inner sep=1pt] at "
                    + place(level.place().x(), level.place().y()) + " {" + LatexWords.of(level.label()) + "};");
        }
    }

    private void writeBars(Bars bars) {
        Ruler vertical = frame.vertical();
        double foot = plot.vertical().scale() == Scale.LOGARITHMIC ? vertical.value(vertical.lowest()) : 0;
        for (Curve curve : bars.curves()) {
            String options = bar(curve.style(), bars.shade(curve));
            for (Mark mark : curve.marks()) {
                double left = bars.left(curve, mark);
                line("\\draw[" + options + "] " + place(left, foot) + " rectangle "
                        + place(left + bars.width(), mark.y()) + ";");
                writeInterval(curve.style(), left + bars.width() / 2, mark);
            }
        }
    }

    private static String bar(int style, double shade) {
        String colour = colour(CurveStyle.of(style));
        return colour + ", thin"
                + (shade > 0 ? ", " + colour.replaceFirst("color", "fill") + ", fill opacity=" + shade : "");
    }

    private void writeInterval(int style, double x, Mark mark) {
        if (mark.hasInterval()) {
            line("\\draw[" + colour(CurveStyle.of(style)) + ", |-|] " + place(x, mark.lower()) + " -- "
                    + place(x, mark.upper()) + ";");
        }
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

    private static String options(int number, Look look) {
        CurveStyle style = CurveStyle.of(number);
        return colour(style) + ", mark options={solid}"
                + switch (look) {
                    case THIN -> ", thin, loosely dotted, mark=none";
                    case MARKS -> ", only marks";
                    case LINE, LINE_AND_MARKS -> ", thick, " + style.pgfDashes();
                    case BARS -> throw new AssertionError("bars are no line");
                };
    }

    private void writeCurve(Curve curve) {
        CurveStyle style = CurveStyle.of(curve.style());
        if (curve.look() != Look.MARKS) {
            addPlot(options(curve.style(), curve.look()) + ", mark=none", curve.marks());
        }
        curve.marks().forEach(mark -> writeInterval(curve.style(), mark.x(), mark));
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
            case CURVE -> key(entry);
            case BARS -> "area legend, " + bar(entry.style(), entry.shades().get(0));
            case HEAT ->
                "area legend, "
                        + bar(entry.style(), entry.shades().get(entry.shades().size() - 1));
            case DROPPED -> "only marks, mark=otimes";
            case SMALLEST -> "only marks, mark=o, mark size=5pt";
            case LEVEL -> "gray!60, thin";
            case NONE -> "empty legend";
        };
        line("\\addlegendimage{" + key + "}");
        line("\\addlegendentry{" + LatexWords.of(entry.words()) + "}");
    }

    private static String key(Legend.Line entry) {
        return options(entry.style(), entry.look())
                + (entry.look() == Look.LINE
                        ? ""
                        : ", mark=" + CurveStyle.of(entry.style()).pgfMark());
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
