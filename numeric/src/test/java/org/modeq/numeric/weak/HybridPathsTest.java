package org.modeq.numeric.weak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.kernel.Euclidean;

@DisplayName("Paths of SGD and of its equation that share their draws")
class HybridPathsTest {
    private static final double[] START = {0.5, -0.25};

    @ParameterizedTest(name = "find the difference of weak order {0} after {1} steps that the moments have")
    @CsvSource({"1, 8", "1, 32", "2, 8", "2, 32"})
    void moments(int order, int steps) {
        Batches batches = Batches.of(MomentFlowTest.cubic());
        double h = 1.0 / steps;
        HybridPaths.Difference sampled = HybridPaths.sampled(batches, order, START, h, steps, 256, 1);
        MomentFlow flow = MomentFlow.of(batches, 4);
        double[] exact = Euclidean.difference(
                flow.afterSteps(START, h, steps).about(START, 3),
                flow.afterTime(ModifiedGenerator.ofSde(order), START, h, 1).about(START, 3));
        double[] found =
                sampled.difference().stream().mapToDouble(entry -> entry).toArray();
        double error = Euclidean.norm(exact);
        assertTrue(Euclidean.distance(exact, found) <= 4 * sampled.standardError(), sampled + ", " + error);
        assertTrue(sampled.standardError() <= 0.05 * error, sampled.toString());
        assertTrue(sampled.equationError() <= 0.01 * error, sampled.toString());
        assertTrue(sampled.varianceReduction() >= 100, sampled.toString());
    }

    @Test
    @DisplayName("take five moments of normal numbers from 2n² + 1 points")
    void rule() {
        for (int n : List.of(1, 2, 3, 4, 6)) {
            double[] moments = new double[4];
            for (GaussianRule.Node node : GaussianRule.of(n)) {
                double x = node.point()[0];
                double y = node.point()[n - 1];
                moments[0] += node.weight();
                moments[1] += node.weight() * x * x;
                moments[2] += node.weight() * x * x * x * x;
                moments[3] += node.weight() * x * x * y * y;
            }
            assertEquals(1, moments[0], 1e-14);
            assertEquals(1, moments[1], 1e-14);
            assertEquals(3, moments[2], 1e-14);
            assertEquals(n == 1 ? 3 : 1, moments[3], 1e-14);
        }
    }

    @Test
    @DisplayName("need two batches and a weak order that every noise has")
    void refusals() {
        Batches batches = Batches.of(MomentFlowTest.cubic());
        Batches one = Batches.of(MomentFlowTest.cubic().subList(0, 1));
        assertThrows(IllegalArgumentException.class, () -> HybridPaths.sampled(one, 1, START, 0.1, 4, 8, 1));
        assertThrows(IllegalArgumentException.class, () -> HybridPaths.sampled(batches, 3, START, 0.1, 4, 8, 1));
    }
}
