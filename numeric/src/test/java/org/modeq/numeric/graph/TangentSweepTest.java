package org.modeq.numeric.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.AveragePooling;
import org.modeq.numeric.model.Convolution;
import org.modeq.numeric.model.ConvolutionalNetwork;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.DiagonalLinearNetwork;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.ImageShape;
import org.modeq.numeric.model.LossOnGraph;
import org.modeq.numeric.model.MatrixFactorisation;
import org.modeq.numeric.model.Network;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;

@DisplayName("The derivative of a node along a direction")
class TangentSweepTest {
    private static LossOnGraph loss(Network network, OutputLoss loss, int samples, long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        DMatrixRMaj features =
                new DMatrixRMaj(samples, network.inputCount(), true, stream.normals(samples * network.inputCount()));
        double[] classes = new double[samples];
        for (int i = 0; i < samples; i++) {
            classes[i] = i % Math.max(2, network.outputCount());
        }
        return NetworkLoss.of(network, loss, Dataset.of(features, classes));
    }

    private static final Network CONVOLUTION = ConvolutionalNetwork.of(
            new ImageShape(4, 4, 1), List.of(new Convolution(2, 3, 1, 1), new AveragePooling(2)), Activation.GELU, 3);

    /** Pairs of losses on the same parameters; in the second of each kind products of data with data pay. */
    private static Stream<List<LossOnGraph>> pairs() {
        DenseNetwork dense = DenseNetwork.of(Activation.TANH, 9, 4, 3);
        DMatrixRMaj matrix = new DMatrixRMaj(3, 4, true, RandomStream.ofSeed(1).normals(12));
        return Stream.of(
                List.of(
                        loss(dense, OutputLoss.SOFTMAX_CROSS_ENTROPY, 20, 1),
                        loss(dense, OutputLoss.MEAN_SQUARED_ERROR, 25, 2)),
                List.of(
                        loss(dense, OutputLoss.SOFTMAX_CROSS_ENTROPY, 3, 3),
                        loss(dense, OutputLoss.SOFTMAX_CROSS_ENTROPY, 2, 4)),
                List.of(
                        loss(CONVOLUTION, OutputLoss.SOFTMAX_CROSS_ENTROPY, 3, 5),
                        loss(CONVOLUTION, OutputLoss.MEAN_SQUARED_ERROR, 2, 6)),
                List.of(
                        loss(DiagonalLinearNetwork.ofPowers(7, 3), OutputLoss.LOGISTIC, 3, 7),
                        loss(DiagonalLinearNetwork.ofPowers(7, 3), OutputLoss.MEAN_SQUARED_ERROR, 4, 8)),
                List.of(
                        MatrixFactorisation.of(matrix, 2),
                        loss(DenseNetwork.of(Activation.SOFTPLUS, 13, 1), OutputLoss.LOGISTIC, 3, 9)));
    }

    @ParameterizedTest(name = "pair {index}: gradients along gradients, and their bracket, are those of jets")
    @MethodSource("pairs")
    void againstJets(List<LossOnGraph> pair) {
        VectorField f = pair.get(0).negativeGradient();
        VectorField g = pair.get(1).negativeGradient();
        double[] theta = RandomStream.ofSeed(20).normals(f.dimension());
        double[] bracket = DerivedFields.lieBracket(f, g).at(theta);
        double[] expected = new double[theta.length];
        double[] along = derivative(g, theta, f.at(theta));
        double[] back = derivative(f, theta, g.at(theta));
        double size = 0;
        for (int i = 0; i < theta.length; i++) {
            expected[i] = along[i] - back[i];
            size = Math.max(size, Math.abs(along[i]) + Math.abs(back[i]));
        }
        assertTrue(size > 1e-3, "a bracket of nothing");
        assertArrayEquals(expected, bracket, 1e-14 * size);
        // On jets, and derived once more, it is the bracket of fields that are no graphs.
        double[] v = RandomStream.ofSeed(21).normals(theta.length);
        Jet moved = Jet.affine(JetAlgebra.of(1), theta, List.of(v));
        VectorField plain =
                DerivedFields.lieBracket(VectorField.of(theta.length, f::at), VectorField.of(theta.length, g::at));
        double[] slope = plain.at(moved).entries(1);
        double largest = 0;
        for (double entry : slope) {
            largest = Math.max(largest, Math.abs(entry));
        }
        assertArrayEquals(slope, DerivedFields.lieBracket(f, g).at(moved).entries(1), 1e-13 * largest);
    }

    private static double[] derivative(VectorField field, double[] theta, double[] direction) {
        return field.at(Jet.affine(JetAlgebra.of(1), theta, List.of(direction))).entries(1);
    }

    @Test
    @DisplayName("meets data with data once where that is less work, and not where it is more")
    void constants() {
        DenseNetwork network = DenseNetwork.of(9, 4, 3);
        assertTrue(hasProductOfData(network, 3, 2), "few samples of many features");
        assertTrue(!hasProductOfData(network, 40, 30), "many samples of few features");
    }

    /** Whether the second gradient along the first takes a product of the features of both. */
    private static boolean hasProductOfData(DenseNetwork network, int first, int second) {
        Graph graph = new Graph(network.parameterCount());
        Node f = gradient(network, first, 1).copiedTo(graph);
        Node g = gradient(network, second, 2).copiedTo(graph);
        TangentSweep alongF = TangentSweep.along(f);
        Node derivative = alongF.derivative(g);
        boolean isThere = derivative.ancestors().stream()
                .anyMatch(node -> node.operation() instanceof Operation.Constant
                        && node.rows() == second
                        && node.columns() == first);
        assertEquals(isThere ? 1 : 0, alongF.productsOfData());
        return isThere;
    }

    private static Node gradient(DenseNetwork network, int samples, long seed) {
        return ReverseSweep.gradient(loss(network, OutputLoss.MEAN_SQUARED_ERROR, samples, seed)
                .graphLoss()
                .node());
    }

    @Test
    @DisplayName(
            "is a zero for a constant, and the direction itself for the parameters; a piece of a stack is that piece")
    void simpleNodes() {
        Graph graph = new Graph(3);
        Node v = graph.constant(new DMatrixRMaj(new double[][] {{1}, {2}, {3}}));
        assertSame(v, TangentSweep.along(v).derivative(graph.parameters()));
        Node zero = TangentSweep.along(v).derivative(graph.constant(new DMatrixRMaj(2, 2)));
        assertEquals(2, zero.rows());
        Node first = graph.parameters().block(0, 1, 1);
        Node rest = graph.parameters().block(1, 1, 2);
        Node stack = graph.stacked(List.of(rest, first));
        assertSame(rest, stack.block(0, 1, 2));
        assertSame(first, stack.block(2, 1, 1));
        assertEquals(2, stack.block(0, 2, 1).rows());
        assertEquals(2, stack.block(1, 2, 1).rows());
        Node other = new Graph(3).parameters();
        assertThrows(IllegalArgumentException.class, () -> TangentSweep.along(v).derivative(other));
        assertThrows(IllegalArgumentException.class, () -> TangentSweep.along(first));
        assertThrows(IllegalArgumentException.class, () -> first.copiedTo(new Graph(4)));
        VectorField three = GraphField.of(graph.parameters());
        VectorField two = GraphField.of(new Graph(2).parameters());
        assertThrows(IllegalArgumentException.class, () -> DerivedFields.lieBracket(three, two));
    }
}
