package org.modeq.examples.diagonal;

/**
 * A finished run of the heavy ball θ ← θ − hg + β(θ − θ₋) from rest on a diagonal linear network, to the residual
 * ‖Xβ − y‖ ≤ 1e-9 ‖y‖. A step costs O(nd).
 */
final class HeavyBallDescent {
    private static final double RESIDUAL = 1e-9;
    private static final long MOST_STEPS = 10_000_000;

    private final double stepSize;
    private final double momentum;
    private final double[] u;
    private final double[] v;
    private final double[] pastU;
    private final double[] pastV;
    private final double[] beta;
    private final double[] squares;
    private final double initial;

    private HeavyBallDescent(int size, double alpha, double stepSize, double momentum) {
        this.stepSize = stepSize;
        this.momentum = momentum;
        this.u = Vectors.of(size, j -> Math.sqrt(2) * alpha);
        this.v = new double[size];
        this.pastU = u.clone();
        this.pastV = v.clone();
        this.beta = new double[size];
        this.squares = new double[size];
        this.initial = 2 * alpha * alpha;
    }

    /**
     * A run from u = √2 α, v = 0.
     *
     * @throws ArithmeticException if it does not converge
     */
    static HeavyBallDescent run(SparseRegression data, double alpha, double stepSize, double momentum) {
        HeavyBallDescent run = new HeavyBallDescent(data.features(), alpha, stepSize, momentum);
        double goal = RESIDUAL * RESIDUAL * Vectors.square(data.targets());
        double[] residuals = new double[data.rows()];
        double[] slopes = new double[data.features()];
        long steps = 0;
        while (data.residuals(run.beta, residuals) > goal) {
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] /= residuals.length;
            }
            data.combine(residuals, slopes);
            run.step(slopes);
            steps++;
            if (steps > MOST_STEPS) {
                throw new ArithmeticException("the heavy ball with h = " + stepSize + ", β = " + momentum
                        + " has not converged in " + MOST_STEPS + " steps; give another step size");
            }
        }
        return run;
    }

    private void step(double[] slopes) {
        for (int j = 0; j < slopes.length; j++) {
            double s = slopes[j];
            double left = u[j] - stepSize * s * v[j] + momentum * (u[j] - pastU[j]);
            double right = v[j] - stepSize * s * u[j] + momentum * (v[j] - pastV[j]);
            pastU[j] = u[j];
            pastV[j] = v[j];
            u[j] = left;
            v[j] = right;
            beta[j] = left * right;
            squares[j] += s * s;
        }
    }

    double[] weights() {
        return beta.clone();
    }

    /** {@return u² − v²} */
    double[] imbalance() {
        return Vectors.of(u.length, j -> u[j] * u[j] - v[j] * v[j]);
    }

    /** {@return ln |c/c₀|} */
    double[] logarithms() {
        double[] imbalance = imbalance();
        return Vectors.of(u.length, j -> Math.log(Math.abs(imbalance[j] / initial)));
    }

    /** {@return ∫ s² dτ, dτ = h/(1−β) per step} */
    double[] squaredSlopes() {
        return Vectors.of(u.length, j -> squares[j] * stepSize / (1 - momentum));
    }

    /** {@return −h(1+β)/(1−β)² ∫ s² dτ} */
    double[] formula() {
        double[] integral = squaredSlopes();
        double factor = stepSize * (1 + momentum) / ((1 - momentum) * (1 - momentum));
        return Vectors.of(u.length, j -> -factor * integral[j]);
    }
}
