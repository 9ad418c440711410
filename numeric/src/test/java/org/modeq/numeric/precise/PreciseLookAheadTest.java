package org.modeq.numeric.precise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.modeq.numeric.evaluate.LookAheadLogarithm;

@DisplayName("The look-ahead logarithm in numbers of high precision")
class PreciseLookAheadTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);

    private static final List<List<BigDecimal>> POWERS =
            List.of(FIFTY.column(1), FIFTY.column(2), FIFTY.column(4), FIFTY.column(8));

    @Test
    @DisplayName(
            "of θₙ = 2ⁿ with h = 1 and two steps ahead is 1 − 1/2, twice that from the next point on, half with h = 2")
    void handWorked() {
        BigDecimal one = BigDecimal.ONE;
        assertEquals(0.5, PreciseLookAhead.at(FIFTY, POWERS, 0, one, 2).get(0).doubleValue());
        assertEquals(1.0, PreciseLookAhead.at(FIFTY, POWERS, 1, one, 2).get(0).doubleValue());
        assertEquals(
                0.25,
                PreciseLookAhead.at(FIFTY, POWERS, 0, FIFTY.of(2), 2).get(0).doubleValue());
        assertEquals(1.0, PreciseLookAhead.at(FIFTY, POWERS, 0, one, 1).get(0).doubleValue());
    }

    /** θₙ = exp(−nh) is the flow of θ̇ = −θ: the logarithm of the shift is −1, but for hᴺ. */
    @Test
    @DisplayName("of a flow is its field to h^N, and that in doubles up to rounding")
    void flow() {
        BigDecimal h = FIFTY.of(0.0625);
        List<List<BigDecimal>> points = new ArrayList<>();
        List<double[]> doubles = new ArrayList<>();
        for (int n = 0; n <= 20; n++) {
            BigDecimal value = FIFTY.exp(FIFTY.multiply(FIFTY.of(-n), h));
            points.add(List.of(value));
            doubles.add(new double[] {value.doubleValue()});
        }
        double missed = FIFTY.add(PreciseLookAhead.at(FIFTY, points, 0, h, 20).get(0), BigDecimal.ONE)
                .doubleValue();
        // (1 − e^(−h))²¹/(21 h)
        assertEquals(-Math.pow(1 - Math.exp(-0.0625), 21) / (21 * 0.0625), -Math.abs(missed), 0.1 * Math.abs(missed));
        double[] found = LookAheadLogarithm.at(doubles, 2, 0.0625, 5);
        assertArrayEquals(FIFTY.toDoubles(PreciseLookAhead.at(FIFTY, points, 2, h, 5)), found, 1e-13);
    }

    @Test
    @DisplayName("refuses a run that is too short, a step size of 0, no step ahead and a negative index")
    void refusals() {
        refused(() -> PreciseLookAhead.at(FIFTY, POWERS, 0, BigDecimal.ONE, 4));
        refused(() -> PreciseLookAhead.at(FIFTY, POWERS, 0, BigDecimal.ZERO, 1));
        refused(() -> PreciseLookAhead.at(FIFTY, POWERS, 0, BigDecimal.ONE, 0));
        refused(() -> PreciseLookAhead.at(FIFTY, POWERS, -1, BigDecimal.ONE, 1));
    }

    private static void refused(Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains("given a run of 4 points"), message);
    }
}
