package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EulerSweep;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A step ladder")
class StepLadderTest {
    private final PolynomialLoss parabola = PolynomialLoss.of(1, List.of(new PolynomialLoss.Term(0.5, List.of(2))));
    private final VectorField field = parabola.negativeGradient();
    private final StepMap descent = EulerSweep.gradientDescent(parabola);

    private Contender contender(int order) {
        SeriesEvaluator evaluator = SeriesEvaluator.of(
                ModifiedEquation.of(Methods.parseRational("gd"), order).field(), Map.of(Colour.F, field));
        return new Contender("order " + order, evaluator, order);
    }

    @Test
    @DisplayName("of gradient descent on x²/2 measures |(1 − h)^n − e⁻¹| with slope 1")
    void gradientFlow() {
        LadderResult result = StepLadder.of(descent, new double[] {1}, 1, List.of(16, 32, 64), 1)
                .climb(List.of(contender(1)), Progress.silent())
                .get(0);
        LadderPoint first = result.points().get(0);
        assertEquals(1.0 / 16, first.stepSize());
        assertEquals(Math.abs(Math.pow(15.0 / 16, 16) - Math.exp(-1)), first.error(), 1e-8);
        assertEquals(1, result.fit().orElseThrow().slope(), 0.05);
    }

    @Test
    @DisplayName("drops points near the round-off floor, and then has no slope")
    void roundOff() {
        LadderResult result = StepLadder.of(descent, new double[] {1}, 1, List.of(1024, 2048, 4096), 1)
                .climb(List.of(contender(6)), Progress.silent())
                .get(0);
        assertTrue(result.points().stream().noneMatch(LadderPoint::used), result.toString());
        assertEquals(Optional.empty(), result.fit());
    }

    @Test
    @DisplayName("drops points whose error is above a tenth of the end point")
    void tooCoarse() {
        LadderResult result = StepLadder.of(descent, new double[] {1}, 2, List.of(2, 64), 1)
                .climb(List.of(contender(1)), Progress.silent())
                .get(0);
        assertFalse(result.points().get(0).used());
        assertTrue(result.points().get(1).used());
    }

    @Test
    @DisplayName("needs a positive horizon and distinct positive numbers of steps")
    void refusals() {
        double[] start = {1};
        assertThrows(IllegalArgumentException.class, () -> StepLadder.of(descent, start, 0, List.of(8), 1));
        assertThrows(IllegalArgumentException.class, () -> StepLadder.of(descent, start, 1, List.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> StepLadder.of(descent, start, 1, List.of(0, 8), 1));
        assertThrows(IllegalArgumentException.class, () -> StepLadder.of(descent, start, 1, List.of(8, 8), 1));
    }
}
