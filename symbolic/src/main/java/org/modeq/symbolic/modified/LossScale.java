package org.modeq.symbolic.modified;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Losses b_c L_c in place of L_c, so that the loss of −f₁ = Σ b_c ∇L_c is the plain sum of those that occur in it.
 *
 * @param ring the ring of the method, with 1/b_c
 * @param factors b_c, or 1 where it is 0
 * @param inverses 1/b_c, or 1
 * @param total the fields with b_c ≠ 0
 * @param <E> the coefficients
 */
record LossScale<E>(Ring<E> ring, SortedMap<Colour, E> factors, SortedMap<Colour, E> inverses, List<Colour> total) {
    /** The scale of a field. */
    static <E> LossScale<E> of(Method<E> method, BSeriesField<E> field) {
        SortedMap<Colour, E> found = new TreeMap<>();
        method.fields().forEach(colour -> {
            E factor = field.coefficient(RootedTree.vertex(colour));
            if (!factor.equals(field.ring().zero())) {
                found.put(colour, factor);
            }
        });
        Ring<E> ring = field.ring()
                .inverting(List.copyOf(found.values()))
                .orElseThrow(() -> new IllegalArgumentException("given " + method.name()
                        + ", whose first term has the factors " + found
                        + ", expected ones that can be divided by; give numbers for its parameters"));
        SortedMap<Colour, E> factors = new TreeMap<>();
        SortedMap<Colour, E> inverses = new TreeMap<>();
        method.fields().forEach(colour -> {
            E factor = found.containsKey(colour) ? ring.embedded(found.get(colour)) : ring.one();
            factors.put(colour, factor);
            inverses.put(colour, ring.inverse(factor).orElseThrow());
        });
        return new LossScale<>(ring, factors, inverses, List.copyOf(found.keySet()));
    }

    /** Π b_c over the vertices. */
    E factor(RootedTree tree) {
        return product(tree, factors);
    }

    /** Π 1/b_c over the vertices. */
    E inverse(RootedTree tree) {
        return product(tree, inverses);
    }

    private E product(RootedTree tree, Map<Colour, E> values) {
        return tree.fold(
                (colour, parts) -> parts.stream().reduce(values.getOrDefault(colour, ring.one()), ring::multiply));
    }
}
