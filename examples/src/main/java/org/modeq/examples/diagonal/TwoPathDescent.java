package org.modeq.examples.diagonal;

/**
 * A finished run of gradient descent on a diagonal linear network with two paths, β = w₊∘v₊ − w₋∘v₋, to the residual
 * ‖Xβ − y‖ ≤ 1e-9 ‖y‖. A step costs O(nd).
 */
final class TwoPathDescent {
    private static final double RESIDUAL = 1e-9;
    private static final long MOST_STEPS = 20_000_000;

    private TwoPathDescent() {}

    /**
     * β at the end of a run.
     *
     * @param plus w₊ at the start
     * @param minus w₋ at the start
     * @param head v₊ = v₋ = γ at the start
     * @throws ArithmeticException if it does not converge
     */
    static double[] run(SparseRegression data, double[] plus, double[] minus, double head, double stepSize) {
        double[][] layers = {
            plus.clone(), minus.clone(), Vectors.of(plus.length, j -> head), Vectors.of(plus.length, j -> head)
        };
        double[] beta = Vectors.of(plus.length, j -> (plus[j] - minus[j]) * head);
        double goal = RESIDUAL * RESIDUAL * Vectors.square(data.targets());
        double[] residuals = new double[data.rows()];
        double[] slopes = new double[plus.length];
        long steps = 0;
        while (data.residuals(beta, residuals) > goal) {
            data.combine(residuals, slopes);
            step(layers, beta, slopes, stepSize / data.rows());
            steps++;
            if (steps > MOST_STEPS) {
                throw new ArithmeticException("the two paths have not converged in " + MOST_STEPS + " steps of size "
                        + stepSize + "; give another step size");
            }
        }
        return beta;
    }

    private static void step(double[][] layers, double[] beta, double[] slopes, double factor) {
        double[] plus = layers[0];
        double[] minus = layers[1];
        double[] plusHead = layers[2];
        double[] minusHead = layers[3];
        for (int j = 0; j < beta.length; j++) {
            double x = factor * slopes[j];
            double p = plus[j];
            double m = minus[j];
            plus[j] -= x * plusHead[j];
            plusHead[j] -= x * p;
            minus[j] += x * minusHead[j];
            minusHead[j] += x * m;
            beta[j] = plus[j] * plusHead[j] - minus[j] * minusHead[j];
        }
    }
}
