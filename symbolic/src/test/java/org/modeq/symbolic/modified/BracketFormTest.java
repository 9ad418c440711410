package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.Repetition;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracket;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;

/** Two ways to one field: the logarithm in the free Lie algebra, and the step polynomials over trees. */
@DisplayName("The bracket form")
class BracketFormTest {
    private static MethodParameters given(String rates, String substeps) {
        SortedMap<String, Rational> values = new TreeMap<>();
        for (String pair : words(rates)) {
            String[] sides = pair.split("=", 2);
            values.put(sides[0], Rational.parse(sides[1]));
        }
        return new MethodParameters(
                values, words(substeps).stream().map(Repetition::parse).toList());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static <E> void assertExpansion(Method<E> method, int order) {
        assertEquals(
                ModifiedEquation.of(method, order).field(),
                BracketForm.of(method, order).toTrees());
    }

    @Nested
    @DisplayName("expanded into trees is the form over trees")
    class Expanded {
        @ParameterizedTest(name = "for {0}, to order {1}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "gd; 7",
                    "sequence:A,B; 6",
                    "sequence:A,B,C; 6",
                    "sequence:A,B,B,A; 6",
                    "sequence:A*3,B*2; 6",
                    "sequence:A/2,B,A/2; 6",
                    "sequence:A/2,3/2*B,C/3; 4",
                    "splitting:A/2,B,A/2; 6",
                    "splitting:A,B,C; 4",
                    "sequence:A*n,B*m; 4",
                    "sequence:A*n,B,A*n; 4",
                    "sequence:A*n,B*m,C*k; 3"
                })
        void inTurn(String method, int order) {
            assertExpansion(Methods.parse(method), order);
        }

        @Tag("slow")
        @ParameterizedTest(name = "for {0}, to order {1}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "sequence:A,B; 8",
                    "sequence:A,B,C; 7",
                    "sequence:A*3,B*2; 8",
                    "splitting:A/2,B,A/2; 8",
                    "sequence:A*n,B*m; 6",
                    "sequence:A*n,B*m,C*k; 5"
                })
        void toHigherOrder(String method, int order) {
            assertExpansion(Methods.parse(method), order);
        }

        @ParameterizedTest(name = "for alternating play with ''{0}'' and ''{1}'' sub-steps, to order {2}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "vA=1 vB=3; ''; 5",
                    "vA=2/3 vB=-1/5; 2 3; 5",
                    "''; ''; 4",
                    "''; 2 3; 4",
                    "vA=2; m k; 4",
                    "''; m k; 4"
                })
        void alternatingPlay(String rates, String substeps, int order) {
            assertExpansion(Methods.parse("game:alternating", given(rates, substeps)), order);
        }
    }

    private static Map<String, String> terms(String method, int power) {
        Map<String, String> terms = new TreeMap<>();
        BracketForm.of(Methods.parse(method), power + 1).terms().stream()
                .filter(term -> term.power() == power)
                .forEach(term ->
                        terms.put(term.bracket().toString(), term.coefficient().toString()));
        return terms;
    }

    /** Dherin (2023), definition 4.1 and theorem 4.2; rows dh-cl and dh-cl-K. */
    @ParameterizedTest(name = "of {0} is Σ f_i − h/2 Σ f_i′f_i + h/2 Σ_(i<j) [f_i, f_j] + O(h²): dh-cl, dh-cl-K")
    @ValueSource(strings = {"A,B", "A,B,C", "A,B,C,D"})
    void tasksInTurn(String tasks) {
        List<String> names = List.of(tasks.split(",", -1));
        Map<String, String> fields = new TreeMap<>();
        Map<String, String> corrections = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), "1");
            corrections.put(names.get(i) + "_2", "1");
            for (int j = i + 1; j < names.size(); j++) {
                corrections.put("[" + names.get(i) + "," + names.get(j) + "]", "1/2");
            }
        }
        assertEquals(fields, terms("sequence:" + tasks, 0));
        assertEquals(corrections, terms("sequence:" + tasks, 1));
        assertEquals(Map.of(RootedTree.parse("A[A]"), Rational.of(-1, 2)), BracketForm.meaning(new Letter("A", 2)));
    }

    /** Dherin (2023); row dh-cl-n. With numbers the logarithm is taken in Lyndon coordinates, with symbols among words. */
    @Nested
    @DisplayName("of n_i steps on each task: dh-cl-n")
    class Repeated {
        @Test
        @DisplayName("with symbols is refused at once where it would take minutes, and names the order that does not")
        void tooManyWords() {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> BracketForm.of(Methods.parse("sequence:A*n,B*m"), 8))
                    .getMessage();
            assertTrue(message.contains("at most 7"), message);
        }

        @Test
        @DisplayName("has n_i at f_i and at −½f_i′f_i, and n_i n_j/2 at [f_i, f_j], for symbols n_i")
        void symbols() {
            assertEquals(Map.of("A", "n", "B", "m"), terms("sequence:A*n,B*m", 0));
            assertEquals(Map.of("A_2", "n", "B_2", "m", "[A,B]", "m*n/2"), terms("sequence:A*n,B*m", 1));
            assertEquals(
                    Map.of("A_2", "n", "B_2", "m", "C_2", "k", "[A,B]", "m*n/2", "[A,C]", "k*n/2", "[B,C]", "k*m/2"),
                    terms("sequence:A*n,B*m,C*k", 1));
        }

        @Test
        @DisplayName("has 3, 2 and 3·2/2 for three steps and two")
        void numbers() {
            assertEquals(Map.of("A", "3", "B", "2"), terms("sequence:A*3,B*2", 0));
            assertEquals(Map.of("A_2", "3", "B_2", "2", "[A,B]", "3"), terms("sequence:A*3,B*2", 1));
        }
    }

    /** Row dh-sym. */
    @ParameterizedTest(name = "of {0} has no bracket at order h, but some at order h²: dh-sym")
    @CsvSource(
            delimiter = ';',
            value = {"sequence:A,B,B,A", "sequence:A,B,C,C,B,A", "sequence:A/2,B,A/2", "sequence:A*n,B*m,A*n"})
    void palindromes(String method) {
        assertTrue(brackets(method, 1).isEmpty());
        assertFalse(brackets(method, 2).isEmpty());
    }

    private static List<Bracketing> brackets(String method, int power) {
        return BracketForm.of(Methods.parse(method), power + 1).terms().stream()
                .filter(term -> term.power() == power)
                .<Bracketing>map(BracketForm.Term::bracket)
                .filter(bracket -> bracket instanceof Bracket)
                .toList();
    }

    /** The order 1, 2, 2, 1 in trees: 2(f_A + f_B) − h(f_A′f_A + f_B′f_B), with −½ for each of the two steps. */
    @Test
    @DisplayName("of A, B, B, A is 2A + 2B + h(2A_2 + 2B_2) + O(h²): dh-sym")
    void palindrome() {
        assertEquals(Map.of("A", "2", "B", "2"), terms("sequence:A,B,B,A", 0));
        assertEquals(Map.of("A_2", "2", "B_2", "2"), terms("sequence:A,B,B,A", 1));
    }

    /** Row bch; [f, g] = g′f − f′g. The same field over trees is one of the expansions above. */
    @Test
    @DisplayName(
            "of the flows of A then B is A + B + h/2 [A,B] + h²/12 ([A,[A,B]] + [B,[B,A]]) − h³/24 [B,[A,[A,B]]]: bch")
    void flows() {
        Map<String, Rational> terms = Map.of(
                "A", Rational.ONE,
                "B", Rational.ONE,
                "[A,B]", Rational.of(1, 2),
                "[A,[A,B]]", Rational.of(1, 12),
                "[B,[B,A]]", Rational.of(1, 12),
                "[B,[A,[A,B]]]", Rational.of(-1, 24));
        LieSeries<Rational> printed = new LieSeries<>(RATIONALS, 4, new TreeMap<>());
        for (Map.Entry<String, Rational> term : terms.entrySet()) {
            printed = printed.plus(term.getValue(), LieSeries.of(RATIONALS, Bracketing.parse(term.getKey()), 4));
        }
        assertEquals(
                printed,
                BracketForm.of(Methods.parseRational("splitting:A,B"), 4).series());
    }

    @Test
    @DisplayName("is refused for a joint step and for order 0")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> BracketForm.of(Methods.parse("joint:A,B"), 2));
        assertThrows(IllegalArgumentException.class, () -> BracketForm.of(Methods.parse("gd"), 0));
    }
}
