package org.modeq.symbolic.ring;

/**
 * A commutative ring with unit; its elements are immutable values of type {@code E}.
 *
 * @param <E> the elements
 */
public interface Ring<E> {
    /** {@return the neutral element 0 of addition} */
    E zero();

    /** {@return the neutral element 1 of multiplication} */
    E one();

    /**
     * The sum a + b.
     *
     * @param a an element
     * @param b an element
     * @return a + b
     */
    E add(E a, E b);

    /**
     * The opposite −a.
     *
     * @param a an element
     * @return the element with a + (−a) = 0
     */
    E negate(E a);

    /**
     * The product ab.
     *
     * @param a an element
     * @param b an element
     * @return ab = ba
     */
    E multiply(E a, E b);
}
