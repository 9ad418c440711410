package org.modeq.symbolic.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An alphabet: a finite set of letters with their order and weights.
 *
 * @param letters the distinct letters, rising
 */
public record Alphabet(List<Letter> letters) {
    /**
     * An alphabet by its letters; they are sorted.
     *
     * @param letters at least one letter, each once
     * @throws IllegalArgumentException if there is no letter or one is given twice
     */
    public Alphabet {
        if (letters.isEmpty() || letters.stream().distinct().count() < letters.size()) {
            throw new IllegalArgumentException(
                    "given the letters " + letters + ", expected at least one letter, each once, as [A, B]");
        }
        letters = letters.stream().sorted().toList();
    }

    /**
     * An alphabet by its letters.
     *
     * @param letters at least one letter, each once
     * @return the alphabet
     * @throws IllegalArgumentException if there is no letter or one is given twice
     */
    public static Alphabet of(Letter... letters) {
        return new Alphabet(List.of(letters));
    }

    /**
     * All words up to a weight, the empty word among them. Cost: their number, which grows like (letters)^weight.
     *
     * @param maximalWeight N
     * @return the words of weight at most N, each before those that continue it, in lexicographic order
     * @throws IllegalArgumentException if N &lt; 0
     */
    public List<Word> words(int maximalWeight) {
        if (maximalWeight < 0) {
            throw new IllegalArgumentException(
                    "given the weight " + maximalWeight + ", expected at least 0, the weight of the empty word");
        }
        List<Word> words = new ArrayList<>();
        addContinuations(Word.EMPTY, maximalWeight, words);
        return words;
    }

    private void addContinuations(Word word, int weightLeft, List<Word> words) {
        words.add(word);
        for (Letter letter : letters) {
            if (letter.letterWeight() <= weightLeft) {
                addContinuations(word.then(Word.of(letter)), weightLeft - letter.letterWeight(), words);
            }
        }
    }

    /**
     * All Lyndon words up to a weight: they index bases of the free Lie algebra.
     *
     * <p>A beginning of a Lyndon word has a period p: its letter t + 1 is at least the letter t + 1 − p. If it is equal, p
     * stays; if it is greater, the beginning is a Lyndon word itself and p = t + 1. Duval (1988); Cattell, Ruskey, Sawada,
     * Serra and Miers (2000), algorithm 2.1. Cost: a bounded number of beginnings for each Lyndon word.
     *
     * @param maximalWeight N
     * @return the Lyndon words of weight at most N, weights rising, then in lexicographic order
     */
    public List<LyndonWord> lyndonWords(int maximalWeight) {
        List<LyndonWord> found = new ArrayList<>();
        addLyndonWords(new ArrayList<>(), 1, maximalWeight, found::add);
        found.sort(null);
        return found;
    }

    private void addLyndonWords(List<Letter> beginning, int period, int weightLeft, Consumer<LyndonWord> found) {
        int length = beginning.size();
        Letter least = length == 0 ? letters.get(0) : beginning.get(length - period);
        for (Letter letter : letters) {
            if (letter.compareTo(least) < 0 || letter.letterWeight() > weightLeft) {
                continue;
            }
            boolean isLyndon = length == 0 || letter.compareTo(least) > 0;
            beginning.add(letter);
            if (isLyndon) {
                found.accept(new LyndonWord(new Word(beginning)));
            }
            addLyndonWords(beginning, isLyndon ? length + 1 : period, weightLeft - letter.letterWeight(), found);
            beginning.remove(length);
        }
    }
}
