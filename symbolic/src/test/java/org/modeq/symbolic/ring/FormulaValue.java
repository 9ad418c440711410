package org.modeq.symbolic.ring;

import java.util.Map;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaParser;

/** The value of a formula of numbers and parameters: the second way to read what the scripts print. */
final class FormulaValue {
    private FormulaValue() {}

    /** Reads a formula with the parser of the formula language and inserts numbers. */
    static Rational of(String formula, Map<String, Rational> values) {
        return of(FormulaParser.parse(formula), values);
    }

    private static Rational of(Formula formula, Map<String, Rational> values) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Name name) {
            return values.get(name.name());
        }
        if (formula instanceof Formula.Operation operation) {
            Rational left = of(operation.left(), values);
            Rational right = of(operation.right(), values);
            return switch (operation.sign()) {
                case '+' -> left.add(right);
                case '-' -> left.subtract(right);
                case '*' -> left.multiply(right);
                case '/' -> left.divide(right);
                default -> left.pow(right.numerator().intValueExact());
            };
        }
        throw new AssertionError(formula);
    }
}
