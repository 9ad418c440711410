package org.modeq.examples.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.model.OutputLoss;

@DisplayName("The edge of stability")
class EdgeOfStabilityTest {
    @Test
    @DisplayName("has its decisive outcomes")
    void quick() {
        ExperimentRun.quick(new EdgeOfStability());
    }

    @Test
    @Tag("slow")
    @DisplayName("has all its outcomes")
    void full() {
        ExperimentRun.full(new EdgeOfStability());
    }

    @Test
    @DisplayName("is not reached with cross-entropy: hλ has fallen far below 2 after a thousand steps")
    void noEdgeWithCrossEntropy() {
        var run = EdgeOfStability.Run.of(EdgeOfStability.loss(OutputLoss.SOFTMAX_CROSS_ENTROPY), 0.2, 1000);
        assertTrue(run.at(1000).sharpness() < 0.2, run.at(1000).toString());
        assertEquals(3, run.points().size());
    }
}
