package org.modeq.numeric.weak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;

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
}
