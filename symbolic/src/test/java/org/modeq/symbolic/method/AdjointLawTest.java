package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.SeriesQueries;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.TreeIndex;

/** b*(t) = (−1)^(|t|−1) b(t), tree by tree; Hairer, Lubich and Wanner (2006), theorem IX.2.2. */
@DisplayName("The modified field of the adjoint method")
class AdjointLawTest {
    /** All coefficients of a method, by order and number of the tree. */
    private static List<List<Rational>> coefficients(RungeKutta<Rational> method, int order) {
        TreeIndex index = TreeIndex.upTo(order, method.fields());
        BigInteger[][] numerators = new BigInteger[order + 1][];
        for (int n = 1; n <= order; n++) {
            numerators[n] = new BigInteger[index.treeCount(n)];
        }
        StageGrid grid = new StageGrid(method, order);
        new WideWalk(grid, index, new CoefficientSink() {
                    @Override
                    public void accept(int treeOrder, int firstTree, long[] values, int count) {
                        for (int i = 0; i < count; i++) {
                            BigInteger large = numerators[treeOrder][firstTree + i];
                            numerators[treeOrder][firstTree + i] =
                                    large == null ? BigInteger.valueOf(values[i]) : large;
                        }
                    }

                    @Override
                    public void acceptLarge(int treeOrder, int tree, BigInteger numerator) {
                        numerators[treeOrder][tree] = numerator;
                    }
                })
                .run();
        List<List<Rational>> coefficients = new ArrayList<>();
        for (int n = 1; n <= order; n++) {
            BigInteger denominator = grid.denominator(n);
            coefficients.add(Stream.of(numerators[n])
                    .map(numerator -> Rational.of(numerator, denominator))
                    .toList());
        }
        return coefficients;
    }

    /** a*_il = b_l − a_il, b* = b: the formula of section II.3 without its reversal of the stages. */
    private static RungeKutta<Rational> adjoint(RungeKutta<Rational> method) {
        SortedMap<Colour, Tableau<Rational>> tableaus = new TreeMap<>();
        method.tableaus().forEach((field, tableau) -> {
            List<List<Rational>> rows = new ArrayList<>();
            for (List<Rational> row : tableau.a()) {
                List<Rational> adjoint = new ArrayList<>();
                for (int l = 0; l < row.size(); l++) {
                    adjoint.add(tableau.b().get(l).subtract(row.get(l)));
                }
                rows.add(adjoint);
            }
            tableaus.put(field, new Tableau<>(rows, tableau.b()));
        });
        return new RungeKutta<>("adjoint", "Φ*", method.ring(), tableaus, new TreeMap<>());
    }

    /** The coefficients with the sign (−1)^(n−1). */
    private static List<List<Rational>> signed(List<List<Rational>> coefficients) {
        List<List<Rational>> signed = new ArrayList<>();
        for (int n = 1; n <= coefficients.size(); n++) {
            Rational sign = Rational.of(n % 2 == 1 ? 1 : -1);
            signed.add(coefficients.get(n - 1).stream().map(sign::multiply).toList());
        }
        return signed;
    }

    @SuppressWarnings("unchecked") // the named tableaus are of rationals
    private static RungeKutta<Rational> named(String name) {
        return (RungeKutta<Rational>) Methods.parseRational(name);
    }

    static Stream<String> tableaus() {
        return NamedTableaus.names().stream()
                .map(name -> "rk:" + name)
                .filter(name -> Methods.parse(name) instanceof RungeKutta<?>);
    }

    @ParameterizedTest(name = "has b with the sign (−1)^(|t|−1) at all trees to order 12: {0}")
    @MethodSource("tableaus")
    void adjointTableau(String name) {
        RungeKutta<Rational> method = named(name);
        assertEquals(signed(coefficients(method, 12)), coefficients(adjoint(method), 12));
    }

    @ParameterizedTest(name = "has b with the sign (−1)^(|t|−1) at all trees of two fields to order {1}: {0}")
    @CsvSource({"symplectic-euler, 8", "stormer-verlet, 8"})
    void twoFields(String name, int order) {
        RungeKutta<Rational> method = named(name);
        assertEquals(signed(coefficients(method, order)), coefficients(adjoint(method), order));
    }

    /** Two engines: 64 bits with an a-priori bound for the explicit step, wide integers for the implicit one. */
    @Test
    @DisplayName("is for gradient descent that of implicit Euler, at all trees to order 12")
    void implicitEuler() {
        EulerCoefficients explicit = EulerCoefficients.of(EulerSteps.gradientDescent(), 12);
        List<List<Rational>> implicit = coefficients(named("rk:implicit-euler"), 12);
        for (int n = 1; n <= 12; n++) {
            assertEquals(explicit.index().treeCount(n), implicit.get(n - 1).size());
            for (int tree = 0; tree < implicit.get(n - 1).size(); tree++) {
                Rational b = explicit.b(n, tree);
                assertEquals(n % 2 == 1 ? b : b.negate(), implicit.get(n - 1).get(tree));
            }
        }
    }

    private static final List<String> SYMMETRIC =
            List.of("rk:implicit-midpoint", "rk:trapezoidal", "rk:gauss4", "rk:gauss6", "rk:lobatto-iiia4", "avf");

    @Test
    @DisplayName("is its own for six methods on one field")
    void symmetricMethods() {
        Stream<String> oneField = Stream.concat(
                NamedTableaus.names().stream().map(name -> "rk:" + name), Stream.of("gd", "extragradient", "avf"));
        assertEquals(
                SYMMETRIC,
                oneField.filter(name -> SeriesQueries.isSymmetric(StepMap.of(Methods.parseRational(name), 6)))
                        .toList());
    }

    private static void requireNoEvenOrders(String name, int order) {
        List<FieldEquation.Summary> lines = ModifiedEquation.summary(Methods.parseRational(name), order);
        for (FieldEquation.Summary line : lines) {
            assertTrue(line.order() % 2 == 1 || line.nonzero() == 0, () -> name + ", order " + line.order());
        }
        assertTrue(lines.get((order - 1) / 2 * 2).nonzero() > 0, "the last odd order");
    }

    static List<String> symmetric() {
        return SYMMETRIC;
    }

    @ParameterizedTest(name = "is its own, so that no even order is left to order 12: {0}")
    @MethodSource("symmetric")
    void evenOrders(String name) {
        requireNoEvenOrders(name, 12);
    }

    @ParameterizedTest(name = "is its own, so that no even order of two fields is left to order {1}: {0}")
    @CsvSource({"stormer-verlet, 11", "'splitting:A/2,B,A/2', 8", "'splitting:A/4,B/2,A/2,B/2,A/4', 7"})
    void evenOrdersOfTwoFields(String name, int order) {
        requireNoEvenOrders(name, order);
    }

    /**
     * Strang's splitting stops at 10: order 12 would be 13 million trees, of which the recurrence of a splitting keeps 2.7
     * million with polynomials.
     */
    @ParameterizedTest(name = "is its own, so that no even order of two fields is left to order {1}: {0}")
    @Tag("slow")
    @CsvSource({"stormer-verlet, 12", "'splitting:A/2,B,A/2', 10"})
    void evenOrdersOfTwoFieldsFurther(String name, int order) {
        requireNoEvenOrders(name, order);
    }
}
