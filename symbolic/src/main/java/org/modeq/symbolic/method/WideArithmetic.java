package org.modeq.symbolic.method;

import java.math.BigInteger;

/**
 * Integers mod 2^(64K): K longs one behind the other in an array, the lowest first.
 *
 * <p>They stand for the integers from −2^(64K−1) to 2^(64K−1) − 1. A sum of products is right whenever its value is in
 * this range, whatever its parts are.
 */
final class WideArithmetic {
    private final int limbs;

    /**
     * The arithmetic of one width.
     *
     * @param limbs K ≥ 1
     */
    WideArithmetic(int limbs) {
        this.limbs = limbs;
    }

    /** {@return K} */
    int limbs() {
        return limbs;
    }

    /** Adds x·y to the number at {@code target[t]}; x is at {@code xs[i]}, y at {@code ys[k]}. */
    void addProduct(long[] target, int t, long[] xs, int i, long[] ys, int k) {
        if (limbs == 2) {
            addProductOfTwo(target, t, xs, i, ys, k);
            return;
        }
        for (int a = 0; a < limbs; a++) {
            long x = xs[i + a];
            long carry = 0;
            for (int b = 0; a + b < limbs; b++) {
                long y = ys[k + b];
                long low = x * y;
                long sum = target[t + a + b] + low;
                long total = sum + carry;
                carry = unsignedHigh(x, y) + carryOf(sum, low) + carryOf(total, carry);
                target[t + a + b] = total;
            }
        }
    }

    /** The same for K = 2. */
    private static void addProductOfTwo(long[] target, int t, long[] xs, int i, long[] ys, int k) {
        long x = xs[i];
        long y = ys[k];
        long low = x * y;
        long high = unsignedHigh(x, y) + x * ys[k + 1] + xs[i + 1] * y;
        long sum = target[t] + low;
        target[t] = sum;
        target[t + 1] += high + carryOf(sum, low);
    }

    /** Adds the number at {@code xs[i]} to the number at {@code target[t]}. */
    void add(long[] target, int t, long[] xs, int i) {
        long carry = 0;
        for (int a = 0; a < limbs; a++) {
            long x = xs[i + a];
            long sum = target[t + a] + x;
            long total = sum + carry;
            carry = carryOf(sum, x) + carryOf(total, carry);
            target[t + a] = total;
        }
    }

    /** The upper half of the product of two unsigned longs. */
    private static long unsignedHigh(long x, long y) {
        return Math.multiplyHigh(x, y) + (x >> 63 & y) + (y >> 63 & x);
    }

    /** 1 if an unsigned sum is below one of its terms, otherwise 0. */
    private static long carryOf(long sum, long term) {
        return Long.compareUnsigned(sum, term) < 0 ? 1 : 0;
    }

    /** Whether the number is in the range of a long. */
    boolean fitsLong(long[] numbers, int start) {
        long sign = numbers[start] >> 63;
        for (int a = 1; a < limbs; a++) {
            if (numbers[start + a] != sign) {
                return false;
            }
        }
        return true;
    }

    /** The integer for which the number stands. */
    BigInteger value(long[] numbers, int start) {
        BigInteger value = BigInteger.valueOf(numbers[start + limbs - 1]);
        for (int a = limbs - 2; a >= 0; a--) {
            BigInteger limb = BigInteger.valueOf(numbers[start + a]);
            value = value.shiftLeft(Long.SIZE)
                    .add(limb.signum() < 0 ? limb.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : limb);
        }
        return value;
    }

    /** The numbers of integers, one behind the other. */
    long[] wide(BigInteger... values) {
        long[] numbers = new long[values.length * limbs];
        for (int n = 0; n < values.length; n++) {
            for (int a = 0; a < limbs; a++) {
                numbers[n * limbs + a] = values[n].shiftRight(a * Long.SIZE).longValue();
            }
        }
        return numbers;
    }
}
