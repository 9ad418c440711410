package org.modeq.symbolic.symja;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.parser.client.math.MathException;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.ring.Rational;

/** Named variables as symbols of our own, and an evaluator that only this problem uses. */
final class Coordinates {
    /** A number of this many times the digits of the coordinates is still quickly reckoned. */
    private static final Rational HIGHEST_DEGREE = Rational.of(2000);

    private static final int MOST_OPERATIONS = 500;

    private final Map<String, IExpr> byName = new LinkedHashMap<>();
    private final EvalEngine engine;

    /** The coordinates with these names. */
    Coordinates(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("given no variables, expected at least one");
        }
        F.initSymbols();
        engine = new EvalEngine(false);
        engine.setQuietMode(true);
        engine.setErrorPrintStream(silence());
        engine.setOutPrintStream(silence());
        EvalEngine.set(engine);
        for (String name : names) {
            if (byName.put(name, F.Dummy("modeqvariable" + byName.size())) != null) {
                throw new IllegalArgumentException(
                        "the variable '" + name + "' is given twice; give each variable a name of its own");
            }
        }
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    int dimension() {
        return byName.size();
    }

    /** The names of the variables, in their order. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    IExpr symbol(int index) {
        return List.copyOf(byName.values()).get(index);
    }

    /** The expression that a formula in the variables is. */
    IExpr read(String text) {
        Formula formula = FormulaParser.parse(text);
        requireModestDegree(formula, 0);
        return evaluate(SymjaExpression.of(formula, byName));
    }

    /** The value of a formula without variables. */
    IExpr readNumber(String text) {
        Formula formula = FormulaParser.parse(text);
        requireModestDegree(formula, 0);
        return evaluate(SymjaExpression.of(formula, new TreeMap<>()));
    }

    /** The value of an expression; what Symja cannot reckon is an ArithmeticException. */
    IExpr evaluate(IExpr expression) {
        try {
            return engine.evaluate(expression);
        } catch (MathException failure) {
            ArithmeticException refused = new ArithmeticException(
                    "the computer algebra system gave up (" + failure.getMessage() + "); use a simpler formula");
            refused.initCause(failure);
            throw refused;
        }
    }

    IExpr derivative(IExpr expression, int index) {
        return evaluate(F.D(expression, symbol(index)));
    }

    /** The expression with every product of sums multiplied out; a polynomial is 0 exactly if this is 0. */
    IExpr expanded(IExpr expression) {
        return evaluate(F.ExpandAll(expression));
    }

    /** The value in doubles of an expression without variables. */
    IExpr inDoubles(IExpr expression) {
        return evaluate(F.N(expression));
    }

    /** The value of an expression at a point, one coordinate for each variable. */
    IExpr at(IExpr expression, List<IExpr> point) {
        Map<IExpr, IExpr> values = new HashMap<>();
        for (int i = 0; i < dimension(); i++) {
            values.put(symbol(i), point.get(i));
        }
        return evaluate(F.subst(expression, values));
    }

    /**
     * The degree: a product adds, a power multiplies. Refuses what is too high or too long, and exponents in
     * variables.
     */
    private static Rational requireModestDegree(Formula formula, int depth) {
        if (depth > MOST_OPERATIONS) {
            throw new IllegalArgumentException("at position " + formula.position() + ": given more than "
                    + MOST_OPERATIONS + " operations one after the other, expected fewer; group them with parentheses");
        }
        if (formula instanceof Formula.Application application) {
            return application.arguments().stream()
                    .map(argument -> requireModestDegree(argument, depth + 1))
                    .reduce(Rational.ONE, Coordinates::max);
        }
        if (!(formula instanceof Formula.Operation operation)) {
            return Rational.ONE;
        }
        Rational left = requireModestDegree(operation.left(), depth + 1);
        Rational degree = switch (operation.sign()) {
            case '^' -> left.multiply(size(number(operation.right())));
            case '*', '/' -> left.add(requireModestDegree(operation.right(), depth + 1));
            default -> max(left, requireModestDegree(operation.right(), depth + 1));
        };
        if (degree.compareTo(HIGHEST_DEGREE) > 0) {
            throw new IllegalArgumentException("at position " + operation.position() + ": given a degree of " + degree
                    + ", expected at most " + HIGHEST_DEGREE + "; products add degrees, powers multiply them");
        }
        return degree;
    }

    /** The greatest of |p|, q and 1 for an exponent p/q. */
    private static Rational size(Rational exponent) {
        return max(max(exponent.abs(), Rational.parse(exponent.denominator().toString())), Rational.ONE);
    }

    private static Rational number(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Operation operation) {
            Rational left = number(operation.left());
            Rational right = number(operation.right());
            return switch (operation.sign()) {
                case '+' -> left.add(right);
                case '-' -> left.subtract(right);
                case '*' -> left.multiply(right);
                case '/' -> left.divide(right);
                default -> throw badExponent(formula);
            };
        }
        throw badExponent(formula);
    }

    private static IllegalArgumentException badExponent(Formula formula) {
        return new IllegalArgumentException("at position " + formula.position()
                + ": expected a number as exponent, as in x^3 or x^(1/2); write x^y as exp(y*log(x))");
    }

    private static Rational max(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
