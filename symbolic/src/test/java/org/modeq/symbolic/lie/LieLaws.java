package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Rational;

/** The laws of a Lie algebra, checked on all triples of some samples. */
interface LieLaws<X> {
    List<X> samples();

    X zero();

    X bracket(X x, X y);

    /** x + r·y. */
    X plus(X x, Rational factor, X y);

    @Test
    @DisplayName("[x,y] = −[y,x], and it is not always 0")
    default void antisymmetric() {
        for (X x : samples()) {
            assertEquals(zero(), bracket(x, x));
            for (X y : samples()) {
                assertEquals(zero(), plus(bracket(x, y), Rational.ONE, bracket(y, x)));
            }
        }
        assertNotEquals(zero(), bracket(samples().get(0), samples().get(1)));
    }

    @Test
    @DisplayName("[x,[y,z]] + [y,[z,x]] + [z,[x,y]] = 0")
    default void jacobi() {
        for (X x : samples()) {
            for (X y : samples()) {
                for (X z : samples()) {
                    X sum = bracket(x, bracket(y, z));
                    sum = plus(sum, Rational.ONE, bracket(y, bracket(z, x)));
                    assertEquals(zero(), plus(sum, Rational.ONE, bracket(z, bracket(x, y))));
                }
            }
        }
    }

    @Test
    @DisplayName("[x, y + rz] = [x,y] + r[x,z]")
    default void linear() {
        Rational r = Rational.of(-2, 3);
        for (X x : samples()) {
            for (X y : samples()) {
                for (X z : samples()) {
                    assertEquals(plus(bracket(x, y), r, bracket(x, z)), bracket(x, plus(y, r, z)));
                }
            }
        }
    }
}
