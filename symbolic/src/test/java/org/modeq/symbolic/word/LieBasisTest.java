package org.modeq.symbolic.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A basis of the free Lie algebra")
class LieBasisTest {
    private static final Alphabet TWO = AlphabetTest.alphabet("A B");

    @Nested
    @DisplayName("of Lyndon")
    class Lyndon implements LieBasisLaws {
        @Override
        public LieBasis over(Alphabet alphabet) {
            return new LyndonBasis(alphabet);
        }

        @Test
        @DisplayName("begins with A, B, [A,B], [A,[A,B]], [[A,B],B]")
        void example() {
            assertEquals(
                    "[A, B, [A,B], [A,[A,B]], [[A,B],B]]", over(TWO).upTo(3).toString());
        }
    }

    @Nested
    @DisplayName("of Hall")
    class Hall implements LieBasisLaws {
        @Override
        public LieBasis over(Alphabet alphabet) {
            return new HallBasis(alphabet);
        }

        /** Source: Serre, Lie Algebras and Lie Groups, chapter IV, the example on two letters. */
        @Test
        @DisplayName("has in degrees 4 and 5 the brackets of the book")
        void example() {
            assertEquals(
                    "[[A,[A,[A,B]]], [B,[A,[A,B]]], [B,[B,[A,B]]]]",
                    over(TWO).ofWeight(4).toString());
            assertEquals(
                    "[[A,[A,[A,[A,B]]]], [B,[A,[A,[A,B]]]], [B,[B,[A,[A,B]]]], [B,[B,[B,[A,B]]]],"
                            + " [[A,B],[A,[A,B]]], [[A,B],[B,[A,B]]]]",
                    over(TWO).ofWeight(5).toString());
        }

        @Test
        @DisplayName("has only [u,v] with u < v, and v a letter or v = [v′,v″] with v′ ≤ u")
        void definition() {
            List<Bracketing> basis = over(AlphabetTest.alphabet("A B C_2")).upTo(7);
            Map<Bracketing, Integer> place = new HashMap<>();
            for (Bracketing element : basis) {
                place.put(element, place.size());
            }
            for (Bracketing element : basis) {
                if (element instanceof Bracket bracket) {
                    int u = place.getOrDefault(bracket.left(), basis.size());
                    assertEquals(1, Integer.compare(place.getOrDefault(bracket.right(), -1), u));
                    if (bracket.right() instanceof Bracket v) {
                        assertTrue(place.getOrDefault(v.left(), basis.size()) <= u);
                    }
                }
            }
        }
    }

    @Nested
    @DisplayName("of Chibrikov")
    class RightNormed implements LieBasisLaws {
        @Override
        public LieBasis over(Alphabet alphabet) {
            return new RightNormedBasis(alphabet);
        }

        @Test
        @DisplayName("begins to degree 4 as its documentation says")
        void example() {
            assertEquals(
                    "[A, B, [B,A], [A,[B,A]], [B,[B,A]], [A,[A,[B,A]]], [B,[A,[B,A]]], [B,[B,[B,A]]]]",
                    over(TWO).upTo(4).toString());
        }

        @ParameterizedTest(name = "reorders the Lyndon word {0} to {1}")
        @CsvSource({"A, A", "ABCB, BCBA", "AAAB, AABA", "AABB, BABA", "AABAB, ABABA", "ABABB, ABBBA", "ABAC, ACBA"})
        void reordered(String lyndon, String expected) {
            Word word = new Word(lyndon.chars()
                    .mapToObj(c -> Letter.of(String.valueOf((char) c)))
                    .toList());
            assertEquals(
                    expected, RightNormedBasis.reordered(new LyndonWord(word)).toString());
        }

        @Test
        @DisplayName("has only right-normed brackets")
        void rightNormed() {
            for (Bracketing element : over(AlphabetTest.alphabet("A B C")).upTo(7)) {
                assertEquals(element.foliage().rightNormed(), element);
            }
        }
    }

    @Test
    @DisplayName("is found by its name")
    void named() {
        assertEquals(new LyndonBasis(TWO), LieBasis.named("lyndon", TWO));
        assertEquals(new HallBasis(TWO), LieBasis.named("Hall", TWO));
        assertEquals(new RightNormedBasis(TWO), LieBasis.named("right-normed", TWO));
        assertThrows(IllegalArgumentException.class, () -> LieBasis.named("dynkin", TWO));
    }
}
