package org.modeq.symbolic.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An alphabet")
class AlphabetTest {
    private static final Letter A = Letter.of("A");
    private static final Letter B = Letter.of("B");
    private static final Letter A2 = new Letter("A", 2);

    /** An alphabet from letters such as {@code A B A_2}. */
    static Alphabet alphabet(String letters) {
        return new Alphabet(List.of(letters.split(" ", -1)).stream()
                .map(letter -> (Letter) Bracketing.parse(letter))
                .toList());
    }

    @Test
    @DisplayName("is sorted, by name and then by weight, and has each letter once")
    void sorted() {
        assertEquals(List.of(A, A2, B), Alphabet.of(B, A2, A).letters());
        assertThrows(IllegalArgumentException.class, () -> Alphabet.of(A, B, A));
        assertThrows(IllegalArgumentException.class, () -> new Alphabet(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Alphabet.of(A).words(-1));
    }

    @Test
    @DisplayName("has the words up to a weight, each before those that continue it")
    void words() {
        assertEquals("[, A, AA, AB, B, BA, BB]", Alphabet.of(A, B).words(2).toString());
        assertEquals("[, A, AA, A_2]", Alphabet.of(A, A2).words(2).toString());
    }

    @Test
    @DisplayName("has its Lyndon words by weight, then in lexicographic order")
    void lyndonWords() {
        assertEquals(
                "[A, B, AB, AAB, ABB, AAAB, AABB, ABBB]",
                Alphabet.of(A, B).lyndonWords(4).toString());
        assertEquals(
                "[A, A_2, AA_2, AAA_2, AAAA_2, AA_2A_2]",
                Alphabet.of(A, A2).lyndonWords(5).toString());
    }

    @ParameterizedTest(
            name = "{0} has as Lyndon words to weight {1} the words that are smaller than all their suffixes")
    @CsvSource({"A B, 11", "A B C, 7", "A B C D, 5", "A A_2 B, 7", "A_2 B_3, 16", "A, 4"})
    void lyndonWordsByDefinition(String letters, int weight) {
        List<LyndonWord> expected = alphabet(letters).words(weight).stream()
                .filter(word -> word.length() > 0)
                .filter(word ->
                        IntStream.range(1, word.length()).allMatch(start -> word.compareTo(word.suffix(start)) < 0))
                .map(LyndonWord::new)
                .sorted()
                .toList();
        assertEquals(expected, alphabet(letters).lyndonWords(weight));
    }

    @ParameterizedTest(name = "{0} has as many Lyndon words to weight {1} as the free Lie algebra has dimensions")
    @CsvSource({"A B, 16", "A B C, 9", "A B C D, 8", "A A_2 A_3 B B_2 B_3, 9"})
    void numberOfLyndonWords(String letters, int weight) {
        Alphabet alphabet = alphabet(letters);
        assertEquals(
                FreeLieDimension.upToWeight(alphabet, weight),
                BigInteger.valueOf(alphabet.lyndonWords(weight).size()));
    }
}
