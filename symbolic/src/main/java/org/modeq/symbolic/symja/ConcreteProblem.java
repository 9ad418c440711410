package org.modeq.symbolic.symja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.contraction.TensorValues;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Losses and fields given as formulas, a point with rational coordinates, and functions of coordinates; contractions on them are
 * exact.
 */
public final class ConcreteProblem implements TensorValues {
    private final List<String> variables;
    private final ElementaryDifferentials<Rational> gradients;
    private final ElementaryDifferentials<Rational> values;
    private final ElementaryDifferentials<Rational> fields;
    private final SortedMap<String, ConcreteFunction> functions;

    /**
     * A problem.
     *
     * @param variables the names of the variables
     * @param losses the formula of each loss in these variables; + − * / ^ and exp log sqrt sin cos tan tanh atan
     * @param fields the formulas of the components of each field that is no gradient
     * @param point the coordinates of the point, one for each variable
     * @throws IllegalArgumentException if a formula does not parse, a name is unknown or the dimensions differ
     */
    public ConcreteProblem(
            List<String> variables,
            Map<Colour, String> losses,
            Map<Colour, List<String>> fields,
            List<Rational> point) {
        this(variables, losses, fields, new TreeMap<>(), point);
    }

    /**
     * A problem with functions of coordinates.
     *
     * @param variables the names of the variables
     * @param losses the formula of each loss in these variables; + − * / ^ and exp log sqrt sin cos tan tanh atan
     * @param fields the formulas of the components of each field that is no gradient
     * @param functions the functions by name
     * @param point the coordinates of the point, one for each variable
     * @throws IllegalArgumentException if a formula does not parse, a name is unknown or the dimensions differ
     */
    public ConcreteProblem(
            List<String> variables,
            Map<Colour, String> losses,
            Map<Colour, List<String>> fields,
            Map<String, ConcreteFunction> functions,
            List<Rational> point) {
        this.functions = new TreeMap<>(functions);
        this.variables = List.copyOf(variables);
        List<String> coordinates = point.stream().map(Rational::toString).toList();
        SortedMap<Colour, List<String>> constants = new TreeMap<>();
        losses.forEach((name, loss) -> constants.put(name, Collections.nCopies(variables.size(), loss)));
        this.gradients = ConcreteFields.ofLosses(variables, losses).exactAt(coordinates);
        this.values = ConcreteFields.ofComponents(variables, constants).exactAt(coordinates);
        this.fields = ConcreteFields.ofComponents(variables, fields).exactAt(coordinates);
    }

    /**
     * A problem with losses alone.
     *
     * @param variables the names of the variables
     * @param losses the formula of each loss
     * @param point the coordinates of the point
     * @throws IllegalArgumentException if a formula does not parse, a name is unknown or the dimensions differ
     */
    public ConcreteProblem(List<String> variables, Map<Colour, String> losses, List<Rational> point) {
        this(variables, losses, new HashMap<>(), point);
    }

    @Override
    public int dimension() {
        return variables.size();
    }

    @Override
    public Rational derivative(String loss, List<Integer> indices) {
        Colour colour = new Colour(loss);
        return indices.isEmpty()
                ? values.derivative(colour, 0, List.of())
                : gradients
                        .derivative(colour, indices.get(0), indices.subList(1, indices.size()))
                        .negate();
    }

    @Override
    public Rational derivative(String field, int component, List<Integer> indices) {
        return fields.derivative(new Colour(field), component, indices);
    }

    @Override
    public Rational functionDerivative(String function, List<Integer> orders, List<Rational> arguments) {
        ConcreteFunction concrete = functions.get(function);
        if (concrete == null) {
            throw new IllegalArgumentException(
                    "given no formula of the function " + function + ", expected one of " + functions.keySet());
        }
        return concrete.derivative(orders, arguments);
    }

    /**
     * The contraction G(t) of losses at the point.
     *
     * @param tree t
     * @return its d components
     * @throws IllegalArgumentException if a colour of the tree names no loss
     * @throws ArithmeticException if a derivative at the point is not rational
     */
    public List<Rational> contraction(RootedTree tree) {
        List<Rational> differential = gradients.of(tree);
        return tree.order() % 2 == 0
                ? differential
                : differential.stream().map(Rational::negate).toList();
    }

    /**
     * The value of a form, as polynomials in h.
     *
     * @param form a scalar, a vector or a matrix
     * @return its components row by row: 1, d or d² of them
     * @throws ArithmeticException if a derivative at the point is not rational
     */
    public List<Polynomial> value(TensorForm<Rational> form) {
        List<Polynomial> sum =
                new ArrayList<>(Collections.nCopies((int) Math.pow(dimension(), form.rank()), Polynomial.ZERO));
        form.terms().forEach((term, coefficient) -> {
            List<Rational> components = term.graph().value(this);
            for (int i = 0; i < components.size(); i++) {
                Rational value = coefficient.multiply(components.get(i));
                sum.set(i, sum.get(i).add(Polynomial.monomial(value, term.power())));
            }
        });
        return List.copyOf(sum);
    }
}
