package org.modeq.numeric.precise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.numbers.core.DD;
import org.modeq.symbolic.ring.Rational;

/**
 * Sums of two doubles, about 31 digits in the range of doubles: u = 2⁻¹⁰⁴.
 *
 * <p>Below 10⁻²⁹⁰ the second double leaves the range, and the digits become those of a double. Source: Dekker, <em>A
 * floating-point technique for extending the available precision</em> (1971); sums of products as by Ogita, Rump and Oishi
 * (2005), with fused multiplications.
 */
public final class DoubleDoubles implements Numbers<DD> {
    /** The only one. */
    public static final DoubleDoubles DOUBLE_DOUBLES = new DoubleDoubles();

    private static final double ROUNDOFF = 0x1p-104;
    private static final DyadicFunctions FUNCTIONS = new DyadicFunctions(112);

    private DoubleDoubles() {}

    private static DD finite(DD number, String operation) {
        if (!number.isFinite()) {
            throw new ArithmeticException("the result of " + operation
                    + " is beyond the range of doubles; the point is too far out or the data are too large, or take"
                    + " decimals, whose range is not bounded");
        }
        return number;
    }

    @Override
    public double roundoff() {
        return ROUNDOFF;
    }

    @Override
    public DD zero() {
        return DD.ZERO;
    }

    @Override
    public DD one() {
        return DD.ONE;
    }

    @Override
    public DD of(double number) {
        if (!Double.isFinite(number)) {
            throw new ArithmeticException(
                    "given the number " + number + ", expected a finite one; the data or the point are not finite");
        }
        return DD.of(number);
    }

    @Override
    public DD of(Rational number) {
        double high = number.doubleValue();
        if (!Double.isFinite(high)) {
            throw new ArithmeticException("given the number " + number + ", expected one in the range of doubles");
        }
        BigDecimal exact = new BigDecimal(high);
        Rational rounded = Rational.of(exact.unscaledValue(), BigInteger.ONE)
                .multiply(Rational.of(10).pow(-exact.scale()));
        return DD.ofSum(high, number.subtract(rounded).doubleValue());
    }

    @Override
    public DD add(DD a, DD b) {
        return finite(a.add(b), "a sum");
    }

    @Override
    public DD subtract(DD a, DD b) {
        return finite(a.subtract(b), "a difference");
    }

    @Override
    public DD multiply(DD a, DD b) {
        return finite(a.multiply(b), "a product");
    }

    @Override
    public DD divide(DD a, DD b) {
        if (signum(b) == 0) {
            throw new ArithmeticException(
                    "the quotient " + a.hi() + "/0 does not exist; divide by a number other than 0");
        }
        return finite(a.divide(b), "a quotient");
    }

    @Override
    public DD negate(DD a) {
        return a.negate();
    }

    @Override
    public int signum(DD a) {
        return (int) Math.signum(a.hi());
    }

    @Override
    public double toDouble(DD a) {
        return a.hi();
    }

    @Override
    public DD pi() {
        int bits = FUNCTIONS.bits();
        return new Dyadic(DyadicConstants.PI.scaled(bits), -bits).toDoubleDouble();
    }

    @Override
    public DD sqrt(DD a) {
        Refusals.requireRoot(signum(a) >= 0, a.hi());
        return signum(a) == 0 ? DD.ZERO : a.sqrt();
    }

    private static DD applied(Function<Dyadic, Dyadic> function, DD a) {
        return finite(function.apply(Dyadic.of(a)).toDoubleDouble(), "a function");
    }

    @Override
    public DD exp(DD a) {
        return applied(FUNCTIONS::exp, a);
    }

    @Override
    public DD expm1(DD a) {
        return applied(FUNCTIONS::expm1, a);
    }

    @Override
    public DD log(DD a) {
        Refusals.requirePositive(signum(a) > 0, a.hi());
        return applied(FUNCTIONS::log, a);
    }

    @Override
    public DD log1p(DD a) {
        DD argument = a.add(1);
        Refusals.requirePositive(signum(argument) > 0, argument.hi());
        return applied(FUNCTIONS::log1p, a);
    }

    @Override
    public DD sin(DD a) {
        return applied(FUNCTIONS::sin, a);
    }

    @Override
    public DD cos(DD a) {
        return applied(FUNCTIONS::cos, a);
    }

    @Override
    public DD atan(DD a) {
        return applied(FUNCTIONS::atan, a);
    }

    @Override
    public DD erfc(DD a) {
        return applied(FUNCTIONS::erfc, a);
    }

    @Override
    public DD[] zeros(int count) {
        DD[] zeros = new DD[count];
        Arrays.fill(zeros, DD.ZERO);
        return zeros;
    }

    @Override
    public Sum<DD> sum() {
        return new CompensatedSum();
    }

    /** Two doubles; what a product or sum of doubles rounds off is had exactly and goes into the second. */
    private static final class CompensatedSum implements Sum<DD> {
        private double high;
        private double low;

        @Override
        public void add(DD a, DD b) {
            double product = a.hi() * b.hi();
            double rest = Math.fma(a.hi(), b.hi(), -product) + Math.fma(a.hi(), b.lo(), a.lo() * b.hi());
            double sum = high + product;
            double part = sum - high;
            low += (high - (sum - part)) + (product - part) + rest;
            high = sum + low;
            low -= high - sum;
        }

        @Override
        public void add(DD[] a, int start, int step, DD[] b, int otherStart, int otherStep, int count) {
            for (int i = 0; i < count; i++) {
                add(a[start + i * step], b[otherStart + i * otherStep]);
            }
        }

        @Override
        public DD take() {
            DD sum = finite(DD.ofSum(high, low), "a sum of products");
            high = 0;
            low = 0;
            return sum;
        }
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return "double-double, " + new BigDecimal(-Math.log10(ROUNDOFF), new MathContext(2)) + " digits";
    }
}
