package org.modeq.symbolic.symja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Vector fields given by formulas in named variables; a loss A gives the field −∇A. */
public final class ConcreteFields {
    private static final int LONGEST_QUOTE = 60;

    private final Coordinates coordinates;
    private final SortedMap<Colour, List<IExpr>> fields = new TreeMap<>();

    /** What the fields are minus the gradients of; empty where components were given. */
    private final SortedMap<Colour, IExpr> losses = new TreeMap<>();

    private final Map<Derivative, IExpr> derivatives = new HashMap<>();

    /** A partial derivative of a component of a field; the indices of its variables are sorted. */
    private record Derivative(Colour field, int component, List<Integer> indices) {}

    private ConcreteFields(Coordinates coordinates) {
        this.coordinates = coordinates;
    }

    /**
     * Fields by their components.
     *
     * @param variables the names of the variables
     * @param components the formula of each component of each field; + − * / ^ and exp log sqrt sin cos tan tanh atan
     * @return the fields
     * @throws IllegalArgumentException if a formula does not parse, a name is unknown or a field has not one component
     *     for each variable
     */
    public static ConcreteFields ofComponents(List<String> variables, Map<Colour, List<String>> components) {
        ConcreteFields concrete = new ConcreteFields(new Coordinates(variables));
        new TreeMap<>(components).forEach((name, formulas) -> {
            if (formulas.size() != variables.size()) {
                throw new IllegalArgumentException("the field " + name + " has " + formulas.size()
                        + " components, expected one for each of the " + variables.size() + " variables "
                        + String.join(", ", variables));
            }
            concrete.fields.put(
                    name,
                    IntStream.range(0, formulas.size())
                            .mapToObj(i ->
                                    concrete.read(formulas.get(i), "component " + (i + 1) + " of the field " + name))
                            .toList());
        });
        return concrete;
    }

    /**
     * The fields −∇A of losses A.
     *
     * @param variables the names of the variables
     * @param losses the formula of each loss, in the same language
     * @return the fields, by the names of the losses
     * @throws IllegalArgumentException if a formula does not parse or a name is unknown
     */
    public static ConcreteFields ofLosses(List<String> variables, Map<Colour, String> losses) {
        ConcreteFields concrete = new ConcreteFields(new Coordinates(variables));
        new TreeMap<>(losses).forEach((name, formula) -> {
            IExpr loss = concrete.read(formula, "the loss " + name);
            concrete.losses.put(name, loss);
            concrete.fields.put(
                    name,
                    IntStream.range(0, variables.size())
                            .mapToObj(i ->
                                    concrete.coordinates.evaluate(F.Negate(concrete.coordinates.derivative(loss, i))))
                            .toList());
        });
        return concrete;
    }

    private IExpr read(String formula, String what) {
        try {
            return coordinates.read(formula);
        } catch (IllegalArgumentException | ArithmeticException badFormula) {
            String start = formula.length() <= LONGEST_QUOTE ? formula : formula.substring(0, LONGEST_QUOTE) + "…";
            throw new IllegalArgumentException(what + ", '" + start + "': " + badFormula.getMessage(), badFormula);
        }
    }

    /** {@return the number of variables} */
    public int dimension() {
        return coordinates.dimension();
    }

    /** {@return the names of the variables} */
    public List<String> variables() {
        return coordinates.names();
    }

    /** {@return the names of the fields} */
    public SortedSet<Colour> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(fields.keySet()));
    }

    /**
     * Elementary differentials at a point, in exact rationals.
     *
     * @param point the coordinates, numbers such as {@code -1/3}
     * @return the elementary differentials; asking for one throws an ArithmeticException if a derivative is not
     *     rational
     * @throws IllegalArgumentException if there is not one number for each variable
     * @throws ArithmeticException if a coordinate is not rational
     */
    public ElementaryDifferentials<Rational> exactAt(List<String> point) {
        return new ElementaryDifferentials<>(this, valuesAt(point));
    }

    /** Exact values at a point with rational coordinates. */
    ExactValues valuesAt(List<String> point) {
        List<IExpr> values = point(point);
        for (int i = 0; i < values.size(); i++) {
            SymjaExpression.toRational(
                    values.get(i), "the coordinate " + coordinates.names().get(i) + " = " + point.get(i));
        }
        return new ExactValues(coordinates, values);
    }

    /**
     * Elementary differentials at a point, each derivative rounded to a double.
     *
     * @param point the coordinates, numbers such as {@code -1/3} or {@code sqrt(2)}
     * @return the elementary differentials; asking for one throws an ArithmeticException if a derivative is not a
     *     finite real number
     * @throws IllegalArgumentException if there is not one number for each variable
     */
    public ElementaryDifferentials<Double> inDoublesAt(List<String> point) {
        return new ElementaryDifferentials<>(this, new DoubleValues(coordinates, point(point)));
    }

    /**
     * Elementary differentials as expressions in the variables, multiplied out.
     *
     * @return the elementary differentials; asking for one throws an ArithmeticException if a derivative is no real
     *     elementary expression, or if its products are too many
     */
    public ElementaryDifferentials<Expression> symbolic() {
        return new ElementaryDifferentials<>(this, new SymbolicValues(coordinates));
    }

    /**
     * The components of a field as expressions in the variables.
     *
     * @param field its name
     * @return one expression for each variable
     * @throws IllegalArgumentException if there is no field of this name
     * @throws ArithmeticException if a component is no real elementary expression
     */
    public List<Expression> expressions(Colour field) {
        SymbolicValues values = new SymbolicValues(coordinates);
        return components(field).stream()
                .map(component -> values.of(component, "the field " + field))
                .toList();
    }

    /**
     * The loss whose field −∇L a field is.
     *
     * @param field its name
     * @return L as an expression in the variables; empty if the field was given by components
     * @throws ArithmeticException if the loss is no real elementary expression
     */
    public Optional<Expression> loss(Colour field) {
        return Optional.ofNullable(losses.get(field))
                .map(loss -> new SymbolicValues(coordinates).of(loss, "the loss " + field));
    }

    /**
     * A point in doubles.
     *
     * @param point the coordinates, numbers such as {@code -1/3} or {@code sqrt(2)}
     * @return the coordinates, each rounded once
     * @throws IllegalArgumentException if there is not one number for each variable
     */
    public double[] inDoubles(List<String> point) {
        DoubleValues values = new DoubleValues(coordinates, point(point));
        return point(point).stream()
                .mapToDouble(coordinate -> values.of(coordinate, "a coordinate of the point"))
                .toArray();
    }

    private List<IExpr> point(List<String> point) {
        if (point.size() != dimension()) {
            throw new IllegalArgumentException(
                    "the point has " + point.size() + " coordinates, expected one for each of the " + dimension()
                            + " variables " + String.join(", ", coordinates.names()));
        }
        List<IExpr> values = new ArrayList<>();
        for (String coordinate : point) {
            try {
                values.add(coordinates.readNumber(coordinate));
            } catch (IllegalArgumentException | ArithmeticException notNumber) {
                throw new IllegalArgumentException(
                        "the coordinate '" + coordinate
                                + "' of the point is not a number; write it as 3, -1/2, 0.25 or sqrt(2)",
                        notNumber);
            }
        }
        return values;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /** The components of a field. */
    List<IExpr> components(Colour field) {
        List<IExpr> components = fields.get(field);
        if (components == null) {
            throw new IllegalArgumentException("given no field '" + field + "', expected one of " + fields.keySet());
        }
        return components;
    }

    /** ∂_{j₁} … ∂_{j_m} of a component of a field; m = 0 is the component itself. */
    IExpr derivative(Colour field, int component, List<Integer> indices) {
        if (indices.isEmpty()) {
            return components(field).get(component);
        }
        Derivative key = new Derivative(field, component, indices);
        IExpr known = derivatives.get(key);
        if (known == null) {
            int last = indices.size() - 1;
            known = coordinates.derivative(derivative(field, component, indices.subList(0, last)), indices.get(last));
            derivatives.put(key, known);
        }
        return known;
    }
}
