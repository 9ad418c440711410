package org.modeq.examples.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.flow.PrincipalFlow;
import org.modeq.numeric.kernel.Euclidean;

@DisplayName("The principal flow of a quadratic")
class PrincipalFlowOfQuadraticsTest {
    private static final double[] START = {-0.35, -0.2};
    private static final int STEPS = 20;

    private static PrincipalFlow flow(double stepSize) {
        return PrincipalFlow.of(PrincipalFlowOfQuadratics.hessian(), stepSize, 0, 0);
    }

    @Test
    @DisplayName("has all its outcomes")
    void quick() {
        ExperimentRun.quick(new PrincipalFlowOfQuadratics());
    }

    @ParameterizedTest(name = "h = {0}")
    @ValueSource(doubles = {0.4, 0.7, 0.9, 1.05})
    @DisplayName("passes through iterates that are (1 − hλ)ⁿ times the start in each direction")
    void iteratesByPowers(double stepSize) {
        double c = Math.cos(0.5);
        double s = Math.sin(0.5);
        double sharp = Math.pow(1 - 2 * stepSize, STEPS) * (c * START[0] + s * START[1]);
        double flat = Math.pow(1 - 0.1 * stepSize, STEPS) * (c * START[1] - s * START[0]);
        double[] end = PrincipalFlowOfQuadratics.iterates(stepSize).get(STEPS);
        assertEquals(c * sharp - s * flat, end[0], 1e-14);
        assertEquals(s * sharp + c * flat, end[1], 1e-14);
    }

    @ParameterizedTest(name = "h = {0}: {1}")
    @CsvSource({"0.4, 0", "0.7, 0.2237", "0.9, 0.3164", "1.05, 2.2688"})
    @DisplayName("is real at the iterates, but half a step later only for hλ < 1: between them there is no real flow")
    void halfSteps(double stepSize, double expected) {
        PrincipalFlow flow = flow(stepSize);
        double imaginary = flow.at(START, STEPS * stepSize).stream()
                .mapToDouble(component -> Math.abs(component.getImaginary()))
                .max()
                .orElseThrow();
        assertEquals(0, imaginary, 1e-13);
        // Half a step late the sharp component is i |1 − hλ|^(n + 1/2) times its start; the largest is that of x at one
        // end.
        int late = stepSize > 1 ? STEPS - 1 : 0;
        double sharp = Math.cos(0.5) * START[0] + Math.sin(0.5) * START[1];
        double byHand =
                stepSize < 0.5 ? 0 : Math.cos(0.5) * Math.abs(sharp) * Math.pow(Math.abs(1 - 2 * stepSize), late + 0.5);
        assertEquals(expected, byHand, 5e-5);
        assertEquals(byHand, PrincipalFlowOfQuadratics.imaginaryPart(flow, stepSize), 1e-13);
        assertEquals(stepSize < 0.5, flow.isReal());
    }

    @ParameterizedTest(name = "h = {0}")
    @ValueSource(doubles = {0.4, 0.7, 0.9, 1.05})
    @DisplayName("reaches the last iterate when its field is integrated, by complex numbers on the way")
    void integrated(double stepSize) {
        double[] end = PrincipalFlowOfQuadratics.iterates(stepSize).get(STEPS);
        List<Complex> reached = rungeKutta(flow(stepSize), STEPS * stepSize, 20_000);
        for (int i = 0; i < end.length; i++) {
            assertEquals(0, reached.get(i).subtract(end[i]).abs(), 2e-8);
        }
    }

    private static List<Complex> rungeKutta(PrincipalFlow flow, double time, int parts) {
        List<Complex> point = List.of(new Complex(START[0]), new Complex(START[1]));
        double part = time / parts;
        for (int n = 0; n < parts; n++) {
            List<Complex> first = field(flow, point);
            List<Complex> second = field(flow, plus(point, part / 2, first));
            List<Complex> third = field(flow, plus(point, part / 2, second));
            List<Complex> fourth = field(flow, plus(point, part, third));
            point = plus(plus(point, part / 6, first), part / 3, plus(second, 1, third));
            point = plus(point, part / 6, fourth);
        }
        return point;
    }

    /** The field is linear: that of a complex point is the sum of those of its parts. */
    private static List<Complex> field(PrincipalFlow flow, List<Complex> point) {
        List<Complex> real = flow.field(point.get(0).getReal(), point.get(1).getReal());
        List<Complex> imaginary =
                flow.field(point.get(0).getImaginary(), point.get(1).getImaginary());
        return List.of(
                real.get(0).add(imaginary.get(0).multiply(Complex.I)),
                real.get(1).add(imaginary.get(1).multiply(Complex.I)));
    }

    private static List<Complex> plus(List<Complex> point, double weight, List<Complex> direction) {
        List<Complex> sum = new ArrayList<>();
        for (int i = 0; i < point.size(); i++) {
            sum.add(point.get(i).add(direction.get(i).multiply(weight)));
        }
        return sum;
    }

    @Test
    @DisplayName("is lost with ln|1 − hλ| alone: right at even iterates, on the wrong side of the minimum at odd ones")
    void realPartAlone() {
        double stepSize = 0.9;
        for (int n : List.of(2, 3)) {
            double[] iterate = PrincipalFlowOfQuadratics.iterates(stepSize).get(n);
            double error = Euclidean.distance(realFlow(stepSize, n), iterate);
            double sharp = Math.cos(0.5) * START[0] + Math.sin(0.5) * START[1];
            double expected = n % 2 == 0 ? 0 : 2 * Math.abs(sharp) * Math.pow(0.8, n);
            assertEquals(expected, error, 1e-14);
        }
        double[] smaller = PrincipalFlowOfQuadratics.iterates(0.4).get(3);
        assertEquals(0, Euclidean.distance(realFlow(0.4, 3), smaller), 1e-14, "but it is the flow for hλ < 1");
    }

    /** The flow of U diag(ln|1 − hλ|/h) Uᵀθ at the time nh. */
    private static double[] realFlow(double stepSize, int n) {
        double c = Math.cos(0.5);
        double s = Math.sin(0.5);
        double sharp = Math.exp(n * Math.log(Math.abs(1 - 2 * stepSize))) * (c * START[0] + s * START[1]);
        double flat = Math.exp(n * Math.log(1 - 0.1 * stepSize)) * (c * START[1] - s * START[0]);
        return new double[] {c * sharp - s * flat, s * sharp + c * flat};
    }

    @Test
    @DisplayName("is lost by every truncation once hλ > 1: more terms of the series stay as far from the iterate")
    void truncations() {
        double sharp = Math.cos(0.5) * START[0] + Math.sin(0.5) * START[1];
        for (double stepSize : List.of(0.9, 1.05)) {
            double missed = Math.cos(0.5) * Math.abs(sharp) * Math.pow(1 - 2 * stepSize, STEPS);
            assertEquals(missed, PrincipalFlowOfQuadratics.truncationError(8, stepSize), 1e-3 * missed);
        }
        double few = PrincipalFlowOfQuadratics.truncationError(2, 0.4);
        double many = PrincipalFlowOfQuadratics.truncationError(8, 0.4);
        assertTrue(many < 1e-8 * few, few + " with 2 terms, " + many + " with 8");
    }
}
