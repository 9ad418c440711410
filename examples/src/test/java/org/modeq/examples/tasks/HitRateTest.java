package org.modeq.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A hit rate")
class HitRateTest {
    @ParameterizedTest(name = "given {0} hits of {1}")
    @CsvSource({"0, 40", "11, 40", "20, 40", "39, 40", "40, 40", "1, 1"})
    @DisplayName("has Wilson's interval, whose ends p are those with (rate − p)² = z² p(1 − p)/n")
    void ends(int hits, int total) {
        HitRate hitRate = new HitRate(hits, total);
        for (double p : new double[] {hitRate.lower(), hitRate.upper()}) {
            double distance = hitRate.rate() - p;
            assertEquals(1.959963984540054 * 1.959963984540054 * p * (1 - p) / total, distance * distance, 1e-14);
        }
        assertTrue(hitRate.lower() <= hitRate.rate() && hitRate.rate() <= hitRate.upper());
    }
}
