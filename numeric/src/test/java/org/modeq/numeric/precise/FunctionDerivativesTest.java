package org.modeq.numeric.precise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.core.DD;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.ElementaryFunction;
import org.modeq.numeric.graph.PowerFunction;
import org.modeq.numeric.graph.SmoothFunction;

@DisplayName("The derivatives of a function in numbers of high precision")
class FunctionDerivativesTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);
    private static final FunctionDerivatives<BigDecimal> DECIMALS = new FunctionDerivatives<>(FIFTY);
    private static final FunctionDerivatives<DD> PAIRS = new FunctionDerivatives<>(DoubleDoubles.DOUBLE_DOUBLES);
    private static final int HIGHEST = 18;

    private static Stream<SmoothFunction> functions() {
        return Stream.concat(
                Stream.concat(Arrays.stream(Activation.values()), Arrays.stream(ElementaryFunction.values())),
                Stream.of(
                        new PowerFunction(1, 2),
                        new PowerFunction(-5, 3),
                        new PowerFunction(-2, 1),
                        new PowerFunction(3, 1)));
    }

    private static List<Double> points(SmoothFunction function) {
        boolean isForPositive =
                function == Activation.LOG || (function instanceof PowerFunction power && power.denominator() > 1);
        return isForPositive ? List.of(0.75, 1.0, 4.5) : List.of(-3.25, -0.5, -0.125, 0.25, 1.0, 5.5);
    }

    @ParameterizedTest(name = "{0}: those of doubles to the eighth")
    @MethodSource("functions")
    void againstDoubles(SmoothFunction function) {
        for (double point : points(function)) {
            double[] doubles = new double[9];
            function.derivatives(new double[] {point}, 0, 1, 8, doubles, 0);
            BigDecimal[] values = DECIMALS.of(function, FIFTY.of(point), 8);
            for (int k = 0; k <= 8; k++) {
                assertEquals(
                        doubles[k],
                        values[k].doubleValue(),
                        1e-11 * Math.max(1, Math.abs(doubles[k])),
                        function + " " + k + " at " + point);
            }
        }
    }

    @ParameterizedTest(name = "{0}: their Taylor series gives the value nearby to 48 digits")
    @MethodSource("functions")
    void taylor(SmoothFunction function) {
        BigDecimal step = FIFTY.of(0x1p-13);
        for (double point : points(function)) {
            BigDecimal[] values = DECIMALS.of(function, FIFTY.of(point), HIGHEST);
            BigDecimal sum = BigDecimal.ZERO;
            for (int k = HIGHEST; k >= 0; k--) {
                sum = FIFTY.add(values[k], FIFTY.multiply(FIFTY.divide(step, FIFTY.of(k + 1)), sum));
            }
            BigDecimal expected = DECIMALS.of(function, FIFTY.add(FIFTY.of(point), step), 0)[0];
            double error = FIFTY.toDouble(FIFTY.subtract(sum, expected));
            assertTrue(Math.abs(error) < 1e-48, () -> function + " at " + point + " is off by " + error);
        }
    }

    @ParameterizedTest(name = "{0}: two doubles have them to 28 digits, to the tenth")
    @MethodSource("functions")
    void pairs(SmoothFunction function) {
        for (double point : points(function)) {
            BigDecimal[] expected = DECIMALS.of(function, FIFTY.of(point), 10);
            DD[] values = PAIRS.of(function, DD.of(point), 10);
            for (int k = 0; k <= 10; k++) {
                double error = values[k].bigDecimalValue().subtract(expected[k]).doubleValue();
                double allowed = 1e-28 * Math.max(1, Math.abs(expected[k].doubleValue()));
                assertTrue(Math.abs(error) <= allowed, function + " " + k + " at " + point + ": " + error);
            }
        }
    }

    @Test
    @DisplayName("far out keep their digits: tanh′(−30) = 4e⁻⁶⁰/(1 + e⁻⁶⁰)², softplus(−100) = log(1 + e⁻¹⁰⁰)")
    void farOut() {
        BigDecimal e = FIFTY.exp(FIFTY.of(-60));
        BigDecimal whole = FIFTY.add(BigDecimal.ONE, e);
        BigDecimal slope = FIFTY.divide(FIFTY.multiply(FIFTY.of(4), e), FIFTY.multiply(whole, whole));
        assertRelative(slope, DECIMALS.of(Activation.TANH, FIFTY.of(-30), 1)[1]);
        BigDecimal tail = FIFTY.exp(FIFTY.of(-100));
        assertRelative(tail, DECIMALS.of(Activation.SOFTPLUS, FIFTY.of(-100), 0)[0], 1e-43);
        assertRelative(tail, DECIMALS.of(Activation.SIGMOID, FIFTY.of(-100), 0)[0], 1e-43);
        BigDecimal small = FIFTY.of(1e-20);
        assertRelative(small, DECIMALS.of(Activation.TANH, small, 0)[0], 1e-39);
    }

    private static void assertRelative(BigDecimal expected, BigDecimal found) {
        assertRelative(expected, found, 1e-57);
    }

    private static void assertRelative(BigDecimal expected, BigDecimal found, double bound) {
        double error = FIFTY.toDouble(FIFTY.divide(FIFTY.subtract(found, expected), expected));
        assertTrue(Math.abs(error) < bound, () -> found + " instead of " + expected);
    }

    @Test
    @DisplayName("at 0 are there where they exist: those of x², the value of a root")
    void atZero() {
        assertEquals("[0, 0, 2, 0]", Arrays.toString(DECIMALS.of(new PowerFunction(2, 1), BigDecimal.ZERO, 3)));
        assertEquals("[0]", Arrays.toString(DECIMALS.of(new PowerFunction(1, 2), BigDecimal.ZERO, 0)));
        assertEquals("[0, 0, 0]", Arrays.toString(DECIMALS.of(Activation.RELU, BigDecimal.ZERO, 2)));
    }

    @Test
    @DisplayName(
            "are refused where they do not exist, in the words of the doubles, and of functions that are not known")
    void refusals() {
        for (SmoothFunction function :
                List.of(Activation.LOG, new PowerFunction(1, 2), new PowerFunction(-1, 1), new PowerFunction(1, 3))) {
            double point = function == Activation.LOG || function.equals(new PowerFunction(1, 3)) ? -8 : 0;
            String inDoubles = assertThrows(
                            ArithmeticException.class,
                            () -> function.derivatives(new double[] {point}, 0, 1, 1, new double[2], 0))
                    .getMessage();
            String message = assertThrows(ArithmeticException.class, () -> DECIMALS.of(function, FIFTY.of(point), 1))
                    .getMessage();
            assertEquals(inDoubles, message);
        }
        assertThrows(ArithmeticException.class, () -> DECIMALS.of(Activation.RECIPROCAL, BigDecimal.ZERO, 0));
        SmoothFunction unknown = (points, start, count, highest, values, target) -> {};
        assertThrows(IllegalArgumentException.class, () -> DECIMALS.of(unknown, BigDecimal.ONE, 0));
    }
}
