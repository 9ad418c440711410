package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.Repetition;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.LieRecursion;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Rosca, Wu, Dherin and Barrett (2021), theorem 3.2: the player A takes m sub-steps of the rate vA, then B takes k of
 * the rate vB.
 *
 * <p>The coefficients are those of the authors' code; the text of the theorem was not compared. They are, each player
 * in its own time vA h or vB h,
 * <pre>
 *   A − h (vA/(2m) A[A] + vA/2 A[B]),      B − h (−vB/2 (2vA/vB − 1) B[A] + vB/(2k) B[B]);
 * </pre>
 * in one time, the components of A are multiplied by vA and those of B by vB.
 */
@DisplayName("The printed field of alternating play")
class AlternatingGameTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final List<Integer> SUBSTEPS = List.of(2, 3);

    /** The terms of order h of the printed field, in one time. */
    private static <E> SortedMap<RootedTree, E> printed(Ring<E> ring, E vA, E vB, List<Integer> substeps) {
        E both = ring.multiply(vA, vB);
        E squareA = ring.multiply(vA, vA);
        E squareB = ring.multiply(vB, vB);
        E own = ring.scale(Rational.of(-1, 2), squareB);
        SortedMap<RootedTree, E> terms = new TreeMap<>();
        terms.put(RootedTree.parse("A[A]"), ring.scale(Rational.of(-1, 2L * substeps.get(0)), squareA));
        terms.put(RootedTree.parse("A[B]"), ring.scale(Rational.of(-1, 2), squareA));
        terms.put(RootedTree.parse("B[A]"), ring.add(own, both));
        terms.put(RootedTree.parse("B[B]"), ring.scale(Rational.of(-1, 2L * substeps.get(1)), squareB));
        return terms;
    }

    private static Method<?> play(SortedMap<String, Rational> rates, List<Integer> substeps) {
        return Methods.parse(
                "game:alternating",
                new MethodParameters(
                        rates, substeps.stream().map(Repetition::of).toList()));
    }

    private static <E> SortedMap<RootedTree, E> derived(Method<E> method) {
        SortedMap<RootedTree, E> terms = new TreeMap<>();
        ModifiedEquation.of(method, 2).terms(1).forEach(term -> terms.put(term.tree(), term.coefficient()));
        return terms;
    }

    @Nested
    @DisplayName("with the rates as symbols")
    class Symbols {
        @SuppressWarnings("unchecked") // with symbols left, the ring is one of fractions in them
        private final Method<ParameterFraction> method = (Method<ParameterFraction>) play(new TreeMap<>(), SUBSTEPS);

        private final ParameterRing ring = (ParameterRing) method.ring();
        private final ParameterFraction vA = ring.parameter("vA");
        private final ParameterFraction vB = ring.parameter("vB");
        private final SortedMap<RootedTree, ParameterFraction> printed = printed(ring, vA, vB, SUBSTEPS);

        /** printed − derived, which is to be half of a product. */
        private void requireExcess(String tree, ParameterFraction factor, ParameterFraction other) {
            ParameterFraction half = ring.scale(Rational.of(1, 2), ring.multiply(factor, other));
            RootedTree parsed = RootedTree.parse(tree);
            assertEquals(ring.add(derived(method).get(parsed), half), printed.get(parsed));
        }

        /** So the two agree for vA = vB, and for no other rates that are not 0. */
        @Test
        @DisplayName(
                "exceeds the modified field by vA(vB−vA)/2 at A[B] and by vB(vA−vB)/2 at B[A], and by nothing else")
        void refuted() {
            ParameterFraction difference = ring.add(vB, ring.negate(vA));
            requireExcess("A[B]", vA, difference);
            requireExcess("B[A]", vB, ring.negate(difference));
            requireExcess("A[A]", vA, ring.zero());
            requireExcess("B[B]", vB, ring.zero());
            assertNotEquals(derived(method), printed);
        }

        @ParameterizedTest(name = "is the modified field where both rates are {0}")
        @ValueSource(strings = {"1", "2/7", "5"})
        void equalRates(String rate) {
            Rational v = Rational.parse(rate);
            Map<String, Rational> rates = Map.of("vA", v, "vB", v);
            derived(method)
                    .forEach((tree, value) -> assertEquals(
                            value.evaluate(rates),
                            printed.getOrDefault(tree, ring.zero()).evaluate(rates)));
        }
    }

    /** A moves x along y − x², B moves y along xy; the point is x = 1/2, y = −1/3. */
    @Nested
    @DisplayName("on the game of y − x² and xy at (1/2, −1/3)")
    class Concrete {
        private final ConcreteFields fields = ConcreteFields.ofComponents(
                List.of("x", "y"), Map.of(A, List.of("y - x^2", "0"), B, List.of("0", "x*y")));
        private final List<String> point = List.of("1/2", "-1/3");

        /** h² of x′ = x + h vA (y − x²), y′ = y + h vB x′y, run in polynomials in h. */
        private List<Rational> map(Rational vA, Rational vB) {
            Polynomial x = Polynomial.constant(Rational.parse(point.get(0)));
            Polynomial y = Polynomial.constant(Rational.parse(point.get(1)));
            Polynomial minus = Polynomial.constant(Rational.of(-1));
            Polynomial moved = x.add(
                    Polynomial.monomial(vA, 1).multiply(y.add(minus.multiply(x).multiply(x))));
            Polynomial answer = y.add(Polynomial.monomial(vB, 1).multiply(moved).multiply(y));
            return List.of(moved.coefficient(2), answer.coefficient(2));
        }

        /** h² of the time-h flow of f₁ + h f₂ with f₁ = vA A + vB B: f₂ + f₁′f₁/2. */
        private List<Rational> flow(Map<RootedTree, Rational> second, Rational vA, Rational vB) {
            SortedMap<Colour, Rational> rates = new TreeMap<>(Map.of(A, vA, B, vB));
            SortedMap<RootedTree, Rational> weights = new TreeMap<>(second);
            rates.forEach((root, v) -> rates.forEach((child, w) -> weights.merge(
                    RootedTree.graft(root, List.of(RootedTree.vertex(child))),
                    v.multiply(w).multiply(Rational.of(1, 2)),
                    Rational::add)));
            return fields.exactAt(point).sum(weights);
        }

        private List<Rational> difference(List<Rational> left, List<Rational> right) {
            List<Rational> difference = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                difference.add(left.get(i).subtract(right.get(i)));
            }
            return difference;
        }

        private SortedMap<RootedTree, Rational> printedAt(Rational vA, Rational vB) {
            return printed(RATIONALS, vA, vB, List.of(1, 1));
        }

        private SortedMap<RootedTree, Rational> derivedAt(Rational vA, Rational vB) {
            SortedMap<String, Rational> rates = new TreeMap<>(Map.of("vA", vA, "vB", vB));
            return derived(Methods.requireRational(play(rates, List.of())));
        }

        /** By hand: A[B] = xy = −1/6 and B[A] = y(y − x²) = 7/36 at the point, with the excess 1 and −3 of vA = 1, vB = 3. */
        @Test
        @DisplayName("with rates 1 and 3 has a flow that misses one step of the game by h² (−1/6, −7/12)")
        void unequalRates() {
            Rational one = Rational.ONE;
            Rational three = Rational.of(3);
            List<Rational> missed = difference(flow(printedAt(one, three), one, three), map(one, three));
            assertEquals(List.of(Rational.of(-1, 6), Rational.of(-7, 12)), missed);
            assertEquals(map(one, three), flow(derivedAt(one, three), one, three));
        }

        @Test
        @DisplayName(
                "with rates 1 and 3 is not the field that the Lie recursion finds without trees; the derived one is")
        void withoutTrees() {
            Rational three = Rational.of(3);
            List<Rational> second = LieRecursion.ofEulerSteps(
                            fields, List.of(Map.of(A, Rational.ONE), Map.of(B, three)), 2)
                    .at(point)
                    .get(1);
            assertEquals(second, fields.exactAt(point).sum(derivedAt(Rational.ONE, three)));
            assertEquals(
                    List.of(Rational.of(-1, 6), Rational.of(-7, 12)),
                    difference(fields.exactAt(point).sum(printedAt(Rational.ONE, three)), second));
        }

        @ParameterizedTest(name = "with both rates {0} has the step of the game for its flow to h²")
        @CsvSource({"1", "2/3"})
        void equalRates(String rate) {
            Rational v = Rational.parse(rate);
            assertEquals(map(v, v), flow(printedAt(v, v), v, v));
        }
    }
}
