package org.modeq.numeric.study;

/** The Euclidean space ℝᵈ. */
final class Euclidean {
    private Euclidean() {}

    static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double norm(double[] x) {
        return Math.sqrt(product(x, x));
    }

    static double[] difference(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }

    static double distance(double[] x, double[] y) {
        return norm(difference(x, y));
    }
}
