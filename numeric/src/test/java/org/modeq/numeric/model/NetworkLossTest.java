package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

@DisplayName("A network")
class NetworkLossTest {
    /** Anchors: measured with an independent program in numpy. */
    @Nested
    @DisplayName("64-16-10 with the weights of seed 1")
    class OnDigits {
        private final DenseNetwork network = DenseNetwork.of(64, 16, 10);
        private final double[] theta = network.initialParameters(1);
        private final NetworkLoss loss = NetworkLoss.of(
                network, OutputLoss.SOFTMAX_CROSS_ENTROPY, Digits.load().rows(IndexRange.parse("1-1000")));

        @Test
        @DisplayName("has 1210 parameters with the known beginnings of W₁ and W₂ and biases 0")
        void parameters() {
            assertEquals(1210, network.parameterCount());
            assertArrayEquals(new double[] {-0.00428342, -0.16157607, -0.31250844}, Arrays.copyOf(theta, 3), 1e-8);
            assertArrayEquals(new double[] {0.27239217, 0.10975335}, Arrays.copyOfRange(theta, 1040, 1042), 1e-8);
            assertArrayEquals(new double[16], Arrays.copyOfRange(theta, 1024, 1040));
        }

        @Test
        @DisplayName("has the known loss and gradient norm on the first thousand digits")
        void lossAndGradient() {
            assertEquals(2.3573880884176304, loss.value(theta), 1e-13);
            double norm = Math.sqrt(
                    Arrays.stream(loss.gradient(theta)).map(g -> g * g).sum());
            assertEquals(0.6148949840122511, norm, 1e-13);
        }

        @Test
        @DisplayName("refuses a point of another dimension")
        void otherDimension() {
            assertThrows(IllegalArgumentException.class, () -> loss.value(new double[3]));
        }
    }

    @Nested
    @DisplayName("2-1 without hidden layer, W = (1, 2), b = 3, and one sample (1, 1) with target 5")
    class HandWorked {
        private final Dataset data = Dataset.of(new DMatrixRMaj(new double[][] {{1, 1}}), 5);
        private final NetworkLoss loss = NetworkLoss.of(DenseNetwork.of(2, 1), OutputLoss.MEAN_SQUARED_ERROR, data);

        @Test
        @DisplayName("has the output 6, the loss 1/2 and the gradient (1, 1, 1)")
        void values() {
            double[] theta = {1, 2, 3};
            assertEquals(0.5, loss.value(theta));
            assertArrayEquals(new double[] {1, 1, 1}, loss.gradient(theta));
        }
    }

    @Nested
    @DisplayName("1-2 as softmax regression on one sample 1 of class 0")
    class Softmax {
        private final Dataset data = Dataset.of(new DMatrixRMaj(new double[][] {{1}}), 0);
        private final NetworkLoss loss = NetworkLoss.of(DenseNetwork.of(1, 2), OutputLoss.SOFTMAX_CROSS_ENTROPY, data);

        @Test
        @DisplayName("has at logits 0, log 3 the loss log 4 and the gradient (−3/4, 3/4) in weights and biases")
        void values() {
            double[] theta = {0, Math.log(3), 0, 0};
            assertEquals(Math.log(4), loss.value(theta), 1e-15);
            assertArrayEquals(new double[] {-0.75, 0.75, -0.75, 0.75}, loss.gradient(theta), 1e-15);
        }

        @Test
        @DisplayName("stays finite at logits of 0 and 10000, where exponentials overflow")
        void largeLogits() {
            double[] theta = {0, 10000, 0, 0};
            assertEquals(10000, loss.value(theta), 1e-9);
            assertArrayEquals(new double[] {-1, 1, -1, 1}, loss.gradient(theta));
        }
    }

    @Nested
    @DisplayName("1-1 with the logistic loss")
    class Logistic {
        private final DMatrixRMaj features = new DMatrixRMaj(new double[][] {{1}, {2}});

        private NetworkLoss loss(double... targets) {
            return NetworkLoss.of(DenseNetwork.of(1, 1), OutputLoss.LOGISTIC, Dataset.of(features, targets));
        }

        @Test
        @DisplayName(
                "has at outputs log 3 the losses log 4/3 and log 4 and the slopes −1/4 and 3/4, for signs as for classes")
        void values() {
            double[] theta = {0, Math.log(3)};
            for (NetworkLoss loss : List.of(loss(1, -1), loss(1, 0))) {
                assertEquals((Math.log(4.0 / 3) + Math.log(4)) / 2, loss.value(theta), 1e-15);
                assertArrayEquals(new double[] {(-0.25 + 2 * 0.75) / 2, 0.25}, loss.gradient(theta), 1e-15);
            }
        }

        @Test
        @DisplayName("stays finite at an output of ±10000, and takes 1 in all rows as a sign")
        void largeOutputs() {
            assertEquals(10000, loss(-1, -1).value(new double[] {0, 10000}));
            assertEquals(0, loss(1, 1).value(new double[] {0, 10000}));
        }

        @Test
        @DisplayName("refuses other targets and several outputs")
        void errors() {
            String message = assertThrows(IllegalArgumentException.class, () -> loss(1, 2))
                    .getMessage();
            assertTrue(message.contains("row 2"), message);
            assertThrows(IllegalArgumentException.class, () -> loss(-1, 0));
            Dataset data = Dataset.of(features, 0, 1);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> NetworkLoss.of(DenseNetwork.of(1, 2), OutputLoss.LOGISTIC, data));
        }
    }

    @Nested
    @DisplayName("with two hidden layers and either loss")
    class TwoWays {
        private final DenseNetwork network = DenseNetwork.of(3, 4, 3, 2);
        private final double[] theta = network.initialParameters(4);
        private final Dataset data =
                Dataset.of(new DMatrixRMaj(5, 3, true, RandomStream.ofSeed(6).normals(15)), 0, 1, 1, 0, 1);

        @Test
        @DisplayName("has the derivative of its value as its gradient, by jets of the value alone")
        void gradientIsDerivativeOfValue() {
            double[] direction = RandomStream.ofSeed(8).normals(theta.length);
            Jet moved = Jet.affine(JetAlgebra.of(2), theta, List.of(direction));
            for (OutputLoss outputLoss : List.of(OutputLoss.SOFTMAX_CROSS_ENTROPY, OutputLoss.MEAN_SQUARED_ERROR)) {
                NetworkLoss loss = NetworkLoss.of(network, outputLoss, data);
                Jet value = loss.value(moved);
                Jet gradient = loss.gradient(moved);
                double first = product(gradient.entries(0), direction);
                double second = product(gradient.entries(1), direction) / 2;
                assertEquals(first, value.entries(1)[0], 1e-14, outputLoss.name());
                assertEquals(second, value.entries(2)[0], 1e-14, outputLoss.name());
            }
        }

        @Test
        @DisplayName("has as its loss the mean of the losses of batches of equal size")
        void batches() {
            NetworkLoss all = NetworkLoss.of(network, OutputLoss.MEAN_SQUARED_ERROR, data.select(0, 1, 2, 3));
            NetworkLoss first = NetworkLoss.of(network, OutputLoss.MEAN_SQUARED_ERROR, data.select(2, 0));
            NetworkLoss second = NetworkLoss.of(network, OutputLoss.MEAN_SQUARED_ERROR, data.select(1, 3));
            assertEquals((first.value(theta) + second.value(theta)) / 2, all.value(theta), 1e-15);
        }

        private double product(double[] x, double[] y) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * y[i];
            }
            return sum;
        }
    }

    @Test
    @DisplayName("needs at least two sizes, each at least 1")
    void sizes() {
        String message = assertThrows(IllegalArgumentException.class, () -> DenseNetwork.of(64, 0, 10))
                .getMessage();
        assertTrue(message.contains("[64, 0, 10]"), message);
        assertThrows(IllegalArgumentException.class, () -> DenseNetwork.of(64));
    }

    @Test
    @DisplayName("is not needed for polynomials: L = 2x²y − y³ has the gradient (4xy, 2x² − 3y²)")
    void polynomial() {
        PolynomialLoss loss = PolynomialLoss.of(
                2, List.of(new PolynomialLoss.Term(2, List.of(2, 1)), new PolynomialLoss.Term(-1, List.of(0, 3))));
        double[] point = {3, 2};
        assertEquals(28, loss.value(point));
        assertArrayEquals(new double[] {24, 6}, loss.gradient(point));
        assertThrows(
                IllegalArgumentException.class,
                () -> PolynomialLoss.of(3, List.of(new PolynomialLoss.Term(1, List.of(1, 1)))));
    }
}
