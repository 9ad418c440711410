package org.modeq.symbolic.expression;

import java.util.function.ToDoubleFunction;

/** The value of an expression at a point in doubles, with the sum of the absolute values of its terms. */
record ApproximateValue(ToDoubleFunction<Factor.Variable> point) {
    double of(Expression expression) {
        return expression.terms().entrySet().stream()
                .mapToDouble(term -> term.getValue().doubleValue() * of(term.getKey()))
                .sum();
    }

    /** Σ |term|, which says what the rounding of the sum is relative to. */
    double size(Expression expression) {
        return expression.terms().entrySet().stream()
                .mapToDouble(term -> Math.abs(term.getValue().doubleValue() * of(term.getKey())))
                .sum();
    }

    private double of(Product product) {
        double value = 1;
        for (var power : product.exponents().entrySet()) {
            double base =
                    power.getKey().fold(point::applyAsDouble, sum -> of(sum.inner()), application -> of(application));
            value *= Math.pow(base, power.getValue().doubleValue());
        }
        return value;
    }

    private double of(Factor.Application application) {
        double argument = of(application.argument());
        return switch (application.function()) {
            case "exp" -> Math.exp(argument);
            case "log" -> Math.log(argument);
            case "sqrt" -> Math.sqrt(argument);
            case "sin" -> Math.sin(argument);
            case "cos" -> Math.cos(argument);
            case "tan" -> Math.tan(argument);
            case "tanh" -> Math.tanh(argument);
            case "atan" -> Math.atan(argument);
            default -> throw new AssertionError(application);
        };
    }
}
