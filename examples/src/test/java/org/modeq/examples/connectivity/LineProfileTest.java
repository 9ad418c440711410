package org.modeq.examples.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.model.QuadraticLoss;

@DisplayName("The barrier of a loss on a line")
class LineProfileTest {
    private static LineProfile of(DoubleUnaryOperator value) {
        return new LineProfile(IntStream.range(0, LineProfile.POINTS)
                .mapToObj(i -> value.applyAsDouble(LineProfile.share(i)))
                .toList());
    }

    @Test
    @DisplayName("is 0 for a convex loss, however high one end is: read against 0 the end itself would be one")
    void convex() {
        QuadraticLoss loss = QuadraticLoss.of(new DMatrixRMaj(new double[][] {{2, 0}, {0, 6}}), 0, 0);
        LineProfile profile = LineProfile.of(loss, new double[] {0, 0}, new double[] {1, 1});
        assertEquals(0, profile.barrier());
        assertEquals(0, profile.atStart());
        assertEquals(4, Collections.max(profile.values()), 1e-15);
        assertEquals(4, profile.atEnd(), 1e-15);
    }

    @Test
    @DisplayName("is the height of a hill above the straight line between its ends, however steep that is")
    void hill() {
        DoubleUnaryOperator hill = t -> 4 * t * (1 - t);
        assertEquals(1, of(hill).barrier(), 1e-15);
        assertEquals(1, of(t -> hill.applyAsDouble(t) + 3 - 2 * t).barrier(), 1e-14);
    }

    @Test
    @DisplayName("is that of the mean of profiles, not the mean of their barriers")
    void mean() {
        LineProfile up = of(t -> 4 * t * (1 - t));
        LineProfile down = of(t -> -4 * t * (1 - t));
        assertEquals(0, LineProfile.mean(List.of(up, down)).barrier(), 1e-15);
    }
}
