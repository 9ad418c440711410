package org.modeq.symbolic.expression;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.ring.Rational;

/** Expressions in the formula language. */
final class ExpressionText {
    private static final Rational HALF = Rational.of(1, 2);

    private ExpressionText() {}

    static String of(Expression expression) {
        StringBuilder sum = new StringBuilder();
        expression.terms().forEach((product, coefficient) -> {
            if (coefficient.signum() < 0) {
                sum.append('-');
            } else if (!sum.isEmpty()) {
                sum.append('+');
            }
            sum.append(term(product, coefficient.abs()));
        });
        return sum.isEmpty() ? "0" : sum.toString();
    }

    private static String term(Product product, Rational coefficient) {
        List<String> dividend = new ArrayList<>();
        List<String> divisor = new ArrayList<>();
        product.exponents()
                .forEach((factor, exponent) ->
                        (exponent.signum() > 0 ? dividend : divisor).add(power(factor, exponent.abs())));
        if (divisor.isEmpty()) {
            return product(coefficient.toString(), dividend);
        }
        String top = product(coefficient.numerator().toString(), dividend);
        String bottom = product(coefficient.denominator().toString(), divisor);
        boolean isOneFactor = coefficient.isInteger() && divisor.size() == 1;
        return top + "/" + (isOneFactor ? bottom : "(" + bottom + ")");
    }

    /** The number in front is left out if it is 1 and not alone. */
    private static String product(String number, List<String> factors) {
        if (factors.isEmpty()) {
            return number;
        }
        return (number.equals("1") ? "" : number + "*") + String.join("*", factors);
    }

    private static String power(Factor factor, Rational exponent) {
        if (exponent.equals(HALF)) {
            return "sqrt(" + factor.fold(Factor.Variable::name, sum -> of(sum.inner()), ExpressionText::application)
                    + ")";
        }
        String base = factor.fold(Factor.Variable::name, ExpressionText::parenthesis, ExpressionText::application);
        if (exponent.equals(Rational.ONE)) {
            return base;
        }
        return base + "^" + (exponent.isInteger() ? exponent : "(" + exponent + ")");
    }

    private static String parenthesis(Factor.Parenthesis sum) {
        String inner = of(sum.inner());
        boolean isInteger = sum.inner().constant().map(Rational::isInteger).orElse(false);
        return isInteger ? inner : "(" + inner + ")";
    }

    private static String application(Factor.Application application) {
        return application.function() + "(" + of(application.argument()) + ")";
    }
}
