package org.modeq.symbolic.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
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
}
