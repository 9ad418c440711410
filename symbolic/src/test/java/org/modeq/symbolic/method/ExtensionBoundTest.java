package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TreeIndex;

@DisplayName("The bound of a coefficient by linear extensions")
class ExtensionBoundTest {
    private static Rational factorial(int n) {
        BigInteger factorial =
                LongStream.rangeClosed(1, n).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        return Rational.of(factorial, BigInteger.ONE);
    }

    /** The number of assignments of steps to the vertices, the steps counted with their weights. */
    private static Rational assignments(EulerSteps<Rational> method, RootedTree tree) {
        Rational steps = Rational.ZERO;
        for (EulerSteps.Step<Rational> step : method.steps()) {
            steps = steps.add(step.weights().getOrDefault(tree.colour(), Rational.ZERO));
        }
        for (RootedTree child : tree.children()) {
            steps = steps.multiply(assignments(method, child));
        }
        return steps;
    }

    @ParameterizedTest(name = "holds for every tree of {0} to order {1}")
    @CsvSource({
        "gd, 9, 1",
        "'sequence:A,B', 6, 1",
        "'sequence:A,B,C', 4, 1",
        "'sequence:A,B,A', 5, 2",
        "'sequence:A*3,B', 5, 3",
        "'joint:A,A,B', 5, 2"
    })
    void holds(String name, int order, int weight) {
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational(name);
        EulerCoefficients coefficients = EulerCoefficients.of(method, order);
        for (RootedTree tree : TreeEnumeration.over(method.fields()).upToOrder(order)) {
            int p = tree.order();
            Rational absolute = coefficients.b(tree).abs();
            Rational extensions = assignments(method, tree)
                    .multiply(factorial(p))
                    .divide(Rational.of(tree.density(), BigInteger.ONE));
            assertTrue(absolute.multiply(Rational.of(p)).compareTo(extensions) <= 0, tree::toString);
            if (!absolute.isZero()) {
                double tooMuch = 0x1p63 / absolute.doubleValue();
                assertTrue(
                        ExtensionBound.largestCertified(p, tooMuch, weight) < extensions.doubleValue(),
                        () -> "2^63 is certified for " + tree);
            }
        }
    }

    @ParameterizedTest(name = "is taken from E(t) = assignments · p!/γ(t) for every tree of {0}, order {1}")
    @CsvSource({"gd, 9", "'sequence:A,B,A', 5", "'joint-mean:A,A,B', 5"})
    void extensions(String name, int order) {
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational(name);
        TreeIndex index = TreeIndex.upTo(order, method.fields());
        StepGrid grid = new StepGrid(method, order);
        double[] extensions = new ProductRows(grid, index, order - 1).extensions(order - 1);
        Rational scale = Rational.of(grid.denominator(order), StepGrid.leastCommonMultiple(order));
        for (int tree = 0; tree < index.treeCount(order); tree++) {
            Rational expected = assignments(method, index.treeAt(order, tree))
                    .multiply(scale)
                    .multiply(factorial(order))
                    .divide(Rational.of(index.density(order, tree), BigInteger.ONE));
            double found = extensions[index.forestOf(order, tree)] * grid.totalWeight(index.colourOf(order, tree));
            assertEquals(expected.doubleValue(), found, 1e-12 * found);
        }
    }

    @Test
    @DisplayName("certifies every tree of gradient descent to order 19, and all but the bushiest of order 20")
    void gradientDescent() {
        for (int order = 1; order <= 20; order++) {
            double multiple = StepGrid.leastCommonMultiple(order).doubleValue();
            double bushy = factorial(order - 1).doubleValue();
            assertEquals(order <= 19, bushy <= ExtensionBound.largestCertified(order, multiple, 1));
        }
        assertEquals(Double.POSITIVE_INFINITY, ExtensionBound.largestCertified(3, 6, 1));
    }

    @Test
    @DisplayName("certifies nothing where the weights are beyond all doubles")
    void hugeWeights() {
        assertFalse(1e300 <= ExtensionBound.largestCertified(20, 1, 1e200));
    }
}
