package org.modeq.symbolic.series;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/** The coefficients that a map and a field have in common: those of the trees up to the truncation order. */
record TruncatedSeries<E>(Ring<E> ring, int truncationOrder, SortedMap<RootedTree, E> nonzero) {
    /** Drops zeros and trees beyond the truncation order. */
    TruncatedSeries {
        if (truncationOrder < 1) {
            throw new IllegalArgumentException(
                    "given truncation order " + truncationOrder + ", expected an order of at least 1");
        }
        SortedMap<RootedTree, E> kept = new TreeMap<>();
        for (Map.Entry<RootedTree, E> entry : nonzero.entrySet()) {
            if (entry.getKey().order() <= truncationOrder && !entry.getValue().equals(ring.zero())) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        nonzero = Collections.unmodifiableSortedMap(kept);
    }

    static <E> TruncatedSeries<E> of(
            Ring<E> ring, Iterable<RootedTree> trees, int truncationOrder, Function<RootedTree, E> coefficient) {
        SortedMap<RootedTree, E> coefficients = new TreeMap<>();
        for (RootedTree tree : trees) {
            coefficients.put(tree, coefficient.apply(tree));
        }
        return new TruncatedSeries<>(ring, truncationOrder, coefficients);
    }

    /** The trees over some colours; none over no colours. */
    static List<RootedTree> trees(Collection<Colour> colours, int order) {
        return colours.isEmpty() ? List.of() : TreeEnumeration.over(colours).upToOrder(order);
    }

    E coefficient(String letter, RootedTree tree) {
        if (tree.order() > truncationOrder) {
            throw new NoSuchElementException(letter + "(" + tree + ") has order " + tree.order()
                    + " but this series is known to order " + truncationOrder
                    + " only; build it with truncation order " + tree.order() + " or more");
        }
        return nonzero.getOrDefault(tree, ring.zero());
    }
}
