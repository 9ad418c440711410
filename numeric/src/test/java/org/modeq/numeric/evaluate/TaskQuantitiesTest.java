package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.numeric.model.VectorField;

@DisplayName("The quantities of some tasks at a point")
class TaskQuantitiesTest {
    private static final Loss FIRST = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{2, 0}, {0, 1}}), 0, 0);
    private static final Loss SECOND = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{0, 1}, {1, 0}}), 1, 0);
    private static final double[] POINT = {2, 3};

    /**
     * By hand: ∇L_A = (4, 3), ∇L_B = (3, 1); L_A = 8.5, L_B = 3; f_A′ = −diag(2, 1), f_B′ = −((0, 1), (1, 0)), so that [f_A, f_B]
     * = f_B′f_A − f_A′f_B = (3, 4) − (6, 1) = (−3, 3).
     */
    @Test
    @DisplayName("are those of two quadratics by hand")
    void quadratics() {
        TaskQuantities quantities = TaskQuantities.of(
                Map.of(Problems.A, FIRST, Problems.B, SECOND),
                Map.of(Problems.A, FIRST.negativeGradient(), Problems.B, SECOND.negativeGradient()));
        TaskQuantities.AtPoint values = quantities.at(POINT);
        assertEquals(2, values.tasks().size());
        TaskQuantities.OfTask ofA = values.tasks().get(0);
        TaskQuantities.OfTask ofB = values.tasks().get(1);
        assertEquals(8.5, ofA.loss(), 1e-14);
        assertEquals(3, ofB.loss(), 1e-14);
        assertEquals(25, ofA.gradientNormSquared(), 1e-13);
        assertEquals(10, ofB.gradientNormSquared(), 1e-13);
        assertEquals(2, ofA.sharpness(), 1e-12);
        assertEquals(1, ofB.sharpness(), 1e-12);
        assertTrue(ofA.residual() < 1e-10 && ofB.residual() < 1e-10);
        assertEquals(1, values.pairs().size());
        TaskQuantities.OfPair pair = values.pairs().get(0);
        assertEquals(15, pair.alignment(), 1e-13);
        assertEquals(15 / Math.sqrt(250), pair.cosine(), 1e-14);
        assertEquals(Math.sqrt(18), pair.bracketNorm(), 1e-13);
        // Another point afterwards: at the minimum of A its gradient is 0, and so is the cosine.
        TaskQuantities.AtPoint atMinimum = quantities.at(new double[] {0, 0});
        assertEquals(0, atMinimum.pairs().get(0).cosine());
        assertEquals(0, atMinimum.tasks().get(0).loss());
        assertEquals(2, atMinimum.tasks().get(0).sharpness(), 1e-12);
    }

    @Test
    @DisplayName("know fields without losses, and refuse losses without fields")
    void fieldsOnly() {
        VectorField rotation = VectorField.of(2, theta -> theta);
        TaskQuantities.AtPoint values = TaskQuantities.of(
                        Map.of(), Map.of(Problems.A, FIRST.negativeGradient(), Problems.B, rotation))
                .at(POINT);
        assertEquals(List.of(), values.tasks());
        assertEquals(-17, values.pairs().get(0).alignment(), 1e-13);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> TaskQuantities.of(Map.of(Problems.A, FIRST), Map.of()))
                .getMessage();
        assertTrue(message.contains("expected a field for each loss"), message);
    }

    @Test
    @DisplayName("have the alignment of gradients as a loss: its gradient, and that on jets, is its slope")
    void alignment() {
        Loss first = Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 3);
        Loss second = Problems.network(OutputLoss.MEAN_SQUARED_ERROR, 4);
        SplittableRandom random = new SplittableRandom(9);
        double[] theta = random.doubles(first.dimension(), -1, 1).toArray();
        double[] v = random.doubles(first.dimension(), -1, 1).toArray();
        for (Loss alignment : List.of(GradientAlignment.of(first, second), GradientAlignment.squaredNorm(first))) {
            // Along θ + εv the coefficient of ε in the value is the slope, and the gradient on jets begins with the
            // gradient.
            Jet moved = Jet.affine(JetAlgebra.of(1), theta, List.of(v));
            double slope = alignment.value(moved).entries(1)[0];
            double[] gradient = alignment.gradient(theta);
            double product = 0;
            for (int i = 0; i < v.length; i++) {
                product += gradient[i] * v[i];
            }
            assertEquals(slope, product, 1e-13 * Math.abs(slope));
            assertEquals(alignment.value(theta), alignment.value(moved).entries(0)[0], 1e-14);
            Problems.assertClose(alignment.gradient(moved).entries(0), gradient, 1e-13, "the gradient on jets");
            // The derivative of the gradient on jets by differences of the gradient.
            double step = 1e-5;
            double[] ahead = alignment.gradient(plus(theta, step, v));
            double[] behind = alignment.gradient(plus(theta, -step, v));
            double[] difference = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                difference[i] = (ahead[i] - behind[i]) / (2 * step);
            }
            Problems.assertClose(alignment.gradient(moved).entries(1), difference, 1e-8, "the Hessian along v");
        }
        assertThrows(IllegalArgumentException.class, () -> GradientAlignment.of(first, FIRST));
    }

    private static double[] plus(double[] theta, double factor, double[] v) {
        double[] sum = theta.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * v[i];
        }
        return sum;
    }

    @Test
    @DisplayName("have the share of the skew part of a Jacobian: 0 for a gradient, 1 for a rotation, ½ by hand between")
    void shareOfCurl() {
        double[] v = {0.3, -0.7};
        VectorField rotation = linear(new double[][] {{0, -2}, {2, 0}});
        VectorField shear = linear(new double[][] {{0, 1}, {0, 0}});
        VectorField nothing = linear(new double[][] {{0, 0}, {0, 0}});
        assertEquals(0, Curl.share(FIRST.negativeGradient(), POINT, v), 1e-15);
        assertEquals(1, Curl.share(rotation, POINT, v), 1e-15);
        assertEquals(0.5, Curl.share(shear, POINT, v), 1e-15);
        assertEquals(0, Curl.share(nothing, POINT, v));
    }

    private static VectorField linear(double[][] matrix) {
        Jet constant = Jet.constant(JetAlgebra.of(), new DMatrixRMaj(matrix));
        return VectorField.of(2, theta -> constant.in(theta.algebra()).times(theta));
    }
}
