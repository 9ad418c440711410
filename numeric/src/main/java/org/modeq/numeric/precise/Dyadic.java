package org.modeq.numeric.precise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.numbers.core.DD;

/**
 * The number m·2ᵉ: the form in which the functions of {@link DyadicFunctions} take and give numbers.
 *
 * @param mantissa m
 * @param exponent e
 */
record Dyadic(BigInteger mantissa, int exponent) {
    static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);
    static final Dyadic ONE = new Dyadic(BigInteger.ONE, 0);

    /** The bits of a double's mantissa. */
    private static final int DOUBLE_BITS = 53;

    /** Larger powers of 2 are computed by squaring in decimals. */
    private static final int LARGEST_SHIFT = 1 << 13;

    private static final int GUARD_DIGITS = 20;
    private static final int LARGEST_TABLED_POWER = 400;
    private static final BigInteger[] POWERS_OF_TEN = powersOfTen();

    private static BigInteger[] powersOfTen() {
        BigInteger[] powers = new BigInteger[LARGEST_TABLED_POWER + 1];
        powers[0] = BigInteger.ONE;
        for (int k = 1; k <= LARGEST_TABLED_POWER; k++) {
            powers[k] = powers[k - 1].multiply(BigInteger.TEN);
        }
        return powers;
    }

    private static BigInteger powerOfTen(int exponent) {
        return exponent <= LARGEST_TABLED_POWER ? POWERS_OF_TEN[exponent] : BigInteger.TEN.pow(exponent);
    }

    /** A finite double, exactly. */
    static Dyadic of(double number) {
        if (number == 0) {
            return ZERO;
        }
        int exponent = Math.max(Math.getExponent(number), Double.MIN_EXPONENT) - DOUBLE_BITS + 1;
        // Two factors: 2^(-exponent) alone may overflow.
        double whole = Math.scalb(Math.scalb(number, -exponent / 2), -exponent + exponent / 2);
        return new Dyadic(BigInteger.valueOf((long) whole), exponent);
    }

    /** A finite double-double, exactly. */
    static Dyadic of(DD number) {
        return of(number.hi()).add(of(number.lo()));
    }

    /** A decimal to a number of bits; exactly if it is an integer. */
    static Dyadic of(BigDecimal number, int bits) {
        BigInteger unscaled = number.unscaledValue();
        if (number.scale() <= 0) {
            return new Dyadic(unscaled.multiply(powerOfTen(-number.scale())), 0);
        }
        BigInteger divisor = powerOfTen(number.scale());
        int shift = Math.max(0, bits + divisor.bitLength() - unscaled.bitLength() + 1);
        return new Dyadic(unscaled.shiftLeft(shift).divide(divisor), -shift);
    }

    /** The integer nearest to x·2ᵖ, or one beside it. */
    BigInteger scaled(int bits) {
        int shift = bits + exponent;
        return shift >= 0 ? mantissa.shiftLeft(shift) : mantissa.shiftRight(-shift);
    }

    /** The q with 2^(q−1) ≤ |x| &lt; 2^q, for x ≠ 0 (for −2^q it is q). */
    int magnitude() {
        return mantissa.bitLength() + exponent;
    }

    int signum() {
        return mantissa.signum();
    }

    Dyadic negate() {
        return new Dyadic(mantissa.negate(), exponent);
    }

    Dyadic add(Dyadic other) {
        int lowest = Math.min(exponent, other.exponent);
        return new Dyadic(scaled(-lowest).add(other.scaled(-lowest)), lowest);
    }

    Dyadic square() {
        return new Dyadic(mantissa.multiply(mantissa), 2 * exponent);
    }

    Dyadic times(int factor) {
        return new Dyadic(mantissa.multiply(BigInteger.valueOf(factor)), exponent);
    }

    /** The double nearest to it, nearly; beyond the range of doubles 0 or an infinity. */
    double doubleValue() {
        int excess = Math.max(0, mantissa.bitLength() - 2 * DOUBLE_BITS);
        double leading = mantissa.shiftRight(excess).doubleValue();
        long scale = (long) exponent + excess;
        int bounded = (int) Math.max(-5000, Math.min(5000, scale));
        return Math.scalb(leading, bounded);
    }

    /** The two doubles whose sum is nearest to it, nearly. */
    DD toDoubleDouble() {
        double high = doubleValue();
        if (high == 0 || !Double.isFinite(high)) {
            return DD.of(high);
        }
        return DD.ofSum(high, add(of(high).negate()).doubleValue());
    }

    BigDecimal toBigDecimal(MathContext context) {
        if (Math.abs((long) exponent) > LARGEST_SHIFT) {
            MathContext wide = new MathContext(context.getPrecision() + GUARD_DIGITS);
            return new BigDecimal(mantissa).multiply(BigDecimal.valueOf(2).pow(exponent, wide), context);
        }
        if (exponent >= 0) {
            return new BigDecimal(mantissa.shiftLeft(exponent), context);
        }
        return new BigDecimal(mantissa).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)), context);
    }
}
