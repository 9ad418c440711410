package org.modeq.numeric.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apfloat.Apfloat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An activation")
class ActivationTest {
    private static final int HIGHEST = 6;

    private static double[] derivatives(Activation function, int highest, double... points) {
        double[] values = new double[points.length * (highest + 1) + 1];
        function.derivatives(points, 0, points.length, highest, values, 1);
        return values;
    }

    @ParameterizedTest(name = "{0} has its derivatives up to the sixth, against differences of seventy digits")
    @EnumSource(Activation.class)
    void againstDifferences(Activation function) {
        boolean isForPositive = function == Activation.LOG || function == Activation.RECIPROCAL;
        double[] points =
                isForPositive ? new double[] {0.8, 1.0, 4.5} : new double[] {-3.25, -0.5, -0.1, 0.2, 1.0, 5.5};
        double[] values = derivatives(function, HIGHEST, points);
        for (int i = 0; i < points.length; i++) {
            Apfloat x = PreciseInterpreter.number(points[i]);
            Apfloat[] expected = PreciseInterpreter.taylor(
                    t -> new Apfloat[] {PreciseInterpreter.function(function, x.add(t))}, 0, HIGHEST);
            double factorial = 1;
            for (int k = 0; k <= HIGHEST; k++) {
                factorial *= Math.max(k, 1);
                double derivative = factorial * expected[k].doubleValue();
                double tolerance = 2e-14 * Math.max(1, Math.abs(derivative));
                assertEquals(
                        derivative,
                        values[1 + k * points.length + i],
                        tolerance,
                        function + " " + k + " at " + points[i]);
            }
        }
    }

    @ParameterizedTest(name = "{0} may be asked for its value alone")
    @EnumSource(Activation.class)
    void valueAlone(Activation function) {
        assertEquals(derivatives(function, 3, 0.7)[1], derivatives(function, 0, 0.7)[1]);
        assertEquals(derivatives(function, 3, 0.7)[2], derivatives(function, 1, 0.7)[2]);
    }

    @Test
    @DisplayName("does not overflow far out")
    void farOut() {
        assertEquals(1, derivatives(Activation.TANH, 0, 800)[1]);
        assertEquals(0, derivatives(Activation.SIGMOID, 1, -800)[2]);
        assertEquals(800, derivatives(Activation.SOFTPLUS, 0, 800)[1]);
        assertEquals(0, derivatives(Activation.SOFTPLUS, 0, -800)[1]);
        assertEquals(-0.0, derivatives(Activation.GELU, 0, -40)[1]);
    }

    @Test
    @DisplayName("that is a ReLU has slope 0 at 0, and no curvature anywhere")
    void kink() {
        double[] values = derivatives(Activation.RELU, 2, -1, 0, 2);
        assertEquals("[0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]", java.util.Arrays.toString(values));
    }

    @Test
    @DisplayName("that is a logarithm or a reciprocal refuses what it is not defined for")
    void undefined() {
        assertThrows(ArithmeticException.class, () -> derivatives(Activation.LOG, 1, 0));
        assertThrows(ArithmeticException.class, () -> derivatives(Activation.LOG, 1, Double.NaN));
        assertThrows(ArithmeticException.class, () -> derivatives(Activation.RECIPROCAL, 1, 0));
    }
}
