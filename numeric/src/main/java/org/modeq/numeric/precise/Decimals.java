package org.modeq.numeric.precise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.Function;
import org.modeq.symbolic.ring.Rational;

/**
 * Decimal numbers of a given number of digits, with ten more to reckon with.
 *
 * <p>Their exponents are as good as unbounded: exponentials reach from −2²⁹, below which they are 0, to 2²⁹, above which they are
 * refused. A sum of products is exact but for products that lie many digits below it.
 */
public final class Decimals implements Numbers<BigDecimal> {
    /** Reckoned with beyond the digits that are promised. */
    private static final int GUARD_DIGITS = 10;

    private static final int LARGEST_DIGITS = 10_000;
    private static final int LARGEST_MAGNITUDE = 3000;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    private final MathContext context;

    /** For sums of products, which have twice the digits. */
    private final MathContext wide;

    private final DyadicFunctions functions;

    private Decimals(int digits) {
        this.context = new MathContext(digits + GUARD_DIGITS, RoundingMode.HALF_EVEN);
        this.wide = new MathContext(2 * context.getPrecision() + GUARD_DIGITS, RoundingMode.HALF_EVEN);
        this.functions = new DyadicFunctions((int) Math.ceil(context.getPrecision() * BITS_PER_DIGIT) + 4);
    }

    /**
     * Decimal numbers.
     *
     * @param digits n, from 20 to 10 000
     * @return numbers of n + 10 digits, so that n may be relied on after a long reckoning
     * @throws IllegalArgumentException if n is out of range
     */
    public static Decimals ofDigits(int digits) {
        if (digits < 20 || digits > LARGEST_DIGITS) {
            throw new IllegalArgumentException(
                    "given " + digits + " digits, expected 20 to " + LARGEST_DIGITS + "; doubles have 16");
        }
        return new Decimals(digits);
    }

    @Override
    public double roundoff() {
        return Math.max(Double.MIN_NORMAL, 5 * Math.pow(10, -context.getPrecision()));
    }

    @Override
    public BigDecimal of(double number) {
        if (!Double.isFinite(number)) {
            throw new ArithmeticException(
                    "given the number " + number + ", expected a finite one; the data or the point are not finite");
        }
        // Many digits only where the double has them: 0.5 stays 0.5.
        return new BigDecimal(number).stripTrailingZeros();
    }

    @Override
    public BigDecimal of(Rational number) {
        return new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()), context);
    }

    @Override
    public BigDecimal add(BigDecimal a, BigDecimal b) {
        return a.add(b, context);
    }

    @Override
    public BigDecimal subtract(BigDecimal a, BigDecimal b) {
        return a.subtract(b, context);
    }

    @Override
    public BigDecimal multiply(BigDecimal a, BigDecimal b) {
        return a.multiply(b, context);
    }

    @Override
    public BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw new ArithmeticException("the quotient " + a.round(MathContext.DECIMAL64)
                    + "/0 does not exist; divide by a number other than 0");
        }
        return a.divide(b, context);
    }

    @Override
    public BigDecimal negate(BigDecimal a) {
        return a.negate();
    }

    @Override
    public int signum(BigDecimal a) {
        return a.signum();
    }

    @Override
    public int compare(BigDecimal a, BigDecimal b) {
        return a.compareTo(b);
    }

    @Override
    public double toDouble(BigDecimal a) {
        return a.doubleValue();
    }

    @Override
    public BigDecimal pi() {
        int bits = functions.bits();
        return new Dyadic(DyadicConstants.PI.scaled(bits), -bits).toBigDecimal(context);
    }

    @Override
    public BigDecimal sqrt(BigDecimal a) {
        Refusals.requireRoot(a.signum() >= 0, a.doubleValue());
        return a.sqrt(context);
    }

    /** The power of ten just above |a|. */
    private static long magnitude(BigDecimal a) {
        return (long) a.precision() - a.scale();
    }

    /** A function that is 1 at 0, or one that is x + O(x²) there; tiny arguments are not made binary. */
    private BigDecimal applied(Function<Dyadic, Dyadic> function, BigDecimal a, boolean isOneAtZero) {
        if (a.signum() == 0 || magnitude(a) < -2L * context.getPrecision()) {
            return isOneAtZero ? BigDecimal.ONE : a.round(context);
        }
        if (magnitude(a) > LARGEST_MAGNITUDE) {
            throw new ArithmeticException(
                    "given an argument of " + magnitude(a) + " digits before the point, expected at" + " most "
                            + LARGEST_MAGNITUDE + "; the point is too far out or the data are too large");
        }
        return function.apply(Dyadic.of(a, 2 * functions.bits())).toBigDecimal(context);
    }

    @Override
    public BigDecimal exp(BigDecimal a) {
        return applied(functions::exp, a, true);
    }

    @Override
    public BigDecimal expm1(BigDecimal a) {
        return applied(functions::expm1, a, false);
    }

    @Override
    public BigDecimal log(BigDecimal a) {
        Refusals.requirePositive(a.signum() > 0, a.doubleValue());
        long magnitude = magnitude(a);
        if (Math.abs(magnitude) > LARGEST_MAGNITUDE) {
            // 10ᵏ·m with m below 1.
            BigDecimal m = new BigDecimal(a.unscaledValue(), a.precision());
            return multiply(BigDecimal.valueOf(magnitude), log(BigDecimal.TEN)).add(log(m), context);
        }
        BigDecimal excess = a.subtract(BigDecimal.ONE);
        // Near 1 the distance from 1 decides.
        return excess.abs().compareTo(HALF) < 0
                ? applied(functions::log1p, excess, false)
                : functions.log(Dyadic.of(a, 2 * functions.bits())).toBigDecimal(context);
    }

    @Override
    public BigDecimal log1p(BigDecimal a) {
        return a.abs().compareTo(HALF) < 0 ? applied(functions::log1p, a, false) : log(a.add(BigDecimal.ONE));
    }

    @Override
    public BigDecimal sin(BigDecimal a) {
        return applied(functions::sin, a, false);
    }

    @Override
    public BigDecimal cos(BigDecimal a) {
        return applied(functions::cos, a, true);
    }

    @Override
    public BigDecimal atan(BigDecimal a) {
        return applied(functions::atan, a, false);
    }

    @Override
    public BigDecimal erfc(BigDecimal a) {
        return applied(functions::erfc, a, true);
    }

    @Override
    public BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    @Override
    public Sum<BigDecimal> sum() {
        return new ExactSum();
    }

    /** Products and their sum unrounded as long as they fit into twice the digits. */
    private final class ExactSum implements Sum<BigDecimal> {
        private BigDecimal sum = BigDecimal.ZERO;

        @Override
        public void add(BigDecimal a, BigDecimal b) {
            if (a.signum() != 0 && b.signum() != 0) {
                sum = sum.add(a.multiply(b), wide);
            }
        }

        @Override
        public void add(BigDecimal[] a, int start, int step, BigDecimal[] b, int otherStart, int otherStep, int count) {
            for (int i = 0; i < count; i++) {
                add(a[start + i * step], b[otherStart + i * otherStep]);
            }
        }

        @Override
        public BigDecimal take() {
            BigDecimal rounded = sum.round(context);
            sum = BigDecimal.ZERO;
            return rounded;
        }
    }

    /** {@return the number of digits that may be relied on} */
    @Override
    public String toString() {
        return context.getPrecision() - GUARD_DIGITS + " digits";
    }
}
