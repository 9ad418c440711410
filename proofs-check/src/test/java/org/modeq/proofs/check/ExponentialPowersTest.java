package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A power with the number of a step in its exponent")
class ExponentialPowersTest {
    private final ExponentialPowers powers = new ExponentialPowers("n", Set.of("beta"));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "beta^n, beta^0*beta^n^1",
        "beta^(2*n+1), beta^1*beta^n^2",
        "f*beta^(n-1), f*1/beta^1*beta^n^1",
        "norm2(beta^n*f), norm2(beta^0*beta^n^1*f)",
        "n*beta^2, n*beta^2"
    })
    void rewritten(String given, String expected) {
        assertEquals(
                expected.replace(" ", ""),
                FormulaText.ascii(powers.rewritten(FormulaParser.parse(given))).replace(" ", ""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "(1-beta)^n, expected one of beta",
        "beta^(n*n), expected one of beta",
        "beta^(n/2), expected whole numbers",
        "h^n, expected one of beta"
    })
    void refused(String given, String message) {
        String error = assertThrows(IllegalArgumentException.class, () -> powers.rewritten(FormulaParser.parse(given)))
                .getMessage();
        assertTrue(error.contains(message), error);
    }

    @ParameterizedTest(name = "with beta = {0} and n = {1} is {2}")
    @CsvSource({"1/2, 3, 1/8", "-2, 2, 4"})
    void value(String beta, String n, String expected) {
        Rational value =
                ExponentialPowers.value("beta^n", Map.of("beta", Rational.parse(beta), "n", Rational.parse(n)));
        assertEquals(expected, value.toString());
    }
}
