package org.modeq.proofs.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.proofs.claim.Claim;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.invariant.ConcreteLosses;
import org.modeq.symbolic.ring.Rational;

/**
 * Compares the two sides of a claim in coordinates in doubles, where their formulas are different and no algebra says whether
 * they are equal: random polynomials of degree 3 for the unknown functions, random points, a fixed seed.
 *
 * @param problems the number of problems at which the sides were compared
 * @param points the number of points on all of them together
 * @param worst the greatest |left − right|, relative to the sizes of the terms
 * @param counterexample a point at which they differ by more than rounding, with decimals
 */
record NumericalAgreement(int problems, int points, double worst, Optional<Counterexample> counterexample) {
    /** What layer A of the validation of a series allows. */
    private static final double ROUNDING = 1e-12;

    private static final double CONTRADICTION = 1e-6;
    private static final int PROBLEMS = 8;
    private static final int POINTS = 10;
    private static final int FEWEST_PROBLEMS = 5;
    private static final int FEWEST_POINTS = 25;
    private static final long SEED = 2_302;

    /** Whether there were enough points, at all of which the sides agree to rounding. */
    boolean isConsistent() {
        return counterexample.isEmpty() && problems >= FEWEST_PROBLEMS && points >= FEWEST_POINTS && worst <= ROUNDING;
    }

    /** {@return for example {@code equal at 80 points of 8 random problems, to 2e-15 of the size of the terms}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "equal at %d points of %d random problems, to %.0e of the size of the terms",
                points,
                problems,
                worst);
    }

    static NumericalAgreement of(Claim claim, CoordinateComparison comparison) {
        SplittableRandom random = new SplittableRandom(SEED);
        NumericalAgreement sum = new NumericalAgreement(0, 0, 0, Optional.empty());
        for (int i = 0; i < PROBLEMS && sum.counterexample.isEmpty(); i++) {
            CoordinateProblem problem = problem(claim, comparison, random);
            try {
                sum = sum.and(onOneProblem(claim, comparison, problem, random));
            } catch (ArithmeticException undefinedEverywhere) {
                // a function that is constant makes a denominator 0; the next problem is another
            }
        }
        return sum;
    }

    private NumericalAgreement and(NumericalAgreement other) {
        return new NumericalAgreement(
                problems + other.problems,
                points + other.points,
                Math.max(worst, other.worst),
                counterexample.or(() -> other.counterexample));
    }

    private static NumericalAgreement onOneProblem(
            Claim claim, CoordinateComparison comparison, CoordinateProblem problem, SplittableRandom random) {
        List<Expression> claimed =
                comparison.claimed().stream().map(problem::inCoordinates).toList();
        List<Expression> derived =
                comparison.derived().stream().map(problem::inCoordinates).toList();
        int points = 0;
        double worst = 0;
        for (int j = 0; j < POINTS; j++) {
            double[] point = comparison.losses().variables().stream()
                    .mapToDouble(variable -> random.nextDouble(0.5, 2))
                    .toArray();
            double greatest = 0;
            for (int k = 0; k < claimed.size(); k++) {
                double gap = gap(claimed.get(k), derived.get(k), point);
                if (gap > CONTRADICTION) {
                    int power = comparison.firstPower() + k;
                    Counterexample example = example(claim, problem, point, power, claimed.get(k), derived.get(k));
                    return new NumericalAgreement(1, points + 1, gap, Optional.of(example));
                }
                greatest = Math.max(greatest, gap);
            }
            // NaN, where a side is not real, is greater than every number for Math.max.
            points += Double.isNaN(greatest) ? 0 : 1;
            worst = Double.isNaN(greatest) ? worst : Math.max(worst, greatest);
        }
        return new NumericalAgreement(points > 0 ? 1 : 0, points, worst, Optional.empty());
    }

    /** |claimed − derived| relative to the sizes of both; NaN where one is not real. */
    private static double gap(Expression claimed, Expression derived, double[] point) {
        double difference = claimed.approximately(variable -> point[variable.index()])
                - derived.approximately(variable -> point[variable.index()]);
        double size =
                claimed.size(variable -> point[variable.index()]) + derived.size(variable -> point[variable.index()]);
        return size == 0 ? 0 : Math.abs(difference) / size;
    }

    private static CoordinateProblem problem(Claim claim, CoordinateComparison comparison, SplittableRandom random) {
        SortedMap<String, String> functions = new TreeMap<>();
        claim.wording().functions().forEach((name, arity) -> functions.put(name, polynomial(arity, random)));
        SortedMap<String, Rational> parameters = new TreeMap<>();
        claim.subject().parameters().forEach((name, value) -> {
            boolean isSymbol = value.equals(name);
            parameters.put(name, isSymbol ? Rational.of(1, random.nextInt(2, 6)) : Rational.parse(value));
        });
        return new CoordinateProblem(ConcreteLosses.of(comparison.losses(), functions), functions, parameters);
    }

    /** A sum of monomials of degree 1, 2 and 3 with coefficients 1, 2 and 3. */
    private static String polynomial(int arity, SplittableRandom random) {
        List<String> arguments = CoordinateProblem.arguments(arity);
        return IntStream.rangeClosed(1, 3)
                .mapToObj(degree -> random.nextInt(1, 4) + "*"
                        + IntStream.range(0, degree)
                                .mapToObj(i -> arguments.get(random.nextInt(arity)))
                                .collect(Collectors.joining("*")))
                .collect(Collectors.joining(" + "));
    }

    private static Counterexample example(
            Claim claim, CoordinateProblem problem, double[] point, int power, Expression claimed, Expression derived) {
        List<String> coordinates = IntStream.range(0, point.length)
                .mapToObj(i -> rounded(point[i]))
                .toList();
        return problem.counterexample(
                claim,
                coordinates,
                power,
                rounded(claimed.approximately(variable -> point[variable.index()])),
                rounded(derived.approximately(variable -> point[variable.index()])));
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
