package org.modeq.examples.kernels;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.modeq.numeric.model.Accuracy;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Loss;

/**
 * The averaged kernel against plain training: 500 digits in batches of 25, a network 64-16-10, 1000 steps of 0.2. Kernels take steps
 * of 0.6, so that their average moves with 0.2 as well.
 */
final class KernelAccuracy {
    private static final double STEP_SIZE = 0.2;
    private static final int STEPS = 1000;
    private static final int ROWS = 500;
    private static final int BATCH = 25;

    private final KernelDigits digits = KernelDigits.of(ROWS, DenseNetwork.of(64, 16, 10));
    private final BatchTraining training = new BatchTraining(digits.batches(BATCH));
    private final LayeredKernels layers = LayeredKernels.of(digits.network());
    private final Accuracy accuracy = Accuracy.of(digits.network(), digits.evaluation());
    private final Loss evaluation = digits.loss(digits.evaluation());

    /**
     * What a network is worth on the evaluation rows.
     *
     * @param accuracy the share of right answers
     * @param loss the cross-entropy
     */
    record Score(double accuracy, double loss) {}

    /**
     * The scores of the runs of one seed; all see the same batches.
     *
     * @param plain plain training from the first kernel
     * @param fromAverage plain training from the average of the three kernels
     * @param majority the average of three kernels that start at different points
     */
    record Scores(Score plain, Score fromAverage, Score majority) {}

    /**
     * The scores of other majority kernels of one seed.
     *
     * @param equalStart the average of three kernels that all start at the first
     * @param slow three kernels that take the step of plain training each, so that their average has a third of it
     */
    record Variants(Score equalStart, Score slow) {}

    /** Plain training and majority kernels for the seeds 1, 2, …. */
    List<Scores> scores(int seeds) {
        return LongStream.rangeClosed(1, seeds).mapToObj(this::scores).toList();
    }

    private Scores scores(long seed) {
        double[][] kernels = start(seed);
        return new Scores(
                score(training.plain(kernels[0], STEP_SIZE, STEPS, seed)),
                score(training.plain(LayeredKernels.mean(kernels), STEP_SIZE, STEPS, seed)),
                score(averaged(kernels, SimplexDraws.KERNELS * STEP_SIZE, seed)));
    }

    /** Other majority kernels for the seeds 1, 2, …. */
    List<Variants> variants(int seeds) {
        return LongStream.rangeClosed(1, seeds).mapToObj(this::variants).toList();
    }

    private Variants variants(long seed) {
        double[][] kernels = start(seed);
        double[][] equal = {kernels[0], kernels[0], kernels[0]};
        return new Variants(
                score(averaged(equal, SimplexDraws.KERNELS * STEP_SIZE, seed)),
                score(averaged(kernels, STEP_SIZE, seed)));
    }

    /** Sample of one number of each seed. */
    static <S> Sample sample(List<S> seeds, ToDoubleFunction<S> number) {
        return Sample.of(seeds.stream().mapToDouble(number).toArray());
    }

    private double[][] start(long seed) {
        double[][] kernels = new double[SimplexDraws.KERNELS][];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = digits.network().initialParameters(SimplexDraws.KERNELS * seed + i);
        }
        return kernels;
    }

    private double[] averaged(double[][] start, double stepSize, long seed) {
        return LayeredKernels.mean(training.majority(layers, start, stepSize, STEPS, seed));
    }

    private Score score(double... theta) {
        return new Score(accuracy.at(theta), evaluation.value(theta));
    }
}
