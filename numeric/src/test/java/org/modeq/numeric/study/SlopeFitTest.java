package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A slope")
class SlopeFitTest {
    private static LadderPoint point(double logStepSize, double logError, boolean used) {
        return new LadderPoint(Math.exp(logStepSize), Math.exp(logError), 0, 0, used);
    }

    /**
     * Worked by hand: x = 0, −1, −2 and y = 0, −1, −3 have Sxy = 3, Sxx = 2, residuals −1/6, 1/3, −1/6, so s² = 1/6,
     * the standard error is √(1/12), and Student's t for one degree of freedom is 12.706204736 (tan of 0.475 π).
     */
    @Test
    @DisplayName("through (0,0), (−1,−1), (−2,−3) is 3/2 ± 12.7062/√12, with the pair slopes 1 and 2")
    void handWorked() {
        SlopeFit fit =
                SlopeFit.of(List.of(point(-1, -1, true), point(0, 0, true), point(-2, -3, true), point(-9, 7, false)));
        double halfWidth = Math.tan(0.475 * Math.PI) / Math.sqrt(12);
        assertEquals(1.5, fit.slope(), 1e-14);
        assertEquals(1.0 / 6, fit.intercept(), 1e-14);
        assertEquals(halfWidth, fit.halfWidth(), 1e-8);
        assertEquals(1.5 - halfWidth, fit.lower(), 1e-8);
        assertEquals(1.5 + halfWidth, fit.upper(), 1e-8);
        assertEquals(1, fit.pairSlopes().get(0), 1e-14);
        assertEquals(2, fit.lastPairSlope(), 1e-14);
    }

    @Test
    @DisplayName("needs three used points with positive errors")
    void tooFewPoints() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SlopeFit.of(List.of(point(0, 0, true), point(-1, -1, true), point(-2, -2, false))));
        assertThrows(
                IllegalArgumentException.class,
                () -> SlopeFit.of(
                        List.of(point(0, 0, true), point(-1, -1, true), new LadderPoint(0.01, 0, 0, 0, true))));
    }

    /** log error = 2 log h + 1 + h/2 exactly: the plain line is off, the corrected one is not. */
    @Test
    @DisplayName("is that of the leading power where the next power of h is fitted as well")
    void corrected() {
        List<LadderPoint> points = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            double h = Math.pow(2, -k);
            points.add(new LadderPoint(h, Math.exp(2 * Math.log(h) + 1 + h / 2), 0, 0, true));
        }
        SlopeFit corrected = SlopeFit.corrected(points);
        assertEquals(2, corrected.slope(), 1e-12);
        assertEquals(0, corrected.halfWidth(), 1e-11);
        assertTrue(SlopeFit.of(points).lower() > 2, "the plain interval misses the slope");
        assertThrows(IllegalArgumentException.class, () -> SlopeFit.corrected(points.subList(0, 3)));
    }
}
