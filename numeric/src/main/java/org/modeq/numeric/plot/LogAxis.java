package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A logarithmic axis from 10^lowest to 10^highest, drawn between two places. */
record LogAxis(double lowest, double highest, double start, double end) {
    /** The room left beside the outermost values, in decades. */
    private static final double MARGIN = 0.15;

    /** At most about this many decades get a number. */
    private static final int MOST_LABELS = 12;

    /** The axis that holds all values. */
    static LogAxis around(DoubleStream values, double start, double end) {
        var logarithms = values.map(Math::log10).summaryStatistics();
        double lowest = logarithms.getMin() - MARGIN;
        double highest = logarithms.getMax() + MARGIN;
        double missing = Math.max(0, 1.2 - (highest - lowest));
        return new LogAxis(lowest - missing / 2, highest + missing / 2, start, end);
    }

    /** The place of a value. */
    double place(double value) {
        return start + (Math.log10(value) - lowest) / (highest - lowest) * (end - start);
    }

    /** The exponents of the powers of ten on the axis. */
    List<Integer> decades() {
        List<Integer> decades = new ArrayList<>();
        for (int exponent = (int) Math.ceil(lowest); exponent <= Math.floor(highest); exponent++) {
            decades.add(exponent);
        }
        return decades;
    }

    /** The exponents that get a number: every one, or every second, third, … of a long axis. */
    List<Integer> labelledDecades() {
        List<Integer> decades = decades();
        int stride = 1 + decades.size() / MOST_LABELS;
        return decades.stream()
                .filter(exponent -> Math.floorMod(exponent, stride) == 0)
                .toList();
    }

    /** The multiples 2, …, 9 of powers of ten on the axis. */
    List<Double> minorTicks() {
        List<Double> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(lowest); exponent <= Math.floor(highest); exponent++) {
            for (int multiple = 2; multiple <= 9; multiple++) {
                double value = multiple * Math.pow(10, exponent);
                if (Math.log10(value) >= lowest && Math.log10(value) <= highest) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }
}
