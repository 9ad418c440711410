package org.modeq.numeric.precise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.numbers.core.DD;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.symbolic.ring.Rational;

@DisplayName("Numbers of high precision")
class NumbersTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);
    private static final DoubleDoubles PAIRS = DoubleDoubles.DOUBLE_DOUBLES;
    private static final long DIGITS = 130;
    private static final double[] ALL = {
        -1000,
        -60.5,
        -12.25,
        -3.25,
        -1.5,
        -0.5,
        -1e-3,
        -1e-20,
        0,
        1e-30,
        1e-9,
        0.1,
        0.7,
        1.5707963267948966,
        2.4,
        3.0,
        3.141592653589793,
        5.5,
        16.75,
        100.3,
        500.25,
        1e6 + 0.1
    };

    /** A function in numbers of either kind and by Apfloat, with the points where it is compared. */
    private record Compared(
            String name,
            UnaryOperator<BigDecimal> decimals,
            UnaryOperator<DD> pairs,
            UnaryOperator<Apfloat> reference,
            List<Double> points) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Apfloat number(double value) {
        return new Apfloat(new BigDecimal(value), DIGITS);
    }

    private static List<Double> where(DoublePredicate condition) {
        return Arrays.stream(ALL).filter(condition).boxed().toList();
    }

    private static Stream<Compared> functions() {
        List<Double> small = where(x -> Math.abs(x) < 600);
        List<Double> positive = new ArrayList<>(where(x -> x > 0));
        positive.addAll(List.of(1.0, 1 + 0x1p-50, 1 - 0x1p-50, 0.99, 0.7071, 1e-290, 1e290));
        Apfloat one = number(1);
        return Stream.of(
                new Compared("exp", FIFTY::exp, PAIRS::exp, ApfloatMath::exp, small),
                new Compared(
                        "expm1",
                        FIFTY::expm1,
                        PAIRS::expm1,
                        x -> ApfloatMath.exp(x).subtract(one),
                        small),
                new Compared("log", FIFTY::log, PAIRS::log, ApfloatMath::log, positive),
                new Compared("log1p", FIFTY::log1p, PAIRS::log1p, x -> ApfloatMath.log(one.add(x)), where(x -> x > -1)),
                new Compared("sqrt", FIFTY::sqrt, PAIRS::sqrt, ApfloatMath::sqrt, positive),
                new Compared("sin", FIFTY::sin, PAIRS::sin, ApfloatMath::sin, where(x -> true)),
                new Compared("cos", FIFTY::cos, PAIRS::cos, ApfloatMath::cos, where(x -> true)),
                new Compared("atan", FIFTY::atan, PAIRS::atan, ApfloatMath::atan, where(x -> true)),
                new Compared("erfc", FIFTY::erfc, PAIRS::erfc, NumbersTest::erfc, where(x -> x > -600 && x < 17)));
    }

    /** 1 − 2/√π Σ (−1)ⁿ x^(2n+1)/(n! (2n+1)), which loses x²/log 10 digits and reckons with as many more. */
    private static Apfloat erfc(Apfloat given) {
        double size = Math.abs(given.doubleValue());
        if (size > 20) {
            return new Apfloat(2, DIGITS);
        }
        long digits = DIGITS + (long) (2 * size * size);
        Apfloat x = given.precision(digits);
        Apfloat square = x.multiply(x).negate();
        Apfloat term = x;
        Apfloat sum = x;
        for (int n = 1; n < 40 + 8 * size * size + 300; n++) {
            term = term.multiply(square).divide(new Apfloat(n, digits));
            sum = sum.add(term.divide(new Apfloat(2L * n + 1, digits)));
        }
        Apfloat root = ApfloatMath.sqrt(ApfloatMath.pi(digits));
        return new Apfloat(1, digits)
                .subtract(sum.multiply(new Apfloat(2, digits)).divide(root));
    }

    private static void assertRelative(Apfloat expected, BigDecimal found, double bound, String what) {
        Apfloat difference = new Apfloat(found, DIGITS).subtract(expected);
        double allowed = bound;
        Apfloat size = ApfloatMath.abs(expected);
        boolean isClose = size.signum() == 0
                ? difference.signum() == 0
                : ApfloatMath.abs(difference).compareTo(size.multiply(number(allowed))) <= 0;
        assertTrue(isClose, () -> what + ": " + found + " instead of " + expected.precision(70));
    }

    @ParameterizedTest(name = "have {0} with a relative error below 5e-60 of 60 digits and 1e-31 of two doubles")
    @MethodSource("functions")
    void functions(Compared compared) {
        for (double point : compared.points()) {
            Apfloat expected = compared.reference().apply(number(point));
            String what = compared.name() + " at " + point;
            BigDecimal decimal = compared.decimals().apply(FIFTY.of(point));
            assertRelative(expected, decimal, 5e-60, what);
            assertTrue(decimal.precision() <= 60, what);
            assertRelative(expected, compared.pairs().apply(PAIRS.of(point)).bigDecimalValue(), 1e-31, what);
        }
    }

    @ParameterizedTest(name = "have {0} of numbers that are no doubles")
    @MethodSource("functions")
    void longArguments(Compared compared) {
        Rational third = Rational.of(1, 3);
        for (double point : compared.points()) {
            if (Math.abs(point) < 20 && Math.abs(point) > 0.01) {
                BigDecimal decimal = FIFTY.multiply(FIFTY.of(third), FIFTY.of(point));
                assertRelative(
                        compared.reference().apply(new Apfloat(decimal, DIGITS)),
                        compared.decimals().apply(decimal),
                        5e-60,
                        compared.name() + " at " + decimal);
                DD pair = PAIRS.multiply(PAIRS.of(third), PAIRS.of(point));
                assertRelative(
                        compared.reference().apply(new Apfloat(pair.bigDecimalValue(), DIGITS)),
                        compared.pairs().apply(pair).bigDecimalValue(),
                        1e-31,
                        compared.name() + " at " + pair);
            }
        }
    }

    @Test
    @DisplayName("keep their digits next to zeros of the functions")
    void nearZeros() {
        BigDecimal pi = FIFTY.pi();
        assertRelative(ApfloatMath.pi(DIGITS), pi, 5e-60, "pi");
        assertRelative(ApfloatMath.pi(DIGITS), PAIRS.pi().bigDecimalValue(), 1e-31, "pi as two doubles");
        assertRelative(ApfloatMath.sin(new Apfloat(pi, DIGITS)), FIFTY.sin(pi), 5e-60, "sin pi");
        BigDecimal nextToOne = BigDecimal.ONE.add(new BigDecimal("3e-57"));
        assertRelative(ApfloatMath.log(new Apfloat(nextToOne, DIGITS)), FIFTY.log(nextToOne), 5e-60, "log");
        BigDecimal tiny = new BigDecimal("1e-5000");
        assertEquals(0, tiny.compareTo(FIFTY.sin(tiny)));
        assertEquals(0, tiny.compareTo(FIFTY.log1p(tiny)));
        assertEquals(0, BigDecimal.ONE.compareTo(FIFTY.cos(tiny)));
    }

    @Test
    @DisplayName("go far out: erfc 40 has 698 zeros, exp −1000 is there in decimals, erfc 1e5 and exp −1e10 are 0")
    void farOut() {
        // erfc(40) = 1.3823846...e-697 by e^(−x²)/(x√π)(1 − 1/(2x²) + 3/(4x⁴) − …).
        Apfloat x = number(40);
        Apfloat ratio = number(1).divide(number(3200));
        Apfloat term = number(1);
        Apfloat sum = term;
        for (int n = 1; n < 60; n++) {
            term = term.multiply(number(-(2 * n - 1))).multiply(ratio);
            sum = sum.add(term);
        }
        Apfloat expected = ApfloatMath.exp(number(-1600))
                .multiply(sum)
                .divide(x.multiply(ApfloatMath.sqrt(ApfloatMath.pi(DIGITS))));
        assertRelative(expected, FIFTY.erfc(FIFTY.of(40)), 5e-60, "erfc 40");
        assertRelative(ApfloatMath.exp(number(-1000)), FIFTY.exp(FIFTY.of(-1000)), 5e-60, "exp -1000");
        assertRelative(ApfloatMath.exp(number(1e7)), FIFTY.exp(FIFTY.of(1e7)), 5e-60, "exp 1e7");
        assertRelative(ApfloatMath.exp(number(-1e7)), FIFTY.exp(FIFTY.of(-1e7)), 5e-60, "exp -1e7");
        assertRelative(number(-1e8), FIFTY.log(FIFTY.exp(FIFTY.of(-1e8))), 1e-59, "log exp -1e8");
        BigDecimal tail = FIFTY.exp(FIFTY.of(-1e8));
        assertEquals(0, tail.compareTo(FIFTY.log1p(tail)));
        assertEquals(0, FIFTY.signum(FIFTY.exp(FIFTY.of(-1e10))));
        assertThrows(ArithmeticException.class, () -> FIFTY.sin(new BigDecimal("1e3001")));
        assertEquals(0, FIFTY.signum(FIFTY.erfc(FIFTY.of(1e5))));
        assertEquals(0, PAIRS.signum(PAIRS.exp(PAIRS.of(-800))));
        assertRelative(
                ApfloatMath.sin(new Apfloat(new BigDecimal(BigInteger.TWO.pow(900)), 600)),
                PAIRS.sin(PAIRS.of(0x1p900)).bigDecimalValue(),
                1e-31,
                "sin 2^900");
    }

    private static <T> List<Arguments> refusals(Numbers<T> numbers) {
        List<Arguments> refusals = new ArrayList<>();
        BiFunction<UnaryOperator<T>, Double, Supplier<T>> at =
                (function, point) -> () -> function.apply(numbers.of(point));
        refusals.add(Arguments.of(at.apply(numbers::log, 0.0), "the logarithm of 0.0 does not exist"));
        refusals.add(Arguments.of(at.apply(numbers::log, -2.0), "the logarithm of -2.0 does not exist"));
        refusals.add(Arguments.of(at.apply(numbers::log1p, -1.0), "the logarithm of 0.0 does not exist"));
        refusals.add(Arguments.of(at.apply(numbers::sqrt, -1.0), "the root of -1.0 does not exist"));
        refusals.add(Arguments.of(at.apply(a -> numbers.divide(a, numbers.zero()), 1.0), "/0 does not exist"));
        refusals.add(Arguments.of(at.apply(a -> a, Double.NaN), "given the number NaN, expected a finite one"));
        refusals.add(Arguments.of(at.apply(numbers::exp, 1e10), "beyond"));
        return refusals;
    }

    private static Stream<Arguments> allRefusals() {
        return Stream.concat(refusals(FIFTY).stream(), refusals(PAIRS).stream());
    }

    @ParameterizedTest(name = "refuse what does not exist: {1}")
    @MethodSource("allRefusals")
    void refuse(Supplier<?> attempt, String words) {
        String message = assertThrows(ArithmeticException.class, attempt::get).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    @DisplayName("of two doubles refuse what is beyond doubles, of decimals a precision out of range")
    void ranges() {
        DD large = PAIRS.of(1e300);
        assertThrows(ArithmeticException.class, () -> PAIRS.multiply(large, large));
        assertThrows(ArithmeticException.class, () -> PAIRS.exp(PAIRS.of(710)));
        Numbers.Sum<DD> sum = PAIRS.sum();
        sum.add(large, large);
        assertThrows(ArithmeticException.class, sum::take);
        String message = assertThrows(IllegalArgumentException.class, () -> Decimals.ofDigits(19))
                .getMessage();
        assertEquals("given 19 digits, expected 20 to 10000; doubles have 16", message);
        assertThrows(IllegalArgumentException.class, () -> Decimals.ofDigits(10_001));
    }

    @Test
    @DisplayName("take fractions to their last digit")
    void fractions() {
        Rational fraction =
                Rational.of(new BigInteger("123456789012345678901"), new BigInteger("-7000000000000000003"));
        Apfloat expected = new Apfloat(new BigDecimal(fraction.numerator()), DIGITS)
                .divide(new Apfloat(new BigDecimal(fraction.denominator()), DIGITS));
        assertRelative(expected, FIFTY.of(fraction), 5e-60, "decimals");
        assertRelative(expected, PAIRS.of(fraction).bigDecimalValue(), 1e-32, "two doubles");
        assertEquals("1.7", FIFTY.of(Rational.of(17, 10)).toString());
    }

    @Test
    @DisplayName("add products up: decimals as if rounded once, whatever cancels; two doubles to 1e-29 over 3000")
    void sums() {
        BigDecimal large = new BigDecimal("1e30").add(BigDecimal.ONE);
        Numbers.Sum<BigDecimal> sum = FIFTY.sum();
        sum.add(large, large);
        sum.add(large.negate(), large);
        sum.add(FIFTY.of(0.5), FIFTY.of(0.25));
        assertEquals(0, new BigDecimal("0.125").compareTo(sum.take()));
        assertEquals(0, FIFTY.signum(sum.take()));
        DD third = PAIRS.of(Rational.of(1, 3));
        DD[] thirds = PAIRS.zeros(3000);
        Arrays.fill(thirds, third);
        Numbers.Sum<DD> pairs = PAIRS.sum();
        pairs.add(thirds, 0, 1, thirds, 2999, -1, 3000);
        BigDecimal expected = new BigDecimal(1000).divide(new BigDecimal(3), new MathContext(50));
        BigDecimal error = pairs.take().bigDecimalValue().subtract(expected);
        assertTrue(error.abs().doubleValue() < 333 * 1e-29, error::toString);
    }
}
