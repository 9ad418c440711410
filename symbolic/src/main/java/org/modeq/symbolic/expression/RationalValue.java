package org.modeq.symbolic.expression;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.modeq.symbolic.ring.Rational;

/** Exact values of expressions at a point, where they are rational. */
record RationalValue(Function<Factor.Variable, Optional<Rational>> point) {
    private static final Map<String, Rational> AT_ZERO = Map.of(
            "exp", Rational.ONE,
            "cos", Rational.ONE,
            "sin", Rational.ZERO,
            "tan", Rational.ZERO,
            "tanh", Rational.ZERO,
            "atan", Rational.ZERO);

    Optional<Rational> of(Expression expression) {
        Rational sum = Rational.ZERO;
        for (var term : expression.terms().entrySet()) {
            Optional<Rational> product = of(term.getKey());
            if (product.isEmpty()) {
                return product;
            }
            sum = sum.add(product.get().multiply(term.getValue()));
        }
        return Optional.of(sum);
    }

    private Optional<Rational> of(Product product) {
        Rational value = Rational.ONE;
        for (var power : product.exponents().entrySet()) {
            Optional<Rational> next = power.getKey()
                    .fold(point, sum -> of(sum.inner()), this::application)
                    .flatMap(base -> power(base, power.getValue()));
            if (next.isEmpty()) {
                return next;
            }
            value = value.multiply(next.get());
        }
        return Optional.of(value);
    }

    private Optional<Rational> application(Factor.Application application) {
        String function = application.function();
        return of(application.argument()).flatMap(argument -> switch (function) {
            case "sqrt" -> power(argument, Rational.of(1, 2));
            case "log" -> argument.equals(Rational.ONE) ? Optional.of(Rational.ZERO) : Optional.empty();
            default -> argument.isZero() ? Optional.ofNullable(AT_ZERO.get(function)) : Optional.empty();
        });
    }

    /** A power of a number, empty if it is not rational. */
    static Optional<Rational> power(Rational base, Rational exponent) {
        int degree = exponent.denominator().intValueExact();
        int power = exponent.numerator().intValueExact();
        if (degree == 1) {
            return Optional.of(base.pow(power));
        }
        if (base.signum() < 0) {
            return Optional.empty();
        }
        return root(base.numerator(), degree)
                .flatMap(top -> root(base.denominator(), degree)
                        .map(bottom -> Rational.of(top, bottom).pow(power)));
    }

    /** The root of a natural number if it is one: bisection between 0 and 2^(1 + bits/degree). */
    private static Optional<BigInteger> root(BigInteger number, int degree) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(1 + number.bitLength() / degree);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (middle.pow(degree).compareTo(number) < 0) {
                low = middle.add(BigInteger.ONE);
            } else {
                high = middle;
            }
        }
        return low.pow(degree).equals(number) ? Optional.of(low) : Optional.empty();
    }
}
