package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.PolynomialLoss.Term;
import org.modeq.numeric.model.VectorField;

@DisplayName("The continuation of a field to complex points")
class AnalyticContinuationTest {
    /** −∇ ½(xy − 1)². */
    private static final VectorField FIELD = PolynomialLoss.of(
                    2, List.of(new Term(0.5, List.of(2, 2)), new Term(-1, List.of(1, 1))))
            .negativeGradient();

    private static final Complex X = new Complex(0.7, -0.4);
    private static final Complex Y = new Complex(1.3, 0.9);

    private static void assertNear(Complex expected, Complex actual, double tolerance) {
        assertTrue(expected.subtract(actual).abs() <= tolerance, expected + " and " + actual);
    }

    @Test
    @DisplayName("is exact for a polynomial of its degree: −(xy − 1)(y, x) with its Jacobian")
    void polynomial() {
        var here = AnalyticContinuation.of(FIELD, 3).at(List.of(X, Y));
        Complex residual = X.multiply(Y).subtract(1);
        assertNear(residual.multiply(Y).negate(), here.value().get(0), 1e-14);
        assertNear(residual.multiply(X).negate(), here.value().get(1), 1e-14);
        assertNear(Y.multiply(Y).negate(), here.jacobian().get(0).get(0), 1e-14);
        assertNear(X.multiply(X).negate(), here.jacobian().get(1).get(1), 1e-14);
        Complex mixed = X.multiply(Y).multiply(2).subtract(1).negate();
        assertNear(mixed, here.jacobian().get(0).get(1), 1e-14);
        assertNear(mixed, here.jacobian().get(1).get(0), 1e-14);
    }

    @Test
    @DisplayName("is a Taylor polynomial of any other field: tanh to O(‖b‖¹²) with degree 11")
    void taylor() {
        VectorField tanh = GraphField.of(new Graph(1).parameters().apply(Activation.TANH));
        AnalyticContinuation continuation = AnalyticContinuation.of(tanh, 11);
        double[] errors = new double[2];
        for (int k = 0; k < 2; k++) {
            Complex z = new Complex(0.3, 0.4 / (1 << k));
            errors[k] = z.tanh()
                    .subtract(continuation.at(List.of(z)).value().get(0))
                    .abs();
        }
        assertTrue(errors[0] < 1e-4);
        assertEquals(12, Math.log(errors[0] / errors[1]) / Math.log(2), 0.6);
    }

    @Test
    @DisplayName("refuses points of another dimension and degrees below 1")
    void refusals() {
        AnalyticContinuation continuation = AnalyticContinuation.of(FIELD, 3);
        assertThrows(IllegalArgumentException.class, () -> continuation.at(List.of(X)));
        assertThrows(IllegalArgumentException.class, () -> AnalyticContinuation.of(FIELD, 0));
        assertEquals(2, continuation.dimension());
    }
}
