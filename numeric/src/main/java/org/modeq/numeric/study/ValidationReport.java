package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.modeq.numeric.kernel.Euclidean;

/**
 * What the protocol measured.
 *
 * @param problem the problem
 * @param method the method
 * @param order N, where the series is cut off
 * @param accuracy p, the number of orders that the truncated field has right: N, or more if the next ones vanish
 * @param layers what was measured, in this order
 * @param coefficients layer A, on every problem
 * @param untested the orders that are too small on every problem to be tested
 * @param defects layer B, on every problem
 * @param ladders layer C, the problem itself first
 * @param noise layer E, the problem itself first
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
        List<Layer> layers,
        List<Comparison> coefficients,
        List<Integer> untested,
        List<Defects> defects,
        List<Ladder> ladders,
        List<WeakLadder> noise,
        List<Noticed> mutants,
        Regime regime,
        double cpuSeconds,
        double gradientEquivalents) {
    private static final double SLOPE_ACCEPTED = 0.05;
    private static final double MOST_HALF_WIDTH = 0.1;

    /**
     * A layer.
     *
     * @param letter A to F
     * @param name what it is called
     * @param subject what was compared with what
     */
    public record Layer(String letter, String name, String subject) {}

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

        /** The comparison in doubles of what should be equal, order by order. */
        static Comparison inDoubles(String problem, double tolerance, List<double[]> known, List<double[]> tested) {
            double first = Euclidean.norm(known.get(0));
            double worst = 0;
            double largest = 0;
            List<Double> sizes = new ArrayList<>();
            for (int k = 0; k < known.size(); k++) {
                double norm = Euclidean.norm(known.get(k));
                sizes.add(norm / first);
                largest = Math.max(largest, norm);
                worst = Math.max(worst, Euclidean.distance(tested.get(k), known.get(k)) / largest);
            }
            return new Comparison(problem, "double", worst, tolerance, sizes);
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

        /** The defects of step sizes each of which is half of the last, and the slopes between them. */
        static Defects measured(
                String problem, double firstStep, int halvings, double expected, DoubleUnaryOperator defect) {
            List<Double> stepSizes = new ArrayList<>();
            List<Double> defects = new ArrayList<>();
            List<Double> slopes = new ArrayList<>();
            for (int k = 0; k <= halvings; k++) {
                stepSizes.add(Math.scalb(firstStep, -k));
                defects.add(defect.applyAsDouble(stepSizes.get(k)));
                if (k > 0) {
                    slopes.add(Math.log(defects.get(k - 1) / defects.get(k)) / Math.log(2));
                }
            }
            return new Defects(problem, stepSizes, defects, slopes, expected);
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
     * @param layers what was measured
     * @param coefficients layer A
     * @param untested the orders that are too small to be tested
     * @param defects layer B
     * @param ladders layer C
     * @param noise layer E
     * @param mutants layer D
     * @param regime layer F
     * @param cpuSeconds user CPU
     * @param gradientEquivalents the same in evaluations of the fields
     */
    public ValidationReport {
        layers = List.copyOf(layers);
        noise = List.copyOf(noise);
        coefficients = List.copyOf(coefficients);
        untested = List.copyOf(untested);
        defects = List.copyOf(defects);
        ladders = List.copyOf(ladders);
        mutants = List.copyOf(mutants);
    }

    /**
     * Whether a layer passes.
     *
     * @param layer A to E; F only warns, and one that was not measured has nothing against it
     * @return whether what it measured is accepted
     */
    public boolean passes(String layer) {
        return switch (layer) {
            case "A" -> untested.isEmpty() && coefficients.stream().allMatch(Comparison::passes);
            case "B" -> defects.stream().allMatch(Defects::passes);
            case "C" -> ladders.stream().allMatch(Ladder::passes);
            case "E" -> noise.stream().allMatch(WeakLadder::passes);
            case "D" -> mutants.stream().allMatch(Noticed::isDetected);
            default -> true;
        };
    }

    /** {@return the layers that do not pass} */
    public List<String> failures() {
        return Stream.of("A", "B", "C", "D", "E")
                .filter(layer -> !passes(layer))
                .toList();
    }
}
