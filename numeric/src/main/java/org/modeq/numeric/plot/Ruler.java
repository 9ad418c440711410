package org.modeq.numeric.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.modeq.numeric.plot.Axis.Scale;

/**
 * The range of an axis; its ends are logarithms where the axis is logarithmic.
 *
 * @param scale how values become places
 * @param lowest the lower end
 * @param highest the upper end
 */
record Ruler(Scale scale, double lowest, double highest) {
    /** The room beside the outermost values: in decades at least, as a part of the range, in units. */
    private static final double DECADES = 0.15;

    private static final double PART = 0.08;
    private static final double UNITS = 0.4;

    private static final double FEWEST_DECADES = 1.2;
    private static final int MOST_STEPS = 8;

    /**
     * A number of the axis.
     *
     * @param value the number
     * @param label what stands there; may be empty
     * @param isPower whether that is the exponent of a power of ten
     */
    record Tick(double value, String label, boolean isPower) {}

    /** The range that holds all values with some room. */
    static Ruler around(Scale scale, DoubleStream values) {
        var all = (scale == Scale.LOGARITHMIC ? values.map(Math::log10) : values).summaryStatistics();
        double width = all.getMax() - all.getMin();
        double room = switch (scale) {
            case LOGARITHMIC -> Math.max(PART * width, DECADES + Math.max(0, FEWEST_DECADES - 2 * DECADES - width) / 2);
            case WHOLE -> UNITS;
            case LINEAR -> width > 0 ? PART * width : Math.max(1e-3, Math.abs(all.getMax()) / 2);
        };
        return new Ruler(scale, all.getMin() - room, all.getMax() + room);
    }

    /** The range between two values, without room. */
    static Ruler between(Scale scale, double lowest, double highest) {
        return scale == Scale.LOGARITHMIC
                ? new Ruler(scale, Math.log10(lowest), Math.log10(highest))
                : new Ruler(scale, lowest, highest);
    }

    /** The same with another width around the same middle. */
    Ruler widened(double width) {
        double middle = (lowest + highest) / 2;
        return new Ruler(scale, middle - width / 2, middle + width / 2);
    }

    double width() {
        return highest - lowest;
    }

    private double inside(double value) {
        return scale == Scale.LOGARITHMIC ? Math.log10(value) : value;
    }

    /** The place of a value: 0 at the lower end, 1 at the upper one. */
    double place(double value) {
        return (inside(value) - lowest) / width();
    }

    /** Whether a value lies between the ends. */
    boolean holds(double value) {
        return place(value) >= 0 && place(value) <= 1;
    }

    /** The value of an end. */
    double value(double end) {
        return scale == Scale.LOGARITHMIC ? Math.pow(10, end) : end;
    }

    /** The ticks with a number, and in a logarithmic axis those of all powers of ten, or also of 2 and 5 if there is but one. */
    List<Tick> ticks() {
        return ticks(MOST_STEPS);
    }

    /** The ticks with at most about so many numbers; half as many more on a logarithmic axis, where they are short. */
    List<Tick> ticks(int most) {
        return scale == Scale.LOGARITHMIC ? decades(3 * most / 2) : steps(most);
    }

    private List<Tick> decades(int most) {
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.ceil(lowest);
        int last = (int) Math.floor(highest);
        int stride = 1 + (last - first + 1) / most;
        for (int exponent = first; exponent <= last; exponent++) {
            boolean isLabelled = Math.floorMod(exponent, stride) == 0;
            ticks.add(new Tick(Math.pow(10, exponent), isLabelled ? Integer.toString(exponent) : "", true));
        }
        if (ticks.size() < 2) {
            addBetween(ticks);
        }
        return ticks;
    }

    /** The multiples 2 and 5 of powers of ten, for an axis that has at most one power: one number is no scale. */
    private void addBetween(List<Tick> ticks) {
        for (int exponent = (int) Math.floor(lowest); exponent <= Math.floor(highest); exponent++) {
            for (int multiple : new int[] {2, 5}) {
                BigDecimal number = BigDecimal.valueOf(multiple).scaleByPowerOfTen(exponent);
                if (holds(number.doubleValue())) {
                    boolean isShort = -4 <= exponent && exponent <= 3;
                    String label = isShort ? number.toPlainString() : multiple + "e" + exponent;
                    ticks.add(new Tick(number.doubleValue(), label, false));
                }
            }
        }
    }

    private List<Tick> steps(int most) {
        double step = step(most);
        List<Tick> ticks = new ArrayList<>();
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        for (long k = (long) Math.ceil(lowest / step); k * step <= highest; k++) {
            // + 0.0: no −0.
            ticks.add(new Tick(k * step, String.format(Locale.ROOT, "%." + digits + "f", k * step + 0.0), false));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, so that there are about so many ticks at most. */
    private double step(int most) {
        double step = Math.pow(10, Math.floor(Math.log10(width() / most)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (width() / (factor * step) <= most) {
                step *= factor;
                break;
            }
        }
        return scale == Scale.WHOLE ? Math.max(1, Math.rint(step)) : step;
    }

    /** The multiples 2, …, 9 of powers of ten on a logarithmic axis. */
    List<Double> minorTicks() {
        List<Double> ticks = new ArrayList<>();
        if (scale == Scale.LOGARITHMIC) {
            for (int exponent = (int) Math.floor(lowest); exponent <= Math.floor(highest); exponent++) {
                for (int multiple = 2; multiple <= 9; multiple++) {
                    double value = multiple * Math.pow(10, exponent);
                    if (holds(value)) {
                        ticks.add(value);
                    }
                }
            }
        }
        return ticks;
    }
}
