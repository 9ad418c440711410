package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.Word;

@DisplayName("Goldberg's coefficient")
class GoldbergTest {
    private static final Letter A = Letter.of("A");
    private static final Letter B = Letter.of("B");
    private static final Goldberg GOLDBERG = new Goldberg(A, B);

    private static Word word(String letters) {
        return new Word(letters.chars()
                .mapToObj(c -> Letter.of(String.valueOf((char) c)))
                .toList());
    }

    /** A^2B^3 for {@code A2 B3}. */
    private static Word runs(String text) {
        Word word = Word.EMPTY;
        for (String run : text.split(" ", -1)) {
            word = word.then(word(run.substring(0, 1).repeat(Integer.parseInt(run.substring(1)))));
        }
        return word;
    }

    @ParameterizedTest(name = "of {0} is {1}")
    @CsvSource({"A, 1", "B, 1", "AA, 0", "AB, 1/2", "BA, -1/2", "AAB, 1/12", "ABA, -1/6", "BAB, -1/6", "AABB, 1/24"})
    void examples(String letters, String coefficient) {
        assertEquals(Rational.parse(coefficient), GOLDBERG.coefficient(word(letters)));
    }

    @Test
    @DisplayName("is the coefficient in log(e^A e^B) of each of the 510 words to degree 8")
    void agreesWithLogarithm() {
        FreeAssociative<Rational> logarithm = FreeAssociative.of(RATIONALS, Word.of(A), 8)
                .exp()
                .multiply(FreeAssociative.of(RATIONALS, Word.of(B), 8).exp())
                .log();
        for (Word word : Alphabet.of(A, B).words(8)) {
            assertEquals(logarithm.coefficient(word), GOLDBERG.coefficient(word), word::toString);
        }
    }

    /**
     * The coefficient of the word in (e^A e^B)^n is a polynomial p(n) of degree at most |w| with p(0) = 0; by Newton's
     * formula p′(0) = Σ (−1)^(k−1)/k · Δ^k p(0).
     */
    @ParameterizedTest(name = "of the word {0} of degree 50 is the slope at 0 of the step polynomial")
    @ValueSource(
            strings = {
                "A25 B25",
                "A1 B49",
                "B20 A11 B19",
                "A3 B7 A5 B2 A13 B1 A1 B18",
                "B1 A1 B1 A1 B1 A1 B1 A1 B1 A1 B20 A20",
                "A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2 B2 A2"
            })
    void stepPolynomial(String text) {
        Word word = runs(text);
        assertEquals(50, word.length());
        List<Rational> values = valuesOfStepPolynomial(word);
        Rational slope = Rational.ZERO;
        for (int k = 1; k <= word.length(); k++) {
            List<Rational> differences = new ArrayList<>();
            for (int i = 1; i < values.size(); i++) {
                differences.add(values.get(i).subtract(values.get(i - 1)));
            }
            values = differences;
            slope = slope.add(values.get(0).multiply(Rational.of(k % 2 == 1 ? 1 : -1, k)));
        }
        assertEquals(slope, GOLDBERG.coefficient(word));
    }

    /** p(0), …, p(|w|): the coefficients of all prefixes, multiplied by e^A e^B again and again. */
    private static List<Rational> valuesOfStepPolynomial(Word word) {
        int length = word.length();
        Rational[] prefixes = new Rational[length + 1];
        Arrays.fill(prefixes, Rational.ZERO);
        prefixes[0] = Rational.ONE;
        List<Rational> values = new ArrayList<>(List.of(prefixes[length]));
        for (int n = 1; n <= length; n++) {
            for (int end = length; end >= 0; end--) {
                Rational sum = Rational.ZERO;
                for (int start = 0; start <= end; start++) {
                    sum = sum.add(prefixes[start].multiply(inProduct(word, start, end)));
                }
                prefixes[end] = sum;
            }
            values.add(prefixes[length]);
        }
        return values;
    }

    /** The coefficient of a part of the word in e^A e^B: 1/(i! j!) for A^i B^j, else 0. */
    private static Rational inProduct(Word word, int start, int end) {
        Rational coefficient = Rational.ONE;
        int run = 0;
        for (int i = start; i < end; i++) {
            boolean isFirst =
                    i == start || !word.letters().get(i).equals(word.letters().get(i - 1));
            if (isFirst && i > start && word.letters().get(i).equals(A)) {
                return Rational.ZERO;
            }
            run = isFirst ? 1 : run + 1;
            coefficient = coefficient.divide(Rational.of(run));
        }
        return coefficient;
    }

    @Test
    @DisplayName("is 0 for the empty word and for words with other letters, and needs two letters")
    void other() {
        assertEquals(Rational.ZERO, GOLDBERG.coefficient(Word.EMPTY));
        assertEquals(Rational.ZERO, GOLDBERG.coefficient(word("ABC")));
        assertThrows(IllegalArgumentException.class, () -> new Goldberg(A, A));
    }
}
