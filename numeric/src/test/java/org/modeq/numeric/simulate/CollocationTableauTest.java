package org.modeq.numeric.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The tableau of collocation")
class CollocationTableauTest {
    private static final Rational NEAR =
            Rational.parse("1/1000000000000000000000000000000000000000000000000000000000000000000");

    private static Polynomial polynomial(long... coefficients) {
        return new Polynomial(Arrays.stream(coefficients).mapToObj(Rational::of).toList());
    }

    private static void assertNear(Rational expected, Rational actual) {
        assertTrue(expected.subtract(actual).abs().compareTo(NEAR) < 0, expected + " against " + actual);
    }

    /** Hairer, Nørsett and Wanner (1993), table II.7.3: 1/4, 1/4 ∓ √3/6. */
    @Test
    @DisplayName("of Gauss with two stages is known, to 66 digits")
    void gauss() {
        Tableau<Rational> tableau = CollocationTableau.of(polynomial(1, -6, 6));
        BigDecimal root = new BigDecimal(3).sqrt(new MathContext(80)).divide(new BigDecimal(6), new MathContext(80));
        Rational sixth = Rational.of(
                root.unscaledValue(), BigDecimal.TEN.pow(root.scale()).toBigInteger());
        Rational quarter = Rational.of(1, 4);
        assertNear(quarter, tableau.a().get(0).get(0));
        assertNear(quarter.subtract(sixth), tableau.a().get(0).get(1));
        assertNear(quarter.add(sixth), tableau.a().get(1).get(0));
        assertNear(quarter, tableau.a().get(1).get(1));
        assertNear(Rational.of(1, 2), tableau.b().get(0));
    }

    /** Σ b_i c_i^k = 1/(k+1) for k < 2s − 1 with the nodes of Radau, c_i = Σ_j a_ij. */
    @Test
    @DisplayName("of Radau with three stages integrates to degree four and ends at 1")
    void radau() {
        Tableau<Rational> tableau = CollocationTableau.of(polynomial(-1, 9, -18, 10));
        List<Rational> nodes = tableau.a().stream()
                .map(row -> row.stream().reduce(Rational.ZERO, Rational::add))
                .toList();
        assertNear(Rational.ONE, nodes.get(2));
        for (int k = 0; k < 5; k++) {
            Rational sum = Rational.ZERO;
            for (int i = 0; i < 3; i++) {
                sum = sum.add(tableau.b().get(i).multiply(nodes.get(i).pow(k)));
            }
            assertNear(Rational.of(1, k + 1), sum);
        }
    }

    @Test
    @DisplayName("with rational nodes is exact: Lobatto's 0, 1/2, 1")
    void lobatto() {
        Tableau<Rational> tableau = CollocationTableau.of(polynomial(0, 1, -3, 2));
        assertEquals(
                List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO),
                tableau.a().get(0));
        assertNear(Rational.of(5, 24), tableau.a().get(1).get(0));
        assertNear(Rational.of(2, 3), tableau.b().get(1));
    }

    @Test
    @DisplayName("is refused where a node is complex, double or beyond the step")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> CollocationTableau.of(polynomial(1, 0, 1)));
        assertThrows(IllegalArgumentException.class, () -> CollocationTableau.of(polynomial(1, -4, 4)));
        assertThrows(IllegalArgumentException.class, () -> CollocationTableau.of(polynomial(-2, 1)));
    }
}
