package org.modeq.numeric.kernel;

/** Functions of coordinates one after the other, by the exponential function of the Java library: the reference. */
final class PlainCoordinates implements CoordinateKernel {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void exp(int count, double[] x, int xStart, double[] y, int yStart) {
        for (int i = 0; i < count; i++) {
            y[yStart + i] = Math.exp(x[xStart + i]);
        }
    }

    @Override
    public void tanh(int count, double[] x, int xStart, int order, double[] y, int yStart) {
        for (int i = 0; i < count; i++) {
            double argument = x[xStart + i];
            double value = CoordinateFunctions.tanh(argument);
            y[yStart + i] = value;
            if (order > 0) {
                y[yStart + count + i] = slope(argument, value);
            }
        }
    }

    /** 1 − t², far out 4e/(1 + e)² with e = exp(−2|x|), which keeps its digits. */
    private static double slope(double x, double t) {
        if (Math.abs(x) < 1) {
            return 1 - t * t;
        }
        double e = Math.exp(-2 * Math.abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }

    @Override
    public void logistic(int count, double[] x, int xStart, int order, double[] y, int yStart) {
        for (int i = 0; i < count; i++) {
            double argument = x[xStart + i];
            double e = Math.exp(-Math.abs(argument));
            y[yStart + i] = argument < 0 ? e / (1 + e) : 1 / (1 + e);
            if (order > 0) {
                y[yStart + count + i] = e / ((1 + e) * (1 + e));
            }
        }
    }
}
