package org.modeq.numeric.study;

import java.util.List;
import java.util.Optional;

/**
 * Layer E: the distance of the laws of SGD and of a modified equation at a fixed horizon, in the moments to degree three.
 *
 * @param law which equation, and how its law was found
 * @param ladder the distances; the error of the flow is that of the law
 * @param sampling how it was sampled; empty where both laws were computed
 */
public record WeakLadder(String law, ValidationReport.Ladder ladder, Optional<Sampling> sampling) {
    private static final double SLOPE_ACCEPTED = 0.05;
    private static final double MOST_HALF_WIDTH = 0.1;

    /**
     * What is known of a sample.
     *
     * @param standardErrors of the distance at each step size
     * @param varianceReductions the variance of independent paths over that of those that share their draws, at each step size
     * @param paths at each step size, about
     * @param seed of the draws
     */
    public record Sampling(List<Double> standardErrors, List<Double> varianceReductions, int paths, long seed) {
        /**
         * What is known of a sample.
         *
         * @param standardErrors of the distance at each step size
         * @param varianceReductions by sharing draws
         * @param paths at each step size
         * @param seed of the draws
         */
        public Sampling {
            standardErrors = List.copyOf(standardErrors);
            varianceReductions = List.copyOf(varianceReductions);
        }
    }

    /**
     * Whether the slope is as expected.
     *
     * @return for computed laws as for other ladders; for sampled ones whether the interval, not wider than ±0.1, reaches it to 0.05
     */
    public boolean passes() {
        if (sampling.isEmpty()) {
            return ladder.passes();
        }
        return ladder.fit()
                .filter(fit -> fit.halfWidth() <= MOST_HALF_WIDTH
                        && Math.abs(fit.slope() - ladder.expected()) <= Math.max(SLOPE_ACCEPTED, fit.halfWidth()))
                .isPresent();
    }
}
