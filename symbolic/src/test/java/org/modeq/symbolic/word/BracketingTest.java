package org.modeq.symbolic.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bracketing")
class BracketingTest {
    @ParameterizedTest(name = "{0} is read and written")
    @ValueSource(strings = {"A", "task2_3", "[A,[A,B]]", "[[A_2,B],[A,[B,A_12]]]"})
    void parsed(String text) {
        assertEquals(text, Bracketing.parse(text).toString());
    }

    @Test
    @DisplayName("is read with blanks, A_1 is A, and every element of a basis is read as it is written")
    void roundTrip() {
        assertEquals("[A,[A,B]]", Bracketing.parse(" [ A , [A_1,B ] ]").toString());
        for (Bracketing element : new LyndonBasis(AlphabetTest.alphabet("A A_2 B")).upTo(6)) {
            assertEquals(element, Bracketing.parse(element.toString()));
        }
    }

    @ParameterizedTest(name = "''{0}'' breaks off at position {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 1",
                "[A,B; 5",
                "[A]; 3",
                "[A,B] C; 7",
                "A_; 3",
                "A_0; 4",
                "A_12345678901; 14",
                "A+B; 2",
                "[A,2B]; 4"
            })
    void refused(String text, int position) {
        String message = assertThrows(IllegalArgumentException.class, () -> Bracketing.parse(text))
                .getMessage();
        assertTrue(message.contains("at position " + position + ":"), message);
    }

    @Test
    @DisplayName("is not nested without bound")
    void tooDeep() {
        String text = "[A,".repeat(300) + "B" + "]".repeat(300);
        assertThrows(IllegalArgumentException.class, () -> Bracketing.parse(text));
    }

    @ParameterizedTest(name = "{0} has with powers of ad the text {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A; A",
                "[A,B]; [A,B]",
                "[A,[A,[A,B]]]; ad_A^3 B",
                "[A,[A,[B,[B,A_2]]]]; ad_A^2 ad_B^2 A_2",
                "[A_2,[A_2,[B,A]]]; ad_A_2^2 [B,A]",
                "[B,[A,[A,B]]]; [B,ad_A^2 B]",
                "[[A,[A,B]],B]; [ad_A^2 B,B]",
                "[[A,B],[[A,B],C]]; ad_[A,B]^2 C"
            })
    void adjointPowers(String text, String expected) {
        assertEquals(expected, Bracketing.parse(text).withAdjointPowers());
    }

    @Test
    @DisplayName("begins with the greatest adjoint power")
    void adjointPower() {
        Bracket bracket = (Bracket) Bracketing.parse("[A,[A,[B,A]]]");
        assertEquals(new AdjointPower(Letter.of("A"), 2, Bracketing.parse("[B,A]")), AdjointPower.of(bracket));
    }

    @Test
    @DisplayName("has a degree, a weight, a content and a word of its letters")
    void measures() {
        Bracketing bracketing = Bracketing.parse("[[A_3,B],A_3]");
        assertEquals(3, bracketing.degree());
        assertEquals(7, bracketing.weight());
        assertEquals("A_3BA_3", bracketing.foliage().toString());
        assertEquals(Map.of(new Letter("A", 3), 2, Letter.of("B"), 1), bracketing.content());
    }
}
