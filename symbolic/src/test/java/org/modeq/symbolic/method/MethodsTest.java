package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A method")
class MethodsTest {
    @ParameterizedTest(name = "{0} is named {1}, clock {2}, and does {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "gd; gd; STEP; θ ← θ + h f(θ)",
                "sequence:A,B; sequence:A,B; SWEEP; θ ← θ + h A(θ), then θ ← θ + h B(θ)",
                "sequence:A*2, A,B; sequence:A*2,A,B; SWEEP; θ ← θ + h A(θ) (3 times), then θ ← θ + h B(θ)",
                "sequence:A/2,3/8*B,-A; sequence:A/2,3/8*B,-A; SWEEP; θ ← θ + h 1/2 A(θ), then θ ← θ + h 3/8 B(θ), then θ ← θ + h -1 A(θ)",
                "splitting:A/2,B; splitting:A/2,B; SWEEP; the flow of A for the time 1/2 h, then the flow of B for the time h",
                "joint:A,B; joint:A,B; STEP; θ ← θ + h (A(θ) + B(θ))",
                "joint-mean:A,B,B; joint-mean:A,B,B; STEP; θ ← θ + h (1/3 A(θ) + 2/3 B(θ))"
            })
    void parsing(String text, String name, Clock clock, String map) {
        Method<?> method = Methods.parse(text);
        assertEquals(name, method.name());
        assertEquals(name, method.toString());
        assertEquals(clock, method.clock());
        assertEquals(map, method.map());
    }

    @Test
    @DisplayName("made in Java has its runs shortened in its name")
    void names() {
        Colour a = new Colour("A");
        Colour b = new Colour("B");
        assertEquals("sequence:A*3,B", EulerSteps.sequence(List.of(a, a, a, b)).name());
    }

    @ParameterizedTest(name = "''{0}'' is refused: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "gdd; did you mean gd",
                "sequense:A; did you mean sequence",
                "newton; expected one of gd",
                "heavy-bal; did you mean heavy-ball",
                "rk:rk5; did you mean rk4",
                "rk; expected one of euler",
                "game:solo; expected game:simultaneous",
                "game:alternating:A,A; distinct names",
                "gd:A; expected 'gd' alone",
                "sequence; expected a name",
                "sequence:; expected a name",
                "sequence:A,,B; expected a name",
                "sequence:A*; expected a name",
                "sequence:A*0; at least 1",
                "sequence:A*2*3; expected a name",
                "sequence:A*99999; at most 10000",
                "sequence:A*9999999999; expected a name",
                "joint:A_2; cannot name a field",
                "joint:A/2; plain names",
                "sequence:0*A; other than 0",
                "sequence:A/0; other than 0",
                "splitting:; expected a name"
            })
    void badMethods(String text, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> Methods.parse(text))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    @DisplayName("needs steps, and a step needs a field")
    void empty() {
        assertThrows(IllegalArgumentException.class, () -> EulerSteps.sequence(List.of()));
        assertThrows(IllegalArgumentException.class, () -> EulerSteps.joint(List.of()));
        assertThrows(IllegalArgumentException.class, () -> EulerSteps.jointMean(List.of()));
    }

    @Test
    @DisplayName("of gradient descent has P(f[f]; n) = n(n−1)/2, the strict order polynomial")
    void stepPolynomial() {
        StepRecurrence<List<List<Rational>>, Rational> recurrence =
                EulerSteps.gradientDescent().recurrence(3);
        List<List<Rational>> leaf = recurrence.solve(Colour.F, List.of());
        StepPolynomial<Rational> tall = recurrence.iterate(recurrence.solve(Colour.F, List.of(leaf)));
        StepPolynomial<Rational> expected = StepPolynomial.ofValues(
                RATIONALS, List.of(Rational.of(0), Rational.of(0), Rational.of(1), Rational.of(3)));
        assertEquals(expected, tall);
        assertEquals(expected.hashCode(), tall.hashCode());
        assertEquals(Rational.of(-1, 2), tall.linearCoefficient());
        assertEquals(Rational.of(3), tall.valueAt(3));
        assertEquals("P(0..3) = [0, 0, 1, 3]", tall.toString());
        assertThrows(IllegalArgumentException.class, () -> StepPolynomial.ofValues(RATIONALS, List.of()));
    }
}
