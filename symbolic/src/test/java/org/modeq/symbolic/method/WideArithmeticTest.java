package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Integers mod 2^(64K)")
class WideArithmeticTest {
    private static final long SEED = 20_250_607;

    /** The integer of the same residue from −2^(64K−1) to 2^(64K−1) − 1. */
    private static BigInteger wrapped(BigInteger value, int limbs) {
        BigInteger half = BigInteger.ONE.shiftLeft(limbs * Long.SIZE - 1);
        return value.add(half).mod(half.shiftLeft(1)).subtract(half);
    }

    /** The ends of the range, numbers at the borders of the limbs, and random ones of every length. */
    private static List<BigInteger> samples(int limbs) {
        Random random = new Random(SEED);
        List<BigInteger> samples = new ArrayList<>();
        for (int bits = 0; bits < limbs * Long.SIZE; bits++) {
            BigInteger sample = new BigInteger(bits, random);
            samples.add(random.nextBoolean() ? sample : sample.negate());
        }
        for (int bits = 31; bits < limbs * Long.SIZE; bits += 32) {
            BigInteger power = BigInteger.ONE.shiftLeft(bits);
            samples.add(power.subtract(BigInteger.ONE));
            samples.add(power.negate());
            samples.add(wrapped(power, limbs));
        }
        return samples;
    }

    @ParameterizedTest(name = "add products like big integers, K = {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void products(int limbs) {
        WideArithmetic arithmetic = new WideArithmetic(limbs);
        List<BigInteger> samples = samples(limbs);
        BigInteger sum = BigInteger.ZERO;
        long[] target = new long[limbs + 1];
        for (BigInteger x : samples) {
            for (BigInteger y : samples) {
                arithmetic.addProduct(target, 1, arithmetic.wide(BigInteger.ONE, x), limbs, arithmetic.wide(y), 0);
                sum = wrapped(sum.add(x.multiply(y)), limbs);
                assertEquals(sum, arithmetic.value(target, 1), () -> "+ " + x + " · " + y);
            }
        }
        assertEquals(0, target[0]);
    }

    @ParameterizedTest(name = "are made from big integers and back, and say whether a long holds them, K = {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void conversion(int limbs) {
        WideArithmetic arithmetic = new WideArithmetic(limbs);
        for (BigInteger x : samples(limbs)) {
            long[] numbers = arithmetic.wide(x);
            assertEquals(x, arithmetic.value(numbers, 0));
            assertEquals(x.bitLength() < Long.SIZE, arithmetic.fitsLong(numbers, 0));
            BigInteger beyond = x.add(BigInteger.ONE.shiftLeft(limbs * Long.SIZE));
            assertArrayEquals(numbers, arithmetic.wide(beyond));
        }
    }
}
