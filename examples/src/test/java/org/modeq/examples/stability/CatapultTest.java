package org.modeq.examples.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.evaluate.TaskQuantities;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The catapult")
class CatapultTest {
    @Test
    @DisplayName("has all its outcomes")
    void quick() {
        ExperimentRun.quick(new Catapult());
    }

    @Test
    @DisplayName("has the sharpness that Lanczos' process finds")
    void sharpness() {
        TaskQuantities quantities = TaskQuantities.of(
                Map.of(Colour.F, Catapult.loss()),
                Map.of(Colour.F, Catapult.loss().negativeGradient()));
        for (double[] theta : new double[][] {{2.5, 0.1}, {1.5, 1 / 1.5}, {-0.3, 2}}) {
            assertEquals(quantities.at(theta).tasks().get(0).sharpness(), Catapult.sharpness(theta), 1e-9);
        }
    }

    @Test
    @DisplayName(
            "is seen by no truncation: more terms help by factors where hλ is 0.3 and by a hundredth where it is 2.5")
    void truncations() {
        BSeriesField<Rational> series =
                ModifiedEquation.of(EulerSteps.gradientDescent(), 3).field();
        assertTrue(Catapult.error(series, 0.05) < 0.1 * Catapult.error(series.truncated(1), 0.05));
        assertTrue(Catapult.error(series, 0.4) > 0.97 * Catapult.error(series.truncated(1), 0.4));
    }
}
