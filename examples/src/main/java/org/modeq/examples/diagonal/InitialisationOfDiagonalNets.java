package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * Which of the many solutions does gradient descent on a diagonal linear network find, and what has its start to do with it?
 *
 * <p>Woodworth and others (2020); the solution by the convex dual of their potential, beside real runs.
 */
public final class InitialisationOfDiagonalNets implements Experiment {
    private static final List<Double> STEP_SIZES = List.of(0.02, 0.01, 0.005, 0.0025);
    private static final DiagonalDescent.Stop STOP = new DiagonalDescent.Stop(1e-9, 10_000_000);

    private static final double SMALLEST_DEVIATION = 1e-7;

    /** What is known for one scale of the start; numbers as printed. */
    private record Row(
            double alpha,
            String norm,
            List<String> leading,
            List<String> deviations,
            String limit,
            String fromAbsolute,
            String fromEuclidean) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    1,
                    "4.673166",
                    List.of("0.940836", "-0.684378", "0.742228", "0.071024"),
                    List.of("1.021e-3", "5.00e-4", "2.48e-4"),
                    "2.1e-6",
                    "0.456",
                    "0.011"),
            new Row(
                    0.1,
                    "3.302422",
                    List.of("1.074585", "-0.869969", "0.903842", "0.018929"),
                    List.of("8.33e-4", "4.17e-4", "2.09e-4"),
                    "1.1e-6",
                    "0.133",
                    "0.407"),
            new Row(
                    0.01,
                    "3.016836",
                    List.of("1.00436", "-0.992459", "0.994056", "9.84e-4"),
                    List.of("9.7e-5", "4.9e-5", "2.5e-5"),
                    "1.7e-7",
                    "0.0080",
                    "0.514"));

    /** What a run with one step size has shown. */
    private record Deviations(double fromPotential, double withLastImbalance, double withBoth) {}

    /** The experiment; nothing is computed before it runs. */
    public InitialisationOfDiagonalNets() {}

    @Override
    public String name() {
        return "diagonal-start";
    }

    @Override
    public String question() {
        return "Which solution does a diagonal linear network find, and what has the scale of its start to do with it?";
    }

    @Override
    public String paper() {
        return "Woodworth, Gunasekar, Lee, Moroshko, Savarese, Golan, Soudry, Srebro: Kernel and rich regimes in"
                + " overparametrized models (2020)";
    }

    @Override
    public String text() {
        return """
                Ten equations for twenty unknowns, solved by y = X(u∘v) and gradient descent from u = 2α, v = 0. Gradient flow keeps
                c = u² − v² and therefore ends in the solution of least potential Σ φ_c(β): for a large start this is the one of
                least Euclidean norm, for a small one the one of least sum of absolute values. The potential is minimised here by
                Newton's method on its convex dual, without any training, so the two can be compared to all digits.

                To see: with α from 1 to 0.01 the solution moves from the former to the latter, which is the sparse β* itself.
                Gradient descent with the step size γ misses the solution of the flow by O(γ). Most of this is known: each step
                multiplies c by exactly 1 − γ²s². With the c at the end of the run in place of the first one the deviation is
                O(γ²); the rest is a shift of the dual variable by ½ ln((u+v)/(u−v)) + Σ γs, and with both the potential predicts
                the end of the run to the residual at which it was stopped.

                To beware of: with β = w₊² − w₋² in place of uv the same run has γ half as large and c = 4w₊w₋, not 2; a small α
                needs very many steps (the start is almost a saddle point); cosh overflows in a Newton step that is not damped.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\phi_c(\\beta)&=\\tfrac14\\Bigl(2\\beta\\operatorname{arsinh}\\tfrac{2\\beta}{c}-\\sqrt{4\\beta^2+c^2}+c\\Bigr),\\qquad
                  \\beta_\\infty=\\operatorname*{arg\\,min}_{X\\beta=y}\\sum_j\\phi_{c_j}(\\beta_j),\\\\
                \\beta_\\infty&=\\tfrac c2\\sinh\\bigl(2(X^\\top\\nu+z_0)\\bigr),\\qquad
                  c=u^2-v^2\\mapsto(1-\\gamma^2s^2)\\,c,\\quad s=\\partial L/\\partial\\beta
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "data", "X = N(11; 10×20), β* = (1, −1, 1, 0, …), y = Xβ*",
                "start", "u = 2α, v = 0",
                "step sizes", STEP_SIZES.toString(),
                "stops at", "residual 1e-9"));
    }

    @Override
    public List<Long> seeds() {
        return List.of(11L);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        SparseRegression data = data();
        List<Outcome> outcomes = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        double[] absolute = MinimalNorms.absolute(data);
        double[] euclidean = MinimalNorms.euclidean(data);
        outcomes.add(Outcome.exact("4a least l1 norm", Vectors.sumOfAbsolutes(absolute), 3));
        outcomes.add(Outcome.digits("4a l1 norm of the l2 minimum", Vectors.sumOfAbsolutes(euclidean), "4.711786"));
        List<Row> rows = extent == Extent.FULL ? ROWS : ROWS.subList(0, 2);
        for (Row row : rows) {
            double[] solution = HyperbolicPotential.solve(data, 2 * row.alpha() * row.alpha());
            outcomes.addAll(ofSolution(row, solution, absolute, euclidean));
            List<Deviations> deviations = STEP_SIZES.parallelStream()
                    .map(stepSize -> deviations(data, row.alpha(), stepSize, solution))
                    .toList();
            outcomes.addAll(ofRuns(row, deviations));
            curves.add(curve(row.alpha(), curves.size(), deviations));
            progress.report(curves.size(), rows.size());
        }
        return new Findings(outcomes, List.of(regimes(data, absolute, euclidean), ladder(curves)));
    }

    static SparseRegression data() {
        return SparseRegression.of(11, 10, 20, 1, -1, 1);
    }

    private static List<Outcome> ofSolution(Row row, double[] solution, double[] absolute, double[] euclidean) {
        String name = named(row);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.digits(name + "l1 norm", Vectors.sumOfAbsolutes(solution), row.norm()));
        for (int j = 0; j < row.leading().size(); j++) {
            outcomes.add(Outcome.digits(
                    name + "beta " + j, solution[j], row.leading().get(j)));
        }
        outcomes.add(Outcome.digits(
                name + "distance from the l1 minimum",
                Vectors.relativeDistance(solution, absolute),
                row.fromAbsolute()));
        outcomes.add(Outcome.digits(
                name + "distance from the l2 minimum",
                Vectors.relativeDistance(solution, euclidean),
                row.fromEuclidean()));
        return outcomes;
    }

    private static Deviations deviations(SparseRegression data, double alpha, double stepSize, double[] solution) {
        DiagonalDescent run = DiagonalDescent.full(data, Math.sqrt(2) * alpha, stepSize, STOP);
        double[] imbalance = run.imbalance();
        double[] k = Vectors.of(imbalance.length, j -> imbalance[j] / 2);
        double[] none = new double[k.length];
        return new Deviations(
                Vectors.relativeDistance(run.weights(), solution),
                Vectors.relativeDistance(run.weights(), HyperbolicPotential.solve(data, k, none)),
                Vectors.relativeDistance(run.weights(), HyperbolicPotential.solve(data, k, run.perturbedStart())));
    }

    private static List<Outcome> ofRuns(Row row, List<Deviations> deviations) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < deviations.size(); i++) {
            String name = named(row) + "GD gamma=" + STEP_SIZES.get(i);
            if (i < row.deviations().size()) {
                outcomes.add(Outcome.digits(
                        name + " deviation",
                        deviations.get(i).fromPotential(),
                        row.deviations().get(i)));
            }
            outcomes.add(Outcome.atMost(
                    name + " deviation with c and start of the run",
                    deviations.get(i).withBoth(),
                    1e-8));
        }
        outcomes.add(Outcome.digits(
                named(row) + "GD gamma=0.005 deviation with c of the run",
                deviations.get(2).withLastImbalance(),
                row.limit()));
        outcomes.add(
                Outcome.slope(named(row) + "slope of the deviation", slope(deviations, Deviations::fromPotential), 1));
        outcomes.add(Outcome.slope(
                named(row) + "slope with c of the run", slope(deviations, Deviations::withLastImbalance), 2));
        return outcomes;
    }

    /** On the last pair of step sizes that stands above the residual at which the runs end. */
    private static double slope(List<Deviations> deviations, ToDoubleFunction<Deviations> quantity) {
        return Slopes.last(deviations.stream()
                .map(quantity::applyAsDouble)
                .filter(value -> value > SMALLEST_DEVIATION)
                .toList());
    }

    private static String named(Row row) {
        return "4a alpha=" + Pictures.number(row.alpha()) + " ";
    }

    private static Curve curve(double alpha, int style, List<Deviations> deviations) {
        double[] x = Vectors.of(STEP_SIZES.size(), STEP_SIZES::get);
        double[] y = Vectors.of(x.length, i -> deviations.get(i).fromPotential());
        return Pictures.curve("α = " + Pictures.number(alpha), style, Look.LINE_AND_MARKS, x, y);
    }

    private static Findings.Figure regimes(SparseRegression data, double[] absolute, double[] euclidean) {
        double[] alphas = Vectors.of(25, i -> Math.pow(10, -3 + i / 6.));
        double[][] solutions = new double[alphas.length][];
        for (int i = 0; i < alphas.length; i++) {
            solutions[i] = HyperbolicPotential.solve(data, 2 * alphas[i] * alphas[i]);
        }
        double[] fromAbsolute = Vectors.of(alphas.length, i -> Vectors.relativeDistance(solutions[i], absolute));
        double[] fromEuclidean = Vectors.of(alphas.length, i -> Vectors.relativeDistance(solutions[i], euclidean));
        return Pictures.of(
                "regimes",
                "The solution of a diagonal linear network by the scale of its start",
                "Relative distances of the solution of least potential from those of least absolute and Euclidean norm:"
                        + " small starts give the former, large ones the latter.",
                Axis.logarithmic("scale α of the start"),
                Axis.logarithmic("relative distance"),
                List.of(
                        Pictures.curve("from the least ‖β‖₁", 1, Look.LINE_AND_MARKS, alphas, fromAbsolute),
                        Pictures.curve("from the least ‖β‖₂", 2, Look.LINE_AND_MARKS, alphas, fromEuclidean)));
    }

    private static Findings.Figure ladder(List<Curve> curves) {
        return Pictures.of(
                "deviation",
                "Gradient descent beside the solution of least potential",
                "The relative deviation of gradient descent from the solution of gradient flow halves with the step size.",
                Axis.logarithmic("step size γ"),
                Axis.logarithmic("relative deviation"),
                curves,
                List.of(new Guide(Mark.at(0.0025, 5e-5), Mark.at(0.02, 4e-4), "slope 1")));
    }
}
