package org.modeq.numeric.plot;

import java.util.List;

/**
 * The description of a picture, from which all its forms are written.
 *
 * @param title the title
 * @param description what the picture shows, in a sentence or two, for those who do not see it
 * @param horizontal the horizontal axis
 * @param vertical the vertical axis
 * @param isIsometric whether one unit has the same length on both axes
 * @param curves the curves, at least one
 * @param guides thin straight lines under the curves, such as those of a given slope
 * @param levels level lines of a function, under everything
 * @param notes further lines of the legend
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
        List<String> notes) {
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
     * @throws IllegalArgumentException if there is no curve, one has no mark, or an axis cannot show a mark
     */
    public Plot {
        curves = List.copyOf(curves);
        guides = List.copyOf(guides);
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
        if (curves.isEmpty() || curves.stream().anyMatch(curve -> curve.marks().isEmpty())) {
            throw new IllegalArgumentException("given a plot '" + title + "' with " + curves.size()
                    + " curves, expected at least one and in each at least one mark");
        }
        for (Curve curve : curves) {
            for (Mark mark : curve.marks()) {
                if (!horizontal.shows(mark.x()) || !vertical.shows(mark.y())) {
                    throw new IllegalArgumentException("given the mark (" + mark.x() + ", " + mark.y()
                            + "), expected finite coordinates, positive on logarithmic axes; leave it out");
                }
            }
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
        THIN
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
     */
    public record Mark(double x, double y, Sign sign) {
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
     */
    public record LevelLine(double level, List<Mark> points) {
        /**
         * A level line.
         *
         * @param level the value along it
         * @param points its points in order
         */
        public LevelLine {
            points = List.copyOf(points);
        }
    }

    /** {@return the picture as one self-contained SVG element} */
    public String toSvg() {
        return new SvgWriter(this).write();
    }

    /** {@return the picture with its data as a {@code tikzpicture} for LaTeX with the package pgfplots} */
    public String toPgfplots() {
        return new PgfplotsWriter(this).write();
    }

    /** {@return the data as comma-separated values: curve, x, y, and plain, dropped or smallest for each mark} */
    public String toCsv() {
        return CurveTable.of(this);
    }
}
