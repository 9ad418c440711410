package org.modeq.examples.domains;

import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * The weights with the lowest final loss, by conjugate gradients with the exact gradient of the discrete run.
 *
 * <p>w = sin² φ keeps the weights between 0 and 1; φ is free. A start in between reaches the bounds where they are best, because the
 * slope in φ is 0 there but the slope in w is not needed to be.
 */
final class MixtureSearch {
    private static final int MOST_EVALUATIONS = 200_000;
    private static final double LINE_SEARCH = 1e-8;

    private MixtureSearch() {}

    /**
     * The search from one start.
     *
     * @param pieces the number of weights
     * @param steps of the flow, a multiple of it
     * @param iterations where the search ends in any case; it ends earlier if an iteration lowers the loss no more
     * @param start the weight of all pieces at first, between 0 and 1
     */
    static MixedFlow from(int pieces, int steps, int iterations, double start) {
        double[] angles = new double[pieces];
        Arrays.fill(angles, Math.asin(Math.sqrt(start)));
        var optimizer = new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE, new SimpleValueChecker(0, 0, iterations), LINE_SEARCH, LINE_SEARCH, 1);
        double[] best = optimizer
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        GoalType.MINIMIZE,
                        new ObjectiveFunction(point -> flow(steps, point).loss()),
                        new ObjectiveFunctionGradient(point -> gradient(steps, point)),
                        new InitialGuess(angles))
                .getPoint();
        return flow(steps, best);
    }

    private static MixedFlow flow(int steps, double... angles) {
        return MixedFlow.of(
                steps,
                Arrays.stream(angles)
                        .map(angle -> Math.sin(angle) * Math.sin(angle))
                        .toArray());
    }

    private static double[] gradient(int steps, double... angles) {
        double[] gradient = flow(steps, angles).adjoint().gradient();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= Math.sin(2 * angles[i]);
        }
        return gradient;
    }
}
