package org.modeq.symbolic.lie;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.LyndonWord;
import org.modeq.symbolic.word.Word;

/**
 * Brackets of the Lyndon basis, rewritten in the Lyndon basis without words of the associative algebra.
 *
 * <p>For Lyndon words u &lt; v with the standard factorisation u = u′u″ let P be the standard bracketing. Then
 * <pre>
 *   [P(u), P(v)] = P(uv)                                           if u is a letter or u″ ≥ v,
 *   [P(u), P(v)] = [P(u′), [P(u″), P(v)]] + [[P(u′), P(v)], P(u″)]    otherwise,
 * </pre>
 * the second by Jacobi's identity; [P(v), P(u)] is the opposite. Coordinates are integers. What has been rewritten is kept;
 * not for use by two threads.
 *
 * <p>Source: Reutenauer (1993), chapter 4, which rewrites the brackets of every Hall set; this is one.
 */
public final class LyndonRewriting {
    private final Map<Pair, SortedMap<LyndonWord, Rational>> known = new HashMap<>();

    private record Pair(Word left, Word right) {}

    /** Builds an empty table of brackets. */
    public LyndonRewriting() {
        // The table fills while brackets are asked for.
    }

    /**
     * The Lyndon coordinates of a bracketing.
     *
     * @param bracketing b
     * @return the non-zero integers c_l with b = Σ c_l P(l)
     */
    public SortedMap<LyndonWord, Rational> coordinates(Bracketing bracketing) {
        return bracketing.fold(letter -> single(new LyndonWord(Word.of(letter))), this::bracket);
    }

    /**
     * The bracket of two Lie elements in Lyndon coordinates, bilinear.
     *
     * @param left x = Σ x_l P(l)
     * @param right y = Σ y_l P(l)
     * @return the coordinates of [x, y]
     */
    public SortedMap<LyndonWord, Rational> bracket(
            SortedMap<LyndonWord, Rational> left, SortedMap<LyndonWord, Rational> right) {
        SortedMap<LyndonWord, Rational> sum = new TreeMap<>();
        left.forEach((u, a) -> right.forEach((v, b) -> addTo(sum, a.multiply(b), bracket(u, v))));
        return sum;
    }

    /**
     * The bracket of two elements of the Lyndon basis.
     *
     * @param u a Lyndon word
     * @param v a Lyndon word
     * @return the coordinates of [P(u), P(v)]
     */
    public SortedMap<LyndonWord, Rational> bracket(LyndonWord u, LyndonWord v) {
        int order = u.word().compareTo(v.word());
        if (order == 0) {
            return Collections.emptySortedMap();
        }
        if (order > 0) {
            SortedMap<LyndonWord, Rational> opposite = new TreeMap<>(bracket(v, u));
            opposite.replaceAll((word, coordinate) -> coordinate.negate());
            return opposite;
        }
        Pair pair = new Pair(u.word(), v.word());
        SortedMap<LyndonWord, Rational> bracket = known.get(pair);
        if (bracket == null) {
            bracket = Collections.unmodifiableSortedMap(rewritten(u, v));
            known.put(pair, bracket);
        }
        return bracket;
    }

    private SortedMap<LyndonWord, Rational> rewritten(LyndonWord u, LyndonWord v) {
        if (u.word().length() == 1) {
            return single(new LyndonWord(u.word().then(v.word())));
        }
        Word.Cut cut = u.standardFactorization();
        if (cut.suffix().compareTo(v.word()) >= 0) {
            return single(new LyndonWord(u.word().then(v.word())));
        }
        LyndonWord first = new LyndonWord(cut.prefix());
        LyndonWord second = new LyndonWord(cut.suffix());
        SortedMap<LyndonWord, Rational> sum = new TreeMap<>(bracket(single(first), bracket(second, v)));
        addTo(sum, Rational.ONE, bracket(bracket(first, v), single(second)));
        return sum;
    }

    private static SortedMap<LyndonWord, Rational> single(LyndonWord word) {
        return new TreeMap<>(Map.of(word, Rational.ONE));
    }

    private static void addTo(
            SortedMap<LyndonWord, Rational> sum, Rational factor, SortedMap<LyndonWord, Rational> summand) {
        summand.forEach((word, coordinate) -> LinearSystem.addTo(sum, word, factor.multiply(coordinate)));
    }

    /** The bracket of two series over any ring. */
    <E> LieSeries<E> bracket(LieSeries<E> left, LieSeries<E> right) {
        Ring<E> ring = left.ring();
        int bound = Math.min(left.maximalWeight(), right.maximalWeight());
        SortedMap<LyndonWord, E> sum = new TreeMap<>();
        left.coordinates()
                .forEach((u, a) -> right.coordinates().forEach((v, b) -> {
                    if (u.word().weight() + v.word().weight() <= bound) {
                        E factor = ring.multiply(a, b);
                        bracket(u, v).forEach((l, c) -> sum.merge(l, ring.scale(c, factor), ring::add));
                    }
                }));
        return new LieSeries<>(ring, bound, sum);
    }
}
