package org.modeq.symbolic.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("Concrete fields")
class ConcreteFieldsTest {
    private static final Colour A = new Colour("A");
    private static final Colour G = new Colour("g");

    private static List<Rational> vector(String... components) {
        return List.of(components).stream().map(Rational::parse).toList();
    }

    /** By hand: f = (y, −x) and g = (x², 0) at (3, 5): f′g = (0, −9), g′f = (2·3·5, 0), g″(f,f) = (2·25, 0). */
    @Test
    @DisplayName("have exact elementary differentials of several fields")
    void elementaryDifferentials() {
        ConcreteFields fields = ConcreteFields.ofComponents(
                List.of("x", "y"), Map.of(Colour.F, List.of("y", "-x"), G, List.of("x^2", "0")));
        ElementaryDifferentials<Rational> values = fields.exactAt(List.of("3", "5"));
        assertEquals(new TreeSet<>(List.of(Colour.F, G)), fields.names());
        assertEquals(vector("5", "-3"), values.of(RootedTree.parse("f")));
        assertEquals(vector("0", "-9"), values.of(RootedTree.parse("f[g]")));
        assertEquals(vector("30", "0"), values.of(RootedTree.parse("g[f]")));
        assertEquals(vector("50", "0"), values.of(RootedTree.parse("g[f,f]")));
        Map<RootedTree, Rational> weights = new TreeMap<>(Map.of(
                RootedTree.parse("f[g]"), Rational.of(1, 2),
                RootedTree.parse("g[f]"), Rational.of(-1),
                RootedTree.parse("f"), Rational.ZERO));
        assertEquals(vector("-30", "-9/2"), values.sum(weights));
    }

    @Test
    @DisplayName("of losses are minus the gradients, with F(t) = (−1)^|t| G(t)")
    void losses() {
        ElementaryDifferentials<Rational> values = ConcreteFields.ofLosses(
                        List.of("x", "y"), Map.of(A, "x^3/3 - x*y^2 + y"))
                .exactAt(List.of("1/2", "-1/3"));
        ConcreteProblem problem =
                new ConcreteProblem(List.of("x", "y"), Map.of(A, "x^3/3 - x*y^2 + y"), vector("1/2", "-1/3"));
        for (String text : List.of("A", "A[A]", "A[A,A]", "A[A[A]]", "A[A,A[A]]")) {
            RootedTree tree = RootedTree.parse(text);
            List<Rational> contraction = problem.contraction(tree).stream()
                    .map(component -> tree.order() % 2 == 0 ? component : component.negate())
                    .toList();
            assertEquals(contraction, values.of(tree));
        }
    }

    @Test
    @DisplayName("are evaluated in doubles where derivatives or the point are not rational")
    void doubles() {
        ConcreteFields fields = ConcreteFields.ofComponents(List.of("x"), Map.of(Colour.F, List.of("exp(x)")));
        assertEquals(
                Math.exp(2),
                fields.inDoublesAt(List.of("1")).of(RootedTree.parse("f[f]")).get(0),
                1e-14);
        assertEquals(
                Math.exp(Math.sqrt(2)),
                fields.inDoublesAt(List.of("sqrt(2)")).of(RootedTree.parse("f")).get(0),
                1e-14);
        String message = assertThrows(
                        ArithmeticException.class,
                        () -> fields.exactAt(List.of("1")).of(RootedTree.parse("f")))
                .getMessage();
        assertTrue(message.startsWith("component 1 of f at the point is E, which is not a rational"), message);
        assertThrows(ArithmeticException.class, () -> fields.exactAt(List.of("sqrt(2)")));
        ElementaryDifferentials<Double> tooLarge = fields.inDoublesAt(List.of("1000"));
        assertThrows(ArithmeticException.class, () -> tooLarge.of(RootedTree.parse("f")));
    }

    @ParameterizedTest(name = "refuse ''{0}'': {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "x^y; expected a number as exponent",
                "x^2001; expected at most 2000",
                "((x^100)^10)^3; given a degree of 3000",
                "sin(x^2001); expected at most 2000",
                "2^(3*700); given a degree of 2100",
                "(1+x)^1000*(1+y)^1000*x; given a degree of 2001",
                "x^(1/0); quotient",
                "x^(sin(2)); expected a number as exponent",
                "x + z; unknown variable 'z'",
                "x +; position 4",
                "exec(x); expected a function",
            })
    void badFormulas(String formula, String expected) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ConcreteFields.ofLosses(List.of("x", "y"), Map.of(A, formula)))
                .getMessage();
        assertTrue(message.startsWith("the loss A, '" + formula + "': "), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    @DisplayName("take long sums in parentheses, and refuse them without")
    void longSums() {
        String sum = String.join("+", Collections.nCopies(400, "x"));
        ConcreteFields fields = ConcreteFields.ofLosses(List.of("x"), Map.of(A, "(" + sum + ")+(" + sum + ")"));
        assertEquals(vector("-800"), fields.exactAt(List.of("1")).of(RootedTree.parse("A")));
        String tooLong = String.join("+", Collections.nCopies(9000, "x"));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ConcreteFields.ofLosses(List.of("x"), Map.of(A, tooLong)))
                .getMessage();
        assertTrue(message.contains("group them with parentheses"), message);
    }

    @Test
    @DisplayName("accept numbers of every kind as exponents")
    void exponents() {
        ConcreteFields fields = ConcreteFields.ofComponents(
                List.of("x"), Map.of(Colour.F, List.of("x^(1/2) + x^(-1) + x^(3-1) + x^(2*3)/x^(4/2)")));
        assertEquals(vector("1097/4"), fields.exactAt(List.of("4")).of(RootedTree.parse("f")));
    }

    @Test
    @DisplayName("refuse problems without variables, wrong dimensions and points that are no numbers")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> ConcreteFields.ofLosses(List.of(), Map.of()));
        assertThrows(IllegalArgumentException.class, () -> ConcreteFields.ofLosses(List.of("x", "x"), Map.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> ConcreteFields.ofComponents(List.of("x", "y"), Map.of(A, List.of("x"))));
        ConcreteFields fields = ConcreteFields.ofLosses(List.of("x"), Map.of(A, "x"));
        assertThrows(IllegalArgumentException.class, () -> fields.exactAt(List.of("1", "2")));
        assertThrows(IllegalArgumentException.class, () -> fields.exactAt(List.of("x")));
        ElementaryDifferentials<Rational> values = fields.exactAt(List.of("1"));
        assertThrows(IllegalArgumentException.class, () -> values.of(RootedTree.parse("B")));
    }
}
