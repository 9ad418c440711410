package org.modeq.numeric.precise;

import java.util.Arrays;
import java.util.List;
import org.modeq.symbolic.ring.Rational;

/**
 * Real numbers rounded to a fixed precision, as an object; the numbers themselves are plain values.
 *
 * <p>Sums, products, quotients and roots have a relative error of a few {@link #roundoff} each. The functions have the same
 * relative error of the result, also where the result is small. A result that does not exist is refused, never NaN.
 *
 * @param <T> the numbers
 */
public interface Numbers<T> {
    /** {@return the largest relative error u of one operation, nearly} */
    double roundoff();

    /** {@return 0} */
    default T zero() {
        return of(0);
    }

    /** {@return 1} */
    default T one() {
        return of(1);
    }

    /**
     * A double.
     *
     * @param number the number
     * @return the same, exactly
     * @throws ArithmeticException if it is not finite
     */
    T of(double number);

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
     * The difference.
     *
     * @param a a number
     * @param b a number
     * @return a − b
     */
    T subtract(T a, T b);

    /**
     * The product.
     *
     * @param a a number
     * @param b a number
     * @return a·b
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
     * The opposite.
     *
     * @param a a number
     * @return −a
     */
    default T negate(T a) {
        return subtract(zero(), a);
    }

    /**
     * The sign.
     *
     * @param a a number
     * @return −1, 0 or 1
     */
    int signum(T a);

    /**
     * The order of two numbers.
     *
     * @param a a number
     * @param b a number
     * @return negative, 0 or positive as a &lt; b, a = b or a &gt; b
     */
    default int compare(T a, T b) {
        return signum(subtract(a, b));
    }

    /**
     * The absolute value.
     *
     * @param a a number
     * @return |a|
     */
    default T abs(T a) {
        return signum(a) < 0 ? negate(a) : a;
    }

    /**
     * The double next to it.
     *
     * @param a a number
     * @return a in double precision
     */
    double toDouble(T a);

    /** {@return π} */
    T pi();

    /**
     * The root.
     *
     * @param a a number
     * @return √a
     * @throws ArithmeticException if a &lt; 0
     */
    T sqrt(T a);

    /**
     * The exponential function.
     *
     * @param a a number
     * @return exp a
     * @throws ArithmeticException if it is beyond the range of the numbers
     */
    T exp(T a);

    /**
     * The exponential function less 1, precise also near 0.
     *
     * @param a a number
     * @return exp a − 1
     * @throws ArithmeticException if it is beyond the range of the numbers
     */
    T expm1(T a);

    /**
     * The natural logarithm.
     *
     * @param a a number
     * @return log a
     * @throws ArithmeticException if a ≤ 0
     */
    T log(T a);

    /**
     * The logarithm of a number near 1.
     *
     * @param a a number
     * @return log(1 + a)
     * @throws ArithmeticException if a ≤ −1
     */
    T log1p(T a);

    /**
     * The sine.
     *
     * @param a a number
     * @return sin a
     */
    T sin(T a);

    /**
     * The cosine.
     *
     * @param a a number
     * @return cos a
     */
    T cos(T a);

    /**
     * The arc tangent.
     *
     * @param a a number
     * @return atan a, between −π/2 and π/2
     */
    T atan(T a);

    /**
     * The complementary error function.
     *
     * @param a a number
     * @return erfc a = 2/√π ∫ₐ^∞ exp(−t²) dt
     */
    T erfc(T a);

    /**
     * A new array of zeros.
     *
     * @param count n ≥ 0
     * @return n zeros
     */
    T[] zeros(int count);

    /** {@return a sum of products, 0 so far; for one thread} */
    Sum<T> sum();

    /**
     * Doubles.
     *
     * @param entries the entries
     * @return the same, exactly
     * @throws ArithmeticException if one is not finite
     */
    default List<T> column(double... entries) {
        return Arrays.stream(entries).mapToObj(this::of).toList();
    }

    /**
     * Numbers in double precision.
     *
     * @param entries the entries
     * @return the doubles next to them
     */
    default double[] toDoubles(List<T> entries) {
        return entries.stream().mapToDouble(this::toDouble).toArray();
    }

    /**
     * A sum of products, with an error below n·u·Σ|ab|; decimals are rounded once, at the end.
     *
     * @param <T> the numbers
     */
    interface Sum<T> {
        /**
         * Adds a product.
         *
         * @param a a number
         * @param b a number
         */
        void add(T a, T b);

        /**
         * Adds Σ a_(s+i·k) b_(t+i·l) over i = 0, …, n − 1.
         *
         * @param a the array of the left factors
         * @param start s
         * @param step k
         * @param b the array of the right factors
         * @param otherStart t
         * @param otherStep l
         * @param count n
         */
        void add(T[] a, int start, int step, T[] b, int otherStart, int otherStep, int count);

        /** {@return the sum, which is 0 again afterwards} */
        T take();
    }
}
