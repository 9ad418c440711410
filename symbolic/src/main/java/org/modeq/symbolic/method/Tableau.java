package org.modeq.symbolic.method;

import java.util.List;
import org.modeq.symbolic.ring.Ring;

/**
 * A Runge–Kutta tableau of s stages: Y_i = θ + h Σ_l a_il f(Y_l), θ′ = θ + h Σ_i b_i f(Y_i).
 *
 * @param a the rows of A, s rows of s numbers
 * @param b the weights, s numbers
 * @param <E> the numbers
 */
public record Tableau<E>(List<List<E>> a, List<E> b) {
    /**
     * A tableau.
     *
     * @param a the rows of A
     * @param b the weights
     * @throws IllegalArgumentException if there is no stage or A is not square of the size of b
     */
    public Tableau {
        a = a.stream().map(List::copyOf).toList();
        b = List.copyOf(b);
        int stages = b.size();
        if (stages == 0 || a.size() != stages || a.stream().anyMatch(row -> row.size() != stages)) {
            throw new IllegalArgumentException("given a tableau with " + stages + " weights and rows of the lengths "
                    + a.stream().map(List::size).toList() + ", expected as many rows and columns of A as weights b");
        }
    }

    /** {@return s} */
    public int stages() {
        return b.size();
    }

    /**
     * The sum of the weights.
     *
     * @param ring the ring of the numbers
     * @return Σ b_i, which is 1 for a consistent method
     */
    public E weightSum(Ring<E> ring) {
        return b.stream().reduce(ring.zero(), ring::add);
    }
}
