package org.modeq.symbolic.lie;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Word;

/**
 * An element of the free associative algebra over ℚ, known up to a weight: a sum Σ c_w w over words; immutable.
 *
 * @param maximalWeight the weight up to which the element is known
 * @param terms the non-zero coefficients c_w by word
 */
public record FreeAssociative(int maximalWeight, SortedMap<Word, Rational> terms) {
    /**
     * An element by its coefficients.
     *
     * @param maximalWeight the weight up to which it is known
     * @param terms c_w by word; zeros and words beyond the maximal weight are dropped
     */
    public FreeAssociative {
        SortedMap<Word, Rational> kept = new TreeMap<>();
        for (Map.Entry<Word, Rational> entry : terms.entrySet()) {
            if (!entry.getValue().isZero() && entry.getKey().weight() <= maximalWeight) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        terms = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * The unit 1, the empty word.
     *
     * @param maximalWeight the weight up to which it is known
     * @return 1
     */
    public static FreeAssociative one(int maximalWeight) {
        return of(Word.EMPTY, maximalWeight);
    }

    /**
     * A single word.
     *
     * @param word w
     * @param maximalWeight the weight up to which it is known
     * @return w
     */
    public static FreeAssociative of(Word word, int maximalWeight) {
        return new FreeAssociative(maximalWeight, new TreeMap<>(Map.of(word, Rational.ONE)));
    }

    /**
     * The coefficient of a word.
     *
     * @param word w
     * @return c_w
     */
    public Rational coefficient(Word word) {
        return terms.getOrDefault(word, Rational.ZERO);
    }

    /**
     * The sum with a multiple of another element.
     *
     * @param factor r
     * @param other y
     * @return x + r·y, known to the smaller weight
     */
    public FreeAssociative plus(Rational factor, FreeAssociative other) {
        SortedMap<Word, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((word, value) -> sum.merge(word, value.multiply(factor), Rational::add));
        return new FreeAssociative(Math.min(maximalWeight, other.maximalWeight), sum);
    }

    /**
     * The product: words are concatenated. Cost: one product for each pair of words whose weights stay within the bound.
     *
     * @param other y
     * @return xy, known to the smaller weight
     */
    public FreeAssociative multiply(FreeAssociative other) {
        int bound = Math.min(maximalWeight, other.maximalWeight);
        SortedMap<Word, Rational> product = new TreeMap<>();
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> {
            if (left.weight() + right.weight() <= bound) {
                product.merge(left.then(right), a.multiply(b), Rational::add);
            }
        }));
        return new FreeAssociative(bound, product);
    }

    /**
     * The commutator, the bracket of the free Lie algebra inside the free associative one.
     *
     * @param other y
     * @return xy − yx
     */
    public FreeAssociative commutator(FreeAssociative other) {
        return multiply(other).plus(Rational.of(-1), other.multiply(this));
    }

    /**
     * The exponential Σ xᵐ/m!.
     *
     * @return e^x
     * @throws ArithmeticException if x has a constant term: the sum would not be finite
     */
    public FreeAssociative exp() {
        requireNoConstant();
        FreeAssociative power = one(maximalWeight);
        FreeAssociative sum = power;
        Rational factor = Rational.ONE;
        for (int m = 1; m <= maximalWeight; m++) {
            power = power.multiply(this);
            factor = factor.divide(Rational.of(m));
            sum = sum.plus(factor, power);
        }
        return sum;
    }

    /**
     * The logarithm Σ (−1)^(m+1) (x − 1)ᵐ/m of an element with constant term 1.
     *
     * @return log x
     * @throws ArithmeticException if the constant term is not 1
     */
    public FreeAssociative log() {
        FreeAssociative rest = plus(Rational.of(-1), one(maximalWeight));
        rest.requireNoConstant();
        FreeAssociative power = one(maximalWeight);
        FreeAssociative sum = new FreeAssociative(maximalWeight, new TreeMap<>());
        for (int m = 1; m <= maximalWeight; m++) {
            power = power.multiply(rest);
            sum = sum.plus(Rational.of(m % 2 == 1 ? 1 : -1, m), power);
        }
        return sum;
    }

    private void requireNoConstant() {
        if (!coefficient(Word.EMPTY).isZero()) {
            throw new ArithmeticException("the constant term is off by " + coefficient(Word.EMPTY)
                    + "; exp needs the constant term 0, log the constant term 1");
        }
    }
}
