package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.modeq.symbolic.expression.Derivation;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.expression.Factor;

/** Unknown functions with the arguments at which they stand; their derivatives there are variables with negative places. */
final class UnknownFunctions {
    /** Symbols of a method stand in front of the jets. */
    static final int FIRST_SYMBOL = Integer.MIN_VALUE;

    private static final int FIRST_JET = -(1 << 30);
    private static final int MOST_FUNCTIONS = (1 << 30) / Jet.COUNT;
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+");

    private final SortedMap<String, Integer> arities = new TreeMap<>();
    private final List<String> names;
    private final Map<String, List<Expression>> arguments = new HashMap<>();
    private boolean isClosed;

    UnknownFunctions(Map<String, Integer> functions) {
        functions.forEach(this::declare);
        names = List.copyOf(arities.keySet());
        if (names.size() > MOST_FUNCTIONS) {
            throw new IllegalArgumentException(
                    "given " + names.size() + " unknown functions, expected at most " + MOST_FUNCTIONS);
        }
    }

    private void declare(String name, int arity) {
        if (!NAME.matcher(name).matches() || Derivation.FUNCTIONS.contains(name) || name.equals("D")) {
            throw new IllegalArgumentException("given an unknown function '" + name
                    + "', expected a name of letters from a to z or A to Z that is none of D, "
                    + String.join(", ", Derivation.FUNCTIONS));
        }
        if (arity < 1 || arity > Jet.MOST_ARGUMENTS) {
            throw new IllegalArgumentException("given the unknown function " + name + " with " + arity
                    + " arguments, expected 1 to " + Jet.MOST_ARGUMENTS);
        }
        arities.put(name, arity);
    }

    List<String> names() {
        return names;
    }

    int arity(String function) {
        return arities.getOrDefault(function, 0);
    }

    /** The derivative that a name means: {@code F}, {@code F''} or {@code F_12}. */
    Optional<Jet> named(String name) {
        return names.stream()
                .flatMap(function -> Jet.named(name, function, arity(function)).stream())
                .findFirst();
    }

    /** The arguments of a function, empty as long as it stands nowhere. */
    Optional<List<Expression>> arguments(String function) {
        return Optional.ofNullable(arguments.get(function));
    }

    /** Says at which arguments a function stands, once and for all, while the losses are read. */
    void stands(String function, List<Expression> at) {
        if (isClosed) {
            throw new AssertionError(function);
        }
        arguments.put(function, List.copyOf(at));
    }

    /** All losses are read. */
    void close() {
        isClosed = true;
    }

    boolean isClosed() {
        return isClosed;
    }

    /** A derivative at the arguments of its function. */
    Expression variable(Jet jet) {
        int arity = arity(jet.function());
        int place = FIRST_JET + names.indexOf(jet.function()) * Jet.COUNT + jet.rank(arity);
        return Expression.variable(place, jet.name(arity));
    }

    /** The derivative that a variable is, empty for coordinates and symbols of a method. */
    Optional<Jet> jet(Factor.Variable variable) {
        if (variable.index() >= 0 || variable.index() < FIRST_JET) {
            return Optional.empty();
        }
        int place = variable.index() - FIRST_JET;
        String function = names.get(place / Jet.COUNT);
        return Optional.of(Jet.ofRank(function, arity(function), place % Jet.COUNT));
    }

    /** ∂_i: 1 on the coordinate i, Σ_k F_{α+e_k} ∂_i g_k on F_α, 0 on the others. */
    Derivation by(int coordinate) {
        Map<String, List<Expression>> inner = new HashMap<>();
        return Derivation.withValues(variable -> {
            Optional<Jet> jet = jet(variable);
            if (jet.isEmpty()) {
                return variable.index() == coordinate ? Expression.ONE : Expression.ZERO;
            }
            List<Expression> slopes = inner.get(jet.get().function());
            if (slopes == null) {
                slopes = slopes(jet.get().function(), coordinate);
                inner.put(jet.get().function(), slopes);
            }
            return chain(jet.get(), slopes);
        });
    }

    private Expression chain(Jet jet, List<Expression> slopes) {
        List<Expression> sum = new ArrayList<>();
        for (int k = 0; k < slopes.size(); k++) {
            if (!slopes.get(k).isZero()) {
                sum.add(variable(jet.derivative(k)).multiply(slopes.get(k)));
            }
        }
        return Expression.sum(sum);
    }

    private List<Expression> slopes(String function, int coordinate) {
        return arguments(function).orElseThrow(() -> new AssertionError(function)).stream()
                .map(argument -> by(coordinate).apply(argument))
                .toList();
    }
}
