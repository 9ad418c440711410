package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The outputs of a network on a dataset")
class NetworkOutputsTest {
    private static final double[] THETA = {0.5, -1, 0.1, 2, -0.3, 0.7};

    /** Two samples of one feature, of the classes 0 and 1. */
    private static final Dataset DATA = Dataset.of(new DMatrixRMaj(2, 1, true, 0.4, -0.8), 0, 1);

    @Test
    @DisplayName("are those that the formula gives, one sample per row")
    void outputs() {
        // 1-1-2: z = tanh(0.5 x − 1)·(0.1, 2) + (−0.3, 0.7)
        double first = Math.tanh(0.5 * 0.4 - 1);
        double second = Math.tanh(0.5 * -0.8 - 1);
        double[] expected = {0.1 * first - 0.3, 2 * first + 0.7, 0.1 * second - 0.3, 2 * second + 0.7};
        DMatrixRMaj outputs = NetworkOutputs.of(DenseNetwork.of(1, 1, 2), DATA).at(THETA);
        assertEquals(2, outputs.numRows);
        assertArrayEquals(expected, outputs.data, 1e-15);
    }

    @Test
    @DisplayName("lead to the loss that the network has on the dataset")
    void loss() {
        DMatrixRMaj z = NetworkOutputs.of(DenseNetwork.of(1, 1, 2), DATA).at(THETA);
        double sum = 0;
        for (int row = 0; row < 2; row++) {
            sum += Math.log(Math.exp(z.get(row, 0)) + Math.exp(z.get(row, 1))) - z.get(row, row);
        }
        NetworkLoss loss = NetworkLoss.of(DenseNetwork.of(1, 1, 2), OutputLoss.SOFTMAX_CROSS_ENTROPY, DATA);
        assertEquals(loss.value(THETA), sum / 2, 1e-15);
    }

    @Test
    @DisplayName("are refused where the features do not fit")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> NetworkOutputs.of(DenseNetwork.of(2, 2), DATA));
    }
}
