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
    private final List<Letter> letters;
    private final int bits;

    /**
     * The alphabet of some letters, for words up to a weight.
     *
     * @throws IllegalArgumentException if such words do not fit into a long
     */
    LyndonAlphabet(Collection<Letter> letters, int maximalWeight) {
        this.letters = List.copyOf(new TreeSet<>(letters));
        this.bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(this.letters.size() - 1));
        if ((long) bits * longestWord(maximalWeight) >= Long.SIZE) {
            throw new IllegalArgumentException("given degree " + maximalWeight + " with " + this.letters.size()
                    + " letters, expected words of at most " + (Long.SIZE - 1) / bits
                    + " letters; lower the degree");
        }
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
