package org.modeq.symbolic.ring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.display.Displayable;

/**
 * A rational number p/q; immutable, always in lowest terms with q &gt; 0, equal exactly when the numbers are equal.
 *
 * <p>Numbers whose p and q fit into 64 bits are stored in two longs and reckoned with there; a result that does not fit
 * continues in big integers. Every operation is exact.
 */
public final class Rational implements Comparable<Rational>, Displayable {
    /** The number 0. */
    public static final Rational ZERO = new Rational(0, 1);

    /** The number 1. */
    public static final Rational ONE = new Rational(1, 1);

    private static final Pattern FRACTION = Pattern.compile("([+-]?\\d+)(?:/(\\d+))?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.\\d*|\\.\\d+)");
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);

    private final long numerator;
    private final long denominator;
    private final @Nullable BigFraction big;

    /** A fraction in lowest terms of which a part does not fit into a long. */
    private record BigFraction(BigInteger numerator, BigInteger denominator) {}

    private Rational(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.big = null;
    }

    private Rational(BigFraction big) {
        this.numerator = 0;
        this.denominator = 0;
        this.big = big;
    }

    /**
     * The integer n as a rational number.
     *
     * @param integer n
     * @return n/1
     */
    public static Rational of(long integer) {
        return integer == Long.MIN_VALUE ? of(LONG_MIN, BigInteger.ONE) : new Rational(integer, 1);
    }

    /**
     * The fraction p/q.
     *
     * @param numerator p
     * @param denominator q
     * @return p/q in lowest terms
     * @throws ArithmeticException if q = 0
     */
    public static Rational of(long numerator, long denominator) {
        if (denominator == 0) {
            throw divisionByZero(Long.toString(numerator));
        }
        if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        long divisor = gcd(Math.abs(numerator), Math.abs(denominator));
        long sign = denominator < 0 ? -1 : 1;
        return new Rational(sign * (numerator / divisor), sign * (denominator / divisor));
    }

    /**
     * The fraction p/q.
     *
     * @param numerator p
     * @param denominator q
     * @return p/q in lowest terms
     * @throws ArithmeticException if q = 0
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw divisionByZero(numerator.toString());
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        BigInteger p = numerator.divide(divisor);
        BigInteger q = denominator.divide(divisor);
        boolean fits = p.bitLength() < Long.SIZE && q.bitLength() < Long.SIZE && !p.equals(LONG_MIN);
        return fits ? new Rational(p.longValueExact(), q.longValueExact()) : new Rational(new BigFraction(p, q));
    }

    /**
     * Reads an integer {@code -3}, a fraction {@code 2/3} or a finite decimal {@code 0.25}; exact in each form.
     *
     * @param text the number as written
     * @return the number
     * @throws IllegalArgumentException if the text is none of these, or the denominator is 0
     */
    public static Rational parse(String text) {
        Matcher fraction = FRACTION.matcher(text.strip());
        if (fraction.matches()) {
            BigInteger q = fraction.group(2) == null ? BigInteger.ONE : new BigInteger(fraction.group(2));
            if (q.signum() != 0) {
                return of(new BigInteger(fraction.group(1)), q);
            }
        } else if (DECIMAL.matcher(text.strip()).matches()) {
            BigDecimal decimal = new BigDecimal(text.strip());
            return of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        }
        throw new IllegalArgumentException("'" + text + "' is not a rational number; write it as 3, -1/2 or 0.25");
    }

    /** {@return p of the lowest terms p/q} */
    public BigInteger numerator() {
        return big == null ? BigInteger.valueOf(numerator) : big.numerator;
    }

    /** {@return q &gt; 0 of the lowest terms p/q} */
    public BigInteger denominator() {
        return big == null ? BigInteger.valueOf(denominator) : big.denominator;
    }

    /** {@return −1, 0 or 1 as this number is negative, zero or positive} */
    public int signum() {
        return big == null ? Long.signum(numerator) : big.numerator.signum();
    }

    /** {@return whether this number is 0} */
    public boolean isZero() {
        return signum() == 0;
    }

    /** {@return whether q = 1} */
    public boolean isInteger() {
        return denominator().equals(BigInteger.ONE);
    }

    /**
     * The sum.
     *
     * @param other y
     * @return this + y
     */
    public Rational add(Rational other) {
        if (big == null && other.big == null) {
            long left = numerator * other.denominator;
            long right = other.numerator * denominator;
            long bottom = denominator * other.denominator;
            long top = left + right;
            boolean exact = fitsProduct(numerator, other.denominator)
                    && fitsProduct(other.numerator, denominator)
                    && fitsProduct(denominator, other.denominator)
                    && ((left ^ top) & (right ^ top)) >= 0;
            if (exact) {
                return of(top, bottom);
            }
        }
        return of(
                numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
                denominator().multiply(other.denominator()));
    }

    /**
     * The difference.
     *
     * @param other y
     * @return this − y
     */
    public Rational subtract(Rational other) {
        return add(other.negate());
    }

    /** {@return the opposite number} */
    public Rational negate() {
        return big == null
                ? new Rational(-numerator, denominator)
                : new Rational(new BigFraction(big.numerator.negate(), big.denominator));
    }

    /** {@return the absolute value} */
    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /**
     * The product.
     *
     * @param other y
     * @return this · y
     */
    public Rational multiply(Rational other) {
        boolean exact = big == null
                && other.big == null
                && fitsProduct(numerator, other.numerator)
                && fitsProduct(denominator, other.denominator);
        return exact
                ? of(numerator * other.numerator, denominator * other.denominator)
                : of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
    }

    /**
     * The quotient.
     *
     * @param other y
     * @return this / y
     * @throws ArithmeticException if y = 0
     */
    public Rational divide(Rational other) {
        if (other.isZero()) {
            throw divisionByZero(toString());
        }
        return multiply(other.reciprocal());
    }

    /**
     * The reciprocal.
     *
     * @return q/p
     * @throws ArithmeticException if this is 0
     */
    public Rational reciprocal() {
        if (big == null) {
            return of(denominator, numerator);
        }
        return of(big.denominator, big.numerator);
    }

    /**
     * The power.
     *
     * @param exponent n, of either sign
     * @return this to the n-th
     * @throws ArithmeticException if this is 0 and n &lt; 0
     */
    public Rational pow(int exponent) {
        if (exponent < 0) {
            return reciprocal().pow(-exponent);
        }
        return of(numerator().pow(exponent), denominator().pow(exponent));
    }

    /** {@return p/q rounded to 40 digits and then to a double; the only road out of exact arithmetic} */
    public double doubleValue() {
        boolean exact = big == null && Math.abs(numerator) < 1L << 53 && denominator < 1L << 53;
        return exact
                ? (double) numerator / denominator
                : new BigDecimal(numerator())
                        .divide(new BigDecimal(denominator()), new MathContext(40, RoundingMode.HALF_EVEN))
                        .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        if (big == null && other.big == null && denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Rational other
                && numerator == other.numerator
                && denominator == other.denominator
                && Objects.equals(big, other.big);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator, big);
    }

    /** {@return {@code p/q}, or {@code p} for an integer: the form that {@link #parse} reads} */
    @Override
    public String toString() {
        return isInteger() ? numerator().toString() : numerator() + "/" + denominator();
    }

    private static boolean fitsProduct(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 && low != Long.MIN_VALUE;
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    private static ArithmeticException divisionByZero(String dividend) {
        return new ArithmeticException(
                "the quotient " + dividend + "/0 does not exist; divide by a number other than 0");
    }
}
