package org.modeq.numeric.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The Euclidean norm")
class EuclideanTest {
    @Test
    @DisplayName("neither overflows nor loses what is small")
    void range() {
        assertEquals(5, Euclidean.norm(new double[] {3, -4}));
        assertEquals(5e200, Euclidean.norm(new double[] {3e200, -4e200}), 1e186);
        assertEquals(5e-200, Euclidean.norm(new double[] {3e-200, -4e-200}), 1e-214);
        assertEquals(5 * Double.MIN_VALUE, Euclidean.norm(new double[] {3 * Double.MIN_VALUE, 4 * Double.MIN_VALUE}));
    }

    @Test
    @DisplayName("is 0 of 0 and says what is not finite")
    void limits() {
        assertEquals(0, Euclidean.norm(new double[2]));
        assertEquals(0, Euclidean.norm(new double[0]));
        assertEquals(Double.POSITIVE_INFINITY, Euclidean.norm(new double[] {1, Double.NEGATIVE_INFINITY}));
        assertEquals(Double.NaN, Euclidean.norm(new double[] {1, Double.NaN}));
    }
}
