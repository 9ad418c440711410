package org.modeq.symbolic.symja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Rational;

/** A function of numbers given by a formula, with exact derivatives: φ(t) = t² has φ′(3) = 6. */
public final class ConcreteFunction {
    private final List<String> variables;
    private final String formula;
    private final Coordinates coordinates;
    private final Map<List<Integer>, IExpr> derivatives = new HashMap<>();
    private final Map<Place, Rational> values = new HashMap<>();

    /** A derivative at a point. */
    private record Place(List<Integer> orders, List<Rational> at) {}

    private ConcreteFunction(List<String> variables, String formula) {
        this.variables = List.copyOf(variables);
        this.formula = formula;
        this.coordinates = new Coordinates(variables);
        derivatives.put(variables.stream().map(variable -> 0).toList(), coordinates.read(formula));
    }

    /**
     * A function by its formula.
     *
     * @param variables the names of its arguments
     * @param formula the formula in them; + − * / ^ and exp log sqrt sin cos tan tanh atan
     * @return the function
     * @throws IllegalArgumentException if the formula does not parse or has an unknown name, or no variable is given
     */
    public static ConcreteFunction of(List<String> variables, String formula) {
        return new ConcreteFunction(variables, formula);
    }

    /** {@return the names of its arguments} */
    public List<String> variables() {
        return variables;
    }

    /** {@return the formula} */
    public String formula() {
        return formula;
    }

    /**
     * A partial derivative at a point.
     *
     * @param orders k₁, …, kₙ, one for each argument
     * @param at the arguments, numbers
     * @return (∂₁^k₁ … ∂ₙ^kₙ U)(a, b, …)
     * @throws IllegalArgumentException if there is not one order and one number for each argument
     * @throws ArithmeticException if the value is not rational
     */
    public Rational derivative(List<Integer> orders, List<Rational> at) {
        if (orders.size() != variables.size() || at.size() != variables.size()) {
            throw new IllegalArgumentException("given " + at.size() + " arguments of " + formula + " and "
                    + orders.size() + " orders of its derivative, expected one for each of "
                    + String.join(", ", variables));
        }
        return values.computeIfAbsent(new Place(List.copyOf(orders), List.copyOf(at)), this::value);
    }

    private Rational value(Place place) {
        List<IExpr> point = place.at().stream()
                .map(number -> coordinates.readNumber("(" + number + ")"))
                .toList();
        return new ExactValues(coordinates, point).of(derivative(place.orders()), "a derivative of " + formula);
    }

    private IExpr derivative(List<Integer> orders) {
        IExpr known = derivatives.get(orders);
        if (known == null) {
            int place = 0;
            while (orders.get(place) == 0) {
                place++;
            }
            List<Integer> lower = new ArrayList<>(orders);
            lower.set(place, orders.get(place) - 1);
            known = coordinates.derivative(derivative(List.copyOf(lower)), place);
            derivatives.put(orders, known);
        }
        return known;
    }
}
