package org.modeq.examples.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.kernel.Euclidean;

@DisplayName("The swap law")
class SwapLawTest {
    @Test
    @DisplayName("has its decisive outcomes")
    void quick() {
        ExperimentRun.quick(new SwapLaw());
    }

    @Test
    @Tag("slow")
    @DisplayName("has all its outcomes")
    void full() {
        ExperimentRun.full(new SwapLaw());
    }

    @Test
    @DisplayName("rests on a displacement that is h² times the bracket, exactly, for quadratics")
    void displacement() {
        double[] ab = OrderedSteps.of("AB").points().get(2);
        double[] ba = OrderedSteps.of("BA").points().get(2);
        double h = OrderedSteps.of("AB").stepSize();
        double[] bracket = TwoDomains.bracket(TwoDomains.start());
        Euclidean.scale(bracket, h * h);
        assertEquals(0, Euclidean.distance(bracket, Euclidean.difference(ab, ba)), 1e-14);
    }

    @Test
    @DisplayName("does not hold with the gradient at the place in place of the costate, however small the steps")
    void localGradient() {
        for (int m : new int[] {14, 28, 56}) {
            OrderedSteps steps = OrderedSteps.of("AB".repeat(m));
            assertTrue(SwapLaw.deviation(steps, steps::localPrediction) > 1, "m = " + m);
            assertTrue(SwapLaw.deviation(steps, steps::predictedGain) < 0.06, "m = " + m);
        }
        OrderedSteps fine = OrderedSteps.of("AB".repeat(56));
        assertEquals(55.0 / 56, SwapLaw.signs(fine, fine::localPrediction), 1e-12);
    }
}
