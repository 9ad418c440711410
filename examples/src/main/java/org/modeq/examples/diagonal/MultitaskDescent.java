package org.modeq.examples.diagonal;

import java.util.List;

/**
 * A finished run of gradient descent on several tasks with a common layer, β_t = u∘v_t, and
 * L = Σ_t 1/(2n) ‖X_tβ_t − y_t‖² + (λ/2)(‖u‖² + Σ_t ‖v_t‖²), from u = α, v = 0. A step costs O(Tnd).
 */
final class MultitaskDescent {
    private final List<SparseRegression> tasks;
    private final double stepSize;
    private final double decay;
    private final double[] u;
    private final double[][] v;
    private final double[][] beta;
    private final double[][] slopes;
    private final double[] residuals;
    /** ‖y_t‖². */
    private final double[] sizes;

    private long steps;
    private boolean isConverged;

    private MultitaskDescent(List<SparseRegression> tasks, double alpha, double stepSize, double decay) {
        int size = tasks.get(0).features();
        this.tasks = tasks;
        this.stepSize = stepSize;
        this.decay = decay;
        this.u = Vectors.of(size, j -> alpha);
        this.v = new double[tasks.size()][size];
        this.beta = new double[tasks.size()][size];
        this.slopes = new double[tasks.size()][size];
        this.residuals = new double[tasks.get(0).rows()];
        this.sizes = Vectors.of(tasks.size(), t -> Vectors.square(tasks.get(t).targets()));
    }

    /** A run; converged where no residual X_tβ_t − y_t is larger than given, in norm and as a share of y_t. */
    static MultitaskDescent run(
            List<SparseRegression> tasks, double alpha, double stepSize, double decay, DiagonalDescent.Stop stop) {
        MultitaskDescent run = new MultitaskDescent(tasks, alpha, stepSize, decay);
        while (run.steps < stop.steps() && !run.isConverged) {
            double largest = run.evaluate();
            run.isConverged = largest <= stop.residual();
            if (!run.isConverged) {
                run.step();
            }
        }
        return run;
    }

    /** The gradients of all tasks; the largest relative residual. */
    private double evaluate() {
        double largest = 0;
        for (int t = 0; t < v.length; t++) {
            SparseRegression task = tasks.get(t);
            double square = task.residuals(beta[t], residuals);
            largest = Math.max(largest, Math.sqrt(square / sizes[t]));
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] /= residuals.length;
            }
            task.combine(residuals, slopes[t]);
        }
        return largest;
    }

    private void step() {
        double kept = 1 - stepSize * decay;
        for (int j = 0; j < u.length; j++) {
            double left = u[j];
            double sum = 0;
            for (int t = 0; t < v.length; t++) {
                sum += slopes[t][j] * v[t][j];
                v[t][j] = kept * v[t][j] - stepSize * slopes[t][j] * left;
            }
            u[j] = kept * left - stepSize * sum;
            for (int t = 0; t < v.length; t++) {
                beta[t][j] = u[j] * v[t][j];
            }
        }
        steps++;
    }

    /** {@return β_t by task} */
    double[][] weights() {
        return new double[][] {beta[0].clone(), beta[1].clone()};
    }

    /** {@return u² − Σ_t v_t², which gradient flow without decay keeps} */
    double[] imbalance() {
        return Vectors.of(u.length, j -> u[j] * u[j] - v[0][j] * v[0][j] - v[1][j] * v[1][j]);
    }

    long steps() {
        return steps;
    }

    boolean isConverged() {
        return isConverged;
    }
}
