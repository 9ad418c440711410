package org.modeq.symbolic.lie;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Letter;

/**
 * A product of exponentials e^X₁ e^X₂ … e^X_K, each X_k a linear combination of letters; X₁ acts first.
 *
 * <p>Neighbours whose exponents are multiples of each other commute and are joined: e^(A/2) e^(A/2) is e^A, and e^A e^(−A)
 * is nothing.
 *
 * @param factors X₁, …, X_K after joining, each by the coefficients of its letters; empty for the product 1
 */
public record ExponentialProduct(List<SortedMap<Letter, Rational>> factors) {
    private static final int LONGEST = 10_000;

    /** A sign, a factor in front, a letter, a divisor behind. */
    private static final Pattern TERM = Pattern.compile(
            "\\s*([+-]?)\\s*(?:(\\d{1,9}(?:/\\d{1,9})?)\\s*\\*\\s*)?([A-Za-z]\\w*)(?:\\s*/\\s*(\\d{1,9}))?\\s*");

    /**
     * A product.
     *
     * @param factors X₁, …, X_K, each by the coefficients of its letters
     */
    public ExponentialProduct {
        List<SortedMap<Letter, Rational>> joined = new ArrayList<>();
        for (SortedMap<Letter, Rational> factor : factors) {
            append(joined, factor);
        }
        factors = List.copyOf(joined);
    }

    /**
     * Reads a product such as {@code A/2,B,A/2}, {@code A,B,-A,-B}, {@code 3/8*A} or {@code A+B/2,A-B/2}.
     *
     * @param text the exponents, separated by commas
     * @return the product
     * @throws IllegalArgumentException if an exponent is not a combination of letters; the message shows it
     */
    public static ExponentialProduct parse(String text) {
        List<SortedMap<Letter, Rational>> factors = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            SortedMap<Letter, Rational> factor = new TreeMap<>();
            Matcher term = TERM.matcher(part);
            int end = 0;
            while (end < part.length()
                    && term.find(end)
                    && term.start() == end
                    && (end == 0 || !term.group(1).isEmpty())) {
                factor.merge(Letter.of(term.group(3)), coefficient(part, term), Rational::add);
                end = term.end();
            }
            if (end == 0 || end < part.length()) {
                throw new IllegalArgumentException("given '" + part + "' in the word '" + text
                        + "', expected a letter with a factor or a sum of such, as A, -A, A/2, 3/8*A or A+B/2,"
                        + " numbers of at most 9 digits, the exponents separated by commas");
            }
            factors.add(factor);
        }
        if (factors.size() > LONGEST) {
            throw new IllegalArgumentException(
                    "given a word of " + factors.size() + " factors, expected at most " + LONGEST);
        }
        return new ExponentialProduct(factors);
    }

    private static Rational coefficient(String part, Matcher term) {
        Rational factor = term.group(2) == null ? Rational.ONE : Rational.parse(term.group(2));
        Rational divisor = term.group(4) == null ? Rational.ONE : Rational.parse(term.group(4));
        if (factor.isZero() || divisor.isZero()) {
            throw new IllegalArgumentException(
                    "given '" + part + "', expected a factor other than 0; leave the letter out");
        }
        Rational size = factor.divide(divisor);
        return term.group(1).equals("-") ? size.negate() : size;
    }

    private static void append(List<SortedMap<Letter, Rational>> joined, SortedMap<Letter, Rational> factor) {
        SortedMap<Letter, Rational> sum = new TreeMap<>(factor);
        sum.values().removeIf(Rational::isZero);
        if (!sum.isEmpty() && !joined.isEmpty() && areProportional(joined.get(joined.size() - 1), sum)) {
            joined.remove(joined.size() - 1).forEach((letter, value) -> sum.merge(letter, value, Rational::add));
            sum.values().removeIf(Rational::isZero);
        }
        if (!sum.isEmpty()) {
            joined.add(Collections.unmodifiableSortedMap(sum));
        }
    }

    private static boolean areProportional(SortedMap<Letter, Rational> x, SortedMap<Letter, Rational> y) {
        if (!x.keySet().equals(y.keySet())) {
            return false;
        }
        List<Rational> ratios = new ArrayList<>();
        x.forEach((letter, value) ->
                ratios.add(y.getOrDefault(letter, Rational.ZERO).divide(value)));
        return ratios.stream().distinct().count() == 1;
    }

    /** {@return the letters that occur} */
    public SortedSet<Letter> letters() {
        SortedSet<Letter> letters = new TreeSet<>();
        factors.forEach(factor -> letters.addAll(factor.keySet()));
        return letters;
    }

    /**
     * An exponent as {@link #parse} reads it.
     *
     * @param factor X, by the coefficients of its letters
     * @return for example {@code A/2 - 3*B}
     */
    public static String written(SortedMap<Letter, Rational> factor) {
        StringBuilder text = new StringBuilder();
        factor.forEach((letter, value) -> {
            boolean isNegative = value.signum() < 0;
            Rational size = isNegative ? value.negate() : value;
            text.append(text.isEmpty() ? isNegative ? "-" : "" : isNegative ? " - " : " + ");
            text.append(size.numerator().equals(BigInteger.ONE) ? "" : size.numerator() + "*");
            text.append(letter);
            text.append(size.isInteger() ? "" : "/" + size.denominator());
        });
        return text.toString();
    }

    /** {@return the product as {@link #parse} reads it} */
    @Override
    public String toString() {
        return factors.stream().map(ExponentialProduct::written).collect(Collectors.joining(","));
    }

    /** The least common multiple of the denominators of all coefficients. */
    BigInteger denominator() {
        BigInteger multiple = BigInteger.ONE;
        for (SortedMap<Letter, Rational> factor : factors) {
            for (Rational value : factor.values()) {
                BigInteger other = value.denominator();
                multiple = multiple.divide(multiple.gcd(other)).multiply(other);
            }
        }
        return multiple;
    }
}
