package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot.Look;

/**
 * How much does the noise of single samples shrink the effective start of a diagonal linear network?
 *
 * <p>Pesme and others (2021); real runs beside the printed formula, its equation, and an equation with the true covariance.
 */
public final class StochasticGains implements Experiment {
    private static final double ALPHA = 0.1;
    private static final int SEEDS = 6;
    private static final int PATHS = 64;
    private static final double DT = 0.01;
    private static final double TIME = 60;
    private static final DiagonalDescent.Stop STOP = new DiagonalDescent.Stop(1e-8, 10_000_000);

    /** What is known for one step size; numbers as printed. */
    private record Row(
            double stepSize,
            List<String> logarithm,
            String squares,
            String descent,
            String formula,
            String lossIntegral,
            double model,
            double oneSample,
            String squaresError,
            String formulaError,
            String descentDistance,
            String stochasticDistance) {}

    private static final Row SMALL = new Row(
            0.01,
            List.of("-0.0562", "-0.0566", "-0.0554"),
            "-0.0561",
            "-0.00365",
            "-0.0619",
            "3.167",
            -0.0638,
            -0.0526,
            "0.0012",
            "0.43",
            "0.00452",
            "0.00430");
    private static final Row LARGE = new Row(
            0.02,
            List.of("-0.1159", "-0.1178", "-0.1139"),
            "-0.1155",
            "-0.00734",
            "-0.1292",
            "3.307",
            -0.1304,
            -0.1077,
            "0.0045",
            "0.42",
            "0.00456",
            "0.00412");

    /** Runs with one step size; the formula of each run has its own ∫ L dt. */
    private record Runs(DiagonalDescent full, List<DiagonalDescent> oneSample, List<double[]> formulas) {
        double[] mean(Function<DiagonalDescent, double[]> quantity) {
            return Vectors.mean(oneSample.stream().map(quantity).toList());
        }

        double average(ToDoubleFunction<DiagonalDescent> quantity) {
            return oneSample.stream().mapToDouble(quantity).average().orElseThrow();
        }
    }

    /** The experiment; nothing is computed before it runs. */
    public StochasticGains() {}

    @Override
    public String name() {
        return "stochastic-gains";
    }

    @Override
    public String question() {
        return "How much does the noise of single samples shrink the effective start of a diagonal linear network?";
    }

    @Override
    public String paper() {
        return "Pesme, Pillaud-Vivien, Flammarion: Implicit bias of SGD for diagonal linear networks, a provable benefit of"
                + " stochasticity (2021)";
    }

    @Override
    public String text() {
        return """
                Gradient descent with one sample per step multiplies c = u² − v² by exactly 1 − γ²s² in each step, s = xᵢrᵢ; a
                smaller c at the end is a solution with a smaller sum of absolute values. The paper replaces the noise of the
                samples by one of covariance 2L XᵀX/n. By Itô's formula ln c then falls by 2γ Aⱼⱼ ∫ L dt, A = XᵀX/n, whatever
                the path is. Here are 20 equations for 30 unknowns, six runs with samples and 64 paths of each equation.

                To see: the formula is right about its own equation to rounding, path by path. About real runs it is right on
                average over the coordinates within 12 %. But coordinate by coordinate it is off by 40 %: the model sees only
                Aⱼⱼ, nearly the same for all, while the samples shrink c almost twice as much where β* is not zero. The sum of
                γ²s² of the run, in contrast, is right to half a percent. With the covariance of one sample in place of the
                model the equation agrees with the runs, once the small part that gradient descent has anyway is added.

                To beware of: α falls by half of what c does (γ Aⱼⱼ ∫ L dt, c being 2α²); the integral is over time, γ per step;
                without Itô's term −½ γΣⱼⱼ dt in d ln w the equation would not change c at all; and at time 60 the loss of the
                paths (2e-4) is small enough for c, not for the distance from β*.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\ln\\frac{c_\\infty}{c_0}&=\\sum_k\\ln\\lvert1-\\gamma^2s_k^2\\rvert\\quad\\text{(exact)},\\\\
                d\\ln c&=-2\\gamma L\\,A_{jj}\\,dt,\\qquad
                  \\alpha_\\infty=\\alpha\\exp\\Bigl(-\\gamma A_{jj}\\int_0^\\infty L\\,dt\\Bigr),\\quad A=\\tfrac1nX^\\top X
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "data",
                "X = N(12; 20×30), β* = (1, −1, 1, 0, …), y = Xβ*",
                "start",
                "u = √2 α, v = 0 with α = " + ALPHA,
                "paths of the SDE",
                PATHS + " of steps " + DT + " to the time " + TIME,
                "step sizes",
                "0.01, 0.02"));
    }

    @Override
    public List<Long> seeds() {
        return LongStream.range(1000, 1000 + SEEDS).boxed().toList();
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        SparseRegression data = data();
        List<Outcome> outcomes = new ArrayList<>();
        double flow = data.error(HyperbolicPotential.solve(data, ALPHA * ALPHA));
        outcomes.add(Outcome.digits("4b gradient flow squared distance", flow, "0.00448"));
        Runs last = runs(data, LARGE.stepSize());
        outcomes.addAll(ofRuns(data, LARGE, last));
        double[] gains = last.mean(DiagonalDescent::logarithms);
        outcomes.add(
                Outcome.digits("4b gamma=0.02 gain on the support", -Vectors.mean(gains, data::isOnSupport), "0.198"));
        outcomes.add(Outcome.digits(
                "4b gamma=0.02 gain off the support", -Vectors.mean(gains, j -> !data.isOnSupport(j)), "0.107"));
        outcomes.addAll(ofPaths(data, LARGE, GainDiffusion.Noise.MODEL, LARGE.model()));
        progress.report(1, extent == Extent.FULL ? 2 : 1);
        if (extent == Extent.FULL) {
            List<Outcome> large = ofPaths(data, LARGE, GainDiffusion.Noise.ONE_SAMPLE, LARGE.oneSample());
            outcomes.addAll(large);
            outcomes.add(together(LARGE, large, last));
            Runs small = runs(data, SMALL.stepSize());
            outcomes.addAll(ofRuns(data, SMALL, small));
            outcomes.addAll(ofPaths(data, SMALL, GainDiffusion.Noise.MODEL, SMALL.model()));
            List<Outcome> paths = ofPaths(data, SMALL, GainDiffusion.Noise.ONE_SAMPLE, SMALL.oneSample());
            outcomes.addAll(paths);
            outcomes.add(together(SMALL, paths, small));
            progress.report(2, 2);
        }
        return new Findings(outcomes, List.of(gains(data, last)));
    }

    static SparseRegression data() {
        return SparseRegression.of(12, 20, 30, 1, -1, 1);
    }

    private static Runs runs(SparseRegression data, double stepSize) {
        List<DiagonalDescent> all = IntStream.rangeClosed(0, SEEDS)
                .parallel()
                .mapToObj(i -> i == 0
                        ? DiagonalDescent.full(data, ALPHA, stepSize, STOP)
                        : DiagonalDescent.oneSample(data, ALPHA, stepSize, STOP, 999 + i))
                .toList();
        List<DiagonalDescent> oneSample = all.subList(1, all.size());
        double[] variances = data.meanSquares();
        List<double[]> formulas = oneSample.stream()
                .map(run -> Vectors.of(variances.length, j -> -2 * stepSize * variances[j] * run.lossIntegral()))
                .toList();
        return new Runs(all.get(0), oneSample, formulas);
    }

    private static List<Outcome> ofRuns(SparseRegression data, Row row, Runs runs) {
        String name = named(row);
        double[] logarithms = runs.mean(DiagonalDescent::logarithms);
        double[] squares = runs.mean(DiagonalDescent::minusSquares);
        double[] formula = Vectors.mean(runs.formulas());
        double[] means = runs.oneSample().stream()
                .mapToDouble(run -> Vectors.mean(run.logarithms()))
                .sorted()
                .toArray();
        double ratio =
                Vectors.mean(logarithms, data::isOnSupport) / Vectors.mean(logarithms, j -> !data.isOnSupport(j));
        return List.of(
                Outcome.atMost(name + "identity of the product", identity(runs), 5e-11),
                Outcome.digits(
                        name + "SGD ln c",
                        Vectors.mean(logarithms),
                        row.logarithm().get(0)),
                Outcome.digits(
                        name + "SGD ln c least", means[0], row.logarithm().get(1)),
                Outcome.digits(
                        name + "SGD ln c most",
                        means[means.length - 1],
                        row.logarithm().get(2)),
                Outcome.digits(name + "SGD sum of squares", Vectors.mean(squares), row.squares()),
                Outcome.digits(name + "GD ln c", Vectors.mean(runs.full().logarithms()), row.descent()),
                Outcome.digits(name + "formula", Vectors.mean(formula), row.formula()),
                Outcome.digits(name + "integral of L", runs.average(DiagonalDescent::lossIntegral), row.lossIntegral()),
                Outcome.between(name + "formula over SGD", Vectors.mean(formula) / Vectors.mean(logarithms), 1, 1.12),
                Outcome.digits(
                        name + "sum of squares by coordinate",
                        Vectors.relativeDistance(squares, logarithms),
                        row.squaresError()),
                Outcome.digits(
                        name + "formula by coordinate",
                        Vectors.relativeDistance(formula, logarithms),
                        row.formulaError()),
                Outcome.atLeast(name + "gain on over off the support", ratio, 1.7),
                Outcome.digits(name + "GD squared distance", runs.full().error(), row.descentDistance()),
                Outcome.digits(
                        name + "SGD squared distance", runs.average(DiagonalDescent::error), row.stochasticDistance()));
    }

    private static double identity(Runs runs) {
        return runs.oneSample().stream()
                .mapToDouble(run -> Vectors.largestDifference(run.logarithms(), run.logarithmsOfFactors()))
                .max()
                .orElseThrow();
    }

    private static List<Outcome> ofPaths(SparseRegression data, Row row, GainDiffusion.Noise noise, double expected) {
        GainDiffusion.Path[] paths = IntStream.range(0, PATHS)
                .parallel()
                .mapToObj(i -> GainDiffusion.path(data, noise, ALPHA, row.stepSize(), DT, TIME, 3000 + i))
                .toArray(GainDiffusion.Path[]::new);
        double[] means = Arrays.stream(paths)
                .mapToDouble(path -> Vectors.mean(path.logarithms()))
                .toArray();
        double mean = Vectors.mean(means);
        double variance = Vectors.square(Vectors.of(PATHS, i -> means[i] - mean)) / (PATHS - 1);
        double identity = Arrays.stream(paths)
                .mapToDouble(path -> Vectors.largestDifference(path.logarithms(), path.predicted()))
                .max()
                .orElseThrow();
        String name = named(row) + (noise == GainDiffusion.Noise.MODEL ? "SDE of the model " : "SDE of one sample ");
        // what is expected is the mean of 64 other paths: three deviations of the difference
        double loss = Arrays.stream(paths)
                .mapToDouble(GainDiffusion.Path::loss)
                .average()
                .orElseThrow();
        return List.of(
                Outcome.within(name + "ln c", mean, expected, 3 * Math.sqrt(2 * variance / PATHS)),
                Outcome.atMost(name + "mean loss at the end", loss, 2e-4),
                Outcome.atMost(name + "identity by path", identity, 1e-12));
    }

    /** What the noise of one sample does in the equation and what gradient descent has anyway are what runs have. */
    private static Outcome together(Row row, List<Outcome> ofPaths, Runs runs) {
        double noise = ofPaths.get(0).number().orElseThrow();
        double descent = Vectors.mean(runs.full().logarithms());
        double both = Vectors.mean(runs.mean(DiagonalDescent::logarithms));
        return Outcome.within(
                named(row) + "SDE of one sample and GD over SGD, ln c", (noise + descent) / both, 1, 0.02);
    }

    private static String named(Row row) {
        return "4b gamma=" + row.stepSize() + " ";
    }

    private static Findings.Figure gains(SparseRegression data, Runs runs) {
        int size = data.features();
        double[] truth = data.truth();
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((i, j) -> Double.compare(Math.abs(truth[j]), Math.abs(truth[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] places = Vectors.of(size, i -> i + 1);
        double[] stochastic = runs.mean(DiagonalDescent::logarithms);
        double[] formula = Vectors.mean(runs.formulas());
        double[] descent = runs.full().logarithms();
        return Pictures.of(
                "gains",
                "Gains by coordinate, γ = 0.02: those where β* ≠ 0 first",
                "The fall of ln c by coordinate: with one sample per step almost twice as much on the support of β*, the"
                        + " formula has nearly the same everywhere, gradient descent has very little.",
                Axis.whole("coordinate, by |β*|"),
                Axis.linear("gain −ln(c/c₀)"),
                List.of(
                        Pictures.curve(
                                "one sample per step, mean of six runs",
                                1,
                                Look.BARS,
                                places,
                                Vectors.of(size, i -> -stochastic[order[i]])),
                        Pictures.curve(
                                "formula 2γ Aⱼⱼ ∫ L dt",
                                2,
                                Look.BARS,
                                places,
                                Vectors.of(size, i -> -formula[order[i]])),
                        Pictures.curve(
                                "gradient descent", 0, Look.BARS, places, Vectors.of(size, i -> -descent[order[i]]))));
    }
}
