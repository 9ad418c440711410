package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * Do large steps help a diagonal linear network to find the sparse solution?
 *
 * <p>Even and others (2023): they do with one sample per step, and do harm without noise.
 */
public final class LargeStepsOnDiagonalNets implements Experiment {
    static final double ALPHA = 0.1;
    static final DiagonalDescent.Stop DESCENT_STOP = new DiagonalDescent.Stop(1e-8, 200_000);
    static final DiagonalDescent.Stop STOCHASTIC_STOP = new DiagonalDescent.Stop(1e-8, 300_000);
    static final int FIRST_SEED = 2000;
    static final int SEEDS = 5;
    private static final double LARGEST_QUIET = 0.86;

    /** What is known of gradient descent with one step size; no error if it does not converge. */
    private record Descent(double stepSize, Optional<String> error, String onSupport, String offSupport) {}

    /** What is known of runs with one sample per step: mean, least and greatest error where printed, and gains. */
    private record Stochastic(
            double stepSize, List<String> errors, int unfinished, double onSupport, double offSupport) {}

    private static final List<Descent> DESCENTS = List.of(
            new Descent(0.1, Optional.of("0.00488"), "0.249", "0.015"),
            new Descent(0.2, Optional.of("0.00529"), "0.536", "0.032"),
            new Descent(0.4, Optional.of("0.00614"), "1.28", "0.071"),
            new Descent(0.6, Optional.of("0.00701"), "2.49", "0.119"),
            new Descent(0.8, Optional.of("0.00795"), "5.49", "0.177"),
            new Descent(0.86, Optional.of("0.00819"), "6.03", "0.195"),
            new Descent(0.88, Optional.of("0.0160"), "7.57", "0.32"),
            new Descent(0.9, Optional.of("0.0408"), "9.97", "0.47"),
            new Descent(0.92, Optional.of("0.0862"), "12.8", "0.60"),
            new Descent(0.95, Optional.of("0.201"), "15.9", "0.79"),
            new Descent(1, Optional.of("0.508"), "19.1", "1.05"),
            new Descent(1.1, Optional.empty(), "", ""));
    private static final List<Stochastic> STOCHASTICS = List.of(
            new Stochastic(0.05, List.of("0.00353", "0.0035", "0.0036"), 0, 0.53, 0.30),
            new Stochastic(0.1, List.of("0.00252", "0.0023", "0.0028"), 0, 1.37, 0.73),
            new Stochastic(0.12, List.of("0.00211"), 0, 1.99, 1.10),
            new Stochastic(0.14, List.of("0.00167"), 0, 2.78, 1.18),
            new Stochastic(0.16, List.of("0.00120"), 0, 3.32, 1.52),
            new Stochastic(0.18, List.of("0.00076", "0.0005", "0.0010"), 0, 3.83, 1.86),
            new Stochastic(0.2, List.of("0.00041", "0.0002", "0.0007"), 1, 3.87, 2.50),
            new Stochastic(0.23, List.of("0.00014"), 3, 3.99, 3.93),
            new Stochastic(0.26, List.of(), 5, 0, 0));
    private static final double SIGNS_FROM = 0.18;
    private static final List<Double> QUICK = List.of(0.1, 0.16, 0.18);

    /** Runs with one step size. */
    private record Runs(double stepSize, List<DiagonalDescent> runs) {
        double[] errors() {
            return runs.stream()
                    .filter(DiagonalDescent::isConverged)
                    .mapToDouble(DiagonalDescent::error)
                    .sorted()
                    .toArray();
        }

        double[] gains() {
            double[] mean =
                    Vectors.mean(runs.stream().map(DiagonalDescent::logarithms).toList());
            return Vectors.of(mean.length, j -> -mean[j]);
        }
    }

    /** The experiment; nothing is computed before it runs. */
    public LargeStepsOnDiagonalNets() {}

    @Override
    public String name() {
        return "large-steps";
    }

    @Override
    public String question() {
        return "Do large steps help a diagonal linear network to find the sparse solution?";
    }

    @Override
    public String paper() {
        return "Even, Pesme, Gunasekar, Flammarion: (S)GD over diagonal linear networks, implicit regularisation, large"
                + " stepsizes and edge of stability (2023)";
    }

    @Override
    public String text() {
        return """
                Each step with the step size γ multiplies c = u² − v² by 1 − γ²s² in each coordinate, so large steps leave a smaller
                c, as if the start had been smaller, and a smaller start means a sparser solution. If all coordinates gained
                alike, large steps could only help. The gains −ln |c/c₀| say who gains: the weights of the potential of a
                coordinate grow with its gain.

                To see: gradient descent comes to worse solutions the larger γ is, and much worse ones in the narrow window
                around 2/λ = 0.856, λ the sharpness at β*: the error grows by a factor of 25 between 0.86 and 0.95. Its gain is
                on the support of β*, 16 to 31 times what it is off it, and so punishes just the coordinates that are wanted.
                With one sample per step the gain is almost uniform, and the error falls by a factor of 32, until the runs no
                longer end.

                To beware of: past the edge factors are negative and c changes its sign, so gains need |c|; a run that has not
                converged has an error that says nothing (with γ = 0.26 it is tiny); and the c at the end alone does not
                determine the solution, the start of the dual variable has moved as well.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\ln\\Bigl\\lvert\\frac{c_\\infty}{c_0}\\Bigr\\rvert&=-\\sum_kq(\\gamma s_k),\\qquad
                  q(x)=-\\tfrac12\\ln\\bigl((1-x^2)^2\\bigr),\\\\
                \\beta_\\infty&=\\operatorname*{arg\\,min}_{X\\beta=y}\\sum_j\\phi_{\\lvert c_{\\infty,j}\\rvert}(\\beta_j)
                  -\\phi_{\\lvert c_{\\infty,j}\\rvert}'(\\tilde\\beta_{0,j})\\,\\beta_j
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "data", "X = N(12; 20×30), β* = (1, −1, 1, 0, …), y = Xβ*",
                "start", "u = √2 α, v = 0 with α = " + ALPHA,
                "stops at", "residual 1e-8 relative, or 200000 steps"));
    }

    @Override
    public List<Long> seeds() {
        return LongStream.range(2000, 2000 + 5).boxed().toList();
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        SparseRegression data = StochasticGains.data();
        List<Outcome> outcomes = new ArrayList<>();
        double sharpness = sharpness(data);
        outcomes.add(Outcome.digits("4c sharpness", sharpness, "2.3353"));
        outcomes.add(Outcome.digits("4c edge", 2 / sharpness, "0.8564"));
        outcomes.add(Outcome.atMost("4c l1 minimum error", data.error(MinimalNorms.absolute(data)), 1e-20));
        List<Runs> descents = DESCENTS.parallelStream()
                .map(row -> new Runs(
                        row.stepSize(), List.of(DiagonalDescent.full(data, ALPHA, row.stepSize(), DESCENT_STOP))))
                .toList();
        outcomes.addAll(ofDescents(data, descents));
        List<Stochastic> rows = STOCHASTICS.stream()
                .filter(row -> extent == Extent.FULL || QUICK.contains(row.stepSize()))
                .toList();
        List<Runs> stochastics = new ArrayList<>();
        for (Stochastic row : rows) {
            stochastics.add(stochastic(data, row.stepSize()));
            outcomes.addAll(ofStochastic(data, row, stochastics.get(stochastics.size() - 1)));
            progress.report(stochastics.size(), rows.size());
        }
        outcomes.addAll(comparisons(data, descents, stochastics, extent));
        return new Findings(outcomes, List.of(figure(data, descents, stochastics)));
    }

    /** The largest eigenvalue of the Hessian at u∘v = β*, u² = v²: twice that of X diag |β*| Xᵀ/n. */
    private static double sharpness(SparseRegression data) {
        DMatrixRMaj x = data.matrix();
        DMatrixRMaj scaled = x.copy();
        double[] truth = data.truth();
        CommonOps_DDRM.multCols(scaled, Vectors.of(truth.length, j -> 2 * Math.abs(truth[j]) / data.rows()));
        DMatrixRMaj product = new DMatrixRMaj(data.rows(), data.rows());
        CommonOps_DDRM.multTransB(scaled, x, product);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(data.rows(), false, true);
        eigen.decompose(product);
        return IntStream.range(0, data.rows())
                .mapToDouble(i -> eigen.getEigenvalue(i).getReal())
                .max()
                .orElseThrow();
    }

    private static Runs stochastic(SparseRegression data, double stepSize) {
        return new Runs(
                stepSize,
                IntStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                        .parallel()
                        .mapToObj(seed -> DiagonalDescent.oneSample(data, ALPHA, stepSize, STOCHASTIC_STOP, seed))
                        .toList());
    }

    private static List<Outcome> ofDescents(SparseRegression data, List<Runs> descents) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < descents.size(); i++) {
            Descent row = DESCENTS.get(i);
            String name = "4c GD gamma=" + row.stepSize() + " ";
            DiagonalDescent run = descents.get(i).runs().get(0);
            outcomes.add(Outcome.same(
                    name + "converges",
                    String.valueOf(run.isConverged()),
                    String.valueOf(row.error().isPresent())));
            row.error().ifPresent(error -> {
                double[] gains = descents.get(DESCENTS.indexOf(row)).gains();
                boolean isQuiet = row.stepSize() <= LARGEST_QUIET;
                outcomes.add(Outcome.between(
                        name + "coordinates of c with a changed sign",
                        (double) run.signChanges(),
                        isQuiet ? 0 : 1,
                        isQuiet ? 0 : 2));
                outcomes.add(known(name + "error", run.error(), error, isQuiet));
                outcomes.add(known(name + "gain on", on(data, gains), row.onSupport(), isQuiet));
                outcomes.add(known(name + "gain off", off(data, gains), row.offSupport(), isQuiet));
            });
        }
        return outcomes;
    }

    /** To the digits before the edge, to 10 % beyond, where runs are chaotic. */
    private static Outcome known(String name, double value, String expected, boolean isQuiet) {
        return isQuiet
                ? Outcome.digits(name, value, expected)
                : Outcome.relative(name, value, Double.parseDouble(expected), 0.1);
    }

    private static double on(SparseRegression data, double[] gains) {
        return Vectors.mean(gains, data::isOnSupport);
    }

    private static double off(SparseRegression data, double[] gains) {
        return Vectors.mean(gains, j -> !data.isOnSupport(j));
    }

    private static List<Outcome> ofStochastic(SparseRegression data, Stochastic row, Runs runs) {
        String name = "4c SGD gamma=" + row.stepSize() + " ";
        double[] errors = runs.errors();
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.within(name + "unfinished", SEEDS - errors.length, row.unfinished(), 0));
        if (errors.length == 0 || row.errors().isEmpty()) {
            return outcomes;
        }
        double expected = Double.parseDouble(row.errors().get(0));
        outcomes.add(Outcome.relative(name + "error mean", Vectors.mean(errors), expected, 0.15));
        if (row.errors().size() > 1) {
            outcomes.add(
                    Outcome.digits(name + "error least", errors[0], row.errors().get(1)));
            outcomes.add(Outcome.digits(
                    name + "error most", errors[errors.length - 1], row.errors().get(2)));
        }
        if (row.stepSize() >= SIGNS_FROM) {
            double changes = runs.runs().stream()
                    .mapToLong(DiagonalDescent::signChanges)
                    .average()
                    .orElseThrow();
            outcomes.add(Outcome.between(name + "coordinates of c with a changed sign, mean", changes, 4, 13));
        }
        outcomes.add(Outcome.relative(name + "gain on", on(data, runs.gains()), row.onSupport(), 0.15));
        outcomes.add(Outcome.relative(name + "gain off", off(data, runs.gains()), row.offSupport(), 0.15));
        return outcomes;
    }

    private static List<Outcome> comparisons(
            SparseRegression data, List<Runs> descents, List<Runs> stochastics, Extent extent) {
        List<Outcome> outcomes = new ArrayList<>();
        double flow = data.error(HyperbolicPotential.solve(data, ALPHA * ALPHA));
        outcomes.add(Outcome.digits("4c gradient flow error", flow, "0.00448"));
        outcomes.add(Outcome.same(
                "4c GD gamma=0.4 steps",
                String.valueOf(descents.get(2).runs().get(0).steps()),
                "19361"));
        double[] ratios = descents.stream()
                .filter(runs -> runs.stepSize() <= LARGEST_QUIET)
                .mapToDouble(runs -> on(data, runs.gains()) / off(data, runs.gains()))
                .sorted()
                .toArray();
        outcomes.add(Outcome.atLeast("4c GD gain on over off, least", ratios[0], 16));
        outcomes.add(Outcome.atMost("4c GD gain on over off, most", ratios[ratios.length - 1], 32));
        double before = descents.get(5).runs().get(0).error();
        outcomes.add(Outcome.relative(
                "4c GD error at 0.95 over error at 0.86",
                descents.get(9).runs().get(0).error() / before,
                25,
                0.1));
        boolean falls = IntStream.range(1, stochastics.size())
                .filter(i -> stochastics.get(i).errors().length > 0)
                .allMatch(i -> Vectors.mean(stochastics.get(i).errors())
                        < Vectors.mean(stochastics.get(i - 1).errors()));
        outcomes.add(Outcome.same("4c SGD error falls with gamma", String.valueOf(falls), "true"));
        if (extent == Extent.FULL) {
            double best = Vectors.mean(stochastics.get(stochastics.size() - 2).errors());
            outcomes.add(Outcome.relative("4c gradient flow error over SGD at 0.23", flow / best, 32, 0.15));
        }
        return outcomes;
    }

    private static Findings.Figure figure(SparseRegression data, List<Runs> descents, List<Runs> stochastics) {
        double flow = data.error(HyperbolicPotential.solve(data, ALPHA * ALPHA));
        return new Findings.Figure(
                "errors-and-gains",
                new Panels(
                        "Large steps: with all samples they do harm, with one sample per step they help",
                        "Above the squared distance from β* by step size beside that of gradient flow, below the mean gain on and"
                                + " off the support of β*; on the left gradient descent, on the right runs with one sample per"
                                + " step, mean and extremes of those that converged.",
                        2,
                        List.of(
                                errors("all samples", descents, flow),
                                errors("one sample per step", stochastics, flow),
                                gains("all samples", data, descents),
                                gains("one sample per step", data, stochastics))));
    }

    private static List<Runs> finished(List<Runs> all) {
        return all.stream().filter(runs -> runs.errors().length > 0).toList();
    }

    private static double[] each(List<Runs> all, Function<Runs, Double> quantity) {
        return Vectors.of(all.size(), i -> quantity.apply(all.get(i)));
    }

    private static Plot errors(String who, List<Runs> all, double flow) {
        List<Runs> finished = finished(all);
        List<Mark> marks = finished.stream()
                .map(runs -> Mark.within(
                        runs.stepSize(),
                        Vectors.mean(runs.errors()),
                        runs.errors()[0],
                        runs.errors()[runs.errors().length - 1]))
                .toList();
        double first = marks.get(0).x();
        double last = marks.get(marks.size() - 1).x();
        return Pictures.plot(
                "distance from the sparse solution, " + who,
                "The squared distance from β* by step size.",
                Axis.linear("step size γ"),
                Axis.logarithmic("‖β − β*‖²"),
                List.of(new Curve("‖β − β*‖²", 0, Look.LINE_AND_MARKS, marks)),
                List.of(new Guide(Mark.at(first, flow), Mark.at(last, flow), "gradient flow")));
    }

    private static Plot gains(String who, SparseRegression data, List<Runs> all) {
        List<Runs> finished = finished(all);
        double[] x = each(finished, Runs::stepSize);
        return Pictures.plot(
                "gains, " + who,
                "The mean gain −ln |c/c₀| by step size.",
                Axis.linear("step size γ"),
                Axis.logarithmic("gain −ln |c/c₀|"),
                List.of(
                        Pictures.curve(
                                "gain where β* ≠ 0",
                                1,
                                Look.LINE_AND_MARKS,
                                x,
                                each(finished, runs -> on(data, runs.gains()))),
                        Pictures.curve(
                                "gain where β* = 0",
                                2,
                                Look.LINE_AND_MARKS,
                                x,
                                each(finished, runs -> off(data, runs.gains())))),
                List.of());
    }
}
