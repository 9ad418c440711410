package org.modeq.symbolic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.Collocation;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The order of conjugate symplecticity")
class ConjugateOrderTest {
    private static final ConjugateOrder SYMPLECTICITY = ConjugateOrder.ofSymplecticity(Colour.F);

    private static BSeriesMap<Rational> step(String method, int order) {
        return StepMap.of(Methods.parseRational(method), order);
    }

    private static <E> BSeriesMap<E> truncated(BSeriesMap<E> map, int order) {
        return BSeriesMap.of(map.ring(), order, map.nonzero());
    }

    /** The answer of the query, and the conjugate that it found, by the condition on the coefficients of maps. */
    private static <E> void requireOrder(int expected, BSeriesMap<E> map) {
        assertEquals(expected, SeriesQueries.orderOfConjugateSymplecticity(map));
        BSeriesMap<E> conjugate = map.conjugatedBy(SYMPLECTICITY.of(map).change());
        assertTrue(SeriesQueries.isSymplectic(truncated(conjugate, expected)), "the conjugate that was found");
        if (expected < map.truncationOrder()) {
            assertFalse(SeriesQueries.isSymplectic(truncated(conjugate, expected + 1)), "one order more");
        }
    }

    /**
     * Methods of order 2 have 3 at least: there the one condition b(f[f,f]) + b(f[f[f]]) = 0 changes by −2χ(f[f]). The
     * other ones have their order of accuracy, except for those of Hairer and Zbinden below.
     */
    @ParameterizedTest(name = "of {0} is {1}, as its conjugate confirms")
    @CsvSource({
        "gd, 1",
        "rk:implicit-euler, 1",
        "extragradient, 1",
        "rk:heun, 3",
        "rk:midpoint, 3",
        "rk:ralston, 3",
        "rk:lobatto-iiic2, 3",
        "rk:kutta3, 3",
        "rk:radau-iia3, 3",
        "rk:rk4, 4",
        "rk:rk38, 4",
        "rk:radau-iia5, 5"
    })
    void methods(String method, int order) {
        requireOrder(order, step(method, 7));
    }

    /**
     * Hairer and Zbinden (2013): energy-preserving collocation with s stages has 2s + 2, of which the average vector
     * field method is the case s = 1, and Lobatto IIIA has 2s; the one with s = 2 is the trapezoidal rule, which has all.
     */
    @ParameterizedTest(name = "of {0} is {1}, by the theorem of Hairer and Zbinden, and not more")
    @CsvSource({"avf, 4", "rk:lobatto-iiia4, 6"})
    void theorem(String method, int order) {
        requireOrder(order, step(method, 9));
    }

    /** The nodes are the zeros of x(x − 1)(5x² − 5x + 1). */
    @Test
    @DisplayName("of Lobatto IIIA with four stages is 8, by the same theorem")
    void fourStages() {
        List<Rational> nodes = List.of(0, -1, 6, -10, 5).stream()
                .map(number -> Rational.of(number))
                .toList();
        BSeriesMap<Rational> map = StepMap.of(new Collocation("lobatto-iiia6", new Polynomial(nodes)), 9);
        assertEquals(6, SeriesQueries.orderOfAccuracy(map));
        requireOrder(8, map);
    }

    /** Half a step of implicit Euler makes the one of the other; Hairer, Lubich and Wanner (2006), section VI.8.1. */
    @Test
    @DisplayName("of the trapezoidal rule is the truncation order, because it is conjugate to the midpoint rule")
    void trapezoidal() {
        BSeriesMap<Rational> trapezoidal = step("rk:trapezoidal", 9);
        BSeriesMap<Rational> half = step("rk:implicit-euler", 9).withStepSize(Rational.of(1, 2));
        assertFalse(SeriesQueries.isSymplectic(trapezoidal));
        assertEquals(step("rk:implicit-midpoint", 9), trapezoidal.conjugatedBy(half));
        requireOrder(9, trapezoidal);
    }

    @ParameterizedTest(name = "of {0} is the truncation order, with no change of coordinates")
    @ValueSource(strings = {"rk:implicit-midpoint", "rk:gauss4", "rk:gauss6"})
    void symplectic(String method) {
        BSeriesMap<Rational> map = step(method, 8);
        requireOrder(8, map);
        assertEquals(Map.of(), SYMPLECTICITY.of(map).change().nonzero());
    }

    @ParameterizedTest(name = "of {0} in the coordinates of an Euler step is the truncation order")
    @ValueSource(strings = {"rk:implicit-midpoint", "rk:gauss4"})
    void conjugateByEuler(String method) {
        BSeriesMap<Rational> map = step(method, 8).conjugatedBy(BSeriesMap.eulerStep(Colour.F, 8));
        assertFalse(SeriesQueries.isSymplectic(map));
        requireOrder(8, map);
    }

    @Test
    @DisplayName("of a symplectic map in random coordinates is found with symbols, also where a(f) is 1/(1−β)")
    void symbols() {
        SeriesSamples<ParameterFraction> samples = SeriesSamples.symbolic();
        ParameterPolynomial slope = ParameterPolynomial.ONE.subtract(ParameterPolynomial.parameter("beta"));
        ParameterRing ring = ParameterRing.of(List.of(slope));
        ParameterFraction speed = ring.reciprocal(ring.of(slope));
        SortedMap<RootedTree, ParameterFraction> midpoint = new TreeMap<>();
        step("rk:implicit-midpoint", 5)
                .nonzero()
                .forEach((tree, value) -> midpoint.put(tree, ring.scale(value, ring.pow(speed, tree.order()))));
        BSeriesMap<ParameterFraction> map = BSeriesMap.of(ring, 5, midpoint);
        requireOrder(5, map.conjugatedBy(samples.map(3, List.of(Colour.F), 5)));
    }

    /**
     * The lemma of {@link ConjugateOrder}: the conditions on χ at the order n are as many as those that χ is
     * Hamiltonian, which they contain.
     */
    @ParameterizedTest(
            name = "loses nothing by one solution: what may be added to χ at the order {0} − 1 is Hamiltonian")
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void kernel(int order) {
        BSeriesField<Rational> zero = BSeriesField.of(order, Map.of());
        LinearSystem<RootedTree, Rational> hamiltonian = new LinearSystem<>(Rationals.RATIONALS);
        for (List<RootedTree> pair : SYMPLECTICITY.conditions().apply(order - 1)) {
            SortedMap<RootedTree, Rational> left = new TreeMap<>();
            pair.forEach(tree -> LinearSystem.addTo(left, tree, Rational.ONE));
            hamiltonian.add(left, Rational.ZERO);
        }
        assertEquals(hamiltonian.rank(), SYMPLECTICITY.equations(order, zero).rank());
    }

    @Test
    @DisplayName("is refused for several fields, and where a(f) cannot be divided by")
    void refused() {
        BSeriesMap<Rational> two = BSeriesMap.of(2, Map.of(RootedTree.parse("A[B]"), Rational.ONE));
        assertThrows(IllegalArgumentException.class, () -> SeriesQueries.orderOfConjugateSymplecticity(two));
        BSeriesMap<Rational> slow = BSeriesMap.of(2, Map.of(RootedTree.parse("f[f]"), Rational.ONE));
        assertThrows(IllegalArgumentException.class, () -> SeriesQueries.orderOfConjugateSymplecticity(slow));
    }
}
