package org.modeq.numeric.study;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;

/**
 * The protocol: a truncated modified field against the optimizer itself, layer by layer, on a problem and on five random ones.
 *
 * <p>The series that is tested is that of the method, or any other that claims to be; what it is compared with never comes from
 * it.
 */
public final class Validation {
    /** Orders beyond the one tested that are searched for the next one that does not vanish. */
    private static final int FURTHER = 5;

    private static final int HIGHEST_ORDER = 6;

    /** h₀ is this part of the step size at which the largest correction is as large as f. */
    private static final double FIRST_STEP = 0.1;

    /** How far from k the slope of a series without the terms of h^k may be. */
    private static final double DROPPED_ACCEPTED = 0.25;

    private static final int MOST_TRIES = 6;

    private final Method<Rational> method;
    private final BSeriesField<Rational> series;
    private final BSeriesField<Rational> further;
    private final int accuracy;
    private final long seed;

    private Validation(
            Method<Rational> method,
            BSeriesField<Rational> series,
            BSeriesField<Rational> further,
            int accuracy,
            long seed) {
        this.method = method;
        this.series = series;
        this.further = further;
        this.accuracy = accuracy;
        this.seed = seed;
    }

    /**
     * The validation of a method's own series.
     *
     * @param method the method
     * @param order N, from 1 to 6
     * @param seed of the random problems
     * @return the protocol, ready for a problem
     * @throws IllegalArgumentException if N is out of range, or the method cannot be run step by step
     */
    public static Validation of(Method<Rational> method, int order, long seed) {
        requireOrder(order);
        return of(method, ModifiedEquation.of(method, order).field(), seed);
    }

    /**
     * The validation of a series that claims to be that of a method.
     *
     * @param method the method
     * @param series the series, known to order N ≤ 6
     * @param seed of the random problems
     * @return the protocol, ready for a problem
     * @throws IllegalArgumentException if the method cannot be run step by step, or the series has other fields or is known to a
     *     higher order
     */
    public static Validation of(Method<Rational> method, BSeriesField<Rational> series, long seed) {
        DirectOptimizer.of(method);
        if (!method.fields().containsAll(series.colours())) {
            throw new IllegalArgumentException("given a series in the fields " + series.colours()
                    + ", expected those of " + method.name() + ": " + method.fields());
        }
        int order = series.truncationOrder();
        requireOrder(order);
        int next = order + 1;
        while (next < order + FURTHER
                && isZero(ModifiedEquation.of(method, next).field(), next)) {
            next++;
        }
        return new Validation(
                method, series, ModifiedEquation.of(method, next + 1).field(), next - 1, seed);
    }

    private static void requireOrder(int order) {
        if (order > HIGHEST_ORDER) {
            throw new IllegalArgumentException("given the order " + order + ", expected at most " + HIGHEST_ORDER
                    + ": every coefficient is tested by a wrong one, and there are too many of them beyond");
        }
    }

    private static boolean isZero(BSeriesField<Rational> field, int order) {
        return field.nonzero().keySet().stream().noneMatch(tree -> tree.order() == order);
    }

    /** {@return p, the slope that theory expects of the global error} */
    public int accuracy() {
        return accuracy;
    }

    /** {@return the series that is tested, f₁ to f_N} */
    public BSeriesField<Rational> series() {
        return series;
    }

    /**
     * Runs the protocol.
     *
     * @param problem the problem, its fields in the names of the method
     * @param stepSize h for the regime; empty for the largest of the ladder
     * @param progress hears of every part
     * @return what was measured
     * @throws ArithmeticException if a run or a flow leaves the finite numbers
     */
    public ValidationReport on(ValidationProblem problem, OptionalDouble stepSize, Progress progress) {
        long before = cpuNanoseconds();
        List<ValidationProblem> random = new ArrayList<>();
        int parts = 3 * RandomProblems.kinds() + 6;
        CoefficientCheck coefficients = new CoefficientCheck(method, series);
        List<ValidationReport.Comparison> comparisons = new ArrayList<>();
        List<ValidationReport.Defects> defects = new ArrayList<>();
        List<ValidationReport.Ladder> ladders = new ArrayList<>();
        measure(problem, coefficients, comparisons, defects);
        ladders.add(ladder(problem, series, accuracy));
        progress.report(3, parts);
        for (int kind = 0; kind < RandomProblems.kinds(); kind++) {
            ValidationReport.Ladder ladder = drawn(kind, random);
            measure(random.get(kind), coefficients, comparisons, defects);
            ladders.add(ladder);
            progress.report(3L * kind + 6, parts);
        }
        List<ValidationReport.Noticed> mutants = mutants(coefficients, random);
        Regime regime = regime(problem, stepSize.orElse(firstStep(problem)));
        progress.report(parts, parts);
        double cpu = (cpuNanoseconds() - before) * 1e-9;
        return new ValidationReport(
                problem.name(),
                method.name(),
                series.truncationOrder(),
                accuracy,
                layers(),
                comparisons,
                coefficients.untested(comparisons),
                defects,
                ladders,
                List.of(),
                mutants,
                regime,
                cpu,
                cpu / secondsOfOneEvaluation(problem));
    }

    private List<ValidationReport.Layer> layers() {
        return List.of(
                new ValidationReport.Layer("A", "coefficients", "trees against the optimizer in power series of h"),
                new ValidationReport.Layer(
                        "B", "local defect", "one step against the flow, slope " + (accuracy + 1) + " expected"),
                new ValidationReport.Layer("C", "global error", "fixed horizon, slope " + accuracy + " expected"),
                new ValidationReport.Layer("D", "null tests", "every wrong series is noticed"));
    }

    private void measure(
            ValidationProblem problem,
            CoefficientCheck coefficients,
            List<ValidationReport.Comparison> comparisons,
            List<ValidationReport.Defects> defects) {
        comparisons.add(coefficients.inDoubles(problem));
        if (problem.isSmall()) {
            comparisons.add(coefficients.inDecimals(problem));
            LocalDefectCheck local = new LocalDefectCheck(method, series, accuracy);
            defects.add(withinReach(problem, firstStep -> local.on(problem, firstStep, nextNorm(problem))));
        }
    }

    /** Draws a random problem on which a ladder has enough points that can be used; the last one if none has. */
    private ValidationReport.Ladder drawn(int kind, List<ValidationProblem> random) {
        for (int attempt = 0; ; attempt++) {
            ValidationProblem problem = RandomProblems.of(method.fields(), kind, seed, attempt);
            ValidationReport.Ladder ladder = ladder(problem, series, accuracy);
            if (ladder.fit().isPresent() || attempt == MOST_TRIES) {
                random.add(problem);
                return ladder;
            }
        }
    }

    private ValidationReport.Ladder ladder(ValidationProblem problem, BSeriesField<Rational> tested, int expected) {
        GlobalErrorCheck check = new GlobalErrorCheck(method, expected);
        return withinReach(problem, firstStep -> check.on(problem, tested, firstStep));
    }

    private <R> R withinReach(ValidationProblem problem, DoubleFunction<R> measurement) {
        return withinReach(firstStep(problem), measurement);
    }

    /** A measurement from h₀ on; from half of it if a run or a flow leaves the finite numbers, and so on. */
    static <R> R withinReach(double first, DoubleFunction<R> measurement) {
        double firstStep = first;
        for (int tries = 1; ; tries++) {
            try {
                return measurement.apply(firstStep);
            } catch (ArithmeticException notFinite) {
                if (tries == MOST_TRIES) {
                    throw notFinite;
                }
                firstStep /= 2;
            }
        }
    }

    /** 0.1 · min_k (‖f₁‖/‖f_k‖)^(1/(k−1)) over the orders that matter. */
    private double firstStep(ValidationProblem problem) {
        List<double[]> orders = orders(problem);
        return firstStep(problem.name(), orders, accuracy);
    }

    /** The same from f₁, f₂, … as far as they are known. */
    static double firstStep(String problem, List<double[]> orders, int accuracy) {
        double first = Euclidean.norm(orders.get(0));
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 2; k <= orders.size(); k++) {
            double norm = Euclidean.norm(orders.get(k - 1));
            if (norm > 0) {
                smallest = Math.min(smallest, Math.pow(first / norm, 1.0 / (k - 1)));
            }
        }
        // Where the error's own coefficient is small beside the next, its power of h shows later.
        double leading = Euclidean.norm(orders.get(accuracy));
        double next = accuracy + 1 < orders.size() ? Euclidean.norm(orders.get(accuracy + 1)) : 0;
        smallest = next > 0 ? Math.min(smallest, leading / next) : smallest;
        if (!(smallest > 0) || !Double.isFinite(smallest)) {
            throw new ArithmeticException("on " + problem + " f₁ or every correction to it vanishes at the point, so"
                    + " that nothing can be validated there; choose another point");
        }
        return FIRST_STEP * smallest;
    }

    private double nextNorm(ValidationProblem problem) {
        return Euclidean.norm(orders(problem).get(accuracy));
    }

    private List<double[]> orders(ValidationProblem problem) {
        int highest = Math.min(accuracy + 2, further.truncationOrder());
        return SeriesEvaluator.of(further.truncated(highest), problem.fields()).orders(problem.start());
    }

    private List<ValidationReport.Noticed> mutants(CoefficientCheck coefficients, List<ValidationProblem> random) {
        List<List<double[]>> known =
                random.stream().map(coefficients::fromSteps).toList();
        List<ValidationReport.Noticed> verdicts = new ArrayList<>();
        for (NullTests.Mutant mutant : new NullTests(series).mutants()) {
            List<String> by = new ArrayList<>();
            for (int i = 0; i < random.size() && by.isEmpty(); i++) {
                if (!coefficients
                        .compare(random.get(i), known.get(i), mutant.series())
                        .passes()) {
                    by.add("A");
                }
            }
            boolean isDropped = mutant.droppedPower() > 0;
            Optional<ValidationReport.Ladder> ladder = isDropped ? fitted(mutant, random) : Optional.empty();
            if (ladder.filter(Validation::losesOrders).isPresent()) {
                by.add("C");
            }
            verdicts.add(new ValidationReport.Noticed(
                    mutant.name(), by, isDropped ? List.of("A", "C") : List.of("A"), ladder));
        }
        return verdicts;
    }

    /** The ladder of a series without the terms of h^k, on the first random problem where it can be fitted. */
    private Optional<ValidationReport.Ladder> fitted(NullTests.Mutant mutant, List<ValidationProblem> random) {
        return random.stream()
                .map(problem -> ladder(problem, mutant.series(), mutant.droppedPower()))
                .filter(ladder -> ladder.fit().isPresent())
                .findFirst();
    }

    /** Without the terms of h^k the global error has the slope k. */
    static boolean losesOrders(ValidationReport.Ladder ladder) {
        return ladder.fit()
                .filter(fit -> Math.abs(fit.lastPairSlope() - ladder.expected()) <= DROPPED_ACCEPTED)
                .isPresent();
    }

    private Regime regime(ValidationProblem problem, double stepSize) {
        return new RegimeCheck(method, further.truncated(Math.min(accuracy + 2, further.truncationOrder())))
                .on(problem, stepSize, series.truncationOrder());
    }

    static double secondsOfOneEvaluation(ValidationProblem problem) {
        List<VectorField> fields = List.copyOf(problem.fields().values());
        double[] theta = problem.start();
        long evaluations = 0;
        long begin = cpuNanoseconds();
        long now = begin;
        while (now - begin < 20_000_000 && evaluations < 100_000) {
            for (VectorField field : fields) {
                field.at(theta);
                evaluations++;
            }
            now = cpuNanoseconds();
        }
        return Math.max(1e-9, (now - begin) * 1e-9) / evaluations;
    }

    static long cpuNanoseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadUserTime();
    }
}
