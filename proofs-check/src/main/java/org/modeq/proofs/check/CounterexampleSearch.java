package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.contraction.VectorForm;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;

/**
 * Looks for a small polynomial problem on which two vectors differ: first in one variable, then in two and three, with
 * losses of few terms and small coefficients drawn from a fixed seed. Distinct normal forms differ on generic losses, so
 * a few tries suffice.
 */
final class CounterexampleSearch {
    private static final int TRIES_PER_DIMENSION = 40;
    private static final List<String> VARIABLES = List.of("x", "y", "z");
    private static final long SEED = 2023;

    private CounterexampleSearch() {}

    static Optional<Counterexample> find(VectorForm claimed, VectorForm derived) {
        SortedSet<Colour> colours = new TreeSet<>();
        claimed.terms().keySet().forEach(tree -> colours.addAll(tree.colours()));
        derived.terms().keySet().forEach(tree -> colours.addAll(tree.colours()));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int dimension = 1; dimension <= VARIABLES.size(); dimension++) {
            for (int attempt = 0; attempt < TRIES_PER_DIMENSION; attempt++) {
                Optional<Counterexample> found = attempt(claimed, derived, colours, dimension, random);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Counterexample> attempt(
            VectorForm claimed, VectorForm derived, SortedSet<Colour> colours, int dimension, SplittableRandom random) {
        List<String> variables = VARIABLES.subList(0, dimension);
        SortedMap<Colour, String> losses = new TreeMap<>();
        colours.forEach(colour -> losses.put(colour, randomLoss(variables, random)));
        List<Rational> point = new ArrayList<>();
        variables.forEach(variable -> point.add(Rational.of(random.nextInt(1, 3))));
        ConcreteProblem problem = new ConcreteProblem(variables, losses, point);
        List<Polynomial> claimedValue = problem.value(claimed);
        List<Polynomial> derivedValue = problem.value(derived);
        if (claimedValue.equals(derivedValue)) {
            return Optional.empty();
        }
        int power = 0;
        while (coefficients(claimedValue, power).equals(coefficients(derivedValue, power))) {
            power++;
        }
        SortedMap<String, String> named = new TreeMap<>();
        losses.forEach((colour, loss) -> named.put(Prover.lossName(colour), loss));
        return Optional.of(new Counterexample(
                variables,
                named,
                point.stream().map(Rational::toString).toList(),
                power,
                coefficients(claimedValue, power),
                coefficients(derivedValue, power)));
    }

    private static List<String> coefficients(List<Polynomial> vector, int power) {
        return vector.stream()
                .map(component -> component.coefficient(power).toString())
                .toList();
    }

    /** One to three monomials of degree 1 to 4 with coefficients 1, 2 or 3. */
    private static String randomLoss(List<String> variables, SplittableRandom random) {
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
