package org.modeq.symbolic.word;

/**
 * A Lyndon word: a word smaller than each of its proper suffixes. Ordered by weight, then lexicographically.
 *
 * @param word the word
 */
public record LyndonWord(Word word) implements Comparable<LyndonWord> {
    /**
     * A Lyndon word.
     *
     * @param word the word
     * @throws IllegalArgumentException if the word is not Lyndon
     */
    public LyndonWord {
        if (!word.isLyndon()) {
            throw new IllegalArgumentException(
                    "given '" + word + "', expected a Lyndon word: smaller than each of its proper suffixes, as AAB");
        }
    }

    /**
     * The standard factorisation l = l′l″, l″ the longest proper suffix that is Lyndon; then l′ is Lyndon too and l′ &lt; l″.
     *
     * <p>Reutenauer (1993), section 5.1. Cost: |l|² comparisons.
     *
     * @return l′ and l″
     * @throws ArithmeticException if the word is a letter
     */
    public Word.Cut standardFactorization() {
        for (int start = 1; start < word.length(); start++) {
            Word suffix = word.suffix(start);
            if (suffix.isLyndon()) {
                return new Word.Cut(word.prefix(start), suffix);
            }
        }
        throw new ArithmeticException(
                "the letter " + word + " has no factorisation; ask a word of two letters or more");
    }

    /**
     * The standard bracketing: P(letter) = letter, P(l) = [P(l′), P(l″)] with the standard factorisation l = l′l″.
     *
     * <p>Reutenauer (1993), section 5.1.
     *
     * @return P(l)
     */
    public Bracketing bracketing() {
        if (word.length() == 1) {
            return word.letters().get(0);
        }
        Word.Cut cut = standardFactorization();
        return new Bracket(new LyndonWord(cut.prefix()).bracketing(), new LyndonWord(cut.suffix()).bracketing());
    }

    @Override
    public int compareTo(LyndonWord other) {
        int byWeight = Integer.compare(word.weight(), other.word.weight());
        return byWeight != 0 ? byWeight : word.compareTo(other.word);
    }

    @Override
    public String toString() {
        return word.toString();
    }
}
