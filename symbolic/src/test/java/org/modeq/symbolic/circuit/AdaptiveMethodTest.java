package org.modeq.symbolic.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("An adaptive method")
class AdaptiveMethodTest {
    private static SortedMap<String, Rational> given(String... assignments) {
        SortedMap<String, Rational> given = new TreeMap<>();
        for (String assignment : assignments) {
            String[] parts = assignment.split("=", 2);
            given.put(parts[0], Rational.parse(parts[1]));
        }
        return given;
    }

    private static AdaptiveMethod method(String name, String... assignments) {
        return AdaptiveMethod.parse(name, given(assignments), EpsilonPlace.INSIDE)
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}: {2} trees of order 2, parameters {1}")
    @CsvSource({
        "adam, beta1 beta2 eps, 2",
        "adamw, beta1 beta2 eps lambda, 6",
        "nadam, beta1 beta2 eps, 2",
        "rmsprop, beta2 eps, 2",
        "rmsprop-momentum, beta2 beta3 eps, 2",
        "rmsprop-centred, beta2 eps, 3"
    })
    @DisplayName("is a circuit with parameters")
    void entries(String name, String parameters, int count) {
        AdaptiveMethod method = method(name);
        assertEquals(parameters, String.join(" ", method.parameters().keySet()));
        assertEquals(count, AdaptiveEquation.of(method, 2).terms(1).size());
        assertTrue(AdaptiveMethods.isNamed(name));
        assertTrue(method.map().startsWith("θ ← θ − h U(m,v"), method::map);
        assertTrue(method.signals().contains("v = average of q = g⊙g (β₂)"), method::signals);
    }

    @Test
    @DisplayName("is in the list of methods under its name")
    void list() {
        AdaptiveMethods.entries()
                .forEach(
                        entry -> assertEquals(entry.name(), method(entry.name()).name()));
        assertTrue(AdaptiveMethod.parse("gd", given(), EpsilonPlace.OUTSIDE).isEmpty());
        assertFalse(AdaptiveMethods.isNamed("gd"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sign; jumps where a coordinate changes sign",
                "lion; c/√(c²+ε²)",
                "clip; has a kink",
                "amsgrad; no steady state",
                "adagrad; sequence:V,T"
            })
    @DisplayName("without a series is refused with the reason and what to take instead")
    void refused(String name, String reason) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> method(name));
        assertTrue(error.getMessage().contains(reason), error::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beta1=1", "beta1=-1/2", "beta2=3/2", "eps=-1", "lambda=1", "tau1=1"})
    @DisplayName("takes decay rates from 0 to below 1, no negative ε, and no unknown parameter")
    void badParameters(String assignment) {
        assertThrows(IllegalArgumentException.class, () -> method("adam", assignment));
    }

    @Test
    @DisplayName("with a variance in the denominator has no series with ε outside")
    void centredOutside() {
        assertThrows(
                IllegalArgumentException.class,
                () -> AdaptiveMethod.parse("rmsprop-centred", given(), EpsilonPlace.OUTSIDE));
        assertThrows(IllegalArgumentException.class, () -> EpsilonPlace.parse("beside"));
    }

    @Nested
    @DisplayName("has coefficients in its decay rates")
    class Coefficients {
        @ParameterizedTest(name = "{0}: b({1}) = {2}")
        @CsvSource({
            "adam, u[m:g[u]], -(1+beta1)/(2*(1-beta1))",
            "adam, u[v:q[g[u]]], -(1+beta2)/(2*(1-beta2))",
            "adam, u[m:g[u[m:g[u]]]], (1+4*beta1+beta1^2)/(3*(1-beta1)^2)",
            "nadam, u[m:g[u]], -(1-beta1+2*beta1^2)/(2*(1-beta1))",
            "rmsprop, u[m:g[u]], -1/2",
            "rmsprop-momentum, u, 1/(1-beta3)"
        })
        @DisplayName("as fractions where they are symbols")
        void symbols(String name, String tree, String expected) {
            AdaptiveEquation<?> equation = AdaptiveEquation.of(method(name), 3);
            assertEquals(expected, equation.coefficient(RootedTree.parse(tree)).toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"adam", "nadam", "rmsprop-momentum"})
        @DisplayName("that are the same numbers whether the rates are inserted before or after")
        void numbers(String name) {
            SortedMap<String, Rational> rates = given("beta1=1/2", "beta2=2/3", "beta3=3/4");
            rates.keySet().removeIf(rate -> !method(name).parameters().containsKey(rate));
            AdaptiveMethod some =
                    AdaptiveMethod.parse(name, rates, EpsilonPlace.INSIDE).orElseThrow();
            AdaptiveEquation<Rational> numbers = AdaptiveEquation.rational(some, 4);
            AdaptiveEquation<?> symbols = AdaptiveEquation.of(method(name), 4);
            AdaptiveEquation<?> mixed = AdaptiveEquation.of(method(name, "beta2=2/3"), 4);
            for (FieldEquation.Term<Rational> term : numbers.terms()) {
                assertEquals(term.b(), value(symbols.coefficient(term.tree()), rates));
                assertEquals(term.b(), value(mixed.coefficient(term.tree()), rates));
            }
        }

        private static Rational value(Object coefficient, Map<String, Rational> rates) {
            return coefficient instanceof ParameterFraction fraction
                    ? fraction.evaluate(rates)
                    : (Rational) coefficient;
        }

        @Test
        @DisplayName("that a summary counts and adds up")
        void summary() {
            List<FieldEquation.Summary> symbols =
                    AdaptiveEquation.of(method("adam"), 3).summary();
            assertEquals(BigInteger.TEN, symbols.get(2).count());
            assertEquals(10, symbols.get(2).nonzero());
            assertEquals(
                    "-(1-beta1*beta2)/((1-beta1)*(1-beta2))", symbols.get(1).sum());
            assertTrue(symbols.get(1).absoluteSum().isEmpty());
            List<FieldEquation.Summary> numbers = AdaptiveEquation.of(method("nadam", "beta1=1/2", "beta2=2/3"), 2)
                    .summary();
            assertEquals("-7/2", numbers.get(1).sum());
            assertEquals("7/2", numbers.get(1).absoluteSum().orElseThrow());
        }

        @Test
        @DisplayName("that are numbers only where every rate is one")
        void refusals() {
            assertThrows(
                    IllegalArgumentException.class, () -> AdaptiveEquation.rational(method("adam", "beta1=1/2"), 2));
        }
    }

    @Nested
    @DisplayName("has two roads")
    class Roads {
        @Test
        @DisplayName("of which the scaled one is a sequence of Euler steps on θ and its averages")
        void scaled() {
            assertEquals("sequence:M,V,T", AdaptiveRoad.scaled(method("adam")).name());
            assertEquals("nadam", AdaptiveRoad.scaled(method("nadam")).name());
            assertEquals("sequence:V,T", AdaptiveRoad.scaled(method("rmsprop")).name());
            assertEquals(
                    "θ' = −U(m,v) − λθ, U(m,v) = m/√(v+ε)",
                    AdaptiveRoad.fields(method("adamw")).get("T"));
            assertThrows(IllegalArgumentException.class, () -> AdaptiveRoad.scaled(method("rmsprop-momentum")));
            assertThrows(IllegalArgumentException.class, () -> AdaptiveRoad.scaled(method("adam", "beta1=1/2")));
            assertThrows(IllegalArgumentException.class, () -> AdaptiveRoad.parse("fast"));
        }

        /** M, then V, then y ↦ y + hT(y + hM(y)), whose only trees are T with leaves M. */
        @Test
        @DisplayName("of which the scaled one of nadam is the Euler steps M and V, then T one step of M ahead")
        void lookingAhead() {
            int order = 4;
            Map<RootedTree, Rational> ahead = new TreeMap<>();
            for (int leaves = 0; leaves < order; leaves++) {
                ahead.put(RootedTree.parse(leaves == 0 ? "T" : "T[" + "M,".repeat(leaves - 1) + "M]"), Rational.ONE);
            }
            BSeriesMap<Rational> expected = BSeriesMap.eulerStep(new Colour("M"), order)
                    .then(BSeriesMap.eulerStep(new Colour("V"), order))
                    .then(BSeriesMap.of(order, ahead));
            assertEquals(
                    expected.nonzero().toString(),
                    StepMap.of(AdaptiveRoad.scaled(method("nadam")), order)
                            .nonzero()
                            .toString());
        }

        @Test
        @DisplayName("of which the slow one says how long the memory is")
        void slow() {
            AdaptiveMethod usual = method("adam", "beta1=9/10", "beta2=999/1000");
            assertTrue(AdaptiveRoad.slowNote(usual).endsWith("τ1 = 9, τ2 = 999"));
            assertEquals(
                    "it serves where h ‖∂u/∂θ‖ is well below 1/(1+τ) = 1/1000; beyond that take --road scaled",
                    AdaptiveRoad.slowRange(usual));
            assertTrue(AdaptiveRoad.slowNote(method("adam")).contains("τ1 = beta1/(1-beta1)"));
            assertEquals(
                    "it serves where h (1+τ) ‖∂u/∂θ‖ is well below 1",
                    AdaptiveRoad.slowRange(method("rmsprop-momentum")));
        }
    }
}
