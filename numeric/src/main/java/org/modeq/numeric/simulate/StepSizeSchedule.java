package org.modeq.numeric.simulate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;

/**
 * A step size hₙ for every step n = 0, 1, … of a run, as a value.
 *
 * <p>The values are fractions. They are exact but for cosines and for powers that are not whole, which are doubles, right to
 * a few units in the last place and the same on every machine. A schedule with an end stays at its last value.
 */
public sealed interface StepSizeSchedule {
    /**
     * A step size.
     *
     * @param step n ≥ 0
     * @return hₙ ≥ 0
     * @throws IllegalArgumentException if n &lt; 0, or a list has no such step
     */
    Rational at(int step);

    /**
     * One step size.
     *
     * @param stepSize h
     * @return hₙ = h
     * @throws IllegalArgumentException if h ≤ 0
     */
    static StepSizeSchedule constant(Rational stepSize) {
        return new Piecewise(new TreeMap<>(Collections.singletonMap(0, stepSize)));
    }

    /**
     * Another schedule after a warm-up, hₙ = (n + 1)/W · h for n &lt; W, where h is the first value of the other; then that
     * schedule from its own step 0 on.
     *
     * @param steps W ≥ 1
     * @return the warm-up and this schedule after it
     * @throws IllegalArgumentException if W &lt; 1
     */
    default StepSizeSchedule afterWarmUp(int steps) {
        return new WarmUp(steps, this);
    }

    /**
     * hₙ by pieces.
     *
     * @param valueFrom the step at which a value begins to hold, and the value; the first at step 0
     */
    record Piecewise(SortedMap<Integer, Rational> valueFrom) implements StepSizeSchedule {
        /**
         * A value from each of some steps on.
         *
         * @param valueFrom the values by the steps at which they begin
         * @throws IllegalArgumentException if none begins at step 0, one before it, or a value is not positive
         */
        public Piecewise {
            if (valueFrom.isEmpty() || valueFrom.firstKey() != 0) {
                throw new IllegalArgumentException("given step sizes from the steps " + valueFrom.keySet()
                        + " on, expected the first to begin at step 0");
            }
            valueFrom.values().forEach(value -> requirePositive(value));
            valueFrom = Collections.unmodifiableSortedMap(new TreeMap<>(valueFrom));
        }

        @Override
        public Rational at(int step) {
            requireStep(step);
            SortedMap<Integer, Rational> upTo = step == Integer.MAX_VALUE ? valueFrom : valueFrom.headMap(step + 1);
            return valueFrom.getOrDefault(upTo.lastKey(), Rational.ZERO);
        }
    }

    /**
     * hₙ = a + (b − a) n/K for n &lt; K, then b.
     *
     * @param first a &gt; 0
     * @param last b ≥ 0
     * @param steps K ≥ 1
     */
    record Linear(Rational first, Rational last, int steps) implements StepSizeSchedule {
        /**
         * A line.
         *
         * @param first a
         * @param last b
         * @param steps K
         * @throws IllegalArgumentException if a ≤ 0, b &lt; 0 or K &lt; 1
         */
        public Linear {
            requireWay(first, last, steps);
        }

        @Override
        public Rational at(int step) {
            requireStep(step);
            return first.add(last.subtract(first).multiply(Rational.of(Math.min(step, steps), steps)));
        }
    }

    /**
     * hₙ = b + (a − b)(1 + cos πn/K)/2 for n &lt; K, then b; a double.
     *
     * <p>Source: Loshchilov and Hutter, <em>SGDR</em> (2017), equation (5), without restarts.
     *
     * @param first a &gt; 0
     * @param last b ≥ 0
     * @param steps K ≥ 1
     */
    record Cosine(Rational first, Rational last, int steps) implements StepSizeSchedule {
        /**
         * Half a wave.
         *
         * @param first a
         * @param last b
         * @param steps K
         * @throws IllegalArgumentException if a ≤ 0, b &lt; 0 or K &lt; 1
         */
        public Cosine {
            requireWay(first, last, steps);
        }

        @Override
        public Rational at(int step) {
            requireStep(step);
            if (step == 0 || step >= steps) {
                return step == 0 ? first : last;
            }
            // cos²(πn/2K) = sin²(π(K − n)/2K): by the smaller angle, so that small step sizes have all their digits.
            double angle = Math.PI / 2 * Math.min(step, steps - step) / steps;
            double root = 2L * step <= steps ? StrictMath.cos(angle) : StrictMath.sin(angle);
            return exactly(last.doubleValue() + first.subtract(last).doubleValue() * (root * root));
        }
    }

    /**
     * hₙ = a (1 + n/s)^(−p); exact if p is whole, otherwise a double.
     *
     * @param first a &gt; 0
     * @param exponent p ≥ 0
     * @param scale s &gt; 0, in steps
     */
    record PowerDecay(Rational first, Rational exponent, Rational scale) implements StepSizeSchedule {
        /**
         * A decay by a power of time.
         *
         * @param first a
         * @param exponent p
         * @param scale s
         * @throws IllegalArgumentException if a ≤ 0, s ≤ 0, or p is not from 0 to 100
         */
        public PowerDecay {
            requirePositive(first);
            if (exponent.signum() < 0 || exponent.compareTo(Rational.of(100)) > 0 || scale.signum() <= 0) {
                throw new IllegalArgumentException("given the exponent " + exponent + " and the scale " + scale
                        + ", expected an exponent from 0 to 100 and a positive number of steps");
            }
        }

        @Override
        public Rational at(int step) {
            requireStep(step);
            Rational time = Rational.ONE.add(Rational.of(step).divide(scale));
            return exponent.isInteger()
                    ? first.divide(time.pow(exponent.numerator().intValueExact()))
                    : exactly(first.doubleValue() / StrictMath.pow(time.doubleValue(), exponent.doubleValue()));
        }
    }

    /**
     * h₀, h₁, … as given, and no more.
     *
     * @param stepSizes one for each step
     */
    record Listed(List<Rational> stepSizes) implements StepSizeSchedule {
        /**
         * A list.
         *
         * @param stepSizes the step sizes
         * @throws IllegalArgumentException if there is none, or one is not positive
         */
        public Listed {
            if (stepSizes.isEmpty()) {
                throw new IllegalArgumentException("given no step size, expected one for each step");
            }
            stepSizes.forEach(value -> requirePositive(value));
            stepSizes = List.copyOf(stepSizes);
        }

        @Override
        public Rational at(int step) {
            requireStep(step);
            if (step >= stepSizes.size()) {
                throw new IllegalArgumentException("given step " + step + " of a list of " + stepSizes.size()
                        + " step sizes, expected a list as long as the run; give more, or make fewer steps");
            }
            return stepSizes.get(step);
        }
    }

    /**
     * hₙ = (n + 1)/W · h for n &lt; W, then another schedule, whose first value is h.
     *
     * @param steps W ≥ 1
     * @param next what comes after it
     */
    record WarmUp(int steps, StepSizeSchedule next) implements StepSizeSchedule {
        /**
         * A warm-up.
         *
         * @param steps W
         * @param next what comes after it
         * @throws IllegalArgumentException if W &lt; 1
         */
        public WarmUp {
            if (steps < 1) {
                throw new IllegalArgumentException("given a warm-up of " + steps + " steps, expected at least 1");
            }
        }

        @Override
        public Rational at(int step) {
            requireStep(step);
            return step < steps ? next.at(0).multiply(Rational.of(step + 1L, steps)) : next.at(step - steps);
        }
    }

    private static void requireStep(int step) {
        if (step < 0) {
            throw new IllegalArgumentException("given step " + step + ", expected at least 0");
        }
    }

    private static void requirePositive(Rational stepSize) {
        if (stepSize.signum() <= 0) {
            throw new IllegalArgumentException("given the step size " + stepSize + ", expected a positive number");
        }
    }

    private static void requireWay(Rational first, Rational last, int steps) {
        requirePositive(first);
        if (last.signum() < 0 || steps < 1) {
            throw new IllegalArgumentException("given a step size that goes to " + last + " in " + steps
                    + " steps, expected at least 0 in at least 1 step");
        }
    }

    /** A double as a fraction. */
    private static Rational exactly(double number) {
        BigDecimal decimal = new BigDecimal(number);
        return Rational.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }
}
