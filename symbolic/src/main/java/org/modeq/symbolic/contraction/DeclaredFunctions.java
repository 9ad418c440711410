package org.modeq.symbolic.contraction;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/** The functions of coordinates that a formula may use, with their numbers of arguments. */
final class DeclaredFunctions {
    private static final int HIGHEST_DERIVATIVE = 12;

    private final SortedMap<String, Integer> arguments;

    /**
     * Functions by name.
     *
     * @throws IllegalArgumentException if a name is taken, or a number of arguments is not from 1 to 9
     */
    DeclaredFunctions(Map<String, Integer> arguments, Set<String> taken) {
        this.arguments = new TreeMap<>(arguments);
        this.arguments.forEach((name, count) -> {
            if (!name.matches("[A-Za-z][A-Za-z0-9]*") || count < 1 || count > AppliedFunction.MOST_ARGUMENTS) {
                throw new IllegalArgumentException("given a function called '" + name + "' of " + count
                        + " arguments, expected a letter, then letters and digits, and 1 to "
                        + AppliedFunction.MOST_ARGUMENTS + " arguments");
            }
            if (taken.contains(name) || FormulaFunctions.NAMES.contains(name) || name.equals("varphi")) {
                throw new IllegalArgumentException("given a function called '" + name + "', expected a name that is"
                        + " not that of a loss, field, parameter or function of the language; call it phi or psi");
            }
        });
    }

    boolean isDeclared(String spelling) {
        return arguments.containsKey(AppliedFunction.baseName(spelling));
    }

    /** The names that may be applied: those of the language, D and contract, and the declared ones. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(FormulaFunctions.NAMES);
        names.addAll(arguments.keySet());
        return names;
    }

    /** The value of φ^(k)(v) with arguments that a reader gives as vectors. */
    <E> TensorForm<E> value(Formula.Application application, Ring<E> ring, Function<Formula, TensorForm<E>> vectors) {
        String name = AppliedFunction.baseName(application.function());
        int count = arguments.getOrDefault(name, 0);
        if (application.arguments().size() != count) {
            throw FormulaMeaning.error(
                    application,
                    "given " + application.arguments().size() + " arguments of " + name + ", expected " + count);
        }
        List<TensorForm<Rational>> forms = new ArrayList<>();
        for (Formula argument : application.arguments()) {
            forms.add(rational(vectors.apply(argument), ring, argument, name));
        }
        try {
            List<Integer> orders = AppliedFunction.orders(application.function(), count);
            if (orders.stream().mapToInt(Integer::intValue).sum() > HIGHEST_DERIVATIVE) {
                throw new IllegalArgumentException("given a derivative of " + name + " of an order above "
                        + HIGHEST_DERIVATIVE + ", expected a lower one");
            }
            return new AppliedFunction(name, orders, forms).toForm(ring);
        } catch (IllegalArgumentException refused) {
            throw FormulaMeaning.error(application, String.valueOf(refused.getMessage()));
        }
    }

    /** A vector with rational coefficients in place of a ring's. */
    private static <E> TensorForm<Rational> rational(
            TensorForm<E> vector, Ring<E> ring, Formula written, String function) {
        SortedMap<TensorForm.Term, Rational> terms = new TreeMap<>();
        vector.terms().forEach((term, coefficient) -> terms.put(term, number(coefficient, ring, written, function)));
        return new TensorForm<>(RATIONALS, 1, terms);
    }

    private static <E> Rational number(E coefficient, Ring<E> ring, Formula written, String function) {
        try {
            Rational number = Rational.parse(coefficient.toString());
            if (ring.of(number).equals(coefficient)) {
                return number;
            }
        } catch (IllegalArgumentException notANumber) {
            // told below, with the place
        }
        throw FormulaMeaning.error(
                written,
                "given the coefficient " + coefficient + " in an argument of " + function
                        + ", expected numbers; make the parameter part of another function");
    }
}
