package org.modeq.symbolic.invariant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.expression.Product;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * A sum of products with coefficients in a ring, collected there: fractions in parameters that cancel are
 * gone before any is written out.
 */
final class CoefficientSum<E> {
    private final Ring<E> ring;
    private final List<String> parameters;
    private final SortedMap<Product, E> coefficients = new TreeMap<>();

    CoefficientSum(Ring<E> ring, Collection<String> parameters) {
        this.ring = ring;
        this.parameters = List.copyOf(parameters);
    }

    /** Adds weight · expression. */
    void add(E weight, Expression expression) {
        expression
                .terms()
                .forEach((product, number) -> coefficients.merge(product, ring.scale(number, weight), ring::add));
    }

    /** The sum with the parameters of the method as variables in front of all others. */
    Expression expression() {
        CoordinateReader reader = new CoordinateReader(List.of(), new UnknownFunctions(Map.of()));
        int place = UnknownFunctions.FIRST_SYMBOL;
        for (String name : parameters) {
            reader.name(name, Expression.variable(place++, name));
        }
        return Expression.sum(coefficients.entrySet().stream()
                .map(term -> written(reader, term.getValue()).multiply(Expression.of(term.getKey())))
                .toList());
    }

    private static Expression written(CoordinateReader reader, Object coefficient) {
        return coefficient instanceof Rational number
                ? Expression.of(number)
                : reader.read(coefficient.toString(), "a coefficient of the method");
    }
}
