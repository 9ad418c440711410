package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

@DisplayName("A diagonal linear network")
class DiagonalLinearNetworkTest {
    private static final DMatrixRMaj X =
            new DMatrixRMaj(4, 3, true, 1, 0.5, -1, 2, -0.5, 0.25, 0, 1, 1, -1.5, 0.75, 0.5);
    private static final double[] Y = {1, -1, 0.5, 2};
    private static final Dataset DATA = Dataset.of(X, Y);

    /** Xᵀ(Xw − y)/n, by sums. */
    private static double[] slope(double... w) {
        double[] slope = new double[3];
        for (int i = 0; i < 4; i++) {
            double error = -Y[i];
            for (int j = 0; j < 3; j++) {
                error += X.get(i, j) * w[j];
            }
            for (int j = 0; j < 3; j++) {
                slope[j] += X.get(i, j) * error / 4;
            }
        }
        return slope;
    }

    private static Loss loss(Network network) {
        return NetworkLoss.of(network, OutputLoss.MEAN_SQUARED_ERROR, DATA);
    }

    @ParameterizedTest(name = "u₊^D − u₋^D of depth {0} has the gradient ±D u^(D−1) ∘ Xᵀ(Xw − y)/n")
    @ValueSource(ints = {1, 2, 3, 4, 7})
    void powers(int depth) {
        DiagonalLinearNetwork network = DiagonalLinearNetwork.ofPowers(3, depth);
        double[] theta = {1, 0.5, -0.75, 0.25, 1.5, 1};
        double[] w = new double[3];
        for (int i = 0; i < 3; i++) {
            w[i] = Math.pow(theta[i], depth) - Math.pow(theta[3 + i], depth);
        }
        double[] expected = new double[6];
        for (int i = 0; i < 6; i++) {
            double sign = i < 3 ? 1 : -1;
            expected[i] = sign * depth * Math.pow(theta[i], depth - 1) * slope(w)[i % 3];
        }
        assertArrayEquals(expected, loss(network).gradient(theta), 1e-12);
        assertEquals(List.of("plus", "minus"), network.layout().names());
    }

    @Nested
    @DisplayName("of two layers u∘v")
    class TwoLayers {
        private final Loss loss = loss(DiagonalLinearNetwork.ofLayers(3, 2));
        private final double[] theta = {1, 0.5, -0.75, 0.25, 1.5, 1};

        @Test
        @DisplayName("keeps u² − v² along gradient flow, and a step of gradient descent changes it by −h²F′²(u² − v²)")
        void conservation() {
            double h = 0.125;
            double[] field = loss.negativeGradient().at(theta);
            double[] w = {theta[0] * theta[3], theta[1] * theta[4], theta[2] * theta[5]};
            for (int i = 0; i < 3; i++) {
                double u = theta[i];
                double v = theta[3 + i];
                assertEquals(0, 2 * (u * field[i] - v * field[3 + i]), 1e-15);
                double nextU = u + h * field[i];
                double nextV = v + h * field[3 + i];
                double squaredSlope = Math.pow(slope(w)[i], 2);
                assertEquals((1 - h * h * squaredSlope) * (u * u - v * v), nextU * nextU - nextV * nextV, 1e-15);
            }
        }
    }

    @Nested
    @DisplayName("of two layers with the modified field f + h f₂ of gradient descent, f₂ = −½ f′f")
    class Modified {
        @Test
        @DisplayName("changes u² − v² at the rate −h F′²(u² − v²)")
        void rate() {
            double[] theta = {1, 0.5, -0.75, 0.25, 1.5, 1};
            VectorField field = loss(DiagonalLinearNetwork.ofLayers(3, 2)).negativeGradient();
            double[] f = field.at(theta);
            double[] derivative =
                    field.at(Jet.affine(JetAlgebra.of(1), theta, List.of(f))).entries(1);
            double[] w = {theta[0] * theta[3], theta[1] * theta[4], theta[2] * theta[5]};
            for (int i = 0; i < 3; i++) {
                double u = theta[i];
                double v = theta[3 + i];
                double rate = 2 * (u * -0.5 * derivative[i] - v * -0.5 * derivative[3 + i]);
                assertEquals(-Math.pow(slope(w)[i], 2) * (u * u - v * v), rate, 1e-14);
            }
        }
    }

    @Test
    @DisplayName("u₊² − u₋² keeps u₊∘u₋ along gradient flow")
    void otherConservation() {
        double[] theta = {1, 0.5, -0.75, 0.25, 1.5, 1};
        double[] field =
                loss(DiagonalLinearNetwork.ofPowers(3, 2)).negativeGradient().at(theta);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, theta[i] * field[3 + i] + theta[3 + i] * field[i], 1e-15);
        }
    }

    @Test
    @DisplayName("with heads for tasks gives a head no gradient from the other task")
    void heads() {
        List<DiagonalLinearNetwork> tasks = DiagonalLinearNetwork.ofTasks(3, 2);
        double[] theta = {1, 0.5, -0.75, 0.25, 1.5, 1, 2, -1, 0.5};
        double[] ofFirst = loss(tasks.get(0)).gradient(theta);
        ParameterLayout layout = tasks.get(0).layout();
        assertEquals(List.of("u", "v1", "v2"), layout.names());
        assertArrayEquals(new double[3], layout.view(ofFirst, "v2").data);
        double[] alone = loss(DiagonalLinearNetwork.ofLayers(3, 2)).gradient(java.util.Arrays.copyOf(theta, 6));
        assertArrayEquals(alone, java.util.Arrays.copyOf(ofFirst, 6), 1e-15);
        double[] ofSecond = loss(tasks.get(1)).gradient(theta);
        assertArrayEquals(new double[3], layout.view(ofSecond, "v1").data);
    }

    @Test
    @DisplayName("starts with normal numbers from a seed and takes the logistic loss as well")
    void start() {
        DiagonalLinearNetwork network = DiagonalLinearNetwork.ofLayers(3, 4);
        assertArrayEquals(RandomStream.ofSeed(2).normals(12), network.initialParameters(2));
        Loss logistic = NetworkLoss.of(network, OutputLoss.LOGISTIC, Dataset.of(X, 0, 1, 1, 0));
        assertEquals(Math.log(2), logistic.value(new double[12]), 1e-15);
        assertEquals("w = u1∘u2∘u3∘u4 of 3 features", network.toString());
        assertEquals(
                "w = plus∘plus − minus∘minus of 5 features",
                DiagonalLinearNetwork.ofPowers(5, 2).toString());
    }

    @Test
    @DisplayName("refuses numbers below 1")
    void errors() {
        assertThrows(IllegalArgumentException.class, () -> DiagonalLinearNetwork.ofPowers(3, 0));
        assertThrows(IllegalArgumentException.class, () -> DiagonalLinearNetwork.ofLayers(3, 0));
        assertThrows(IllegalArgumentException.class, () -> DiagonalLinearNetwork.ofTasks(3, 0));
        assertThrows(IllegalArgumentException.class, () -> DiagonalLinearNetwork.ofLayers(0, 2));
    }
}
