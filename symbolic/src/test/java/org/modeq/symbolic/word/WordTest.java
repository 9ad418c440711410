package org.modeq.symbolic.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A word")
class WordTest {
    private static final Letter A = Letter.of("A");
    private static final Letter B = Letter.of("B");

    private static List<Word> words(int length) {
        List<Word> words = List.of(Word.EMPTY);
        for (int i = 0; i < length; i++) {
            List<Word> longer = new ArrayList<>();
            for (Word word : words) {
                longer.add(word.then(Word.of(A)));
                longer.add(word.then(Word.of(B)));
            }
            words = longer;
        }
        return words;
    }

    /** Witt's formula; source: OEIS A001037. */
    @ParameterizedTest(name = "of length {0} in two letters is Lyndon in {1} cases")
    @CsvSource({"1, 2", "2, 1", "3, 2", "4, 3", "5, 6", "6, 9", "7, 18", "8, 30"})
    void lyndonWords(int length, long count) {
        assertEquals(count, words(length).stream().filter(Word::isLyndon).count());
    }

    @ParameterizedTest(name = "{0} is bracketed as {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A;A",
                "AB;[A,B]",
                "AAB;[A,[A,B]]",
                "ABB;[[A,B],B]",
                "AABB;[A,[[A,B],B]]",
                "AABAB;[[A,[A,B]],[A,B]]"
            })
    void standardBracketing(String text, String bracketing) {
        Word word = new Word(
                text.chars().mapToObj(c -> Letter.of(String.valueOf((char) c))).toList());
        assertEquals(bracketing, new LyndonWord(word).bracketing().toString());
        assertEquals(text, new LyndonWord(word).toString());
        assertEquals(text.length(), new LyndonWord(word).bracketing().weight());
    }

    @Test
    @DisplayName("has the sum of the weights of its letters as weight")
    void weights() {
        Letter second = new Letter("A", 2);
        assertEquals(3, Word.of(B, second).weight());
        assertEquals("BA_2", Word.of(B, second).toString());
        assertEquals(-1, Integer.signum(A.compareTo(second)));
        assertEquals(-1, Integer.signum(second.compareTo(B)));
    }

    @Test
    @DisplayName("that is not Lyndon is no Lyndon word, and a letter has a weight of at least 1")
    void refused() {
        assertFalse(Word.EMPTY.isLyndon());
        assertThrows(IllegalArgumentException.class, () -> new LyndonWord(Word.of(B, A)));
        assertThrows(IllegalArgumentException.class, () -> new LyndonWord(Word.of(A, A)));
        assertThrows(IllegalArgumentException.class, () -> new Letter("A", 0));
    }

    @Test
    @DisplayName("is cut, reversed and counted")
    void parts() {
        Word word = Word.of(A, B, B);
        assertEquals(Word.of(B, B, A), word.reversed());
        assertEquals(Word.of(A, B), word.prefix(2));
        assertEquals(Map.of(A, 1, B, 2), word.content());
        assertEquals(
                List.of(
                        new Word.Cut(Word.EMPTY, word),
                        new Word.Cut(Word.of(A), Word.of(B, B)),
                        new Word.Cut(Word.of(A, B), Word.of(B)),
                        new Word.Cut(word, Word.EMPTY)),
                word.deconcatenation());
        assertEquals("[A,[B,B]]", word.rightNormed().toString());
        assertThrows(IllegalArgumentException.class, Word.EMPTY::rightNormed);
    }

    @Test
    @DisplayName("is shuffled as AB ⧢ A = 2AAB + ABA, and the empty word is the unit")
    void shuffle() {
        assertEquals(
                Map.of(Word.of(A, A, B), BigInteger.TWO, Word.of(A, B, A), BigInteger.ONE),
                Word.of(A, B).shuffle(Word.of(A)));
        assertEquals(Map.of(Word.of(A, B), BigInteger.ONE), Word.EMPTY.shuffle(Word.of(A, B)));
        assertEquals(Map.of(Word.of(A, B), BigInteger.ONE), Word.of(A, B).shuffle(Word.EMPTY));
    }

    private static SortedMap<Word, BigInteger> shuffle(SortedMap<Word, BigInteger> sum, Word word) {
        SortedMap<Word, BigInteger> shuffle = new TreeMap<>();
        sum.forEach((term, n) ->
                term.shuffle(word).forEach((result, m) -> shuffle.merge(result, n.multiply(m), BigInteger::add)));
        return shuffle;
    }

    @Test
    @DisplayName("is shuffled in any order alike, into binomial(|u| + |v|, |u|) words")
    void shuffleLaws() {
        for (Word u : words(3)) {
            for (Word v : words(2)) {
                SortedMap<Word, BigInteger> product = u.shuffle(v);
                assertEquals(product, v.shuffle(u));
                assertEquals(BigInteger.TEN, product.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
                for (Word w : words(2)) {
                    assertEquals(shuffle(product, w), shuffle(v.shuffle(w), u));
                }
            }
        }
    }

    @Test
    @DisplayName("that is a letter has no standard factorisation, AABB has A · ABB")
    void standardFactorization() {
        assertEquals(
                new Word.Cut(Word.of(A), Word.of(A, B, B)),
                new LyndonWord(Word.of(A, A, B, B)).standardFactorization());
        LyndonWord letter = new LyndonWord(Word.of(A));
        assertThrows(ArithmeticException.class, letter::standardFactorization);
    }
}
