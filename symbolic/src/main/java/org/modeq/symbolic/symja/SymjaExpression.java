package org.modeq.symbolic.symja;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.ring.Rational;

/** Turns formulas of our grammar into Symja's expressions, and its rational numbers into ours. */
final class SymjaExpression {
    private static final SortedMap<String, UnaryOperator<IExpr>> FUNCTIONS = new TreeMap<>(Map.of(
            "exp", F::Exp,
            "log", F::Log,
            "sqrt", F::Sqrt,
            "sin", F::Sin,
            "cos", F::Cos,
            "tan", F::Tan,
            "tanh", F::Tanh,
            "atan", F::ArcTan));

    private SymjaExpression() {}

    /** The expression over given variables; anything but numbers, variables, operations and known functions is refused. */
    static IExpr of(Formula formula, Map<String, IExpr> variables) {
        if (formula instanceof Formula.Constant number) {
            return of(number.value());
        }
        if (formula instanceof Formula.Name name) {
            IExpr variable = variables.get(name.name());
            if (variable == null) {
                throw error(
                        formula,
                        "unknown variable '" + name.name() + "', expected one of "
                                + String.join(", ", variables.keySet()));
            }
            return variable;
        }
        if (formula instanceof Formula.Operation operation) {
            IExpr left = of(operation.left(), variables);
            IExpr right = of(operation.right(), variables);
            return switch (operation.sign()) {
                case '+' -> F.Plus(left, right);
                case '-' -> F.Subtract(left, right);
                case '*' -> F.Times(left, right);
                case '/' -> F.Divide(left, right);
                default -> F.Power(left, right);
            };
        }
        if (formula instanceof Formula.Application application) {
            UnaryOperator<IExpr> function = FUNCTIONS.get(application.function());
            if (function == null
                    || application.arguments().size() != 1
                    || !application.directions().isEmpty()) {
                throw error(
                        formula,
                        "expected a function of one argument, one of " + String.join(", ", FUNCTIONS.keySet()));
            }
            return function.apply(of(application.arguments().get(0), variables));
        }
        throw new AssertionError(formula);
    }

    static IExpr of(Rational number) {
        return F.Divide(F.ZZ(number.numerator()), F.ZZ(number.denominator()));
    }

    /** The rational number that an evaluated expression is. */
    static Rational toRational(IExpr value, String what) {
        if (value instanceof IRational rational) {
            return Rational.of(rational.toBigNumerator(), rational.toBigDenominator());
        }
        throw new ArithmeticException(what + " is " + value + ", which is not a rational number; choose another point");
    }

    private static IllegalArgumentException error(Formula formula, String message) {
        return new IllegalArgumentException("at position " + formula.position() + ": " + message);
    }
}
