package org.modeq.numeric.model;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.LineDerivatives;

@DisplayName("A model")
class ModelDerivativesTest {
    private static DMatrixRMaj matrix(int rows, int columns, long seed) {
        return new DMatrixRMaj(rows, columns, true, RandomStream.ofSeed(seed).normals(rows * columns));
    }

    private static Dataset data(int features, double... targets) {
        return Dataset.of(matrix(targets.length, features, 3), targets);
    }

    private static ConvolutionalNetwork convolutional() {
        return ConvolutionalNetwork.of(
                new ImageShape(4, 4, 1),
                List.of(new Convolution(2, 3, 1, 1), new AveragePooling(2), new Convolution(3, 2, 2, 0)),
                Activation.TANH,
                2);
    }

    private static MultiTaskNetwork multiTask() {
        return MultiTaskNetwork.of(DenseNetwork.of(3, 4, 2), Activation.SIGMOID)
                .withHead("A", 1)
                .withHead("B", 3, 2);
    }

    private static Stream<Arguments> models() {
        DMatrixRMaj mask = new DMatrixRMaj(3, 2, true, 1, 0, 1, 1, 0, 2);
        return Stream.of(
                model(
                        "a convolutional network with cross-entropy",
                        NetworkLoss.of(convolutional(), OutputLoss.SOFTMAX_CROSS_ENTROPY, data(16, 0, 1))),
                model(
                        "a convolutional network with the squared error",
                        NetworkLoss.of(convolutional(), OutputLoss.MEAN_SQUARED_ERROR, data(16, 1, 1))),
                model(
                        "a network with the logistic loss",
                        NetworkLoss.of(DenseNetwork.of(3, 2, 1), OutputLoss.LOGISTIC, data(3, 1, 0, 1))),
                model("one task of two", multiTask().loss("A", OutputLoss.LOGISTIC, data(3, 1, -1, -1))),
                model("another task", multiTask().loss("B", OutputLoss.SOFTMAX_CROSS_ENTROPY, data(3, 1, 0, 1))),
                model("a diagonal network of powers", diagonal(DiagonalLinearNetwork.ofPowers(3, 5))),
                model("a diagonal network of layers", diagonal(DiagonalLinearNetwork.ofLayers(3, 3))),
                model(
                        "a diagonal network with heads",
                        diagonal(DiagonalLinearNetwork.ofTasks(3, 2).get(1))),
                model("a matrix factorisation", MatrixFactorisation.of(matrix(3, 2, 5), 2)),
                model("a matrix completion", MatrixFactorisation.of(matrix(3, 2, 5), 2, mask)),
                model("a quadratic", QuadraticLoss.of(matrix(3, 3, 5), 1, 2, -1)),
                model(
                        "a polynomial",
                        PolynomialLoss.of(
                                3,
                                List.of(
                                        new PolynomialLoss.Term(2, List.of(3, 1, 1)),
                                        new PolynomialLoss.Term(-0.5, List.of(0, 5, 0)),
                                        new PolynomialLoss.Term(4, List.of(0, 0, 0)),
                                        new PolynomialLoss.Term(1, List.of(1, 0, 0))))));
    }

    private static Loss diagonal(DiagonalLinearNetwork network) {
        return NetworkLoss.of(network, OutputLoss.MEAN_SQUARED_ERROR, data(3, 0.5, -1.5));
    }

    private static Arguments model(String name, Loss loss) {
        return Arguments.of(name, loss);
    }

    @ParameterizedTest(name = "{0}: value and gradient along a line, to the fifth derivative, against seventy digits")
    @MethodSource("models")
    void againstDifferences(String name, LossOnGraph loss) {
        RandomStream stream = RandomStream.ofSeed(9);
        double[] theta = stream.normals(loss.dimension());
        double[] direction = stream.normals(loss.dimension());
        for (int i = 0; i < theta.length; i++) {
            theta[i] *= 0.5;
            direction[i] *= 0.3;
        }
        LineDerivatives.check(name, loss.graphLoss().node(), theta, direction);
    }
}
