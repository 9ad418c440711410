package org.modeq.symbolic.lie;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.Word;

/**
 * Words over a few letters in one long: the letters by their numbers, the first in the highest bits, zeros behind.
 *
 * <p>Unsigned comparison of codes, then of lengths, is the lexicographic order: where codes are equal one word is the other
 * followed by letters of number 0.
 */
final class LyndonAlphabet {
    private static final int LONGEST_LIST = 8;

    private final List<Letter> letters;
    private final int bits;

    /**
     * The alphabet of some letters, for words up to a weight.
     *
     * @throws IllegalArgumentException if such words do not fit into a long
     */
    LyndonAlphabet(Collection<Letter> letters, int maximalWeight) {
        this.letters = List.copyOf(new TreeSet<>(letters));
        this.bits = bits(this.letters.size());
        if ((long) bits * longestWord(maximalWeight) >= Long.SIZE) {
            throw new IllegalArgumentException("degree " + maximalWeight + " over " + described(this.letters)
                    + " does not fit, as its words are kept in 64 bits; the largest degree that fits is "
                    + highestWeight(this.letters));
        }
    }

    /** The highest weight of which every word fits into a long, with the letters that occur up to it. */
    static int highestWeight(Collection<Letter> letters) {
        int lowest = lowestWeight(letters);
        int highest = lowest;
        int next = lowest + 1;
        while ((long) bits(upTo(next, letters)) * (next / lowest) < Long.SIZE) {
            highest = next++;
        }
        return highest;
    }

    private static int upTo(int weight, Collection<Letter> letters) {
        return (int) letters.stream()
                .filter(letter -> letter.letterWeight() <= weight)
                .count();
    }

    /** The letters for a message: their number where they are many. */
    static String described(Collection<Letter> letters) {
        return letters.size() > LONGEST_LIST ? letters.size() + " letters" : "the letters " + letters;
    }

    private static int bits(int letters) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(letters - 1));
    }

    List<Letter> letters() {
        return letters;
    }

    int size() {
        return letters.size();
    }

    Letter letter(int number) {
        return letters.get(number);
    }

    int lowestWeight() {
        return lowestWeight(letters);
    }

    private static int lowestWeight(Collection<Letter> letters) {
        return letters.stream().mapToInt(Letter::letterWeight).min().orElse(1);
    }

    int longestWord(int maximalWeight) {
        return maximalWeight / lowestWeight();
    }

    /** The word of one letter. */
    long code(int number) {
        return (long) number << (Long.SIZE - bits);
    }

    /** A word followed by another. */
    long concatenation(long first, int firstLength, long second) {
        return first | (second >>> (bits * firstLength));
    }

    static int compare(long first, int firstLength, long second, int secondLength) {
        int byLetters = Long.compareUnsigned(first, second);
        return byLetters != 0 ? byLetters : Integer.compare(firstLength, secondLength);
    }

    Word word(long code, int length) {
        List<Letter> word = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            int number = (int) ((code << (bits * i)) >>> (Long.SIZE - bits));
            word.add(letters.get(number));
        }
        return new Word(word);
    }
}
