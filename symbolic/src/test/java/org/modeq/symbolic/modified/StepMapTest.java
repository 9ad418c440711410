package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.RungeKutta;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.series.SeriesQueries;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The map of one step")
class StepMapTest {
    private static BSeriesMap<?> step(String method, int order) {
        return StepMap.of(Methods.parse(method), order);
    }

    private static BSeriesField<?> modified(String method, int order) {
        return ModifiedEquation.of(Methods.parse(method), order).field();
    }

    @Test
    @DisplayName("of gradient descent is the Euler step, to order 6")
    void euler() {
        assertEquals(BSeriesMap.eulerStep(Colour.F, 6), step("gd", 6));
    }

    @ParameterizedTest(name = "of {0} is the flow of its modified field, which is its logarithm")
    @ValueSource(
            strings = {
                "gd",
                "sequence:A,B",
                "rk:rk4",
                "rk:gauss4",
                "avf",
                "stormer-verlet",
                "heavy-ball",
                "sam",
                "game:alternating"
            })
    void flowOfTheModifiedField(String method) {
        assertLogarithm(Methods.parse(method));
    }

    private static <E> void assertLogarithm(Method<E> method) {
        BSeriesField<E> field = ModifiedEquation.of(method, 5).field();
        assertEquals(field.flow(), StepMap.of(method, 5));
        assertEquals(field, StepMap.of(method, 5).logarithm());
    }

    @Test
    @DisplayName("of two half steps of RK4 is that of the tableau with eight stages, to order 8")
    void halfSteps() {
        Rational half = Rational.of(1, 2);
        BSeriesMap<Rational> halfStep = StepMap.of(rk4(), 8).withStepSize(half);
        assertEquals(StepMap.of(RungeKutta.of("twice", twice(half)), 8), halfStep.then(halfStep));
        assertEquals(halfStep.power(2), halfStep.then(halfStep));
    }

    private static final List<List<Rational>> A = List.of(
            row("0", "0", "0", "0"), row("1/2", "0", "0", "0"), row("0", "1/2", "0", "0"), row("0", "0", "1", "0"));
    private static final List<Rational> B = row("1/6", "1/3", "1/3", "1/6");

    private static List<Rational> row(String... numbers) {
        return List.of(numbers).stream().map(Rational::parse).toList();
    }

    private static RungeKutta<Rational> rk4() {
        return RungeKutta.of("four", new Tableau<>(A, B));
    }

    /** The stages of the second half step begin where the first ends. */
    private static Tableau<Rational> twice(Rational half) {
        List<List<Rational>> rows = new ArrayList<>();
        A.forEach(row -> rows.add(joined(half, row, Collections.nCopies(4, Rational.ZERO))));
        A.forEach(row -> rows.add(joined(half, B, row)));
        return new Tableau<>(rows, joined(half, B, B));
    }

    private static List<Rational> joined(Rational factor, List<Rational> left, List<Rational> right) {
        List<Rational> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined.stream().map(factor::multiply).toList();
    }

    @ParameterizedTest(name = "of {0} has order {1}")
    @CsvSource({
        "gd, 1",
        "rk:implicit-euler, 1",
        "rk:heun, 2",
        "rk:implicit-midpoint, 2",
        "rk:kutta3, 3",
        "rk:radau-iia3, 3",
        "rk:rk4, 4",
        "rk:rk38, 4",
        "rk:gauss4, 4",
        "rk:radau-iia5, 5",
        "rk:gauss6, 6",
        "avf, 2",
        "symplectic-euler, 1",
        "stormer-verlet, 2"
    })
    void order(String method, int order) {
        assertEquals(order, SeriesQueries.orderOfAccuracy(step(method, Math.min(order + 2, 7))));
    }

    @ParameterizedTest(name = "of {0} is symmetric: {1}")
    @CsvSource({
        "rk:implicit-midpoint, true",
        "rk:trapezoidal, true",
        "rk:gauss4, true",
        "stormer-verlet, true",
        "avf, true",
        "gd, false",
        "rk:rk4, false",
        "symplectic-euler, false",
        "rk:radau-iia3, false"
    })
    void symmetry(String method, boolean symmetric) {
        assertEquals(symmetric, SeriesQueries.isSymmetric(step(method, 6)));
    }

    @ParameterizedTest(name = "of {0} is symplectic, and its modified field Hamiltonian: {1}")
    @CsvSource({
        "rk:implicit-midpoint, true",
        "rk:gauss4, true",
        "rk:gauss6, true",
        "gd, false",
        "rk:rk4, false",
        "rk:trapezoidal, false",
        "avf, false",
        "rk:lobatto-iiia4, false"
    })
    void symplecticity(String method, boolean symplectic) {
        assertEquals(symplectic, SeriesQueries.isSymplectic(step(method, 7)));
        assertEquals(symplectic, SeriesQueries.isHamiltonian(modified(method, 7)));
    }

    @ParameterizedTest(name = "of {0} is symplectic on partitioned systems, but not for any two Hamiltonian fields")
    @ValueSource(strings = {"symplectic-euler", "stormer-verlet"})
    void partitioned(String method) {
        assertTrue(SeriesQueries.isSymplecticForPartitionedSystems(step(method, 6)));
        assertFalse(SeriesQueries.isSymplectic(step(method, 6)));
    }

    @Test
    @DisplayName("of Euler steps on two fields in turn is not symplectic on partitioned systems")
    void sequence() {
        assertFalse(SeriesQueries.isSymplecticForPartitionedSystems(step("joint:p,q", 4)));
        assertFalse(SeriesQueries.isSymplecticForPartitionedSystems(step("sequence:p,q", 4)));
    }

    @ParameterizedTest(name = "of {0} preserves the energy: {1}")
    @CsvSource({"avf, true", "rk:implicit-midpoint, false", "rk:gauss4, false", "rk:trapezoidal, false", "gd, false"})
    void energy(String method, boolean preserves) {
        assertEquals(preserves, SeriesQueries.preservesEnergy(modified(method, 8)));
    }

    /** Symplectic Euler has 2 on separable systems only: for p[p] the equation is 0 = −1/2. */
    @ParameterizedTest(name = "of {0} has the effective order {1}")
    @CsvSource({
        "symplectic-euler, 1",
        "stormer-verlet, 2",
        "gd, 1",
        "rk:implicit-midpoint, 2",
        "rk:trapezoidal, 2",
        "rk:rk4, 4"
    })
    void effectiveOrder(String method, int order) {
        assertEquals(order, SeriesQueries.effectiveOrder(step(method, order + 1)));
    }
}
