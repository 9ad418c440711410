package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Letter;
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
        Map<String, String> coordinates =
                LieSeries.logOfProduct(List.of(List.of(A), List.of(B)), 5).coordinates().entrySet().stream()
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
        LieSeries series = LieSeries.logOfProduct(List.of(List.of(A), List.of(B), List.of(B), List.of(A)), 6);
        assertTrue(series.coordinates().keySet().stream()
                .allMatch(lyndon -> lyndon.word().weight() % 2 == 1));
    }

    @Test
    @DisplayName("is the same element among the words: exp and log are inverse to each other")
    void words() {
        LieSeries series = LieSeries.logOfProduct(List.of(List.of(A, new Letter("A", 2)), List.of(B)), 4);
        FreeAssociative element = series.toWords();
        assertEquals(element, element.exp().log());
        assertEquals(series, LieSeries.ofLieElement(element));
    }

    @Test
    @DisplayName("does not exist for an element that is not a Lie element, and log and exp mind the constant term")
    void refused() {
        FreeAssociative product = FreeAssociative.of(Word.of(A, B), 3);
        assertThrows(
                ArithmeticException.class,
                () -> LieSeries.ofLieElement(product.plus(Rational.ONE, FreeAssociative.of(Word.of(B, A), 3))));
        assertThrows(ArithmeticException.class, () -> FreeAssociative.one(3).exp());
        assertThrows(ArithmeticException.class, () -> product.log());
    }

    @Test
    @DisplayName("has the bracket [A,B] = B′A − A′B over trees")
    void bracketOfTrees() {
        assertEquals(
                Map.of(RootedTree.parse("B[A]"), Rational.ONE, RootedTree.parse("A[B]"), Rational.of(-1)),
                LieSeries.lieBracket(sum("A"), sum("B")));
    }

    @Test
    @DisplayName("satisfies Jacobi's identity over trees")
    void jacobi() {
        var x = sum("A");
        var y = sum("B", "A[B]");
        var z = sum("B[A]", "B[A,B]");
        SortedMap<RootedTree, Rational> total = new TreeMap<>();
        for (var cyclic : List.of(
                LieSeries.lieBracket(x, LieSeries.lieBracket(y, z)),
                LieSeries.lieBracket(y, LieSeries.lieBracket(z, x)),
                LieSeries.lieBracket(z, LieSeries.lieBracket(x, y)))) {
            cyclic.forEach((tree, weight) -> total.merge(tree, weight, Rational::add));
        }
        assertTrue(total.values().stream().allMatch(Rational::isZero));
        assertTrue(total.size() > 10);
    }
}
