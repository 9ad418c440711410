package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A filter in the delay z as a memory")
class LinearMemoryTest {
    private static final RootedTree F = RootedTree.parse("f");
    private static final RootedTree FF = RootedTree.parse("f[f]");

    /** A method with values {@code beta=1/2 nu=2/3}. */
    private static Method<?> method(String text, String values) {
        TreeMap<String, Rational> given = new TreeMap<>();
        for (String value : values.split(" ", -1)) {
            if (!value.isEmpty()) {
                given.put(value.split("=", -1)[0], Rational.parse(value.split("=", -1)[1]));
            }
        }
        return Methods.parse(text, new MethodParameters(given, List.of()));
    }

    private static BSeriesField<?> field(String text, String values, int order) {
        return ModifiedEquation.of(method(text, values), order).field();
    }

    private static Method<Rational> rational(String text, String values) {
        return Methods.requireRational(method(text, values));
    }

    @ParameterizedTest(name = "{0} with {1} is {2} with {3}, coefficient by coefficient to order 5")
    @CsvSource({
        "memory:1/(1-beta*z), '', heavy-ball, ''",
        "memory:(1-beta)/(1-beta*z), '', ema, ''",
        "memory:1/(1-beta*z)@1+beta*(1-z), '', nesterov, ''",
        "memory:1-nu+nu*(1-beta)/(1-beta*z), '', qhm, ''",
        "memory:(1/(1-beta1*z)+1/(1-beta2*z))/2, '', aggmo:2, ''",
        "memory:1/(1-beta*z), beta=9/10, heavy-ball, beta=9/10",
        "qhm, nu=1, ema, ''",
        "qhm, nu=1 beta=2/3, ema, beta=2/3",
        "memory:1, '', gd, ''",
        "qhm, nu=0 beta=1/2, gd, ''",
        "aggmo:2, beta1=1/3 beta2=1/3, heavy-ball, beta=1/3",
        "memory:(1-2*beta*z+beta^2*z^2)/(1-beta*z)^3, '', heavy-ball, ''"
    })
    void known(String text, String values, String other, String otherValues) {
        BSeriesField<?> expected = field(other, otherValues, 5);
        BSeriesField<?> found = field(text, values, 5);
        assertEquals(expected.nonzero().toString(), found.nonzero().toString());
        assertTrue(found.truncationOrder() == 5 && !found.nonzero().isEmpty());
    }

    @Test
    @DisplayName("of quasi-hyperbolic momentum with ν = 0 is gradient descent, also with β a symbol")
    void quasiHyperbolicWithoutMomentum() {
        assertEquals(
                field("gd", "", 5).nonzero().toString(),
                field("qhm", "nu=0", 5).nonzero().toString());
    }

    /** A method of order p follows the exact flow to order p: its modified field begins f + O(hᵖ). */
    @ParameterizedTest(name = "{0} is the Adams–Bashforth method of order {1}: nothing before h^{1}")
    @CsvSource({"memory:(3-z)/2, 2", "memory:(23-16*z+5*z^2)/12, 3", "memory:(55-59*z+37*z^2-9*z^3)/24, 4"})
    void adamsBashforth(String text, int order) {
        BSeriesField<Rational> field =
                ModifiedEquation.of(rational(text, ""), order + 1).field();
        field.nonzero().forEach((tree, value) -> assertTrue(tree.equals(F) || tree.order() > order, tree.toString()));
        assertEquals(Rational.ONE, field.coefficient(F));
        assertTrue(field.nonzero().keySet().stream().anyMatch(tree -> tree.order() == order + 1));
    }

    /** Σ_k k w_k by the sum itself, cut off where it is below the tolerance; Cattaneo and Shigida, θ′ = θ − h[F̄ + hM]. */
    @ParameterizedTest(name = "{0} is as a map without memory −h[A(1)∇L + h A(1) Σ k w_k ∇²L ∇L]")
    @CsvSource({
        "memory:1/(1-beta*z), 1/3, 0",
        "memory:1-nu+nu*(1-beta)/(1-beta*z), 1/3, 1/4",
        "memory:1/((1-beta*z)*(1-nu*z)), 1/3, -1/4"
    })
    void memoryless(String text, String beta, String nu) {
        String values = text.contains("nu") ? "beta=" + beta + " nu=" + nu : "beta=" + beta;
        BSeriesMap<Rational> map = StepMap.of(rational(text, values), 2);
        double b = Rational.parse(beta).doubleValue();
        double v = Rational.parse(nu).doubleValue();
        double sum = 0;
        double first = 0;
        double other = 0;
        for (int k = 0; k < 60; k++) {
            // The weights of the three filters, one after the other.
            other = v * other + Math.pow(b, k);
            double weight = text.contains("(1-nu*z)")
                    ? other
                    : text.contains("nu") ? v * (1 - b) * Math.pow(b, k) + (k == 0 ? 1 - v : 0) : Math.pow(b, k);
            sum += weight;
            first += k * weight;
        }
        assertEquals(sum, map.coefficient(F).doubleValue(), 1e-14);
        assertEquals(-sum * first, map.coefficient(FF).doubleValue(), 1e-14);
    }

    @Test
    @DisplayName("without memory in the map has M = β/(1−β)³ ∇²L∇L for heavy ball, with β a symbol")
    void memorylessHeavyBall() {
        BSeriesMap<?> map = StepMap.of(method("memory:1/(1-beta*z)", ""), 2);
        assertEquals("1/(1-beta)", map.coefficient(F).toString());
        assertEquals("-beta/(1-beta)^3", map.coefficient(FF).toString());
    }

    /** Another way to the field: the run itself, whose late steps have forgotten their start. */
    @ParameterizedTest(name = "{0} with {1}: the late steps of its run tend to its slow manifold")
    @CsvSource({
        "qhm, beta=1/4 nu=2/3",
        "aggmo:2, beta1=1/4 beta2=-1/5",
        "memory:z, ''",
        "memory:(1+z-z^2)/(1-z/4)^2@1+(1-z)/3, ''",
        "memory:1/(1-z/5+z^2/9), ''"
    })
    void lateSteps(String text, String values) {
        Method<Rational> method = rational(text, values);
        BSeriesField<Rational> slow = ModifiedEquation.of(method, 4).field();
        BSeriesField<Rational> late = TransientStep.equation(method, 40, 4).field();
        assertEquals(8, slow.nonzero().size());
        slow.nonzero().forEach((tree, value) -> {
            Rational difference = value.subtract(late.coefficient(tree)).abs();
            assertTrue(difference.compareTo(Rational.of(1, 1_000_000_000_000L)) < 0, tree + " " + difference);
        });
    }

    @Test
    @DisplayName(
            "begins with averages of 0: the first step of a delayed gradient is none, that of qhm has the weight 1−βν")
    void firstSteps() {
        Method<Rational> delayed = rational("memory:z", "");
        assertEquals(Map.of(), TransientStep.equation(delayed, 0, 3).field().nonzero());
        Method<Rational> qhm = rational("qhm", "beta=1/2 nu=2/3");
        assertEquals(
                Rational.of(2, 3), TransientStep.equation(qhm, 0, 1).field().coefficient(F));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory:1/(1-z)",
                "memory:1/(1-2*z)",
                "memory:1/(1+z)",
                "memory:1/(1-z+z^2)",
                "memory:1/z",
                "memory:1/(z-z)",
                "memory:",
                "memory:1/(1-beta*z)@2-beta*z",
                "memory:1@1/(1-beta*z)",
                "memory:1@1@1",
                "memory:h*z",
                "memory:(1",
                "memory:1/(1-beta*z)^99",
                "memory:2z",
                "aggmo:0",
                "aggmo:x"
            })
    @DisplayName("is refused in one line where it does not fade, has no sum or is no formula")
    void refused(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Methods.parse(text));
        assertTrue(refusal.getMessage().contains("expected")
                || refusal.getMessage().contains("division by 0"));
        assertTrue(!refusal.getMessage().contains("\n"));
    }

    @ParameterizedTest(name = "{0} with {1} is refused")
    @CsvSource({
        "memory:1/(1-beta*z), beta=1",
        "memory:1/(1-beta*z), beta=-1",
        "qhm, beta=3/2 nu=1",
        "memory:1/(1-beta*z), gamma=1/2",
        "aggmo:2, beta1=1"
    })
    void refusedValues(String text, String values) {
        assertThrows(IllegalArgumentException.class, () -> method(text, values));
    }
}
