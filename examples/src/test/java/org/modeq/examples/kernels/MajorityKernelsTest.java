package org.modeq.examples.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.NetworkOutputs;
import org.modeq.numeric.model.OutputLoss;

@DisplayName("Majority kernels")
class MajorityKernelsTest {
    @Test
    @DisplayName("are as expected")
    void outcomes() {
        ExperimentRun.quick(new MajorityKernels());
    }

    @Nested
    @DisplayName("of a network of two layers of two parameters")
    class Small {
        private static final double[] START = {0.8, -0.3, 1.4, 0.2};
        private final DenseNetwork network = DenseNetwork.of(1, 1, 1);
        private final LayeredKernels layers = LayeredKernels.of(network);
        private final Loss loss = NetworkLoss.of(
                network,
                OutputLoss.MEAN_SQUARED_ERROR,
                Dataset.of(new DMatrixRMaj(3, 1, true, -1, 0.5, 2), -0.5, 1, 0.3));

        /** 𝔼 W̄ − V after two steps, by a rule for all four draws. */
        private double[] shift(double stepSize) {
            double[] mean = new double[START.length];
            for (List<SimplexDraws.Node> one : layers.product(SimplexDraws.rule())) {
                for (List<SimplexDraws.Node> two : layers.product(SimplexDraws.rule())) {
                    double[][] kernels = {START.clone(), START.clone(), START.clone()};
                    double weight = 1;
                    for (List<SimplexDraws.Node> choice : List.of(one, two)) {
                        double[][] draws = {choice.get(0).p(), choice.get(1).p()};
                        weight *= choice.get(0).weight() * choice.get(1).weight();
                        double[] gradient = loss.gradient(layers.combined(kernels, draws));
                        layers.step(kernels, draws, -stepSize, gradient);
                    }
                    Euclidean.add(mean, weight, LayeredKernels.mean(kernels));
                }
            }
            return Euclidean.difference(mean, KernelDigits.descend(loss, START, stepSize / 3, 2));
        }

        @Test
        @DisplayName("are shifted by two steps as predicted: the shift is O(h³), what the prediction leaves O(h⁴)")
        void shifts() {
            List<Double> shifts = new ArrayList<>();
            List<Double> rests = new ArrayList<>();
            for (double stepSize : new double[] {0.4, 0.2, 0.1, 0.05}) {
                double[] shift = shift(stepSize);
                double[] predicted =
                        KernelShift.of(loss, layers, START, stepSize, 2).predicted();
                shifts.add(Euclidean.norm(shift));
                rests.add(Euclidean.distance(shift, predicted));
            }
            assertEquals(3, Slopes.last(shifts), 0.1);
            assertEquals(4, Slopes.last(rests), 0.1);
        }

        @Test
        @DisplayName("have another prediction if both layers share a draw, which does not fit")
        void shared() {
            double[] shift = shift(0.05);
            double[] predicted =
                    KernelShift.of(loss, layers.shared(), START, 0.05, 2).predicted();
            assertTrue(Euclidean.distance(shift, predicted) > 0.1 * Euclidean.norm(shift));
        }
    }

    @Test
    @DisplayName("with one draw for both layers have another regulariser: with it the mean loss has the slope 2, not 3")
    void shared() {
        LayeredKernels layers = LayeredKernels.of(DenseNetwork.of(64, 8, 10));
        SpreadKernels kernels = MajorityKernels.spreadKernels();
        double right = kernels.secondSum(layers);
        double wrong = kernels.secondSum(layers.shared());
        List<Double> withRight = new ArrayList<>();
        List<Double> withWrong = new ArrayList<>();
        List<Double> withVariance = new ArrayList<>();
        for (double size : new double[] {0.02, 0.01}) {
            double rise = kernels.meanLoss(size) - kernels.lossOfMean();
            withRight.add(Math.abs(rise - size * size * right / 24));
            withWrong.add(Math.abs(rise - size * size * wrong / 24));
            // Σᵢ var(pᵢ) sᵢ², the covariance −1/36 of the weights left out
            withVariance.add(Math.abs(rise - size * size * right / 36));
        }
        assertTrue(Slopes.last(withRight) > 2.8);
        assertEquals(2, Slopes.last(withWrong), 0.05);
        assertEquals(2, Slopes.last(withVariance), 0.05);
    }

    @Test
    @DisplayName("of one start and with the step 3h move their average by h in the first step, as plain training does")
    void firstStep() {
        KernelDigits digits = KernelDigits.of(50, DenseNetwork.of(64, 4, 10));
        BatchTraining training = new BatchTraining(digits.batches(25));
        double[] start = digits.network().initialParameters(5);
        double[][] kernels =
                training.majority(LayeredKernels.of(digits.network()), new double[][] {start, start, start}, 0.6, 1, 9);
        assertArrayEquals(training.plain(start, 0.2, 1, 9), LayeredKernels.mean(kernels), 1e-14);
        double[][] slow =
                training.majority(LayeredKernels.of(digits.network()), new double[][] {start, start, start}, 0.2, 1, 9);
        assertArrayEquals(training.plain(start, 0.2 / 3, 1, 9), LayeredKernels.mean(slow), 1e-14);
    }

    @Test
    @DisplayName("have an average whose outputs are not the mean of their outputs")
    void outputs() {
        KernelDigits digits = KernelDigits.of(100, DenseNetwork.of(64, 8, 10));
        double[][] kernels = new double[3][];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = digits.network().initialParameters(i + 1);
        }
        NetworkOutputs outputs = NetworkOutputs.of(digits.network(), digits.training());
        double[] meanOfOutputs = new double[1000];
        for (double[] kernel : kernels) {
            Euclidean.add(meanOfOutputs, 1.0 / 3, outputs.at(kernel).data);
        }
        double[] ofMean = outputs.at(LayeredKernels.mean(kernels)).data;
        assertTrue(Euclidean.distance(ofMean, meanOfOutputs) > 0.1 * Euclidean.norm(meanOfOutputs));
    }
}
