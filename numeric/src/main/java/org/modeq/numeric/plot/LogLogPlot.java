package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;

/**
 * The description of a picture with two logarithmic axes.
 *
 * @param title the title
 * @param description what the picture shows, in a sentence or two, for those who do not see it
 * @param xLabel the name of the horizontal axis
 * @param yLabel the name of the vertical axis
 * @param curves the curves, at least one
 */
public record LogLogPlot(String title, String description, String xLabel, String yLabel, List<Curve> curves) {
    /**
     * A picture.
     *
     * @param title the title
     * @param description what the picture shows
     * @param xLabel the name of the horizontal axis
     * @param yLabel the name of the vertical axis
     * @param curves the curves, at least one, each with at least one mark
     * @throws IllegalArgumentException if there is no curve or one has no mark
     */
    public LogLogPlot {
        curves = List.copyOf(curves);
        if (curves.isEmpty() || curves.stream().anyMatch(curve -> curve.marks().isEmpty())) {
            throw new IllegalArgumentException("given a plot '" + title + "' with " + curves.size()
                    + " curves, expected at least one and in each at least one mark");
        }
    }

    /**
     * One curve.
     *
     * @param name its name in the legend
     * @param expectedSlope the slope of the reference line beside it
     * @param marks its marks from left to right or from right to left
     */
    public record Curve(String name, double expectedSlope, List<Mark> marks) {
        /**
         * A curve.
         *
         * @param name its name in the legend
         * @param expectedSlope the slope of the reference line beside it
         * @param marks its marks from left to right or from right to left
         */
        public Curve {
            marks = List.copyOf(marks);
        }
    }

    /**
     * One mark.
     *
     * @param x its place on the horizontal axis
     * @param y its place on the vertical axis
     * @param used whether it is used in a fit; if not it is drawn hollow
     */
    public record Mark(double x, double y, boolean used) {
        /**
         * A mark.
         *
         * @param x its place on the horizontal axis, positive and finite
         * @param y its place on the vertical axis, positive and finite
         * @param used whether it is used in a fit
         * @throws IllegalArgumentException if a coordinate is not positive and finite
         */
        public Mark {
            if (!(x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y))) {
                throw new IllegalArgumentException("given the mark (" + x + ", " + y
                        + "), expected positive finite coordinates; logarithmic axes show no others");
            }
        }
    }

    /**
     * The picture of a step ladder; errors of exactly 0 cannot be shown and are left out.
     *
     * @param title the title
     * @param results the ladder of each field
     * @return the picture
     * @throws IllegalArgumentException if there is no result, or one has no positive error
     */
    public static LogLogPlot ofLadder(String title, List<LadderResult> results) {
        List<Curve> curves = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (LadderResult result : results) {
            List<Mark> marks = new ArrayList<>();
            for (LadderPoint point : result.points()) {
                if (point.error() > 0) {
                    marks.add(new Mark(point.stepSize(), point.error(), point.used()));
                }
            }
            String slope = result.fit()
                    .map(fit -> String.format(Locale.ROOT, "slope %.3f ± %.3f", fit.slope(), fit.halfWidth()))
                    .orElse("too few points for a slope");
            curves.add(new Curve(result.name() + ": " + slope, result.expectedSlope(), marks));
            sentences.add(result.name() + " has " + slope);
        }
        String description =
                "The distance between the end points of the optimizer and of the flow, against the step size, "
                        + "on logarithmic axes: " + String.join("; ", sentences) + ".";
        return new LogLogPlot(title, description, "step size h", "distance of the end points", curves);
    }

    /** {@return the picture as one self-contained SVG element} */
    public String toSvg() {
        return new SvgWriter(this).write();
    }

    /** {@return the picture as a {@code tikzpicture} for LaTeX with the package pgfplots} */
    public String toPgfplots() {
        return new PgfplotsWriter(this).write();
    }
}
