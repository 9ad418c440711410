package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.symbolic.contraction.TensorRelation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFunction;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;

/**
 * Small polynomial problems that obey the conditions of a claim, drawn at random, the simplest first.
 *
 * <p>Quadratic losses have degree 2, commuting Hessians come from losses that are sums over the coordinates, and a player of a
 * game moves its own coordinates alone.
 */
final class SmallProblems {
    private static final List<String> VARIABLES = List.of("x", "y", "z");
    private static final int LOW_DEGREE = 3;
    private static final int TRIES_PER_SIZE = 12;

    private final ClaimLanguage language;
    private final List<String> names;
    private final int degree;
    private final SortedMap<String, List<Integer>> functions;
    private final Assumptions assumptions;
    private final SplittableRandom random;

    /** Losses or fields and functions of coordinates by name, with numbers for the parameters, and a point. */
    record Problem(
            List<String> variables,
            SortedMap<Colour, String> losses,
            SortedMap<Colour, List<String>> fields,
            SortedMap<String, ConcreteFunction> functions,
            SortedMap<String, Rational> parameters,
            List<Rational> point) {
        ConcreteProblem concrete() {
            return new ConcreteProblem(variables, losses, fields, functions, point);
        }
    }

    /** Problems with losses or fields of given names and up to a degree, and functions with derivatives up to given orders. */
    SmallProblems(
            ClaimLanguage language,
            List<String> names,
            int degree,
            SortedMap<String, List<Integer>> functions,
            Assumptions assumptions,
            SplittableRandom random) {
        this.functions = functions;
        this.language = language;
        this.names = List.copyOf(names);
        this.degree = degree;
        this.assumptions = assumptions;
        this.random = random;
    }

    /** The fewest variables that make sense: one, or one for each player of a game. */
    int leastDimension() {
        return isGame() ? Math.min(names.size(), VARIABLES.size()) : 1;
    }

    static int greatestDimension() {
        return VARIABLES.size();
    }

    /** A problem; polynomials grow from one term to three with the number of the attempt. */
    Problem draw(int dimension, int attempt) {
        int size = 1 + attempt / TRIES_PER_SIZE;
        boolean isLow = attempt % TRIES_PER_SIZE < TRIES_PER_SIZE / 2;
        List<String> variables = VARIABLES.subList(0, dimension);
        SortedMap<Colour, String> losses = new TreeMap<>();
        SortedMap<Colour, List<String>> fields = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (language.isLoss(names.get(i))) {
                losses.put(new Colour(names.get(i)), polynomial(variables, size, highest(isLow, 0), isSeparable()));
            } else {
                fields.put(new Colour(names.get(i)), components(variables, size, highest(isLow, 1), i));
            }
        }
        List<Rational> point = variables.stream()
                .map(variable -> Rational.of(attempt < TRIES_PER_SIZE ? 1 : random.nextInt(1, 3)))
                .toList();
        return new Problem(variables, losses, fields, functions(size, isLow), parameters(), point);
    }

    /** A polynomial for each function, which the highest derivative that occurs does not make 0 always. */
    private SortedMap<String, ConcreteFunction> functions(int size, boolean isLow) {
        SortedMap<String, ConcreteFunction> drawn = new TreeMap<>();
        functions.forEach((name, orders) -> {
            int highest = orders.stream().mapToInt(Integer::intValue).sum() + (isLow ? 1 : LOW_DEGREE);
            List<String> arguments = arguments(orders.size());
            drawn.put(name, ConcreteFunction.of(arguments, polynomial(arguments, size, highest, false)));
        });
        return drawn;
    }

    /** t, or s and t, or t1, t2, t3 and so on. */
    private static List<String> arguments(int count) {
        return count <= 2
                ? List.of("s", "t").subList(2 - count, 2)
                : IntStream.rangeClosed(1, count).mapToObj(i -> "t" + i).toList();
    }

    private boolean isGame() {
        return language.isGame() && !language.hasLosses();
    }

    private List<String> components(List<String> variables, int size, int highest, int player) {
        List<String> components = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            boolean isOwn = !isGame() || i % names.size() == player;
            components.add(isOwn ? polynomial(variables, size, highest, isSeparable()) : "0");
        }
        return components;
    }

    private SortedMap<String, Rational> parameters() {
        SortedMap<String, Rational> values = new TreeMap<>();
        // The factors of momentum lie between 0 and 1; all else may be a number of repetitions.
        language.parameters().stream()
                .filter(name -> !ExponentialPowers.isOne(name))
                .forEach(name -> {
                    Rational number = Rational.of(random.nextInt(2, 5));
                    values.put(name, name.startsWith("beta") ? number.reciprocal() : number);
                });
        language.parameters().stream()
                .filter(ExponentialPowers::isOne)
                .forEach(name -> values.put(name, ExponentialPowers.value(name, values)));
        return assumptions.obeying(values);
    }

    /** The degree of losses, or that of fields, which are their first derivatives. */
    private int highest(boolean isLow, int derivatives) {
        if (assumptions.has(TensorRelation.LINEAR_FIELDS)) {
            return 2 - derivatives;
        }
        return isLow ? LOW_DEGREE - derivatives : degree;
    }

    /** A monomial, or a sum of different ones with coefficients 1 and 2. */
    private String polynomial(List<String> variables, int size, int highest, boolean isSeparable) {
        SortedMap<String, Integer> terms = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            terms.put(
                    monomial(variables, random.nextInt(1, highest + 1), isSeparable),
                    size > 1 && random.nextInt(4) == 0 ? 2 : 1);
        }
        return String.join(
                " + ",
                terms.entrySet().stream()
                        .map(term -> (term.getValue() == 1 ? "" : term.getValue() + "*") + term.getKey())
                        .toList());
    }

    private boolean isSeparable() {
        return assumptions.has(TensorRelation.COMMUTING_HESSIANS);
    }

    private String monomial(List<String> variables, int degree, boolean isSeparable) {
        int[] exponents = new int[variables.size()];
        int only = random.nextInt(exponents.length);
        for (int k = 0; k < degree; k++) {
            exponents[isSeparable ? only : random.nextInt(exponents.length)]++;
        }
        List<String> factors = new ArrayList<>();
        for (int k = 0; k < exponents.length; k++) {
            if (exponents[k] > 0) {
                factors.add(variables.get(k) + (exponents[k] == 1 ? "" : "^" + exponents[k]));
            }
        }
        return String.join("*", factors);
    }
}
