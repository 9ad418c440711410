package org.modeq.symbolic.symja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Elementary differentials of concrete fields: F(•) = f, F([t₁ … t_m]) = f⁽ᵐ⁾(F(t₁), …, F(t_m)), in components
 * <pre>
 *   F(t)_i = Σ_{j₁…j_m} ∂_{j₁} … ∂_{j_m} f_i · F(t₁)_{j₁} … F(t_m)_{j_m}.
 * </pre>
 * Butcher (2008), section 310. Values and derivatives are kept, so each tree is reckoned once.
 *
 * @param <E> what they are reckoned in: exact rationals, doubles, or expressions in the variables
 */
public final class ElementaryDifferentials<E> {
    private final ConcreteFields fields;
    private final ExpressionValues<E> values;
    private final Ring<E> ring;
    private final Map<Component, E> derivatives = new HashMap<>();
    private final Map<RootedTree, List<E>> known = new HashMap<>();

    /** A partial derivative of a component of a field; the indices of its variables are sorted. */
    private record Component(Colour field, int component, List<Integer> indices) {}

    ElementaryDifferentials(ConcreteFields fields, ExpressionValues<E> values) {
        this.fields = fields;
        this.values = values;
        this.ring = values.ring();
    }

    /**
     * The elementary differential F(t).
     *
     * <p>Cost: at most d^(m+1) products for a vertex with m children in d variables; derivatives that vanish
     * identically end their branch.
     *
     * @param tree t, its colours names of fields
     * @return its d components
     * @throws IllegalArgumentException if there is no field of a colour of the tree
     * @throws ArithmeticException if a derivative has no value of this kind
     */
    public List<E> of(RootedTree tree) {
        List<E> value = known.get(tree);
        if (value == null) {
            List<List<E>> directions = tree.children().stream().map(this::of).toList();
            value = IntStream.range(0, fields.dimension())
                    .mapToObj(i -> contract(tree.colour(), i, List.of(), directions))
                    .toList();
            known.put(tree, value);
        }
        return value;
    }

    /**
     * A linear combination of elementary differentials.
     *
     * @param weights w(t) by tree
     * @return the d components of Σ w(t) F(t)
     * @throws ArithmeticException if a derivative has no value of this kind
     */
    public List<E> sum(Map<RootedTree, Rational> weights) {
        List<E> sum = new ArrayList<>(Collections.nCopies(fields.dimension(), ring.zero()));
        weights.forEach((tree, weight) -> {
            if (!weight.isZero()) {
                List<E> components = of(tree);
                E factor = ring.of(weight);
                for (int i = 0; i < components.size(); i++) {
                    sum.set(i, ring.add(sum.get(i), ring.multiply(factor, components.get(i))));
                }
            }
        });
        return List.copyOf(sum);
    }

    /** Σ over the indices that are still free of ∂…f_i times the directions. */
    private E contract(Colour field, int component, List<Integer> indices, List<List<E>> directions) {
        if (fields.derivative(field, component, indices).isZero()) {
            return ring.zero();
        }
        if (directions.isEmpty()) {
            return derivative(field, component, indices);
        }
        E sum = ring.zero();
        for (int j = 0; j < fields.dimension(); j++) {
            E factor = directions.get(0).get(j);
            if (!factor.equals(ring.zero())) {
                List<Integer> more = IntStream.concat(indices.stream().mapToInt(Integer::intValue), IntStream.of(j))
                        .sorted()
                        .boxed()
                        .toList();
                E rest = contract(field, component, more, directions.subList(1, directions.size()));
                sum = ring.add(sum, ring.multiply(factor, rest));
            }
        }
        return sum;
    }

    /**
     * A partial derivative of a component.
     *
     * @param field a field
     * @param component i, from 0
     * @param indices j₁ ≤ … ≤ j_m, from 0
     * @return ∂_{j₁} … ∂_{j_m} f_i
     * @throws ArithmeticException if it has no value of this kind
     */
    public E derivative(Colour field, int component, List<Integer> indices) {
        return derivatives.computeIfAbsent(
                new Component(field, component, indices),
                key -> values.of(
                        fields.derivative(field, component, indices),
                        (indices.isEmpty() ? "component " : "a derivative of component ") + (component + 1) + " of "
                                + field));
    }
}
