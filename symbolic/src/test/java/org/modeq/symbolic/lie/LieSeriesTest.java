package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterPolynomials;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LyndonWord;
import org.modeq.symbolic.word.Word;

@DisplayName("A Lie series")
class LieSeriesTest {
    private static final Letter A = Letter.of("A");
    private static final Letter B = Letter.of("B");

    private static SortedMap<RootedTree, Rational> sum(String... trees) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        for (String tree : trees) {
            sum.put(RootedTree.parse(tree), Rational.ONE);
        }
        return sum;
    }

    /** Baker, Campbell, Hausdorff to degree 5 in the Lyndon basis; source: Casas and Murua (2009), table 1. */
    @Test
    @DisplayName("log(e^A e^B) has the coefficients of Baker, Campbell and Hausdorff")
    void bch() {
        Map<String, String> coordinates = LieSeries.logOfProduct(
                        RATIONALS, List.of(Map.of(A, Rational.ONE), Map.of(B, Rational.ONE)), 5)
                .coordinates()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString()));
        assertEquals(
                Map.ofEntries(
                        Map.entry("A", "1"),
                        Map.entry("B", "1"),
                        Map.entry("AB", "1/2"),
                        Map.entry("AAB", "1/12"),
                        Map.entry("ABB", "1/12"),
                        Map.entry("AABB", "1/24"),
                        Map.entry("AAAAB", "-1/720"),
                        Map.entry("AAABB", "1/180"),
                        Map.entry("AABAB", "1/360"),
                        Map.entry("AABBB", "1/180"),
                        Map.entry("ABABB", "1/120"),
                        Map.entry("ABBBB", "-1/720")),
                coordinates);
    }

    @Test
    @DisplayName("of a palindrome has no even weights")
    void symmetric() {
        Map<Letter, Rational> a = Map.of(A, Rational.ONE);
        Map<Letter, Rational> b = Map.of(B, Rational.of(2, 3));
        LieSeries<Rational> series = LieSeries.logOfProduct(RATIONALS, List.of(a, b, b, a), 6);
        assertTrue(series.coordinates().keySet().stream()
                .allMatch(lyndon -> lyndon.word().weight() % 2 == 1));
    }

    @Test
    @DisplayName("is the same element among the words: exp and log are inverse to each other")
    void words() {
        LieSeries<Rational> series = LieSeries.logOfProduct(
                RATIONALS,
                List.of(Map.of(A, Rational.ONE, new Letter("A", 2), Rational.of(-1, 2)), Map.of(B, Rational.ONE)),
                4);
        FreeAssociative<Rational> element = series.toWords();
        assertEquals(element, element.exp().log());
        assertEquals(series, LieSeries.ofLieElement(element));
    }

    @Test
    @DisplayName("does not exist for an element that is not a Lie element, and log and exp mind the constant term")
    void refused() {
        FreeAssociative<Rational> product = FreeAssociative.of(RATIONALS, Word.of(A, B), 3);
        assertThrows(
                ArithmeticException.class,
                () -> LieSeries.ofLieElement(
                        product.plus(Rational.ONE, FreeAssociative.of(RATIONALS, Word.of(B, A), 3))));
        assertThrows(
                ArithmeticException.class,
                () -> FreeAssociative.one(RATIONALS, 3).exp());
        assertThrows(ArithmeticException.class, () -> product.log());
    }

    @Test
    @DisplayName("has the bracket [A,B] = B′A − A′B over trees")
    void bracketOfTrees() {
        assertEquals(
                Map.of(RootedTree.parse("B[A]"), Rational.ONE, RootedTree.parse("A[B]"), Rational.of(-1)),
                LieSeries.lieBracket(RATIONALS, sum("A"), sum("B")));
    }

    @Test
    @DisplayName("with a symbol t in log(e^(tA) e^B) is, for every number t, the series with that number")
    void symbols() {
        ParameterPolynomial t = ParameterPolynomial.parameter("t");
        LieSeries<ParameterPolynomial> symbolic = LieSeries.logOfProduct(
                ParameterPolynomials.PARAMETER_POLYNOMIALS,
                List.of(Map.of(A, t), Map.of(B, ParameterPolynomial.ONE)),
                5);
        Rational value = Rational.of(-3, 7);
        SortedMap<LyndonWord, Rational> evaluated = new TreeMap<>();
        symbolic.coordinates()
                .forEach((lyndon, coordinate) -> evaluated.put(lyndon, coordinate.evaluate(Map.of("t", value))));
        assertEquals(
                LieSeries.logOfProduct(RATIONALS, List.of(Map.of(A, value), Map.of(B, Rational.ONE)), 5),
                new LieSeries<>(RATIONALS, 5, evaluated));
        assertEquals(
                ParameterPolynomial.parameter("t").pow(4).scaled(Rational.of(-1, 720)),
                symbolic.coordinates().get(new LyndonWord(Word.of(A, A, A, A, B))));
    }

    @Test
    @DisplayName("over trees with a symbol is the bracket times the symbol")
    void symbolsOverTrees() {
        var ring = ParameterPolynomials.PARAMETER_POLYNOMIALS;
        ParameterPolynomial t = ParameterPolynomial.parameter("t");
        SortedMap<LyndonWord, ParameterPolynomial> bracket = new TreeMap<>(Map.of(new LyndonWord(Word.of(A, B)), t));
        BSeriesField<ParameterPolynomial> field = new LieSeries<>(ring, 2, bracket)
                .toTrees(letter -> new TreeMap<>(Map.of(RootedTree.parse(letter.field()), ParameterPolynomial.ONE)));
        assertEquals(t, field.weight(RootedTree.parse("B[A]")));
        assertEquals(t.negate(), field.weight(RootedTree.parse("A[B]")));
    }
}
