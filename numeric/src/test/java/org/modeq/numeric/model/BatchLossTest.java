package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modeq.numeric.graph.Graph;

@DisplayName("The loss of batches")
class BatchLossTest {
    private static final DenseNetwork NETWORK = DenseNetwork.of(64, 8, 10);
    private static final Dataset DATA = Digits.load().rows(new IndexRange(1, 200));

    @ParameterizedTest(name = "has the gradient of {0} on the rows of each batch, whatever batch came before")
    @EnumSource(
            value = OutputLoss.class,
            names = {"SOFTMAX_CROSS_ENTROPY", "MEAN_SQUARED_ERROR"})
    void gradients(OutputLoss outputLoss) {
        BatchLoss batches = BatchLoss.of(NETWORK, outputLoss, DATA, 4);
        double[] gradient = new double[NETWORK.parameterCount()];
        RandomStream stream = RandomStream.ofSeed(3);
        for (int seed = 1; seed <= 5; seed++) {
            int[] rows = {stream.integer(200), stream.integer(200), stream.integer(200), 7};
            double[] theta = NETWORK.initialParameters(seed);
            batches.gradient(rows, theta, gradient);
            double[] expected =
                    NetworkLoss.of(NETWORK, outputLoss, DATA.select(rows)).gradient(theta);
            assertArrayEquals(expected, gradient, 1e-15);
        }
    }

    @Test
    @DisplayName("serves one output and signs as well")
    void signs() {
        Dataset signs = DATA.where(digit -> digit <= 1);
        DenseNetwork network = DenseNetwork.of(64, 3, 1);
        double[] theta = network.initialParameters(1);
        double[] gradient = new double[theta.length];
        int[] rows = {5, 0, 5};
        BatchLoss.of(network, OutputLoss.LOGISTIC, signs, 3).gradient(rows, theta, gradient);
        NetworkLoss expected = NetworkLoss.of(network, OutputLoss.LOGISTIC, signs.select(rows));
        assertArrayEquals(expected.gradient(theta), gradient, 1e-15);
    }

    @Test
    @DisplayName("allocates nothing from batch to batch")
    void allocation() {
        BatchLoss batches = BatchLoss.of(NETWORK, OutputLoss.SOFTMAX_CROSS_ENTROPY, DATA, 16);
        double[] theta = NETWORK.initialParameters(1);
        double[] gradient = new double[theta.length];
        int[] rows = new int[16];
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        // Warm is when a hundred batches in a row allocate nothing; the compilers take their time until then.
        long allocated = Long.MAX_VALUE;
        for (int block = 0; block < 2000 && allocated > 0; block++) {
            long before = counter.getThreadAllocatedBytes(thread);
            for (int step = 0; step < 100; step++) {
                rows[step % 16] = (step + block) % 200;
                batches.gradient(rows, theta, gradient);
            }
            allocated = counter.getThreadAllocatedBytes(thread) - before;
        }
        assertEquals(0, allocated, "bytes of a hundred batches");
    }

    @Test
    @DisplayName("refuses features, targets, sizes and rows that do not fit")
    void refusals() {
        OutputLoss entropy = OutputLoss.SOFTMAX_CROSS_ENTROPY;
        assertThrows(IllegalArgumentException.class, () -> BatchLoss.of(DenseNetwork.of(63, 10), entropy, DATA, 4));
        assertThrows(IllegalArgumentException.class, () -> BatchLoss.of(DenseNetwork.of(64, 9), entropy, DATA, 4));
        assertThrows(IllegalArgumentException.class, () -> BatchLoss.of(NETWORK, entropy, DATA, 0));
        BatchLoss batches = BatchLoss.of(NETWORK, entropy, DATA, 2);
        double[] theta = NETWORK.initialParameters(1);
        assertEquals(2, batches.size());
        assertThrows(
                IllegalArgumentException.class, () -> batches.gradient(new int[3], theta, new double[theta.length]));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> batches.gradient(new int[] {0, 200}, theta, new double[theta.length]));
        assertThrows(IllegalArgumentException.class, () -> batches.gradient(new int[2], new double[3], new double[3]));
        Batch batch = Batch.of(new Graph(NETWORK.parameterCount()), NETWORK, entropy, DATA, 2);
        assertEquals(64, batch.inputs().columns());
        assertEquals(10, batch.targets().columns());
    }
}
