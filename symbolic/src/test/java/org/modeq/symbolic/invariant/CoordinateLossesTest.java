package org.modeq.symbolic.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.latex.ExpressionScript;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A class of losses in coordinates")
class CoordinateLossesTest {
    private static final List<String> UV = List.of("u", "v");

    private static CoordinateLosses product() {
        return CoordinateLosses.of(UV, Map.of("L", "F(u*v)"), Map.of("F", 1));
    }

    private static CoordinateLosses heads() {
        return CoordinateLosses.of(List.of("u", "v1", "v2"), Map.of("L", "F(u*v1, u*v2)"), Map.of("F", 2));
    }

    @Nested
    @DisplayName("given L = F(uv)")
    class OneArgument {
        private final CoordinateLosses losses = product();

        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "L, F",
            "F(v*u), F",
            "'D(L,u)', F'*v",
            "'D(L,u,v)', F'+F''*u*v",
            "'D(D(L,u),v)', F'+F''*u*v",
            "'D(D(L,v),u)', F'+F''*u*v",
            "'D(L,u,u,u)', F'''*v^3",
            "'D(L,u)^2-D(L,v)^2', -F'^2*u^2+F'^2*v^2",
            "F'(u*v)/u, F'/u",
            "F''*sqrt(u)-1/2, -1/2+F''*sqrt(u)",
            "'D(exp(L)*u,u)', exp(F)+F'*u*v*exp(F)",
            "'D(D(L,u)/v,u)/D(L,u,u)', 1/v",
            "u^(2/2), u",
            "1/(2*(1+u)^2), 1/(2*(1+u)^2)",
            "'D(1/(1+u)^2,u)+2/(1+u)^3', 0",
            "-u, -u"
        })
        @DisplayName("reads formulas with jets")
        void reads(String formula, String expected) {
            assertEquals(expected, losses.read(formula).toString());
        }

        @Test
        @DisplayName("reads again what it has written")
        void readsAgain() {
            Expression third = losses.read("D(L^2/u,u,v,v)");
            assertEquals(third, losses.read(third.toString()));
            assertEquals(UV, losses.variables());
            assertEquals("{L=F}", losses.losses().toString());
        }

        @Test
        @DisplayName("prints jets in LaTeX, with parentheses below an exponent")
        void latex() {
            assertEquals("-(F')^{2}u^{2}+(F')^{2}v^{2}", ExpressionScript.of(losses.read("D(L,u)^2-D(L,v)^2")));
            assertEquals("F^{(4)}v^{4}", ExpressionScript.of(losses.read("D(L,u,u,u,u)")));
            assertEquals("(F^{(4)})^{2}", ExpressionScript.of(losses.read("F''''^2")));
            assertEquals("\\frac{\\sqrt{F'''}}{F'}", ExpressionScript.of(losses.read("sqrt(F''')/F'")));
        }
    }

    @Nested
    @DisplayName("given L = F(u v1, u v2)")
    class SeveralArguments {
        private final CoordinateLosses losses = heads();

        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "'D(L,u)', F_1*v1+F_2*v2",
            "'D(L,v1)', F_1*u",
            "'D(L,v1,v2)', F_12*u^2",
            "'D(L,v2,v1)', F_12*u^2",
            "F_21, F_12",
            "'F_2(u*v1,u*v2)', F_2"
        })
        @DisplayName("writes derivatives by the numbers of their arguments")
        void reads(String formula, String expected) {
            assertEquals(expected, losses.read(formula).toString());
        }

        @Test
        @DisplayName("prints jets in LaTeX with an index")
        void latex() {
            assertEquals("F_{12}^{2}u^{4}", ExpressionScript.of(losses.read("D(L,v1,v2)^2")));
        }

        @Test
        @DisplayName("has symmetric second derivatives")
        void symmetric() {
            Expression loss = losses.read("L^2*u+exp(L)");
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < i; j++) {
                    assertEquals(
                            losses.derivative(losses.derivative(loss, i), j),
                            losses.derivative(losses.derivative(loss, j), i));
                }
            }
        }
    }

    @Test
    @DisplayName("may have one unknown function inside another, by the chain rule")
    void nested() {
        CoordinateLosses losses = CoordinateLosses.of(UV, Map.of("L", "F(G(u)*v)"), Map.of("F", 1, "G", 1));
        assertEquals("F'*G'*v", losses.read("D(L,u)").toString());
        assertEquals("F'*G''*v+F''*G'^2*v^2", losses.read("D(L,u,u)").toString());
        ConcreteLosses concrete = ConcreteLosses.of(losses, Map.of("F", "z^3", "G", "z^2-1"));
        assertEquals("-v^3+3*u^2*v^3-3*u^4*v^3+u^6*v^3", concrete.formulas().get("L"));
        assertEquals(concrete.substituted(losses.read("L")).derivative(0), concrete.substituted(losses.read("D(L,u)")));
        assertEquals(
                Optional.of(Rational.of(108)),
                concrete.value(losses.read("D(L,u)"), List.of(Rational.of(2), Rational.ONE)));
    }

    @Test
    @DisplayName("has formulas and exact values when the unknown functions are given")
    void concrete() {
        CoordinateLosses losses = heads();
        ConcreteLosses concrete = ConcreteLosses.of(losses, Map.of("F", "z1*z2 + z2^2/2"));
        assertEquals("{L=u^2*v1*v2+1/2*u^2*v2^2}", concrete.formulas().toString());
        List<Rational> point = List.of(Rational.of(1, 2), Rational.of(3), Rational.of(-1));
        assertEquals(Optional.of(Rational.of(-1, 4)), concrete.value(losses.read("D(L,v1)"), point));
        assertEquals(Optional.of(Rational.ONE), concrete.value(losses.read("F_12+F_111"), point));
        assertEquals(Optional.empty(), concrete.value(losses.read("sqrt(v1)*F_12"), point));
        ConcreteLosses exponential = ConcreteLosses.of(product(), Map.of("F", "exp(z)"));
        assertEquals(
                "u*exp(u*v)", exponential.substituted(product().read("D(L,v)")).toString());
        List<Rational> zero = List.of(Rational.ZERO, Rational.of(5));
        assertEquals(Optional.of(Rational.of(5)), exponential.value(product().read("D(L,u)"), zero));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "F(u*w); at position 5: unknown name 'w', expected one of the variables u, v; the unknown functions F",
                "H(u); at position 1: unknown name 'H'",
                "F(u,v); at position 1: given F with 2 arguments, expected 1",
                "F; F stands in none of the losses so far",
                "F(u)+F(v); given F at [v], but it stands at [u] before; give the other function a name of its own",
                "F(F(u)); given F at [F], but it stands at [u] before",
                "F'(u,v); given F' with 2 arguments, expected 1",
                "F_1(u); unknown name 'F_1'",
                "G'(u,v); unknown name 'G''",
                "G_13(u,v); unknown name 'G_13'",
                "sin(u,v); given sin with 2 arguments, expected 1",
                "D(u); given D with 1 argument",
                "D(u,2); at position 5: D takes derivatives by variables, expected one of u, v",
                "D(u*v,w); at position 7: D takes derivatives by variables",
                "F(u)[v]; given directions in square brackets",
                "u^v; expected a number as exponent",
                "u/(v-v); division by 0",
                "u+; has the end at position 3",
                "(u+v)^1000000; the expression is too long",
                "D(F'''''''''''''''''''(u),u,u); given a derivative of F of order 21, expected at most 20"
            })
    @DisplayName("refuses bad formulas with the place and the known names")
    void badFormulas(String formula, String message) {
        Map<String, Integer> functions = Map.of("F", 1, "G", 2);
        Map<String, String> losses = Map.of("L", formula);
        String given = assertThrows(IllegalArgumentException.class, () -> CoordinateLosses.of(UV, losses, functions))
                .getMessage();
        assertTrue(given.startsWith("the loss L, '") && given.contains(message.split(" F$", -1)[0]), given);
    }

    @Test
    @DisplayName("refuses formulas with more operations in a row than it can go down")
    void deep() {
        CoordinateLosses losses = product();
        String sum = "u" + "+u".repeat(600);
        String message = assertThrows(IllegalArgumentException.class, () -> losses.read(sum))
                .getMessage();
        assertTrue(message.contains("more than 500 operations"), message);
        String quotient = "1/(" + "u*".repeat(9000) + "u)";
        assertThrows(IllegalArgumentException.class, () -> losses.read(quotient));
        String parentheses = "(".repeat(200) + "u" + ")".repeat(200);
        assertThrows(IllegalArgumentException.class, () -> losses.read(parentheses));
        String unused = assertThrows(
                        IllegalArgumentException.class,
                        () -> CoordinateLosses.of(UV, Map.of("L", "u"), Map.of("F", 1))
                                .read("F(v)"))
                .getMessage();
        assertTrue(unused.contains("F stands in none of the losses"), unused);
    }

    @Test
    @DisplayName("refuses names that mean two things, and functions that cannot be")
    void badNames() {
        assertRefused(List.of("u", "u"), "L", Map.of(), "the name 'u' of a variable");
        assertRefused(List.of("F"), "L", Map.of("F", 1), "the name 'F' of a variable");
        assertRefused(List.of("F_1"), "L", Map.of("F", 2), "the name 'F_1' of a variable");
        assertRefused(List.of("L"), "L", Map.of(), "the name 'L' of a loss");
        assertRefused(List.of("D"), "L", Map.of(), "the name 'D' of a variable");
        assertRefused(UV, "L", Map.of("sin", 1), "given an unknown function 'sin'");
        assertRefused(UV, "L", Map.of("F1", 1), "given an unknown function 'F1'");
        assertRefused(UV, "L", Map.of("F", 10), "with 10 arguments, expected 1 to 9");
        assertRefused(UV, "L", Map.of("F", 0), "with 0 arguments");
        assertRefused(List.of(), "L", Map.of(), "given 0 variables");
        CoordinateLosses losses = product();
        Expression loss = losses.read("L");
        assertThrows(IllegalArgumentException.class, () -> losses.derivative(loss, 2));
        assertThrows(IllegalArgumentException.class, () -> ConcreteLosses.of(losses, Map.of("G", "z")));
        ConcreteLosses concrete = ConcreteLosses.of(losses, Map.of("F", "z"));
        List<Rational> tooShort = List.of(Rational.ONE);
        assertThrows(IllegalArgumentException.class, () -> concrete.value(loss, tooShort));
    }

    private static void assertRefused(
            List<String> variables, String loss, Map<String, Integer> functions, String expected) {
        Map<String, String> losses = Map.of(loss, "1");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> CoordinateLosses.of(variables, losses, functions))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    @DisplayName("numbers the derivatives of an unknown function one by one, by order")
    void ranks() {
        for (int arguments = 1; arguments <= 4; arguments++) {
            Set<Jet> seen = new HashSet<>();
            int order = 0;
            for (int rank = 0; rank < 20; rank++) {
                Jet jet = Jet.ofRank("F", arguments, rank);
                assertEquals(rank, jet.rank(arguments));
                assertTrue(jet.indices().size() >= order && seen.add(jet), jet.toString());
                order = jet.indices().size();
                assertEquals(Optional.of(jet), Jet.named(jet.name(arguments), "F", arguments));
            }
        }
    }
}
