package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
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
}
