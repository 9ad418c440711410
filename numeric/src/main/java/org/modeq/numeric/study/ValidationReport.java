package org.modeq.numeric.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the protocol measured.
 *
 * @param problem the problem
 * @param method the method
 * @param order N, where the series is cut off
 * @param accuracy p, the number of orders that the truncated field has right: N, or more if the next ones vanish
 * @param coefficients layer A, on every problem
 * @param untested the orders that are too small on every problem to be tested
 * @param defects layer B, on every problem
 * @param ladders layer C, the problem itself first
 * @param mutants layer D
 * @param regime layer F
 * @param cpuSeconds user CPU of all of it
 * @param gradientEquivalents the same in evaluations of the fields of the problem
 */
public record ValidationReport(
        String problem,
        String method,
        int order,
        int accuracy,
        List<Comparison> coefficients,
        List<Integer> untested,
        List<Defects> defects,
        List<Ladder> ladders,
        List<Noticed> mutants,
        Regime regime,
        double cpuSeconds,
        double gradientEquivalents) {
    private static final double SLOPE_ACCEPTED = 0.05;
    private static final double MOST_HALF_WIDTH = 0.1;

    /**
     * The comparison on one problem.
     *
     * @param problem the problem
     * @param precision double, or the number of digits
     * @param worst the largest distance of two f_k, relative to the largest of ‖f₁‖, …, ‖f_k‖
     * @param tolerance what is accepted
     * @param sizes ‖f_k‖/‖f₁‖
     */
    public record Comparison(String problem, String precision, double worst, double tolerance, List<Double> sizes) {
        /**
         * The comparison on one problem.
         *
         * @param problem the problem
         * @param precision double, or the number of digits
         * @param worst the largest distance of two f_k, relative to the largest of ‖f₁‖, …, ‖f_k‖
         * @param tolerance what is accepted
         * @param sizes ‖f_k‖/‖f₁‖
         */
        public Comparison {
            sizes = List.copyOf(sizes);
        }

        /** {@return whether the worst distance is accepted} */
        public boolean passes() {
            return worst <= tolerance;
        }
    }

    /**
     * The defects on one problem.
     *
     * @param problem the problem
     * @param stepSizes h, each half of the last
     * @param defects ‖one step − flow‖
     * @param slopes the slope of each pair
     * @param expected p + 1
     */
    public record Defects(
            String problem, List<Double> stepSizes, List<Double> defects, List<Double> slopes, double expected) {
        /**
         * The defects on one problem.
         *
         * @param problem the problem
         * @param stepSizes h, each half of the last
         * @param defects ‖one step − flow‖
         * @param slopes the slope of each pair
         * @param expected p + 1
         */
        public Defects {
            stepSizes = List.copyOf(stepSizes);
            defects = List.copyOf(defects);
            slopes = List.copyOf(slopes);
        }

        /** {@return whether the last two slopes are as expected, to 0.05} */
        public boolean passes() {
            return slopes.size() >= 2
                    && slopes.subList(slopes.size() - 2, slopes.size()).stream()
                            .allMatch(slope -> Math.abs(slope - expected) <= SLOPE_ACCEPTED);
        }
    }

    /**
     * The ladder of one problem.
     *
     * @param problem the problem
     * @param horizon T
     * @param points the points, the largest step size first, those that are dropped among them
     * @param fit the slope with its interval, empty where too few points can be used
     * @param expected p
     */
    public record Ladder(
            String problem, double horizon, List<LadderPoint> points, Optional<SlopeFit> fit, double expected) {
        /**
         * The ladder of one problem.
         *
         * @param problem the problem
         * @param horizon T
         * @param points the points, the largest step size first, those that are dropped among them
         * @param fit the slope with its interval, empty where too few points can be used
         * @param expected p
         */
        public Ladder {
            points = List.copyOf(points);
        }

        /** {@return whether the slope is known to 0.1 and within 0.05 of what is expected, and so is that of the last pair} */
        public boolean passes() {
            return fit.isPresent()
                    && fit.get().halfWidth() <= MOST_HALF_WIDTH
                    && Math.abs(fit.get().slope() - expected) <= SLOPE_ACCEPTED
                    && Math.abs(fit.get().lastPairSlope() - expected) <= SLOPE_ACCEPTED;
        }
    }

    /**
     * What became of a mutant.
     *
     * @param mutation what was wrong
     * @param by the layers that noticed it
     * @param mustBe the layers that had to
     * @param ladder for dropped terms the ladder of the series that lacks them, whose slope is the power of h that was dropped
     */
    public record Noticed(String mutation, List<String> by, List<String> mustBe, Optional<Ladder> ladder) {
        /**
         * What became of a mutant.
         *
         * @param mutation what was wrong
         * @param by the layers that noticed it
         * @param mustBe the layers that had to
         * @param ladder for dropped terms the ladder of the series that lacks them
         */
        public Noticed {
            by = List.copyOf(by);
            mustBe = List.copyOf(mustBe);
        }

        /** {@return whether all layers that had to notice it did} */
        public boolean isDetected() {
            return by.containsAll(mustBe);
        }
    }

    /**
     * What the protocol measured.
     *
     * @param problem the problem
     * @param method the method
     * @param order N
     * @param accuracy p
     * @param coefficients layer A
     * @param untested the orders that are too small to be tested
     * @param defects layer B
     * @param ladders layer C
     * @param mutants layer D
     * @param regime layer F
     * @param cpuSeconds user CPU
     * @param gradientEquivalents the same in evaluations of the fields
     */
    public ValidationReport {
        coefficients = List.copyOf(coefficients);
        untested = List.copyOf(untested);
        defects = List.copyOf(defects);
        ladders = List.copyOf(ladders);
        mutants = List.copyOf(mutants);
    }

    /**
     * Whether a layer passes.
     *
     * @param layer A, B, C or D; F only warns
     * @return whether what it measured is accepted
     */
    public boolean passes(String layer) {
        return switch (layer) {
            case "A" -> untested.isEmpty() && coefficients.stream().allMatch(Comparison::passes);
            case "B" -> defects.stream().allMatch(Defects::passes);
            case "C" -> ladders.stream().allMatch(Ladder::passes);
            case "D" -> mutants.stream().allMatch(Noticed::isDetected);
            default -> true;
        };
    }

    /** {@return the layers that do not pass} */
    public List<String> failures() {
        return Stream.of("A", "B", "C", "D").filter(layer -> !passes(layer)).toList();
    }
}
