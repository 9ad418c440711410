package org.modeq.symbolic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("B-series")
class BSeriesTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final int ORDER = 4;

    private static BSeriesMap<Rational> randomMap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return BSeriesMap.of(
                RATIONALS,
                TreeEnumeration.over(List.of(A, B)).upToOrder(ORDER),
                ORDER,
                tree -> Rational.of(random.nextInt(-9, 10), random.nextInt(1, 6)));
    }

    @Test
    @DisplayName("of maps compose associatively (seeds 1, 2, 3)")
    void associative() {
        BSeriesMap<Rational> a = randomMap(1);
        BSeriesMap<Rational> b = randomMap(2);
        BSeriesMap<Rational> c = randomMap(3);
        assertEquals(a.then(b).then(c), a.then(b.then(c)));
        assertNotEquals(a.then(b), b.then(a));
        assertEquals(a.then(b).hashCode(), a.then(b).hashCode());
    }

    @Test
    @DisplayName("of the identity leave a map as it is")
    void identity() {
        BSeriesMap<Rational> identity = BSeriesMap.of(ORDER, Map.of());
        assertEquals(randomMap(4), identity.then(randomMap(4)));
        assertEquals(randomMap(4), randomMap(4).then(identity));
        assertEquals(identity, BSeriesField.of(ORDER, Map.of()).flow());
    }

    @Test
    @DisplayName("of the field f have the exact flow 1/γ")
    void exactFlow() {
        BSeriesField<Rational> field = BSeriesField.of(7, Map.of(RootedTree.vertex(Colour.F), Rational.ONE));
        assertEquals(BSeriesMap.exactFlow(Colour.F, 7), field.flow());
    }

    @Test
    @DisplayName("of a field b have the flow after twice the time as the flow composed with itself")
    void flowIsAGroup() {
        BSeriesField<Rational> field = BSeriesField.of(ORDER, randomMap(5).nonzero());
        assertEquals(field.scaled(Rational.of(2)).flow(), field.flow().then(field.flow()));
        assertEquals(field.scaled(Rational.of(2)), field.add(field));
        assertEquals(
                BSeriesMap.of(ORDER, Map.of()),
                field.flow().then(field.scaled(Rational.of(-1)).flow()));
    }

    @Test
    @DisplayName("with two fields put equal add the weights b/σ of the trees that become equal")
    void recoloured() {
        BSeriesField<Rational> field = BSeriesField.of(
                3,
                Map.of(
                        RootedTree.parse("A[A,A]"), Rational.of(6),
                        RootedTree.parse("A[A,B]"), Rational.of(5),
                        RootedTree.parse("B[B,B]"), Rational.of(4)));
        BSeriesField<Rational> merged = field.recoloured(colour -> Colour.F);
        assertEquals(Rational.of(3 + 5 + 2), merged.weight(RootedTree.parse("f[f,f]")));
        assertEquals(Rational.of(20), merged.coefficient(RootedTree.parse("f[f,f]")));
    }

    @Test
    @DisplayName("do not know what is beyond their truncation order")
    void truncation() {
        BSeriesMap<Rational> step = BSeriesMap.eulerStep(Colour.F, 2);
        assertEquals(Rational.ZERO, step.coefficient(RootedTree.parse("f[f]")));
        NoSuchElementException error =
                assertThrows(NoSuchElementException.class, () -> step.coefficient(RootedTree.parse("f[f,f]")));
        assertEquals(
                "a(f[f,f]) has order 3 but this series is known to order 2 only; build it with truncation order 3 or more",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> BSeriesMap.eulerStep(Colour.F, 0));
        assertEquals(2, step.then(BSeriesMap.exactFlow(Colour.F, 3)).truncationOrder());
    }

    @Test
    @DisplayName("print their coefficients")
    void printing() {
        assertEquals("a = {f=1} to order 2", BSeriesMap.eulerStep(Colour.F, 2).toString());
        BSeriesField<Rational> field = BSeriesField.of(1, Map.of(RootedTree.vertex(A), Rational.of(1, 2)));
        assertEquals("b = {A=1/2} to order 1", field.toString());
        assertEquals(field.hashCode(), field.scaled(Rational.ONE).hashCode());
    }
}
