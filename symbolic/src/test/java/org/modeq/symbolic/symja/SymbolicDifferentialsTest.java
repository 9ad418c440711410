package org.modeq.symbolic.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("Elementary differentials as expressions")
class SymbolicDifferentialsTest {
    private static List<String> written(ConcreteFields fields, String tree) {
        return fields.symbolic().of(RootedTree.parse(tree)).stream()
                .map(Object::toString)
                .toList();
    }

    private static ConcreteFields loss(String formula, String... variables) {
        return ConcreteFields.ofLosses(List.of(variables), Map.of(Colour.F, formula));
    }

    /** By hand: L = x²y/2 has f = (−xy, −x²/2), f′ = −((y, x), (x, 0)), so f′f = (xy² + x³/2, x²y). */
    @Test
    @DisplayName("of a polynomial are collected polynomials, low degrees first")
    void polynomial() {
        ConcreteFields fields = loss("x^2*y/2", "x", "y");
        assertEquals(List.of("-x*y", "-1/2*x^2"), written(fields, "f"));
        assertEquals(List.of("1/2*x^3+x*y^2", "x^2*y"), written(fields, "f[f]"));
        assertEquals(List.of("-1-2*x", "0"), written(loss("(1+x+y)^2/2 + x^2/2 - y^2/2 - x*y - y", "x", "y"), "f"));
    }

    /** By hand, with f = −L′ and F(f[f]) = f′f = L″L′. */
    @ParameterizedTest(name = "of {0} are {1} and {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "exp(x); -exp(x); exp(2*x)",
                "log(x); -1/x; -1/x^3",
                "sqrt(x); -1/(2*sqrt(x)); -1/(8*x^2)",
                "sqrt(1+x^2); -x/sqrt(1+x^2); x/(1+x^2)-x^3/(1+x^2)^2",
                "sin(x); -cos(x); -cos(x)*sin(x)",
                "sin(x)^2/2; -cos(x)*sin(x); cos(x)^3*sin(x)-cos(x)*sin(x)^3",
                "tan(x); -1/cos(x)^2; 2*tan(x)/cos(x)^4",
                "tanh(x); -1+tanh(x)^2; -2*tanh(x)+4*tanh(x)^3-2*tanh(x)^5",
                "atan(x); -1/(1+x^2); -2*x/(1+x^2)^3",
                "1/(2-2*x); -1/(2*(1-x)^2); 1/(2*(1-x)^5)",
                "1/tanh(x); 1/tanh(x)^2-1; -2/tanh(x)^5+4/tanh(x)^3-2/tanh(x)",
                "x*sqrt(2); -sqrt(2); 0",
                "x^2/sqrt(8); -1/2*sqrt(2)*x; 1/2*x",
                "x*atan(1); -atan(1); 0",
                "x*exp(1)*log(2); -exp(1)*log(2); 0",
                "2^(1/3)*x^(5/2)/5; -1/2*2^(1/3)*x^(3/2); 3/8*2^(2/3)*x^2",
            })
    void functions(String loss, String first, String second) {
        ConcreteFields fields = loss(loss, "x");
        assertEquals(List.of(first), written(fields, "f"));
        assertEquals(List.of(second), written(fields, "f[f]"));
    }

    /** Whatever Symja makes of a loss, our text of it has the value of the differential. */
    @ParameterizedTest(name = "of {0} read again from their text have the exact values at {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "x^3/3 - x*y^2 + x^2*y^2/7; 1/2 -1/3",
                "exp(x*y)*(1+y) + sin(x)*y^2 - cos(x)*y; 0 2/3",
                "sqrt(1+x+y^2) - y/(1+x); 0 3/4",
                "tan(x)*y + atan(x)*y^2; 0 5/7",
                "tanh(x)*y/(1-y)^3 + log(1+x)*y; 0 5/7",
                "(x+y)/(x*y-1)^2 + x/(2*x-3*y); 4/3 1/5",
                "1/cos(x) + y/cos(x)^3 + y/exp(x); 0 -2/5",
                "(4*x^2)^(3/2)*y + (x*y)^(1/2); 4 9"
            })
    void roundTrip(String loss, String point) {
        ConcreteFields fields = loss(loss, "x", "y");
        List<String> coordinates = List.of(point.split(" ", -1));
        ElementaryDifferentials<Rational> exact = fields.exactAt(coordinates);
        for (String text : List.of("f", "f[f]", "f[f,f]", "f[f[f]]", "f[f,f[f]]")) {
            RootedTree tree = RootedTree.parse(text);
            ConcreteFields again =
                    ConcreteFields.ofComponents(List.of("x", "y"), Map.of(Colour.F, written(fields, text)));
            assertEquals(exact.of(tree), again.exactAt(coordinates).of(RootedTree.parse("f")), text);
        }
    }

    /** Functions that only Symja writes, at points where nothing is rational; (sin ix)² = −(sinh x)². */
    @ParameterizedTest(name = "of {0} read again from their text have the values in doubles")
    @CsvSource({
        "x/cos(x) + y/sin(x)^2 + cos(x)/sin(x)",
        "tan(x*y) + atan(y/x)",
        "1/tanh(x)^3 + y*tanh(x)",
        "log(exp(x) + exp(-x)) + tan(y)*tanh(x)",
        "sin(x*sqrt(-1))^2*y + cos(y*sqrt(-1))",
        "1/cos(x*sqrt(-1)) + y/sin(x*sqrt(-1))^2",
        "x^(2/3)/y^(7/2) + (2/3)^(1/3)*exp(y/x) + atan(1)*x*y"
    })
    void inDoubles(String loss) {
        ConcreteFields fields = loss(loss, "x", "y");
        List<String> point = List.of("3/7", "2/3");
        ElementaryDifferentials<Double> values = fields.inDoublesAt(point);
        for (String tree : List.of("f", "f[f]", "f[f,f]")) {
            List<Double> expected = values.of(RootedTree.parse(tree));
            List<Double> again = ConcreteFields.ofComponents(List.of("x", "y"), Map.of(Colour.F, written(fields, tree)))
                    .inDoublesAt(point)
                    .of(RootedTree.parse("f"));
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i), again.get(i), 1e-12 * (1 + Math.abs(expected.get(i))), tree);
            }
        }
    }

    @ParameterizedTest(name = "of {0} are refused: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "x*sqrt(-1); component 1 of f: it is written with a complex number",
                "x*log(-2); complex number",
                "x/0; Indeterminate",
                "(-2)^(1/3)*x; no real number",
                "(1+x)^1500*(1+y)^500; a lower order",
            })
    void refused(String loss, String expected) {
        ConcreteFields fields = loss(loss, "x", "y");
        ElementaryDifferentials<?> differentials = fields.symbolic();
        String message = assertThrows(ArithmeticException.class, () -> differentials.of(RootedTree.parse("f[f]")))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }
}
