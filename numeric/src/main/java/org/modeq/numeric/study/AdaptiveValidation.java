package org.modeq.numeric.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.numeric.evaluate.AdaptiveEvaluator;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseAdaptive;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * The protocol for Adam and its relatives: the modified field after the transient, f₁ to f_N from typed trees, against the optimizer
 * without bias correction, on a problem and on five random ones.
 */
public final class AdaptiveValidation {
    private static final int HIGHEST_ORDER = 4;
    private static final double PER_CENT = 0.01;

    private final AdaptiveEquation<Rational> equation;
    private final AdaptiveEquation<Rational> further;
    private final long seed;

    private AdaptiveValidation(AdaptiveEquation<Rational> equation, AdaptiveEquation<Rational> further, long seed) {
        this.equation = equation;
        this.further = further;
        this.seed = seed;
    }

    /**
     * The protocol.
     *
     * @param method the method, all parameters given
     * @param order N, from 1 to 4
     * @param seed of the random problems
     * @return the protocol, ready for a problem
     * @throws IllegalArgumentException if N is out of range, a parameter is a symbol, or the method cannot be run
     */
    public static AdaptiveValidation of(AdaptiveMethod method, int order, long seed) {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException("given the order " + order + " of " + method.name() + ", expected 1 to "
                    + HIGHEST_ORDER + ": every coefficient is tested by a wrong one");
        }
        AdaptiveRuns.optimizer(method);
        return new AdaptiveValidation(
                AdaptiveEquation.rational(method, order), AdaptiveEquation.rational(method, order + 1), seed);
    }

    private AdaptiveMethod method() {
        return equation.method();
    }

    /**
     * Runs the protocol.
     *
     * @param problem the problem with the field f = −∇L
     * @param stepSize h for the regime; empty for the largest that the series bears
     * @param progress hears of every part
     * @return what was measured
     * @throws IllegalArgumentException if a run would need too many steps to forget its start
     * @throws ArithmeticException if the update has no derivative at a point, or a run leaves the finite numbers
     */
    public ValidationReport on(ValidationProblem problem, OptionalDouble stepSize, Progress progress) {
        long before = Validation.cpuNanoseconds();
        List<ValidationProblem> problems = new ArrayList<>(List.of(problem));
        SortedSet<Colour> field = new TreeSet<>(List.of(Colour.F));
        for (int kind = 0; kind < RandomProblems.kinds(); kind++) {
            problems.add(RandomProblems.of(field, kind, seed, 0));
        }
        List<ValidationReport.Comparison> comparisons = new ArrayList<>();
        List<AdaptiveDefectCheck> checks = new ArrayList<>();
        for (ValidationProblem each : problems) {
            comparisons.add(inDoubles(each));
            if (each.isSmall()) {
                comparisons.add(inDecimals(each));
                checks.add(AdaptiveDefectCheck.of(equation, each, firstStep(each)));
            }
            progress.report(comparisons.size(), 2L * problems.size());
        }
        List<ValidationReport.Noticed> mutants =
                mutants(problems.subList(1, problems.size()), checks.get(checks.size() - RandomProblems.kinds()));
        Regime regime = AdaptiveRegime.of(further, problem, stepSize.orElse(firstStep(problem)), equation.order());
        progress.report(2L * problems.size(), 2L * problems.size());
        double cpu = (Validation.cpuNanoseconds() - before) * 1e-9;
        return new ValidationReport(
                problem.name(),
                method().name(),
                equation.order(),
                equation.order(),
                layers(!problem.isSmall()),
                comparisons,
                untested(comparisons),
                checks.stream().map(AdaptiveDefectCheck::defects).toList(),
                List.of(),
                List.of(),
                mutants,
                regime,
                cpu,
                cpu / Validation.secondsOfOneEvaluation(problem));
    }

    private List<ValidationReport.Layer> layers(boolean isLarge) {
        return List.of(
                new ValidationReport.Layer(
                        "A", "coefficients", "typed trees against the signals of the circuit in power series of h"),
                new ValidationReport.Layer(
                        "B",
                        "local defect",
                        "h times the field of a run after its burn-in" + (isLarge ? " on the small problems" : "")
                                + ", less the truncated one, slope " + (equation.order() + 1) + " expected"),
                new ValidationReport.Layer("D", "null tests", "every wrong series is noticed"));
    }

    /** From two orders beyond N where they are cheap, so that the next power of h is known to be small. */
    private double firstStep(ValidationProblem problem) {
        AdaptiveEquation<Rational> known =
                problem.isSmall() ? AdaptiveEquation.rational(method(), equation.order() + 2) : further;
        return Validation.firstStep(
                problem.name(),
                AdaptiveEvaluator.orders(known, AdaptiveRuns.descent(problem), problem.start()),
                equation.order());
    }

    private ValidationReport.Comparison inDoubles(ValidationProblem problem) {
        double[] theta = problem.start();
        return ValidationReport.Comparison.inDoubles(
                problem.name(),
                CoefficientCheck.tolerance(equation.order()),
                AdaptiveRuns.fromSteps(method(), AdaptiveRuns.descent(problem), theta, equation.order()),
                AdaptiveEvaluator.orders(equation, AdaptiveRuns.descent(problem), theta));
    }

    private ValidationReport.Comparison inDecimals(ValidationProblem problem) {
        Decimals numbers = Decimals.ofDigits(CoefficientCheck.DIGITS);
        PreciseField<BigDecimal> descent =
                Objects.requireNonNull(problem.fields(numbers).get(Colour.F));
        List<BigDecimal> theta = problem.start(numbers);
        return CoefficientCheck.compared(
                problem.name(),
                AdaptiveRuns.fromSteps(method(), descent, theta, equation.order()),
                PreciseAdaptive.orders(equation, descent, theta));
    }

    private List<Integer> untested(List<ValidationReport.Comparison> comparisons) {
        List<Integer> untested = new ArrayList<>();
        for (int k = 1; k <= equation.order(); k++) {
            int place = k - 1;
            if (comparisons.stream()
                    .noneMatch(comparison -> comparison.sizes().get(place) >= CoefficientCheck.SMALLEST_TERM)) {
                untested.add(k);
            }
        }
        return untested;
    }

    /** A random problem with what every term is there. */
    private record Known(ValidationProblem problem, List<double[]> fromSteps, List<List<double[]>> terms) {
        /** Whether layer A notices that terms of one order are multiplied by a factor. */
        boolean notices(int order, int term, double factor, double tolerance) {
            List<double[]> tested = new ArrayList<>();
            for (int k = 0; k < terms.size(); k++) {
                double[] sum = new double[problem.dimension()];
                for (int i = 0; i < terms.get(k).size(); i++) {
                    boolean isWrong = k == order && (term < 0 || i == term);
                    Euclidean.add(sum, isWrong ? factor : 1, terms.get(k).get(i));
                }
                tested.add(sum);
            }
            return !ValidationReport.Comparison.inDoubles(problem.name(), tolerance, fromSteps, tested)
                    .passes();
        }
    }

    private List<ValidationReport.Noticed> mutants(List<ValidationProblem> random, AdaptiveDefectCheck check) {
        double tolerance = CoefficientCheck.tolerance(equation.order());
        List<Known> known = random.stream()
                .map(problem -> new Known(
                        problem,
                        AdaptiveRuns.fromSteps(
                                method(), AdaptiveRuns.descent(problem), problem.start(), equation.order()),
                        AdaptiveEvaluator.terms(equation, AdaptiveRuns.descent(problem), problem.start())))
                .toList();
        List<ValidationReport.Noticed> verdicts = new ArrayList<>();
        for (int power = 1; power < equation.order(); power++) {
            int order = power;
            List<String> by = new ArrayList<>();
            if (known.stream().anyMatch(one -> one.notices(order, -1, 0, tolerance))) {
                by.add("A");
            }
            ValidationReport.Ladder ladder = check.without(power + 1);
            if (Validation.losesOrders(ladder)) {
                by.add("B");
            }
            verdicts.add(new ValidationReport.Noticed(
                    "the terms of h^" + power + " dropped", by, List.of("A", "B"), Optional.of(ladder)));
        }
        for (int power = 0; power < equation.order(); power++) {
            List<Term<Rational>> terms = equation.terms(power);
            for (int i = 0; i < terms.size(); i++) {
                int order = power;
                int term = i;
                // Where U is linear in an average, as in m, terms with its second derivative are 0 on every problem.
                boolean isThere = known.stream()
                        .anyMatch(one -> Euclidean.norm(one.terms().get(order).get(term)) > 0);
                if (isThere) {
                    boolean isNoticed =
                            known.stream().anyMatch(one -> one.notices(order, term, 1 + PER_CENT, tolerance));
                    verdicts.add(new ValidationReport.Noticed(
                            "the coefficient of " + terms.get(i).tree() + " times 1.01",
                            isNoticed ? List.of("A") : List.of(),
                            List.of("A"),
                            Optional.empty()));
                }
            }
        }
        return verdicts;
    }
}
