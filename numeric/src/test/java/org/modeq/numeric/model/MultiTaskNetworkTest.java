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
import org.modeq.numeric.graph.Activation;

@DisplayName("A network of several tasks")
class MultiTaskNetworkTest {
    private final MultiTaskNetwork network = MultiTaskNetwork.of(DenseNetwork.of(3, 4), Activation.TANH)
            .withHead("A", 2)
            .withHead("B", 3, 2);
    private final ParameterLayout layout = network.layout();
    private final double[] theta = network.initialParameters(3);
    private final Dataset data =
            Dataset.of(new DMatrixRMaj(5, 3, true, RandomStream.ofSeed(6).normals(15)), 0, 1, 1, 0, 1);
    private final NetworkLoss lossA = network.loss("A", OutputLoss.SOFTMAX_CROSS_ENTROPY, data);
    private final NetworkLoss lossB = network.loss("B", OutputLoss.SOFTMAX_CROSS_ENTROPY, data);

    @Test
    @DisplayName("has one parameter vector: the trunk, then the heads")
    void parameters() {
        assertEquals(List.of("A", "B"), network.tasks());
        assertEquals(List.of("trunk/W1", "trunk/b1", "A/W1", "A/b1", "B/W1", "B/b1", "B/W2", "B/b2"), layout.names());
        assertEquals(16 + 10 + 15 + 8, theta.length);
        assertEquals(theta.length, lossA.dimension());
        assertEquals(theta.length, lossB.dimension());
    }

    @Test
    @DisplayName("gives a head no gradient from the other task, and the trunk one from each")
    void gradients() {
        double[] ofA = lossA.gradient(theta);
        double[] ofB = lossB.gradient(theta);
        assertArrayEquals(new double[23], layout.view(ofA, "B").data);
        assertArrayEquals(new double[10], layout.view(ofB, "A").data);
        for (double[] gradient : List.of(ofA, ofB)) {
            assertTrue(Arrays.stream(layout.view(gradient, "trunk/W1").data).allMatch(entry -> entry != 0));
        }
        assertTrue(Arrays.stream(layout.view(ofB, "B/W1").data).allMatch(entry -> entry != 0));
    }

    @Test
    @DisplayName("is for one task a dense network of the sizes of trunk and head")
    void oneTask() {
        DenseNetwork dense = DenseNetwork.of(3, 4, 2);
        double[] ofDense = Arrays.copyOf(theta, 26);
        NetworkLoss alone = NetworkLoss.of(dense, OutputLoss.SOFTMAX_CROSS_ENTROPY, data);
        assertEquals(alone.value(ofDense), lossA.value(theta), 1e-15);
        assertArrayEquals(alone.gradient(ofDense), Arrays.copyOf(lossA.gradient(theta), 26), 1e-15);
    }

    @Test
    @DisplayName("refuses a task twice, a task it does not know and data that do not fit")
    void errors() {
        assertThrows(IllegalArgumentException.class, () -> network.withHead("A", 1));
        assertThrows(IllegalArgumentException.class, () -> network.withHead("trunk", 1));
        assertThrows(IllegalArgumentException.class, () -> network.withHead("C"));
        assertThrows(IllegalArgumentException.class, () -> network.task("C"));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> network.loss("B", OutputLoss.LOGISTIC, data))
                .getMessage();
        assertTrue(message.contains("3-4 with the head 4-3-2 of the task B"), message);
    }
}
