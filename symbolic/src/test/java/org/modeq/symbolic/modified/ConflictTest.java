package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.ParameterPolynomials.PARAMETER_POLYNOMIALS;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
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
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** The bracket of two tasks: what kind of field it is, and what it does. */
@DisplayName("The conflict of two tasks")
class ConflictTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    private static SortedMap<RootedTree, Rational> tree(String tree) {
        return new TreeMap<>(Map.of(RootedTree.parse(tree), Rational.ONE));
    }

    /** Row dh-cl-grad. */
    @Nested
    @DisplayName("is a gradient only where the Hessians commute: dh-cl-grad")
    class Curl {
        @Test
        @DisplayName("J − Jᵀ = 2(H_B H_A − H_A H_B) for J the Jacobian of [g_A, g_B], for all losses")
        void generic() {
            TensorForm<Rational> a = TensorForm.loss(RATIONALS, "A").derivative();
            TensorForm<Rational> b = TensorForm.loss(RATIONALS, "B").derivative();
            TensorForm<Rational> jacobian = a.bracket(b).derivative();
            TensorForm<Rational> commutator = b.derivative()
                    .contracted(a.derivative())
                    .subtract(a.derivative().contracted(b.derivative()));
            assertEquals(commutator.scaled(Rational.of(2)), jacobian.subtract(jacobian.transposed()));
        }

        @ParameterizedTest(name = "J − Jᵀ = 2(H_B H_A − H_A H_B) for the losses {0} and {1}, zero: {2}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "x^3*y - x*z^2 + y^2; x^2*y^2 + y*z^3 - x; false",
                    "x*y*z + x^4; y^3*z - 2*x*z; false",
                    "x^4 + y^3 - z^2; x^3 - 2*y^4 + z^5; true",
                    "(x+y)^4 + (x-y)^3 + z^3; (x+y)^3 - 5*(x-y)^2 + z^4 - z; true"
                })
        void onPolynomials(String lossA, String lossB, boolean isZero) {
            ElementaryDifferentials<Rational> values = ConcreteFields.ofLosses(
                            VARIABLES, losses(Map.of("A", lossA, "B", lossB)))
                    .exactAt(List.of("1/2", "-1/3", "2"));
            SortedMap<RootedTree, Rational> bracket = LieSeries.lieBracket(RATIONALS, tree("A"), tree("B"));
            List<List<Rational>> jacobian = columns(values, bracket);
            List<List<Rational>> hessianA = columns(values, tree("A"));
            List<List<Rational>> hessianB = columns(values, tree("B"));
            boolean isSymmetric = true;
            for (int i = 0; i < VARIABLES.size(); i++) {
                for (int j = 0; j < VARIABLES.size(); j++) {
                    Rational curl = entry(jacobian, i, j).subtract(entry(jacobian, j, i));
                    Rational commutator = product(hessianB, hessianA, i, j).subtract(product(hessianA, hessianB, i, j));
                    assertEquals(commutator.multiply(Rational.of(2)), curl);
                    isSymmetric &= curl.isZero();
                }
            }
            assertEquals(isZero, isSymmetric);
            assertTrue(values.sum(bracket).stream().anyMatch(component -> !component.isZero()));
        }

        /** Three more losses x, y, z, whose fields are constant: [−e_k, F] = F′(−e_k). */
        private Map<Colour, String> losses(Map<String, String> tasks) {
            Map<Colour, String> losses = new TreeMap<>();
            tasks.forEach((name, loss) -> losses.put(new Colour(name), loss));
            VARIABLES.forEach(variable -> losses.put(new Colour(variable), variable));
            return losses;
        }

        /** The columns F′e_k; of a loss, F = −g and these are those of −H. */
        private List<List<Rational>> columns(
                ElementaryDifferentials<Rational> values, SortedMap<RootedTree, Rational> field) {
            return VARIABLES.stream()
                    .map(variable -> values.sum(LieSeries.lieBracket(RATIONALS, field, tree(variable))))
                    .toList();
        }

        private Rational entry(List<List<Rational>> columns, int row, int column) {
            return columns.get(column).get(row);
        }

        private Rational product(List<List<Rational>> left, List<List<Rational>> right, int row, int column) {
            Rational sum = Rational.ZERO;
            for (int k = 0; k < VARIABLES.size(); k++) {
                sum = sum.add(entry(left, row, k).multiply(entry(right, k, column)));
            }
            return sum;
        }
    }

    /** Sweeney (2026), lemma 2.1 and the term after it; row swe. */
    @Nested
    @DisplayName("is what a swap of the tasks leaves: swe")
    class Swap {
        @Test
        @DisplayName("θ_AB − θ_BA = h²[A,B] + h³(½B[A,A] − ½A[B,B]) + O(h⁴)")
        void displacement() {
            SortedMap<RootedTree, Rational> difference = difference(
                    RATIONALS,
                    StepMap.of(Methods.parseRational("sequence:A,B"), 3).nonzero(),
                    StepMap.of(Methods.parseRational("sequence:B,A"), 3).nonzero());
            SortedMap<RootedTree, Rational> expected =
                    new TreeMap<>(LieSeries.lieBracket(RATIONALS, tree("A"), tree("B")));
            expected.put(RootedTree.parse("B[A,A]"), Rational.of(1, 2));
            expected.put(RootedTree.parse("A[B,B]"), Rational.of(-1, 2));
            assertEquals(expected, difference);
        }

        /** The factor of F(t) in the difference of two maps. */
        private <E> SortedMap<RootedTree, E> difference(
                Ring<E> ring, SortedMap<RootedTree, E> first, SortedMap<RootedTree, E> second) {
            SortedMap<RootedTree, E> weights = new TreeMap<>(first);
            second.forEach((tree, a) -> weights.merge(tree, ring.negate(a), ring::add));
            weights.values().removeIf(a -> a.equals(ring.zero()));
            weights.replaceAll((tree, a) -> ring.scale(Rational.of(BigInteger.ONE, tree.symmetry()), a));
            return weights;
        }

        @Test
        @DisplayName("n steps on A and m on B, in both orders, differ by h² n m [A,B] + O(h³), for symbols n and m")
        void repeated() {
            ParameterPolynomial product =
                    ParameterPolynomial.parameter("n").multiply(ParameterPolynomial.parameter("m"));
            assertEquals(
                    Map.of(RootedTree.parse("B[A]"), product, RootedTree.parse("A[B]"), product.negate()),
                    difference(PARAMETER_POLYNOMIALS, map("sequence:A*n,B*m"), map("sequence:B*m,A*n")));
        }

        /** To order h²; the coefficients are polynomials in the numbers of steps. */
        private SortedMap<RootedTree, ParameterPolynomial> map(String sequence) {
            SortedMap<RootedTree, ParameterPolynomial> polynomials = new TreeMap<>();
            StepMap.of(Methods.parse(sequence), 2).nonzero().forEach((tree, a) -> {
                ParameterFraction fraction = (ParameterFraction) a;
                assertTrue(fraction.exponents().stream().allMatch(exponent -> exponent == 0), tree + " has " + a);
                polynomials.put(tree, fraction.numerator());
            });
            return polynomials;
        }

        /** Cubic losses have no derivatives T′, so nothing follows h³; the steps are made in exact fractions. */
        @ParameterizedTest(
                name = "for cubic losses and h = {0} it is h²[g_A,g_B] − h³/2 (T_B(g_A,g_A) − T_A(g_B,g_B)) exactly")
        @CsvSource({"1/3", "2", "-1/7"})
        void inGradients(String stepSize) {
            Rational h = Rational.parse(stepSize);
            Map<Colour, String> losses = Map.of(A, "x^3*2 + x*y*z - y^2*z + x", B, "y^3 - x*z^2 + x*y - 2*z");
            List<Rational> point = List.of(Rational.of(1, 2), Rational.of(-1, 3), Rational.of(2));
            ConcreteFields fields = ConcreteFields.ofLosses(VARIABLES, losses);
            List<Rational> pointAB = step(fields, B, step(fields, A, point, h), h);
            List<Rational> pointBA = step(fields, A, step(fields, B, point, h), h);
            ConcreteProblem problem = new ConcreteProblem(VARIABLES, losses, point);
            Map<String, Rational> contractions = Map.of(
                    "B[A]", h.pow(2),
                    "A[B]", h.pow(2).negate(),
                    "B[A,A]", h.pow(3).multiply(Rational.of(-1, 2)),
                    "A[B,B]", h.pow(3).multiply(Rational.of(1, 2)));
            for (int i = 0; i < point.size(); i++) {
                Rational expected = Rational.ZERO;
                for (Map.Entry<String, Rational> term : contractions.entrySet()) {
                    Rational value =
                            problem.contraction(RootedTree.parse(term.getKey())).get(i);
                    expected = expected.add(value.multiply(term.getValue()));
                }
                assertEquals(expected, pointAB.get(i).subtract(pointBA.get(i)));
            }
            assertNotEquals(pointAB, pointBA);
        }

        private List<Rational> step(ConcreteFields fields, Colour task, List<Rational> point, Rational h) {
            List<Rational> field = fields.exactAt(
                            point.stream().map(Rational::toString).toList())
                    .of(RootedTree.vertex(task));
            List<Rational> moved = new ArrayList<>();
            for (int i = 0; i < point.size(); i++) {
                moved.add(point.get(i).add(h.multiply(field.get(i))));
            }
            return moved;
        }
    }
}
