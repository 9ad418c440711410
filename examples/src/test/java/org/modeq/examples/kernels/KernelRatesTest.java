package org.modeq.examples.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rates of majority kernels of one weight")
class KernelRatesTest {
    @Test
    @DisplayName("follow from the averaging operator: every difference is 0 as an expression")
    void rates() {
        assertTrue(KernelRates.meanLossLessExpansion().isZero());
        assertTrue(KernelRates.rateOfMeanLessDescent().isZero());
        assertTrue(KernelRates.rateOfSpreadLessNoise().isZero());
        assertTrue(KernelRates.rateOfMeanLessPlainCorrection().isZero());
    }

    @Test
    @DisplayName(
            "are those of the mean loss, whatever the loss: 𝔼 (Σ pᵢsᵢ)² = Σ sᵢ²/12 and 𝔼 (Σ pᵢsᵢ)³ = Σ sᵢ³/30 where Σ sᵢ = 0")
    void moments() {
        double[] s = {0.7, -1.1, 0.4};
        double second = 0;
        double third = 0;
        for (SimplexDraws.Node node : SimplexDraws.rule()) {
            double[] p = node.p();
            double w = p[0] * s[0] + p[1] * s[1] + p[2] * s[2];
            second += node.weight() * w * w;
            third += node.weight() * w * w * w;
        }
        assertEquals((0.49 + 1.21 + 0.16) / 12, second, 1e-15);
        assertEquals((0.343 - 1.331 + 0.064) / 30, third, 1e-15);
    }
}
