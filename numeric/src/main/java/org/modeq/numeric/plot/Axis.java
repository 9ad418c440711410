package org.modeq.numeric.plot;

/**
 * An axis of a picture.
 *
 * @param label what stands beside it
 * @param scale how values become places
 */
public record Axis(String label, Scale scale) {
    /** How values become places on an axis. */
    public enum Scale {
        /** Equal differences are equal lengths. */
        LINEAR,
        /** As linear, with ticks at whole numbers only. */
        WHOLE,
        /** Equal ratios are equal lengths; values must be positive. */
        LOGARITHMIC
    }

    /**
     * A logarithmic axis.
     *
     * @param label what stands beside it
     * @return the axis
     */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC);
    }

    /**
     * A linear axis.
     *
     * @param label what stands beside it
     * @return the axis
     */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    /**
     * An axis of whole numbers.
     *
     * @param label what stands beside it
     * @return the axis
     */
    public static Axis whole(String label) {
        return new Axis(label, Scale.WHOLE);
    }

    /** Whether the axis can show a value. */
    boolean shows(double value) {
        return Double.isFinite(value) && (scale != Scale.LOGARITHMIC || value > 0);
    }
}
