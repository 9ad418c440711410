package org.modeq.symbolic.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.invariant.CoordinateLosses;

@DisplayName("The numerator of an expression")
class CommonDenominatorTest {
    private static Expression read(String formula) {
        return CoordinateLosses.of(List.of("x", "y"), Map.of("L", "x"), Map.of())
                .read(formula);
    }

    @ParameterizedTest(name = "of {0} is 0")
    @CsvSource(
            delimiter = ';',
            value = {
                "1/(1+x) - x/(1+x) - (1-x)/(1+x)",
                "x/(x+y) + y/(x+y) - 1",
                "1/(x-y) - 1/(x+y) - 2*y/((x-y)*(x+y))",
                "1/(x+y)^2 - (x-y)/(x+y)^2/(x-y)",
                "1/(1+1/(1+x)) - (1+x)/(2+x)",
                "sqrt(1+x)/(1+x) - 1/sqrt(1+x)",
                "(1+x)^(3/2) - (1+x)*sqrt(1+x)",
                "sin(x)/(1+y) - sin(x)*(1-y)/(1-y^2)",
                "1/(x*y) - 1/x/y"
            })
    void zero(String formula) {
        assertTrue(read(formula).numerator().isZero(), read(formula).numerator().toString());
    }

    @ParameterizedTest(name = "of {0} is not 0")
    @CsvSource(
            delimiter = ';',
            value = {
                "1/(1+x) - x/(1+x) - (1-2*x)/(1+x)",
                "1/(x-y) - 1/(x+y)",
                "sqrt(1+x) - 1/sqrt(1+x)",
                "(1+x)^(3/2) - (1+y)*sqrt(1+x)"
            })
    void notZero(String formula) {
        assertFalse(read(formula).numerator().isZero());
    }

    @Test
    @DisplayName("has the value of the expression times that of the denominator, in doubles")
    void values() {
        Expression expression = read("1/(x-y) - x/(x+y)^2 + sqrt(x+2)^3/(x+y)");
        double x = 1.25;
        double y = 0.5;
        double expected =
                expression.approximately(variable -> variable.index() == 0 ? x : y) * (x - y) * Math.pow(x + y, 2);
        assertEquals(expected, expression.numerator().approximately(variable -> variable.index() == 0 ? x : y), 1e-13);
        assertTrue(expression.size(variable -> variable.index() == 0 ? x : y) > Math.abs(expected) / 4);
    }

    @ParameterizedTest(name = "{0} is {1} at x = 1/2, y = 2")
    @CsvSource(
            delimiter = ';',
            value = {
                "exp(x)*log(y); 1.142806500315004",
                "sin(x)+cos(y); 0.0632787020570606",
                "tan(x)-tanh(y); -0.4177250902320264",
                "atan(y)/sqrt(x); 1.565744732268385",
                "x^2-3/y; -1.25"
            })
    @DisplayName("An expression has a value in doubles")
    void approximately(String formula, double value) {
        assertEquals(value, read(formula).approximately(variable -> variable.index() == 0 ? 0.5 : 2), 1e-15);
    }
}
