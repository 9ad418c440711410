package org.modeq.symbolic.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The change of a quantity under an adaptive method")
class AdaptiveDerivativeTest {
    private static final List<Rational> POINT = List.of(Rational.parse("1/2"), Rational.parse("-1/3"));

    /** ∇L = (3/4, −4/3) at the point, so that with ε = 1 inside the root both roots are rational. */
    private static final CoordinateLosses LOSSES = CoordinateLosses.of(
            List.of("x", "y"),
            Map.of("L", "x^4/4 + x^3/3 + x^2*y^2/2 - x*y^2 + x*y + 55/72*x + y^2/2 - 7/4*y"),
            Map.of());

    private static AdaptiveMethod method(String name, EpsilonPlace place, String... parameters) {
        Map<String, Rational> given = new TreeMap<>();
        for (String parameter : parameters) {
            String[] sides = parameter.split("=", -1);
            given.put(sides[0], Rational.parse(sides[1]));
        }
        return AdaptiveMethod.parse(name, new TreeMap<>(given), place).orElseThrow();
    }

    private static String value(Expression expression) {
        return expression
                .valueAt(variable -> Optional.of(POINT.get(variable.index())))
                .orElseThrow()
                .toString();
    }

    @ParameterizedTest(name = "of {0} with {1}: order {2} is ({3}, {4})")
    @CsvSource(textBlock = """
            adam, beta1=1/2 beta2=2/3 eps=1, 1, -3/5, 4/5
            adam, beta1=1/2 beta2=2/3 eps=1, 2, -3/125, 9/250
            adam, beta1=1/2 beta2=2/3 eps=1, 3, 760111/4218750, 143269/312500
            adamw, beta1=1/2 beta2=2/3 eps=1 lambda=1/2, 1, -17/20, 29/30
            adamw, beta1=1/2 beta2=2/3 eps=1 lambda=1/2, 2, -2119/6000, 1771/6000
            nadam, beta1=1/2 beta2=2/3 eps=1, 2, -1/250, 27/125
            rmsprop, beta2=2/3 eps=1, 2, 2/125, 99/250
            """)
    void coordinates(String name, String parameters, int order, String x, String y) {
        AdaptiveMethod method = method(name, EpsilonPlace.INSIDE, parameters.split(" ", -1));
        for (String[] expected : new String[][] {{"x", x}, {"y", y}}) {
            List<Expression> rates = AdaptiveDerivative.rates(method, LOSSES, LOSSES.read(expected[0]), order);
            assertEquals(expected[1], value(rates.get(order - 1)));
        }
    }

    @Test
    @DisplayName("without memory is that of one Euler step on −U(g, g⊙g), exactly")
    void withoutMemory() {
        AdaptiveMethod method = method("adam", EpsilonPlace.INSIDE, "beta1=0", "beta2=0", "eps=1");
        List<Expression> change = AdaptiveDerivative.changes(method, LOSSES, LOSSES.read("x^2+y"), 3);
        List<String> values = new ArrayList<>();
        change.forEach(coefficient -> values.add(value(coefficient)));
        // x′ = 1/2 − 3/5 h and y′ = −1/3 + 4/5 h, so x′² + y′ − x² − y = −3/5 h + 9/25 h² + 4/5 h.
        assertEquals(List.of("1/5", "9/25", "0"), values);
    }

    @Test
    @DisplayName("has its symbols as variables, and refuses those that mean something else")
    void symbols() {
        CoordinateLosses losses = CoordinateLosses.of(List.of("x"), Map.of("L", "F(x)"), Map.of("F", 1));
        AdaptiveMethod method = method("rmsprop", EpsilonPlace.OUTSIDE);
        Expression field =
                AdaptiveDerivative.rates(method, losses, losses.read("x"), 1).get(0);
        assertEquals("-F'/(sqrt(F'^2)+eps)", field.toString());
        CoordinateLosses clashing = CoordinateLosses.of(List.of("eps"), Map.of("L", "eps^2"), Map.of());
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> AdaptiveDerivative.rates(method, clashing, clashing.read("eps"), 1))
                .getMessage();
        assertTrue(message.contains("has the symbols eps"), message);
    }
}
