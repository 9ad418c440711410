package org.modeq.numeric.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;

/**
 * A problem given by formulas.
 *
 * @param name how errors call it
 * @param fields its fields, minus the gradient where losses are given
 * @param point the coordinates of its point as they are written; none if it has no point
 */
public record FormulaProblem(String name, ConcreteFields fields, List<String> point) {
    /**
     * A problem.
     *
     * @param name how errors call it
     * @param fields its fields, minus the gradient where losses are given
     * @param point the coordinates of its point as they are written; none if it has no point
     */
    public FormulaProblem {
        point = List.copyOf(point);
    }

    /**
     * Which field of the problem each field of a method is.
     *
     * <p>The only field f of a method such as gd is the only field of the problem, or the one chosen; the fields of
     * other methods are those of the same names.
     *
     * @param method the method
     * @param chosen the name of the field that f is, empty for the only one
     * @return the name in the problem of a field of the method
     * @throws IllegalArgumentException if the problem has not the fields that the method needs
     */
    public UnaryOperator<Colour> meaning(Method<Rational> method, Optional<String> chosen) {
        boolean isUnnamed = method.fields().size() == 1 && method.fields().contains(Colour.F);
        if (isUnnamed) {
            Colour only = chosen.map(this::known).orElseGet(() -> only(method));
            return field -> only;
        }
        if (chosen.isPresent()) {
            throw new IllegalArgumentException("given the field '" + chosen.get() + "' for " + method.name()
                    + ", which names its fields itself; leave out --field");
        }
        for (Colour field : method.fields()) {
            if (!fields.names().contains(field)) {
                throw new IllegalArgumentException(method.name() + " needs " + method.fields() + ", but " + name
                        + " has " + fields.names() + "; add " + field + " or rename it");
            }
        }
        return UnaryOperator.identity();
    }

    private Colour only(Method<Rational> method) {
        if (fields.names().size() != 1) {
            throw new IllegalArgumentException(
                    method.name() + " takes one loss or field, but " + name + " has " + fields.names()
                            + "; choose one, as in --field " + fields.names().first());
        }
        return fields.names().first();
    }

    private Colour known(String text) {
        return fields.names().stream()
                .filter(field -> field.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown field '" + text + "', expected one of " + fields.names() + ", those of " + name));
    }

    /**
     * Elementary differentials at the point, exactly.
     *
     * @return the elementary differentials
     * @throws IllegalArgumentException if the problem has no point
     * @throws ArithmeticException if the point is not rational
     */
    public ElementaryDifferentials<Rational> exact() {
        return fields.exactAt(requiredPoint());
    }

    /**
     * Elementary differentials at the point, in doubles.
     *
     * @return the elementary differentials
     * @throws IllegalArgumentException if the problem has no point
     */
    public ElementaryDifferentials<Double> inDoubles() {
        return fields.inDoublesAt(requiredPoint());
    }

    /** {@return elementary differentials as expressions in the variables, for which no point is needed} */
    public ElementaryDifferentials<Expression> symbolic() {
        return fields.symbolic();
    }

    private List<String> requiredPoint() {
        if (point.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " has no 'point'; expected a list with one number for each of the variables "
                            + String.join(", ", fields.variables()) + ", as in point: [1/2, -1/3]");
        }
        return point;
    }
}
