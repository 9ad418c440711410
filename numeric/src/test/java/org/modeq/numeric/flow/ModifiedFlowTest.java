package org.modeq.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The modified flow")
class ModifiedFlowTest {
    /** −∇ of x^degree / degree. */
    private static VectorField power(int degree) {
        return PolynomialLoss.of(1, List.of(new PolynomialLoss.Term(1.0 / degree, List.of(degree))))
                .negativeGradient();
    }

    private static SeriesEvaluator gradientDescent(VectorField field, int order) {
        return SeriesEvaluator.of(
                ModifiedEquation.of(Methods.parseRational("gd"), order).field(), Map.of(Colour.F, field));
    }

    @Test
    @DisplayName("of x²/2 to order 3 is exp(−(1 + h/2 + h²/3) t), within the error it reports")
    void exponential() {
        double h = 0.25;
        FlowEndPoint end = ModifiedFlow.of(gradientDescent(power(2), 3), h).integrate(new double[] {1}, 2, 1e-8);
        double exact = Math.exp(-(1 + h / 2 + h * h / 3) * 2);
        assertTrue(Math.abs(end.point()[0] - exact) <= end.error(), "error " + end.error());
        assertTrue(end.error() < 1e-6 && end.error() > 0, "error " + end.error());
        assertEquals(1e-8, end.tolerance());
    }

    @Test
    @DisplayName("of x²/2 to order 1 costs what the package page says")
    void workedExample() {
        FlowEndPoint end = ModifiedFlow.of(gradientDescent(power(2), 1), 0.1).integrate(new double[] {1}, 1, 1e-10);
        assertEquals(184, end.evaluations());
        assertEquals(2.6e-13, end.error(), 0.5e-13);
        assertEquals(4.5e-14, Math.abs(end.point()[0] - Math.exp(-1)), 0.5e-14);
    }

    @Test
    @DisplayName("of x⁴/4 to order 1 is x/√(1 + 2x²t), to the error wanted")
    void algebraic() {
        ModifiedFlow flow = ModifiedFlow.of(gradientDescent(power(4), 1), 0.1);
        FlowEndPoint end = flow.integrate(new double[] {1}, 4, 1e-5, point -> 1e-11);
        assertEquals(1.0 / 3, end.point()[0], 1e-11);
        assertTrue(end.error() <= 1e-11, "error " + end.error());
        assertTrue(end.evaluations() > 0 && end.evaluations() < 2000, "evaluations " + end.evaluations());
    }

    /** For so short a time the integrator is content with one step at any tolerance; then two integrations are the same. */
    @Test
    @DisplayName("knows its error also for a short time")
    void shortTime() {
        FlowEndPoint end = ModifiedFlow.of(gradientDescent(power(4), 1), 0.1)
                .integrate(new double[] {2}, 0.1, 1e-4, point -> 1e-12);
        double exact = 2 / Math.sqrt(1 + 8 * 0.1);
        assertTrue(end.error() > 0, "an error that is not known");
        assertEquals(exact, end.point()[0], 1e-12);
    }

    @Test
    @DisplayName("says so when the field runs to infinity before the time is over")
    void explodes() {
        VectorField explosive = VectorField.of(1, x -> x.hadamard(x));
        ModifiedFlow flow = ModifiedFlow.of(gradientDescent(explosive, 1), 0.1);
        assertThrows(ArithmeticException.class, () -> flow.integrate(new double[] {1}, 2, 1e-8));
    }

    @Test
    @DisplayName("refuses times and tolerances out of range")
    void refusals() {
        ModifiedFlow flow = ModifiedFlow.of(gradientDescent(power(2), 1), 0.1);
        assertThrows(IllegalArgumentException.class, () -> flow.integrate(new double[] {1}, 0, 1e-8));
        assertThrows(IllegalArgumentException.class, () -> flow.integrate(new double[] {1}, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> flow.integrate(new double[] {1}, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ModifiedFlow.of(gradientDescent(power(2), 1), Double.NaN));
    }
}
