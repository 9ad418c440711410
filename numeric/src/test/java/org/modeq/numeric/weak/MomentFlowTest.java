package org.modeq.numeric.weak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.study.AffineMoments;

@DisplayName("The moments of SGD on cubic fields")
class MomentFlowTest {
    private static final double[] START = {0.5, -0.25};

    /** Three batches in two variables, skewed. */
    static List<VectorField> cubic() {
        List<VectorField> fields = new ArrayList<>();
        double[][] coefficients = {{0.5, -0.25, 0.5, 0.75}, {1, 0.5, -0.75, 0.25}, {0.25, 1, 0.5, -0.5}};
        for (double[] c : coefficients) {
            fields.add(PolynomialLoss.of(
                            2,
                            List.of(
                                    new PolynomialLoss.Term(c[0] / 4, List.of(4, 0)),
                                    new PolynomialLoss.Term(c[1] / 4, List.of(0, 4)),
                                    new PolynomialLoss.Term(c[2] / 2, List.of(2, 1)),
                                    new PolynomialLoss.Term(c[3], List.of(1, 0)),
                                    new PolynomialLoss.Term(-c[2], List.of(0, 1)),
                                    new PolynomialLoss.Term(0.5, List.of(1, 1)),
                                    new PolynomialLoss.Term(c[0], List.of(2, 0))))
                    .negativeGradient());
        }
        return fields;
    }

    private static double error(ModifiedGenerator generator, int closure, int steps) {
        MomentFlow flow = MomentFlow.of(Batches.of(cubic()), closure);
        double h = 1.0 / steps;
        double[] sgd = flow.afterSteps(START, h, steps).about(START, 3);
        double[] other = flow.afterTime(generator, START, h, 1).about(START, 3);
        return Euclidean.distance(sgd, other);
    }

    @ParameterizedTest(name = "are off those of the generator of order {0} by h^{0}")
    @CsvSource({"1", "2", "3", "4"})
    void generator(int order) {
        ModifiedGenerator generator = ModifiedGenerator.ofSampling(order);
        double coarse = error(generator, order + 1, 64);
        double fine = error(generator, order + 1, 128);
        assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.05, coarse + " and " + fine);
    }

    @ParameterizedTest(name = "are off those of the equation of weak order {0} by h^{0}")
    @CsvSource({"1", "2"})
    void equation(int order) {
        ModifiedGenerator generator = ModifiedGenerator.ofSde(order);
        double coarse = error(generator, order + 1, 64);
        double fine = error(generator, order + 1, 128);
        assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.05, coarse + " and " + fine);
    }

    /** Of quadratic losses nothing is left out, and the mean of tensors knows nothing of Taylor polynomials. */
    @Test
    @DisplayName("are, on affine fields, those of the recurrence of tensors")
    void affine() {
        List<VectorField> fields = List.of(
                QuadraticLoss.of(new DMatrixRMaj(2, 2, true, 1, 0.25, 0.25, 0.5), 1, -0.5)
                        .negativeGradient(),
                QuadraticLoss.of(new DMatrixRMaj(2, 2, true, 0.5, -0.25, -0.25, 2), -1, 0.25)
                        .negativeGradient());
        int steps = 16;
        double h = 1.0 / 16;
        Moments law = MomentFlow.of(Batches.of(fields), 2).afterSteps(START, h, steps);
        double[] tensor = AffineMoments.ofDraws(fields, 2, h).tensor(START, steps, 3);
        double[] found = law.about(new double[2], 3);
        TaylorAlgebra monomials = TaylorAlgebra.of(2, 3);
        int[] factors = {0, 0, 1};
        double mixed = tensor[(factors[0] * 3 + factors[1]) * 3 + factors[2]];
        assertEquals(mixed, found[monomials.index(2, 1) - 1], 1e-13);
        assertEquals(tensor[0], found[monomials.index(3, 0) - 1], 1e-13);
        assertEquals(tensor[2 * 9 + 2 * 3], found[monomials.index(1, 0) - 1], 1e-13);
    }
}
