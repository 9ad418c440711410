package org.modeq.numeric.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A function of a formula")
class ElementaryFunctionTest {
    private static final int HIGHEST = 6;

    private static Stream<SmoothFunction> functions() {
        return Stream.of(
                ElementaryFunction.COS,
                ElementaryFunction.TAN,
                ElementaryFunction.ATAN,
                new PowerFunction(1, 2),
                new PowerFunction(-5, 3),
                new PowerFunction(-2, 1),
                new PowerFunction(3, 1));
    }

    private static double[] derivatives(SmoothFunction function, int highest, double... points) {
        double[] values = new double[points.length * (highest + 1)];
        function.derivatives(points, 0, points.length, highest, values, 0);
        return values;
    }

    @ParameterizedTest(name = "{0} has its derivatives up to the sixth, against differences of seventy digits")
    @MethodSource("functions")
    void againstDifferences(SmoothFunction function) {
        boolean isForPositive = function instanceof PowerFunction power && power.denominator() > 1;
        double[] points = isForPositive ? new double[] {0.75, 1, 4.5} : new double[] {-3.25, -0.75, 0.8, 1, 12.5};
        double[] values = derivatives(function, HIGHEST, points);
        for (int i = 0; i < points.length; i++) {
            Apfloat x = PreciseInterpreter.number(points[i]);
            Apfloat[] expected = PreciseInterpreter.taylor(
                    t -> new Apfloat[] {PreciseInterpreter.function(function, x.add(t))}, 0, HIGHEST);
            double factorial = 1;
            for (int k = 0; k <= HIGHEST; k++) {
                factorial *= Math.max(k, 1);
                double derivative = factorial * expected[k].doubleValue();
                double tolerance = 5e-14 * Math.max(1, Math.abs(derivative));
                assertEquals(
                        derivative, values[k * points.length + i], tolerance, function + " " + k + " at " + points[i]);
            }
        }
    }

    @Test
    @DisplayName("that is a power is in lowest terms and has at 0 what exists there")
    void powers() {
        assertEquals(new PowerFunction(-1, 2), new PowerFunction(2, -4));
        assertEquals("x^(1/2)", new PowerFunction(1, 2).toString());
        assertEquals(0, derivatives(new PowerFunction(1, 2), 0, 0)[0]);
        double[] square = derivatives(new PowerFunction(2, 1), 3, 0);
        assertEquals("[0.0, 0.0, 2.0, 0.0]", java.util.Arrays.toString(square));
        assertThrows(IllegalArgumentException.class, () -> new PowerFunction(1, 0));
        assertThrows(ArithmeticException.class, () -> derivatives(new PowerFunction(1, 2), 1, 0));
        assertThrows(ArithmeticException.class, () -> derivatives(new PowerFunction(1, 3), 0, -8));
        assertThrows(ArithmeticException.class, () -> derivatives(new PowerFunction(-1, 1), 0, 0));
        assertThrows(ArithmeticException.class, () -> derivatives(new PowerFunction(1, 2), 0, Double.NaN));
    }
}
