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
     * The standard bracketing: P(letter) = letter, P(l) = [P(l′), P(l″)] with l″ the longest proper Lyndon suffix.
     *
     * <p>Reutenauer (1993), section 5.1; every Lyndon word has this factorisation, and l′ is Lyndon too.
     *
     * @return P(l)
     */
    public Bracketing bracketing() {
        for (int start = 1; start < word.length(); start++) {
            Word suffix = word.suffix(start);
            if (suffix.isLyndon()) {
                Word prefix = new Word(word.letters().subList(0, start));
                return new Bracket(new LyndonWord(prefix).bracketing(), new LyndonWord(suffix).bracketing());
            }
        }
        return word.letters().get(0);
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
