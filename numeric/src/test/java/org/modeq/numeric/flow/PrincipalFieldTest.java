package org.modeq.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.PolynomialLoss.Term;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The principal field of a loss")
class PrincipalFieldTest {
    private static final DMatrixRMaj MATRIX =
            new DMatrixRMaj(new double[][] {{1.5, 0.3, -0.2}, {0.3, 0.8, 0.1}, {-0.2, 0.1, 0.4}});
    private static final double[] CENTRE = {0.2, -0.1, 0.5};
    private static final double[] START = {1, 0.5, -0.7};

    /** −∇ ½(xy − 1)². */
    private static final VectorField FIELD = PolynomialLoss.of(
                    2, List.of(new Term(0.5, List.of(2, 2)), new Term(-1, List.of(1, 1))))
            .negativeGradient();

    @ParameterizedTest(name = "is that of the quadratic for h = {0}")
    @ValueSource(doubles = {0.3, 0.9, 1.6})
    void quadratic(double stepSize) {
        VectorField field = QuadraticLoss.of(MATRIX, CENTRE).negativeGradient();
        PrincipalField principal = PrincipalField.of(field, 1, stepSize);
        PrincipalFlow expected = PrincipalFlow.of(MATRIX, stepSize, CENTRE);
        List<Complex> value = principal.at(points(START));
        for (int i = 0; i < 3; i++) {
            assertTrue(expected.field(START).get(i).subtract(value.get(i)).abs() < 1e-12);
        }
        List<Complex> end = principal.flow(START, 2 * stepSize, 200);
        for (int i = 0; i < 3; i++) {
            assertTrue(
                    expected.at(START, 2 * stepSize).get(i).subtract(end.get(i)).abs() < 1e-6);
        }
    }

    private static List<Complex> points(double... numbers) {
        List<Complex> points = new ArrayList<>();
        for (double number : numbers) {
            points.add(new Complex(number));
        }
        return points;
    }

    @Test
    @DisplayName("leaves out of the modified equation no more than ¹⁄₁₂ h² f″(f, f) and higher terms")
    void missingTree() {
        double[] theta = {0.9, 1.3};
        double[] errors = new double[2];
        for (int k = 0; k < 2; k++) {
            double h = 0.02 / (1 << k);
            List<Complex> principal = PrincipalField.of(FIELD, 3, h).at(points(theta));
            double[] series = SeriesEvaluator.of(
                            ModifiedEquation.of(EulerSteps.gradientDescent(), 6).field(), Map.of(Colour.F, FIELD))
                    .at(theta, h);
            errors[k] = Math.hypot(
                    principal.get(0).getReal() - series[0], principal.get(1).getReal() - series[1]);
        }
        assertEquals(2, Math.log(errors[0] / errors[1]) / Math.log(2), 0.1);
    }

    @Test
    @DisplayName("is summed as a series where h times an eigenvalue is tiny")
    void flatDirection() {
        DMatrixRMaj flat = new DMatrixRMaj(new double[][] {{1, 0}, {0, 1e-6}});
        VectorField field = QuadraticLoss.of(flat, 0, 0).negativeGradient();
        List<Complex> value = PrincipalField.of(field, 1, 0.5).at(points(1, 1));
        assertEquals(Math.log1p(-0.5) / 0.5, value.get(0).getReal(), 1e-15);
        assertEquals(Math.log1p(-5e-7) / 0.5, value.get(1).getReal(), 1e-20);
    }

    @Test
    @DisplayName("refuses a step that goes to the minimum at once, and what makes no sense")
    void refusals() {
        VectorField field =
                QuadraticLoss.of(new DMatrixRMaj(new double[][] {{2}}), 0).negativeGradient();
        PrincipalField once = PrincipalField.of(field, 1, 0.5);
        assertThrows(ArithmeticException.class, () -> once.at(points(1)));
        assertThrows(IllegalArgumentException.class, () -> PrincipalField.of(field, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> once.flow(new double[] {1}, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> once.flow(new double[] {1, 2}, 1, 1));
    }

    @Nested
    @DisplayName("needs eigenpairs of complex symmetric matrices, which")
    class Eigenpairs {
        @Test
        @DisplayName("satisfy Av = μv with vᵀv = 1 for a matrix near a real one")
        void equations() {
            Complex[][] matrix = new Complex[4][4];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    matrix[i][j] = new Complex(i == j ? i : 1.0 / (1 + i + j), 0.1 * Math.sin(i + j));
                }
            }
            for (ComplexSymmetricMatrix.Eigenpair pair : ComplexSymmetricMatrix.eigenpairs(matrix)) {
                Complex norm = Complex.ZERO;
                for (int i = 0; i < 4; i++) {
                    Complex residual =
                            pair.value().multiply(pair.vector().get(i)).negate();
                    for (int j = 0; j < 4; j++) {
                        residual =
                                residual.add(matrix[i][j].multiply(pair.vector().get(j)));
                    }
                    assertTrue(residual.abs() < 1e-13, residual.toString());
                    norm = norm.add(pair.vector().get(i).multiply(pair.vector().get(i)));
                }
                assertTrue(norm.subtract(1).abs() < 1e-13);
            }
        }

        @Test
        @DisplayName("do not exist for (1, i; i, −1), whose square is 0")
        void defective() {
            Complex[][] nilpotent = {{Complex.ONE, Complex.I}, {Complex.I, Complex.ONE.negate()}};
            assertThrows(ArithmeticException.class, () -> ComplexSymmetricMatrix.eigenpairs(nilpotent));
        }
    }
}
