package org.modeq.symbolic.lie;

import java.math.BigInteger;

/** The sum of many integers and that of their absolute values. */
final class IntegerSum {
    private static final int HALF = 31;
    private static final long LOW = (1L << HALF) - 1;

    /** The sums of the high and the low parts of what fits into a long, of at most 2³² numbers each. */
    private long high;

    private long low;
    private long absoluteHigh;
    private long absoluteLow;
    private BigInteger rest = BigInteger.ZERO;
    private BigInteger absoluteRest = BigInteger.ZERO;

    /** Adds an integer below 2⁶². */
    void add(long integer) {
        high += integer >> HALF;
        low += integer & LOW;
        absoluteHigh += Math.abs(integer) >> HALF;
        absoluteLow += Math.abs(integer) & LOW;
    }

    void add(BigInteger integer) {
        rest = rest.add(integer);
        absoluteRest = absoluteRest.add(integer.abs());
    }

    BigInteger sum() {
        return joined(high, low).add(rest);
    }

    BigInteger absoluteSum() {
        return joined(absoluteHigh, absoluteLow).add(absoluteRest);
    }

    private static BigInteger joined(long high, long low) {
        return BigInteger.valueOf(high).shiftLeft(HALF).add(BigInteger.valueOf(low));
    }
}
