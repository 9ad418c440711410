package org.modeq.symbolic.expression;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.ring.Rational;

/**
 * A derivation of expressions: linear over ℚ, with Leibniz' rule and the chain rule,
 * <pre>
 *   D(ab) = D(a) b + a D(b),     D(a^q) = q a^(q−1) D(a),     D(φ(a)) = φ′(a) D(a),
 * </pre>
 * so that it is fixed by its values on the variables. Lang, <em>Algebra</em>, chapter XIX, section 3.
 */
public final class Derivation implements UnaryOperator<Expression> {
    private static final Rational MINUS_ONE = Rational.of(-1);

    private static final SortedMap<String, UnaryOperator<Expression>> DERIVATIVES = new TreeMap<>(Map.ofEntries(
            entry("exp", u -> Expression.application("exp", u)),
            entry("log", u -> u.power(MINUS_ONE)),
            entry("sqrt", u -> u.power(Rational.of(-1, 2)).scaled(Rational.of(1, 2))),
            entry("sin", u -> Expression.application("cos", u)),
            entry("cos", u -> Expression.application("sin", u).scaled(MINUS_ONE)),
            entry("tan", u -> Expression.ONE.add(square(Expression.application("tan", u)))),
            entry(
                    "tanh",
                    u -> Expression.ONE.add(
                            square(Expression.application("tanh", u)).scaled(MINUS_ONE))),
            entry("atan", u -> Expression.ONE.add(square(u)).power(MINUS_ONE))));

    /** The functions that can be differentiated: atan, cos, exp, log, sin, sqrt, tan, tanh. */
    public static final SortedSet<String> FUNCTIONS =
            Collections.unmodifiableSortedSet(new TreeSet<>(DERIVATIVES.keySet()));

    private final Function<Factor.Variable, Expression> values;

    private Derivation(Function<Factor.Variable, Expression> values) {
        this.values = values;
    }

    /**
     * The derivation with given values on the variables.
     *
     * @param values D(x) by variable x
     * @return D = Σ D(x) ∂/∂x
     */
    public static Derivation withValues(Function<Factor.Variable, Expression> values) {
        return new Derivation(values);
    }

    /**
     * The partial derivative by a variable.
     *
     * @param index the place of the variable
     * @return ∂/∂x
     */
    public static Derivation by(int index) {
        return new Derivation(variable -> variable.index() == index ? Expression.ONE : Expression.ZERO);
    }

    /**
     * The derivative.
     *
     * <p>Exact; for each factor of each term as many products as its derivative has terms.
     *
     * @param expression a
     * @return D(a)
     * @throws IllegalArgumentException if there is a function in it that is not one of {@link #FUNCTIONS}
     * @throws ArithmeticException if it is too long
     */
    @Override
    public Expression apply(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        expression
                .terms()
                .forEach((product, coefficient) -> product.exponents().forEach((factor, exponent) -> {
                    Expression logarithmic = perFactor(factor);
                    if (!logarithmic.isZero()) {
                        boolean isExponential =
                                factor instanceof Factor.Application function && function.isExponential();
                        Product rest = isExponential ? product : product.times(Product.of(factor, MINUS_ONE));
                        parts.add(Expression.of(rest)
                                .scaled(coefficient.multiply(exponent))
                                .multiply(logarithmic));
                    }
                }));
        return Expression.sum(parts);
    }

    /** D(a) for a factor a; of the exponential D(a)/a, as it stays what it is. */
    private Expression perFactor(Factor factor) {
        return factor.fold(values, sum -> apply(sum.inner()), function -> {
            Expression inner = apply(function.argument());
            return function.isExponential() || inner.isZero()
                    ? inner
                    : outer(function).multiply(inner);
        });
    }

    private static Expression outer(Factor.Application function) {
        UnaryOperator<Expression> derivative = DERIVATIVES.get(function.function());
        if (derivative == null) {
            throw new IllegalArgumentException("given the derivative of " + function.function()
                    + ", expected a function out of " + String.join(", ", FUNCTIONS));
        }
        return derivative.apply(function.argument());
    }

    private static Expression square(Expression expression) {
        return expression.power(Rational.of(2));
    }
}
