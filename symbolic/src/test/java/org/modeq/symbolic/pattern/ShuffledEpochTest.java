package org.modeq.symbolic.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("A shuffled epoch")
class ShuffledEpochTest {
    private static Polynomial number(String fraction) {
        return Polynomial.constant(Rational.parse(fraction));
    }

    @ParameterizedTest(name = "has {1} patterns of order {0}, {2} of them with b ≠ 0")
    @CsvSource({"1, 1, 1", "2, 2, 1", "3, 9, 7", "4, 48, 28", "5, 329, 320"})
    void counts(int order, int count, int nonzero) {
        List<PatternSeries.Term> terms = ShuffledEpoch.field(order).terms().stream()
                .filter(term -> term.power() == order - 1)
                .toList();
        assertEquals(count, terms.size());
        assertEquals(nonzero, terms.stream().filter(term -> !term.b().isZero()).count());
    }

    @ParameterizedTest(name = "has for {0} σ = {1}, a = {2}, b = {3}")
    @CsvFileSource(resources = "shuffled-epoch.csv")
    void table(String pattern, int symmetry, String a, String b) {
        assertEquals(symmetry, Pattern.parse(pattern).symmetry().intValueExact());
        assertEquals(number(a), ShuffledEpoch.map(3).coefficient(pattern));
        assertEquals(number(b), ShuffledEpoch.field(3).coefficient(pattern));
    }

    @ParameterizedTest(name = "has for {0} b = {1} in the field of the mean map but {2} in the mean of the fields")
    @CsvSource({"'a[b,b[a]]', -1/24, 0", "'a[b[b[a]]]', 1/24, 1/12"})
    void twoMeans(String pattern, String ofMap, String ofFields) {
        assertEquals(number(ofMap), ShuffledEpoch.field(4).coefficient(pattern));
        assertEquals(number(ofFields), ShuffledEpoch.meanOfFields(4).coefficient(pattern));
    }

    @Test
    @DisplayName("has the same mean of fields as field of the mean to order 3, and no longer at order 4")
    void meansAgreeToThirdOrder() {
        assertEquals(ShuffledEpoch.field(3), ShuffledEpoch.meanOfFields(3));
        assertTrue(!ShuffledEpoch.field(4).equals(ShuffledEpoch.meanOfFields(4)));
    }

    @Nested
    @DisplayName("obeys the laws")
    class Laws {
        private final PatternSeries field = ShuffledEpoch.field(5);
        private final BSeriesField<Rational> euler =
                ModifiedEquation.of(EulerSteps.gradientDescent(), 5).field();

        @Test
        @DisplayName("one block: the coefficient of gradient descent; blocks of one vertex: none beyond f₁")
        void extremes() {
            for (PatternSeries.Term term : field.terms()) {
                RootedTree shape = term.pattern().tree().recoloured(colour -> Colour.F);
                if (term.pattern().blocks() == 1) {
                    assertEquals(Polynomial.constant(euler.coefficient(shape)), term.b(), term.toString());
                }
                if (term.pattern().blocks() == shape.order() && shape.order() > 1) {
                    assertTrue(term.b().isZero(), term.toString());
                }
            }
        }

        /** m = 1: all batches are one, and Σ b(t,ρ)/σ(t,ρ) over the patterns of a shape is b(t)/σ(t). */
        @Test
        @DisplayName("with a single batch it is gradient descent")
        void oneBatch() {
            java.util.Map<RootedTree, Rational> weights = new java.util.TreeMap<>();
            for (PatternSeries.Term term : field.terms()) {
                RootedTree shape = term.pattern().tree().recoloured(colour -> Colour.F);
                weights.merge(shape, term.coefficient().coefficient(0), Rational::add);
            }
            weights.forEach((shape, weight) -> assertEquals(euler.weight(shape), weight, shape.toString()));
        }
    }

    /** Smith, Dherin, Barrett and De (2021): C + ε/4 ‖∇C‖² + ε/(4m) Σ ‖∇Ĉ_i − ∇C‖². */
    @Test
    @DisplayName("in centred form begins f̄ − ε/2 f̄′f̄ − ε/2 ⟨d′d⟩, without m; m comes at ε²")
    void centred() {
        PatternSeries centred = ShuffledEpoch.centredField(3);
        assertEquals(number("1"), centred.coefficient("f"));
        assertEquals(number("-1/2"), centred.coefficient("f[f]"));
        assertEquals(number("-1/2"), centred.coefficient("a[a]"));
        // Σ over the partitions that keep the two deviations together: 1/12 ⟨f″(f,f)⟩ + m/12 f̄″⟨(f,f)⟩, σ = 2.
        assertEquals(new Polynomial(List.of(Rational.of(1, 6), Rational.of(1, 6))), centred.coefficient("f[a,a]"));
    }
}
