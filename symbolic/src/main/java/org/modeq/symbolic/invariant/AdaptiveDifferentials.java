package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Elementary differentials of an adaptive method in coordinates, for the loss L: with g = ∇L and q = g⊙g
 * <pre>
 *   F(u[…]) = −∂ᵏU(g, q) ⊙ children,  F(w) = −λθ,  F(w[t]) = −λF(t),
 *   F(g[…]) = ∇^(k+1)L[children],     F(q[x]) = 2 g⊙x,  F(q[x,y]) = 2 x⊙y.
 * </pre>
 * Each tree is reckoned once.
 */
final class AdaptiveDifferentials {
    private static final Colour GRADIENT = new Colour("g");
    private static final Colour SQUARE = new Colour("q");
    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational TWO = Rational.of(2);

    /** The places of the arguments of U. */
    private static final Map<String, Integer> SLOTS = Map.of("m", 0, "v", 1, "a", 2);

    private final CoordinateLosses losses;
    private final Expression decay;
    private final List<PartialDerivatives> gradient = new ArrayList<>();
    private final List<Expression> base = new ArrayList<>();
    private final Map<List<Integer>, Expression> updates = new HashMap<>();
    private final Map<RootedTree, List<Expression>> known = new HashMap<>();

    AdaptiveDifferentials(AdaptiveMethod method, CoordinateLosses losses, Map<String, Expression> parameters) {
        this.losses = losses;
        this.decay = parameters.getOrDefault(AdaptiveMethod.DECAY, Expression.ZERO);
        for (Expression component : new PartialDerivatives(losses, losses.loss(Colour.F)).descent()) {
            Expression ascent = component.scaled(CoordinateReader.MINUS_ONE);
            gradient.add(new PartialDerivatives(losses, ascent));
            base.add(ascent);
        }
        updates.put(List.of(), update(method, parameters.getOrDefault(AdaptiveMethod.EPSILON, Expression.ZERO)));
    }

    /** U(m, v) = m/√(v+ε) or m/(√v+ε), with v − a² in place of v if the method is centred. */
    private static Expression update(AdaptiveMethod method, Expression epsilon) {
        Expression m = Expression.variable(0, "m");
        Expression v = Expression.variable(1, "v");
        Expression a = Expression.variable(2, "a");
        Expression square = method.isCentred() ? v.add(a.multiply(a).scaled(CoordinateReader.MINUS_ONE)) : v;
        Expression denominator = method.place() == EpsilonPlace.INSIDE
                ? square.add(epsilon).power(HALF)
                : square.power(HALF).add(epsilon);
        return m.multiply(denominator.power(CoordinateReader.MINUS_ONE));
    }

    /** The components of F(t). */
    List<Expression> of(RootedTree tree) {
        List<Expression> differential = known.get(tree);
        if (differential == null) {
            List<List<Expression>> children =
                    tree.children().stream().map(this::of).toList();
            differential = IntStream.range(0, gradient.size())
                    .mapToObj(i -> component(tree, children, i))
                    .toList();
            known.put(tree, differential);
        }
        return differential;
    }

    private Expression component(RootedTree tree, List<List<Expression>> children, int i) {
        if (tree.colour().equals(GRADIENT)) {
            return gradient.get(i).along(children);
        }
        Expression product = children.stream().map(child -> child.get(i)).reduce(Expression.ONE, Expression::multiply);
        if (tree.colour().equals(SQUARE)) {
            Expression inner = children.size() == 1 ? base.get(i) : Expression.ONE;
            return inner.multiply(product).scaled(TWO);
        }
        if (tree.colour().equals(AdaptiveMethod.DECAY_NODE)) {
            Expression moved = children.isEmpty()
                    ? Expression.variable(i, losses.variables().get(i))
                    : product;
            return decay.multiply(moved).scaled(CoordinateReader.MINUS_ONE);
        }
        List<Integer> slots = tree.plantedChildren().stream()
                .map(child -> SLOTS.getOrDefault(child.slot().name(), -1))
                .sorted()
                .toList();
        return atBase(updateBy(slots), i).multiply(product).scaled(CoordinateReader.MINUS_ONE);
    }

    /** The derivative of U by some of its arguments. */
    private Expression updateBy(List<Integer> slots) {
        Expression derivative = updates.get(slots);
        if (derivative == null) {
            int last = slots.size() - 1;
            derivative = updateBy(slots.subList(0, last)).derivative(slots.get(last));
            updates.put(List.copyOf(slots), derivative);
        }
        return derivative;
    }

    /** With g_i for m and a, and g_i² for v. */
    private Expression atBase(Expression derivative, int i) {
        Expression slope = base.get(i);
        Expression square = slope.multiply(slope);
        return derivative.substituted(variable -> switch (variable.index()) {
            case 0, 2 -> slope;
            case 1 -> square;
            default -> Expression.variable(variable.index(), variable.name());
        });
    }
}
