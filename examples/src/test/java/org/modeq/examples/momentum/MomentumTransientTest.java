package org.modeq.examples.momentum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.TransientStep;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The first steps of heavy ball from rest")
class MomentumTransientTest {
    @Test
    @DisplayName("has its decisive outcomes")
    void quick() {
        ExperimentRun.quick(new MomentumTransient());
    }

    @Test
    @Tag("slow")
    @DisplayName("has all its outcomes")
    void full() {
        ExperimentRun.full(new MomentumTransient());
    }

    @Test
    @DisplayName(
            "have fields with the leading factors (1 − βᵏ⁺¹)/(1 − β), exactly, which tend to that of the slow manifold")
    void leadingFactors() {
        HeavyBallProblem problem = HeavyBallProblem.of(Rational.of(1, 2));
        RootedTree vertex = RootedTree.parse("f");
        for (int step = 0; step < 5; step++) {
            Rational power = Rational.of(1, 1L << (step + 1));
            assertEquals(
                    Rational.of(2).multiply(Rational.ONE.subtract(power)),
                    TransientStep.equation(problem.method(), step, 1).field().coefficient(vertex));
        }
        assertEquals(
                Rational.of(2), ModifiedEquation.of(problem.method(), 1).field().coefficient(vertex));
    }

    @Test
    @DisplayName("are hit by one field for each step a thousand times better than by one field for all")
    void firstStep() {
        var beginning = MomentumTransient.Beginning.of(HeavyBallProblem.of(Rational.of(9, 10)), 3200, 2);
        List<Double> plain = beginning.plain();
        assertTrue(beginning.first().get(1) < 1e-3 * plain.get(1));
        assertTrue(beginning.second().get(1) < 1e-3 * beginning.first().get(1));
    }
}
