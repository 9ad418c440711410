package org.modeq.symbolic.modified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The rootings of one scalar: those of sign +1 and those of sign −1, each with the number of vertices at which it arises.
 * If a tree has both signs, so have all, equally often: the scalar is 0.
 *
 * @param even the rootings of sign +1
 * @param odd the rootings of sign −1
 */
record RootingClass(SortedMap<RootedTree, Integer> even, SortedMap<RootedTree, Integer> odd) {
    SortedSet<RootedTree> trees() {
        SortedSet<RootedTree> trees = new TreeSet<>(even.keySet());
        trees.addAll(odd.keySet());
        return trees;
    }

    /** The mean of ±b over the vertices. */
    <E> E mean(BSeriesField<E> field) {
        Ring<E> ring = field.ring();
        E sum = ring.zero();
        int vertices = 0;
        for (Map.Entry<RootedTree, Integer> entry : even.entrySet()) {
            sum = ring.add(sum, ring.scale(Rational.of(entry.getValue()), field.coefficient(entry.getKey())));
            vertices += entry.getValue();
        }
        for (Map.Entry<RootedTree, Integer> entry : odd.entrySet()) {
            sum = ring.add(sum, ring.scale(Rational.of(-entry.getValue()), field.coefficient(entry.getKey())));
            vertices += entry.getValue();
        }
        return ring.scale(Rational.of(1, vertices), sum);
    }

    /** b = ±mean, what the derivative of the scalar has at a tree. */
    <E> E share(RootedTree tree, E mean, Ring<E> ring) {
        return isOdd(tree) ? ring.negate(mean) : mean;
    }

    boolean isOdd(RootedTree tree) {
        return !even.containsKey(tree);
    }

    /** The rooting at which the scalar is written. */
    RootedTree centre() {
        return FreeTree.mostCentral(trees());
    }

    /** The order of the group of automorphisms: σ(t) for each vertex at which t arises. */
    BigInteger symmetry(RootedTree tree) {
        int vertices = even.getOrDefault(tree, 0) + odd.getOrDefault(tree, 0);
        return tree.symmetry().multiply(BigInteger.valueOf(vertices));
    }

    /** The first two rootings, in canonical order, of which the values do not fit. */
    <E> Optional<Obstruction<E>> obstruction(BSeriesField<E> field) {
        Ring<E> ring = field.ring();
        List<RootedTree> trees = List.copyOf(trees());
        RootedTree first = trees.get(0);
        E value = field.coefficient(first);
        boolean isZero = even.containsKey(first) && odd.containsKey(first);
        for (RootedTree tree : trees) {
            boolean isOpposite = isZero || isOdd(tree) != isOdd(first);
            E found = field.coefficient(tree);
            E expected = isZero ? ring.zero() : isOpposite ? ring.negate(value) : value;
            if (!found.equals(expected)) {
                return Optional.of(
                        new Obstruction<>(isZero ? tree : first, isZero ? found : value, tree, found, isOpposite));
            }
        }
        return Optional.empty();
    }

    /** The list without one occurrence of a tree. */
    static List<RootedTree> without(List<RootedTree> trees, RootedTree tree) {
        List<RootedTree> rest = new ArrayList<>(trees);
        rest.remove(tree);
        return rest;
    }
}
