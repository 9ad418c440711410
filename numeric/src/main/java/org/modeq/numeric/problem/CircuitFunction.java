package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modeq.symbolic.expression.Derivation;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.tree.Colour;

/** A function of the slots of a node and of parameters by its formula, with its derivatives in the slots. */
final class CircuitFunction {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]*");
    private static final Colour FUNCTION = new Colour("U");
    private static final int HIGHEST_DEGREE = 6;

    private final List<String> slots;
    private final SortedSet<String> parameters;
    private final Map<List<Integer>, Expression> derivatives = new HashMap<>();

    private CircuitFunction(List<String> slots, SortedSet<String> parameters, Expression expression) {
        this.slots = List.copyOf(slots);
        this.parameters = parameters;
        derivatives.put(slots.stream().map(slot -> 0).toList(), expression);
    }

    /** Reads a formula; what is neither a slot nor a function is a parameter. */
    static CircuitFunction of(String formula, List<String> slots) {
        SortedSet<String> parameters = new TreeSet<>();
        Matcher names = NAME.matcher(formula);
        while (names.find()) {
            String name = names.group();
            if (!slots.contains(name) && !Derivation.FUNCTIONS.contains(name) && !name.equals("sqrt")) {
                parameters.add(name);
            }
        }
        List<String> variables = new ArrayList<>(slots);
        variables.addAll(parameters);
        Expression expression = ConcreteFields.ofLosses(variables, Map.of(FUNCTION, formula))
                .loss(FUNCTION)
                .orElseThrow(() -> new IllegalArgumentException("given the formula '" + formula
                        + "', expected a smooth function of " + String.join(", ", slots)));
        return new CircuitFunction(slots, parameters, expression);
    }

    SortedSet<String> parameters() {
        return parameters;
    }

    /** The degree in the slots where the function is a polynomial in them, at least 1. */
    Optional<Integer> degree() {
        List<Expression> highest =
                List.of(derivative(slots.stream().map(slot -> 0).toList()));
        for (int k = 0; k <= HIGHEST_DEGREE; k++) {
            List<Expression> next = new ArrayList<>();
            for (Expression expression : highest) {
                for (int i = 0; i < slots.size(); i++) {
                    Expression derivative = expression.derivative(i);
                    if (!derivative.isZero() && !next.contains(derivative)) {
                        next.add(derivative);
                    }
                }
            }
            if (next.isEmpty()) {
                return Optional.of(Math.max(1, k));
            }
            highest = next;
        }
        return Optional.empty();
    }

    private Expression derivative(List<Integer> orders) {
        Expression known = derivatives.get(orders);
        if (known == null) {
            int place = 0;
            while (orders.get(place) == 0) {
                place++;
            }
            List<Integer> lower = new ArrayList<>(orders);
            lower.set(place, orders.get(place) - 1);
            known = derivative(List.copyOf(lower)).derivative(place);
            derivatives.put(List.copyOf(orders), known);
        }
        return known;
    }

    /** A derivative at the values of the slots. */
    double valueAt(List<Integer> orders, List<Double> at, SortedMap<String, Rational> given) {
        double value = derivative(orders)
                .approximately(variable -> slots.contains(variable.name())
                        ? at.get(slots.indexOf(variable.name()))
                        : Objects.requireNonNull(given.get(variable.name())).doubleValue());
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("the derivative " + orders + " of the function of " + slots
                    + " has no value at " + at + "; choose another point");
        }
        return value;
    }
}
