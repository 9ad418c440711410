package org.modeq.examples.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.connectivity.LineLoss.Factor;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.NetworkLoss;

@DisplayName("The mean loss on a line from a base to w")
class LineLossTest {
    private static final Dataset DATA = Digits.load();
    private static final double STEP = 1e-4;

    private final int[] rows =
            IntStream.range(0, BatchSource.SIZE).map(i -> 7 * i).toArray();
    private final NetworkLoss loss = NetworkLoss.of(TaskSequence.NETWORK, TaskSequence.OUTPUT_LOSS, DATA.select(rows));
    private final double[] base = TaskSequence.NETWORK.initialParameters(1);
    private final double[] w = TaskSequence.NETWORK.initialParameters(2);

    private double[] gradient(Factor factor) {
        double[] gradient = new double[w.length];
        LineLoss.of(DATA, factor).gradient(rows, base, w, gradient);
        return gradient;
    }

    /** The mean of weight(α) L(b + α(w − b)), as it is written. */
    private double objective(double[] end, DoubleUnaryOperator weight) {
        return LineLoss.ALPHAS.stream()
                .mapToDouble(alpha -> weight.applyAsDouble(alpha) * loss.value(LineProfile.between(base, end, alpha)))
                .average()
                .orElseThrow();
    }

    /** The slope at w along a direction, from four points. */
    private double slope(double[] direction, ToDoubleFunction<double[]> function) {
        double near = difference(direction, STEP, function);
        double far = difference(direction, 2 * STEP, function);
        return (4 * near - far) / 3;
    }

    private double difference(double[] direction, double step, ToDoubleFunction<double[]> function) {
        double[] ahead = w.clone();
        double[] behind = w.clone();
        Euclidean.add(ahead, step, direction);
        Euclidean.add(behind, -step, direction);
        return (function.applyAsDouble(ahead) - function.applyAsDouble(behind)) / (2 * step);
    }

    private double[] mean(DoubleUnaryOperator factor) {
        double[] mean = new double[w.length];
        for (double alpha : LineLoss.ALPHAS) {
            double[] gradient = loss.gradient(LineProfile.between(base, w, alpha));
            Euclidean.add(mean, factor.applyAsDouble(alpha) / LineLoss.ALPHAS.size(), gradient);
        }
        return mean;
    }

    @Test
    @DisplayName(
            "has the mean of α ∇L at the points as its gradient, which finite differences of the objective confirm")
    void gradientOfObjective() {
        double[] gradient = gradient(Factor.ALPHA);
        assertArrayEquals(mean(alpha -> alpha), gradient, 1e-15);
        for (int seed = 3; seed < 8; seed++) {
            double[] direction = TaskSequence.NETWORK.initialParameters(seed);
            double slope = slope(direction, end -> objective(end, alpha -> 1));
            assertEquals(slope, Euclidean.product(gradient, direction), 1e-9);
        }
    }

    @Test
    @DisplayName("without the factor α has another: that of the objective with the weights 1/α")
    void withoutFactor() {
        double[] gradient = gradient(Factor.ONE);
        assertArrayEquals(mean(alpha -> 1), gradient, 1e-15);
        double[] right = gradient(Factor.ALPHA);
        double cosine = Euclidean.product(gradient, right) / (Euclidean.norm(gradient) * Euclidean.norm(right));
        assertTrue(cosine < 0.97, "no multiple of the right one: " + cosine);
        for (int seed = 3; seed < 8; seed++) {
            double[] direction = TaskSequence.NETWORK.initialParameters(seed);
            double product = Euclidean.product(gradient, direction);
            double slope = slope(direction, end -> objective(end, alpha -> 1));
            assertTrue(Math.abs(product - slope) > 0.2 * Math.abs(slope), product + " is not " + slope);
            assertEquals(slope(direction, end -> objective(end, alpha -> 1 / alpha)), product, 1e-8);
        }
    }
}
