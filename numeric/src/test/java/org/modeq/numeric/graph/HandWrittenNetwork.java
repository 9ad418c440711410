package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.jet.HyperbolicTangent;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.model.OutputLoss;

/**
 * A network of dense layers with its gradient written by hand on jets, and functions by their recursions: another way to what
 * a graph derives.
 */
final class HandWrittenNetwork {
    private final int[] sizes;
    private final boolean isSoftmax;
    private final DMatrixRMaj inputs;
    private final DMatrixRMaj targets;

    HandWrittenNetwork(OutputLoss loss, DMatrixRMaj inputs, DMatrixRMaj targets, int... sizes) {
        this.sizes = sizes;
        this.isSoftmax = loss == OutputLoss.SOFTMAX_CROSS_ENTROPY;
        this.inputs = inputs;
        this.targets = targets;
    }

    private record Forward(List<Jet> activations, List<Jet> slopes, Jet outputs) {}

    private int offset(int layer) {
        int offset = 0;
        for (int l = 1; l < layer; l++) {
            offset += (sizes[l - 1] + 1) * sizes[l];
        }
        return offset;
    }

    private Jet weights(Jet theta, int layer) {
        return theta.block(offset(layer), sizes[layer - 1], sizes[layer]);
    }

    private Forward forward(Jet theta) {
        List<Jet> activations = new ArrayList<>(List.of(Jet.constant(theta.algebra(), inputs)));
        List<Jet> slopes = new ArrayList<>();
        Jet sums = activations.get(0);
        for (int l = 1; l < sizes.length; l++) {
            Jet biases = theta.block(offset(l) + sizes[l - 1] * sizes[l], 1, sizes[l]);
            sums = activations.get(l - 1).times(weights(theta, l)).plusRow(biases);
            if (l + 1 < sizes.length) {
                HyperbolicTangent tanh = sums.tanh();
                activations.add(tanh.value());
                slopes.add(tanh.slope());
            }
        }
        return new Forward(activations, slopes, sums);
    }

    Jet value(Jet theta) {
        Jet outputs = forward(theta).outputs();
        Jet goal = Jet.constant(theta.algebra(), targets);
        if (isSoftmax) {
            Jet shifted = minusRowMaxima(outputs);
            Jet logOfSums = shifted.exp().rowSums().log();
            return logOfSums.sum().minus(goal.hadamard(shifted).sum()).scaled(1.0 / inputs.numRows);
        }
        Jet error = outputs.minus(goal);
        return error.hadamard(error).sum().scaled(0.5 / inputs.numRows);
    }

    Jet gradient(Jet theta) {
        Forward forward = forward(theta);
        Jet prediction = forward.outputs();
        if (isSoftmax) {
            Jet exponentials = minusRowMaxima(prediction).exp();
            prediction = exponentials.dividedByColumn(exponentials.rowSums());
        }
        Jet delta = prediction.minus(Jet.constant(theta.algebra(), targets)).scaled(1.0 / inputs.numRows);
        List<Jet> gradient = new ArrayList<>();
        for (int l = sizes.length - 1; l >= 1; l--) {
            gradient.add(0, delta.columnSums());
            gradient.add(0, forward.activations().get(l - 1).transposeTimes(delta));
            if (l > 1) {
                delta = delta.timesTranspose(weights(theta, l))
                        .hadamard(forward.slopes().get(l - 2));
            }
        }
        return Jet.stacked(gradient);
    }

    private static Jet minusRowMaxima(Jet outputs) {
        double[] entries = outputs.constantEntries();
        int columns = outputs.columns();
        DMatrixRMaj maxima = new DMatrixRMaj(outputs.rows(), columns);
        for (int start = 0; start < entries.length; start += columns) {
            double largest =
                    Arrays.stream(entries, start, start + columns).max().orElseThrow();
            Arrays.fill(maxima.data, start, start + columns, largest);
        }
        return outputs.minus(Jet.constant(outputs.algebra(), maxima));
    }
}
