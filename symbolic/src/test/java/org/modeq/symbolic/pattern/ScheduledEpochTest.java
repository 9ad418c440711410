package org.modeq.symbolic.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** Every order is written out by hand and derived by itself, as a sequence. */
@DisplayName("An epoch with a schedule")
class ScheduledEpochTest {
    private static List<List<Colour>> orders(String orders) {
        return Arrays.stream(orders.split(" "))
                .map(order -> order.chars()
                        .mapToObj(letter -> new Colour(Character.toString(letter)))
                        .toList())
                .toList();
    }

    private static BSeriesMap<Rational> averageMap(List<List<Colour>> orders, int order) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        for (List<Colour> each : orders) {
            StepMap.of(EulerSteps.sequence(each), order)
                    .nonzero()
                    .forEach((tree, a) -> sum.merge(tree, a.divide(Rational.of(orders.size())), Rational::add));
        }
        return BSeriesMap.of(order, sum);
    }

    private static BSeriesField<Rational> averageField(List<List<Colour>> orders, int order) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        for (List<Colour> each : orders) {
            ModifiedEquation.of(EulerSteps.sequence(each), order)
                    .field()
                    .nonzero()
                    .forEach((tree, b) -> sum.merge(tree, b.divide(Rational.of(orders.size())), Rational::add));
        }
        return BSeriesField.of(order, sum);
    }

    @ParameterizedTest(
            name = "{0} is the average over its orders {1}, as map and, by its logarithm, as field, to order 4")
    @CsvSource(
            delimiter = ';',
            value = {
                "shuffle:(A,B),(C,D); ABCD BACD ABDC BADC CDAB CDBA DCAB DCBA",
                "shuffle:(A,B),C; ABC BAC CAB CBA",
                "shuffle:(A),B,(C); ABC ACB BAC BCA CAB CBA",
                "shuffle-within:(A,B),(C,D); ABCD BACD ABDC BADC",
                "shuffle-within:C,(A,B); CAB CBA",
                "shuffle-within:A,B; AB"
            })
    void levels(String name, String orders) {
        Method<Rational> method = Methods.parseRational(name);
        BSeriesMap<Rational> average = averageMap(orders(orders), 4);
        assertEquals(average, StepMap.of(method, 4));
        assertEquals(average.logarithm(), ModifiedEquation.of(method, 4).field());
    }

    @ParameterizedTest(name = "{0} is the average of the fields of its orders {1}, to order 4")
    @CsvSource(
            delimiter = ';',
            value = {
                "shuffle-once:A,B; AB BA",
                "shuffle-once:A,B,C; ABC ACB BAC BCA CAB CBA",
                "shuffle-once:(A,B),C; ABC BAC CAB CBA"
            })
    void kept(String name, String orders) {
        assertEquals(
                averageField(orders(orders), 4),
                ModifiedEquation.of(Methods.parseRational(name), 4).field());
    }

    /** At order 4 the field of the mean map has ½ 𝔼 δ′δ more, with δ = ±½[A,B] for two tasks: 1/8 [A,B]′[A,B]. */
    @Test
    @DisplayName("that is kept has the field of one drawn anew to order 3, and ½ 𝔼 δ′δ less at order 4")
    void keptAgainstAnew() {
        BSeriesField<Rational> anew =
                ModifiedEquation.of(Methods.parseRational("shuffle:A,B"), 4).field();
        BSeriesField<Rational> kept = ModifiedEquation.of(Methods.parseRational("shuffle-once:A,B"), 4)
                .field();
        assertEquals(anew.truncated(3), kept.truncated(3));
        assertNotEquals(anew, kept);
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        // [A,B] = B′A − A′B, as trees B[A] − A[B]; δ′δ grafts one on each vertex of the other.
        List<String> bracket = List.of("B[A]", "A[B]");
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                Rational weight = Rational.of(i == j ? 1 : -1, 8);
                RootedTree direction = RootedTree.parse(bracket.get(j));
                RootedTree.parse(bracket.get(i))
                        .preLieProduct(direction)
                        .forEach(tree -> weights.merge(tree, weight, Rational::add));
            }
        }
        SortedMap<RootedTree, Rational> difference = new TreeMap<>();
        kept.nonzero()
                .keySet()
                .forEach(tree -> difference.merge(tree, kept.weight(tree).negate(), Rational::add));
        anew.nonzero().keySet().forEach(tree -> difference.merge(tree, anew.weight(tree), Rational::add));
        difference.values().removeIf(Rational::isZero);
        weights.values().removeIf(Rational::isZero);
        assertEquals(weights, difference);
    }

    @Test
    @DisplayName("is read from its name and says over what it is a mean")
    void names() {
        assertEquals(
                "shuffle:(A1,A2),(B1,B2)",
                Methods.parse(" shuffle:(A1, A2),(B1,B2)").name());
        assertEquals(
                "shuffle-within:(A,B),C",
                Methods.parse("shuffle-within:(A,B),C").name());
        assertEquals("shuffle-once:A,B", Methods.parse("shuffle-once:A,B").name());
        assertEquals("epoch", Methods.parse("shuffle-once:A,B").clock().toString());
        assertTrue(Methods.parse("shuffle:(A,B),C").map().contains("orders of the tasks, and of the batches of each"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "shuffle:(A,B),(B,C)",
                "shuffle:(A,B",
                "shuffle:A,B)",
                "shuffle:(A)(B)",
                "shuffle:((A,B),C),D",
                "shuffle:A(B)",
                "shuffle:(),A",
                "shuffle:A,",
                "shuffle-within",
                "shuffle-once:A,A"
            })
    @DisplayName("is refused where a batch comes twice or the groups are none")
    void refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Methods.parse(name));
    }
}
