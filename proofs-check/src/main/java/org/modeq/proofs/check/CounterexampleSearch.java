package org.modeq.proofs.check;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteProblem;

/**
 * Looks for a small polynomial problem on which two forms differ: first in one variable, then in two and three, losses or
 * fields of few terms first, drawn from a fixed seed. Distinct normal forms differ on generic losses, so a few tries
 * suffice.
 */
final class CounterexampleSearch {
    private static final int TRIES_PER_DIMENSION = 36;
    private static final int LEAST_DEGREE = 4;
    private static final long SEED = 2023;

    private final ClaimLanguage language;
    private final TensorForm<ParameterFraction> claimed;
    private final TensorForm<ParameterFraction> derived;
    private final TensorForm<ParameterFraction> difference;

    private CounterexampleSearch(
            ClaimLanguage language, TensorForm<ParameterFraction> claimed, TensorForm<ParameterFraction> derived) {
        this.language = language;
        this.claimed = claimed;
        this.derived = derived;
        this.difference = claimed.subtract(derived);
    }

    /** A problem that obeys the assumptions and on which the two forms differ. */
    static Optional<Counterexample> find(
            ClaimLanguage language,
            TensorForm<ParameterFraction> claimed,
            TensorForm<ParameterFraction> derived,
            Assumptions assumptions) {
        return new CounterexampleSearch(language, claimed, derived).find(assumptions);
    }

    private Optional<Counterexample> find(Assumptions assumptions) {
        SortedSet<String> names = new TreeSet<>(claimed.names());
        names.addAll(derived.names());
        SmallProblems problems = new SmallProblems(
                language, List.copyOf(names), degree(), functions(), assumptions, new SplittableRandom(SEED));
        for (int dimension = problems.leastDimension(); dimension <= SmallProblems.greatestDimension(); dimension++) {
            for (int attempt = 0; attempt < TRIES_PER_DIMENSION; attempt++) {
                SmallProblems.Problem problem = problems.draw(dimension, attempt);
                Optional<Counterexample> found =
                        isDefined(problem.parameters()) ? difference(problem) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The functions of coordinates of both forms, with the highest order of their derivatives by each argument. */
    private SortedMap<String, List<Integer>> functions() {
        SortedMap<String, List<Integer>> functions = new TreeMap<>(claimed.functions());
        derived.functions()
                .forEach((name, orders) -> functions.merge(
                        name,
                        orders,
                        (a, b) -> IntStream.range(0, a.size())
                                .mapToObj(place -> Math.max(a.get(place), b.get(place)))
                                .toList()));
        return functions;
    }

    /** A tensor in a product of n has at most n legs, so higher degrees show nothing new. */
    private int degree() {
        return difference.terms().keySet().stream()
                .mapToInt(term -> term.graph().order())
                .reduce(LEAST_DEGREE, Math::max);
    }

    /** Whether no denominator vanishes. */
    private boolean isDefined(SortedMap<String, Rational> parameters) {
        return language.ring().invertible().stream()
                .noneMatch(polynomial -> polynomial.evaluate(parameters).isZero());
    }

    private Optional<Counterexample> difference(SmallProblems.Problem problem) {
        ConcreteProblem concrete = problem.concrete();
        List<Polynomial> components = value(concrete, difference, problem);
        if (components.stream().allMatch(Polynomial.ZERO::equals)) {
            return Optional.empty();
        }
        int power = 0;
        while (coefficients(components, power).stream().allMatch("0"::equals)) {
            power++;
        }
        SortedMap<String, String> given = new TreeMap<>();
        problem.losses().forEach((name, loss) -> given.put(language.written(name.name()), loss));
        problem.fields().forEach((name, parts) -> given.put(name.name(), Counterexample.tuple(parts)));
        SortedMap<String, String> functions = new TreeMap<>();
        problem.functions()
                .forEach((name, function) ->
                        functions.put(name + "(" + String.join(",", function.variables()) + ")", function.formula()));
        SortedMap<String, String> numbers = new TreeMap<>();
        SortedSet<String> occurring = parameters();
        problem.parameters().forEach((name, value) -> {
            if (occurring.contains(name)) {
                numbers.put(name, value.toString());
            }
        });
        return Optional.of(new Counterexample(
                problem.variables(),
                given,
                functions,
                numbers,
                problem.point().stream().map(Rational::toString).toList(),
                power,
                coefficients(value(concrete, claimed, problem), power),
                coefficients(value(concrete, derived, problem), power)));
    }

    /** The parameters on which the forms depend. */
    private SortedSet<String> parameters() {
        SortedSet<String> parameters = new TreeSet<>();
        List<ParameterFraction> coefficients = new ArrayList<>(claimed.terms().values());
        coefficients.addAll(derived.terms().values());
        coefficients.forEach(value -> parameters.addAll(value.numerator().parameters()));
        language.ring().invertible().forEach(polynomial -> parameters.addAll(polynomial.parameters()));
        return parameters;
    }

    private static List<Polynomial> value(
            ConcreteProblem concrete, TensorForm<ParameterFraction> form, SmallProblems.Problem problem) {
        return concrete.value(form.mapped(RATIONALS, coefficient -> coefficient.evaluate(problem.parameters())));
    }

    private static List<String> coefficients(List<Polynomial> components, int power) {
        return components.stream()
                .map(component -> component.coefficient(power).toString())
                .toList();
    }
}
