package org.modeq.symbolic.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.expression.Expressions.EXPRESSIONS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Rational;

@DisplayName("An elementary expression")
class ExpressionTest {
    private static final Rational HALF = Rational.of(1, 2);
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");
    private static final Expression ONE_AND_X = Expression.ONE.add(X);

    private static Expression number(long numerator, long denominator) {
        return Expression.of(Rational.of(numerator, denominator));
    }

    private static Expression exp(Expression argument) {
        return Expression.application("exp", argument);
    }

    @Test
    @DisplayName("stands in graded order, the high powers of the first variables first, however it was made")
    void order() {
        Expression square = X.add(Y).add(Expression.ONE).power(Rational.of(2));
        assertEquals("1+2*x+2*y+x^2+2*x*y+y^2", square.toString());
        assertEquals(square, EXPRESSIONS.multiply(Expression.ONE.add(Y).add(X), Y.add(ONE_AND_X)));
        assertEquals(
                "1-x^2",
                ONE_AND_X
                        .multiply(Expression.ONE.add(X.scaled(Rational.of(-1))))
                        .toString());
        Expression sine = Expression.application("sin", X);
        assertEquals(
                "sin(x)-sin(x)^3",
                sine.add(EXPRESSIONS.negate(EXPRESSIONS.pow(sine, 3))).toString());
        assertEquals("0", square.add(EXPRESSIONS.negate(square)).toString());
        assertEquals(Optional.of(Rational.ZERO), EXPRESSIONS.zero().constant());
    }

    /** The laws of a commutative ring on polynomials, where equal values are equal expressions. */
    @Test
    @DisplayName("is an element of a commutative ring if it is a polynomial")
    void ring() {
        List<Expression> samples =
                List.of(EXPRESSIONS.zero(), EXPRESSIONS.one(), ONE_AND_X, X.multiply(Y), number(-2, 3));
        for (Expression a : samples) {
            assertEquals(a, EXPRESSIONS.multiply(a, EXPRESSIONS.one()));
            assertEquals(EXPRESSIONS.zero(), EXPRESSIONS.add(a, EXPRESSIONS.negate(a)));
            for (Expression b : samples) {
                assertEquals(a.multiply(b), b.multiply(a));
                for (Expression c : samples) {
                    assertEquals(a.multiply(b).multiply(c), a.multiply(b.multiply(c)));
                    assertEquals(a.multiply(b.add(c)), a.multiply(b).add(a.multiply(c)));
                }
            }
        }
    }

    @Test
    @DisplayName("joins powers of equal factors, and multiplies out a sum whose power has become natural")
    void powers() {
        Expression root = ONE_AND_X.power(HALF);
        assertEquals("sqrt(1+x)", root.toString());
        assertEquals(ONE_AND_X, root.multiply(root));
        assertEquals("1+2*x+x^2", root.power(Rational.of(4)).toString());
        assertEquals(
                "1/sqrt(1+x)", root.multiply(ONE_AND_X.power(Rational.of(-1))).toString());
        assertEquals("(1+x)^(3/2)", ONE_AND_X.power(Rational.of(3, 2)).toString());
        assertEquals(
                "x/(3*y^2)",
                X.multiply(Y.scaled(Rational.of(3)).power(Rational.of(-2)))
                        .scaled(Rational.of(3))
                        .toString());
        Expression rootOfSquare = X.power(Rational.of(2)).power(HALF);
        assertEquals("sqrt(x^2)", rootOfSquare.toString());
        assertEquals("x^2", rootOfSquare.power(Rational.of(2)).toString());
        assertEquals(
                X.power(Rational.of(-2)),
                X.power(Rational.of(2)).power(Rational.of(-1, 2)).power(Rational.of(2)));
    }

    @Test
    @DisplayName("has primitive sums in its denominators")
    void primitive() {
        Expression sum = number(2, 1).add(X.scaled(Rational.of(-2)));
        assertEquals("1/(2*(1-x))", sum.power(Rational.of(-1)).toString());
        assertEquals("1/(4*(1-x)^2)", sum.power(Rational.of(-2)).toString());
        assertEquals("-1/(1-x)", X.add(number(-1, 1)).power(Rational.of(-1)).toString());
        assertEquals(sum.power(Rational.of(-1)), sum.power(Rational.of(-1, 2)).power(Rational.of(2)));
    }

    @Test
    @DisplayName("joins exponentials, and reckons the whole part of a power of a number")
    void exponentialsAndRoots() {
        assertEquals("exp(x+y)", exp(X).multiply(exp(Y)).toString());
        assertEquals(Expression.ONE, exp(X).multiply(exp(X).power(Rational.of(-1))));
        assertEquals("exp(1/2*x)", exp(X).power(HALF).toString());
        assertEquals(Expression.ONE, exp(Expression.ZERO));
        assertEquals("2*sqrt(2)", number(2, 1).power(Rational.of(3, 2)).toString());
        assertEquals("1/2*sqrt(2)", number(2, 1).power(Rational.of(-1, 2)).toString());
        assertEquals("(2/3)^(1/3)", number(2, 3).power(Rational.of(1, 3)).toString());
        Expression root = number(2, 1).power(HALF);
        assertEquals(number(2, 1), root.multiply(root));
        assertEquals(Expression.ONE, Expression.ONE.power(HALF));
        assertTrue(X.compareTo(Y) < 0 && Y.compareTo(X) > 0);
    }

    @Test
    @DisplayName("refuses to divide by 0, roots of negative numbers, and to grow without end")
    void refused() {
        Rational minusOne = Rational.of(-1);
        Rational huge = Rational.of(1_000_000);
        Expression negative = number(-2, 1);
        assertThrows(ArithmeticException.class, () -> Expression.ZERO.power(minusOne));
        assertThrows(ArithmeticException.class, () -> negative.power(HALF));
        assertThrows(ArithmeticException.class, () -> ONE_AND_X.power(huge));
        Expression long500 = ONE_AND_X.power(Rational.of(500));
        assertEquals(501, long500.terms().size());
        assertThrows(ArithmeticException.class, () -> long500.multiply(long500));
    }
}
