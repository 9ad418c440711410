package org.modeq.examples.momentum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.symbolic.ring.Rational;

@DisplayName("Heavy ball from rest")
class MomentumFromRestTest {
    private static final HeavyBallProblem PROBLEM = HeavyBallProblem.of(Rational.of(1, 2));

    @Test
    @DisplayName("has its decisive outcomes")
    void quick() {
        ExperimentRun.quick(new MomentumFromRest());
    }

    @Test
    @Tag("slow")
    @DisplayName("has all its outcomes")
    void full() {
        ExperimentRun.full(new MomentumFromRest());
    }

    @Test
    @DisplayName("has slope 1 at every order if the flow starts from the starting point: the usual false conclusion")
    void withoutShiftedStart() {
        var errors = MomentumFromRest.Errors.of(PROBLEM, List.of(400, 800));
        for (int order = 1; order <= 3; order++) {
            assertEquals(1, Slopes.last(errors.of(MomentumFromRest.Start.REST, order)), 0.05, "order " + order);
        }
        assertEquals(3, Slopes.last(errors.of(MomentumFromRest.Start.SECOND, 3)), 0.05);
    }

    private static double error(int order, int from, int n) {
        List<double[]> run = PROBLEM.run(n);
        return Euclidean.distance(PROBLEM.flow(order, n).after(n - from, run.get(from)), run.get(n));
    }

    @Test
    @DisplayName("has bent slopes after a burn-in of a fixed number of steps, whose horizon depends on h")
    void fixedBurnIn() {
        double fixed = Math.log(error(1, 100, 200) / error(1, 100, 400)) / Math.log(2);
        double share = Math.log(error(1, 50, 200) / error(1, 100, 400)) / Math.log(2);
        assertTrue(fixed < 0.93, "slope " + fixed);
        assertEquals(1, share, 0.05);
    }

    @Test
    @DisplayName("has slope 1 at order 3 if n is counted from the first iterate instead of the start")
    void countedFromFirstIterate() {
        double coarse = shiftedError(400);
        double fine = shiftedError(800);
        assertEquals(1, Math.log(coarse / fine) / Math.log(2), 0.05);
    }

    private static double shiftedError(int n) {
        double[] end = PROBLEM.flow(3, n).after(n - 1, PROBLEM.effectiveStart(2, n));
        return Euclidean.distance(end, PROBLEM.run(n).get(n));
    }
}
