package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Accuracy;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkOutputs;

/**
 * Two parents 64-16-16-10 trained on 500 digits, fused and trained on, beside the wide network 64-32-32-10 from scratch on the same
 * batches.
 */
final class FusionRun {
    static final Fusion FUSION = Fusion.of(DenseNetwork.of(64, 16, 16, 10));

    static final double STEP_SIZE = 0.2;

    /** Steps of each parent, and of the fusion after them; the network from scratch has both. */
    static final int STEPS_OF_PARENTS = 300;

    static final int STEPS_OF_FUSION = 400;

    /** Losses are taken at every so many steps. */
    static final int STRIDE = 5;

    private static final int ROWS = 500;
    private static final int BATCH = 25;

    /** Added to the seed for the order of the batches of wide networks. */
    private static final long OF_WIDE = 50;

    /** What all seeds share. */
    static final class Setting {
        private final KernelDigits narrow = KernelDigits.of(ROWS, FUSION.parent());
        private final KernelDigits broad = KernelDigits.of(ROWS, FUSION.wide());
        private final BatchTraining parents = new BatchTraining(narrow.batches(BATCH));
        private final BatchTraining wide = new BatchTraining(broad.batches(BATCH));
        private final Loss parentLoss = narrow.loss();
        private final Loss wideLoss = broad.loss();

        Loss parentLoss() {
            return parentLoss;
        }

        Loss wideLoss() {
            return wideLoss;
        }

        NetworkOutputs parentOutputs() {
            return NetworkOutputs.of(FUSION.parent(), narrow.evaluation());
        }

        Accuracy wideAccuracy() {
            return Accuracy.of(FUSION.wide(), broad.evaluation());
        }

        NetworkOutputs wideOutputs() {
            return NetworkOutputs.of(FUSION.wide(), broad.evaluation());
        }
    }

    private final Setting setting;
    private final double[] first;
    private final double[] second;
    private final double[] trained;
    private final double[] scratch;
    private final List<Double> lossesOfFirst = new ArrayList<>();
    private final List<Double> lossesOfFusion = new ArrayList<>();
    private final List<Double> lossesOfScratch = new ArrayList<>();

    private FusionRun(Setting setting, long seed) {
        this.setting = setting;
        this.first = parent(2 * seed, lossesOfFirst);
        this.second = parent(2 * seed + 1, new ArrayList<>());
        this.trained = wide(fused(), STEPS_OF_FUSION, seed, lossesOfFusion);
        this.scratch =
                wide(FUSION.wide().initialParameters(seed), STEPS_OF_PARENTS + STEPS_OF_FUSION, seed, lossesOfScratch);
    }

    static FusionRun of(Setting setting, long seed) {
        return new FusionRun(setting, seed);
    }

    private double[] parent(long seed, List<Double> losses) {
        double[] start = FUSION.parent().initialParameters(seed);
        return setting.parents.plain(start, STEP_SIZE, STEPS_OF_PARENTS, seed, recorder(setting.parentLoss, losses));
    }

    private double[] wide(double[] start, int steps, long seed, List<Double> losses) {
        return setting.wide.plain(start, STEP_SIZE, steps, seed + OF_WIDE, recorder(setting.wideLoss, losses));
    }

    private static BatchTraining.Observer recorder(Loss loss, List<Double> losses) {
        return (step, theta) -> {
            if (step % STRIDE == 0) {
                losses.add(loss.value(theta));
            }
        };
    }

    double[] first() {
        return first.clone();
    }

    double[] second() {
        return second.clone();
    }

    double[] fused() {
        return FUSION.fused(first, second);
    }

    double[] trained() {
        return trained.clone();
    }

    double[] scratch() {
        return scratch.clone();
    }

    /** The losses of one parent, of the fusion, of the network from scratch at every fifth step. */
    List<Double> lossesOfFirst() {
        return List.copyOf(lossesOfFirst);
    }

    List<Double> lossesOfFusion() {
        return List.copyOf(lossesOfFusion);
    }

    List<Double> lossesOfScratch() {
        return List.copyOf(lossesOfScratch);
    }

    /** The first step at which a loss has come down to a number, as far as steps are recorded. */
    static OptionalInt reached(List<Double> losses, double loss) {
        return IntStream.range(0, losses.size())
                .filter(i -> losses.get(i) <= loss)
                .map(i -> i * STRIDE)
                .findFirst();
    }

    /** The losses of joined parents, α from 1 down to 0, β = 1 − α. */
    List<Double> betweenParents(int parts) {
        return IntStream.rangeClosed(0, parts)
                .mapToObj(i -> setting.wideLoss.value(
                        FUSION.joined(first, second, 1 - (double) i / parts, (double) i / parts)))
                .toList();
    }

    /** The losses on a straight line. */
    List<Double> between(double[] from, double[] to, int parts) {
        return IntStream.rangeClosed(0, parts)
                .mapToObj(i -> {
                    double[] theta = from.clone();
                    Euclidean.add(theta, (double) i / parts, Euclidean.difference(to, from));
                    return setting.wideLoss.value(theta);
                })
                .toList();
    }

    /** The largest difference between the outputs of the fusion and the mean of those of its parents, on the evaluation rows. */
    double deviationFromMean(double... fusion) {
        double[] a = setting.parentOutputs().at(first).data;
        double[] b = setting.parentOutputs().at(second).data;
        double[] z = setting.wideOutputs().at(fusion).data;
        return IntStream.range(0, z.length)
                .mapToDouble(i -> Math.abs(z[i] - (a[i] + b[i]) / 2))
                .max()
                .orElseThrow();
    }

    /** The loss of one parent with the mean of both parents' weights. */
    double lossOfMeanWeights() {
        double[] mean = first.clone();
        Euclidean.add(mean, 1, second);
        Euclidean.scale(mean, 0.5);
        return setting.parentLoss.value(mean);
    }

    /** The gradient at the fusion: ‖weights across‖ over ‖weights within‖. */
    double gradientAcross() {
        double[] gradient = setting.wideLoss.gradient(fused());
        return Euclidean.norm(FUSION.across(gradient)) / Euclidean.norm(FUSION.within(gradient));
    }

    /** The height of the losses on a line over the straight line between its ends. */
    static double barrier(List<Double> losses) {
        int parts = losses.size() - 1;
        double start = losses.get(0);
        double end = losses.get(parts);
        return IntStream.rangeClosed(0, parts)
                .mapToDouble(i -> losses.get(i) - start - (end - start) * i / parts)
                .max()
                .orElseThrow();
    }
}
