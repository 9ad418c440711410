package org.modeq.numeric.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.graph.LineDerivatives;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A loss given by a formula")
class ExpressionLossTest {
    private static final Expression X = Expression.variable(0, "x");
    private static final Expression Y = Expression.variable(1, "y");
    private static final double[] POINT = {0.75, -0.5};

    private static Expression function(String name, Expression argument) {
        return Expression.application(name, argument);
    }

    private static Expression power(Expression base, long numerator, long denominator) {
        return base.power(Rational.of(numerator, denominator));
    }

    private static Stream<Expression> formulas() {
        Expression positive = X.multiply(X).add(Y.multiply(Y)).add(Expression.ONE);
        return Stream.of(
                Expression.of(Rational.of(3, 7)),
                Expression.ZERO,
                power(X.add(Y.scaled(Rational.of(-2))), 5, 1),
                power(positive, -2, 1).multiply(X),
                power(positive, 1, 2).add(power(positive, -2, 3)),
                power(X, -3, 1).multiply(Y),
                function("exp", X.multiply(Y)).multiply(function("cos", X)),
                function("log", positive).multiply(function("sin", X.add(Y))),
                power(function("tanh", X), 3, 1).add(function("atan", Y)),
                function("tan", X.multiply(Y)).multiply(function("sqrt", positive)));
    }

    @ParameterizedTest(name = "{0}: value and gradient along a line, to the fifth derivative, against seventy digits")
    @MethodSource("formulas")
    void againstDifferences(Expression formula) {
        ExpressionLoss loss = ExpressionLoss.of(2, formula);
        LineDerivatives.check(formula.toString(), loss.graphLoss().node(), POINT, 0.3, 0.2);
    }

    @ParameterizedTest(name = "{0} has the value, the gradient and the second derivatives of the formula")
    @MethodSource("formulas")
    void againstFormula(Expression formula) {
        ExpressionLoss loss = ExpressionLoss.of(2, formula);
        double[] gradient = loss.gradient(POINT);
        Jet moved = Jet.affine(JetAlgebra.of(1), POINT, List.of(new double[] {1, 0}));
        double[] second = loss.gradient(moved).entries(1);
        assertClose(value(formula), loss.value(POINT));
        for (int i = 0; i < 2; i++) {
            Expression derivative = formula.derivative(i);
            assertClose(value(derivative), gradient[i]);
            assertClose(value(derivative.derivative(0)), second[i]);
        }
    }

    private static double value(Expression expression) {
        return expression.approximately(variable -> POINT[variable.index()]);
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, 1e-13 * Math.max(1, Math.abs(expected)));
    }

    @Test
    @DisplayName("shares what occurs twice: r exp r + sin r with r = √(1 + x²) has ten nodes, θ and 1 among them")
    void sharing() {
        ExpressionGraph graph = new ExpressionGraph(2);
        Expression root = power(X.multiply(X).add(Expression.ONE), 1, 2);
        Expression sum = root.multiply(function("exp", root)).add(function("sin", root));
        assertTrue(graph.node(sum).toString().startsWith("n9 "), graph.node(sum)::toString);
        Expression squared = root.multiply(root.add(Y)).add(root.multiply(Y).scaled(Rational.of(-1)));
        assertSame(graph.node(X.multiply(X).add(Expression.ONE)), graph.node(squared));
    }

    @Test
    @DisplayName("refuses other variables, unknown functions, and points where it does not exist")
    void errors() {
        assertThrows(IllegalArgumentException.class, () -> ExpressionLoss.of(1, X.add(Y)));
        assertThrows(IllegalArgumentException.class, () -> ExpressionLoss.of(1, Expression.variable(-1, "beta")));
        assertThrows(IllegalArgumentException.class, () -> ExpressionLoss.of(1, function("erf", X)));
        assertThrows(IllegalArgumentException.class, () -> ExpressionLoss.of(0, Expression.ONE));
        Expression tooFine = power(X, 1, 1L << 40);
        assertThrows(IllegalArgumentException.class, () -> ExpressionLoss.of(1, tooFine));
        ExpressionLoss root = ExpressionLoss.of(1, power(X, 1, 2));
        String message = assertThrows(ArithmeticException.class, () -> root.value(new double[] {-1}))
                .getMessage();
        assertTrue(message.contains("x^(1/2)"), message);
        ExpressionLoss reciprocal = ExpressionLoss.of(1, power(X, -1, 1));
        assertThrows(ArithmeticException.class, () -> reciprocal.gradient(new double[1]));
    }
}
