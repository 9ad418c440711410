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
            tanh(x[xStart + i], order, y, yStart + i, count);
        }
    }

    @Override
    public void logistic(int count, double[] x, int xStart, int order, double[] y, int yStart) {
        for (int i = 0; i < count; i++) {
            logistic(x[xStart + i], order, y, yStart + i, count);
        }
    }

    /** One value, and the slope a step further: 1 − t², far out 4e/(1 + e)² with e = exp(−2|x|), which keeps its digits. */
    static void tanh(double x, int order, double[] y, int place, int step) {
        double t = CoordinateFunctions.tanh(x);
        y[place] = t;
        if (order > 0) {
            double e = Math.abs(x) < 1 ? 0 : Math.exp(-2 * Math.abs(x));
            y[place + step] = Math.abs(x) < 1 ? 1 - t * t : 4 * e / ((1 + e) * (1 + e));
        }
    }

    /** One value, and the slope a step further. */
    static void logistic(double x, int order, double[] y, int place, int step) {
        double e = Math.exp(-Math.abs(x));
        y[place] = x < 0 ? e / (1 + e) : 1 / (1 + e);
        if (order > 0) {
            y[place + step] = e / ((1 + e) * (1 + e));
        }
    }
}
