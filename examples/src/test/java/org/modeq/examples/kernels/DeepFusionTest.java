package org.modeq.examples.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkOutputs;

@DisplayName("Deep fusion")
class DeepFusionTest {
    private static final int[][] SIZES = {{64, 5, 10}, {64, 5, 4, 10}, {64, 5, 4, 3, 10}};

    private static double[] outputs(DenseNetwork network, double... theta) {
        return NetworkOutputs.of(network, KernelDigits.of(60, network).training())
                .at(theta)
                .data;
    }

    /** Parameters with biases that are not 0. */
    private static double[] parent(DenseNetwork network, int seed) {
        double[] theta = network.initialParameters(seed);
        for (int i = 0; i < theta.length; i++) {
            theta[i] += 0.01 * ((i * seed) % 7 - 3);
        }
        return theta;
    }

    @Test
    @DisplayName("is as expected")
    void outcomes() {
        ExperimentRun.quick(new DeepFusion());
    }

    @Test
    @DisplayName("is as expected for all seeds")
    void allOutcomes() {
        ExperimentRun.full(new DeepFusion());
    }

    @Test
    @DisplayName("has the mean of the parents' outputs for one, two and three hidden layers, and embeds each parent")
    void outputsOfFusions() {
        for (int[] sizes : SIZES) {
            Fusion fusion = Fusion.of(DenseNetwork.of(sizes));
            double[] a = parent(fusion.parent(), 1);
            double[] b = parent(fusion.parent(), 2);
            double[] mean = outputs(fusion.parent(), a);
            Euclidean.add(mean, 1, outputs(fusion.parent(), b));
            Euclidean.scale(mean, 0.5);
            assertArrayEquals(mean, outputs(fusion.wide(), fusion.fused(a, b)), 1e-12);
            assertArrayEquals(outputs(fusion.parent(), a), outputs(fusion.wide(), fusion.joined(a, b, 1, 0)), 1e-12);
            assertArrayEquals(outputs(fusion.parent(), b), outputs(fusion.wide(), fusion.joined(a, b, 0, 1)), 1e-12);
        }
    }

    @Test
    @DisplayName("is the middle of the straight line between its parents")
    void middle() {
        Fusion fusion = Fusion.of(DenseNetwork.of(64, 5, 4, 10));
        double[] a = parent(fusion.parent(), 1);
        double[] b = parent(fusion.parent(), 2);
        double[] middle = fusion.joined(a, b, 1, 0);
        Euclidean.add(middle, 1, fusion.joined(a, b, 0, 1));
        Euclidean.scale(middle, 0.5);
        assertArrayEquals(fusion.fused(a, b), middle, 1e-15);
    }

    @Nested
    @DisplayName("of twins")
    class Twins {
        @Test
        @DisplayName("descends as their parent with the steps h/2, h, 2h, for one, two and three hidden layers")
        void speeds() {
            for (int[] sizes : SIZES) {
                Fusion fusion = Fusion.of(DenseNetwork.of(sizes));
                Loss parentLoss = KernelDigits.of(60, fusion.parent()).loss();
                Loss wideLoss = KernelDigits.of(60, fusion.wide()).loss();
                FusedTwins twins = FusedTwins.of(fusion, parentLoss, wideLoss, parent(fusion.parent(), 1), 0.3, 20);
                double[] fused = outputs(fusion.wide(), twins.fused());
                double[] bySpeeds = outputs(fusion.parent(), twins.parentBySpeeds());
                assertArrayEquals(bySpeeds, fused, 1e-11);
                double[] plain = outputs(fusion.parent(), twins.plainParent());
                assertTrue(Euclidean.distance(plain, fused) > 0.01 * Euclidean.norm(fused), "with h alone it does not");
            }
        }

        @Test
        @DisplayName("has weights across that are what those within have changed by")
        void across() {
            Fusion fusion = Fusion.of(DenseNetwork.of(64, 5, 4, 3, 10));
            FusedTwins twins = FusedTwins.of(
                    fusion,
                    KernelDigits.of(60, fusion.parent()).loss(),
                    KernelDigits.of(60, fusion.wide()).loss(),
                    parent(fusion.parent(), 3),
                    0.3,
                    20);
            assertTrue(Euclidean.norm(fusion.across(twins.fused())) > 0.01);
            assertTrue(twins.acrossLessChange() < 1e-10);
        }
    }

    @Nested
    @DisplayName("has traps:")
    class Traps {
        private final FusionRun run = FusionRun.of(new FusionRun.Setting(), 1);

        @Test
        @DisplayName("without the factor ½ the outputs are the sum of the parents' outputs")
        void factor() {
            Fusion fusion = FusionRun.FUSION;
            assertTrue(run.deviationFromMean(run.fused()) < 1e-12);
            assertTrue(run.deviationFromMean(fusion.joined(run.first(), run.second(), 1, 1)) > 1);
        }

        @Test
        @DisplayName("the mean of the weights is not the mean of the outputs: its loss is ten times that of the fusion")
        void weights() {
            assertTrue(run.lossOfMeanWeights() > 10 * run.lossesOfFusion().get(0));
        }

        @Test
        @DisplayName("the weights across start at 0, and are moved as much as those within")
        void across() {
            Fusion fusion = FusionRun.FUSION;
            assertEquals(0, Euclidean.norm(fusion.across(run.fused())));
            double across = Euclidean.norm(fusion.across(run.trained()));
            double within = Euclidean.distance(fusion.within(run.trained()), fusion.within(run.fused()));
            assertEquals(1, across / within, 0.2);
        }

        @Test
        @DisplayName("with one hidden layer there are no weights across")
        void oneLayer() {
            Fusion fusion = Fusion.of(DenseNetwork.of(64, 5, 10));
            double[] theta = fusion.fused(parent(fusion.parent(), 1), parent(fusion.parent(), 2));
            assertEquals(0, fusion.across(theta).length);
        }

        @Test
        @DisplayName("the line of the parents is convex; a line to the network from scratch is not")
        void convex() {
            assertTrue(DeepFusion.leastSecondDifference(run.betweenParents(DeepFusion.PARTS)) > 0);
            assertTrue(DeepFusion.leastSecondDifference(run.between(run.trained(), run.scratch(), DeepFusion.PARTS))
                    < -0.01);
        }
    }
}
