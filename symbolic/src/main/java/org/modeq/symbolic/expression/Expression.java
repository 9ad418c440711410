package org.modeq.symbolic.expression;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.ring.Rational;

/** An elementary expression, a sum of rational multiples of distinct products in canonical order; immutable. */
public final class Expression implements Comparable<Expression> {
    /** The number 0. */
    public static final Expression ZERO = new Expression(new TreeMap<>());

    /** The number 1. */
    public static final Expression ONE = of(Rational.ONE);

    private static final Rational MINUS_ONE = Rational.of(-1);
    private static final int MOST_PRODUCTS = 200_000;
    private static final int HIGHEST_POWER = 10_000;

    private final SortedMap<Product, Rational> terms;

    private Expression(SortedMap<Product, Rational> terms) {
        terms.values().removeIf(Rational::isZero);
        this.terms = terms;
    }

    /**
     * A number.
     *
     * @param number c
     * @return c
     */
    public static Expression of(Rational number) {
        return ofTerm(Product.ONE, number);
    }

    /**
     * A variable.
     *
     * @param index its place among the variables, from 0; negative for symbols that stand in front of them
     * @param name its name
     * @return x
     */
    public static Expression variable(int index, String name) {
        return of(Product.of(new Factor.Variable(index, name), Rational.ONE));
    }

    /**
     * A function of an expression.
     *
     * @param function its name in the formula language
     * @param argument u
     * @return f(u); exp(0) is 1, other values are not reckoned
     */
    public static Expression application(String function, Expression argument) {
        return of(Product.of(new Factor.Application(function, argument), Rational.ONE));
    }

    /**
     * A product as the only term, with the coefficient 1.
     *
     * @param product p
     * @return p
     */
    public static Expression of(Product product) {
        return ofTerm(product, Rational.ONE);
    }

    private static Expression ofTerm(Product product, Rational coefficient) {
        return new Expression(new TreeMap<>(Map.of(product, coefficient)));
    }

    /** {@return the coefficients by product, in canonical order; none is 0} */
    public SortedMap<Product, Rational> terms() {
        return Collections.unmodifiableSortedMap(terms);
    }

    /** {@return whether this is the number 0} */
    public boolean isZero() {
        return terms.isEmpty();
    }

    /** {@return the number that this is, empty if there are factors in it} */
    public Optional<Rational> constant() {
        if (isZero()) {
            return Optional.of(Rational.ZERO);
        }
        return terms.size() == 1 ? Optional.ofNullable(terms.get(Product.ONE)) : Optional.empty();
    }

    /**
     * The sum.
     *
     * @param other v
     * @return this + v
     */
    public Expression add(Expression other) {
        SortedMap<Product, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((product, coefficient) -> sum.merge(product, coefficient, Rational::add));
        return new Expression(sum);
    }

    /**
     * The sum of many.
     *
     * @param summands u₁, …, u_n
     * @return u₁ + … + u_n, 0 without summands
     */
    public static Expression sum(Collection<Expression> summands) {
        SortedMap<Product, Rational> sum = new TreeMap<>();
        summands.forEach(
                summand -> summand.terms.forEach((product, number) -> sum.merge(product, number, Rational::add)));
        return new Expression(sum);
    }

    /**
     * A rational multiple.
     *
     * @param number c
     * @return c · this
     */
    public Expression scaled(Rational number) {
        SortedMap<Product, Rational> multiple = new TreeMap<>(terms);
        multiple.replaceAll((product, coefficient) -> coefficient.multiply(number));
        return new Expression(multiple);
    }

    /**
     * The product, multiplied out.
     *
     * <p>Cost: as many products as the numbers of terms multiplied.
     *
     * @param other v
     * @return this · v
     * @throws ArithmeticException if more than 200,000 products would have to be formed
     */
    public Expression multiply(Expression other) {
        if ((long) terms.size() * other.terms.size() > MOST_PRODUCTS) {
            throw tooLong();
        }
        SortedMap<Product, Rational> sum = new TreeMap<>();
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> {
            Product product = left.times(right);
            if (product.exponents().entrySet().stream().anyMatch(Expression::isUnfinished)) {
                finished(product)
                        .terms
                        .forEach((part, c) -> sum.merge(part, a.multiply(b).multiply(c), Rational::add));
            } else {
                sum.merge(product, a.multiply(b), Rational::add);
            }
        }));
        return new Expression(sum);
    }

    /** Joined powers of a sum may have become an integer, those of a number may exceed 1. */
    private static boolean isUnfinished(Map.Entry<Factor, Rational> power) {
        return power.getKey() instanceof Factor.Parenthesis sum
                && (sum.inner().constant().isPresent()
                        ? !floor(power.getValue()).equals(BigInteger.ZERO)
                        : power.getValue().isInteger()
                                && (power.getValue().signum() > 0
                                        || sum.inner().terms.size() == 1
                                        || !sum.inner().content().equals(Rational.ONE)));
    }

    private static Expression finished(Product product) {
        Expression finished = of(product.only(power -> !isUnfinished(power)));
        for (var power : product.exponents().entrySet()) {
            if (isUnfinished(power) && power.getKey() instanceof Factor.Parenthesis sum) {
                finished = finished.multiply(sum.inner().power(power.getValue()));
            }
        }
        return finished;
    }

    /**
     * The power.
     *
     * <p>Cost: positive integer powers of sums are multiplied out.
     *
     * @param exponent q
     * @return this^q
     * @throws ArithmeticException if this is 0 and q &lt; 0, if a negative number has a broken power, or if the result is
     *     too long
     */
    public Expression power(Rational exponent) {
        if (exponent.isInteger() && exponent.signum() >= 0) {
            return natural(exponent);
        }
        if (isZero() && exponent.signum() < 0) {
            throw new ArithmeticException("division by 0");
        }
        Optional<Rational> number = constant();
        if (number.isPresent()) {
            return power(number.get(), exponent);
        }
        Product first = terms.firstKey();
        boolean isProduct = terms.size() == 1;
        if (exponent.isInteger()) {
            Rational content = content();
            Expression primitive = scaled(content.reciprocal());
            Product power = isProduct ? first.power(exponent) : Product.of(new Factor.Parenthesis(primitive), exponent);
            return of(power).scaled(content.pow(small(exponent)));
        }
        boolean isFactor = isProduct
                && terms.containsValue(Rational.ONE)
                && first.exponents().size() == 1
                && first.exponents().containsValue(Rational.ONE);
        return of(isFactor ? first.power(exponent) : Product.of(new Factor.Parenthesis(this), exponent));
    }

    private Expression natural(Rational exponent) {
        Expression power = ONE;
        Expression square = this;
        for (int rest = small(exponent); rest > 0; rest /= 2) {
            power = rest % 2 == 1 ? power.multiply(square) : power;
            square = rest > 1 ? square.multiply(square) : square;
        }
        return power;
    }

    /** A number to a power: the integer part of the exponent is reckoned, 0 ≤ rest &lt; 1 stays. */
    private static Expression power(Rational number, Rational exponent) {
        Rational whole = Rational.of(floor(exponent), BigInteger.ONE);
        Rational rest = exponent.subtract(whole);
        Expression reckoned = of(number.pow(small(whole)));
        if (rest.isZero() || number.isZero() || number.equals(Rational.ONE)) {
            return reckoned;
        }
        if (number.signum() < 0) {
            throw new ArithmeticException(number + " to the power " + exponent + " is no real number");
        }
        return of(Product.of(new Factor.Parenthesis(of(number)), rest)).scaled(number.pow(small(whole)));
    }

    /** The greatest rational for which this/c has coprime integers as coefficients, with the sign of the first term. */
    private Rational content() {
        BigInteger divisor = BigInteger.ZERO;
        BigInteger multiple = BigInteger.ONE;
        for (Rational coefficient : terms.values()) {
            BigInteger denominator = coefficient.denominator();
            divisor = divisor.gcd(coefficient.numerator());
            multiple = multiple.divide(multiple.gcd(denominator)).multiply(denominator);
        }
        Rational content = Rational.of(divisor, multiple);
        return terms.values().iterator().next().signum() < 0 ? content.multiply(MINUS_ONE) : content;
    }

    static BigInteger floor(Rational number) {
        BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static int small(Rational exponent) {
        if (exponent.abs().compareTo(Rational.of(HIGHEST_POWER)) > 0) {
            throw tooLong();
        }
        return exponent.numerator().intValueExact();
    }

    private static ArithmeticException tooLong() {
        return new ArithmeticException("the expression is too long to be multiplied out (more than " + MOST_PRODUCTS
                + " products); take a lower order");
    }

    /**
     * Whether this is a sum of products of powers of variables alone, a Laurent polynomial where the exponents are
     * integers. Such products are linearly independent functions of positive variables, so such an expression is 0 for
     * all values only if it {@linkplain #isZero is 0}. Of others this is not known: sin(x)² + cos(x)² − 1 is not
     * ZERO.
     *
     * @return whether all factors are variables
     */
    public boolean isLaurentPolynomial() {
        return terms.keySet().stream()
                .flatMap(product -> product.exponents().keySet().stream())
                .allMatch(factor -> factor instanceof Factor.Variable);
    }

    /**
     * This times a common denominator of its terms, so that 1/(1+x) − x/(1+x) − (1−x)/(1+x) becomes 0.
     *
     * <p>Cost: as many products as the powers of the sums in the denominators multiplied out.
     *
     * @return a multiple by a product of powers of sums, none of which stand in a denominator of it; 0 as a function exactly
     *     where this is 0
     * @throws ArithmeticException if it is too long
     */
    public Expression numerator() {
        return CommonDenominator.numerator(this);
    }

    /**
     * The partial derivative by a variable, the others being constant.
     *
     * @param index the place of the variable
     * @return ∂this/∂x
     * @throws ArithmeticException if it is too long
     */
    public Expression derivative(int index) {
        return Derivation.by(index).apply(this);
    }

    /**
     * This with expressions in place of the variables, multiplied out.
     *
     * @param values the expression for each variable
     * @return the composite
     * @throws ArithmeticException if it divides by 0, has a broken power of a negative number, or is too long
     */
    public Expression substituted(Function<Factor.Variable, Expression> values) {
        return sum(terms.entrySet().stream()
                .map(term -> term.getKey().substituted(values).scaled(term.getValue()))
                .toList());
    }

    /**
     * The exact value at a point. Roots are reckoned where they are rational, functions where their value is 0 or 1 by
     * definition, as exp(0), log(1) and sin(0).
     *
     * @param point the value of each variable, empty if it is not rational
     * @return the value, empty if a power or a function in a term is not rational
     * @throws ArithmeticException if it divides by 0
     */
    public Optional<Rational> valueAt(Function<Factor.Variable, Optional<Rational>> point) {
        return new RationalValue(point).of(this);
    }

    /**
     * The value at a point in doubles; NaN where a function is not real there.
     *
     * @param point the value of each variable
     * @return the value, rounded
     */
    public double approximately(ToDoubleFunction<Factor.Variable> point) {
        return new ApproximateValue(point).of(this);
    }

    /**
     * The sum of the absolute values of the terms at a point, to which the rounding of {@link #approximately} is relative.
     *
     * @param point the value of each variable
     * @return Σ |term|, rounded
     */
    public double size(ToDoubleFunction<Factor.Variable> point) {
        return new ApproximateValue(point).size(this);
    }

    @Override
    public int compareTo(Expression other) {
        Iterator<Map.Entry<Product, Rational>> others = other.terms.entrySet().iterator();
        for (var term : terms.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            Map.Entry<Product, Rational> second = others.next();
            int byProduct = term.getKey().compareTo(second.getKey());
            int byTerm = byProduct != 0 ? byProduct : term.getValue().compareTo(second.getValue());
            if (byTerm != 0) {
                return byTerm;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Expression expression && terms.equals(expression.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** {@return the expression in the formula language, {@code -x^2+y^2} or {@code x/(2*sqrt(1+x^2))}} */
    @Override
    public String toString() {
        return ExpressionText.of(this);
    }
}
