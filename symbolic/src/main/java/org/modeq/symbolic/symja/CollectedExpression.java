package org.modeq.symbolic.symja;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

/**
 * Turns Symja's evaluated expressions into ours. Functions that only Symja writes become those of the formula language:
 * <pre>
 *   sec = 1/cos   csc = 1/sin   cot = cos/sin   π = 4 atan 1   e = exp 1
 *   sech = √(1 − tanh²)   csch = sech/tanh   coth = 1/tanh   cosh = 1/sech   sinh = tanh/sech        (real arguments).
 * </pre>
 */
final class CollectedExpression {
    private static final Rational MINUS_ONE = Rational.of(-1);
    private static final Rational HALF = Rational.of(1, 2);

    private static final Map<IExpr, UnaryOperator<Expression>> FUNCTIONS = Map.ofEntries(
            entry(S.Log, function("log")),
            entry(S.Sin, function("sin")),
            entry(S.Cos, function("cos")),
            entry(S.Tan, function("tan")),
            entry(S.Tanh, function("tanh")),
            entry(S.ArcTan, function("atan")),
            entry(S.Sec, u -> reciprocal(function("cos").apply(u))),
            entry(S.Csc, u -> reciprocal(function("sin").apply(u))),
            entry(
                    S.Cot,
                    u -> function("cos")
                            .apply(u)
                            .multiply(reciprocal(function("sin").apply(u)))),
            entry(S.Coth, u -> reciprocal(function("tanh").apply(u))),
            entry(S.Sech, CollectedExpression::sech),
            entry(S.Cosh, u -> reciprocal(sech(u))),
            entry(S.Sinh, u -> function("tanh").apply(u).multiply(reciprocal(sech(u)))),
            entry(S.Csch, u -> sech(u).multiply(reciprocal(function("tanh").apply(u)))));

    private final Map<IExpr, Expression> symbols = new HashMap<>();

    CollectedExpression(Coordinates coordinates) {
        for (int i = 0; i < coordinates.dimension(); i++) {
            symbols.put(
                    coordinates.symbol(i),
                    Expression.variable(i, coordinates.names().get(i)));
        }
        symbols.put(S.Pi, Expression.application("atan", Expression.ONE).scaled(Rational.of(4)));
        symbols.put(S.E, Expression.application("exp", Expression.ONE));
    }

    /** The expression; what is not real and elementary is an ArithmeticException. */
    Expression of(IExpr expression) {
        if (expression instanceof IRational number) {
            return Expression.of(Rational.of(number.toBigNumerator(), number.toBigDenominator()));
        }
        Expression symbol = symbols.get(expression);
        if (symbol != null) {
            return symbol;
        }
        if (expression instanceof IAST ast) {
            return application(ast);
        }
        throw refused(expression.isNumber() ? "a complex number" : expression.toString());
    }

    private Expression application(IAST ast) {
        if (ast.isPlus()) {
            Expression sum = Expression.ZERO;
            for (int i = 1; i < ast.size(); i++) {
                sum = sum.add(of(ast.get(i)));
            }
            return sum;
        }
        if (ast.isTimes()) {
            Expression product = Expression.ONE;
            for (int i = 1; i < ast.size(); i++) {
                product = product.multiply(of(ast.get(i)));
            }
            return product;
        }
        if (ast.isPower()) {
            return power(ast.base(), ast.exponent());
        }
        UnaryOperator<Expression> function = FUNCTIONS.get(ast.head());
        if (function == null || ast.argSize() != 1) {
            throw refused(ast.head().toString());
        }
        return function.apply(of(ast.arg1()));
    }

    private Expression power(IExpr base, IExpr exponent) {
        if (base.equals(S.E)) {
            return Expression.application("exp", of(exponent));
        }
        if (exponent instanceof IRational number) {
            return of(base).power(Rational.of(number.toBigNumerator(), number.toBigDenominator()));
        }
        return Expression.application("exp", of(exponent).multiply(Expression.application("log", of(base))));
    }

    /** 1/cosh, positive where its argument is real. */
    private static Expression sech(Expression argument) {
        Expression square = function("tanh").apply(argument).power(Rational.of(2));
        return Expression.ONE.add(square.scaled(MINUS_ONE)).power(HALF);
    }

    private static UnaryOperator<Expression> function(String name) {
        return argument -> Expression.application(name, argument);
    }

    private static Expression reciprocal(Expression expression) {
        return expression.power(MINUS_ONE);
    }

    private static ArithmeticException refused(String what) {
        return new ArithmeticException(
                "it is written with " + what
                        + ", expected real numbers and the functions exp log sqrt sin cos tan tanh atan; choose another formula");
    }
}
