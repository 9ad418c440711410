package org.modeq.numeric.plot;

import java.util.List;

/**
 * The places of the parts of a picture, in pixels of the SVG; from the top down: title, frame, numbers, label of the axis, legend.
 *
 * @param left the left border
 * @param top the upper border
 * @param width the width
 * @param isAlone whether no other picture stands beside it
 */
record Layout(double left, double top, int width, boolean isAlone) {
    /** The distance of two lines of the legend. */
    static final int LEGEND_LINE = 22;

    /** The width of what stands before the words of the legend, and how far to the right of its beginning these stand. */
    static final int KEY = 46;

    static final int WORDS = 58;

    private static final int[] WIDTHS = {640, 500, 400};
    private static final int[] TICKS = {8, 6, 4};
    private static final int LEFT = 78;
    private static final int RIGHT = 22;
    private static final int TOP = 44;
    private static final int BELOW = 74;
    static final double ASPECT_BESIDE_OTHERS = 1.25;

    /** Of letters of size 13, on average. */
    private static final double CHARACTER = 6.4;

    /** The width of each of so many pictures side by side. */
    static int widthOf(int columns) {
        return WIDTHS[columns - 1];
    }

    double aspect() {
        return isAlone ? Frame.ASPECT : ASPECT_BESIDE_OTHERS;
    }

    double frameLeft() {
        return left + LEFT;
    }

    double frameRight() {
        return left + width - RIGHT;
    }

    double frameTop() {
        return top + TOP;
    }

    double frameBottom() {
        return frameTop() + (frameRight() - frameLeft()) / aspect();
    }

    double frameWidth() {
        return frameRight() - frameLeft();
    }

    double frameHeight() {
        return frameBottom() - frameTop();
    }

    /** The middle of the first line of the legend. */
    double legendTop() {
        return frameBottom() + BELOW;
    }

    double legendLeft() {
        return isAlone ? frameLeft() : left + RIGHT;
    }

    /** How many characters fit into a line of the legend. */
    int legendColumns() {
        return columns(left + width - legendLeft() - WORDS);
    }

    static int columns(double width) {
        return (int) (width / CHARACTER);
    }

    /** How many characters of the size of titles fit into a line. */
    int titleColumns() {
        return (int) (width / (1.2 * CHARACTER));
    }

    /** The height with a legend. */
    double height(List<Legend.Line> legend) {
        return legendTop() - top + LEGEND_LINE * legend.size();
    }

    /** How many numbers the horizontal axis has at most. */
    int ticksAcross() {
        for (int i = 0; i < WIDTHS.length; i++) {
            if (width >= WIDTHS[i]) {
                return TICKS[i];
            }
        }
        throw new AssertionError(width);
    }

    int ticksUp() {
        return Math.max(6, ticksAcross());
    }
}
