package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.modeq.numeric.evaluate.DirectionalDerivative;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.circuit.CircuitEquation;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.circuit.CircuitMethod.Kind;
import org.modeq.symbolic.circuit.CircuitMethod.Rule;
import org.modeq.symbolic.circuit.CircuitNode;
import org.modeq.symbolic.circuit.Filter;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.Slot;

/**
 * The modified field of a circuit at a point, in doubles: F(t) applies at each node the derivative of its function, at the base values, to
 * what the children are worth.
 */
public final class CircuitEvaluator {
    private final CircuitMethod method;
    private final VectorField gradient;
    private final double[] theta;
    private final Map<Colour, double[]> bases = new HashMap<>();
    private final Map<Colour, CircuitFunction> functions = new HashMap<>();
    private final Map<RootedTree, double[]> known = new HashMap<>();

    private CircuitEvaluator(CircuitMethod method, VectorField gradient, double... theta) {
        this.method = method;
        this.gradient = gradient;
        this.theta = theta;
    }

    /**
     * The equation of an optimizer whose parameters are all numbers.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @return the equation over ℚ
     * @throws IllegalArgumentException if a parameter is a symbol, N &lt; 1 or the trees do not fit into memory
     */
    @SuppressWarnings("unchecked") // the ring is the field of rationals
    public static CircuitEquation<Rational> equation(CircuitMethod method, int order) {
        List<String> symbols = method.parameters().keySet().stream()
                .filter(name -> !method.given().containsKey(name))
                .toList();
        if (!symbols.isEmpty()) {
            throw new IllegalArgumentException("given " + method.name() + " with the symbols " + symbols
                    + ", expected numbers for them; add --param NAME=VALUE");
        }
        CircuitEquation<?> equation = method.equation(order);
        if (equation.ring() != Rationals.RATIONALS) {
            throw new AssertionError(method);
        }
        return (CircuitEquation<Rational>) equation;
    }

    /**
     * The terms of the field.
     *
     * @param method the optimizer
     * @param equation its equation
     * @param descent −∇L with all its derivatives
     * @param theta θ
     * @return b(t)/σ(t) F(t) by power of h, in the order of the terms of the equation
     * @throws ArithmeticException if a function has no value or derivative there
     */
    public static List<List<double[]>> terms(
            CircuitMethod method, CircuitEquation<Rational> equation, VectorField descent, double[] theta) {
        CircuitEvaluator evaluator = new CircuitEvaluator(method, descent.scaled(-1), theta.clone());
        List<List<double[]>> terms = new ArrayList<>();
        for (int power = 0; power < equation.order(); power++) {
            List<double[]> ofPower = new ArrayList<>();
            for (Term<Rational> term : equation.terms(power)) {
                double[] value = evaluator.value(term.tree()).clone();
                Euclidean.scale(value, term.coefficient().doubleValue());
                ofPower.add(value);
            }
            terms.add(ofPower);
        }
        return terms;
    }

    /** F(t). */
    private double[] value(RootedTree tree) {
        double[] value = known.get(tree);
        if (value == null) {
            List<double[]> children = tree.children().stream().map(this::value).toList();
            Rule rule = method.rule(tree.colour());
            value = rule.kind() == Kind.GRADIENT
                    ? DirectionalDerivative.of(gradient, theta, children)
                    : applied(tree, rule, children);
            known.put(tree, value);
        }
        return value;
    }

    /** The derivative of a function, coordinate by coordinate; of a total their sum in every coordinate. */
    private double[] applied(RootedTree tree, Rule rule, List<double[]> children) {
        List<Integer> orders = slots(tree.colour()).stream()
                .map(slot -> (int) tree.plantedChildren().stream()
                        .map(PlantedTree::slot)
                        .filter(slot::equals)
                        .count())
                .toList();
        double[] value = functionAt(tree.colour(), orders);
        for (double[] child : children) {
            for (int i = 0; i < value.length; i++) {
                value[i] *= child[i];
            }
        }
        if (rule.kind() == Kind.TOTAL) {
            Arrays.fill(value, Arrays.stream(value).sum());
        }
        return value;
    }

    private List<Slot> slots(Colour node) {
        return List.copyOf(nodeOf(node).inputs().keySet());
    }

    private CircuitNode nodeOf(Colour node) {
        CircuitNode found = method.circuit().nodes().get(node);
        if (found == null) {
            throw new AssertionError(node);
        }
        return found;
    }

    /** A derivative of the function of a node at the base values of its slots. */
    private double[] functionAt(Colour name, List<Integer> orders) {
        CircuitNode node = nodeOf(name);
        List<double[]> arguments = new ArrayList<>();
        node.inputs().values().forEach(input -> {
            double[] sum = new double[theta.length];
            input.sources().forEach(source -> Euclidean.add(sum, total(input.filter()), base(source)));
            arguments.add(sum);
        });
        CircuitFunction function = functions.computeIfAbsent(
                name,
                colour -> CircuitFunction.of(
                        method.rule(colour).formula(),
                        slots(colour).stream().map(Slot::name).toList()));
        return IntStream.range(0, theta.length)
                .mapToDouble(i -> function.valueAt(
                        orders, arguments.stream().map(argument -> argument[i]).toList(), method.given()))
                .toArray();
    }

    /** What a signal is when θ stands still. */
    private double[] base(Colour name) {
        double[] base = bases.get(name);
        if (base == null) {
            Rule rule = method.rule(name);
            base = rule.kind() == Kind.GRADIENT
                    ? gradient.at(theta).clone()
                    : functionAt(name, slots(name).stream().map(slot -> 0).toList());
            if (rule.kind() == Kind.TOTAL) {
                Arrays.fill(base, Arrays.stream(base).sum());
            }
            Euclidean.scale(base, total(nodeOf(name).output()));
            bases.put(name, base);
        }
        return base;
    }

    /** A(0), in numbers: the memories with symbols are gone where every parameter is given. */
    private double total(Filter filter) {
        SortedMap<String, Rational> given = method.given();
        return filter.coefficients(0).get(0).evaluate(given).doubleValue();
    }
}
