package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("Runs of Euler steps")
class EulerRunsTest {
    private static MethodParameters given(String values, String substeps) {
        SortedMap<String, Rational> numbers = new TreeMap<>();
        for (String value : values.split(" ", -1)) {
            if (!value.isEmpty()) {
                numbers.put(value.split("=", 2)[0], Rational.parse(value.split("=", 2)[1]));
            }
        }
        return new MethodParameters(
                numbers,
                substeps.isEmpty()
                        ? List.of()
                        : Arrays.stream(substeps.split(" ", -1))
                                .map(Repetition::parse)
                                .toList());
    }

    /** Every coefficient is a polynomial in the lengths, so it is checked at as many lengths as its degree asks for. */
    @ParameterizedTest(name = "{0} at n = {1}, m = {2}")
    @CsvSource({
        "'sequence:A*n,B*m', 1, 1",
        "'sequence:A*n,B*m', 2, 1",
        "'sequence:A*n,B*m', 1, 3",
        "'sequence:A*n,B*m', 3, 2",
        "'sequence:A*n,B*m', 5, 4",
        "'sequence:A*n,B/2*m,A*n', 2, 3",
        "'sequence:A*n,B*3,A*m', 4, 1",
        "'game:alternating', 2, 3",
        "'game:alternating', 4, 1"
    })
    @DisplayName("of symbolic length are, at numbers, the steps written out")
    void symbolsAtNumbers(String method, int n, int m) {
        boolean isGame = method.startsWith("game");
        String numbers = "n=" + n + " m=" + m;
        int order = 5;
        MethodParameters open = given(isGame ? "vA=2 vB=1/3" : "", isGame ? "n m" : "");
        MethodParameters closed = given(isGame ? "vA=2 vB=1/3 " + numbers : numbers, isGame ? "n m" : "");
        @SuppressWarnings("unchecked") // some parameters are symbols
        Method<ParameterFraction> symbolic =
                (Method<ParameterFraction>) assertInstanceOf(EulerRuns.class, Methods.parse(method, open));
        Method<Rational> written = Methods.parseRational(method, closed);
        assertInstanceOf(EulerSteps.class, written);
        Map<String, Rational> values = Map.of("n", Rational.of(n), "m", Rational.of(m));
        ModifiedEquation<Rational> expected = ModifiedEquation.of(written, order);
        ModifiedEquation.of(symbolic, order)
                .terms()
                .forEach(term -> assertEquals(
                        expected.field().coefficient(term.tree()),
                        term.b().evaluate(values),
                        () -> term.tree().toString()));
    }

    @ParameterizedTest(name = "{0} has {2} at {1}")
    @CsvSource({
        "'sequence:A*n,B*m', A, n",
        "'sequence:A*n,B*m', A[A], -n/2",
        "'sequence:A*n,B*m', A[B], -n*m/2",
        "'sequence:A*n,B*m', B[A], n*m/2",
        "'sequence:A*n', A[A[A]], n/3",
        "'sequence:A*n,A*m', A, n + m",
        "'sequence:A*n,A*m', A[A], -(n + m)/2"
    })
    @DisplayName("carry self-corrections with n and brackets with the product n m / 2")
    void weights(String method, String tree, String weight) {
        @SuppressWarnings("unchecked") // the lengths are symbols
        Method<ParameterFraction> symbolic = (Method<ParameterFraction>) Methods.parse(method);
        ParameterFraction found = ModifiedEquation.of(symbolic, 3).field().weight(RootedTree.parse(tree));
        Map<String, Rational> values = Map.of("n", Rational.of(7), "m", Rational.of(11));
        Rational expected = switch (weight) {
            case "n" -> Rational.of(7);
            case "-n/2" -> Rational.of(-7, 2);
            case "n/3" -> Rational.of(7, 3);
            case "-n*m/2" -> Rational.of(-77, 2);
            case "n*m/2" -> Rational.of(77, 2);
            case "n + m" -> Rational.of(18);
            case "-(n + m)/2" -> Rational.of(-9);
            default -> throw new AssertionError(weight);
        };
        assertEquals(expected, found.evaluate(values));
    }

    @Test
    @DisplayName("say how often each step is made")
    void description() {
        Method<?> method = Methods.parse("sequence:A*n,B/2");
        assertEquals("sequence:A*n,B/2", method.toString());
        assertEquals("θ ← θ + h A(θ) (n times), then θ ← θ + h 1/2 B(θ)", method.map());
        assertEquals("{n=n}", method.parameters().toString());
        assertEquals(Clock.SWEEP, method.clock());
        assertEquals(
                "{n=3}",
                Methods.parse("sequence:A*n", given("n=3", "")).parameters().toString());
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "'sequence:A*n', n=1/2, whole number",
        "'sequence:A*n', n=0, whole number",
        "'sequence:A*n', m=2, 'expected n'",
        "'sequence:A*n', n=20000, 'at most 10000'",
        "'sequence:A*h', '', 'step size'",
        "'splitting:A*n', '', 'expected a number'",
        "'joint:A*n', '', 'expected a number'",
        "'sequence:A*0', '', 'at least 1'"
    })
    @DisplayName("refuse lengths that are no numbers of steps")
    void refusals(String method, String values, String message) {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> Methods.parse(method, given(values, "")));
        assertTrue(refusal.getMessage().contains(message), refusal::getMessage);
        assertThrows(
                IllegalArgumentException.class,
                () -> new EulerRuns<>("none", Clock.SWEEP, RATIONALS, List.of(), new TreeMap<>()));
    }
}
