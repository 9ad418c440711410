package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * What does momentum add to the gains of a diagonal linear network?
 *
 * <p>Lyu (2025); the order-h term of the modified equation of the heavy ball, beside real runs.
 */
public final class HeavyBallGains implements Experiment {
    private static final double ALPHA = 0.3;

    /** What is known for one momentum; numbers as printed, by step size or for the one named. */
    private record Row(
            double momentum,
            List<Double> stepSizes,
            int comparedIndex,
            String logarithm,
            String formula,
            List<String> slopes,
            String residual,
            List<String> deviations,
            String firstWithGain,
            String lastWithGain) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    0,
                    List.of(0.04, 0.02, 0.01, 0.005),
                    2,
                    "-0.003582",
                    "-0.003582",
                    List.of("3.04", "3.02", "3.01"),
                    "2.8e-7",
                    List.of("4.56e-3", "2.28e-3", "1.14e-3", "5.72e-4"),
                    "2.0e-4",
                    "3.0e-6"),
            new Row(
                    0.5,
                    List.of(0.04, 0.02, 0.01, 0.005),
                    2,
                    "-0.010836",
                    "-0.010949",
                    List.of("1.49", "1.78", "1.90"),
                    "2.2e-4",
                    List.of("1.25e-2", "6.54e-3", "3.35e-3", "1.69e-3"),
                    "2.7e-3",
                    "3.9e-5"),
            new Row(
                    0.9,
                    List.of(0.01, 0.005, 0.0025, 0.00125),
                    0,
                    "-0.076445",
                    "-0.079023",
                    List.of("1.29", "1.65", "1.85"),
                    "6.0e-4",
                    List.of("1.87e-2", "1.00e-2", "5.20e-3", "2.66e-3"),
                    "7.6e-3",
                    "1.0e-4"));

    /** The experiment; nothing is computed before it runs. */
    public HeavyBallGains() {}

    @Override
    public String name() {
        return "heavy-ball-gains";
    }

    @Override
    public String question() {
        return "What does momentum add to the gains of a diagonal linear network?";
    }

    @Override
    public String paper() {
        return "Lyu: continuous-time models of gradient descent with momentum to arbitrary order (2025, arXiv 2506.14806)";
    }

    @Override
    public String text() {
        return """
                Gradient flow keeps c = u² − v². The modified equation of the heavy ball has to order h the additional field
                −h(1+β)/(2(1−β)³) f′f, and with I = u² − v², f·∇I = 0, (f′f)·∇I = 2s²I this shrinks c at the rate
                h(1+β)/(1−β)³ s². In the time τ = t/(1−β) of gradient flow, and at equal effective step size η = h/(1−β), momentum
                therefore adds the factor (1+β)/(1−β) to the gain of gradient descent: 3 for β = 0.5, 19 for β = 0.9. The
                transient from the velocity 0 enters only at order h², f·∇I being 0.

                To see: the gains of real runs and the formula, with the remainder of order h² (h³ without momentum); the
                end of the runs moves away from the solution of gradient flow in proportion to η, and most of that is gone when
                the potential has the c of the run.

                To beware of: powers of 1−β (at β = 0 all wrong ones agree), and β = 0.9 with η ≥ 0.04, where c changes its sign.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\ln\\frac{c_\\infty}{c_0}&=-\\frac{h(1+\\beta)}{(1-\\beta)^2}\\int s^2\\,d\\tau+O(h^2),\\qquad\\tau=\\frac t{1-\\beta},\\\\
                \\frac{dL}{dt}&=-\\frac{\\lVert g\\rVert^2}{1-\\beta}-\\frac{h(1+\\beta)}{2(1-\\beta)^3}\\,g^\\top Hg+O(h^2)
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "data", "X = N(11; 10×20), β* = (1, −1, 1, 0, …), y = Xβ*",
                "start", "u = √2 α, v = 0 with α = " + ALPHA,
                "beta", "0, 0.5, 0.9"));
    }

    @Override
    public List<Long> seeds() {
        return List.of(11L);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        SparseRegression data = InitialisationOfDiagonalNets.data();
        double[] flow = HyperbolicPotential.solve(data, ALPHA * ALPHA);
        List<Outcome> outcomes = new ArrayList<>();
        List<Curve> residuals = new ArrayList<>();
        List<Double> gains = new ArrayList<>();
        List<Row> rows = extent == Extent.FULL ? ROWS : ROWS.subList(0, 2);
        for (Row row : rows) {
            List<HeavyBallDescent> runs = row.stepSizes().parallelStream()
                    .map(eta -> HeavyBallDescent.run(data, ALPHA, eta * (1 - row.momentum()), row.momentum()))
                    .toList();
            outcomes.addAll(outcomes(row, data, flow, runs));
            residuals.add(curve(row, runs));
            gains.add(Vectors.mean(runs.get(row.comparedIndex()).logarithms()));
            progress.report(gains.size(), rows.size());
        }
        outcomes.add(Outcome.digits("4f gain at 0.5 over gain at 0", gains.get(1) / gains.get(0), "3.03"));
        if (extent == Extent.FULL) {
            outcomes.add(Outcome.digits("4f gain at 0.9 over gain at 0", gains.get(2) / gains.get(0), "21.3"));
        }
        return new Findings(outcomes, List.of(picture(residuals)));
    }

    private static List<Outcome> outcomes(Row row, SparseRegression data, double[] flow, List<HeavyBallDescent> runs) {
        String name = "4f beta=" + row.momentum() + " ";
        HeavyBallDescent compared = runs.get(row.comparedIndex());
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.digits(name + "ln c at eta=0.01", Vectors.mean(compared.logarithms()), row.logarithm()));
        outcomes.add(Outcome.digits(name + "formula at eta=0.01", Vectors.mean(compared.formula()), row.formula()));
        double[] residuals = runs.stream().mapToDouble(HeavyBallGains::residual).toArray();
        for (int i = 1; i < residuals.length; i++) {
            outcomes.add(Outcome.digits(
                    name + "slope of the residual " + i,
                    Slopes.slope(residuals[i - 1], residuals[i]),
                    row.slopes().get(i - 1)));
        }
        double last = Slopes.slope(residuals[residuals.length - 2], residuals[residuals.length - 1]);
        outcomes.add(
                row.momentum() == 0
                        ? Outcome.slope(name + "last slope of the residual", last, 3)
                        : Outcome.atLeast(name + "last slope of the residual", last, 1.8));
        outcomes.add(Outcome.digits(name + "last residual", residuals[residuals.length - 1], row.residual()));
        for (int i = 0; i < runs.size(); i++) {
            outcomes.add(Outcome.digits(
                    name + "eta=" + row.stepSizes().get(i) + " deviation from gradient flow",
                    Euclidean.distance(runs.get(i).weights(), flow),
                    row.deviations().get(i)));
        }
        outcomes.add(Outcome.slope(
                name + "last slope of the deviation",
                Slopes.slope(
                        Euclidean.distance(runs.get(runs.size() - 2).weights(), flow),
                        Euclidean.distance(runs.get(runs.size() - 1).weights(), flow)),
                1));
        outcomes.add(Outcome.digits(
                name + "first deviation with c of the run", withGain(data, runs.get(0)), row.firstWithGain()));
        outcomes.add(Outcome.digits(
                name + "last deviation with c of the run",
                withGain(data, runs.get(runs.size() - 1)),
                row.lastWithGain()));
        return outcomes;
    }

    /** ‖ln(c/c₀) − formula‖. */
    static double residual(HeavyBallDescent run) {
        return Euclidean.distance(run.logarithms(), run.formula());
    }

    private static double withGain(SparseRegression data, HeavyBallDescent run) {
        double[] imbalance = run.imbalance();
        double[] k = Vectors.of(imbalance.length, j -> imbalance[j] / 2);
        return Euclidean.distance(run.weights(), HyperbolicPotential.solve(data, k, new double[k.length]));
    }

    private static Curve curve(Row row, List<HeavyBallDescent> runs) {
        return Pictures.curve(
                "β = " + Pictures.number(row.momentum()),
                ROWS.indexOf(row),
                Look.LINE_AND_MARKS,
                Vectors.of(runs.size(), row.stepSizes()::get),
                IntStream.range(0, runs.size())
                        .mapToDouble(i -> residual(runs.get(i)))
                        .toArray());
    }

    private static Findings.Figure picture(List<Curve> residuals) {
        return Pictures.of(
                "residual",
                "Gains of the heavy ball: what the formula leaves",
                "The distance ‖ln(c/c₀) − formula‖ falls as the square of the step size, as its cube"
                        + " without momentum.",
                Axis.logarithmic("effective step size η = h/(1−β)"),
                Axis.logarithmic("residual"),
                residuals,
                List.of(
                        new Guide(Mark.at(0.00125, 2e-4), Mark.at(0.005, 3.2e-3), "slope 2"),
                        new Guide(Mark.at(0.005, 1e-7), Mark.at(0.02, 6.4e-6), "slope 3")));
    }
}
