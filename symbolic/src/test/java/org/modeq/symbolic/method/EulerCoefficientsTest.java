package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TreeIndex;

@DisplayName("The coefficients of Euler steps")
class EulerCoefficientsTest {
    private static EulerSteps<Rational> steps(String name) {
        return (EulerSteps<Rational>) Methods.parseRational(name);
    }

    /** The definition: the recurrence, solved from the leaves to the root. */
    private static <S> Rational reference(StepRecurrence<S, Rational> recurrence, RootedTree tree) {
        return recurrence.iterate(tree.fold(recurrence::solve)).linearCoefficient();
    }

    @ParameterizedTest(name = "of {0} are those of the recurrence to order {1}")
    @CsvSource({
        "gd, 9",
        "'sequence:A,B', 6",
        "'sequence:A,B,A', 5",
        "'sequence:A*3,B', 5",
        "'sequence:A,B,C,B,A', 4",
        "'joint:A,B', 5",
        "'joint:A,A,B', 5",
        "'joint-mean:A,B', 5",
        "'joint-mean:A,A,B', 4"
    })
    void reference(String name, int highest) {
        EulerSteps<Rational> method = steps(name);
        for (int order = 1; order <= highest; order++) {
            EulerCoefficients coefficients = EulerCoefficients.of(method, order);
            StepRecurrence<?, Rational> recurrence = method.recurrence(order);
            for (RootedTree tree : TreeEnumeration.over(method.fields()).upToOrder(order)) {
                assertEquals(reference(recurrence, tree), coefficients.b(tree), tree::toString);
            }
            assertEquals(coefficients.totals(), EulerCoefficients.totals(method, order));
        }
    }

    /** The numbers B₀ = 1, B₁ = −1/2, …, from Σ_k C(m+1, k) B_k = 0. */
    private static List<Rational> bernoulliNumbers(int count) {
        List<Rational> numbers = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            Rational sum = Rational.of(m == 0 ? -1 : 0);
            Rational binomial = Rational.ONE;
            for (int k = 0; k < m; k++) {
                sum = sum.add(binomial.multiply(numbers.get(k)));
                binomial = binomial.multiply(Rational.of(m + 1L - k, k + 1L));
            }
            numbers.add(sum.negate().divide(Rational.of(m + 1L)));
        }
        return numbers;
    }

    /** Tall trees: log(1 + x); bushy trees: Σ_{j<n} j^(p−1) has the linear coefficient B_(p−1). */
    private static void requireTallAndBushyTrees(EulerCoefficients coefficients) {
        RootedTree vertex = RootedTree.vertex(Colour.F);
        RootedTree tall = vertex;
        List<Rational> bernoulli = bernoulliNumbers(coefficients.order());
        for (int order = 1; order <= coefficients.order(); order++) {
            assertEquals(Rational.of(order % 2 == 1 ? 1 : -1, order), coefficients.b(tall));
            RootedTree bushy = RootedTree.graft(Colour.F, Collections.nCopies(order - 1, vertex));
            assertEquals(bernoulli.get(order - 1), coefficients.b(bushy));
            tall = RootedTree.graft(Colour.F, List.of(tall));
        }
    }

    @Test
    @DisplayName("of gradient descent are (−1)^(n−1)/n on tall trees and Bernoulli numbers on bushy ones")
    void tallAndBushy() {
        requireTallAndBushyTrees(EulerCoefficients.of(EulerSteps.gradientDescent(), 14));
    }

    @Nested
    @DisplayName("where 64 bits are not enough")
    class Large {
        private int recomputed(EulerSteps<Rational> method, int order) {
            TreeIndex index = TreeIndex.upTo(order, method.fields());
            return new CoefficientWalk(new StepGrid(method, order), index, new TotalsSink(order)).run();
        }

        @Test
        @DisplayName("are exact: a sweep of 200 steps has 200 times the field of one")
        void manySteps() {
            EulerSteps<Rational> method = steps("sequence:f*200");
            assertTrue(recomputed(method, 8) > 0);
            EulerCoefficients many = EulerCoefficients.of(method, 8);
            EulerCoefficients one = EulerCoefficients.of(EulerSteps.gradientDescent(), 8);
            for (int tree = 0; tree < one.index().treeCount(8); tree++) {
                assertEquals(one.b(8, tree).multiply(Rational.of(200)), many.b(8, tree));
            }
        }

        @Test
        @DisplayName("are exact: a step of weight 1000 has 1000^|t| times the coefficient of t, beyond 2^63")
        void heavyStep() {
            EulerSteps<Rational> method = steps("joint:f*1000");
            assertTrue(recomputed(method, 8) > 0);
            EulerCoefficients heavy = EulerCoefficients.of(method, 8);
            EulerCoefficients light = EulerCoefficients.of(EulerSteps.gradientDescent(), 8);
            Rational factor = Rational.of(1000).pow(8);
            for (int tree = 0; tree < light.index().treeCount(8); tree++) {
                assertEquals(light.b(8, tree).multiply(factor), heavy.b(8, tree));
            }
            CoefficientTotals expected = light.totals().get(7);
            assertEquals(heavy.totals(), EulerCoefficients.totals(method, 8));
            assertEquals(
                    new CoefficientTotals(
                            8,
                            BigInteger.valueOf(115),
                            expected.nonzero(),
                            expected.sum().multiply(factor),
                            expected.absoluteSum().multiply(factor)),
                    heavy.totals().get(7));
        }

        @Test
        @Tag("slow")
        @DisplayName("are exact to order 20: the bushy tree, and every 49,999th tree by the recurrence")
        void orderTwenty() {
            EulerSteps<Rational> method = EulerSteps.gradientDescent();
            assertEquals(0, recomputed(method, 18));
            assertEquals(10, recomputed(method, 20));
            EulerCoefficients coefficients = EulerCoefficients.of(method, 20);
            requireTallAndBushyTrees(coefficients);
            assertEquals(EulerCoefficients.totals(method, 20), coefficients.totals());
            StepRecurrence<?, Rational> recurrence = method.recurrence(20);
            for (int tree = 0; tree < coefficients.index().treeCount(20); tree += 49_999) {
                assertEquals(reference(recurrence, coefficients.index().treeAt(20, tree)), coefficients.b(20, tree));
            }
        }
    }

    /** One vertex: 300 · 1; two vertices: −1/2 on the diagonal, and b(B[A]) = −b(A[B]) = 1/2 where A is the earlier. */
    @Test
    @DisplayName("can be had for hundreds of fields at low order")
    void manyFields() {
        List<Colour> fields =
                IntStream.range(0, 300).mapToObj(i -> new Colour("A" + i)).toList();
        List<CoefficientTotals> totals = EulerCoefficients.totals(EulerSteps.sequence(fields), 2);
        assertEquals(Rational.of(300), totals.get(0).sum());
        assertEquals(90_000, totals.get(1).nonzero());
        assertEquals(Rational.of(-150), totals.get(1).sum());
        assertEquals(Rational.of(45_000), totals.get(1).absoluteSum());
    }

    @Test
    @DisplayName("are not known beyond their order")
    void unknown() {
        EulerCoefficients coefficients = EulerCoefficients.of(EulerSteps.gradientDescent(), 3);
        assertThrows(NoSuchElementException.class, () -> coefficients.b(4, 0));
        assertThrows(NoSuchElementException.class, () -> coefficients.b(0, 0));
        assertThrows(NoSuchElementException.class, () -> coefficients.b(3, 2));
        assertThrows(NoSuchElementException.class, () -> coefficients.b(3, -1));
        assertThrows(IllegalArgumentException.class, () -> coefficients.b(RootedTree.parse("f[f,f,f]")));
    }

    @Test
    @DisplayName("are refused where they do not fit into memory, with the largest order that does")
    void tooLarge() {
        EulerSteps<Rational> method = EulerSteps.gradientDescent();
        assertThrows(IllegalArgumentException.class, () -> EulerCoefficients.of(method, 0));
        assertThrows(IllegalArgumentException.class, () -> EulerCoefficients.totals(method, 0));
        assertThrows(IllegalArgumentException.class, () -> EulerCoefficients.of(method, 1_000_000));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> EulerCoefficients.requireThatItFits(method, 25, 0, 1_000_000_000));
        assertTrue(refusal.getMessage().contains("the largest order that fits is 20"), refusal.getMessage());
    }
}
