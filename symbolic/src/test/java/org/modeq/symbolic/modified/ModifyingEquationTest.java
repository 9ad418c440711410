package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.NamedTableaus;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The modifying equation")
class ModifyingEquationTest {
    @Test
    @DisplayName("of gradient descent is the Taylor series of the flow, b = 1/γ, to order 8")
    void euler() {
        BSeriesField<Rational> field =
                ModifyingEquation.of(EulerSteps.gradientDescent(), 8).field();
        assertEquals(BSeriesMap.exactFlow(Colour.F, 8).nonzero(), field.nonzero());
    }

    /** Chartier, Hairer and Vilmart (2007): f + h²/12 (−f′f′f + ½ f″(f,f)) + h⁴/120 (…). */
    @ParameterizedTest(name = "of the implicit midpoint rule has the factor {1} at F({0})")
    @CsvSource(
            delimiter = ';',
            value = {
                "f; 1",
                "f[f]; 0",
                "f[f[f]]; -1/12",
                "f[f,f]; 1/24",
                "f[f,f,f]; 0",
                "f[f,f[f]]; 0",
                "f[f[f[f[f]]]]; 1/120"
            })
    void midpoint(String tree, String weight) {
        BSeriesField<Rational> field =
                ModifyingEquation.of(NamedTableaus.of("implicit-midpoint"), 6).field();
        assertEquals(Rational.parse(weight), field.weight(RootedTree.parse(tree)));
    }

    @ParameterizedTest(name = "of {0} makes each step the exact flow of f")
    @ValueSource(
            strings = {
                "gd", "sequence:f,f", "rk:implicit-euler", "rk:heun", "rk:rk4", "rk:trapezoidal", "rk:gauss4",
                "rk:radau-iia3", "avf", "extragradient", "sam", "heavy-ball", "nesterov", "ema"
            })
    void exactSteps(String method) {
        assertExact(Methods.parse(method), 5);
    }

    private static <E> void assertExact(Method<E> method, int order) {
        ModifyingEquation<E> equation = ModifyingEquation.of(method, order);
        Ring<E> ring = method.ring();
        Colour colour = method.fields().first();
        RootedTree vertex = RootedTree.vertex(colour);
        BSeriesMap<E> exact =
                BSeriesField.of(ring, order, Map.of(vertex, ring.one())).flow();
        assertEquals(exact, equation.field().substitutedInto(StepMap.of(method, order)));
        assertEquals(order, equation.order());
    }

    @Test
    @DisplayName("of heavy ball begins with (1 − β) f")
    void heavyBall() {
        List<? extends FieldEquation.Term<?>> terms =
                ModifyingEquation.of(Methods.parse("heavy-ball"), 2).terms();
        assertEquals("1-beta", terms.get(0).b().toString());
    }

    @Test
    @DisplayName("lists its counter terms with those that are zero")
    void counterTerms() {
        ModifyingEquation<Rational> equation = ModifyingEquation.of(NamedTableaus.of("implicit-midpoint"), 3);
        assertEquals(
                List.of("1/24", "-1/12"),
                equation.counterTerm(3).stream()
                        .map(term -> term.coefficient().toString())
                        .toList());
        assertEquals(1, equation.counterTerm(2).size());
        assertEquals(4, equation.terms().size());
        assertEquals(BigInteger.TWO, equation.summary().get(2).count());
        assertEquals(2, equation.summary().get(2).nonzero());
    }

    @Test
    @DisplayName("is refused for several fields")
    void severalFields() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ModifyingEquation.of(Methods.parse("sequence:A,B"), 3))
                .getMessage();
        assertTrue(message.contains("expected a method of one field"), message);
    }

    @Test
    @DisplayName("is refused where the memory is too small, naming the largest order that fits")
    void memory() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ModifyingEquation.requireThatItFits(EulerSteps.gradientDescent(), 14, 300L << 20))
                .getMessage();
        assertTrue(message.contains("the largest order that fits is 13"), message);
        assertThrows(IllegalArgumentException.class, () -> ModifyingEquation.of(EulerSteps.gradientDescent(), 0));
    }
}
