package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.simulate.EpochOrders;
import org.modeq.numeric.simulate.StochasticGradientDescent;

/**
 * Layer E: the mean of an epoch over the orders of its batches, and how well a sample of orders knows it.
 *
 * <p>Two orders differ by brackets, h²/2 Σ_{i before j} [f_i, f_j] at first. An order and its reverse have these brackets with opposite
 * signs, so that the mean of such a pair varies at h³ only, and its variance is smaller by about h².
 */
public final class BatchOrders {
    /** The 97.5 % point of the normal distribution. */
    private static final double QUANTILE = 1.959963984540054;

    private BatchOrders() {}

    /** The mean of some values of an epoch. */
    public static final class Mean {
        private final double[] mean;
        private final double variance;
        private final int values;
        private final boolean isExact;

        private Mean(double[] mean, double variance, int values, boolean isExact) {
            this.mean = mean;
            this.variance = variance;
            this.values = values;
            this.isExact = isExact;
        }

        /** {@return 𝔼θ′ or its estimate, a copy} */
        public double[] point() {
            return mean.clone();
        }

        /** {@return the trace of the covariance of one value: of an order, or of the mean of an order and its reverse} */
        public double variance() {
            return variance;
        }

        /** {@return the number of values} */
        public int values() {
            return values;
        }

        /** {@return about the distance within which the mean is known at 95 %, 1.96 √(variance/values); 0 if it is exact} */
        public double halfWidth() {
            return isExact ? 0 : QUANTILE * Math.sqrt(variance / values);
        }

        /**
         * The number of values that make the mean known to a distance at 95 %.
         *
         * @param distance w &gt; 0
         * @return about (1.96/w)² variance, at least 1
         * @throws IllegalArgumentException if w is not positive
         */
        public long valuesFor(double distance) {
            if (!(distance > 0)) {
                throw new IllegalArgumentException("given the distance " + distance + ", expected a positive one");
            }
            return Math.max(1, (long) Math.ceil(QUANTILE * QUANTILE * variance / (distance * distance)));
        }
    }

    /**
     * The mean over all orders.
     *
     * @param descent SGD on at most six batches
     * @param theta θ
     * @param stepSize h
     * @return 𝔼θ′ and the variance over all orders, exact but for rounding
     * @throws IllegalArgumentException if there are more batches; sample their orders
     */
    public static Mean ofAll(StochasticGradientDescent descent, double[] theta, double stepSize) {
        List<double[]> ends = new ArrayList<>();
        EpochOrders.forEach(
                descent.batchCount(), order -> ends.add(descent.epoch(order).step(theta, stepSize)));
        return mean(ends, true);
    }

    /**
     * An estimate from random orders.
     *
     * <p>The orders are those of the seed whatever θ and h are: differences between step sizes are not those of other numbers.
     *
     * @param descent SGD on any number of batches
     * @param theta θ
     * @param stepSize h
     * @param count n ≥ 2, the number of orders, or of pairs
     * @param seed of the orders
     * @param isPaired whether each order comes with its reverse, both as one value
     * @return the mean of n values and their variance
     * @throws IllegalArgumentException if n &lt; 2
     */
    public static Mean sampled(
            StochasticGradientDescent descent,
            double[] theta,
            double stepSize,
            int count,
            long seed,
            boolean isPaired) {
        if (count < 2) {
            throw new IllegalArgumentException("given " + count + " orders, expected at least 2 for a variance");
        }
        RandomStream stream = RandomStream.ofSeed(seed);
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] order = stream.shuffle(descent.batchCount());
            double[] value = descent.epoch(order).step(theta, stepSize);
            if (isPaired) {
                Euclidean.add(value, 1, descent.epoch(reversed(order)).step(theta, stepSize));
                Euclidean.scale(value, 0.5);
            }
            values.add(value);
        }
        return mean(values, false);
    }

    private static int[] reversed(int... order) {
        int[] reversed = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            reversed[i] = order[order.length - 1 - i];
        }
        return reversed;
    }

    private static Mean mean(List<double[]> values, boolean isExact) {
        // Deviations from the first value, so that small differences of large numbers are not lost.
        double[] first = values.get(0);
        double[] shift = new double[first.length];
        for (double[] value : values) {
            Euclidean.add(shift, 1.0 / values.size(), Euclidean.difference(value, first));
        }
        double sum = 0;
        for (double[] value : values) {
            double[] deviation = Euclidean.difference(Euclidean.difference(value, first), shift);
            sum += Euclidean.product(deviation, deviation);
        }
        double[] mean = first.clone();
        Euclidean.add(mean, 1, shift);
        return new Mean(mean, sum / (isExact ? values.size() : values.size() - 1), values.size(), isExact);
    }
}
