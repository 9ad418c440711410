package org.modeq.numeric.plot;

import java.util.List;

/**
 * How a curve is told from the others, in three ways at once.
 *
 * @param light its colour on a light page
 * @param dark its colour on a dark page
 * @param dashes the lengths of dashes and gaps, empty for a solid line
 * @param shape the shape of its marks
 * @param pgfMark the same shape in pgfplots
 * @param hollowPgfMark the hollow shape in pgfplots
 * @param pgfDashes the dashes in pgfplots
 */
record CurveStyle(
        String light,
        String dark,
        String dashes,
        MarkShape shape,
        String pgfMark,
        String hollowPgfMark,
        String pgfDashes) {
    /** Over a mark that a fit does not use. */
    static final MarkShape CROSS =
            MarkShape.strokes(List.of(List.of(-3.0, -3.0, 3.0, 3.0), List.of(-3.0, 3.0, 3.0, -3.0)));

    /** Around the smallest term. */
    static final MarkShape RING = MarkShape.circle(9);

    private static final CurveStyle[] STYLES = {
        new CurveStyle("#555555", "#bbbbbb", "", MarkShape.circle(4.5), "*", "o", "solid"),
        new CurveStyle(
                "#0072b2",
                "#56b4e9",
                "7 4",
                MarkShape.polygon(-4.0, -4.0, 4.0, -4.0, 4.0, 4.0, -4.0, 4.0),
                "square*",
                "square",
                "dashed"),
        new CurveStyle(
                "#b34700",
                "#f0a35e",
                "2 3",
                MarkShape.polygon(0.0, -5.5, 5.0, 4.0, -5.0, 4.0),
                "triangle*",
                "triangle",
                "dotted"),
        new CurveStyle(
                "#00795a",
                "#3fcf9f",
                "9 3 2 3",
                MarkShape.polygon(0.0, -6.0, 5.0, 0.0, 0.0, 6.0, -5.0, 0.0),
                "diamond*",
                "diamond",
                "dashdotted"),
        new CurveStyle(
                "#a3307f",
                "#e59ac8",
                "14 4",
                MarkShape.polygon(0.0, 5.5, 5.0, -4.0, -5.0, -4.0),
                "pentagon*",
                "pentagon",
                "loosely dashed"),
        new CurveStyle(
                "#7a6000",
                "#e6c84f",
                "4 2 1 2 1 2",
                MarkShape.polygon(-5.0, -1.5, 5.0, -1.5, 5.0, 1.5, -5.0, 1.5),
                "oplus*",
                "oplus",
                "densely dashed"),
    };

    /** The style of the curve with this number, from 0 on; the styles repeat after six. */
    static CurveStyle of(int index) {
        return STYLES[index % STYLES.length];
    }

    static int count() {
        return STYLES.length;
    }
}
