package org.modeq.numeric.model;

import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

/**
 * One step of an optimizer as a map of truncated polynomials.
 *
 * <p>Over ℝ it is the real optimizer; over ℝ[ε]/(ε^(N+1)) with h = ε it is the power series of the same optimizer.
 * There is one definition for both.
 */
@FunctionalInterface
public interface StepMap {
    /**
     * One step.
     *
     * @param theta θ, a d×1 jet
     * @param stepSize h, a 1×1 jet over the same algebra
     * @return θ′, a d×1 jet
     */
    Jet step(Jet theta, Jet stepSize);

    /**
     * One step from a point with a real step size.
     *
     * @param theta θ
     * @param stepSize h
     * @return θ′
     */
    default double[] step(double[] theta, double stepSize) {
        JetAlgebra reals = JetAlgebra.of();
        return step(Jet.column(reals, theta), Jet.column(reals, stepSize)).constantEntries();
    }

    /**
     * This step followed by another: this one acts first.
     *
     * @param second the step that acts second
     * @return both as one step
     */
    default StepMap then(StepMap second) {
        return (theta, stepSize) -> second.step(step(theta, stepSize), stepSize);
    }
}
