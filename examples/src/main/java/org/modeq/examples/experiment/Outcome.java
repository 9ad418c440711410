package org.modeq.examples.experiment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A quantity that was measured, beside what is expected of it.
 *
 * @param name section and quantity, as {@code 4a alpha=0.1 l1 norm}
 * @param number what was measured, with all its digits; empty if it is a text
 * @param value what was measured, a number to six digits or a text
 * @param expected what is expected
 * @param tolerance how far it may be from that, in words
 * @param isMet whether it is not farther
 */
public record Outcome(
        String name, OptionalDouble number, String value, String expected, String tolerance, boolean isMet) {
    private static final double EXACT = 1e-10;
    private static final double SLOPE = 0.05;

    /**
     * A number that is known exactly.
     *
     * @param name its name
     * @param value what was measured
     * @param expected what is expected
     * @return met if the relative distance is at most 1e-10
     */
    public static Outcome exact(String name, double value, double expected) {
        boolean isMet = Math.abs(value - expected) <= EXACT * Math.abs(expected);
        return of(name, value, written(expected), "1e-10 relative", isMet);
    }

    /**
     * A number of a deterministic run of which some digits are known.
     *
     * @param name its name
     * @param value what was measured
     * @param expected the digits, as {@code 2.3504} or {@code 7.41e-5}
     * @return met if it is at most one unit of the last digit away
     * @throws IllegalArgumentException if the only digit is a zero before the point: 0 ± 1 says nothing
     */
    public static Outcome digits(String name, double value, String expected) {
        BigDecimal known = new BigDecimal(expected);
        if (known.signum() == 0 && known.scale() <= 0) {
            throw new IllegalArgumentException("given the digits " + expected + " for " + name
                    + ", expected decimals: a unit of the last digit is all its size; use within or atMost");
        }
        double unit = known.ulp().doubleValue();
        boolean isMet = Math.abs(value - known.doubleValue()) <= 1.000_001 * unit;
        return of(name, value, expected, "1 in the last digit", isMet);
    }

    /**
     * The slope of an error on its last pair of steps.
     *
     * @param name its name
     * @param value what was measured
     * @param expected what is expected
     * @return met if it is at most 0.05 away
     */
    public static Outcome slope(String name, double value, double expected) {
        return within(name, value, expected, SLOPE);
    }

    /**
     * A number with a tolerance.
     *
     * @param name its name
     * @param value what was measured
     * @param expected what is expected
     * @param tolerance how far it may be away
     * @return met if it is not farther
     */
    public static Outcome within(String name, double value, double expected, double tolerance) {
        boolean isMet = Math.abs(value - expected) <= tolerance;
        return of(name, value, written(expected), "± " + written(tolerance), isMet);
    }

    /**
     * A number with a relative tolerance.
     *
     * @param name its name
     * @param value what was measured
     * @param expected what is expected
     * @param share how far it may be away, as a share of what is expected
     * @return met if it is not farther
     */
    public static Outcome relative(String name, double value, double expected, double share) {
        boolean isMet = Math.abs(value - expected) <= share * Math.abs(expected);
        return of(name, value, written(expected), "± " + written(100 * share) + " %", isMet);
    }

    /**
     * A number with bounds.
     *
     * @param name its name
     * @param value what was measured
     * @param least the least that is expected
     * @param most the most that is expected
     * @return met if it is between them
     */
    public static Outcome between(String name, double value, double least, double most) {
        String band = "from " + written(least) + " to " + written(most);
        return of(name, value, band, "none", least <= value && value <= most);
    }

    /**
     * A number with an upper bound.
     *
     * @param name its name
     * @param value what was measured
     * @param bound the most that is expected
     * @return met if it is not greater
     */
    public static Outcome atMost(String name, double value, double bound) {
        return of(name, value, "at most " + written(bound), "none", value <= bound);
    }

    /**
     * A number with a lower bound.
     *
     * @param name its name
     * @param value what was measured
     * @param bound the least that is expected
     * @return met if it is not less
     */
    public static Outcome atLeast(String name, double value, double bound) {
        return of(name, value, "at least " + written(bound), "none", value >= bound);
    }

    /**
     * A text, such as a fraction or the order of some words.
     *
     * @param name its name
     * @param value what was found
     * @param expected what is expected
     * @return met if they are equal
     */
    public static Outcome same(String name, String value, String expected) {
        return new Outcome(name, OptionalDouble.empty(), value, expected, "none", value.equals(expected));
    }

    private static Outcome of(String name, double value, String expected, String tolerance, boolean isMet) {
        return new Outcome(name, OptionalDouble.of(value), written(value), expected, tolerance, isMet);
    }

    /** Six digits that matter. */
    private static String written(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        if (text.contains("e")) {
            String[] parts = text.split("e", -1);
            return trimmed(parts[0]) + "e" + Integer.parseInt(parts[1]);
        }
        return trimmed(text);
    }

    private static String trimmed(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }
}
