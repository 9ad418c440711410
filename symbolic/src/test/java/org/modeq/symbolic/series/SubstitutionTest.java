package org.modeq.symbolic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreePartition;

@DisplayName("Substitution")
class SubstitutionTest {
    @Nested
    @DisplayName("over the rational numbers")
    class OverRationals implements SubstitutionLaws<Rational> {
        @Override
        public SeriesSamples<Rational> samples() {
            return SeriesSamples.rational();
        }
    }

    @Nested
    @DisplayName("over fractions in a parameter")
    class OverFractions implements SubstitutionLaws<ParameterFraction> {
        @Override
        public SeriesSamples<ParameterFraction> samples() {
            return SeriesSamples.symbolic();
        }
    }

    private static final Map<RootedTree, Rational> B =
            Map.of(RootedTree.parse("f"), Rational.of(2), RootedTree.parse("f[f]"), Rational.of(3));

    @Test
    @DisplayName("has (b ⋆ a)(f[f]) = a(•) b(f[f]) + a(f[f]) b(•)²")
    void secondOrder() {
        BSeriesMap<Rational> a = BSeriesMap.of(
                2, Map.of(RootedTree.parse("f"), Rational.of(5), RootedTree.parse("f[f]"), Rational.of(7)));
        BSeriesMap<Rational> result = BSeriesField.of(2, B).substitutedInto(a);
        assertEquals(Rational.of(5 * 2), result.coefficient(RootedTree.parse("f")));
        assertEquals(Rational.of(5 * 3 + 7 * 2 * 2), result.coefficient(RootedTree.parse("f[f]")));
    }

    @Test
    @DisplayName("sums over 2^(|t|−1) partitions")
    void partitions() {
        assertEquals(1, TreePartition.of(RootedTree.parse("f")).size());
        assertEquals(16, TreePartition.of(RootedTree.parse("f[f[f],f[f]]")).size());
        assertEquals(32, TreePartition.of(RootedTree.parse("f[f,f,f,f,f]")).size());
    }

    @Test
    @DisplayName("refuses one field for two colours, a colour without field, and no field")
    void refusals() {
        BSeriesField<Rational> field = BSeriesField.of(2, B);
        BSeriesMap<Rational> two = SeriesSamples.rational().map(1, SubstitutionLaws.INNER, 2);
        assertMessage("expected a series in one field", () -> field.substitutedInto(two));
        assertMessage(
                "expected a field for each",
                () -> Substitution.of(new TreeMap<>(Map.of(Colour.F, field))).into(two));
        assertMessage("given no fields", () -> Substitution.<Rational>of(new TreeMap<>()));
    }

    @Test
    @DisplayName("has no inverse for a field of two colours, without colour, or with b(•) = 0")
    void noInverse() {
        BSeriesField<Rational> two = SeriesSamples.rational().field(1, SubstitutionLaws.INNER, 2);
        assertMessage("expected a series in one field", two::substitutionInverse);
        assertMessage("expected a series in one field", BSeriesField.of(2, Map.of())::substitutionInverse);
        BSeriesField<Rational> tall = BSeriesField.of(2, Map.of(RootedTree.parse("f[f]"), Rational.ONE));
        assertMessage("b(f) = 0, expected a coefficient with an inverse", tall::substitutionInverse);
    }

    @Test
    @DisplayName("of a field into the zero field is zero")
    void zero() {
        BSeriesField<Rational> zero = BSeriesField.of(2, Map.of());
        assertEquals(zero, BSeriesField.of(2, B).substitutedInto(zero));
        assertEquals(
                List.of(),
                List.copyOf(zero.substitutedInto(BSeriesField.of(2, B)).colours()));
    }

    private static void assertMessage(String expected, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
