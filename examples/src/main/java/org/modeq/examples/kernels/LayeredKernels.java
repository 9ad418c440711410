package org.modeq.examples.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.ParameterLayout;
import org.modeq.numeric.model.RandomStream;

/**
 * Kernels of a network: a parameter vector for each, with one draw p for each layer, its weights and biases together.
 *
 * <p>Kernels are arrays [i][·], draws [layer][i].
 */
final class LayeredKernels {
    /** Where each layer begins, and the end of the last. */
    private final int[] bounds;

    private LayeredKernels(int... bounds) {
        this.bounds = bounds;
    }

    static LayeredKernels of(DenseNetwork network) {
        ParameterLayout layout = network.layout();
        IntStream starts = IntStream.range(1, network.sizes().size()).map(l -> layout.offset("W" + l));
        return new LayeredKernels(
                IntStream.concat(starts, IntStream.of(layout.size())).toArray());
    }

    /** The same parameters as if they were one layer, with one draw for all. */
    LayeredKernels shared() {
        return new LayeredKernels(0, bounds[bounds.length - 1]);
    }

    int layers() {
        return bounds.length - 1;
    }

    /** One draw for each layer. */
    double[][] draw(RandomStream stream) {
        double[][] draws = new double[layers()][];
        Arrays.setAll(draws, layer -> SimplexDraws.draw(stream));
        return draws;
    }

    /** Σᵢ pᵢWᵢ, layer by layer. */
    double[] combined(double[][] kernels, double[][] draws) {
        double[] sum = new double[bounds[layers()]];
        for (int layer = 0; layer < layers(); layer++) {
            for (int i = 0; i < kernels.length; i++) {
                double weight = draws[layer][i];
                for (int j = bounds[layer]; j < bounds[layer + 1]; j++) {
                    sum[j] += weight * kernels[i][j];
                }
            }
        }
        return sum;
    }

    /** Wᵢ ← Wᵢ + h pᵢ f, layer by layer. */
    void step(double[][] kernels, double[][] draws, double stepSize, double... field) {
        for (int layer = 0; layer < layers(); layer++) {
            for (int i = 0; i < kernels.length; i++) {
                double factor = stepSize * draws[layer][i];
                for (int j = bounds[layer]; j < bounds[layer + 1]; j++) {
                    kernels[i][j] += factor * field[j];
                }
            }
        }
    }

    /** v in one layer, 0 in the others. */
    double[] restricted(int layer, double... vector) {
        double[] part = new double[vector.length];
        System.arraycopy(vector, bounds[layer], part, bounds[layer], bounds[layer + 1] - bounds[layer]);
        return part;
    }

    /** W̄. */
    static double[] mean(double[][] kernels) {
        double[] mean = new double[kernels[0].length];
        for (double[] kernel : kernels) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += kernel[j] / kernels.length;
            }
        }
        return mean;
    }

    /** The rule for all layers at once: every choice of a node for each. */
    List<List<SimplexDraws.Node>> product(List<SimplexDraws.Node> nodes) {
        List<List<SimplexDraws.Node>> choices = List.of(List.of());
        for (int layer = 0; layer < layers(); layer++) {
            choices = choices.stream()
                    .flatMap(choice -> nodes.stream()
                            .map(node -> Stream.concat(choice.stream(), Stream.of(node))
                                    .toList()))
                    .toList();
        }
        return choices;
    }
}
