package org.modeq.symbolic.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A quotient of polynomials in factors")
class ParameterQuotientTest {
    private static final Map<String, Rational> VALUES =
            Map.of("x", Rational.of(2, 3), "y", Rational.of(-5), "beta", Rational.of(1, 7));

    @ParameterizedTest(name = "{0} is {1} at x = 2/3, y = −5, beta = 1/7")
    @CsvSource({
        "1-x+x*(1-beta)/(1-beta*y), 2/3",
        "-x^2, -4/9",
        "(-x)^2, 4/9",
        "--x, 2/3",
        "1/2/x, 3/4",
        "x/(y/3), -2/5",
        "0.25*y, -5/4",
        "x^0, 1",
        "1/(x*y)+1/(x*y), -3/5",
        "' 1 / ( x - y ) ^ 2 ', 9/289"
    })
    void value(String text, String expected) {
        ParameterQuotient quotient = ParameterQuotient.parse(text);
        Rational value = quotient.numerator()
                .evaluate(VALUES)
                .divide(quotient.denominator().evaluate(VALUES));
        assertEquals(Rational.parse(expected), value);
    }

    @Test
    @DisplayName("keeps its denominators apart and takes equal ones once in a sum")
    void factors() {
        ParameterQuotient sum = ParameterQuotient.parse("1/((1-x)*(1-y))+2/(1-x)+3/(1-x)^2");
        assertEquals(
                List.of("1-x", "1-y", "1-x"),
                sum.denominators().stream().map(ParameterPolynomial::toString).toList());
        assertEquals("[x, y]", sum.parameters().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1+", "x y", "(x", "x)", "x^", "x^-1", "x^51", "1/(x-x)", "1.2.3", "*x", "x^^2", "√x", "1,2"
            })
    @DisplayName("is not read from a text that is no formula; the message says where")
    void refused(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> ParameterQuotient.parse(text));
        assertTrue(refusal.getMessage().contains("'" + text), refusal.getMessage());
    }

    @Test
    @DisplayName("is not read from formulas nested too deep")
    void nested() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ParameterQuotient.parse("(".repeat(1000) + "x" + ")".repeat(1000)));
        assertThrows(IllegalArgumentException.class, () -> ParameterQuotient.parse("-".repeat(100_000) + "x"));
    }

    /** Polynomials with known roots: Π (1 − z/aᵢ), and pairs of complex ones 1 − 2cz/r + z²/r² of modulus r. */
    @ParameterizedTest(name = "{0} has a root in the closed unit disc: {1}")
    @CsvSource({
        "1-z/2, false",
        "1-2*z, true",
        "1+z, true",
        "(1-z/2)*(1+z/3)*(1-z/4)^3, false",
        "(1-z/2)*(1+z/3)*(1-z*101/100), true",
        "(1-z/2)*(1+z/3)*(1-z*99/100), false",
        "1-z+z^2, true",
        "1-z*99/100+z^2*99/100*99/100, false",
        "(1-z*99/100+z^2*99/100*99/100)*(1-z*6/5+z^2*36/25), true",
        "z, true",
        "7, false",
        "0, true"
    })
    void unitDisc(String text, boolean expected) {
        List<Rational> coefficients = ParameterQuotient.parse(text).numerator().coefficientsIn("z").stream()
                .map(c -> c.constant().orElseThrow())
                .toList();
        ParameterPolynomial under = ParameterQuotient.parse(text).denominator();
        assertTrue(under.constant().isPresent());
        assertEquals(expected, new Polynomial(coefficients).hasRootInUnitDisc());
    }
}
