package org.modeq.symbolic.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of a commutative ring with unit, checked on all triples of some samples. */
interface RingLaws<E> {
    Ring<E> ring();

    List<E> samples();

    @Test
    @DisplayName("addition and multiplication are associative and commutative")
    default void associativeAndCommutative() {
        Ring<E> ring = ring();
        forTriples((a, b, c) -> {
            assertEquals(ring.add(ring.add(a, b), c), ring.add(a, ring.add(b, c)));
            assertEquals(ring.multiply(ring.multiply(a, b), c), ring.multiply(a, ring.multiply(b, c)));
            assertEquals(ring.add(a, b), ring.add(b, a));
            assertEquals(ring.multiply(a, b), ring.multiply(b, a));
        });
    }

    @Test
    @DisplayName("multiplication distributes over addition")
    default void distributive() {
        Ring<E> ring = ring();
        forTriples((a, b, c) ->
                assertEquals(ring.multiply(a, ring.add(b, c)), ring.add(ring.multiply(a, b), ring.multiply(a, c))));
    }

    @Test
    @DisplayName("0 and 1 are neutral and every element has an opposite")
    default void neutralAndOpposite() {
        Ring<E> ring = ring();
        for (E a : samples()) {
            assertEquals(a, ring.add(a, ring.zero()));
            assertEquals(a, ring.multiply(a, ring.one()));
            assertEquals(ring.zero(), ring.add(a, ring.negate(a)));
        }
    }

    private void forTriples(TripleConsumer<E> law) {
        for (E a : samples()) {
            for (E b : samples()) {
                for (E c : samples()) {
                    law.accept(a, b, c);
                }
            }
        }
    }

    /** An assertion about three elements. */
    interface TripleConsumer<E> {
        void accept(E a, E b, E c);
    }
}
