package org.modeq.numeric.precise;

import java.math.BigInteger;

/**
 * Elementary functions to a given number of bits, by argument reduction and Taylor series in fixed point.
 *
 * <p>With p fractional bits and x taken as it is given:
 * <pre>
 *   exp x  = 2ᵏ (exp r′)^(2ˢ),             x = k log 2 + 2ˢ r′;
 *   log x  = k log 2 + y + 2 atanh(δ/(2 + δ)),    2⁻ᵏ x e⁻ʸ = 1 + δ, y the logarithm in double precision;
 *   sin, cos: by r = x − nπ/2;             atan x = y + atan((x cos y − sin y)/(cos y + x sin y)), y in double precision;
 *   erfc x = 1 − 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(1·3⋯(2n+1)), far out e^(−x²)/(x√π) Σ (−1)ⁿ 1·3⋯(2n−1)/(2x²)ⁿ.
 * </pre>
 * Where a result is small, p grows until it has all its bits: the relative error is below 2^(1−bits). Source: Brent and
 * Zimmermann, <em>Modern Computer Arithmetic</em> (2010), chapter 4; Abramowitz and Stegun (1964), 7.1.6 and 7.1.23.
 */
final class DyadicFunctions {
    /** More than all rounding errors of a function together. */
    private static final int GUARD = 32;

    /** Exponentials of larger numbers are beyond the powers of 2 that decimals have. */
    private static final int LARGEST_EXPONENT_BITS = 29;

    private static final int LARGEST_ANGLE_BITS = 1 << 14;

    private final int bits;

    DyadicFunctions(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /** The functions with more bits. */
    private DyadicFunctions with(int more) {
        return more <= 0 ? this : new DyadicFunctions(bits + more);
    }

    /** Whether f(x) = x + O(x²) is x to all bits. */
    private boolean isTiny(Dyadic x) {
        return x.signum() == 0 || x.magnitude() < -2 * bits;
    }

    private static BigInteger product(BigInteger a, BigInteger b, int p) {
        return a.multiply(b).shiftRight(p);
    }

    private static BigInteger one(int p) {
        return BigInteger.ONE.shiftLeft(p);
    }

    /** The integer nearest to a/b. */
    private static BigInteger nearest(BigInteger a, BigInteger b) {
        BigInteger doubled = a.shiftLeft(1).add(b);
        BigInteger[] parts = doubled.divideAndRemainder(b.shiftLeft(1));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** exp x; 0 where x ≤ −2²⁹. */
    Dyadic exp(Dyadic x) {
        if (x.signum() == 0) {
            return Dyadic.ONE;
        }
        if (x.magnitude() > LARGEST_EXPONENT_BITS) {
            if (x.signum() < 0) {
                return Dyadic.ZERO;
            }
            throw new ArithmeticException("the exponential of " + x.doubleValue()
                    + " is beyond all bounds; the point is too far out or the data are too large");
        }
        int halvings = Math.max(4, (int) Math.sqrt(bits) / 2);
        int p = bits + GUARD + halvings + Math.max(0, x.magnitude());
        BigInteger scaled = x.scaled(p);
        BigInteger logarithm = DyadicConstants.LOG_TWO.scaled(p);
        BigInteger k = nearest(scaled, logarithm);
        BigInteger r = scaled.subtract(k.multiply(logarithm)).shiftRight(halvings);
        BigInteger sum = one(p).add(r);
        BigInteger term = r;
        for (int n = 2; term.signum() != 0 && term.bitLength() > 1; n++) {
            term = product(term, r, p).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = product(sum, sum, p);
        }
        return new Dyadic(sum, k.intValueExact() - p);
    }

    /** exp x − 1. */
    Dyadic expm1(Dyadic x) {
        return isTiny(x) ? x : with(4 - x.magnitude()).exp(x).add(Dyadic.ONE.negate());
    }

    /** log x for x &gt; 0. */
    Dyadic log(Dyadic x) {
        int k = x.magnitude();
        Dyadic f = new Dyadic(x.mantissa(), x.exponent() - k);
        if (f.doubleValue() < Math.sqrt(0.5)) {
            k--;
            f = new Dyadic(x.mantissa(), x.exponent() - k);
        }
        Dyadic u = f.add(Dyadic.ONE.negate());
        if (k == 0 && isTiny(u)) {
            return u;
        }
        int p = bits + GUARD + (k == 0 ? Math.max(0, -u.magnitude()) : 32);
        Dyadic y = Dyadic.of(Math.log(f.doubleValue()));
        BigInteger reduced =
                product(f.scaled(p), new DyadicFunctions(p).exp(y.negate()).scaled(p), p);
        BigInteger delta = reduced.subtract(one(p));
        BigInteger z = delta.shiftLeft(p).divide(delta.add(one(p + 1)));
        BigInteger rest = oddSeries(z, p, 1).shiftLeft(1);
        BigInteger sum = y.scaled(p).add(rest);
        return new Dyadic(sum.add(DyadicConstants.LOG_TWO.scaled(p).multiply(BigInteger.valueOf(k))), -p);
    }

    /** log(1 + x) for x &gt; −1. */
    Dyadic log1p(Dyadic x) {
        return isTiny(x) ? x : log(x.add(Dyadic.ONE));
    }

    /** z ± z³/3 + z⁵/5 ± …: the area tangent with the sign 1, the arc tangent with −1. */
    static BigInteger oddSeries(BigInteger z, int p, int sign) {
        BigInteger square = product(z, z, p).multiply(BigInteger.valueOf(sign));
        BigInteger power = z;
        BigInteger sum = z;
        for (int n = 3; power.bitLength() > 1; n += 2) {
            power = product(power, square, p);
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    Dyadic sin(Dyadic x) {
        return isTiny(x) ? x : circular(x, 0);
    }

    Dyadic cos(Dyadic x) {
        return isTiny(x) ? Dyadic.ONE : circular(x, 1);
    }

    /** sin(x + quarter π/2), with more bits near a zero. */
    private Dyadic circular(Dyadic x, int quarter) {
        if (x.magnitude() > LARGEST_ANGLE_BITS) {
            throw new ArithmeticException("the sine of a number beyond 2^" + LARGEST_ANGLE_BITS
                    + " is asked for; the point is too far out or the data are too large");
        }
        int p = bits + GUARD + Math.max(0, x.magnitude());
        BigInteger value = fixedCircular(x.scaled(p), quarter, p);
        int missing = bits + GUARD / 2 - value.bitLength();
        if (missing > 0) {
            p += Math.min(missing, 4 * bits) + GUARD;
            value = fixedCircular(x.scaled(p), quarter, p);
        }
        return new Dyadic(value, -p);
    }

    private static BigInteger fixedCircular(BigInteger x, int quarter, int p) {
        BigInteger right = DyadicConstants.PI.scaled(p).shiftRight(1);
        BigInteger n = nearest(x, right);
        BigInteger r = x.subtract(n.multiply(right));
        int phase = (n.mod(BigInteger.valueOf(4)).intValueExact() + quarter) % 4;
        BigInteger square = product(r, r, p);
        BigInteger term = phase % 2 == 0 ? r : one(p);
        BigInteger sum = term;
        for (int k = phase % 2 == 0 ? 2 : 1; term.bitLength() > 1; k += 2) {
            term = product(term, square, p)
                    .divide(BigInteger.valueOf((long) k * (k + 1)))
                    .negate();
            sum = sum.add(term);
        }
        return phase < 2 ? sum : sum.negate();
    }

    Dyadic atan(Dyadic x) {
        if (isTiny(x)) {
            return x;
        }
        if (x.magnitude() > 1) {
            int p = bits + GUARD;
            // 1/x with p bits after its own first.
            Dyadic inverse = new Dyadic(one(p + x.mantissa().bitLength()).divide(x.mantissa()), -p - x.magnitude());
            Dyadic right = new Dyadic(DyadicConstants.PI.scaled(p), -p - 1);
            return (x.signum() > 0 ? right : right.negate()).add(atan(inverse).negate());
        }
        int p = bits + GUARD + Math.max(0, -x.magnitude());
        Dyadic y = Dyadic.of(Math.atan(x.doubleValue()));
        BigInteger scaled = x.scaled(p);
        BigInteger sine = fixedCircular(y.scaled(p), 0, p);
        BigInteger cosine = fixedCircular(y.scaled(p), 1, p);
        BigInteger top = product(scaled, cosine, p).subtract(sine);
        BigInteger delta = top.shiftLeft(p).divide(cosine.add(product(scaled, sine, p)));
        return new Dyadic(y.scaled(p).add(oddSeries(delta, p, -1)), -p);
    }

    /** 1 − erf x; 0 where x² ≥ 2²⁹. */
    Dyadic erfc(Dyadic x) {
        if (x.signum() < 0) {
            return new Dyadic(BigInteger.TWO, 0).add(erfc(x.negate()).negate());
        }
        if (isTiny(x)) {
            return Dyadic.ONE;
        }
        double size = x.doubleValue();
        boolean isFar = size * size > 0.75 * bits + GUARD;
        return isFar ? farErfc(x) : nearErfc(x, size);
    }

    private Dyadic nearErfc(Dyadic x, double size) {
        int p = bits + GUARD + (int) (size * size / Math.log(2)) + 8;
        BigInteger scaled = x.scaled(p);
        BigInteger square = product(scaled, scaled, p).shiftLeft(1);
        BigInteger term = scaled;
        BigInteger sum = term;
        for (int n = 3; term.bitLength() > 1; n += 2) {
            term = product(term, square, p).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        // By its mantissa: e^(−x²) may be small and the sum as large.
        Dyadic bell = new DyadicFunctions(p).exp(x.square().negate());
        BigInteger product = product(sum, bell.mantissa(), -bell.exponent());
        BigInteger erf = product.shiftLeft(p + 1).divide(DyadicConstants.rootOfPi(p));
        return new Dyadic(one(p).subtract(erf), -p);
    }

    private Dyadic farErfc(Dyadic x) {
        int p = bits + GUARD;
        Dyadic bell = exp(x.square().negate());
        if (bell.signum() == 0) {
            return Dyadic.ZERO;
        }
        // 1/(2x²) and then the sum, which is near 1; x is taken by its leading bits.
        Dyadic square = x.square().times(2);
        BigInteger ratio =
                one(p + square.mantissa().bitLength()).divide(square.mantissa()).shiftRight(square.magnitude());
        BigInteger term = one(p);
        BigInteger sum = term;
        for (int n = 1; term.bitLength() > 1; n += 2) {
            term = product(term, ratio, p).multiply(BigInteger.valueOf(-n));
            sum = sum.add(term);
        }
        BigInteger divisor =
                product(DyadicConstants.rootOfPi(p), x.mantissa(), x.mantissa().bitLength());
        BigInteger quotient = sum.shiftLeft(p).divide(divisor);
        return new Dyadic(bell.mantissa().multiply(quotient), bell.exponent() - p - x.magnitude());
    }
}
