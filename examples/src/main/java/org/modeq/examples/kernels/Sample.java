package org.modeq.examples.kernels;

import java.util.Arrays;
import java.util.Locale;

/**
 * The mean of independent numbers and its standard error.
 *
 * @param mean their mean
 * @param error s/√n
 * @param least the smallest
 * @param most the largest
 */
record Sample(double mean, double error, double least, double most) {
    /** Of two numbers at least. */
    static Sample of(double... numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double squares =
                Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
        double error = Math.sqrt(squares / (numbers.length - 1) / numbers.length);
        return new Sample(
                mean,
                error,
                Arrays.stream(numbers).min().orElseThrow(),
                Arrays.stream(numbers).max().orElseThrow());
    }

    /** {@return as in 0.912 [0.901, 0.920]} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", mean, least, most);
    }
}
