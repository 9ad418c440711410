package org.modeq.numeric.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;

@DisplayName("A run")
class TrajectoryTest {
    /** L = (x − c)²/2 up to a constant. */
    private static Loss parabola(double centre) {
        return PolynomialLoss.of(
                1, List.of(new PolynomialLoss.Term(0.5, List.of(2)), new PolynomialLoss.Term(-centre, List.of(1))));
    }

    @Test
    @DisplayName("of gradient descent on x²/2 with h = 1/2 from 1 is 1, 1/2, 1/4, 1/8")
    void gradientDescent() {
        EulerSweep descent = EulerSweep.gradientDescent(parabola(0));
        Trajectory run = Trajectory.run(descent, new double[] {1}, 0.5, 3);
        assertEquals(3, run.steps());
        assertEquals(0.5, run.stepSize());
        assertArrayEquals(
                new double[] {1, 0.5, 0.25, 0.125},
                run.points().stream().mapToDouble(point -> point[0]).toArray());
        assertArrayEquals(run.endPoint(), Trajectory.endPoint(descent, new double[] {1}, 0.5, 3));
    }

    @Test
    @DisplayName("on two tasks steps on A first: centres 0 and 4, h = 1/2, from 8 by A to 4, by B to 4")
    void sequence() {
        VectorField a = parabola(0).negativeGradient();
        VectorField b = parabola(4).negativeGradient();
        assertArrayEquals(new double[] {4}, EulerSweep.of(List.of(a, b)).step(new double[] {8}, 0.5));
        assertArrayEquals(new double[] {3}, EulerSweep.of(List.of(b, a)).step(new double[] {8}, 0.5));
        assertArrayEquals(
                new double[] {2},
                EulerSweep.of(List.of(VectorField.sum(List.of(a, b)))).step(new double[] {8}, 0.5));
    }

    @Test
    @DisplayName("that diverges stops at the step that is not finite and names it")
    void diverges() {
        Loss quartic = PolynomialLoss.of(1, List.of(new PolynomialLoss.Term(1, List.of(4))));
        EulerSweep descent = EulerSweep.gradientDescent(quartic);
        String message = assertThrows(
                        ArithmeticException.class, () -> Trajectory.run(descent, new double[] {10}, 1, 100))
                .getMessage();
        assertTrue(message.contains("after step 5 of step size 1.0"), message);
    }

    @Test
    @DisplayName("needs a positive step size and at least no step")
    void refusals() {
        EulerSweep descent = EulerSweep.gradientDescent(parabola(0));
        assertThrows(IllegalArgumentException.class, () -> Trajectory.run(descent, new double[] {1}, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Trajectory.endPoint(descent, new double[] {1}, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> EulerSweep.of(List.of()));
    }

    @Test
    @DisplayName("of SGD follows the given orders of the batches, and a seed gives the orders of its stream")
    void stochasticGradientDescent() {
        StochasticGradientDescent sgd = StochasticGradientDescent.of(List.of(parabola(0), parabola(4)));
        Trajectory run = sgd.run(new double[] {8}, 0.5, List.of(new int[] {0, 1}, new int[] {1, 0}));
        assertArrayEquals(
                new double[] {8, 4, 2},
                run.points().stream().mapToDouble(point -> point[0]).toArray());
        RandomStream stream = RandomStream.ofSeed(9);
        for (int[] order : sgd.shuffledOrders(9, 3)) {
            assertArrayEquals(stream.shuffle(2), order);
        }
        assertThrows(IllegalArgumentException.class, () -> sgd.epoch(0, 0));
        assertThrows(IllegalArgumentException.class, () -> sgd.epoch(0));
    }
}
