package org.modeq.numeric.weak;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.kernel.Euclidean;

@DisplayName("Paths of SGD and of its equation that share their draws")
class HybridPathsTest {
    @ParameterizedTest(name = "order {0}")
    @CsvSource({"1", "2"})
    void show(int order) {
        double[] start = {0.5, -0.25};
        Batches batches = Batches.of(MomentFlowTest.cubic());
        for (int steps : List.of(4, 8, 16, 32, 64)) {
            double h = 1.0 / steps;
            long t = System.nanoTime();
            HybridPaths.Difference d = HybridPaths.sampled(batches, order, start, h, steps, 512, 1);
            double secs = (System.nanoTime() - t) * 1e-9;
            MomentFlow flow = MomentFlow.of(batches, 5);
            double[] exact = Euclidean.difference(
                    flow.afterSteps(start, h, steps).about(start, 3),
                    flow.afterTime(ModifiedGenerator.ofSde(order), start, h, 1).about(start, 3));
            System.out.println("HP " + order + " " + steps + " " + d.error() + " se " + d.standardError() + " sde "
                    + d.equationError() + " red " + d.varianceReduction() + " exact " + Euclidean.norm(exact) + " secs "
                    + secs);
        }
    }
}
