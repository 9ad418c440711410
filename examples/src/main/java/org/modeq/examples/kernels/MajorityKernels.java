package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.symbolic.ring.Rational;

/**
 * Which loss does the average of kernels descend that are mixed at random?
 *
 * <p>Mazzawi and others (2024) for the method; the experiment is this project's own.
 */
public final class MajorityKernels implements Experiment {
    private static final DenseNetwork NETWORK = DenseNetwork.of(64, 8, 10);
    private static final int SEEDS = 5;
    private static final int ALL_SEEDS = 20;

    /** The time of a run whose shift is measured, in steps of the kernels. */
    private static final double TIME = 4;

    private static final long SEED_OF_DRAWS = 7;
    private static final double OWN_ACCURACY = 0.005;

    /** The experiment; nothing is computed before it runs. */
    public MajorityKernels() {}

    @Override
    public String name() {
        return "majority-kernels";
    }

    @Override
    public String question() {
        return "Which loss does the average of kernels descend that are mixed at random?";
    }

    @Override
    public String paper() {
        return "Mazzawi, Awasthi, Gonzalvo, Ramalingam: Majority Kernels (2024, arXiv 2402.05033)";
    }

    @Override
    public String text() {
        return """
                Each layer has three kernels; a step uses W = p₁W₁ + p₂W₂ + p₃W₃ with weights p drawn anew, and moves every Wᵢ by
                −h pᵢ∇L(W). The average W̄ is kept. Here p is uniform on the simplex, one draw for each layer, its weights and biases
                together. The experiment is our own, and no number of the paper is matched: it does not say whether the paper's
                draws are these.

                This is stochastic gradient descent on the losses of independent draws, so it has a modified generator. At order
                h⁰ all kernels descend the mean loss 𝔼L(Σ pᵢWᵢ), and the average does so at a third of the speed. Expanded about W̄
                the mean loss has an implicit regulariser, 1/24 of the curvature along the spreads Sᵢ = Wᵢ − W̄, layer by layer: one
                draw for all layers would add the curvature between layers. Kernels that start at one point are driven apart
                along the gradient at the rate h‖∇L‖²/6, and only then, at order h, is their average regularised.

                Four checks. On three weights in symbols these rates are derived by the logarithm of the averaging operator. On a
                quadratic the first and second moments follow a linear recursion in rational numbers: the forests of the generator
                equal its logarithm exactly, and the errors fall with the slopes 1, 2, 3. On digits the expansion of the mean loss
                leaves errors of the slopes 2, 3, 4. And the mean shift of the average against gradient descent with h/3, for
                kernels with a common start, is the predicted one within three standard errors; runs are paired with their own
                second order in the noise, whose mean is 0, which halves the scatter.

                What it is worth on digits: for the seeds 1 to 5 the averaged kernel is right 0.65 % more often than plain training
                with the same effective step, five standard errors. That is the luck of five seeds, and of the start: over
                twenty seeds 0.13 ± 0.14 % remain, and against plain training from the average of the three starts, which are smaller
                weights, 0.01 ± 0.06 %: here the random mixing itself is worth nothing. To beware of: kernels that take the step h of plain
                training move their average with h/3, and look worse by one per cent for that alone.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                W_i&\\leftarrow W_i-h\\,p_i\\nabla L\\Bigl(\\sum_j p_jW_j\\Bigr),\\qquad
                  \\operatorname{E}p_1^ap_2^bp_3^c=\\frac{2!\\,a!\\,b!\\,c!}{(2+a+b+c)!},\\\\
                S_i&=W_i-\\overline W,\\\\
                \\operatorname{E}L\\Bigl(\\sum_ip_iW_i\\Bigr)&=L(\\overline W)
                  +\\frac1{24}\\sum_{l,i}S_{li}^\\top H_{ll}S_{li}
                  +\\frac1{180}\\sum_{l,i}D^3L[S_{li},S_{li},S_{li}]+O(S^4)\\\\
                \\mathcal L\\varphi&=\\varphi'(\\bar f)+h\\Bigl(-\\tfrac12\\varphi'(\\bar f'\\bar f)
                  +\\tfrac12\\operatorname{E}\\varphi''(d,d)\\Bigr)+O(h^2),\\\\
                \\bar f&=-\\nabla\\,\\operatorname{E}L_p,\\quad d=-\\nabla L_p-\\bar f\\\\
                \\dot C_l&=-\\frac1{12}(H_{ll}C_l+C_lH_{ll})+\\frac h6\\,g_lg_l^\\top,\\\\
                C_l&=\\operatorname{E}\\sum_iS_{li}S_{li}^\\top,\\\\
                \\dot\\delta&=-\\frac13\\Bigl(H\\delta+\\frac1{24}\\sum_lD^2\\nabla L:C_l\\Bigr)
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "draws", "p uniform on the simplex of 3 corners, one for each layer",
                "quadratic", "H = [2 -1/2; -1/2 1], b = (1, 1/2), two layers of one weight, time 1",
                "mean loss", "64-8-10, 200 digits, 100 steps of 0.2, spreads of the starts 11, 12, 13",
                "shift", "64-8-10, 100 digits, time 4 of each kernel, start 1",
                "accuracy", "64-16-10, 500 digits in batches of 25, 1000 steps of 0.2, of 0.6 for each kernel"));
    }

    @Override
    public List<Long> seeds() {
        return LongStream.rangeClosed(1, ALL_SEEDS).boxed().toList();
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        List<Outcome> outcomes = new ArrayList<>(symbolic());
        List<Findings.Figure> figures = new ArrayList<>();
        progress.report(1, 5);
        quadratic(isFull ? List.of(5, 10, 20, 40) : List.of(5, 10, 20), outcomes, figures);
        progress.report(2, 5);
        meanLoss(outcomes, figures);
        progress.report(3, 5);
        shift(isFull ? List.of(8, 16, 32) : List.of(8), isFull ? 2000 : 300, outcomes, figures);
        progress.report(4, 5);
        accuracy(isFull, outcomes, figures);
        progress.report(5, 5);
        return new Findings(outcomes, figures);
    }

    private static List<Outcome> symbolic() {
        return List.of(
                Outcome.same(
                        "one weight: mean loss less L + L''/24 sum s^2 + L'''/180 sum s^3",
                        KernelRates.meanLossLessExpansion().toString(),
                        "0"),
                Outcome.same(
                        "one weight: rate of the average at h^0 less -(L' + L'''/24 sum s^2)/3",
                        KernelRates.rateOfMeanLessDescent().toString(),
                        "0"),
                Outcome.same(
                        "one weight, equal kernels: rate of sum s^2 at h^1 less L'^2/6",
                        KernelRates.rateOfSpreadLessNoise().toString(),
                        "0"),
                Outcome.same(
                        "one weight, equal kernels: rate of the average at h^1 less -L''L'/18",
                        KernelRates.rateOfMeanLessPlainCorrection().toString(),
                        "0"));
    }

    private static void quadratic(List<Integer> steps, List<Outcome> outcomes, List<Findings.Figure> figures) {
        MomentLadder ladder = MomentLadder.of(QuadraticKernels.of(SimplexDraws::moment, true), steps);
        List<ExactMatrix> generator = ladder.kernels().forests();
        List<ExactMatrix> logarithm = ladder.kernels().logarithm();
        List<Curve> curves = new ArrayList<>();
        for (int order = 1; order <= generator.size(); order++) {
            Rational difference =
                    generator.get(order - 1).minus(logarithm.get(order - 1)).largest();
            outcomes.add(
                    Outcome.same("quadratic: forests less logarithm at h^" + (order - 1), difference.toString(), "0"));
            List<Double> errors = ladder.errors(generator.subList(0, order));
            outcomes.add(
                    Outcome.slope("quadratic: slope of the moments, orders = " + order, Slopes.last(errors), order));
            String name = order == 1 ? "mean loss" : "generator to h" + (order == 2 ? "" : "²");
            curves.add(KernelPictures.curve(name, order - 1, Look.LINE_AND_MARKS, ladder.stepSizes(), errors));
        }
        List<ExactMatrix> cube =
                QuadraticKernels.of(SimplexDraws::momentOfCube, true).forests();
        curves.add(KernelPictures.curve(
                "to h² with the cube", 3, Look.LINE_AND_MARKS, ladder.stepSizes(), ladder.errors(cube)));
        figures.add(KernelPictures.moments(curves));
    }

    private static void meanLoss(List<Outcome> outcomes, List<Findings.Figure> figures) {
        SpreadKernels kernels = spreadKernels();
        List<Double> sizes = List.of(0.1, 0.05, 0.025, 0.0125, 0.00625);
        LayeredKernels layers = LayeredKernels.of(NETWORK);
        double second = kernels.secondSum(layers);
        double shared = kernels.secondSum(layers.shared());
        double third = kernels.thirdSum();
        List<Double> rises = sizes.stream()
                .map(e -> kernels.meanLoss(e) - kernels.lossOfMean())
                .toList();
        List<Curve> curves = List.of(
                difference(rises, sizes, "L(W̄) alone", 0, e -> 0),
                difference(rises, sizes, "with the regulariser", 1, e -> e * e * second / 24),
                difference(rises, sizes, "and the third order", 2, e -> e * e * (second / 24 + e * third / 180)),
                difference(rises, sizes, "regulariser of one draw", 3, e -> e * e * shared / 24));
        for (int i = 0; i < curves.size() - 1; i++) {
            List<Double> errors =
                    curves.get(i).marks().stream().map(mark -> mark.y()).toList();
            outcomes.add(Outcome.slope(
                    "digits: slope of the mean loss, " + (i + 1) + (i == 0 ? " term" : " terms"),
                    Slopes.last(errors),
                    i + 2));
        }
        outcomes.add(Outcome.relative("own, digits: sum of S'HS over layers at unit spread", second, 0.947414, 1e-3));
        figures.add(KernelPictures.meanLoss(curves));
    }

    private static Curve difference(
            List<Double> rises, List<Double> sizes, String name, int style, ToDoubleFunction<Double> expansion) {
        List<Double> errors = IntStream.range(0, sizes.size())
                .mapToObj(i -> Math.abs(rises.get(i) - expansion.applyAsDouble(sizes.get(i))))
                .toList();
        return KernelPictures.curve(name, style, Look.LINE_AND_MARKS, sizes, errors);
    }

    /** 200 digits after 100 steps of 0.2; the spreads are those of three starts. */
    static SpreadKernels spreadKernels() {
        Loss loss = KernelDigits.of(200, NETWORK).loss();
        double[] mean = KernelDigits.descend(loss, NETWORK.initialParameters(1), 0.2, 100);
        double[][] spreads = new double[SimplexDraws.KERNELS][];
        for (int i = 0; i < spreads.length; i++) {
            spreads[i] = NETWORK.initialParameters(11 + i);
        }
        double[] middle = LayeredKernels.mean(spreads);
        for (double[] spread : spreads) {
            Euclidean.add(spread, -1, middle);
        }
        return new SpreadKernels(loss, LayeredKernels.of(NETWORK), mean, spreads);
    }

    private static void shift(List<Integer> steps, int runs, List<Outcome> outcomes, List<Findings.Figure> figures) {
        Loss loss = KernelDigits.of(100, NETWORK).loss();
        List<Double> stepSizes = new ArrayList<>();
        List<KernelShift.Shares> shares = new ArrayList<>();
        for (int n : steps) {
            double stepSize = TIME / n;
            KernelShift shift =
                    KernelShift.of(loss, LayeredKernels.of(NETWORK), NETWORK.initialParameters(1), stepSize, n);
            KernelShift.Shares share = shift.measure(runs, SEED_OF_DRAWS);
            stepSizes.add(stepSize);
            shares.add(share);
            Sample paired = share.paired();
            String name = "digits: shift over prediction, h = " + stepSize;
            outcomes.add(Outcome.within(name + ", 3 standard errors", paired.mean(), 1, 3 * paired.error()));
            outcomes.add(Outcome.atLeast(
                    name + ", standard errors from 0", paired.mean() / paired.error(), runs > 1000 ? 30 : 10));
            outcomes.add(Outcome.atMost(
                    name + ", scatter of pairs over that of runs",
                    paired.error() / share.plain().error(),
                    0.6));
        }
        figures.add(KernelPictures.shift(stepSizes, shares));
    }

    private static void accuracy(boolean isFull, List<Outcome> outcomes, List<Findings.Figure> figures) {
        KernelAccuracy accuracy = new KernelAccuracy();
        List<KernelAccuracy.Scores> all = accuracy.scores(isFull ? ALL_SEEDS : SEEDS);
        List<KernelAccuracy.Scores> five = all.subList(0, SEEDS);
        Sample plain = KernelAccuracy.sample(five, s -> s.plain().accuracy());
        Sample average = KernelAccuracy.sample(five, s -> s.fromAverage().accuracy());
        Sample majority = KernelAccuracy.sample(five, s -> s.majority().accuracy());
        addOwn(outcomes, "plain", plain, 0.9174, 0.9109, 0.9247);
        addOwn(outcomes, "plain from the average", average, 0.9230, 0.9159, 0.9272);
        addOwn(outcomes, "majority kernels", majority, 0.9240, 0.9159, 0.9322);
        if (isFull) {
            List<KernelAccuracy.Variants> variants = accuracy.variants(SEEDS);
            Sample equal = KernelAccuracy.sample(variants, v -> v.equalStart().accuracy());
            Sample slow = KernelAccuracy.sample(variants, v -> v.slow().accuracy());
            addOwn(outcomes, "majority kernels from one start", equal, 0.9182, 0.9122, 0.9260);
            addOwn(outcomes, "majority kernels with the step of plain training", slow, 0.9099, 0.9059, 0.9172);
            outcomes.addAll(allSeeds(all));
        }
        figures.add(KernelPictures.accuracy(all));
    }

    private static List<Outcome> allSeeds(List<KernelAccuracy.Scores> scores) {
        Sample plain = KernelAccuracy.sample(
                scores, s -> s.majority().accuracy() - s.plain().accuracy());
        Sample average = KernelAccuracy.sample(
                scores, s -> s.majority().accuracy() - s.fromAverage().accuracy());
        return List.of(
                Outcome.within("own, 20 seeds: majority less plain", plain.mean(), 0.0013, 0.001),
                Outcome.within("own, 20 seeds: its standard error", plain.error(), 0.0014, 0.0005),
                Outcome.within(
                        "20 seeds: majority less plain from the average, 2 standard errors",
                        average.mean(),
                        0,
                        2 * average.error()));
    }

    private static void addOwn(
            List<Outcome> outcomes, String name, Sample sample, double mean, double least, double most) {
        String start = "own, 5 seeds, accuracy, " + name;
        outcomes.add(Outcome.within(start + ", mean", sample.mean(), mean, OWN_ACCURACY));
        outcomes.add(Outcome.within(start + ", least", sample.least(), least, 2 * OWN_ACCURACY));
        outcomes.add(Outcome.within(start + ", most", sample.most(), most, 2 * OWN_ACCURACY));
    }
}
