package org.modeq.numeric.precise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.provider.Arguments;
import org.modeq.numeric.formula.ExpressionLoss;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.model.AveragePooling;
import org.modeq.numeric.model.Convolution;
import org.modeq.numeric.model.ConvolutionalNetwork;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.ImageShape;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.LossOnGraph;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;

/** Small problems of every kind with fixed seeds, and relative distances in numbers of any precision. */
final class PreciseProblems {
    private PreciseProblems() {}

    static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of("a polynomial of degree 4", polynomial()),
                Arguments.of(
                        "a network of tanh and squares",
                        network(Activation.TANH, OutputLoss.MEAN_SQUARED_ERROR, 2, 11)),
                Arguments.of(
                        "a network of gelu and softmax",
                        network(Activation.GELU, OutputLoss.SOFTMAX_CROSS_ENTROPY, 3, 12)),
                Arguments.of(
                        "a network of softplus and the logistic loss",
                        network(Activation.SOFTPLUS, OutputLoss.LOGISTIC, 1, 13)),
                Arguments.of("a convolutional network of tanh and softmax", convolution()),
                Arguments.of("a formula", formula()));
    }

    /** Coefficients and exponents that doubles hold exactly. */
    static PolynomialLoss polynomial() {
        return PolynomialLoss.of(
                2,
                List.of(
                        new PolynomialLoss.Term(0.25, List.of(4, 0)),
                        new PolynomialLoss.Term(-1, List.of(1, 2)),
                        new PolynomialLoss.Term(0.375, List.of(0, 3)),
                        new PolynomialLoss.Term(1.5, List.of(1, 0))));
    }

    static LossOnGraph network(Activation activation, OutputLoss loss, int outputs, long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        DMatrixRMaj features = new DMatrixRMaj(5, 3, true, stream.normals(15));
        double[] targets = new double[5];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = i % Math.max(2, outputs);
        }
        return NetworkLoss.of(DenseNetwork.of(activation, 3, 3, outputs), loss, Dataset.of(features, targets));
    }

    private static LossOnGraph convolution() {
        RandomStream stream = RandomStream.ofSeed(14);
        Dataset data = Dataset.of(new DMatrixRMaj(3, 16, true, stream.normals(48)), 1, 0, 2);
        return NetworkLoss.of(
                ConvolutionalNetwork.of(
                        new ImageShape(4, 4, 1),
                        List.of(new Convolution(2, 3, 1, 1), new AveragePooling(2)),
                        Activation.TANH,
                        3),
                OutputLoss.SOFTMAX_CROSS_ENTROPY,
                data);
    }

    /** log(1 + x²) + exp(xy)/4 − sin(x − 2y) + √(1 + y²) + atan(x) cos(y). */
    private static LossOnGraph formula() {
        Expression x = Expression.variable(0, "x");
        Expression y = Expression.variable(1, "y");
        Expression one = Expression.ONE;
        return ExpressionLoss.of(
                2,
                Expression.application("log", one.add(x.multiply(x)))
                        .add(Expression.application("exp", x.multiply(y)).scaled(Rational.of(1, 4)))
                        .add(Expression.application("sin", x.add(y.scaled(Rational.of(-2))))
                                .scaled(Rational.of(-1)))
                        .add(one.add(y.multiply(y)).power(Rational.of(1, 2)))
                        .add(Expression.application("atan", x).multiply(Expression.application("cos", y))));
    }

    /** Entries of size 0.4, with thirds in them, so that they are no doubles. */
    static <T> List<T> point(Loss loss, Numbers<T> numbers) {
        List<T> theta = new ArrayList<>();
        for (double entry : RandomStream.ofSeed(21).normals(loss.dimension())) {
            theta.add(numbers.divide(numbers.of(entry), numbers.of(3)));
        }
        return theta;
    }

    static <T> double size(Numbers<T> numbers, List<T> vector) {
        return vector.stream()
                .mapToDouble(entry -> Math.abs(numbers.toDouble(entry)))
                .max()
                .orElse(0);
    }

    static <T> List<T> difference(Numbers<T> numbers, List<T> first, List<T> second) {
        List<T> difference = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            difference.add(numbers.subtract(first.get(i), second.get(i)));
        }
        return difference;
    }

    static <T> void assertClose(Numbers<T> numbers, List<T> expected, List<T> actual, double relative, String what) {
        double size = size(numbers, expected);
        double difference = size(numbers, difference(numbers, expected, actual));
        assertTrue(size > 1e-6, what + " is nearly zero and tests nothing");
        assertTrue(difference <= relative * size, what + " differs by " + difference / size + " of its size");
    }
}
