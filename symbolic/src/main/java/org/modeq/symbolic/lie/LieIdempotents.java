package org.modeq.symbolic.lie;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.Word;

/** Projections of the free associative algebra onto the free Lie algebra; both fix every Lie element. */
public final class LieIdempotents {
    private LieIdempotents() {}

    /**
     * Dynkin's idempotent: w ↦ 1/|w| · [w₁,[w₂,[…,wₙ]]], and 1 ↦ 0.
     *
     * <p>Dynkin (1947), Specht (1948), Wever (1949); Reutenauer (1993), theorem 1.4. Exact; a word of length n becomes up
     * to 2^(n−1) words.
     *
     * @param element x
     * @param <E> the coefficients
     * @return a Lie element; x itself exactly if x is one
     */
    public static <E> FreeAssociative<E> dynkin(FreeAssociative<E> element) {
        Ring<E> ring = element.ring();
        int bound = element.maximalWeight();
        return element.mapped(word -> word.length() == 0
                ? FreeAssociative.zero(ring, bound)
                : FreeAssociative.zero(ring, bound)
                        .plus(
                                ring.of(Rational.of(1, word.length())),
                                FreeAssociative.ofBracketing(ring, word.rightNormed(), bound)));
    }

    /**
     * Dynkin's form of a Lie element: Σ over words of (c_w/|w|) [w₁,[w₂,[…,wₙ]]].
     *
     * <p>The right-normed brackets of all words are dependent, so this is not the form in a basis. Brackets that end in
     * [x,x] are 0 and left out.
     *
     * @param element a Lie element Σ c_w w
     * @param <E> the coefficients
     * @return the factor of each bracketing, in the order of the words
     * @throws ArithmeticException if the element is not a Lie element
     */
    public static <E> Map<Bracketing, E> dynkinForm(FreeAssociative<E> element) {
        if (!dynkin(element).equals(element)) {
            throw new ArithmeticException("not a Lie element: Dynkin's idempotent changes it; project it first");
        }
        Map<Bracketing, E> form = new LinkedHashMap<>();
        element.terms().forEach((word, coefficient) -> {
            int n = word.length();
            boolean endsInZero =
                    n > 1 && word.letters().get(n - 2).equals(word.letters().get(n - 1));
            if (!endsInZero) {
                form.put(word.rightNormed(), element.ring().scale(Rational.of(1, n), coefficient));
            }
        });
        return Collections.unmodifiableMap(form);
    }

    /**
     * The first Eulerian idempotent, the logarithm of the identity under convolution:
     * e₁ = Σ (−1)^(k−1)/k · J^⋆k, where J(w) = w for w ≠ 1 and J(1) = 0, and
     * J^⋆k(w) = Σ w_{S₁} ⋯ w_{S_k} over the ordered partitions of the positions of w into k non-empty sets.
     *
     * <p>Reutenauer (1993), section 3.2; Loday (1989). On a group-like element e₁(g) = log g. Exact; a word of length n has
     * as many terms as there are such partitions: 13, 75, 541, 4683 for n = 3, 4, 5, 6.
     *
     * @param element x
     * @param <E> the coefficients
     * @return a Lie element; x itself if x is one
     */
    public static <E> FreeAssociative<E> eulerian(FreeAssociative<E> element) {
        Ring<E> ring = element.ring();
        int bound = element.maximalWeight();
        return element.mapped(word -> {
            FreeAssociative<E> sum = FreeAssociative.zero(ring, bound);
            for (int k = 1; k <= word.length(); k++) {
                Rational factor = Rational.of(k % 2 == 1 ? 1 : -1, k);
                sum = sum.plus(ring.of(factor), convolutionPower(ring, word, k, bound));
            }
            return sum;
        });
    }

    /** J^⋆k(w), by J^⋆k = J ⋆ J^⋆(k−1): the first set S takes its letters to the front. */
    private static <E> FreeAssociative<E> convolutionPower(Ring<E> ring, Word word, int k, int bound) {
        if (k == 0) {
            return word.length() == 0 ? FreeAssociative.one(ring, bound) : FreeAssociative.zero(ring, bound);
        }
        FreeAssociative<E> sum = FreeAssociative.zero(ring, bound);
        for (int set = 1; set < 1 << word.length(); set++) {
            Word front = letters(word, set, true);
            Word rest = letters(word, set, false);
            if (rest.length() >= k - 1) {
                FreeAssociative<E> tail = convolutionPower(ring, rest, k - 1, bound);
                sum = sum.plus(
                        ring.one(), FreeAssociative.of(ring, front, bound).multiply(tail));
            }
        }
        return sum;
    }

    /** The letters of a word in, or outside, a set of positions given by bits. */
    private static Word letters(Word word, int set, boolean inside) {
        List<Letter> chosen = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            if ((set >> i & 1) == 1 == inside) {
                chosen.add(word.letters().get(i));
            }
        }
        return new Word(chosen);
    }
}
