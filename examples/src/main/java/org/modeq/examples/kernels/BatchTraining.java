package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;

/** Training on batches, every epoch in an order of its own; runs of one seed see the same batches. */
final class BatchTraining {
    /** Added to the seed of the batches for the draws, which come from a stream of their own. */
    private static final long OF_DRAWS = 1000;

    private final List<VectorField> batches;

    BatchTraining(List<VectorField> batches) {
        this.batches = List.copyOf(batches);
    }

    private List<VectorField> order(long seed, int steps) {
        RandomStream stream = RandomStream.ofSeed(seed);
        List<VectorField> order = new ArrayList<>();
        while (order.size() < steps) {
            for (int batch : stream.shuffle(batches.size())) {
                order.add(batches.get(batch));
            }
        }
        return order.subList(0, steps);
    }

    /** Gradient descent with the step h. */
    double[] plain(double[] start, double stepSize, int steps, long seed) {
        return plain(start, stepSize, steps, seed, (step, theta) -> {});
    }

    /** What is done with a point of a run. */
    @FunctionalInterface
    interface Observer {
        /** The point after some steps, which must not be kept. */
        void see(int step, double[] theta);
    }

    /** Gradient descent with the step h, watched from the start on. */
    double[] plain(double[] start, double stepSize, int steps, long seed, Observer observer) {
        List<VectorField> order = order(seed, steps);
        double[] theta = start.clone();
        double[] slope = new double[theta.length];
        for (int n = 0; ; n++) {
            observer.see(n, theta);
            if (n == steps) {
                return theta;
            }
            order.get(n).at(theta, slope);
            Euclidean.add(theta, stepSize, slope);
        }
    }

    /** Majority kernels with the step h each, so that their average has h/3. */
    double[][] majority(LayeredKernels layers, double[][] start, double stepSize, int steps, long seed) {
        RandomStream stream = RandomStream.ofSeed(seed + OF_DRAWS);
        double[][] kernels = new double[start.length][];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = start[i].clone();
        }
        double[] slope = new double[start[0].length];
        for (VectorField batch : order(seed, steps)) {
            double[][] draws = layers.draw(stream);
            batch.at(layers.combined(kernels, draws), slope);
            layers.step(kernels, draws, stepSize, slope);
        }
        return kernels;
    }
}
