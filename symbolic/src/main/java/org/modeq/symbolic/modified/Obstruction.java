package org.modeq.symbolic.modified;

import java.util.function.Function;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Why a field is not the gradient of a loss, or not the field of a Hamiltonian: two rootings of one free tree of which the
 * coefficients do not fit together.
 *
 * @param first t, the first of them in canonical order
 * @param firstValue b(t)
 * @param second s; t itself where the scalar of the free tree is 0, so that b(t) must be 0
 * @param secondValue b(s)
 * @param isOpposite whether b(s) = −b(t) is asked for, and not b(s) = b(t)
 * @param <E> the coefficients
 */
public record Obstruction<E>(RootedTree first, E firstValue, RootedTree second, E secondValue, boolean isOpposite) {
    /**
     * The same with the values in another ring, or written in another way.
     *
     * @param value what stands for a value
     * @param <F> the new values
     * @return the same two rootings
     */
    public <F> Obstruction<F> map(Function<? super E, ? extends F> value) {
        return new Obstruction<>(first, value.apply(firstValue), second, value.apply(secondValue), isOpposite);
    }

    /** {@return for example {@code b(f[f,f]) = 1/6 but b(f[f[f]]) = 1/3 for the same free tree}} */
    @Override
    public String toString() {
        String start = "b(" + first + ") = " + firstValue;
        if (first.equals(second)) {
            return start + " but it must be 0: moving the root turns the tree into its opposite";
        }
        return start + " but b(" + second + ") = " + secondValue
                + (isOpposite
                        ? ", and they must be opposite: the roots lie an odd number of edges apart in the same free tree"
                        : " for the same free tree");
    }
}
