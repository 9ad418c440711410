package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.JetInterpreter;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;

@DisplayName("A network on images")
class ConvolutionalNetworkTest {
    private static final ImageShape SHAPE = new ImageShape(5, 6, 2);
    private static final int SAMPLES = 3;
    private static final DMatrixRMaj IMAGES = new DMatrixRMaj(
            SAMPLES, SHAPE.entries(), true, RandomStream.ofSeed(2).normals(SAMPLES * SHAPE.entries()));

    private static double pixel(int sample, int i, int j, int channel) {
        boolean isInside = i >= 0 && i < SHAPE.height() && j >= 0 && j < SHAPE.width();
        return isInside ? IMAGES.get(sample, (i * SHAPE.width() + j) * SHAPE.channels() + channel) : 0;
    }

    private static double[] outputs(ImageLayer layer, double... theta) {
        Graph graph = new Graph(theta.length);
        Node outputs = layer.outputs(SHAPE, Activation.SINE, graph.parameters(), graph.constant(IMAGES));
        assertEquals(SAMPLES, outputs.rows());
        assertEquals(layer.outputShape(SHAPE).entries(), outputs.columns());
        return JetInterpreter.value(outputs, Jet.column(JetAlgebra.of(), theta)).constantEntries();
    }

    @ParameterizedTest(
            name = "{0} filters of size {1}, stride {2} and padding {3} are the direct sums: {4}×{5} positions")
    @CsvSource({"1, 1, 1, 0, 5, 6", "3, 3, 1, 0, 3, 4", "2, 3, 1, 1, 5, 6", "2, 3, 2, 1, 3, 3", "1, 2, 3, 1, 2, 3"})
    void directSums(int filters, int size, int stride, int padding, int height, int width) {
        Convolution convolution = new Convolution(filters, size, stride, padding);
        assertEquals(new ImageShape(height, width, filters), convolution.outputShape(SHAPE));
        ParameterLayout layout = convolution.layout(SHAPE);
        double[] theta = RandomStream.ofSeed(4).normals(layout.size());
        DMatrixRMaj kernels = layout.view(theta, "K");
        DMatrixRMaj biases = layout.view(theta, "b");
        double[] outputs = outputs(convolution, theta);
        int place = 0;
        for (int n = 0; n < SAMPLES; n++) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    for (int f = 0; f < filters; f++) {
                        double sum = biases.get(0, f);
                        for (int row = 0; row < kernels.numRows; row++) {
                            int p = row / (2 * size);
                            int q = row / 2 % size;
                            double x = pixel(n, i * stride + p - padding, j * stride + q - padding, row % 2);
                            sum += kernels.get(row, f) * x;
                        }
                        assertEquals(Math.sin(sum), outputs[place++], 1e-14);
                    }
                }
            }
        }
        assertEquals(place, outputs.length);
    }

    @Test
    @DisplayName("pools squares of each channel into their means, without the rest on the right and below")
    void means() {
        AveragePooling pooling = new AveragePooling(2);
        assertEquals(new ImageShape(2, 3, 2), pooling.outputShape(SHAPE));
        double[] outputs = outputs(pooling);
        int place = 0;
        for (int n = 0; n < SAMPLES; n++) {
            for (int i = 0; i < 4; i += 2) {
                for (int j = 0; j < 6; j += 2) {
                    for (int c = 0; c < 2; c++) {
                        double sum = pixel(n, i, j, c)
                                + pixel(n, i, j + 1, c)
                                + pixel(n, i + 1, j, c)
                                + pixel(n, i + 1, j + 1, c);
                        assertEquals(sum / 4, outputs[place++], 1e-15);
                    }
                }
            }
        }
        assertEquals(place, outputs.length);
    }

    @Test
    @DisplayName(
            "of convolutions and dense layers has named matrices, weights N(0, 1)/√inputs from one stream, and biases 0")
    void parameters() {
        ConvolutionalNetwork network = ConvolutionalNetwork.of(
                new ImageShape(8, 8, 1),
                List.of(new Convolution(4, 3, 1, 1), new AveragePooling(2), new Convolution(6, 3, 1, 0)),
                Activation.TANH,
                12,
                10);
        ParameterLayout layout = network.layout();
        assertEquals(64, network.inputCount());
        assertEquals(10, network.outputCount());
        assertEquals(
                List.of("layer1/K", "layer1/b", "layer3/K", "layer3/b", "dense/W1", "dense/b1", "dense/W2", "dense/b2"),
                layout.names());
        assertEquals(9 * 4 + 4 + 36 * 6 + 6 + 24 * 12 + 12 + 12 * 10 + 10, network.parameterCount());
        double[] theta = network.initialParameters(1);
        double[] normals = RandomStream.ofSeed(1).normals(9 * 4 + 1);
        assertEquals(normals[0] / 3, theta[0], 1e-16);
        assertEquals(normals[36] / 6, layout.view(theta, "layer3/K").get(0, 0), 1e-16);
        assertArrayEquals(new double[4], layout.view(theta, "layer1/b").data);
        NetworkLoss loss = NetworkLoss.of(
                network, OutputLoss.SOFTMAX_CROSS_ENTROPY, Digits.load().rows(IndexRange.parse("1-50")));
        assertEquals(Math.log(10), loss.value(theta), 0.4);
        assertTrue(Arrays.stream(loss.gradient(theta)).allMatch(Double::isFinite));
        assertEquals("8×8×1, 4 filters 3×3 padding 1, pooling 2×2, 6 filters 3×3, 24-12-10", network.toString());
    }

    @Test
    @DisplayName("refuses windows that do not fit in, and numbers below 1")
    void errors() {
        assertThrows(IllegalArgumentException.class, () -> new ImageShape(0, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new Convolution(1, 3, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> new Convolution(0, 3, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new AveragePooling(0));
        List<ImageLayer> layers = List.of(new AveragePooling(2), new Convolution(1, 3, 1, 0));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ConvolutionalNetwork.of(SHAPE, layers, Activation.TANH, 1))
                .getMessage();
        assertTrue(message.contains("3×3") && message.contains("2×3×2"), message);
        assertThrows(IllegalArgumentException.class, () -> ConvolutionalNetwork.of(SHAPE, List.of(), Activation.TANH));
    }
}
