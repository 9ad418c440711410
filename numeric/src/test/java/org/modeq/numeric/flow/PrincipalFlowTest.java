package org.modeq.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.numeric.simulate.EulerSweep;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The principal flow of a quadratic")
class PrincipalFlowTest {
    /** Eigenvalues 1, ½ and ¼ in the columns of a rotation, about (1, 0, −2). */
    private static final double[] CENTRE = {1, 0, -2};

    private static final double[] START = {2, 1, -1};

    private static DMatrixRMaj matrix() {
        double[][] v = {{2.0 / 3, -2.0 / 3, 1.0 / 3}, {1.0 / 3, 2.0 / 3, 2.0 / 3}, {2.0 / 3, 1.0 / 3, -2.0 / 3}};
        double[] mu = {1, 0.5, 0.25};
        DMatrixRMaj matrix = new DMatrixRMaj(3, 3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    matrix.add(i, j, mu[k] * v[i][k] * v[j][k]);
                }
            }
        }
        return matrix;
    }

    @ParameterizedTest(name = "is at 100 iterates to 1e-12 where h times the largest eigenvalue is {0}")
    @ValueSource(doubles = {0.5, 0.9, 1.5})
    void hitsEveryIterate(double h) {
        PrincipalFlow flow = PrincipalFlow.of(matrix(), h, CENTRE);
        assertEquals(h, flow.hLambdaMax(), 1e-14);
        assertEquals(h < 1, flow.isReal());
        EulerSweep descent = EulerSweep.gradientDescent(QuadraticLoss.of(matrix(), CENTRE));
        double[] theta = START;
        for (int n = 1; n <= 100; n++) {
            theta = descent.step(theta, h);
            List<Complex> point = flow.at(START, n * h);
            for (int i = 0; i < 3; i++) {
                assertEquals(theta[i], point.get(i).getReal(), 1e-12, "step " + n);
                assertEquals(0, point.get(i).getImaginary(), 1e-12, "step " + n);
            }
        }
    }

    @Test
    @DisplayName("leaves the real numbers between the iterates where h times an eigenvalue is above 1, and only there")
    void betweenIterates() {
        assertTrue(largestImaginary(PrincipalFlow.of(matrix(), 1.5, CENTRE).at(START, 0.75)) > 0.1);
        assertEquals(0, largestImaginary(PrincipalFlow.of(matrix(), 0.9, CENTRE).at(START, 0.45)));
    }

    private static double largestImaginary(List<Complex> point) {
        return point.stream()
                .mapToDouble(entry -> Math.abs(entry.getImaginary()))
                .max()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "has the derivative of its path as its field, and the modified equation as its series, which comes near it")
    void fieldAndSeries() {
        double h = 0.5;
        PrincipalFlow flow = PrincipalFlow.of(matrix(), h, CENTRE);
        double small = 1e-6;
        for (int i = 0; i < 3; i++) {
            double slope = (flow.at(START, small).get(i).getReal()
                            - flow.at(START, -small).get(i).getReal())
                    / (2 * small);
            assertEquals(slope, flow.field(START).get(i).getReal(), 1e-9);
            assertEquals(flow.field(START).get(i).getReal(), flow.truncated(60, START)[i], 1e-12);
        }
        SeriesEvaluator series = SeriesEvaluator.of(
                ModifiedEquation.of(Methods.parseRational("gd"), 5).field(),
                Map.of(Colour.F, QuadraticLoss.of(matrix(), CENTRE).negativeGradient()));
        assertArrayEquals(series.at(START, h), flow.truncated(5, START), 1e-14);
    }

    @Test
    @DisplayName(
            "refuses the real series at h times an eigenvalue of 1.5 with the reason, and a step that hits the minimum")
    void refusals() {
        PrincipalFlow large = PrincipalFlow.of(matrix(), 1.5, CENTRE);
        assertFalse(large.isReal());
        String message = assertThrows(ArithmeticException.class, () -> large.truncated(3, START))
                .getMessage();
        assertTrue(message.contains("h·λ_max is 1.5") && message.contains("the series diverges"), message);
        DMatrixRMaj identity = new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}});
        assertThrows(ArithmeticException.class, () -> PrincipalFlow.of(identity, 1, 0, 0));
        DMatrixRMaj skew = new DMatrixRMaj(new double[][] {{0, 1}, {-1, 0}});
        String symmetric = assertThrows(IllegalArgumentException.class, () -> PrincipalFlow.of(skew, 1, 0, 0))
                .getMessage();
        assertTrue(symmetric.contains("expected a symmetric one"), symmetric);
        assertThrows(IllegalArgumentException.class, () -> PrincipalFlow.of(identity, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> PrincipalFlow.of(identity, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> large.at(new double[] {1}, 1));
        assertThrows(IllegalArgumentException.class, () -> large.truncated(0, START));
    }
}
