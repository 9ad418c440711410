package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * Does a common layer of two tasks prefer solutions with common coordinates?
 *
 * <p>Lippl and Lindsey (2023): the weights of least norm are those of least ‖B‖₁,₂; gradient descent is another matter.
 */
public final class SharedLayerOfTasks implements Experiment {
    private static final double STEP_SIZE = 0.02;
    private static final double DECAY = 0.01;
    private static final int FEATURES = 30;
    private static final List<Double> ALPHAS = List.of(1., 0.1, 0.01, 1e-3, 1e-4);
    private static final DiagonalDescent.Stop STOP = new DiagonalDescent.Stop(1e-5, 400_000);
    private static final DiagonalDescent.Stop STOP_WITH_DECAY = new DiagonalDescent.Stop(1e-5, 200_000);

    /** What is known for one number of equations: distances from the ‖B‖₁,₂ minimum by α. */
    private record Row(
            int rows,
            String least,
            List<String> distances,
            String withDecay,
            double largestDrift,
            List<Double> quick) {}

    private static final List<Row> ROWS = List.of(
            new Row(12, "4.8345", List.of("0.690", "0.479", "0.478", "0.509", "0.551"), "0.027", 1.7e-3, ALPHAS),
            new Row(
                    20,
                    "4.9155",
                    List.of("0.474", "0.047", "0.0038", "0.0010", "0.0004"),
                    "0.012",
                    1.5e-3,
                    List.of(1.)));

    /** The experiment; nothing is computed before it runs. */
    public SharedLayerOfTasks() {}

    @Override
    public String name() {
        return "shared-layer";
    }

    @Override
    public String question() {
        return "Does a common layer of two tasks lead to solutions with common coordinates?";
    }

    @Override
    public String paper() {
        return "Lippl, Lindsey: Inductive biases of multi-task learning and finetuning, multiple regimes of feature reuse"
                + " (2023)";
    }

    @Override
    public String text() {
        return """
                Two regressions β₁ = u∘v₁ and β₂ = u∘v₂ have a layer in common. Of all weights with the same β₁ and β₂ those of least
                norm have ‖u‖² + ‖v₁‖² + ‖v₂‖² = 2 Σⱼ ‖(β₁ⱼ, β₂ⱼ)‖, so weight decay leads to the solution of least ‖B‖₁,₂, which
                prefers coordinates that both tasks use. One is tempted to expect the same of gradient descent from a small
                start. The minimum is computed here by least squares that are weighted again and again, not by training.

                To see: with 20 equations for 30 unknowns, where the minimum is the true solution, smaller starts come
                nearer and nearer to it. With 12 equations, where it is not, they do not: the distance grows again for very
                small α, and ‖B‖₁,₂ rises from 5.25 to 5.83. Gradient flow with a common layer is no mirror flow: across and
                along the direction of (v₁ⱼ, v₂ⱼ) its metric is √(4r² + c²) and (√(4r² + c²) + c)/2. With weight decay the statement
                is one about minima, and holds.

                To beware of: u² − Σ v_t² is kept by the flow, and drifts by O(γ) in steps.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                \\min_{u\\circ v_t=\\beta_t}\\lVert u\\rVert^2+\\sum_t\\lVert v_t\\rVert^2
                  =2\\sum_j\\Bigl(\\sum_t\\beta_{t,j}^2\\Bigr)^{1/2}=2\\lVert B\\rVert_{1,2},\\qquad
                c=u^2-\\sum_tv_t^2
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "data", "X_t = N(61+t; n×30), n = 20 and 12, two tasks on four features",
                "step size", String.valueOf(STEP_SIZE),
                "weight decay", String.valueOf(DECAY),
                "alpha", ALPHAS.toString()));
    }

    @Override
    public List<Long> seeds() {
        return List.of(61L, 62L);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        List<Guide> guides = new ArrayList<>();
        for (Row row : ROWS) {
            List<SparseRegression> tasks = tasks(row.rows());
            double[][] least = MinimalNorms.rows(tasks);
            String name = named(row);
            outcomes.add(Outcome.digits(name + "least l12 norm", MinimalNorms.sumOfRowNorms(least), row.least()));
            List<Double> alphas = extent == Extent.FULL ? ALPHAS : row.quick();
            List<MultitaskDescent> runs = alphas.parallelStream()
                    .map(alpha -> MultitaskDescent.run(tasks, alpha, STEP_SIZE, 0, STOP))
                    .toList();
            for (int i = 0; i < runs.size(); i++) {
                outcomes.add(Outcome.digits(
                        name + "alpha=" + alphas.get(i) + " distance",
                        distance(runs.get(i).weights(), least),
                        row.distances().get(i)));
            }
            if (alphas.equals(ALPHAS)) {
                outcomes.addAll(drifts(name, row, runs));
            }
            if (row.rows() == 12) {
                outcomes.addAll(norms(name, tasks, runs));
            }
            double[][] penalised = MinimalNorms.penalisedRows(tasks, DECAY);
            outcomes.addAll(withDecay(row, tasks, least, penalised, extent));
            curves.add(curve(row, curves.size(), alphas, runs, least));
            double level = distance(penalised, least);
            guides.add(new Guide(
                    Mark.at(ALPHAS.get(ALPHAS.size() - 1), level),
                    Mark.at(0.01, level),
                    row.rows() + " equations, weight decay 0.01"));
            progress.report(curves.size(), ROWS.size());
        }
        return new Findings(outcomes, List.of(picture(curves, guides)));
    }

    static List<SparseRegression> tasks(int rows) {
        return List.of(
                SparseRegression.of(61, rows, FEATURES, 1, -1, 0.7, 1),
                SparseRegression.of(62, rows, FEATURES, 1, 0.8, -1, 0));
    }

    /** ‖B − C‖ / ‖C‖. */
    static double distance(double[][] solutions, double[][] least) {
        return Vectors.relativeDistance(
                Arrays.stream(solutions).flatMapToDouble(Arrays::stream).toArray(),
                Arrays.stream(least).flatMapToDouble(Arrays::stream).toArray());
    }

    private static List<Outcome> drifts(String name, Row row, List<MultitaskDescent> runs) {
        double largest = 0;
        for (int i = 1; i < runs.size(); i++) { // α ≤ 0.1
            double start = ALPHAS.get(i) * ALPHAS.get(i);
            double[] constant = Vectors.of(FEATURES, j -> start);
            largest = Math.max(largest, Vectors.largestDifference(runs.get(i).imbalance(), constant));
        }
        return List.of(Outcome.atMost(name + "largest drift of u²−Σv²", largest, row.largestDrift()));
    }

    /** The minimum with weight decay, and a run of gradient descent that comes to it. */
    private static List<Outcome> withDecay(
            Row row, List<SparseRegression> tasks, double[][] least, double[][] penalised, Extent extent) {
        String name = named(row);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.digits(name + "weight decay distance", distance(penalised, least), row.withDecay()));
        if (extent == Extent.FULL) {
            double[][] end = MultitaskDescent.run(tasks, 1, STEP_SIZE, DECAY, STOP_WITH_DECAY)
                    .weights();
            outcomes.add(Outcome.digits(name + "GD with weight decay distance", distance(end, least), row.withDecay()));
            outcomes.add(
                    Outcome.atMost(name + "GD with weight decay from its minimum", distance(end, penalised), 5e-3));
        }
        return outcomes;
    }

    private static String named(Row row) {
        return "4e MTL n=" + row.rows() + " ";
    }

    private static List<Outcome> norms(String name, List<SparseRegression> tasks, List<MultitaskDescent> runs) {
        double[][] truth = tasks.stream().map(SparseRegression::truth).toArray(double[][]::new);
        return List.of(
                Outcome.digits(name + "l12 norm of the truth", MinimalNorms.sumOfRowNorms(truth), "4.9155"),
                Outcome.digits(
                        name + "alpha=0.1 l12 norm",
                        MinimalNorms.sumOfRowNorms(runs.get(1).weights()),
                        "5.25"),
                Outcome.digits(
                        name + "alpha=1.0E-4 l12 norm",
                        MinimalNorms.sumOfRowNorms(runs.get(4).weights()),
                        "5.83"));
    }

    private static Curve curve(Row row, int style, List<Double> alphas, List<MultitaskDescent> runs, double[][] least) {
        return Pictures.curve(
                row.rows() + " equations for each task",
                style,
                Look.LINE_AND_MARKS,
                Vectors.of(runs.size(), alphas::get),
                Vectors.of(runs.size(), i -> distance(runs.get(i).weights(), least)));
    }

    private static Findings.Figure picture(List<Curve> curves, List<Guide> guides) {
        return Pictures.of(
                "distance",
                "Two tasks with a common layer: distance from the ‖B‖₁,₂ minimum",
                "The relative distance of gradient descent from the solution of least ‖B‖₁,₂, by the scale of the start: it"
                        + " falls with 20 equations, and not with 12. Thin lines: the minimum with weight decay.",
                Axis.logarithmic("scale α of the start"),
                Axis.logarithmic("relative distance"),
                curves,
                guides);
    }
}
