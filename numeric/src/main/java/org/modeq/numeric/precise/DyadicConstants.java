package org.modeq.numeric.precise;

import java.math.BigInteger;
import java.util.function.IntFunction;

/** π and log 2 to any number of bits; computed once to the most bits that were asked for. */
final class DyadicConstants {
    /** π = 16 atan(1/5) − 4 atan(1/239) (Machin, 1706). */
    static final DyadicConstants PI = new DyadicConstants(
            p -> atan(5, p, -1).shiftLeft(4).subtract(atan(239, p, -1).shiftLeft(2)));

    /** log 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749). */
    static final DyadicConstants LOG_TWO = new DyadicConstants(p -> atan(26, p, 1)
            .multiply(BigInteger.valueOf(18))
            .subtract(atan(4801, p, 1).shiftLeft(1))
            .add(atan(8749, p, 1).shiftLeft(3)));

    /** Bits computed beyond those asked for: rounding errors, and the next question. */
    private static final int SPARE = 64;

    private final IntFunction<BigInteger> series;
    private volatile Known known = new Known(BigInteger.ZERO, -1);

    private record Known(BigInteger value, int bits) {}

    private DyadicConstants(IntFunction<BigInteger> series) {
        this.series = series;
    }

    /** The constant times 2ᵖ, with an error below 1. */
    BigInteger scaled(int p) {
        Known present = known;
        if (present.bits() < p + SPARE / 2) {
            int bits = p + p / 2 + SPARE;
            present = new Known(series.apply(bits), bits);
            known = present;
        }
        return present.value().shiftRight(present.bits() - p);
    }

    /** √π · 2ᵖ. */
    static BigInteger rootOfPi(int p) {
        return PI.scaled(p).shiftLeft(p).sqrt();
    }

    /** The arc tangent (sign −1) or area tangent (sign 1) of 1/q, times 2ᵖ: Σ (±1)ⁿ/((2n + 1) q^(2n+1)). */
    private static BigInteger atan(int q, int p, int sign) {
        BigInteger square = BigInteger.valueOf((long) q * q * sign);
        BigInteger power = BigInteger.ONE.shiftLeft(p).divide(BigInteger.valueOf(q));
        BigInteger sum = power;
        for (int n = 3; power.signum() != 0; n += 2) {
            power = power.divide(square);
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }
}
