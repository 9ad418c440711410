package org.modeq.symbolic.expression;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.ring.Rational;

/** A product of rational powers of distinct factors, without a number in front; immutable. */
public final class Product implements Comparable<Product> {
    /** The product of nothing. */
    static final Product ONE = new Product(new TreeMap<>());

    private final SortedMap<Factor, Rational> exponents;
    private final Rational degree;
    private final Rational functionDegree;

    private Product(SortedMap<Factor, Rational> exponents) {
        this.exponents = exponents;
        degree = degree(factor -> factor instanceof Factor.Variable);
        functionDegree = degree(factor -> factor instanceof Factor.Application);
    }

    /** A power of one factor. */
    static Product of(Factor factor, Rational exponent) {
        SortedMap<Factor, Rational> exponents = new TreeMap<>();
        append(exponents, factor, exponent);
        return new Product(exponents);
    }

    /** {@return the factors in order with their exponents, none of which is 0} */
    public SortedMap<Factor, Rational> exponents() {
        return Collections.unmodifiableSortedMap(exponents);
    }

    /** The product of the powers; sums in parentheses are not multiplied out. */
    Product times(Product other) {
        if (exponents.isEmpty()) {
            return other;
        }
        SortedMap<Factor, Rational> product = new TreeMap<>(exponents);
        other.exponents.forEach((factor, exponent) -> append(product, factor, exponent));
        return new Product(product);
    }

    /** The power of every factor. */
    Product power(Rational exponent) {
        SortedMap<Factor, Rational> powers = new TreeMap<>();
        exponents.forEach((factor, one) -> append(powers, factor, one.multiply(exponent)));
        return new Product(powers);
    }

    /** The product with expressions in place of the variables. */
    Expression substituted(Function<Factor.Variable, Expression> values) {
        Expression product = Expression.ONE;
        for (var power : exponents.entrySet()) {
            Expression base = power.getKey()
                    .fold(
                            values,
                            sum -> sum.inner().substituted(values),
                            application -> Expression.application(
                                    application.function(),
                                    application.argument().substituted(values)));
            product = product.multiply(base.power(power.getValue()));
        }
        return product;
    }

    /** The product of the factors that are chosen. */
    Product only(Predicate<Map.Entry<Factor, Rational>> chosen) {
        SortedMap<Factor, Rational> some = new TreeMap<>();
        exponents.entrySet().stream().filter(chosen).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return new Product(some);
    }

    private static void append(SortedMap<Factor, Rational> product, Factor factor, Rational exponent) {
        if (factor instanceof Factor.Application application && application.isExponential()) {
            appendExponential(product, application.argument().scaled(exponent));
        } else {
            Rational sum = product.getOrDefault(factor, Rational.ZERO).add(exponent);
            if (sum.isZero()) {
                product.remove(factor);
            } else {
                product.put(factor, sum);
            }
        }
    }

    /** exp(u) exp(v) = exp(u + v), so a product has at most one of them. */
    private static void appendExponential(SortedMap<Factor, Rational> product, Expression argument) {
        Expression sum = argument;
        for (Factor factor : product.keySet()) {
            if (factor instanceof Factor.Application present && present.isExponential()) {
                sum = present.argument().add(argument);
                product.remove(factor);
                break;
            }
        }
        if (!sum.isZero()) {
            product.put(new Factor.Application(Factor.Application.EXP, sum), Rational.ONE);
        }
    }

    private Rational degree(Predicate<Factor> counted) {
        Rational sum = Rational.ZERO;
        for (var entry : exponents.entrySet()) {
            if (counted.test(entry.getKey())) {
                sum = sum.add(entry.getValue());
            }
        }
        return sum;
    }

    @Override
    public int compareTo(Product other) {
        int byDegree = degree.compareTo(other.degree);
        int byDegrees = byDegree != 0 ? byDegree : functionDegree.compareTo(other.functionDegree);
        if (byDegrees != 0) {
            return byDegrees;
        }
        Iterator<Map.Entry<Factor, Rational>> others =
                other.exponents.entrySet().iterator();
        for (var entry : exponents.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            Map.Entry<Factor, Rational> second = others.next();
            int byFactor = entry.getKey().compareTo(second.getKey());
            int byPower = byFactor != 0 ? byFactor : second.getValue().compareTo(entry.getValue());
            if (byPower != 0) {
                return byPower;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Product product && exponents.equals(product.exponents);
    }

    @Override
    public int hashCode() {
        return exponents.hashCode();
    }

    @Override
    public String toString() {
        return Expression.of(this).toString();
    }
}
