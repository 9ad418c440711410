package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.ParameterLayout;

/**
 * Two networks of equal sizes side by side in one whose hidden layers are twice as wide: the first layer A₁ | B₁, the middle ones block
 * diagonal, the last α A over β B, with the biases α a + β b. Its outputs are α z_A + β z_B.
 */
final class Fusion {
    private final DenseNetwork parent;
    private final DenseNetwork wide;

    private Fusion(DenseNetwork parent, DenseNetwork wide) {
        this.parent = parent;
        this.wide = wide;
    }

    /** Fusions of parents with one hidden layer at least. */
    static Fusion of(DenseNetwork parent) {
        int[] sizes = parent.sizes().stream().mapToInt(Integer::intValue).toArray();
        for (int l = 1; l < sizes.length - 1; l++) {
            sizes[l] *= 2;
        }
        return new Fusion(parent, DenseNetwork.of(parent.activation(), sizes));
    }

    DenseNetwork parent() {
        return parent;
    }

    DenseNetwork wide() {
        return wide;
    }

    /** The network with the mean of the outputs: α = β = ½. */
    double[] fused(double[] a, double[] b) {
        return joined(a, b, 0.5, 0.5);
    }

    /** The network with the outputs α z_A + β z_B: with 1, 0 and with 0, 1 the parents, on the straight line between them. */
    double[] joined(double[] a, double[] b, double alpha, double beta) {
        double[] theta = new double[wide.parameterCount()];
        for (int l = 1; l <= depth(); l++) {
            boolean isLast = l == depth();
            int right = isLast ? 0 : parent.sizes().get(l);
            int below = l == 1 ? 0 : parent.sizes().get(l - 1);
            double first = isLast ? alpha : 1;
            double second = isLast ? beta : 1;
            add(theta, "W" + l, parent.layout().view(a, "W" + l), first, 0, 0);
            add(theta, "W" + l, parent.layout().view(b, "W" + l), second, below, right);
            add(theta, "b" + l, parent.layout().view(a, "b" + l), first, 0, 0);
            add(theta, "b" + l, parent.layout().view(b, "b" + l), second, 0, right);
        }
        return theta;
    }

    private int depth() {
        return parent.sizes().size() - 1;
    }

    private void add(double[] theta, String name, DMatrixRMaj block, double factor, int row, int column) {
        int columns = wide.layout().view(theta, name).numCols;
        int offset = wide.layout().offset(name);
        for (int i = 0; i < block.numRows; i++) {
            for (int j = 0; j < block.numCols; j++) {
                theta[offset + (row + i) * columns + column + j] += factor * block.get(i, j);
            }
        }
    }

    /** The weights between units of different parents, in the middle layers. */
    double[] across(double[] theta) {
        return middle(theta, true);
    }

    /** The weights between units of the same parent, in the middle layers. */
    double[] within(double[] theta) {
        return middle(theta, false);
    }

    private double[] middle(double[] theta, boolean isAcross) {
        List<Double> entries = new ArrayList<>();
        for (int l = 2; l < depth(); l++) {
            DMatrixRMaj weights = wide.layout().view(theta, "W" + l);
            for (int i = 0; i < weights.numRows; i++) {
                for (int j = 0; j < weights.numCols; j++) {
                    boolean isOfBoth = 2 * i < weights.numRows != 2 * j < weights.numCols;
                    if (isOfBoth == isAcross) {
                        entries.add(weights.get(i, j));
                    }
                }
            }
        }
        return entries.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * How much faster each parameter of a parent moves in the fusion of two equal ones, A = B: half as fast in the first layer and in
     * the biases of hidden layers, as fast in the middle layers, of which half goes across, twice as fast in the weights of the last.
     */
    double[] speedsOfTwins() {
        double[] speeds = new double[parent.parameterCount()];
        ParameterLayout layout = parent.layout();
        for (int l = 1; l <= depth(); l++) {
            double weights = l == 1 ? 0.5 : 1;
            Arrays.fill(speeds, layout.offset("W" + l), layout.offset("b" + l), l == depth() ? 2 : weights);
            int end = l == depth() ? layout.size() : layout.offset("W" + (l + 1));
            Arrays.fill(speeds, layout.offset("b" + l), end, l == depth() ? 1 : 0.5);
        }
        return speeds;
    }

    /** Multiplications of one forward pass for one sample. */
    static long cost(DenseNetwork network) {
        List<Integer> sizes = network.sizes();
        return IntStream.range(1, sizes.size())
                .mapToLong(l -> (long) sizes.get(l - 1) * sizes.get(l))
                .sum();
    }
}
