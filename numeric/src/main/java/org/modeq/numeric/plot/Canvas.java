package org.modeq.numeric.plot;

import java.awt.geom.Point2D;
import java.util.List;

/** What pictures are drawn on: an SVG element or a grid of pixels. Places are pixels of the SVG, y goes down. */
interface Canvas {
    /** Which part of a text is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * How a text is set.
     *
     * @param size the size of its letters
     * @param opacity how much it covers
     * @param isTurned whether it goes up
     */
    record Face(double size, double opacity, boolean isTurned) {
        static final Face PLAIN = new Face(13, 1, false);
        static final Face TURNED = new Face(13, 1, true);
        static final Face TITLE = new Face(15, 1, false);
        static final Face HEADING = new Face(17, 1, false);
        static final Face REMARK = new Face(12, 0.8, false);
        static final Face LEVEL = new Face(11, 1, false);

        /** Of an exponent beside a plain text, and how far it is raised. */
        static final Face EXPONENT = new Face(10, 1, false);

        static final int RAISED = 5;
    }

    /**
     * The colour and width of lines and the colour of areas.
     *
     * @param name the class of the element in SVG; may be empty
     * @param style the style whose colour it is; {@link #PAGE} for that of the text
     * @param opacity how much lines cover
     * @param width the width of lines
     */
    record Ink(String name, int style, double opacity, double width) {
        static final int PAGE = -1;

        static Ink ofPage(String name, double opacity, double width) {
            return new Ink(name, PAGE, opacity, width);
        }

        static Ink ofCurve(int style, double width) {
            int index = style % CurveStyle.count();
            return new Ink("curve-" + index, index, 1, width);
        }
    }

    /** What follows has this colour, until {@link #close}. */
    void open(Ink ink);

    void close();

    /** Nothing of what follows is seen outside the frame, which shows a part of the plane, until {@link #closeWindow}. */
    void openWindow(Layout layout, Frame frame, Plot plot);

    void closeWindow();

    /** A straight line from a place by a displacement; dashes and gaps in turn, empty for a solid line. */
    void segment(double x, double y, double dx, double dy, String dashes);

    void polyline(List<Point2D> points, String dashes);

    /** A rectangle of which the colour covers so much, with or without a border. */
    void box(double x, double y, double width, double height, double shade, boolean hasBorder);

    /** A mark, filled or hollow, with the name of the class of its element. */
    void shape(MarkShape shape, double x, double y, boolean isFilled, String name);

    /** Words in the colour of the page. */
    void text(Anchor anchor, double x, double y, Face face, String words);

    /** 10 with a raised exponent. */
    void power(Anchor anchor, double x, double y, String exponent);
}
