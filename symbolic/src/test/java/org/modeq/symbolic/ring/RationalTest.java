package org.modeq.symbolic.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rational number")
class RationalTest {
    private static final BigInteger HUGE = BigInteger.TWO.pow(80);

    @Nested
    @DisplayName("is an element of a field:")
    class Laws implements RingLaws<Rational> {
        @Override
        public Ring<Rational> ring() {
            return Rationals.RATIONALS;
        }

        @Override
        public List<Rational> samples() {
            return Stream.of(
                            "0",
                            "1",
                            "-1",
                            "2/3",
                            "-7/12",
                            "9223372036854775807",
                            "-9223372036854775808/3",
                            "1/1208925819614629174706176")
                    .map(Rational::parse)
                    .toList();
        }

        @Test
        @DisplayName("every element but 0 has an inverse")
        void inverse() {
            for (Rational a : samples()) {
                if (!a.isZero()) {
                    assertEquals(Rational.ONE, a.multiply(Rationals.RATIONALS.reciprocal(a)));
                    assertEquals(a, a.pow(-1).pow(-1));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}/{1} is {2}")
    @CsvSource({
        "2, 4, 1/2",
        "-2, 4, -1/2",
        "2, -4, -1/2",
        "0, -5, 0",
        "6, 3, 2",
        "-9223372036854775808, -1, 9223372036854775808"
    })
    @DisplayName("is in lowest terms with a positive denominator")
    void canonical(long numerator, long denominator, String expected) {
        assertEquals(expected, Rational.of(numerator, denominator).toString());
        assertEquals(Rational.parse(expected), Rational.of(numerator, denominator));
    }

    @Test
    @DisplayName("agrees with big-integer arithmetic at the border of 64 bits (seed 20)")
    void border() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 20_000; i++) {
            long[] n = random.longs(4).map(x -> x >> random.nextInt(64)).toArray();
            n[1] = n[1] == 0 ? 1 : n[1];
            n[3] = n[3] == 0 ? 1 : n[3];
            BigInteger a = BigInteger.valueOf(n[0]);
            BigInteger b = BigInteger.valueOf(n[1]);
            BigInteger c = BigInteger.valueOf(n[2]);
            BigInteger d = BigInteger.valueOf(n[3]);
            Rational x = Rational.of(n[0], n[1]);
            Rational y = Rational.of(n[2], n[3]);
            assertEquals(Rational.of(a.multiply(d).add(c.multiply(b)), b.multiply(d)), x.add(y));
            assertEquals(Rational.of(a.multiply(c), b.multiply(d)), x.multiply(y));
            assertEquals(x.subtract(y).signum(), x.compareTo(y));
            assertEquals(x.equals(y), x.compareTo(y) == 0);
        }
    }

    @Test
    @DisplayName("is equal to the same number, whichever way it was reckoned")
    void equality() {
        Rational huge = Rational.of(HUGE, BigInteger.ONE);
        assertEquals(Rational.ONE, huge.divide(huge));
        assertEquals(Rational.ONE.hashCode(), huge.divide(huge).hashCode());
        assertNotEquals(huge, huge.negate());
        assertNotEquals(Rational.ONE, "1");
        assertEquals(huge, huge.negate().abs());
        assertTrue(huge.isInteger() && huge.compareTo(Rational.ONE) > 0);
    }

    @ParameterizedTest(name = "{0} is read as {1}")
    @CsvSource({"0.25, 1/4", "-.5, -1/2", "+3, 3", "4/6, 2/3", " 7 , 7"})
    void parsing(String text, String expected) {
        assertEquals(expected, Rational.parse(text).toString());
    }

    @ParameterizedTest(name = "''{0}'' is refused")
    @ValueSource(strings = {"", "1/0", "1/-2", "1e5", "NaN", "1//2", "0x10", "."})
    void badNumbers(String text) {
        assertThrows(IllegalArgumentException.class, () -> Rational.parse(text));
    }

    @Test
    @DisplayName("rounds to the nearest double")
    void doubles() {
        assertEquals(1.0 / 3, Rational.of(1, 3).doubleValue());
        assertEquals(0x1p80, Rational.of(HUGE, BigInteger.ONE).doubleValue());
        assertEquals(0x1p-80, Rational.of(BigInteger.ONE, HUGE).doubleValue());
        assertEquals(1e17 / 3, Rational.of(100_000_000_000_000_000L, 3).doubleValue());
    }

    @Test
    @DisplayName("has no quotient by 0")
    void divisionByZero() {
        assertThrows(ArithmeticException.class, () -> Rational.ONE.divide(Rational.ZERO));
        assertThrows(ArithmeticException.class, () -> Rational.ZERO.reciprocal());
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
        assertThrows(ArithmeticException.class, () -> Rational.of(HUGE, BigInteger.ZERO));
    }

    @Test
    @DisplayName("is a coefficient of polynomials in h")
    void polynomials() {
        Polynomial oneMinusH = Polynomial.constant(Rational.ONE).add(Polynomial.monomial(Rational.of(-1), 1));
        Polynomial onePlusH = Polynomial.constant(Rational.ONE).add(Polynomial.monomial(Rational.ONE, 1));
        Polynomial product = oneMinusH.multiply(onePlusH);
        assertEquals(Polynomial.constant(Rational.ONE).add(Polynomial.monomial(Rational.of(-1), 2)), product);
        assertEquals(2, product.degree());
        assertEquals(Rational.ZERO, product.coefficient(7));
        assertEquals(Polynomial.constant(Rational.ONE), product.truncated(1));
        assertTrue(product.multiply(Polynomial.ZERO).isZero());
        assertThrows(IllegalArgumentException.class, () -> Polynomial.monomial(Rational.ONE, -1));
    }
}
