package org.modeq.symbolic.ring;

import java.util.Optional;

/**
 * A commutative ring in which every element but 0 has an inverse.
 *
 * @param <E> the elements
 */
public interface Field<E> extends Ring<E> {
    /**
     * The inverse 1/a.
     *
     * @param a an element
     * @return the element with a · (1/a) = 1
     * @throws ArithmeticException if a = 0
     */
    E reciprocal(E a);

    @Override
    default Optional<E> inverse(E a) {
        return a.equals(zero()) ? Optional.empty() : Optional.of(reciprocal(a));
    }
}
