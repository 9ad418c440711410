package org.modeq.symbolic.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A linear system")
class LinearSystemTest {
    private static Rational number(String text) {
        return Rational.parse(text);
    }

    @Test
    @DisplayName("is solved exactly, also with symbols on the right")
    void solved() {
        ParameterPolynomial t = ParameterPolynomial.parameter("t");
        LinearSystem<String, ParameterPolynomial> system =
                new LinearSystem<>(ParameterPolynomials.PARAMETER_POLYNOMIALS);
        system.add(Map.of("x", number("2"), "y", number("1")), t);
        system.add(Map.of("x", number("1"), "y", number("-1/3")), ParameterPolynomial.ONE);
        assertEquals(2, system.rank());
        ParameterPolynomial fiveX = t.add(ParameterPolynomial.of(number("3")));
        ParameterPolynomial fiveY = t.scaled(number("3")).subtract(ParameterPolynomial.of(number("6")));
        assertEquals(
                Optional.of(Map.of("x", fiveX.scaled(number("1/5")), "y", fiveY.scaled(number("1/5")))),
                system.solution());
    }

    @Test
    @DisplayName("counts an equation that follows from the others not, and leaves free unknowns 0")
    void dependent() {
        LinearSystem<String, Rational> system = new LinearSystem<>(RATIONALS);
        system.add(Map.of("x", number("1"), "y", number("1")), number("1"));
        system.add(Map.of("x", number("3"), "y", number("3")), number("3"));
        assertEquals(1, system.rank());
        assertEquals(Optional.of(Map.of("x", number("1"))), system.solution());
    }

    @Test
    @DisplayName("that contradicts itself has no solution")
    void contradictory() {
        LinearSystem<String, Rational> system = new LinearSystem<>(RATIONALS);
        system.add(Map.of("x", number("1")), number("1"));
        system.add(Map.of("x", number("2")), number("1"));
        assertEquals(Optional.empty(), system.solution());
    }

    @Test
    @DisplayName("has left-hand sides without zeros")
    void sums() {
        Map<String, Rational> left = new TreeMap<>(Map.of("x", number("1/2")));
        LinearSystem.addTo(left, "y", number("1"));
        LinearSystem.addTo(left, "x", number("-1/2"));
        assertEquals(Map.of("y", number("1")), left);
        LinearSystem.addTo(left, "y", number("-1"));
        assertTrue(left.isEmpty());
    }
}
