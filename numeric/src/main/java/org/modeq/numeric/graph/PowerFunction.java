package org.modeq.numeric.graph;

import java.math.BigInteger;

/**
 * x^(p/q), in lowest terms with q ≥ 1; φ⁽ᵏ⁾ = r(r − 1)⋯(r − k + 1) x^(r−k) with r = p/q.
 *
 * <p>Positive integer powers are powers everywhere, negative ones for x ≠ 0, others for positive x; a root at 0 has a value but
 * no derivative.
 *
 * @param numerator p
 * @param denominator q
 */
public record PowerFunction(int numerator, int denominator) implements SmoothFunction {
    /**
     * A power.
     *
     * @param numerator p; the fraction is reduced
     * @param denominator q, not 0
     * @throws IllegalArgumentException if q = 0
     */
    public PowerFunction {
        if (denominator == 0) {
            throw new IllegalArgumentException(
                    "given the exponent " + numerator + "/0, expected a denominator other than 0");
        }
        int divisor = BigInteger.valueOf(numerator)
                        .gcd(BigInteger.valueOf(denominator))
                        .intValueExact()
                * Integer.signum(denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    @Override
    public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
        double exponent = (double) numerator / denominator;
        for (int i = 0; i < count; i++) {
            double x = points[start + i];
            require(x, highest);
            double factor = 1;
            for (int k = 0; k <= highest; k++) {
                // Where the factor is 0 the power of 0 need not exist.
                values[target + k * count + i] = factor == 0 ? 0 : factor * Math.pow(x, exponent - k);
                factor *= exponent - k;
            }
        }
    }

    private void require(double x, int highest) {
        boolean exists =
                denominator == 1 ? numerator >= 0 || x != 0 : x > 0 || (x == 0 && numerator > 0 && highest == 0);
        if (!exists) {
            throw new ArithmeticException("the power " + this + " or a derivative of it does not exist at " + x + "; "
                    + (denominator == 1 ? "its base must not vanish" : "its base must be positive"));
        }
    }

    /** {@return the power, as in x^(1/2)} */
    @Override
    public String toString() {
        return denominator == 1 ? "x^" + numerator : "x^(" + numerator + "/" + denominator + ")";
    }
}
