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
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;

/**
 * Looks for a small polynomial problem on which two vectors differ: first in one variable, then in two and three, with
 * losses or fields of few terms and small coefficients, and parameters, drawn from a fixed seed. Distinct normal forms differ on generic losses, so
 * a few tries suffice.
 */
final class CounterexampleSearch {
    private static final int TRIES_PER_DIMENSION = 40;
    private static final List<String> VARIABLES = List.of("x", "y", "z");
    private static final long SEED = 2023;

    private CounterexampleSearch() {}

    static Optional<Counterexample> find(
            ClaimLanguage language, TensorForm<ParameterFraction> claimed, TensorForm<ParameterFraction> derived) {
        SortedSet<String> names = new TreeSet<>(claimed.names());
        names.addAll(derived.names());
        SortedSet<String> parameters = new TreeSet<>();
        for (TensorForm<ParameterFraction> form : List.of(claimed, derived)) {
            form.terms()
                    .values()
                    .forEach(value -> parameters.addAll(value.numerator().parameters()));
        }
        language.ring().invertible().forEach(polynomial -> parameters.addAll(polynomial.parameters()));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int dimension = 1; dimension <= VARIABLES.size(); dimension++) {
            for (int attempt = 0; attempt < TRIES_PER_DIMENSION; attempt++) {
                SortedMap<String, Rational> values = new TreeMap<>();
                parameters.forEach(name -> values.put(name, Rational.of(random.nextInt(2, 6), random.nextInt(1, 4))));
                List<String> variables = VARIABLES.subList(0, dimension);
                Optional<Counterexample> found = numbers(language, claimed, values)
                        .flatMap(left -> numbers(language, derived, values)
                                .flatMap(right -> attempt(language, variables, names, values, left, right, random)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The form with numbers for the parameters, empty where a denominator vanishes. */
    private static Optional<TensorForm<Rational>> numbers(
            ClaimLanguage language, TensorForm<ParameterFraction> form, SortedMap<String, Rational> values) {
        boolean isDefined = language.ring().invertible().stream()
                .noneMatch(polynomial -> polynomial.evaluate(values).isZero());
        return isDefined
                ? Optional.of(form.mapped(RATIONALS, coefficient -> coefficient.evaluate(values)))
                : Optional.empty();
    }

    private static Optional<Counterexample> attempt(
            ClaimLanguage language,
            List<String> variables,
            SortedSet<String> names,
            SortedMap<String, Rational> parameters,
            TensorForm<Rational> claimed,
            TensorForm<Rational> derived,
            SplittableRandom random) {
        SortedMap<Colour, String> losses = new TreeMap<>();
        SortedMap<Colour, List<String>> fields = new TreeMap<>();
        for (String name : names) {
            if (language.hasLosses()) {
                losses.put(new Colour(name), randomPolynomial(variables, random));
            } else {
                fields.put(
                        new Colour(name),
                        variables.stream()
                                .map(variable -> randomPolynomial(variables, random))
                                .toList());
            }
        }
        List<Rational> point = variables.stream()
                .map(variable -> Rational.of(random.nextInt(1, 3)))
                .toList();
        ConcreteProblem problem = new ConcreteProblem(variables, losses, fields, point);
        List<Polynomial> claimedValue = problem.value(claimed);
        List<Polynomial> derivedValue = problem.value(derived);
        if (claimedValue.equals(derivedValue)) {
            return Optional.empty();
        }
        int power = 0;
        while (coefficients(claimedValue, power).equals(coefficients(derivedValue, power))) {
            power++;
        }
        SortedMap<String, String> given = new TreeMap<>();
        losses.forEach((name, loss) -> given.put(language.written(name.name()), loss));
        fields.forEach((name, components) -> given.put(name.name(), "(" + String.join(", ", components) + ")"));
        SortedMap<String, String> numbers = new TreeMap<>();
        parameters.forEach((name, value) -> numbers.put(name, value.toString()));
        return Optional.of(new Counterexample(
                variables,
                given,
                numbers,
                point.stream().map(Rational::toString).toList(),
                power,
                coefficients(claimedValue, power),
                coefficients(derivedValue, power)));
    }

    private static List<String> coefficients(List<Polynomial> components, int power) {
        return components.stream()
                .map(component -> component.coefficient(power).toString())
                .toList();
    }

    /** One to three monomials of degree 1 to 4 with coefficients 1, 2 or 3. */
    private static String randomPolynomial(List<String> variables, SplittableRandom random) {
        List<String> monomials = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            List<String> factors = new ArrayList<>();
            int coefficient = random.nextInt(1, 4);
            if (coefficient > 1) {
                factors.add(Integer.toString(coefficient));
            }
            int degree = random.nextInt(1, 5);
            int[] exponents = new int[variables.size()];
            for (int k = 0; k < degree; k++) {
                exponents[random.nextInt(exponents.length)]++;
            }
            for (int k = 0; k < exponents.length; k++) {
                if (exponents[k] > 0) {
                    factors.add(variables.get(k) + (exponents[k] == 1 ? "" : "^" + exponents[k]));
                }
            }
            monomials.add(String.join("*", factors));
        }
        return String.join(" + ", monomials);
    }
}
