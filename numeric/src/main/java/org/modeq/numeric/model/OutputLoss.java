package org.modeq.numeric.model;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.jet.Jet;

/** The loss as a function of the outputs Z and the targets Y, both with one sample per row; a mean over the n rows. */
public enum OutputLoss {
    /** L = 1/n Σᵢ (log Σⱼ exp zᵢⱼ − Σⱼ yᵢⱼ zᵢⱼ); the rows of Y add up to 1. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        Jet value(Jet outputs, Jet targets) {
            Jet shifted = minusRowMaxima(outputs);
            Jet logOfSums = shifted.exp().rowSums().log();
            return logOfSums.sum().minus(targets.hadamard(shifted).sum()).scaled(1.0 / outputs.rows());
        }

        @Override
        Jet gradient(Jet outputs, Jet targets) {
            Jet exponentials = minusRowMaxima(outputs).exp();
            Jet softmax = exponentials.dividedByColumn(exponentials.rowSums());
            return softmax.minus(targets).scaled(1.0 / outputs.rows());
        }
    },

    /** L = 1/(2n) ‖Z − Y‖², half the squared error of a sample in the mean. */
    MEAN_SQUARED_ERROR {
        @Override
        Jet value(Jet outputs, Jet targets) {
            Jet error = outputs.minus(targets);
            return error.hadamard(error).sum().scaled(0.5 / outputs.rows());
        }

        @Override
        Jet gradient(Jet outputs, Jet targets) {
            return outputs.minus(targets).scaled(1.0 / outputs.rows());
        }
    };

    /** L(Z, Y), a 1×1 jet. */
    abstract Jet value(Jet outputs, Jet targets);

    /** ∂L/∂Z, of the size of Z. */
    abstract Jet gradient(Jet outputs, Jet targets);

    /** Z − m·1ᵀ with mᵢ the largest constant part of row i: no exponential overflows, and softmax does not change. */
    private static Jet minusRowMaxima(Jet outputs) {
        double[] entries = outputs.constantEntries();
        int columns = outputs.columns();
        DMatrixRMaj maxima = new DMatrixRMaj(outputs.rows(), columns);
        for (int start = 0; start < entries.length; start += columns) {
            double maximum = Double.NEGATIVE_INFINITY;
            for (int j = start; j < start + columns; j++) {
                maximum = Math.max(maximum, entries[j]);
            }
            Arrays.fill(maxima.data, start, start + columns, maximum);
        }
        return outputs.minus(Jet.constant(outputs.algebra(), maxima));
    }
}
