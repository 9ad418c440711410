package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;

@DisplayName("Order conditions")
class OrderConditionsTest {
    private static final List<Rational> ONE = List.of(Rational.ONE);

    private static List<Letter> flows(String text) {
        return Stream.of(text.split(",", -1)).map(Letter::of).toList();
    }

    @Test
    @DisplayName("of A, B, A to order 2 are a1 + a2 = 1, b1 = 1 and a1 b1 = a2 b1")
    void strang() {
        assertEquals(
                List.of("A: a1+a2 = 1", "B: b1 = 1", "AB: 1/2*a1*b1-1/2*a2*b1 = 0"),
                OrderConditions.of(flows("A,B,A"), 2).stream()
                        .map(condition -> condition.lyndon() + ": " + condition.left() + " = " + condition.right())
                        .toList());
    }

    /** Ruth (1983): order 3 with the sizes 7/24, 2/3, 3/4, −2/3, −1/24, 1. */
    @Test
    @DisplayName("to order 3 hold for Ruth's splitting, and those of order 4 do not")
    void ruth() {
        Map<String, Rational> ruth = Map.of(
                "a1", Rational.of(7, 24),
                "b1", Rational.of(2, 3),
                "a2", Rational.of(3, 4),
                "b2", Rational.of(-2, 3),
                "a3", Rational.of(-1, 24),
                "b3", Rational.of(1));
        List<OrderConditions.Condition> conditions = OrderConditions.of(flows("A,B,A,B,A,B"), 4);
        for (OrderConditions.Condition condition : conditions) {
            boolean holds =
                    condition.left().evaluate(ruth).equals(condition.right().evaluate(ruth));
            int weight = condition.lyndon().word().weight();
            assertTrue(holds || weight == 4, () -> condition.lyndon().toString());
        }
        assertTrue(conditions.stream()
                .anyMatch(condition -> condition.lyndon().word().weight() == 4
                        && !condition.left().evaluate(ruth).isZero()));
        assertEquals(8, conditions.size(), "two letters, one bracket of degree 2, two of degree 3, three of degree 4");
    }

    @Test
    @DisplayName("need flows, an order, and fields that differ by more than case")
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> OrderConditions.of(List.of(), 2));
        assertThrows(IllegalArgumentException.class, () -> OrderConditions.of(flows("A,B"), 0));
        assertThrows(IllegalArgumentException.class, () -> OrderConditions.of(flows("A,a"), 2));
    }

    @Nested
    @DisplayName("searched for among short words")
    class Search {
        private final Alphabet two = new Alphabet(flows("A,B"));

        private List<String> words(List<BracketFreeWords.Found> found) {
            return found.stream().map(word -> word.power() + " " + word.word()).toList();
        }

        @Test
        @DisplayName("give A,B,B,A as the shortest sequence of full steps without a bracket at h")
        void palindromes() {
            assertEquals(List.of("1 A,B,B,A"), words(BracketFreeWords.ofEulerSteps(two, ONE, 6, 2)));
            assertEquals(List.of("1 A,B,B,A"), words(BracketFreeWords.ofFlows(two, ONE, 6, 2)));
            List<Rational> halves = List.of(Rational.ONE, Rational.of(1, 2));
            assertEquals(List.of("1 A/2,B,A/2"), words(BracketFreeWords.ofFlows(two, halves, 5, 2)));
        }

        @Test
        @DisplayName("give none without brackets at h² while all sizes are positive")
        void positiveSizes() {
            List<Rational> sizes = List.of(Rational.ONE, Rational.of(1, 2), Rational.of(2));
            assertTrue(BracketFreeWords.ofFlows(two, sizes, 5, 2).stream().allMatch(word -> word.power() == 1));
        }

        @Test
        @DisplayName("take three tasks too")
        void threeTasks() {
            Alphabet three = new Alphabet(flows("A,B,C"));
            List<String> found = words(BracketFreeWords.ofEulerSteps(three, ONE, 6, 1));
            assertTrue(found.contains("1 A,B,C,C,B,A"), found::toString);
            assertTrue(found.stream().allMatch(word -> word.length() == "1 A,B,C,C,B,A".length()), found::toString);
        }

        @Test
        @DisplayName("refuse more than 300,000 words and a power below 1")
        void refusals() {
            assertThrows(IllegalArgumentException.class, () -> BracketFreeWords.ofFlows(two, ONE, 19, 2));
            assertThrows(IllegalArgumentException.class, () -> BracketFreeWords.ofFlows(two, ONE, 3, 0));
            assertThrows(IllegalArgumentException.class, () -> BracketFreeWords.ofFlows(two, List.of(), 3, 1));
        }
    }
}
