package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.DerivedFields;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.symbolic.ring.Rational;

/**
 * How far does the bracket at the start predict what swapping two tasks changes?
 *
 * <p>θ(AᵏBᵏ) − θ(BᵏAᵏ) = (kh)² [g_A, g_B](θ₀) + O((kh)³): the prediction depends on k and h by kh alone, and so does where it
 * fails.
 */
public final class SwappedTasks implements Experiment {
    private static final long SEED = 1;
    private static final Rational STEP_SIZE = Rational.of(1, 50);
    private static final Rational HALF_STEP_SIZE = Rational.of(1, 100);
    private static final List<Integer> COUNTS = List.of(1, 2, 5, 10, 20, 50, 100);
    private static final int FEW = 2;

    /**
     * What is known of some tasks at h = 0.02.
     *
     * @param tasks the tasks
     * @param distance ‖d‖ for k = 1
     * @param errors ‖d − (kh)² [g_A, g_B]‖/‖d‖ by k
     * @param cosines the cosine of d and [g_A, g_B] by k
     */
    private record Row(DigitTasks tasks, String distance, List<String> errors, List<String> cosines) {}

    private static final List<Row> EXPECTED = List.of(
            new Row(
                    DigitTasks.SPLIT,
                    "2.051e-3",
                    List.of("0.0157", "0.0654", "0.239", "0.575", "1.41", "5.0", "14.3"),
                    List.of("0.9999", "0.9996", "0.9978", "0.9926", "0.977", "0.90", "0.774")),
            new Row(
                    DigitTasks.PERMUTE,
                    "2.183e-4",
                    List.of("0.0080", "0.0515", "0.199", "0.469", "1.09", "3.4", "6.9"),
                    List.of("1.0000", "0.9999", "0.9992", "0.9965", "0.984", "0.90", "0.704")));

    /**
     * The displacement by swapping k steps on A and k on B.
     *
     * @param time kh
     * @param distance ‖d‖
     * @param error ‖d − (kh)² [g_A, g_B]‖/‖d‖
     * @param cosine the cosine of the angle between d and [g_A, g_B]
     */
    record Swap(double time, double distance, double error, double cosine) {}

    /** The experiment; nothing is computed before it runs. */
    public SwappedTasks() {}

    @Override
    public String name() {
        return "swapped-tasks";
    }

    @Override
    public String question() {
        return "How far does the bracket at the start predict what swapping two tasks changes?";
    }

    @Override
    public String paper() {
        return "Dherin: Implicit biases in multitask and continual learning from a backward error analysis perspective"
                + " (2023); Sweeney (2026), lemma 2.1";
    }

    @Override
    public String text() {
        return """
                From one start, k steps on A then k on B are compared with k on B then k on A, for k from 1 to 100 at h = 0.02 and for
                twice as many at half the step. The displacement of the end points is (kh)² times the bracket at the start, up to
                (kh)³.

                To see: from kh = 0.1 on the curves of both step sizes lie on one another when drawn against kh: it is not h that has
                to be small but kh, the time spent on a task. The size of the prediction is wrong by half at kh = 0.2 and
                by a factor near ten at kh = 2, while its direction still has a cosine of 0.9 at kh = 1: the direction outlives the
                size by a factor near ten in kh.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                \\theta(A^kB^k)-\\theta(B^kA^k)=(kh)^2[g_A,g_B](\\theta_0)+O\\bigl((kh)^3\\bigr),\\qquad[g_A,g_B]=H_Bg_A-H_Ag_B
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network",
                "64-16-10, tanh, cross-entropy",
                "step sizes",
                STEP_SIZE + ", " + HALF_STEP_SIZE,
                "steps of each task",
                COUNTS.toString()));
    }

    @Override
    public List<Long> seeds() {
        return List.of(SEED);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Integer> counts = extent == Extent.FULL ? COUNTS : COUNTS.subList(0, FEW);
        List<Integer> twice = counts.stream().map(k -> 2 * k).toList();
        List<Outcome> outcomes = new ArrayList<>();
        List<Curve> errors = new ArrayList<>();
        List<Curve> cosines = new ArrayList<>();
        for (Row row : EXPECTED) {
            TaskPair pair = row.tasks().onRows(DigitTasks.TRAINING_ROWS);
            List<Swap> swaps = swaps(pair, STEP_SIZE, counts);
            List<Swap> halved = swaps(pair, HALF_STEP_SIZE, twice);
            outcomes.addAll(outcomes(row.tasks(), swaps));
            String name = row.tasks().label() + ", h = ";
            errors.add(curve(name + "0.02", errors.size(), swaps, Swap::error));
            errors.add(curve(name + "0.01", errors.size(), halved, Swap::error));
            cosines.add(curve(name + "0.02", cosines.size(), swaps, Swap::cosine));
            cosines.add(curve(name + "0.01", cosines.size(), halved, Swap::cosine));
            progress.report(errors.size() / 2, EXPECTED.size());
        }
        return new Findings(
                outcomes,
                List.of(
                        new Findings.Figure("size", sizes(errors)),
                        new Findings.Figure("direction", directions(cosines))));
    }

    /** The displacements for several numbers of steps, in rising order. */
    static List<Swap> swaps(TaskPair pair, Rational stepSize, List<Integer> counts) {
        double[] start = DigitTasks.NETWORK.initialParameters(SEED);
        double[] bracket =
                DerivedFields.lieBracket(pair.fieldA(), pair.fieldB()).at(start);
        int most = counts.get(counts.size() - 1);
        List<double[]> onA = pair.run(TaskPair.ON_A, start, stepSize, most);
        List<double[]> onB = pair.run(TaskPair.ON_B, start, stepSize, most);
        List<Swap> swaps = new ArrayList<>();
        for (int k : counts) {
            double[] difference = Euclidean.difference(
                    pair.end(TaskPair.ON_B, onA.get(k), stepSize, k), pair.end(TaskPair.ON_A, onB.get(k), stepSize, k));
            double time = k * stepSize.doubleValue();
            double distance = Euclidean.norm(difference);
            double cosine = Euclidean.product(difference, bracket) / (distance * Euclidean.norm(bracket));
            Euclidean.add(difference, -time * time, bracket);
            swaps.add(new Swap(time, distance, Euclidean.norm(difference) / distance, cosine));
        }
        return swaps;
    }

    /** The digits that are known at h = 0.02. */
    static List<Outcome> outcomes(DigitTasks tasks, List<Swap> swaps) {
        Row row = EXPECTED.stream()
                .filter(known -> known.tasks() == tasks)
                .findFirst()
                .orElseThrow(() -> new AssertionError(tasks));
        String name = "1d " + tasks.label() + " kh=";
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.digits(
                name + swaps.get(0).time() + " distance", swaps.get(0).distance(), row.distance()));
        for (int i = 0; i < swaps.size(); i++) {
            String at = name + swaps.get(i).time();
            outcomes.add(Outcome.digits(
                    at + " relative error", swaps.get(i).error(), row.errors().get(i)));
            outcomes.add(Outcome.digits(
                    at + " cos", swaps.get(i).cosine(), row.cosines().get(i)));
        }
        return outcomes;
    }

    private static Curve curve(String name, int style, List<Swap> swaps, ToDoubleFunction<Swap> quantity) {
        return new Curve(
                name,
                style,
                Look.LINE_AND_MARKS,
                swaps.stream()
                        .map(swap -> Mark.at(swap.time(), quantity.applyAsDouble(swap)))
                        .toList());
    }

    private static Plot sizes(List<Curve> curves) {
        return new Plot(
                "Swapping two tasks: relative error of (kh)² [g_A, g_B]",
                "The relative error of the prediction against the time kh on each task, for two step sizes: from kh = 0.1 on the"
                        + " curves of one pair of tasks lie on one another.",
                Axis.logarithmic("time kh on each task"),
                Axis.logarithmic("‖d − (kh)² [g_A, g_B]‖/‖d‖"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }

    private static Plot directions(List<Curve> curves) {
        return new Plot(
                "Swapping two tasks: direction of the bracket",
                "The cosine of displacement and bracket against the time kh on each task: it is 0.9 at kh = 1.",
                Axis.logarithmic("time kh on each task"),
                Axis.linear("cosine of d and [g_A, g_B]"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }
}
