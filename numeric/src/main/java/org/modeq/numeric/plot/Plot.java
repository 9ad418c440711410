package org.modeq.numeric.plot;

import java.util.List;
import java.util.Optional;

/**
 * The description of a picture, from which all its forms are written.
 *
 * @param title the title
 * @param description what the picture shows, in a sentence or two, for those who do not see it
 * @param horizontal the horizontal axis
 * @param vertical the vertical axis
 * @param isIsometric whether one unit has the same length on both axes
 * @param curves the curves, at least one if there is no heat map
 * @param guides thin straight lines under the curves, such as those of a given slope
 * @param levels level lines of a function, under everything
 * @param notes further lines of the legend
 * @param heatMap values shown by colours, below everything
 */
public record Plot(
        String title,
        String description,
        Axis horizontal,
        Axis vertical,
        boolean isIsometric,
        List<Curve> curves,
        List<Guide> guides,
        List<LevelLine> levels,
        List<String> notes,
        Optional<HeatMap> heatMap) {
    /**
     * A picture without a heat map.
     *
     * @param title the title
     * @param description what the picture shows
     * @param horizontal the horizontal axis
     * @param vertical the vertical axis
     * @param isIsometric whether one unit has the same length on both axes
     * @param curves the curves, at least one, each with at least one mark
     * @param guides thin straight lines under the curves
     * @param levels level lines under everything
     * @param notes further lines of the legend
     * @throws IllegalArgumentException if there is no curve, one has no mark, or an axis cannot show a mark
     */
    public Plot(
            String title,
            String description,
            Axis horizontal,
            Axis vertical,
            boolean isIsometric,
            List<Curve> curves,
            List<Guide> guides,
            List<LevelLine> levels,
            List<String> notes) {
        this(title, description, horizontal, vertical, isIsometric, curves, guides, levels, notes, Optional.empty());
    }

    /**
     * A picture.
     *
     * @param title the title
     * @param description what the picture shows
     * @param horizontal the horizontal axis
     * @param vertical the vertical axis
     * @param isIsometric whether one unit has the same length on both axes
     * @param curves the curves, at least one, each with at least one mark
     * @param guides thin straight lines under the curves
     * @param levels level lines under everything
     * @param notes further lines of the legend
     * @param heatMap values shown by colours, below everything
     * @throws IllegalArgumentException if there is no curve and no heat map, a curve has no mark, an axis cannot show a mark or a
     *     place of the heat map, or bars stand on a logarithmic axis
     */
    public Plot {
        curves = List.copyOf(curves);
        guides = List.copyOf(guides);
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
        boolean isEmpty = curves.isEmpty() && heatMap.isEmpty();
        if (isEmpty || curves.stream().anyMatch(curve -> curve.marks().isEmpty())) {
            throw new IllegalArgumentException("given a plot '" + title + "' with " + curves.size()
                    + " curves, expected at least one and in each at least one mark");
        }
        for (Curve curve : curves) {
            if (curve.look() == Look.BARS && horizontal.scale() == Axis.Scale.LOGARITHMIC) {
                throw new IllegalArgumentException("given the bars '" + curve.name()
                        + "' over a logarithmic axis, expected a linear one or one of whole numbers");
            }
            curve.marks().forEach(mark -> requireShown(horizontal, vertical, mark));
        }
        heatMap.ifPresent(map -> map.requireShown(horizontal, vertical));
    }

    private static void requireShown(Axis horizontal, Axis vertical, Mark mark) {
        if (!horizontal.shows(mark.x())
                || !vertical.shows(mark.y())
                || !vertical.shows(mark.lower())
                || !vertical.shows(mark.upper())) {
            String interval = mark.hasInterval() ? " with the interval " + mark.lower() + " to " + mark.upper() : "";
            throw new IllegalArgumentException("given the mark (" + mark.x() + ", " + mark.y() + ")" + interval
                    + ", expected finite coordinates, positive on logarithmic axes; leave it out");
        }
    }

    /** What is drawn of a curve. */
    public enum Look {
        /** A line with marks on it. */
        LINE_AND_MARKS,
        /** A line. */
        LINE,
        /** Marks. */
        MARKS,
        /** A thin dotted line in the colour of the curve, drawn only where it falls into the picture of the others. */
        THIN,
        /** Bars from 0, or from the bottom of a logarithmic axis, side by side with those of the other curves. */
        BARS
    }

    /**
     * One curve.
     *
     * @param name its name; the legend has it, except for thin curves
     * @param style the number of its colour, dashes and shape, from 0 on
     * @param look what is drawn of it
     * @param marks its marks in the order of the line
     */
    public record Curve(String name, int style, Look look, List<Mark> marks) {
        /**
         * A curve.
         *
         * @param name its name; the legend has it, except for thin curves
         * @param style the number of its style
         * @param look what is drawn of it
         * @param marks its marks in the order of the line
         */
        public Curve {
            marks = List.copyOf(marks);
        }
    }

    /** What a mark says beside its place. */
    public enum Sign {
        /** Filled: a point like any other. */
        PLAIN,
        /** Hollow with a cross: dropped from a fit. */
        DROPPED,
        /** With a ring around it: the smallest term. */
        SMALLEST
    }

    /**
     * One mark.
     *
     * @param x its place on the horizontal axis
     * @param y its place on the vertical axis
     * @param sign what it says beside its place
     * @param lower the lower end of an interval on the vertical axis; y if there is none
     * @param upper its upper end; y if there is none
     */
    public record Mark(double x, double y, Sign sign, double lower, double upper) {
        /**
         * A mark.
         *
         * @param x its place on the horizontal axis
         * @param y its place on the vertical axis
         * @param sign what it says beside its place
         * @param lower the lower end of an interval on the vertical axis
         * @param upper its upper end
         * @throws IllegalArgumentException if lower &gt; upper
         */
        public Mark {
            if (lower > upper) {
                throw new IllegalArgumentException(
                        "given the interval " + lower + " to " + upper + ", expected the smaller end first");
            }
        }

        /**
         * A mark without an interval.
         *
         * @param x its place on the horizontal axis
         * @param y its place on the vertical axis
         * @param sign what it says beside its place
         */
        public Mark(double x, double y, Sign sign) {
            this(x, y, sign, y, y);
        }

        /**
         * A mark like any other.
         *
         * @param x its place on the horizontal axis
         * @param y its place on the vertical axis
         * @return the mark
         */
        public static Mark at(double x, double y) {
            return new Mark(x, y, Sign.PLAIN);
        }

        /**
         * A mark with an error bar.
         *
         * @param x its place on the horizontal axis
         * @param y its place on the vertical axis
         * @param lower the lower end of the bar
         * @param upper its upper end
         * @return the mark
         * @throws IllegalArgumentException if lower &gt; upper
         */
        public static Mark within(double x, double y, double lower, double upper) {
            return new Mark(x, y, Sign.PLAIN, lower, upper);
        }

        boolean hasInterval() {
            return lower < upper;
        }
    }

    /**
     * A thin straight line.
     *
     * @param from one end
     * @param to the other, beside which the label stands
     * @param label what it says
     */
    public record Guide(Mark from, Mark to, String label) {}

    /**
     * A level line.
     *
     * @param level the value along it
     * @param points its points in order
     * @param label what stands at its middle; may be empty
     */
    public record LevelLine(double level, List<Mark> points, String label) {
        /**
         * A level line.
         *
         * @param level the value along it
         * @param points its points in order
         * @param label what stands at its middle; may be empty
         */
        public LevelLine {
            points = List.copyOf(points);
        }

        /**
         * A level line without a label.
         *
         * @param level the value along it
         * @param points its points in order
         */
        public LevelLine(double level, List<Mark> points) {
            this(level, points, "");
        }
    }

    /** {@return the picture as one self-contained SVG element} */
    public String toSvg() {
        return SvgWriter.write(Panels.of(this));
    }

    /**
     * The picture as a PNG file with a white ground, twice as wide and high as the SVG. Needs no font and no screen: letters are drawn
     * from outlines that come with this library.
     *
     * @return the bytes of the file
     */
    public byte[] toPng() {
        return PngWriter.write(Panels.of(this));
    }

    /** {@return the picture with its data as a {@code tikzpicture} for LaTeX with the package pgfplots} */
    public String toPgfplots() {
        return PgfplotsWriter.write(Panels.of(this));
    }

    /**
     * {@return the data as comma-separated values: curve, x, y, and plain, dropped or smallest for each mark, with the ends of its interval
     * if any mark has one; then the values of a heat map, its label in the place of the curve}
     */
    public String toCsv() {
        return CurveTable.of(Panels.of(this));
    }
}
