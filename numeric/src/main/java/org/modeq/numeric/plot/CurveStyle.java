package org.modeq.numeric.plot;

/**
 * How a curve is told from the others, in three ways at once.
 *
 * @param light its colour on a light page
 * @param dark its colour on a dark page
 * @param dashes the lengths of dashes and gaps, empty for a solid line
 * @param shape the shape of its marks, as an SVG path around the origin
 * @param pgfMark the same shape in pgfplots
 * @param hollowPgfMark the hollow shape in pgfplots
 * @param pgfDashes the dashes in pgfplots
 */
record CurveStyle(
        String light,
        String dark,
        String dashes,
        String shape,
        String pgfMark,
        String hollowPgfMark,
        String pgfDashes) {
    private static final CurveStyle[] STYLES = {
        new CurveStyle("#555555", "#bbbbbb", "", "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z", "*", "o", "solid"),
        new CurveStyle("#0072b2", "#56b4e9", "7 4", "M-4 -4h8v8h-8Z", "square*", "square", "dashed"),
        new CurveStyle("#b34700", "#f0a35e", "2 3", "M0 -5.5L5 4H-5Z", "triangle*", "triangle", "dotted"),
        new CurveStyle("#00795a", "#3fcf9f", "9 3 2 3", "M0 -6L5 0L0 6L-5 0Z", "diamond*", "diamond", "dashdotted"),
        new CurveStyle("#a3307f", "#e59ac8", "14 4", "M0 5.5L5 -4H-5Z", "pentagon*", "pentagon", "loosely dashed"),
        new CurveStyle("#7a6000", "#e6c84f", "4 2 1 2 1 2", "M-5 -1.5h10v3h-10Z", "oplus*", "oplus", "densely dashed"),
    };

    /** The style of the curve with this number, from 0 on; the styles repeat after six. */
    static CurveStyle of(int index) {
        return STYLES[index % STYLES.length];
    }

    static int count() {
        return STYLES.length;
    }
}
