package org.modeq.examples.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;

@DisplayName("The principal flow near a sharp minimum")
class NearASharpMinimumTest {
    @Test
    @DisplayName("has all its outcomes")
    void quick() {
        ExperimentRun.quick(new NearASharpMinimum());
    }

    @Test
    @DisplayName("is lost on the principal branch of the logarithm, which jumps as soon as the point is complex")
    void principalBranch() {
        double right = NearASharpMinimum.principalError(0.005);
        double wrong = NearASharpMinimum.error(0.005, NearASharpMinimum.wrongBranch(), 4);
        assertTrue(wrong > 4 * right, wrong + " against " + right);
    }

    @Test
    @DisplayName(
            "is lost with the real part of the logarithm alone: after three steps it is on the wrong side of the minimum")
    void realPart() {
        double right = NearASharpMinimum.principalError(0.005);
        double wrong = NearASharpMinimum.error(0.005, NearASharpMinimum.realPart(), 3);
        assertTrue(wrong > 0.4 * 0.005, "of the size of the offset");
        assertTrue(wrong > 100 * right);
        assertEquals(0.005 * 2 * Math.pow(0.61667, 3), wrong, 1e-4);
    }
}
