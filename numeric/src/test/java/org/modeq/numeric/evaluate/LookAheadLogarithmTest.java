package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.Trajectory;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The look-ahead logarithm")
class LookAheadLogarithmTest {
    private static final int NODES = 6;

    @Nested
    @DisplayName("on the digits network, tasks A then B")
    class OnDigits {
        private final DenseNetwork network = DenseNetwork.of(64, 16, 10);
        private final Dataset data = Digits.load().rows(IndexRange.parse("1-256"));
        private final Map<Colour, VectorField> fields = new TreeMap<>(Map.of(
                Problems.A, field(data.where(digit -> digit < 5)), Problems.B, field(data.where(digit -> digit >= 5))));
        private final EulerSteps<Rational> method = EulerSteps.sequence(List.of(Problems.A, Problems.B));
        private final StepMap optimizer = DirectOptimizer.of(method, fields);
        private final double[] theta = network.initialParameters(1);
        private final SeriesEvaluator evaluator =
                SeriesEvaluator.of(ModifiedEquation.of(method, 3).field(), fields);

        private VectorField field(Dataset task) {
            return NetworkLoss.of(network, OutputLoss.SOFTMAX_CROSS_ENTROPY, task)
                    .negativeGradient();
        }

        @Test
        @DisplayName("differs from f₁, f₁ + hf₂, f₁ + hf₂ + h²f₃ with slopes 1, 2, 3")
        void slopes() {
            double[][] differences = new double[3][];
            double[] stepSizes = {0.01, 0.005, 0.0025};
            List<double[]> orders = evaluator.orders(theta);
            for (int order = 1; order <= 3; order++) {
                differences[order - 1] = new double[stepSizes.length];
            }
            for (int i = 0; i < stepSizes.length; i++) {
                double h = stepSizes[i];
                List<double[]> run = Trajectory.run(optimizer, theta, h, NODES).points();
                double[] oracle = LookAheadLogarithm.at(run, 0, h, NODES);
                double[] truncated = new double[theta.length];
                for (int order = 1; order <= 3; order++) {
                    for (int k = 0; k < truncated.length; k++) {
                        truncated[k] += Math.pow(h, order - 1) * orders.get(order - 1)[k];
                    }
                    differences[order - 1][i] = Problems.distance(oracle, truncated);
                }
            }
            for (int order = 1; order <= 3; order++) {
                double[] errors = differences[order - 1];
                assertEquals(order, Math.log(errors[1] / errors[2]) / Math.log(2), 0.1, "order " + order);
            }
        }

        @Test
        @DisplayName("agrees with f₁, f₂, f₃ from trees, as the series in h does to 1e-12")
        void seriesInStepSize() {
            List<double[]> fromTrees = evaluator.orders(theta);
            List<double[]> fromSteps = SeriesInStepSize.orders(optimizer, theta, 3);
            for (int j = 1; j <= 3; j++) {
                Problems.assertClose(fromSteps.get(j - 1), fromTrees.get(j - 1), 1e-12, "f" + j);
            }
        }
    }

    @Test
    @DisplayName("of θₙ = (1 + h)ⁿ with h = 1 and two steps ahead is 2 − 1 − (4 − 4 + 1)/2 = 1/2")
    void handWorked() {
        List<double[]> run = List.of(new double[] {1}, new double[] {2}, new double[] {4});
        assertArrayEquals(new double[] {0.5}, LookAheadLogarithm.at(run, 0, 1, 2));
    }

    @Test
    @DisplayName("refuses a run that is too short and a step size of 0")
    void refusals() {
        List<double[]> run = List.of(new double[] {1}, new double[] {2});
        assertThrows(IllegalArgumentException.class, () -> LookAheadLogarithm.at(run, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> LookAheadLogarithm.at(run, 0, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> SeriesInStepSize.orders((theta, stepSize) -> theta, new double[] {1}, 0));
    }
}
