package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The stochastic equation of SGD at a point")
class SdeEvaluatorTest {
    private static final double ROUNDING = 1e-14;

    private static VectorField descent(int dimension, PolynomialLoss.Term... terms) {
        return PolynomialLoss.of(dimension, List.of(terms)).graphLoss().negativeGradient();
    }

    /** f_A = x² and f_B = 1 − x: at x = 1 the mean is 1/2 with f̄′ = 1/2, f̄″ = 1, and d_A = 1/2 with d_A′ = 3/2. */
    private static SortedMap<Colour, VectorField> batches() {
        SortedMap<Colour, VectorField> batches = new TreeMap<>();
        batches.put(new Colour("A"), descent(1, new PolynomialLoss.Term(-1.0 / 3, List.of(3))));
        batches.put(
                new Colour("B"),
                descent(1, new PolynomialLoss.Term(-1, List.of(1)), new PolynomialLoss.Term(0.5, List.of(2))));
        return batches;
    }

    @Test
    @DisplayName("has the drift f̄ − h/2 f̄′f̄ + h²(1/3 f̄′f̄′f̄ + 1/12 f̄″(f̄,f̄) − 1/4 𝔼f̄″(d,d))")
    void drift() {
        List<double[]> drift = SdeEvaluator.of(ModifiedSde.of(3), batches()).drift(new double[] {1});
        assertArrayEquals(new double[] {0.5}, drift.get(0), ROUNDING);
        assertArrayEquals(new double[] {-0.125}, drift.get(1), ROUNDING);
        assertArrayEquals(new double[] {1.0 / 24 + 1.0 / 48 - 1.0 / 16}, drift.get(2), ROUNDING);
    }

    @Test
    @DisplayName("has the columns σ_b − h/2 (f̄′σ_b + σ_b′f̄) with σ_b = d_b/√m")
    void columns() {
        SdeEvaluator evaluator = SdeEvaluator.of(ModifiedSde.of(3), batches());
        List<List<double[]>> columns = evaluator.columns(new double[] {1});
        double root = Math.sqrt(2);
        assertEquals(List.of(new Colour("A"), new Colour("B")), evaluator.batches());
        assertArrayEquals(new double[] {0.5 / root}, columns.get(0).get(0), ROUNDING);
        assertArrayEquals(new double[] {-0.5 / root}, columns.get(0).get(1), ROUNDING);
        assertArrayEquals(new double[] {-0.5 / root}, columns.get(1).get(0), ROUNDING);
    }

    @Test
    @DisplayName("needs at least two batches")
    void oneBatch() {
        SortedMap<Colour, VectorField> one = new TreeMap<>(batches());
        one.remove(one.lastKey());
        assertThrows(IllegalArgumentException.class, () -> SdeEvaluator.of(ModifiedSde.of(2), one));
    }
}
