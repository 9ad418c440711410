package org.modeq.symbolic.series;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Linear equations Σ r_t x(t) = e with one unknown x(t) for each tree t, r_t in ℚ and e in a ring; kept in echelon form
 * as they come.
 *
 * @param <E> the right-hand sides
 */
final class LinearSystem<E> {
    private final Ring<E> ring;
    /** By the first unknown, which has the coefficient 1. */
    private final TreeMap<RootedTree, Equation<E>> pivots = new TreeMap<>();

    private boolean contradictory;

    /** left · x = right. */
    private record Equation<E>(SortedMap<RootedTree, Rational> left, E right) {
        Equation<E> scaled(Rational factor, Ring<E> ring) {
            SortedMap<RootedTree, Rational> scaled = new TreeMap<>(left);
            scaled.replaceAll((tree, entry) -> factor.multiply(entry));
            return new Equation<>(scaled, ring.scale(factor, right));
        }

        Equation<E> plus(Equation<E> other, Ring<E> ring) {
            SortedMap<RootedTree, Rational> sum = new TreeMap<>(left);
            other.left.forEach((tree, entry) -> add(sum, tree, entry));
            return new Equation<>(sum, ring.add(right, other.right));
        }
    }

    LinearSystem(Ring<E> ring) {
        this.ring = ring;
    }

    /** Adds a multiple of one unknown to a left-hand side, which has no zeros. */
    static void add(Map<RootedTree, Rational> left, RootedTree tree, Rational entry) {
        Rational sum = left.getOrDefault(tree, Rational.ZERO).add(entry);
        if (sum.isZero()) {
            left.remove(tree);
        } else {
            left.put(tree, sum);
        }
    }

    /** Adds the equation left · x = right, where left has no zeros. */
    void add(Map<RootedTree, Rational> left, E right) {
        Equation<E> rest = new Equation<>(new TreeMap<>(left), right);
        while (!rest.left().isEmpty()) {
            RootedTree first = rest.left().firstKey();
            Rational entry = rest.left().getOrDefault(first, Rational.ZERO);
            Equation<E> pivot = pivots.get(first);
            if (pivot == null) {
                pivots.put(first, rest.scaled(entry.reciprocal(), ring));
                return;
            }
            rest = rest.plus(pivot.scaled(entry.negate(), ring), ring);
        }
        contradictory |= !rest.right().equals(ring.zero());
    }

    /** {@return the number of independent equations} */
    int rank() {
        return pivots.size();
    }

    /** {@return a solution, in which the unknowns that stay free are 0, or empty if there is none} */
    Optional<SortedMap<RootedTree, E>> solution() {
        if (contradictory) {
            return Optional.empty();
        }
        SortedMap<RootedTree, E> solution = new TreeMap<>();
        pivots.descendingMap().forEach((unknown, pivot) -> {
            E value = pivot.right();
            for (var entry : pivot.left().entrySet()) {
                E known = solution.getOrDefault(entry.getKey(), ring.zero());
                value = ring.add(value, ring.scale(entry.getValue().negate(), known));
            }
            solution.put(unknown, value);
        });
        return Optional.of(solution);
    }
}
