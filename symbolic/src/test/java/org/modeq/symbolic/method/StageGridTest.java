package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("The stages of a Runge-Kutta method in integers")
class StageGridTest {
    @SuppressWarnings("unchecked") // the ring is the field of rationals
    private static RungeKutta<Rational> method(String name) {
        return (RungeKutta<Rational>) Methods.parseRational(name);
    }

    /** The definition: the recurrence, solved from the leaves to the root. */
    private static <S> Rational reference(StepRecurrence<S, Rational> recurrence, RootedTree tree) {
        return recurrence.iterate(tree.fold(recurrence::solve)).linearCoefficient();
    }

    @ParameterizedTest(name = "bound the integers of {0} to order {1}")
    @CsvSource({"rk:rk4, 7", "rk:rk38, 7", "rk:lobatto-iiic2, 7", "rk:radau-iia3, 7", "stormer-verlet, 5"})
    void bound(String name, int order) {
        RungeKutta<Rational> method = method(name);
        StageGrid grid = new StageGrid(method, order);
        StepRecurrence<?, Rational> recurrence = method.recurrence(order);
        for (RootedTree tree : TreeEnumeration.over(method.fields()).upToOrder(order)) {
            Rational scaled =
                    reference(recurrence, tree).multiply(Rational.of(grid.denominator(tree.order()), BigInteger.ONE));
            assertEquals(BigInteger.ONE, scaled.denominator(), tree::toString);
            assertTrue(scaled.numerator().abs().compareTo(grid.bound(tree.order())) <= 0, tree::toString);
        }
    }

    @Test
    @DisplayName("bound the integer of explicit Euler at order 2 by |V(2, 0)| · 0 + |V(2, 1)| · 1 = 1, which it is")
    void boundByHand() {
        // V(2, 0) = 2 (1 + 1/2) = 3, V(2, 1) = −1; M_0 = 0, M_1 = 1
        assertEquals(BigInteger.ONE, new StageGrid(method("rk:euler"), 2).bound(2));
    }

    @ParameterizedTest(name = "{0} needs {2} times 64 bits for order {1}")
    @CsvSource({"rk:euler, 10, 1", "rk:rk4, 9, 1", "rk:rk4, 10, 2", "rk:rk4, 14, 2", "rk:rk4, 16, 2", "rk:rk4, 17, 3"})
    void limbs(String name, int order, int limbs) {
        assertEquals(limbs, new StageGrid(method(name), order).limbs());
    }

    @Test
    @DisplayName("are refused where the rows do not fit, with the largest order that does")
    void refused() {
        RungeKutta<Rational> method = method("rk:rk4");
        assertThrows(IllegalArgumentException.class, () -> RungeKuttaCoefficients.totals(method, 0));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> RungeKuttaCoefficients.requireThatItFits(method, 40, 1_000_000_000));
        assertTrue(refusal.getMessage().contains("the largest order that fits is 16"), refusal.getMessage());
    }
}
