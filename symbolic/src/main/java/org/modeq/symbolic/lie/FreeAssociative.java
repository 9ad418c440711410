package org.modeq.symbolic.lie;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.Word;

/**
 * An element of the free associative algebra over a ring, known up to a weight: a sum Σ c_w w over words; immutable.
 *
 * @param ring the ring of the coefficients
 * @param maximalWeight the weight up to which the element is known
 * @param terms the non-zero coefficients c_w by word
 * @param <E> the coefficients
 */
public record FreeAssociative<E>(Ring<E> ring, int maximalWeight, SortedMap<Word, E> terms) {
    /**
     * An element by its coefficients.
     *
     * @param ring the ring of the coefficients
     * @param maximalWeight the weight up to which it is known
     * @param terms c_w by word; zeros and words beyond the maximal weight are dropped
     */
    public FreeAssociative {
        SortedMap<Word, E> kept = new TreeMap<>();
        for (Map.Entry<Word, E> entry : terms.entrySet()) {
            if (!entry.getValue().equals(ring.zero()) && entry.getKey().weight() <= maximalWeight) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        terms = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * The element 0.
     *
     * @param ring the ring of the coefficients
     * @param maximalWeight the weight up to which it is known
     * @param <E> the coefficients
     * @return 0
     */
    public static <E> FreeAssociative<E> zero(Ring<E> ring, int maximalWeight) {
        return new FreeAssociative<>(ring, maximalWeight, new TreeMap<>());
    }

    /**
     * The unit 1, the empty word.
     *
     * @param ring the ring of the coefficients
     * @param maximalWeight the weight up to which it is known
     * @param <E> the coefficients
     * @return 1
     */
    public static <E> FreeAssociative<E> one(Ring<E> ring, int maximalWeight) {
        return of(ring, Word.EMPTY, maximalWeight);
    }

    /**
     * A single word.
     *
     * @param ring the ring of the coefficients
     * @param word w
     * @param maximalWeight the weight up to which it is known
     * @param <E> the coefficients
     * @return w
     */
    public static <E> FreeAssociative<E> of(Ring<E> ring, Word word, int maximalWeight) {
        return new FreeAssociative<>(ring, maximalWeight, new TreeMap<>(Map.of(word, ring.one())));
    }

    /**
     * A bracketing, every bracket a commutator.
     *
     * @param ring the ring of the coefficients
     * @param bracketing b
     * @param maximalWeight the weight up to which it is known
     * @param <E> the coefficients
     * @return the sum of words that b stands for
     */
    public static <E> FreeAssociative<E> ofBracketing(Ring<E> ring, Bracketing bracketing, int maximalWeight) {
        return bracketing.fold(letter -> of(ring, Word.of(letter), maximalWeight), FreeAssociative::commutator);
    }

    /**
     * A linear combination of letters.
     *
     * @param ring the ring of the coefficients
     * @param letters the factor of each letter
     * @param maximalWeight the weight up to which it is known
     * @param <E> the coefficients
     * @return the sum
     */
    public static <E> FreeAssociative<E> ofLetters(Ring<E> ring, Map<Letter, E> letters, int maximalWeight) {
        SortedMap<Word, E> sum = new TreeMap<>();
        letters.forEach((letter, factor) -> sum.put(Word.of(letter), factor));
        return new FreeAssociative<>(ring, maximalWeight, sum);
    }

    /**
     * The coefficient of a word.
     *
     * @param word w
     * @return c_w
     */
    public E coefficient(Word word) {
        return terms.getOrDefault(word, ring.zero());
    }

    /** {@return whether this is 0 as far as it is known} */
    public boolean isZero() {
        return terms.isEmpty();
    }

    /**
     * The sum with a multiple of another element.
     *
     * @param factor r
     * @param other y
     * @return x + r·y, known to the smaller weight
     */
    public FreeAssociative<E> plus(E factor, FreeAssociative<E> other) {
        SortedMap<Word, E> sum = new TreeMap<>(terms);
        other.terms.forEach((word, value) -> sum.merge(word, ring.multiply(factor, value), ring::add));
        return new FreeAssociative<>(ring, Math.min(maximalWeight, other.maximalWeight), sum);
    }

    /**
     * The difference.
     *
     * @param other y
     * @return x − y, known to the smaller weight
     */
    public FreeAssociative<E> minus(FreeAssociative<E> other) {
        return plus(ring.negate(ring.one()), other);
    }

    /**
     * The product: words are concatenated. Cost: one product for each pair of words whose weights stay within the bound.
     *
     * @param other y
     * @return xy, known to the smaller weight
     */
    public FreeAssociative<E> multiply(FreeAssociative<E> other) {
        int bound = Math.min(maximalWeight, other.maximalWeight);
        SortedMap<Word, E> product = new TreeMap<>();
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> {
            if (left.weight() + right.weight() <= bound) {
                product.merge(left.then(right), ring.multiply(a, b), ring::add);
            }
        }));
        return new FreeAssociative<>(ring, bound, product);
    }

    /**
     * The commutator, the bracket of the free Lie algebra inside the free associative one.
     *
     * @param other y
     * @return xy − yx
     */
    public FreeAssociative<E> commutator(FreeAssociative<E> other) {
        return multiply(other).minus(other.multiply(this));
    }

    /**
     * The exponential Σ xᵐ/m!.
     *
     * @return e^x
     * @throws ArithmeticException if x has a constant term: the sum would not be finite
     */
    public FreeAssociative<E> exp() {
        return exponentialSeries(this, one(ring, maximalWeight), power -> power.multiply(this));
    }

    /**
     * The adjoint action of a flow, Ad_{e^x} y = e^x y e^(−x) = Σ ad_x^k y / k!: the field y seen through the flow of x.
     *
     * <p>Hairer, Lubich and Wanner (2006), section III.4.2. Computed as the sum of iterated commutators.
     *
     * @param other y
     * @return Ad_{e^x} y, known to the smaller weight
     * @throws ArithmeticException if x has a constant term: the sum would not be finite
     */
    public FreeAssociative<E> adjointAction(FreeAssociative<E> other) {
        return exponentialSeries(this, other, this::commutator);
    }

    /** Σ over m of map^m(start)/m!, where the map multiplies by x at least once and so raises the weight. */
    private static <E> FreeAssociative<E> exponentialSeries(
            FreeAssociative<E> x, FreeAssociative<E> start, Function<FreeAssociative<E>, FreeAssociative<E>> map) {
        x.requireNoConstant();
        FreeAssociative<E> power = start;
        FreeAssociative<E> sum = start;
        Rational factor = Rational.ONE;
        for (int m = 1; m <= x.maximalWeight && !power.isZero(); m++) {
            power = map.apply(power);
            factor = factor.divide(Rational.of(m));
            sum = sum.plus(x.ring.of(factor), power);
        }
        return sum;
    }

    /**
     * The logarithm Σ (−1)^(m+1) (x − 1)ᵐ/m of an element with constant term 1.
     *
     * @return log x
     * @throws ArithmeticException if the constant term is not 1
     */
    public FreeAssociative<E> log() {
        FreeAssociative<E> rest = minus(one(ring, maximalWeight));
        rest.requireNoConstant();
        FreeAssociative<E> power = one(ring, maximalWeight);
        FreeAssociative<E> sum = zero(ring, maximalWeight);
        for (int m = 1; m <= maximalWeight; m++) {
            power = power.multiply(rest);
            sum = sum.plus(ring.of(Rational.of(m % 2 == 1 ? 1 : -1, m)), power);
        }
        return sum;
    }

    /**
     * The image under the linear map with given values on words.
     *
     * @param onWord the value of a word, homogeneous of the weight of the word
     * @return Σ c_w · onWord(w)
     */
    public FreeAssociative<E> mapped(Function<Word, FreeAssociative<E>> onWord) {
        FreeAssociative<E> sum = zero(ring, maximalWeight);
        for (Map.Entry<Word, E> term : terms.entrySet()) {
            sum = sum.plus(term.getValue(), onWord.apply(term.getKey()));
        }
        return sum;
    }

    /**
     * Whether this is the exponential of a Lie element: c_∅ = 1 and c_u c_v = Σ over the words w of u ⧢ v of c_w.
     *
     * <p>Ree (1958); Reutenauer (1993), theorem 3.2. Cost: a shuffle for each pair of words within the weight.
     *
     * @return whether this is group-like, as far as it is known
     */
    public boolean isGroupLike() {
        return coefficient(Word.EMPTY).equals(ring.one())
                && shufflesTo((u, v) -> ring.multiply(coefficient(u), coefficient(v)));
    }

    /**
     * Whether this is a Lie element: c_∅ = 0 and 0 = Σ over the words w of u ⧢ v of c_w, for non-empty u and v.
     *
     * <p>Ree (1958); Reutenauer (1993), theorem 3.1. Cost: a shuffle for each pair of words within the weight.
     *
     * @return whether this is primitive, as far as it is known
     */
    public boolean isLieElement() {
        return coefficient(Word.EMPTY).equals(ring.zero()) && shufflesTo((u, v) -> ring.zero());
    }

    /** A bilinear form on words. */
    private interface Form<E> {
        E at(Word left, Word right);
    }

    private boolean shufflesTo(Form<E> form) {
        List<Letter> letters = terms.keySet().stream()
                .flatMap(word -> word.letters().stream())
                .distinct()
                .toList();
        if (letters.isEmpty()) {
            return true;
        }
        List<Word> words = new Alphabet(letters).words(maximalWeight);
        for (Word w : words) {
            for (Word.Cut cut : w.deconcatenation()) {
                boolean isProper = cut.prefix().length() > 0 && cut.suffix().length() > 0;
                if (isProper && !isShuffled(cut, form)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isShuffled(Word.Cut cut, Form<E> form) {
        E sum = ring.zero();
        for (var entry : cut.prefix().shuffle(cut.suffix()).entrySet()) {
            Rational multiplicity = Rational.of(entry.getValue(), BigInteger.ONE);
            sum = ring.add(sum, ring.scale(multiplicity, coefficient(entry.getKey())));
        }
        return sum.equals(form.at(cut.prefix(), cut.suffix()));
    }

    private void requireNoConstant() {
        if (!coefficient(Word.EMPTY).equals(ring.zero())) {
            throw new ArithmeticException("the constant term is off by " + coefficient(Word.EMPTY)
                    + "; exp needs the constant term 0, log the constant term 1");
        }
    }
}
