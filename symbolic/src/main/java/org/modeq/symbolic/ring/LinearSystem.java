package org.modeq.symbolic.ring;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Linear equations Σ r_k x(k) = e with an unknown x(k) for each key k, r_k in ℚ and e in a ring; kept in echelon form as
 * they come. Sparse Gaussian elimination, exact; an equation costs at most one row operation for each unknown in it.
 *
 * <p>Source: Golub and Van Loan, <em>Matrix Computations</em> (2013), section 3.2, without pivoting, which exact numbers
 * do not need.
 *
 * @param <K> the names of the unknowns: trees, places in a basis
 * @param <E> the right-hand sides
 */
public final class LinearSystem<K extends Comparable<? super K>, E> {
    private final Ring<E> ring;
    /** By the first unknown, which has the coefficient 1. */
    private final TreeMap<K, Equation<K, E>> pivots = new TreeMap<>();

    private boolean contradictory;

    /** left · x = right. */
    private record Equation<K extends Comparable<? super K>, E>(SortedMap<K, Rational> left, E right) {
        Equation<K, E> scaled(Rational factor, Ring<E> ring) {
            SortedMap<K, Rational> scaled = new TreeMap<>(left);
            scaled.replaceAll((key, entry) -> factor.multiply(entry));
            return new Equation<>(scaled, ring.scale(factor, right));
        }

        Equation<K, E> plus(Equation<K, E> other, Ring<E> ring) {
            SortedMap<K, Rational> sum = new TreeMap<>(left);
            other.left.forEach((key, entry) -> addTo(sum, key, entry));
            return new Equation<>(sum, ring.add(right, other.right));
        }
    }

    /**
     * A system without equations.
     *
     * @param ring the ring of the right-hand sides
     */
    public LinearSystem(Ring<E> ring) {
        this.ring = ring;
    }

    /**
     * Adds a multiple of one unknown to a left-hand side, which has no zeros before and after.
     *
     * @param left r by unknown; changed
     * @param key the unknown k
     * @param entry what is added to r_k
     * @param <K> the names of the unknowns
     */
    public static <K> void addTo(Map<K, Rational> left, K key, Rational entry) {
        Rational sum = left.getOrDefault(key, Rational.ZERO).add(entry);
        if (sum.isZero()) {
            left.remove(key);
        } else {
            left.put(key, sum);
        }
    }

    /**
     * Adds the equation left · x = right.
     *
     * @param left r by unknown, without zeros
     * @param right e
     */
    public void add(Map<K, Rational> left, E right) {
        Equation<K, E> rest = new Equation<>(new TreeMap<>(left), right);
        while (!rest.left().isEmpty()) {
            K first = rest.left().firstKey();
            Rational entry = rest.left().getOrDefault(first, Rational.ZERO);
            Equation<K, E> pivot = pivots.get(first);
            if (pivot == null) {
                pivots.put(first, rest.scaled(entry.reciprocal(), ring));
                return;
            }
            rest = rest.plus(pivot.scaled(entry.negate(), ring), ring);
        }
        contradictory |= !rest.right().equals(ring.zero());
    }

    /** {@return the number of independent equations} */
    public int rank() {
        return pivots.size();
    }

    /** {@return a solution, in which the unknowns that stay free are 0, or empty if there is none} */
    public Optional<SortedMap<K, E>> solution() {
        if (contradictory) {
            return Optional.empty();
        }
        SortedMap<K, E> solution = new TreeMap<>();
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
