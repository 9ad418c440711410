package org.modeq.examples.connectivity;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Mean, least and greatest of a number over the seeds.
 *
 * @param mean the mean
 * @param least the least
 * @param most the greatest
 */
record Summary(double mean, double least, double most) {
    static <T> Summary of(List<T> seeds, ToDoubleFunction<T> quantity) {
        double[] values = seeds.stream().mapToDouble(quantity).sorted().toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return new Summary(sum / values.length, values[0], values[values.length - 1]);
    }
}
