package org.modeq.symbolic.word;

import java.util.List;
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

    /** {@return whether this word is not empty and smaller than each of its proper suffixes} */
    public boolean isLyndon() {
        return !letters.isEmpty() && IntStream.range(1, length()).allMatch(start -> compareTo(suffix(start)) < 0);
    }

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
