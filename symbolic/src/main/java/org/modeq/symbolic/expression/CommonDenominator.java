package org.modeq.symbolic.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;

/** Brings the terms of an expression to a common denominator, a product of powers of the sums in parentheses. */
final class CommonDenominator {
    /** Each pass takes away one level of sums inside sums. */
    private static final int MOST_PASSES = 20;

    private CommonDenominator() {}

    /** The expression times the denominator: powers of sums that are left have exponents between 0 and 1. */
    static Expression numerator(Expression expression) {
        Expression numerator = expression;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            SortedMap<Factor.Parenthesis, BigInteger> lowest = lowest(numerator);
            if (lowest.isEmpty()) {
                return numerator;
            }
            List<Expression> terms = new ArrayList<>();
            for (var term : numerator.terms().entrySet()) {
                terms.add(raised(term.getKey(), lowest).scaled(term.getValue()));
            }
            numerator = Expression.sum(terms);
        }
        return numerator;
    }

    /** The integer part of the lowest exponent of each sum that has one outside of 0 ≤ q &lt; 1. */
    private static SortedMap<Factor.Parenthesis, BigInteger> lowest(Expression expression) {
        SortedMap<Factor.Parenthesis, BigInteger> lowest = new TreeMap<>();
        for (Product product : expression.terms().keySet()) {
            product.exponents().forEach((factor, exponent) -> {
                boolean isSum = factor instanceof Factor.Parenthesis sum
                        && sum.inner().constant().isEmpty();
                BigInteger floor = Expression.floor(exponent);
                if (isSum && floor.signum() != 0) {
                    lowest.merge((Factor.Parenthesis) factor, floor.min(BigInteger.ZERO), BigInteger::min);
                }
            });
        }
        return lowest;
    }

    /** A product divided by the lowest powers of the sums, whole powers multiplied out. */
    private static Expression raised(Product product, SortedMap<Factor.Parenthesis, BigInteger> lowest) {
        Expression raised = Expression.of(
                product.only(power -> !(power.getKey() instanceof Factor.Parenthesis sum && lowest.containsKey(sum))));
        for (var entry : lowest.entrySet()) {
            Rational exponent = product.exponents().getOrDefault(entry.getKey(), Rational.ZERO);
            Rational whole = Rational.of(Expression.floor(exponent), BigInteger.ONE);
            Rational up = Rational.of(entry.getValue().negate(), BigInteger.ONE);
            raised = raised.multiply(entry.getKey().inner().power(whole.add(up)));
            Rational rest = exponent.subtract(whole);
            if (!rest.isZero()) {
                raised = raised.multiply(Expression.of(Product.of(entry.getKey(), rest)));
            }
        }
        return raised;
    }
}
