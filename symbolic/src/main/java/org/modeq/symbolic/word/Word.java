package org.modeq.symbolic.word;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A word: a finite sequence of letters; the empty word is the unit of concatenation. Ordered lexicographically.
 *
 * @param letters the letters in order
 */
public record Word(List<Letter> letters) implements Comparable<Word> {
    /** The empty word. */
    public static final Word EMPTY = new Word(List.of());

    /**
     * A word by its letters.
     *
     * @param letters the letters in order
     */
    public Word {
        letters = List.copyOf(letters);
    }

    /**
     * A word by its letters.
     *
     * @param letters the letters in order
     * @return the word
     */
    public static Word of(Letter... letters) {
        return new Word(List.of(letters));
    }

    /** {@return the sum of the weights of the letters} */
    public int weight() {
        return letters.stream().mapToInt(Letter::letterWeight).sum();
    }

    /** {@return the number of letters} */
    public int length() {
        return letters.size();
    }

    /**
     * Concatenation.
     *
     * @param second the word to append
     * @return this word followed by the second
     */
    public Word then(Word second) {
        return new Word(Stream.concat(letters.stream(), second.letters.stream()).toList());
    }

    /**
     * The suffix from a position on.
     *
     * @param start the position of its first letter, from 0
     * @return the letters from there to the end
     */
    public Word suffix(int start) {
        return new Word(letters.subList(start, letters.size()));
    }

    /**
     * The prefix up to a position.
     *
     * @param end its length
     * @return the letters before that position
     */
    public Word prefix(int end) {
        return new Word(letters.subList(0, end));
    }

    /** {@return the letters from the last to the first} */
    public Word reversed() {
        List<Letter> reversed = new ArrayList<>(letters);
        Collections.reverse(reversed);
        return new Word(reversed);
    }

    /** {@return how often each letter occurs} */
    public SortedMap<Letter, Integer> content() {
        SortedMap<Letter, Integer> content = new TreeMap<>();
        letters.forEach(letter -> content.merge(letter, 1, Integer::sum));
        return Collections.unmodifiableSortedMap(content);
    }

    /**
     * Whether this word is not empty and smaller than each of its proper suffixes.
     *
     * <p>Duval (1983): read on while the letter is at least the one a period before it. Cost: one comparison for each letter.
     *
     * @return whether it is a Lyndon word
     */
    public boolean isLyndon() {
        int period = 1;
        for (int i = 1; i < length(); i++) {
            int order = letters.get(i).compareTo(letters.get(i - period));
            if (order < 0) {
                return false;
            }
            period = order > 0 ? i + 1 : period;
        }
        return period == length();
    }

    /**
     * The bracketing [x₁,[x₂,[…,xₙ]]] of the word x₁x₂…xₙ.
     *
     * @return the right-normed bracketing
     * @throws IllegalArgumentException if the word is empty
     */
    public Bracketing rightNormed() {
        if (letters.isEmpty()) {
            throw new IllegalArgumentException(
                    "given the empty word, expected a word with at least one letter to bracket");
        }
        Bracketing bracketing = letters.get(length() - 1);
        for (int i = length() - 2; i >= 0; i--) {
            bracketing = new Bracket(letters.get(i), bracketing);
        }
        return bracketing;
    }

    /**
     * The shuffle product u ⧢ v: all words in which the letters of both occur in their order, counted with multiplicity,
     * by xu ⧢ yv = x(u ⧢ yv) + y(xu ⧢ v).
     *
     * <p>Reutenauer (1993), section 1.4. Exact; the multiplicities add up to binomial(|u| + |v|, |u|), the cost.
     *
     * @param other v
     * @return the multiplicity of each word
     */
    public SortedMap<Word, BigInteger> shuffle(Word other) {
        SortedMap<Word, BigInteger> shuffle = new TreeMap<>();
        if (letters.isEmpty() || other.letters.isEmpty()) {
            shuffle.put(then(other), BigInteger.ONE);
            return shuffle;
        }
        suffix(1).shuffle(other).forEach((word, n) -> shuffle.merge(prefix(1).then(word), n, BigInteger::add));
        shuffle(other.suffix(1))
                .forEach((word, n) -> shuffle.merge(other.prefix(1).then(word), n, BigInteger::add));
        return shuffle;
    }

    /**
     * The deconcatenation Δw = Σ u ⊗ v over w = uv, the coproduct dual to concatenation.
     *
     * @return the |w| + 1 cuts, the prefix growing
     */
    public List<Cut> deconcatenation() {
        return IntStream.rangeClosed(0, length())
                .mapToObj(end -> new Cut(prefix(end), suffix(end)))
                .toList();
    }

    /**
     * A word in two parts w = uv.
     *
     * @param prefix u
     * @param suffix v
     */
    public record Cut(Word prefix, Word suffix) {}

    @Override
    public int compareTo(Word other) {
        int common = Math.min(length(), other.length());
        for (int i = 0; i < common; i++) {
            int byLetter = letters.get(i).compareTo(other.letters.get(i));
            if (byLetter != 0) {
                return byLetter;
            }
        }
        return Integer.compare(length(), other.length());
    }

    /** {@return the letters one after the other, as {@code AABB}} */
    @Override
    public String toString() {
        return letters.stream().map(Letter::toString).collect(Collectors.joining());
    }
}
