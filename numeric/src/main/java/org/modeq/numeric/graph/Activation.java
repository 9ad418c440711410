package org.modeq.numeric.graph;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.special.Erf;
import org.modeq.numeric.kernel.Kernels;

/** The functions between the layers of networks, and those that losses are made of. */
public enum Activation implements SmoothFunction {
    /** x. */
    IDENTITY {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            System.arraycopy(points, start, values, target, count);
            fill(values, target, count, 1, Math.min(1, highest), 1);
            fill(values, target, count, 2, highest, 0);
        }
    },

    /** The hyperbolic tangent; φ′ = 1 − φ². */
    TANH {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            Kernels.coordinates().tanh(count, points, start, Math.min(1, highest), values, target);
            HyperbolicDerivatives.fill(values, target, count, highest, 1);
        }
    },

    /** The logistic function 1/(1 + exp(−x)) = ½ + ½ tanh(x/2). */
    SIGMOID {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            Kernels.coordinates().logistic(count, points, start, Math.min(1, highest), values, target);
            if (highest > 1) {
                HyperbolicDerivatives.fill(values, target, count, highest, 0.5);
            }
        }
    },

    /** log(1 + exp x); φ′ is the logistic function. */
    SOFTPLUS {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            for (int i = 0; i < count; i++) {
                double x = points[start + i];
                values[target + i] = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            }
            if (highest > 0) {
                SIGMOID.derivatives(points, start, count, highest - 1, values, target + count);
            }
        }
    },

    /** x Φ(x), Φ being the distribution function of the normal distribution (Hendrycks and Gimpel, 2016). */
    GELU {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            double[] phi = new double[highest + 2];
            for (int i = 0; i < count; i++) {
                double x = points[start + i];
                normal(x, phi);
                values[target + i] = x * phi[0];
                for (int k = 1; k <= highest; k++) {
                    values[target + k * count + i] = x * phi[k] + k * phi[k - 1];
                }
            }
        }
    },

    /** The sine. */
    SINE {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            for (int i = 0; i < count; i++) {
                double sine = Math.sin(points[start + i]);
                double cosine = Math.cos(points[start + i]);
                for (int k = 0; k <= highest; k++) {
                    double size = k % 2 == 0 ? sine : cosine;
                    values[target + k * count + i] = k % 4 < 2 ? size : -size;
                }
            }
        }
    },

    /**
     * max(x, 0). It has no derivative at 0: here φ′(0) = 0, and the derivatives from the second on are 0 everywhere. So
     * derivatives of a network of such units are those of the linear piece in which the point lies, and a series of them
     * knows nothing of the kinks that a step crosses.
     */
    RELU {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            for (int i = 0; i < count; i++) {
                double x = points[start + i];
                values[target + i] = Math.max(x, 0);
                if (highest > 0) {
                    values[target + count + i] = x > 0 ? 1 : 0;
                }
            }
            fill(values, target, count, 2, highest, 0);
        }
    },

    /** exp x. */
    EXP {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            Kernels.coordinates().exp(count, points, start, values, target);
            for (int k = 1; k <= highest; k++) {
                System.arraycopy(values, target, values, target + k * count, count);
            }
        }
    },

    /** log x, for positive x. */
    LOG {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            for (int i = 0; i < count; i++) {
                double x = points[start + i];
                if (!(x > 0)) {
                    throw new ArithmeticException(
                            "the logarithm of " + x + " does not exist; its argument must be positive");
                }
                values[target + i] = Math.log(x);
            }
            if (highest > 0) {
                RECIPROCAL.derivatives(points, start, count, highest - 1, values, target + count);
            }
        }
    },

    /** 1/x, for x other than 0. */
    RECIPROCAL {
        @Override
        public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
            for (int i = 0; i < count; i++) {
                double x = points[start + i];
                if (x == 0) {
                    throw new ArithmeticException("a division by 0 in coordinate " + (i + 1)
                            + " of a reciprocal; its argument must not vanish");
                }
                double value = 1 / x;
                for (int k = 0; k <= highest; k++) {
                    values[target + k * count + i] = value;
                    value *= -(k + 1) / x;
                }
            }
        }
    };

    private static final double ROOT_OF_TWO = Math.sqrt(2);
    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    /** Φ(x), Φ′(x), Φ″(x), …: Φ⁽ᵐ⁺¹⁾ = (−1)ᵐ He_m(x) Φ′(x), He_{m+1} = x He_m − m He_{m−1}. */
    private static void normal(double x, double[] derivatives) {
        derivatives[0] = Erf.erfc(-x / ROOT_OF_TWO) / 2;
        double density = DENSITY_AT_ZERO * Math.exp(-x * x / 2);
        double hermite = 1;
        double before = 0;
        for (int m = 0; m + 1 < derivatives.length; m++) {
            derivatives[m + 1] = m % 2 == 0 ? hermite * density : -hermite * density;
            double next = x * hermite - m * before;
            before = hermite;
            hermite = next;
        }
    }

    /** Fills φ⁽ᵏ⁾ for lowest ≤ k ≤ highest with a number. */
    private static void fill(double[] values, int target, int count, int lowest, int highest, double number) {
        if (lowest <= highest) {
            Arrays.fill(values, target + lowest * count, target + (highest + 1) * count, number);
        }
    }

    /** {@return the name in lower case, as problem files write it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
