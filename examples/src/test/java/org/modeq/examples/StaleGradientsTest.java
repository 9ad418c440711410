package org.modeq.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("Gradients that are one step old")
class StaleGradientsTest {
    @Test
    @DisplayName("have the bias −3/2 h f′f: half a step of gradient descent and one step of delay")
    void bias() {
        assertEquals(
                Rational.of(-3, 2),
                ModifiedEquation.of(StaleGradients.method(), 2).field().coefficient(RootedTree.parse("f[f]")));
    }

    /** On f(x) = λx the slow root of z² − z = hλ is (1 + √(1 + 4hλ))/2 = 1 + hλ − (hλ)² + 2(hλ)³ …; its logarithm. */
    @Test
    @DisplayName("have on linear fields the logarithm of the slow root: 1, −3/2, 10/3 on the tall trees")
    void tallTrees() {
        var field = ModifiedEquation.of(StaleGradients.method(), 3).field();
        assertEquals(Rational.ONE, field.coefficient(RootedTree.parse("f")));
        assertEquals(Rational.of(10, 3), field.coefficient(RootedTree.parse("f[f[f]]")));
    }
}
