package org.modeq.symbolic.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A derivation")
class DerivationTest {
    private static final long SEED = 20260724;
    private static final Rational MINUS_ONE = Rational.of(-1);
    private static final List<String> NAMES = List.of("x", "y");
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");
    private static final Colour G = new Colour("g");

    /** Sums, products, powers and functions at random; positive arguments below logarithms and roots. */
    private static Expression random(Random random, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? X : Y;
        }
        Expression left = random(random, depth - 1);
        Expression right = random(random, depth - 1);
        Expression positive = Expression.ONE.add(left.power(Rational.of(2)));
        return switch (random.nextInt(8)) {
            case 0 -> left.add(right.scaled(Rational.of(random.nextInt(7) - 3, 2)));
            case 1, 2 -> left.multiply(right);
            case 3 -> positive.power(Rational.of(random.nextInt(5) - 3, 2)).multiply(right);
            case 4 -> Expression.application("log", positive).add(right);
            case 5 ->
                Expression.application(List.of("sin", "cos", "tanh", "atan").get(random.nextInt(4)), left)
                        .multiply(right);
            case 6 ->
                Expression.application("exp", Expression.application("sin", left))
                        .add(right);
            default ->
                Expression.application("tan", Expression.application("tanh", left))
                        .add(right);
        };
    }

    private static List<Expression> samples(int count, int depth) {
        Random random = new Random(SEED);
        List<Expression> samples = new ArrayList<>();
        while (samples.size() < count) {
            samples.add(random(random, depth));
        }
        return samples;
    }

    @ParameterizedTest(name = "of {0} by x is {1}")
    @CsvSource({
        "exp, exp(x^2)*x*2",
        "log, 2/x",
        "sin, 2*x*cos(x^2)",
        "cos, -2*x*sin(x^2)",
        "tan, 2*x+2*x*tan(x^2)^2",
        "tanh, 2*x-2*x*tanh(x^2)^2",
        "atan, 2*x/(1+x^4)"
    })
    @DisplayName("knows the functions")
    void functions(String function, String expected) {
        Expression derivative =
                Expression.application(function, X.power(Rational.of(2))).derivative(0);
        double value = doubleValue(derivative);
        assertEquals(doubleValue(expected), value, 1e-13, derivative.toString());
    }

    @Test
    @DisplayName("differentiates broken and negative powers, and sums below them")
    void powers() {
        assertEquals("-1/x^2", X.power(MINUS_ONE).derivative(0).toString());
        assertEquals("1/(2*sqrt(x))", X.power(Rational.of(1, 2)).derivative(0).toString());
        assertEquals(
                "x/sqrt(1+x^2)",
                Expression.ONE
                        .add(X.multiply(X))
                        .power(Rational.of(1, 2))
                        .derivative(0)
                        .toString());
        assertEquals(
                "1/(x+y)-y/(x+y)^2",
                Y.multiply(X.add(Y).power(MINUS_ONE)).derivative(1).toString());
        assertEquals(
                "1/(2*sqrt(x))", Expression.application("sqrt", X).derivative(0).toString());
        assertTrue(Expression.of(Rational.of(2))
                .power(Rational.of(1, 2))
                .derivative(0)
                .isZero());
    }

    @Test
    @DisplayName("is linear and obeys Leibniz' rule, on random expressions, seed " + SEED)
    void leibniz() {
        List<Expression> samples = samples(12, 2);
        for (Expression a : samples) {
            for (Expression b : samples) {
                for (int i = 0; i < 2; i++) {
                    Expression product = a.derivative(i).multiply(b).add(a.multiply(b.derivative(i)));
                    assertSame(product, a.multiply(b).derivative(i));
                    assertEquals(a.derivative(i).add(b.derivative(i)), a.add(b).derivative(i));
                }
            }
        }
    }

    @Test
    @DisplayName("obeys the chain rule: D(a(p, q)) = ∂₁a(p, q) D(p) + ∂₂a(p, q) D(q)")
    void chain() {
        Expression p = X.multiply(Y).add(Expression.ONE);
        Expression q = Expression.application("sin", X);
        for (Expression a : samples(12, 2)) {
            Expression composed = a.substituted(v -> v.index() == 0 ? p : q);
            Expression chain = Expression.ZERO;
            for (int k = 0; k < 2; k++) {
                Expression outer = a.derivative(k).substituted(v -> v.index() == 0 ? p : q);
                chain = chain.add(outer.multiply((k == 0 ? p : q).derivative(0)));
            }
            assertSame(chain, composed.derivative(0));
        }
    }

    @Test
    @DisplayName("commutes with the other partial derivative")
    void symmetry() {
        for (Expression a : samples(20, 2)) {
            assertSame(a.derivative(0).derivative(1), a.derivative(1).derivative(0));
        }
    }

    /** −∇ of a loss in Symja, on expressions that our formula language wrote. */
    @Test
    @DisplayName("agrees with that of the computer algebra system on random expressions")
    void symja() {
        for (Expression a : samples(12, 3)) {
            ElementaryDifferentials<Double> fields =
                    ConcreteFields.ofLosses(NAMES, Map.of(G, a.toString())).inDoublesAt(List.of("3/5", "4/7"));
            for (int i = 0; i < 2; i++) {
                double expected = -fields.derivative(G, i, List.of());
                double own = doubleValue(a.derivative(i));
                assertEquals(expected, own, 1e-10 * Math.max(1, Math.abs(expected)), a.toString());
            }
        }
    }

    @Test
    @DisplayName("may have any values on the variables: the rotation (y, −x) kills x² + y²")
    void rotation() {
        Derivation rotation = Derivation.withValues(v -> v.index() == 0 ? Y : X.scaled(MINUS_ONE));
        Expression square = X.multiply(X).add(Y.multiply(Y));
        assertTrue(rotation.apply(square).isZero());
        assertTrue(rotation.apply(Expression.application("exp", square)).isZero());
        assertEquals("y", rotation.apply(X).toString());
    }

    @Test
    @DisplayName("refuses functions that it does not know, by name")
    void unknown() {
        Expression gamma = Expression.application("gamma", X);
        String message = assertThrows(IllegalArgumentException.class, () -> gamma.derivative(0))
                .getMessage();
        assertTrue(message.contains("gamma") && message.contains("atan, cos, exp"), message);
    }

    @Test
    @DisplayName("is reckoned on expressions whose exact values are known where they are rational")
    void values() {
        Expression root = Expression.ONE.add(X.multiply(X)).power(Rational.of(1, 2));
        assertEquals(Optional.of(Rational.of(5, 4)), value(root, Rational.of(3, 4)));
        assertEquals(Optional.empty(), value(root, Rational.ONE));
        assertEquals(Optional.of(Rational.of(4, 9)), value(X.power(Rational.of(2, 3)), Rational.of(8, 27)));
        assertEquals(Optional.of(Rational.of(9, 4)), value(X.power(Rational.of(-2, 3)), Rational.of(8, 27)));
        assertEquals(Optional.empty(), value(X.power(Rational.of(1, 2)), MINUS_ONE));
        for (String zero : List.of("sin", "tan", "tanh", "atan")) {
            assertEquals(Optional.of(Rational.ZERO), value(Expression.application(zero, X), Rational.ZERO));
            assertEquals(Optional.empty(), value(Expression.application(zero, X), Rational.ONE));
        }
        assertEquals(Optional.of(Rational.ONE), value(Expression.application("exp", X), Rational.ZERO));
        assertEquals(Optional.of(Rational.ONE), value(Expression.application("cos", X), Rational.ZERO));
        assertEquals(Optional.of(Rational.ZERO), value(Expression.application("log", X), Rational.ONE));
        assertEquals(Optional.empty(), value(Expression.application("log", X), Rational.of(2)));
        assertEquals(Optional.of(Rational.of(3)), value(Expression.application("sqrt", X), Rational.of(9)));
        Expression reciprocal = X.power(MINUS_ONE);
        assertThrows(ArithmeticException.class, () -> value(reciprocal, Rational.ZERO));
        assertEquals(Optional.empty(), X.valueAt(v -> Optional.empty()));
    }

    @Test
    @DisplayName("stays within Laurent polynomials, where only the number 0 is 0")
    void laurent() {
        assertTrue(X.power(MINUS_ONE).multiply(Y).isLaurentPolynomial());
        assertTrue(X.power(MINUS_ONE).multiply(Y).derivative(0).isLaurentPolynomial());
        assertFalse(Expression.application("sin", X).isLaurentPolynomial());
        assertFalse(X.add(Y).power(MINUS_ONE).isLaurentPolynomial());
        assertTrue(Expression.sum(List.of()).isLaurentPolynomial());
    }

    private static Optional<Rational> value(Expression expression, Rational x) {
        return expression.valueAt(variable -> Optional.of(x));
    }

    /** Equal as expressions, or at a point where the same value is written in several ways. */
    private static void assertSame(Expression expected, Expression actual) {
        if (!expected.equals(actual)) {
            double value = doubleValue(expected);
            assertEquals(value, doubleValue(actual), 1e-10 * Math.max(1, Math.abs(value)), expected.toString());
        }
    }

    private static double doubleValue(Expression expression) {
        return doubleValue(expression.toString());
    }

    private static double doubleValue(String formula) {
        return ConcreteFields.ofComponents(NAMES, Map.of(G, List.of(formula, "0")))
                .inDoublesAt(List.of("3/5", "4/7"))
                .derivative(G, 0, List.of());
    }
}
