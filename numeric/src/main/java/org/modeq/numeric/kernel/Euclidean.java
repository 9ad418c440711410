package org.modeq.numeric.kernel;

import java.util.Arrays;

/** The Euclidean space ℝᵈ. */
public final class Euclidean {
    /** Above it, squares too small for a double do not matter. */
    private static final double SMALL_SQUARE = 1e-280;

    private Euclidean() {}

    /**
     * The inner product.
     *
     * @param x a vector
     * @param y another of the same dimension
     * @return Σ xᵢ yᵢ, added from the first coordinate on
     */
    public static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /**
     * The norm, also where the squares are beyond the range of doubles.
     *
     * @param x a vector
     * @return ‖x‖
     */
    public static double norm(double[] x) {
        double square = product(x, x);
        return square > SMALL_SQUARE && square < Double.POSITIVE_INFINITY ? Math.sqrt(square) : scaledNorm(x);
    }

    /** 2ᵏ ‖2⁻ᵏ x‖ with the largest entry of 2⁻ᵏ x near 1. */
    private static double scaledNorm(double[] x) {
        int exponent = Math.getExponent(Arrays.stream(x).map(Math::abs).max().orElse(0));
        double[] scaled =
                Arrays.stream(x).map(entry -> Math.scalb(entry, -exponent)).toArray();
        return Math.scalb(Math.sqrt(product(scaled, scaled)), exponent);
    }

    /**
     * The difference.
     *
     * @param x a vector
     * @param y another of the same dimension
     * @return x − y, a new array
     */
    public static double[] difference(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }

    /**
     * The distance.
     *
     * @param x a vector
     * @param y another of the same dimension
     * @return ‖x − y‖
     */
    public static double distance(double[] x, double[] y) {
        return norm(difference(x, y));
    }

    /**
     * Adds a multiple in place.
     *
     * @param sum x, which becomes x + w y
     * @param factor w
     * @param y another vector of the same dimension
     */
    public static void add(double[] sum, double factor, double[] y) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * y[i];
        }
    }

    /**
     * Multiplies in place.
     *
     * @param x x, which becomes w x
     * @param factor w
     */
    public static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
