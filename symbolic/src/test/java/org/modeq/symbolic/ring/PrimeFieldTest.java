package org.modeq.symbolic.ring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A prime field")
class PrimeFieldTest {
    static List<PrimeField> fields() {
        return PrimeField.FIELDS;
    }

    private static long[] samples(PrimeField field) {
        long p = field.prime();
        LongStream edges = LongStream.of(0, 1, 2, p / 2, p / 2 + 1, p - 2, p - 1, 1L << 61, 1L << 32);
        return LongStream.concat(edges, new Random(5).longs(60, 0, p)).toArray();
    }

    @ParameterizedTest
    @MethodSource("fields")
    @DisplayName("is that of a prime below 2^62, and no larger one is left out")
    void primes(PrimeField field) {
        assertTrue(BigInteger.valueOf(field.prime()).isProbablePrime(60));
        BigInteger next = BigInteger.valueOf(field.prime()).nextProbablePrime();
        int place = PrimeField.FIELDS.indexOf(field);
        if (place == 0) {
            assertEquals(63, next.bitLength(), "the next prime is beyond 2^62");
        } else {
            assertEquals(PrimeField.FIELDS.get(place - 1).prime(), next.longValueExact());
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    @DisplayName("adds, subtracts, multiplies and inverts as integers modulo p do")
    void arithmetic(PrimeField field) {
        BigInteger p = BigInteger.valueOf(field.prime());
        for (long x : samples(field)) {
            for (long y : samples(field)) {
                BigInteger a = BigInteger.valueOf(x);
                BigInteger b = BigInteger.valueOf(y);
                long left = field.of(x);
                long right = field.of(y);
                assertEquals(a.add(b).mod(p).longValueExact(), field.remainder(field.add(left, right)));
                assertEquals(a.subtract(b).mod(p).longValueExact(), field.remainder(field.subtract(left, right)));
                assertEquals(a.multiply(b).mod(p).longValueExact(), field.remainder(field.multiply(left, right)));
            }
            if (x != 0) {
                assertEquals(1, field.remainder(field.multiply(field.of(x), field.inverse(field.of(x)))));
            }
        }
        assertEquals(field.prime() - 7, field.remainder(field.of(BigInteger.valueOf(-7))));
        assertThrows(ArithmeticException.class, () -> field.inverse(0));
    }

    @Test
    @DisplayName("does many at once as one by one")
    void manyAtOnce() {
        PrimeField field = PrimeField.FIELDS.get(2);
        long[] a = samples(field);
        long[] b = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[a.length - 1 - i];
        }
        long[] sums = a.clone();
        field.addProducts(sums, 3, a, 5, b, 2, 40);
        long[] expected = a.clone();
        long total = 0;
        for (int i = 0; i < 40; i++) {
            long product = field.multiply(a[5 + i], b[2 + i]);
            expected[3 + i] = field.add(expected[3 + i], product);
            total = field.add(total, product);
        }
        assertArrayEquals(expected, sums);
        assertEquals(total, field.sumOfProducts(a, 5, b, 2, 40));
        field.multiples(b, 1, a[20], b, 1, 30);
        assertEquals(field.multiply(a[20], a[a.length - 2]), b[1]);
    }
}
