package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Linear equations Σ x_i u_i = r between combinations of trees: one equation for each tree, in the order of the trees.
 *
 * @param ring the ring of the right side
 * @param trees all trees that may occur
 * @param columns u₁, u₂, … without zeros
 * @param right r
 * @param <E> the coefficients
 */
record MetricSystem<E>(
        Ring<E> ring,
        List<RootedTree> trees,
        List<SortedMap<RootedTree, Rational>> columns,
        SortedMap<RootedTree, E> right) {
    /** A combination v of trees with v · u_i = 0 for all i but v · r ≠ 0. */
    record Certificate<E>(SortedMap<RootedTree, Rational> combination, E value) {}

    /** x, by i; unknowns that stay free, the later ones, are 0. Empty if there is no solution. */
    Optional<SortedMap<Integer, E>> solution() {
        return solution(trees);
    }

    private Optional<SortedMap<Integer, E>> solution(Collection<RootedTree> rows) {
        Map<RootedTree, SortedMap<Integer, Rational>> lefts = new TreeMap<>();
        rows.forEach(tree -> lefts.put(tree, new TreeMap<>()));
        for (int i = 0; i < columns.size(); i++) {
            int unknown = i;
            columns.get(i).forEach((tree, entry) -> {
                SortedMap<Integer, Rational> left = lefts.get(tree);
                if (left != null) {
                    left.put(unknown, entry);
                }
            });
        }
        LinearSystem<Integer, E> system = new LinearSystem<>(ring);
        lefts.forEach((tree, left) -> system.add(left, right.getOrDefault(tree, ring.zero())));
        return system.solution();
    }

    /**
     * Why there is no solution: v has the factor 1 at the first tree whose equation contradicts those before it, and trees
     * before it otherwise. Two such v differ by one without that tree, which is 0 on r as there was no contradiction yet.
     */
    Certificate<E> certificate() {
        int rows = 1;
        while (solution(trees.subList(0, rows)).isPresent()) {
            rows++;
        }
        RootedTree last = trees.get(rows - 1);
        List<RootedTree> counting = new ArrayList<>(trees.subList(0, rows));
        LinearSystem<RootedTree, Rational> system = new LinearSystem<>(Rationals.RATIONALS);
        for (SortedMap<RootedTree, Rational> column : columns) {
            SortedMap<RootedTree, Rational> left = new TreeMap<>(column);
            left.keySet().retainAll(counting);
            system.add(left, Rational.ZERO);
        }
        system.add(Map.of(last, Rational.ONE), Rational.ONE);
        SortedMap<RootedTree, Rational> combination = system.solution().orElseThrow();
        combination.values().removeIf(Rational::isZero);
        E value = ring.zero();
        for (Map.Entry<RootedTree, Rational> entry : combination.entrySet()) {
            E needed = right.getOrDefault(entry.getKey(), ring.zero());
            value = ring.add(value, ring.scale(entry.getValue(), needed));
        }
        return new Certificate<>(combination, value);
    }
}
