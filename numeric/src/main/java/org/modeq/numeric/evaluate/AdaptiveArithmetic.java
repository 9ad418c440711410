package org.modeq.numeric.evaluate;

import org.modeq.symbolic.ring.Rational;

/**
 * The numbers in which an adaptive method is evaluated: a field with roots.
 *
 * @param <T> the numbers
 */
public interface AdaptiveArithmetic<T> {
    /** Doubles. */
    AdaptiveArithmetic<Double> DOUBLES = new AdaptiveArithmetic<>() {
        @Override
        public Double of(Rational number) {
            return number.doubleValue();
        }

        @Override
        public Double add(Double a, Double b) {
            return a + b;
        }

        @Override
        public Double multiply(Double a, Double b) {
            return a * b;
        }

        @Override
        public Double divide(Double a, Double b) {
            if (b == 0) {
                throw new ArithmeticException(a + "/0 does not exist");
            }
            return a / b;
        }

        @Override
        public Double sqrt(Double a) {
            return Math.sqrt(a);
        }
    };

    /**
     * A rational number.
     *
     * @param number p/q
     * @return the nearest number
     */
    T of(Rational number);

    /**
     * The sum.
     *
     * @param a a number
     * @param b a number
     * @return a + b
     */
    T add(T a, T b);

    /**
     * The product.
     *
     * @param a a number
     * @param b a number
     * @return ab
     */
    T multiply(T a, T b);

    /**
     * The quotient.
     *
     * @param a a number
     * @param b a number
     * @return a/b
     * @throws ArithmeticException if b = 0
     */
    T divide(T a, T b);

    /**
     * The root.
     *
     * @param a a number, at least 0
     * @return √a
     * @throws ArithmeticException if it is not among these numbers
     */
    T sqrt(T a);
}
