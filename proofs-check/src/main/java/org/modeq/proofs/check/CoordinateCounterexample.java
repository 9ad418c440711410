package org.modeq.proofs.check;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.Subject;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.invariant.ConcreteLosses;
import org.modeq.symbolic.ring.Rational;

/**
 * Looks for polynomials in place of the unknown functions and a point at which a quantity does not change as claimed: powers
 * and products first, small integers as coordinates, drawn from a fixed seed.
 */
final class CoordinateCounterexample {
    private static final int TRIES = 40;
    private static final long SEED = 2023;

    private final Claim claim;
    private final CoordinateComparison comparison;
    private final SplittableRandom random = new SplittableRandom(SEED);

    private CoordinateCounterexample(Claim claim, CoordinateComparison comparison) {
        this.claim = claim;
        this.comparison = comparison;
    }

    static Optional<Counterexample> find(Claim claim, CoordinateComparison comparison) {
        CoordinateCounterexample search = new CoordinateCounterexample(claim, comparison);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Counterexample> found = search.attempt(attempt);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Counterexample> attempt(int attempt) {
        SortedMap<String, String> functions = new TreeMap<>();
        claim.wording().functions().forEach((name, arity) -> functions.put(name, polynomial(arity, 2 + attempt % 3)));
        List<Rational> point = comparison.losses().variables().stream()
                .map(variable -> Rational.of(attempt == 0 ? 1 : random.nextInt(1, 4)))
                .toList();
        SortedMap<String, Rational> parameters = new TreeMap<>();
        claim.subject().parameters().forEach((name, value) -> parameters.put(name, number(name, value)));
        try {
            return differing(
                    new CoordinateProblem(ConcreteLosses.of(comparison.losses(), functions), functions, parameters),
                    point);
        } catch (ArithmeticException undefinedThere) {
            return Optional.empty();
        }
    }

    /** The factors of momentum lie between 0 and 1. */
    private Rational number(String name, String value) {
        if (!value.equals(name)) {
            return Rational.parse(value);
        }
        Rational number = Rational.of(random.nextInt(2, 5));
        return name.startsWith("beta") ? number.reciprocal() : number;
    }

    /** A power of the argument, or a product of powers of several. */
    private String polynomial(int arity, int degree) {
        if (arity == 1) {
            return "z^" + degree;
        }
        return CoordinateProblem.arguments(arity).stream()
                .map(argument -> argument + (random.nextBoolean() ? "^2" : ""))
                .collect(Collectors.joining("*"));
    }

    /** The derived coefficient once more, by the computer algebra system where the step is a series over trees. */
    private Rational derived(CoordinateProblem problem, List<Rational> point, int i, Rational otherwise) {
        return claim.subject() instanceof Subject.Steps<?>
                ? QuantityOnExample.of(claim, comparison, problem, point).coefficient(comparison.firstPower() + i)
                : otherwise;
    }

    private Optional<Counterexample> differing(CoordinateProblem problem, List<Rational> point) {
        List<Expression> difference = comparison.difference();
        for (int i = 0; i < difference.size(); i++) {
            Optional<Rational> gap = problem.value(difference.get(i), point);
            Optional<Rational> claimed = problem.value(comparison.claimed().get(i), point);
            if (gap.isEmpty() || claimed.isEmpty()) {
                return Optional.empty();
            }
            if (!gap.get().isZero()) {
                int power = comparison.firstPower() + i;
                Rational derived = derived(problem, point, i, claimed.get().subtract(gap.get()));
                return claimed.get().equals(derived)
                        ? Optional.empty()
                        : Optional.of(problem.counterexample(
                                claim,
                                point.stream().map(Rational::toString).toList(),
                                power,
                                claimed.get().toString(),
                                derived.toString()));
            }
        }
        return Optional.empty();
    }
}
