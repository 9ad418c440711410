package org.modeq.symbolic.contraction;

import java.util.Optional;
import java.util.function.BinaryOperator;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;

/** The value of formulas without losses: polynomials in the step size h. */
final class FormulaNumber {
    private static final Polynomial STEP_SIZE = Polynomial.monomial(Rational.ONE, 1);
    private static final Polynomial MINUS_ONE = Polynomial.constant(Rational.of(-1));
    private static final int GREATEST = 50;

    private FormulaNumber() {}

    /** The polynomial in h that a formula is, empty if other names or functions occur in it. */
    static Optional<Polynomial> of(Formula formula) {
        if (formula instanceof Formula.Constant number) {
            return Optional.of(Polynomial.constant(number.value()));
        }
        if (formula instanceof Formula.Name name) {
            return name.name().equals("h") ? Optional.of(STEP_SIZE) : Optional.empty();
        }
        if (formula instanceof Formula.Operation operation) {
            return switch (operation.sign()) {
                case '+' -> both(operation, Polynomial::add);
                case '-' -> both(operation, (a, b) -> a.add(b.multiply(MINUS_ONE)));
                case '*' -> both(operation, Polynomial::multiply);
                case '/' -> of(operation.left()).map(dividend -> dividend.multiply(inverse(operation.right())));
                default -> of(operation.left()).map(base -> power(base, natural(operation.right())));
            };
        }
        return Optional.empty();
    }

    /** One over a number other than 0. */
    static Polynomial inverse(Formula divisor) {
        return of(divisor)
                .filter(value -> value.degree() == 0)
                .map(value -> Polynomial.constant(value.coefficient(0).reciprocal()))
                .orElseThrow(() -> FormulaMeaning.error(divisor, "expected a number other than 0 after '/'"));
    }

    /** A natural number, as exponents and orders of derivatives are. */
    static int natural(Formula formula) {
        return of(formula)
                .filter(value -> value.degree() <= 0 && value.coefficient(0).isInteger())
                .map(value -> value.coefficient(0))
                .filter(value -> value.signum() >= 0 && value.compareTo(Rational.of(GREATEST)) <= 0)
                .map(value -> value.numerator().intValueExact())
                .orElseThrow(() -> FormulaMeaning.error(formula, "expected a whole number from 0 to " + GREATEST));
    }

    private static Optional<Polynomial> both(Formula.Operation operation, BinaryOperator<Polynomial> operator) {
        return of(operation.left()).flatMap(a -> of(operation.right()).map(b -> operator.apply(a, b)));
    }

    private static Polynomial power(Polynomial base, int exponent) {
        Polynomial power = Polynomial.constant(Rational.ONE);
        for (int i = 0; i < exponent; i++) {
            power = power.multiply(base);
        }
        return power;
    }
}
