package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;

/**
 * When does fine-tuning use the features of the first task, when does it select among them, and when does it forget them?
 *
 * <p>Lippl and Lindsey (2023): a diagonal network whose first layer is known from another task, by exact potentials.
 */
public final class FineTuning implements Experiment {
    private static final int FEATURES = 40;
    private static final int OLD_FEATURES = 12;
    private static final double OTHER = 1e-12;
    private static final List<Double> SCALES = List.of(1., 1e-2, 1e-4);
    private static final List<Double> HEADS = List.of(1e-4, 1e-2, 0.1, 1., 10.);
    private static final DiagonalDescent.Stop STOP = new DiagonalDescent.Stop(1e-9, 20_000_000);

    /** A main task; errors by scale of the first task, then by head, and those with c = 0 for the other features. */
    private record Task(
            String name, SparseRegression data, String alone, List<List<String>> errors, List<String> pinned) {}

    private static final List<Task> TASKS = List.of(
            new Task(
                    "nested",
                    SparseRegression.of(114, 8, FEATURES, 1, -1, 1),
                    "1.546",
                    List.of(
                            List.of("0.550", "0.576", "0.914", "11.8", "1029"),
                            List.of("0.089", "1.18", "1.65", "2.45", "11.9"),
                            List.of("1.12", "1.58", "2.03", "2.44", "2.47")),
                    List.of("0.550", "0.045", "0.0008")),
            new Task(
                    "dense",
                    SparseRegression.of(114, 10, FEATURES, Vectors.of(OLD_FEATURES, j -> j % 2 == 0 ? 0.5 : -0.5)),
                    "3.471",
                    List.of(
                            List.of("1.263", "1.285", "1.63", "13.3", "1041"),
                            List.of("2.15", "2.03", "2.74", "2.72", "13.2"),
                            List.of("2.30", "3.07", "2.76", "2.60", "2.73")),
                    List.of("1.262", "2.13", "2.14")),
            new Task(
                    "new",
                    SparseRegression.of(103, 10, FEATURES, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1, 1),
                    "0.000",
                    List.of(
                            List.of("9.12", "9.03", "6.13", "12.0", "970"),
                            List.of("5.74", "2.67", "0.787", "2.24", "12.0"),
                            List.of("2.83", "0.082", "1.08", "2.12", "2.27")),
                    List.of("9.12", "9.42", "9.59")));

    @Override
    public String name() {
        return "fine-tuning";
    }

    @Override
    public String question() {
        return "When does fine-tuning use old features, when does it select among them, and when does it forget them?";
    }

    @Override
    public String paper() {
        return "Lippl, Lindsey: Inductive biases of multi-task learning and finetuning, multiple regimes of feature reuse"
                + " (2023)";
    }

    @Override
    public String text() {
        return """
                After a first task a diagonal network has u² = |β| of that task; then the head is set to v = γ, and the network is
                trained on the main task. The potential of this second training is known: k = |u² − γ²|/2, and the dual
                variable starts at artanh of the smaller over the larger of u and γ. With two paths w₊v₊ − w₋v₋, which can
                have either sign from the start, it is β = A sinh 2S + B cosh 2S. Both are checked by training, the deviation
                halving with the step size.

                To see: the errors of the main task over γ, for three sizes a of the old features. Small old features and a
                tiny head select among the old features (a sparse solution inside them, better than any sparse solution);
                large ones and a tiny head use all of them; small ones and a middle head find new features, as if there
                had been no first task; and γ ≥ 1 is lazy and biased by the offset uγ, with an error that grows as γ². The
                exponent of the potential says which: 2 where it is a weighted square, 1 where it is an absolute value. The
                pictures have two paths, so that every γ has a potential; the numbers are those of one path.

                To beware of: u = γ gives c = 0, and a coordinate that never changes its sign (with γ = 1e-6 all features
                that are not old: an error of 0.0008 in the nested task that two paths do not have, 0.062); without the offset z₀ the
                solution is another one; and with one a only the middle regime is never seen.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\beta&=A\\sinh2S+B\\cosh2S=k\\sinh2(S+z_0),\\quad S=X^\\top\\nu,\\quad k=\\sqrt{A^2-B^2},\\quad\\tanh2z_0=B/A,\\\\
                A&=\\tfrac12(w_+^2+w_-^2+v_+^2+v_-^2),\\quad B=w_+v_+-w_-v_-\\quad\\text{at the start},\\\\
                1&=\\frac{\\partial\\ln\\phi_c}{\\partial\\ln\\beta}+\\frac{\\partial\\ln\\phi_c}{\\partial\\ln c}
                \\end{align*}
                """;
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>(exponents());
        outcomes.addAll(onePath(extent));
        outcomes.addAll(twoPaths(extent));
        outcomes.add(Outcome.atMost("4e nested a=1.0E-4 head=1.0E-6 two paths error", nestedWithTwoPaths(), 0.1));
        List<Findings.Figure> figures = new ArrayList<>();
        for (Task task : TASKS) {
            double[][] errors = errors(task);
            outcomes.addAll(ofTask(task, errors));
            figures.add(picture(task));
            progress.report(figures.size(), TASKS.size());
        }
        figures.add(exponentPicture());
        return new Findings(outcomes, figures);
    }

    /** √(a · aux + rest), aux being 1 for the old features. */
    static double[] layer(double scale, double rest) {
        return Vectors.of(FEATURES, j -> Math.sqrt((j < OLD_FEATURES ? scale : 0) + rest));
    }

    /** From the head v = u = 1e-6 of the other features. */
    private static FineTuningStart pinned(double scale) {
        double head = Math.sqrt(OTHER);
        return FineTuningStart.onePath(layer(scale, OTHER), head).without(j -> j >= OLD_FEATURES);
    }

    static SparseRegression training() {
        return SparseRegression.of(91, 8, FEATURES, 1, -1, 1);
    }

    /** φ(x) for c = 1 times 4: 2x asinh 2x − √(4x² + 1) + 1. */
    static double potential(double x) {
        double root = Math.sqrt(4 * x * x + 1);
        return 2 * x * asinh(2 * x) - 4 * x * x / (root + 1);
    }

    private static double asinh(double x) {
        return Math.log1p(x + x * x / (Math.sqrt(x * x + 1) + 1));
    }

    /** ∂ ln φ_c / ∂ ln β at β/c = x. */
    static double exponentOfWeight(double x) {
        return 2 * x * asinh(2 * x) / potential(x);
    }

    /** ∂ ln φ_c / ∂ ln c at β/c = x: ∂φ/∂c = ¼(1 − √(1 + 4x²)). */
    static double exponentOfScale(double x) {
        return -4 * x * x / (Math.sqrt(4 * x * x + 1) + 1) / potential(x);
    }

    private static List<Outcome> exponents() {
        double[] places = {0.01, 0.1, 1, 10, 1e3, 1e6};
        List<String> expected = List.of("1.9999", "1.9935", "1.7486", "1.3474", "1.1370", "1.0704");
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            String name = "4e order parameter at " + places[i];
            outcomes.add(Outcome.digits(name, exponentOfWeight(places[i]), expected.get(i)));
            outcomes.add(
                    Outcome.within(name + " sum", exponentOfWeight(places[i]) + exponentOfScale(places[i]), 1, 1e-6));
        }
        return outcomes;
    }

    private static List<Outcome> onePath(Extent extent) {
        SparseRegression data = training();
        double[] u = layer(0.25, 1e-4);
        List<Double> heads = extent == Extent.FULL ? List.of(0.5, 0.1) : List.of(0.5);
        List<List<String>> expected = List.of(List.of("4.9e-3", "2.4e-3"), List.of("2.3e-3", "1.15e-3"));
        List<Double> stepSizes = List.of(0.02, 0.01);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            double head = heads.get(i);
            double[] solution = FineTuningStart.onePath(u, head).solution(data);
            double[] v = Vectors.of(FEATURES, j -> head);
            double[] deviations = stepSizes.parallelStream()
                    .mapToDouble(stepSize -> Vectors.relativeDistance(
                            DiagonalDescent.full(data, u, v, stepSize, STOP).weights(), solution))
                    .toArray();
            for (int k = 0; k < deviations.length; k++) {
                outcomes.add(Outcome.digits(
                        "4e one path head=" + head + " gamma=" + stepSizes.get(k) + " deviation",
                        deviations[k],
                        expected.get(i).get(k)));
            }
        }
        return outcomes;
    }

    private static List<Outcome> twoPaths(Extent extent) {
        SparseRegression data = training();
        double[] plus = layer(0.25, 1e-8);
        double[] minus = Vectors.of(FEATURES, j -> 1e-4);
        List<Double> heads = extent == Extent.FULL ? List.of(0.5, 0.1, 0.01) : List.of(0.5);
        List<String> expected = List.of("2.2e-3", "1.2e-3", "8.3e-4");
        List<String> symmetrised = List.of("0.90", "0.18", "0.083");
        List<double[]> solutions = heads.parallelStream()
                .map(head -> TwoPathDescent.run(data, plus, minus, head, 0.01))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            String name = "4e two paths head=" + heads.get(i) + " ";
            double head = heads.get(i);
            double[] exact = FineTuningStart.twoPaths(plus, minus, head).solution(data);
            double[] k = Vectors.of(FEATURES, j -> (j < OLD_FEATURES ? 0.25 : 0) + head * head);
            double[] wrong = HyperbolicPotential.solve(data, k, new double[FEATURES]);
            outcomes.add(Outcome.digits(
                    name + "deviation", Vectors.relativeDistance(solutions.get(i), exact), expected.get(i)));
            outcomes.add(Outcome.digits(
                    name + "deviation of the symmetrised form",
                    Vectors.relativeDistance(solutions.get(i), wrong),
                    symmetrised.get(i)));
        }
        return outcomes;
    }

    private static double[][] errors(Task task) {
        return SCALES.stream()
                .map(scale -> Vectors.of(
                        HEADS.size(),
                        i -> task.data()
                                .error(FineTuningStart.onePath(layer(scale, OTHER), HEADS.get(i))
                                        .solution(task.data()))))
                .toArray(double[][]::new);
    }

    private static List<Outcome> ofTask(Task task, double[][] errors) {
        String name = "4e " + task.name() + " ";
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(
                Outcome.digits(name + "l1 alone", task.data().error(MinimalNorms.absolute(task.data())), task.alone()));
        for (int i = 0; i < SCALES.size(); i++) {
            outcomes.add(Outcome.digits(
                    name + "a=" + SCALES.get(i) + " head=1.0E-6 with c=0 elsewhere error",
                    task.data().error(pinned(SCALES.get(i)).solution(task.data())),
                    task.pinned().get(i)));
            for (int k = 0; k < HEADS.size(); k++) {
                outcomes.add(Outcome.digits(
                        name + "a=" + SCALES.get(i) + " head=" + HEADS.get(k) + " error",
                        errors[i][k],
                        task.errors().get(i).get(k)));
            }
        }
        return outcomes;
    }

    private static double nestedWithTwoPaths() {
        SparseRegression data = TASKS.get(0).data();
        double[] minus = Vectors.of(FEATURES, j -> Math.sqrt(OTHER));
        return data.error(FineTuningStart.twoPaths(layer(1e-4, OTHER), minus, Math.sqrt(OTHER))
                .solution(data));
    }

    /** With two paths, w₋ = 1e-6, so that every head has a potential. */
    private static Findings.Figure picture(Task task) {
        double[] minus = Vectors.of(FEATURES, j -> Math.sqrt(OTHER));
        double[] heads = Vectors.of(33, i -> Math.pow(10, -7 + i / 4.));
        List<Curve> curves = IntStream.range(0, SCALES.size())
                .mapToObj(i -> Pictures.curve(
                        "old features of size a = " + SCALES.get(i),
                        i,
                        Look.LINE_AND_MARKS,
                        heads,
                        Vectors.of(heads.length, k -> {
                            double[] plus = layer(SCALES.get(i), OTHER);
                            return task.data()
                                    .error(FineTuningStart.twoPaths(plus, minus, heads[k])
                                            .solution(task.data()));
                        })))
                .toList();
        return Pictures.of(
                task.name(),
                "Error after fine-tuning, main task: " + task.name(),
                "The squared distance from the main task's weights, by the size of the head and of the old features, for"
                        + " two paths.",
                Axis.logarithmic("head γ"),
                Axis.logarithmic("‖β − β*‖²"),
                curves);
    }

    private static Findings.Figure exponentPicture() {
        double[] x = Vectors.of(49, i -> Math.pow(10, -2 + i / 6.));
        return Pictures.of(
                "exponents",
                "Exponents of the potential: from a weighted square to an absolute value",
                "The logarithmic slopes of the potential in β and in c by β/c: 2 and −1 for small ratios, 1 and 0 for large"
                        + " ones; their sum is 1.",
                Axis.logarithmic("β/c"),
                Axis.linear("logarithmic slope of φ"),
                List.of(
                        Pictures.curve("in β", 1, Look.LINE, x, Vectors.of(x.length, i -> exponentOfWeight(x[i]))),
                        Pictures.curve("in c", 2, Look.LINE, x, Vectors.of(x.length, i -> exponentOfScale(x[i])))));
    }
}
