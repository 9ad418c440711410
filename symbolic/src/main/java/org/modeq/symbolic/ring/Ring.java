package org.modeq.symbolic.ring;

import java.util.Collection;
import java.util.Optional;

/**
 * A commutative ring with unit that contains ℚ; its elements are immutable values of type {@code E}, equal exactly when
 * {@code equals} says so.
 *
 * @param <E> the elements
 */
public interface Ring<E> {
    /** {@return the neutral element 0 of addition} */
    E zero();

    /** {@return the neutral element 1 of multiplication} */
    E one();

    /**
     * A rational number as an element.
     *
     * @param number r
     * @return r·1
     */
    E of(Rational number);

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

    /**
     * A rational multiple.
     *
     * @param number r
     * @param a an element
     * @return r·a
     */
    default E scale(Rational number, E a) {
        return multiply(of(number), a);
    }

    /**
     * The power.
     *
     * @param a an element
     * @param exponent n ≥ 0
     * @return aⁿ
     */
    default E pow(E a, int exponent) {
        E power = one();
        for (int i = 0; i < exponent; i++) {
            power = multiply(power, a);
        }
        return power;
    }

    /**
     * The inverse of an element, where it has one that the ring can name; every ring names that of 1.
     *
     * @param a an element
     * @return the element with a · (1/a) = 1, or empty
     */
    default Optional<E> inverse(E a) {
        return a.equals(one()) ? Optional.of(a) : Optional.empty();
    }

    /**
     * The least ring with this one in it that has the inverses of some elements (localisation), where it can be named; its
     * elements are reached by {@link #embedded}.
     *
     * @param elements elements other than 0
     * @return this ring if they have inverses in it; otherwise empty unless the ring says otherwise
     */
    default Optional<Ring<E>> inverting(Collection<E> elements) {
        return elements.stream().allMatch(element -> inverse(element).isPresent())
                ? Optional.of(this)
                : Optional.empty();
    }

    /**
     * An element of a ring that lies in this one.
     *
     * @param element an element of this ring, or of one that {@link #inverting} has led here from
     * @return the same element in this ring
     */
    default E embedded(E element) {
        return element;
    }
}
