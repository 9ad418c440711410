package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;

/**
 * Does a wide network learn faster that begins as two trained ones side by side?
 *
 * <p>Mazzawi and others (2023) for the method; the experiment is this project's own.
 */
public final class DeepFusion implements Experiment {
    private static final int SEEDS = 5;
    private static final int QUICK_SEEDS = 2;
    private static final int TWIN_STEPS = 50;

    /** The loss that both networks are to reach. */
    private static final double TARGET = 0.03;

    /** The parts of a straight line of losses. */
    static final int PARTS = 20;

    private static final double ROUNDING = 1e-12;

    /** The experiment; nothing is computed before it runs. */
    public DeepFusion() {}

    @Override
    public String name() {
        return "deep-fusion";
    }

    @Override
    public String question() {
        return "Does a wide network learn faster that begins as two trained ones side by side?";
    }

    @Override
    public String paper() {
        return "Mazzawi, Gonzalvo, Wunder, Jerome, Dherin: Deep Fusion (2023, arXiv 2306.11903)";
    }

    @Override
    public String text() {
        return """
                Two networks 64-16-16-10, each after 300 steps on 500 digits, become one network 64-32-32-10: first layers side by
                side, the second block diagonal, the last stacked with the factor ½, its bias the mean. Its outputs are the mean of
                theirs. It is trained on, beside the wide network from scratch on the same batches, until the loss is 0.03. The
                experiment is our own, and no number of the paper is matched.

                What can be said beforehand. In the wide network the parents lie on one straight line of last layers, and the
                fusion is its middle. Outputs are linear on it and cross-entropy is convex in outputs: no barrier, and the
                fusion's loss is at most the mean of its parents' losses. The blocks across, which begin at 0, have a gradient as
                large as that of the blocks within: the fusion does not remain two networks. With one hidden layer there are no
                such blocks. Twins, the fusion of a network with itself, show the speeds: by symmetry they remain one network,
                which descends with the steps h/2, h and 2h in its three layers, biases h/2, h/2 and h, and half of what the second
                layer learns goes across. So fused networks do not learn with the step that their parents had.

                To see: between the parents the loss is a valley; from the fusion to what it becomes there is no barrier, to the
                network from scratch a high one. The mean of the parents' weights, instead of their outputs, is no better than a
                network at the beginning of its training. To the loss 0.03 the fusion takes 200 steps, the network from scratch
                450, less than half. But two parents of 300 steps have been paid for: counted in multiplications both ways cost
                the same within five per cent, and after 700 steps the network from scratch has the better accuracy, by one per
                cent. Fusion is a gain where the parents are there already.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{gather*}
                W_1=\\begin{pmatrix}A_1&B_1\\end{pmatrix},\\quad
                  W_2=\\begin{pmatrix}A_2&O\\\\O'&B_2\\end{pmatrix},\\quad
                  W_3=\\frac12\\begin{pmatrix}A_3\\\\B_3\\end{pmatrix},\\quad O=O'=0
                  \\quad\\Longrightarrow\\quad z=\\frac{z_A+z_B}2\\\\
                A=B:\\qquad \\dot A_1=-\\tfrac12\\nabla_1L,\\quad \\frac{d}{dt}(A_2+O)=-\\nabla_2L,\\quad
                  \\dot A_3=-2\\nabla_3L\\\\
                \\text{at}\\quad(A_1,A_2+O,A_3),\\qquad O(t)=A_2(t)-A_2(0)
                \\end{gather*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "parents", "64-16-16-10, 300 steps of 0.2 on 500 digits in batches of 25, starts 2s and 2s + 1",
                "fusion", "64-32-32-10, 400 steps of 0.2",
                "scratch", "64-32-32-10, 700 steps of 0.2, start s",
                "target", "cross-entropy 0.03 on the 500 digits"));
    }

    @Override
    public List<Long> seeds() {
        return LongStream.rangeClosed(1, SEEDS).boxed().toList();
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        int seeds = extent == Extent.FULL ? SEEDS : QUICK_SEEDS;
        FusionRun.Setting setting = new FusionRun.Setting();
        List<FusionRun> runs = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            runs.add(FusionRun.of(setting, seed));
            progress.report(seed, seeds + 1);
        }
        List<Outcome> outcomes = new ArrayList<>(ofTheory(runs));
        outcomes.addAll(ofTwins(setting));
        outcomes.addAll(ofLines(runs));
        outcomes.addAll(ofTraining(runs, setting));
        Findings findings = new Findings(outcomes, List.of(FusionPictures.training(runs), FusionPictures.lines(runs)));
        progress.report(seeds + 1, seeds + 1);
        return findings;
    }

    private static double most(List<FusionRun> runs, ToDoubleFunction<FusionRun> number) {
        return runs.stream().mapToDouble(number).max().orElseThrow();
    }

    private static List<Outcome> ofTheory(List<FusionRun> runs) {
        return List.of(
                Outcome.atMost(
                        "outputs of the fusion less the mean of the parents' outputs",
                        most(runs, run -> run.deviationFromMean(run.fused())),
                        ROUNDING),
                Outcome.atLeast(
                        "line of the parents: least second difference of the loss",
                        -most(runs, run -> -leastSecondDifference(run.betweenParents(PARTS))),
                        0),
                Outcome.atMost(
                        "loss of the fusion less the mean of the parents' losses", most(runs, DeepFusion::gain), 0));
    }

    private static double gain(FusionRun run) {
        List<Double> line = run.betweenParents(2);
        return line.get(1) - (line.get(0) + line.get(2)) / 2;
    }

    static double leastSecondDifference(List<Double> losses) {
        return IntStream.range(1, losses.size() - 1)
                .mapToDouble(i -> losses.get(i - 1) - 2 * losses.get(i) + losses.get(i + 1))
                .min()
                .orElseThrow();
    }

    private static List<Outcome> ofTwins(FusionRun.Setting setting) {
        Fusion fusion = FusionRun.FUSION;
        FusedTwins twins = FusedTwins.of(
                fusion,
                setting.parentLoss(),
                setting.wideLoss(),
                fusion.parent().initialParameters(1),
                FusionRun.STEP_SIZE,
                TWIN_STEPS);
        return List.of(
                Outcome.exact(
                        "twins after " + TWIN_STEPS + " steps: loss, that of the parent with steps h/2, h, 2h",
                        setting.wideLoss().value(twins.fused()),
                        setting.parentLoss().value(twins.parentBySpeeds())),
                Outcome.atMost("twins: weights across less change within, relative", twins.acrossLessChange(), 1e-10));
    }

    private static List<Outcome> ofLines(List<FusionRun> runs) {
        List<Outcome> outcomes = new ArrayList<>();
        addOwn(outcomes, "gradient across over within", sample(runs, FusionRun::gradientAcross), 1.00, 0.1);
        addOwn(
                outcomes,
                "barrier from the fusion to what it becomes",
                sample(runs, run -> FusionRun.barrier(run.between(run.fused(), run.trained(), PARTS))),
                0,
                0.001);
        addOwn(
                outcomes,
                "barrier from the trained fusion to scratch",
                sample(runs, run -> FusionRun.barrier(run.between(run.trained(), run.scratch(), PARTS))),
                0.68,
                0.15);
        addOwn(
                outcomes,
                "loss with the mean of the parents' weights",
                sample(runs, FusionRun::lossOfMeanWeights),
                0.96,
                0.12);
        addOwn(
                outcomes,
                "loss of the fusion",
                sample(runs, run -> run.lossesOfFusion().get(0)),
                0.079,
                0.008);
        return outcomes;
    }

    private static List<Outcome> ofTraining(List<FusionRun> runs, FusionRun.Setting setting) {
        List<Outcome> outcomes = new ArrayList<>();
        Sample fusion = sample(runs, run -> steps(run, FusionRun::lossesOfFusion));
        Sample scratch = sample(runs, run -> steps(run, FusionRun::lossesOfScratch));
        addOwn(outcomes, "steps of the fusion to loss " + TARGET, fusion, 199, 30);
        addOwn(outcomes, "steps from scratch to loss " + TARGET, scratch, 448, 30);
        addOwn(
                outcomes,
                "steps of the fusion over steps from scratch",
                sample(runs, run -> steps(run, FusionRun::lossesOfFusion) / steps(run, FusionRun::lossesOfScratch)),
                0.44,
                0.05);
        addOwn(
                outcomes,
                "multiplications with those of the parents over those from scratch",
                sample(runs, DeepFusion::costRatio),
                1.01,
                0.08);
        addOwn(
                outcomes,
                "accuracy of the trained fusion",
                sample(runs, run -> setting.wideAccuracy().at(run.trained())),
                0.909,
                0.012);
        addOwn(
                outcomes,
                "accuracy from scratch",
                sample(runs, run -> setting.wideAccuracy().at(run.scratch())),
                0.921,
                0.012);
        return outcomes;
    }

    /** The steps to the target; all that were taken if it is not reached. */
    static double steps(FusionRun run, Function<FusionRun, List<Double>> losses) {
        List<Double> recorded = losses.apply(run);
        return FusionRun.reached(recorded, TARGET).orElse((recorded.size() - 1) * FusionRun.STRIDE);
    }

    private static double costRatio(FusionRun run) {
        double parents = 2.0 * FusionRun.STEPS_OF_PARENTS * Fusion.cost(FusionRun.FUSION.parent());
        double wide = Fusion.cost(FusionRun.FUSION.wide());
        return (parents + wide * steps(run, FusionRun::lossesOfFusion))
                / (wide * steps(run, FusionRun::lossesOfScratch));
    }

    private static Sample sample(List<FusionRun> runs, ToDoubleFunction<FusionRun> number) {
        return Sample.of(runs.stream().mapToDouble(number).toArray());
    }

    /** An own value of the mean, and the band in which all seeds lie. */
    private static void addOwn(List<Outcome> outcomes, String name, Sample sample, double mean, double band) {
        outcomes.add(Outcome.within("own, " + name + ", mean", sample.mean(), mean, band));
        outcomes.add(Outcome.within("own, " + name + ", least", sample.least(), mean, 2 * band));
        outcomes.add(Outcome.within("own, " + name + ", most", sample.most(), mean, 2 * band));
    }
}
