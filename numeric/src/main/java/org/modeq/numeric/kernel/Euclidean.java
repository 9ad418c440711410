package org.modeq.numeric.kernel;

/** The Euclidean space ℝᵈ. */
public final class Euclidean {
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
     * The norm.
     *
     * @param x a vector
     * @return ‖x‖
     */
    public static double norm(double[] x) {
        return Math.sqrt(product(x, x));
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
