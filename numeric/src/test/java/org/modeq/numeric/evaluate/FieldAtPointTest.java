package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;

@DisplayName("A field at a point")
class FieldAtPointTest {
    /** f = −∇(x³/3 + x y²) = (−x² − y², −2xy). */
    private final VectorField field = PolynomialLoss.of(
                    2,
                    List.of(new PolynomialLoss.Term(1.0 / 3, List.of(3, 0)), new PolynomialLoss.Term(1, List.of(1, 2))))
            .negativeGradient();

    @Test
    @DisplayName(
            "has the value and the products with the Jacobian that are worked out by hand, at one point after the other")
    void valueAndDerivatives() {
        FieldAtPoint atPoint = FieldAtPoint.of(field);
        assertArrayEquals(new double[] {-5, -4}, atPoint.valueAt(new double[] {1, 2}), 1e-14);
        // f′(1, 2) = ((−2, −4), (−4, −2)).
        assertArrayEquals(new double[] {-2, -4}, atPoint.derivative(new double[] {1, 0}), 1e-14);
        assertArrayEquals(new double[] {-6, -6}, atPoint.derivative(new double[] {1, 1}), 1e-14);
        double[] elsewhere = {3, -1};
        double[] direction = {0.5, 2};
        atPoint.moveTo(elsewhere);
        assertArrayEquals(
                DirectionalDerivative.of(field, elsewhere, List.of(direction)), atPoint.derivative(direction), 1e-14);
    }
}
