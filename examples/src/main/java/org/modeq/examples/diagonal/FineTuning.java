package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;

/**
 * When does fine-tuning use the features of the first task, when does it select among them, and when does it forget them?
 *
 * <p>Lippl and Lindsey (2023): a diagonal network whose first layer is known from another task, by exact potentials.
 */
public final class FineTuning implements Experiment {
    private static final DiagonalDescent.Stop STOP = new DiagonalDescent.Stop(1e-9, 20_000_000);

    /** The experiment; nothing is computed before it runs. */
    public FineTuning() {}

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
                After a first task a diagonal network has u² = a |β| of that task; then the head is set to v = γ, and the network
                is trained on the main task. The potential of this second training is known: β = p e^{2S} − m e^{−2S} with
                p = (u + γ)²/4 and m = (u − γ)²/4, or k sinh 2(S + z₀) with k = |u² − γ²|/2; with two paths w₊v₊ − w₋v₋ it is
                β = A sinh 2S + B cosh 2S. Both are checked by training, the deviation halving with the step size. All errors
                are then those of exact solutions, by Newton's method on the convex dual.

                To see: the errors of the main task over γ and a. Small old features and a tiny head select among the old
                features (a sparse solution inside them, better than any sparse solution); large ones and a tiny head use all
                of them; small ones and a middle head find new features, as if there had been no first task; and γ ≥ 1 is lazy
                and biased by the offset uγ, with an error that grows as γ². The exponent of the potential says which: 2 where
                it is a weighted square, 1 where it is an absolute value. The pictures have two paths, the table has one.

                To beware of: u = γ gives c = 0, and with one path a weight that keeps its sign. It is not out of use: to hold it at
                0 gives 0.0008 in the nested task with a = 1e-4 and γ = 1e-6, where training ends at 0.06. The table has c = 0
                of the old features on γ² = a, and there its least errors of the new task: 0.08 at a = 1e-4, γ = 0.01, where
                two paths have 0.54. Without the offset z₀ the solution is another one; and with one a only the middle regime
                is never seen.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\beta&=A\\sinh2S+B\\cosh2S=k\\sinh2(S+z_0),\\qquad S=X^\\top\\nu,\\\\
                k&=\\sqrt{A^2-B^2},\\quad\\tanh2z_0=B/A,\\\\
                \\beta&=p\\,e^{2S}-m\\,e^{-2S},\\quad p=\\tfrac12(A+B),\\quad m=\\tfrac12(A-B)\\quad(m=0\\text{ where }c=0),\\\\
                A&=\\tfrac12(w_+^2+w_-^2+v_+^2+v_-^2),\\quad B=w_+v_+-w_-v_-\\quad\\text{at the start},\\\\
                1&=\\frac{\\partial\\ln\\phi_c}{\\partial\\ln\\beta}+\\frac{\\partial\\ln\\phi_c}{\\partial\\ln c}
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "tasks", "nested X = N(114; 8×40), dense N(114; 10×40), new N(103; 10×40)",
                "old features", "the first 12, of size a",
                "training", "X = N(91; 8×40), steps 0.02 and 0.01"));
    }

    @Override
    public List<Long> seeds() {
        return List.of(91L, 103L, 114L);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>(exponents());
        outcomes.addAll(onePath(extent));
        outcomes.addAll(twoPaths(extent));
        for (FineTuningTask task : FineTuningTask.ALL) {
            outcomes.addAll(ofTask(task, extent));
        }
        outcomes.add(Outcome.digits(
                "4e nested a=1.0E-4 head=1.0E-6 two paths error",
                FineTuningTask.ALL.get(0).errorOfTwoPaths(1e-4, 1e-6),
                "0.062"));
        outcomes.add(Outcome.digits(
                "4e new a=1.0E-4 head=0.01 two paths error",
                FineTuningTask.ALL.get(2).errorOfTwoPaths(1e-4, 1e-2),
                "0.537"));
        progress.report(1, 2);
        List<Findings.Figure> figures = FineTuningPictures.all(extent);
        progress.report(2, 2);
        return new Findings(outcomes, figures);
    }

    static SparseRegression training() {
        return SparseRegression.of(91, 8, FineTuningTask.FEATURES, 1, -1, 1);
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

    /** With γ = 0.01 c is 0 for the features that are not old. */
    private static List<Outcome> onePath(Extent extent) {
        SparseRegression data = training();
        double[] u = FineTuningTask.layer(0.25, 1e-4);
        List<Double> heads = extent == Extent.FULL ? List.of(0.5, 0.1, 0.01) : List.of(0.5, 0.01);
        Map<Double, List<String>> expected = Map.of(
                0.5, List.of("4.9e-3", "2.4e-3"), 0.1, List.of("2.3e-3", "1.15e-3"), 0.01, List.of("1.6e-3", "8.2e-4"));
        List<Double> stepSizes = List.of(0.02, 0.01);
        List<Outcome> outcomes = new ArrayList<>();
        for (double head : heads) {
            double[] solution = FineTuningStart.onePath(u, head).solution(data);
            double[] v = Vectors.of(FineTuningTask.FEATURES, j -> head);
            double[] deviations = stepSizes.parallelStream()
                    .mapToDouble(stepSize -> Vectors.relativeDistance(
                            DiagonalDescent.full(data, u, v, stepSize, STOP).weights(), solution))
                    .toArray();
            for (int k = 0; k < deviations.length; k++) {
                outcomes.add(Outcome.digits(
                        "4e one path head=" + head + " gamma=" + stepSizes.get(k) + " deviation",
                        deviations[k],
                        Objects.requireNonNull(expected.get(head)).get(k)));
            }
        }
        return outcomes;
    }

    private static List<Outcome> twoPaths(Extent extent) {
        SparseRegression data = training();
        double[] plus = FineTuningTask.layer(0.25, 1e-8);
        double[] minus = Vectors.of(FineTuningTask.FEATURES, j -> 1e-4);
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
            double[] k = Vectors.of(
                    FineTuningTask.FEATURES, j -> (j < FineTuningTask.OLD_FEATURES ? 0.25 : 0) + head * head);
            double[] wrong = HyperbolicPotential.solve(data, k, new double[FineTuningTask.FEATURES]);
            outcomes.add(Outcome.digits(
                    name + "deviation", Vectors.relativeDistance(solutions.get(i), exact), expected.get(i)));
            outcomes.add(Outcome.digits(
                    name + "deviation of the symmetrised form",
                    Vectors.relativeDistance(solutions.get(i), wrong),
                    symmetrised.get(i)));
        }
        return outcomes;
    }

    private static List<Outcome> ofTask(FineTuningTask task, Extent extent) {
        String name = "4e " + task.name() + " ";
        List<Double> heads = FineTuningTask.HEADS;
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(
                Outcome.digits(name + "l1 alone", task.data().error(MinimalNorms.absolute(task.data())), task.alone()));
        for (int i = 0; i < FineTuningTask.SCALES.size(); i++) {
            double scale = FineTuningTask.SCALES.get(i);
            for (int k = 0; k < heads.size(); k++) {
                outcomes.add(Outcome.digits(
                        name + "a=" + scale + " head=" + heads.get(k) + " error",
                        task.error(scale, heads.get(k)),
                        task.errors().get(i).get(k)));
            }
            outcomes.add(Outcome.digits(
                    name + "a=" + scale + " head=1.0E-6 others held at 0 error",
                    task.errorOfHeld(scale, heads.get(0)),
                    task.held().get(i)));
        }
        outcomes.add(Outcome.relative(
                name + "a=1.0 error at head=100 over error at head=10",
                task.error(1, 100) / task.error(1, 10),
                100,
                0.05));
        if (extent == Extent.FULL) {
            outcomes.add(trainedWithTheTiniestHead(task));
        }
        return outcomes;
    }

    /** u = γ for the features that are not old: c = 0, which steps keep to the last bit. */
    private static Outcome trainedWithTheTiniestHead(FineTuningTask task) {
        double scale = 1e-4;
        double head = FineTuningTask.HEADS.get(0);
        double[] v = Vectors.of(FineTuningTask.FEATURES, j -> head);
        double[] u = FineTuningTask.layer(scale, FineTuningTask.OTHER);
        double[] trained = DiagonalDescent.full(task.data(), u, v, 0.04, STOP).weights();
        return Outcome.atMost(
                "4e " + task.name() + " a=" + scale + " head=" + head + " deviation of a training",
                Vectors.relativeDistance(trained, task.solution(scale, head)),
                0.01);
    }
}
