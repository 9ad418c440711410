package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A step of a run from rest")
class TransientStepTest {
    private static Method<Rational> method(String name, String beta) {
        TreeMap<String, Rational> values = new TreeMap<>();
        values.put("beta", Rational.parse(beta));
        return Methods.parseRational(name, new MethodParameters(values, List.of()));
    }

    private static <E> BSeriesField<E> field(Method<E> method, int step, int order) {
        return TransientStep.equation(method, step, order).field();
    }

    @ParameterizedTest(name = "of {0} is at first one of gradient descent")
    @ValueSource(strings = {"heavy-ball", "nesterov"})
    void firstStep(String name) {
        assertEquals(ModifiedEquation.of(Methods.parseRational("gd"), 6).field(), field(method(name, "9/10"), 0, 6));
    }

    /** b_n(f) = (1−βq)/r and b_n(f[f]) = −(1+β)/(2r³) + 2β(n+1)q/r² + β²(1+β)q²/(2r³), q = βⁿ, r = 1−β. */
    @ParameterizedTest(name = "n = {0} of heavy ball has b(f) = (1−βq)/r and b(f[f]) by the closed form, q = βⁿ")
    @ValueSource(ints = {0, 1, 2, 5, 11})
    void closedForm(int n) {
        Rational beta = Rational.of(2, 3);
        Rational q = beta.pow(n);
        Rational r = Rational.ONE.subtract(beta);
        Rational one = Rational.ONE;
        BSeriesField<Rational> field = field(method("heavy-ball", "2/3"), n, 2);
        assertEquals(one.subtract(beta.multiply(q)).divide(r), field.coefficient(RootedTree.parse("f")));
        Rational sum = one.add(beta);
        Rational expected = sum.negate()
                .divide(r.pow(3).multiply(Rational.of(2)))
                .add(beta.multiply(q).multiply(Rational.of(2L * (n + 1))).divide(r.pow(2)))
                .add(beta.pow(2)
                        .multiply(sum)
                        .multiply(q.pow(2))
                        .divide(r.pow(3).multiply(Rational.of(2))));
        assertEquals(expected, field.coefficient(RootedTree.parse("f[f]")));
    }

    @ParameterizedTest(name = "of {0} tends to the field on the slow manifold")
    @CsvSource({"heavy-ball, 1/4", "nesterov, 1/4", "ema, 1/4"})
    void slowManifold(String name, String beta) {
        BSeriesField<Rational> slow = ModifiedEquation.of(method(name, beta), 4).field();
        BSeriesField<Rational> late = field(method(name, beta), 40, 4);
        for (RootedTree tree : slow.nonzero().keySet()) {
            Rational difference =
                    slow.coefficient(tree).subtract(late.coefficient(tree)).abs();
            assertTrue(difference.compareTo(Rational.of(1, 1_000_000_000_000_000L)) < 0, tree + " " + difference);
        }
    }

    @Test
    @DisplayName("carries θ_n to θ_{n+1} exactly: the flows of the first steps compose to the run")
    void flowsComposeToTheRun() {
        Method<Rational> method = method("heavy-ball", "1/2");
        BSeriesMap<Rational> run = field(method, 0, 5).flow();
        for (int n = 1; n < 4; n++) {
            run = run.then(field(method, n, 5).flow());
        }
        assertEquals(((LinearMultistep<Rational>) method).mapFromRest(4, 5), run);
    }

    @Test
    @DisplayName("has coefficients that are polynomials in β where β is a symbol")
    void symbols() {
        String late = field(Methods.parse("heavy-ball"), 2, 2)
                .coefficient(RootedTree.parse("f"))
                .toString();
        assertEquals("1+beta+beta^2", late);
    }

    @Test
    @DisplayName("is refused for methods without memory and for steps before the first")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> field(Methods.parseRational("gd"), 1, 2));
        assertThrows(IllegalArgumentException.class, () -> field(method("heavy-ball", "1/2"), -1, 2));
    }

    @Nested
    @DisplayName("with n a symbol")
    class Symbol {
        private static ModifiedEquation<ParameterFraction> closed(
                String text, Map<String, Rational> values, int order) {
            return TransientStep.equation(
                    Methods.parse(text, new MethodParameters(new TreeMap<>(values), List.of())), order);
        }

        /** The other road: the run step by step with numbers, and the logarithm of a quotient of numbers. */
        @ParameterizedTest(name = "of {0} to order {1} is at n = 0, …, 6 what the run with a number is")
        @CsvSource({
            "heavy-ball, 4",
            "nesterov, 4",
            "ema, 4",
            "qhm, 3",
            "memory:1/(1-beta*z)+z/(1-beta*z), 3",
            "aggmo:2, 3"
        })
        void numbers(String text, int order) {
            TreeMap<String, Rational> values = new TreeMap<>();
            for (String name : Methods.parse(text).parameters().keySet()) {
                values.put(name, Rational.of(values.size() + 1L, values.size() + 3L));
            }
            ModifiedEquation<ParameterFraction> symbols = closed(text, Map.of(), order);
            ModifiedEquation<ParameterFraction> half = closed(text, values, order);
            Method<Rational> method = Methods.parseRational(text, new MethodParameters(values, List.of()));
            for (int n = 0; n <= 6; n++) {
                TreeMap<String, Rational> at = new TreeMap<>(values);
                at.put("n", Rational.of(n));
                int step = n;
                values.forEach((name, value) -> at.put(name + "^n", value.pow(step)));
                values.forEach((name, value) -> at.put("(" + value + ")^n", value.pow(step)));
                field(method, n, order).nonzero().forEach((tree, value) -> {
                    assertEquals(value, symbols.field().coefficient(tree).evaluate(at), tree + " at n = " + step);
                    assertEquals(value, half.field().coefficient(tree).evaluate(at), tree + " at n = " + step);
                });
            }
        }

        @Test
        @DisplayName("of heavy ball has b(f) = (1−βq)/r and b(f[f]) by the closed form for unrelated β, q and n")
        void table() {
            BSeriesField<ParameterFraction> field =
                    closed("heavy-ball", Map.of(), 2).field();
            ParameterFraction first = field.coefficient(RootedTree.parse("f"));
            assertEquals("1/(1-beta)-beta/(1-beta)*beta^n", first.toString());
            assertEquals("\\frac{1}{1-\\beta}-\\frac{\\beta}{1-\\beta}\\beta^{n}", first.toLatex());
            assertEquals(
                    "-(1+beta)/(2*(1-beta)^3)+2*beta/(1-beta)^2*beta^n+(beta^2+beta^3)/(2*(1-beta)^3)*beta^(2*n)"
                            + "+2*beta/(1-beta)^2*beta^n*n",
                    field.coefficient(RootedTree.parse("f[f]")).toString());
            Rational b = Rational.of(2, 5);
            Rational q = Rational.of(7, 3);
            Rational n = Rational.of(11);
            Rational r = Rational.ONE.subtract(b);
            Rational one = Rational.ONE;
            Rational two = Rational.of(2);
            Rational second = one.add(b)
                    .negate()
                    .divide(two.multiply(r.pow(3)))
                    .add(two.multiply(b).multiply(n.add(one)).multiply(q).divide(r.pow(2)))
                    .add(b.pow(2).multiply(one.add(b)).multiply(q.pow(2)).divide(two.multiply(r.pow(3))));
            assertEquals(
                    second,
                    field.coefficient(RootedTree.parse("f[f]")).evaluate(Map.of("beta", b, "beta^n", q, "n", n)));
        }

        @Test
        @DisplayName("writes the powers of a number as (1/2)^n")
        void powersOfNumbers() {
            ParameterFraction second = closed("heavy-ball", Map.of("beta", Rational.of(1, 2)), 2)
                    .field()
                    .coefficient(RootedTree.parse("f[f]"));
            assertTrue(second.toString().contains("(1/2)^(2*n)"), second.toString());
            assertTrue(second.toLatex().contains("\\bigl(\\tfrac{1}{2}\\bigr)^{2n}"), second.toLatex());
        }

        @ParameterizedTest(name = "of {0} is the slow field where βⁿ = 0, and does not depend on n there")
        @CsvSource({"heavy-ball, 4", "nesterov, 4", "ema, 4", "qhm, 3"})
        void slow(String text, int order) {
            ModifiedEquation<?> slow = ModifiedEquation.of(Methods.parse(text), order);
            closed(text, Map.of(), order).field().nonzero().forEach((tree, value) -> {
                ParameterPolynomial rest =
                        value.numerator().coefficientsIn("beta^n").get(0);
                assertEquals(0, rest.degree("n"), tree.toString());
                Map<String, Rational> at = Map.of(
                        "beta",
                        Rational.of(2, 7),
                        "beta^n",
                        Rational.ZERO,
                        "n",
                        Rational.of(5),
                        "nu",
                        Rational.of(3, 4));
                ParameterFraction expected = (ParameterFraction) slow.field().coefficient(tree);
                assertEquals(expected.evaluate(at), value.evaluate(at), tree.toString());
            });
        }

        @ParameterizedTest(name = "of {0} is at n = 0 gradient descent for every β: the first step knows no past")
        @ValueSource(strings = {"heavy-ball", "nesterov"})
        void first(String text) {
            BSeriesField<Rational> descent =
                    ModifiedEquation.of(Methods.parseRational("gd"), 4).field();
            BSeriesField<ParameterFraction> field = closed(text, Map.of(), 4).field();
            for (Rational beta : List.of(Rational.of(2, 7), Rational.of(-3), Rational.of(11, 5))) {
                Map<String, Rational> at = Map.of("beta", beta, "n", Rational.ZERO, "beta^n", Rational.ONE);
                field.nonzero()
                        .forEach((tree, value) ->
                                assertEquals(descent.coefficient(tree), value.evaluate(at), tree.toString()));
            }
        }

        @Test
        @DisplayName("is refused with a parameter called n, for poles that are no parameter, and without memory")
        void symbolRefused() {
            for (String text : List.of("memory:1/(1-n*z)", "memory:1/(1-a*b*z)", "memory:z", "gd")) {
                assertThrows(IllegalArgumentException.class, () -> closed(text, Map.of(), 2), text);
            }
        }
    }
}
