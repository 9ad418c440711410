package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.modeq.examples.connectivity.Learner.Lengths;
import org.modeq.examples.connectivity.SequencePictures.OfFamily;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;

/**
 * Does learning along lines of low loss keep old tasks better than replaying them?
 *
 * <p>MC-SGD of Mirzadeh and others (2021) beside five other ways, on digits that are turned or permuted.
 */
public final class ModeConnectivitySgd implements Experiment {
    private static final int SEEDS = 5;
    private static final Lengths QUICK = new Lengths(10, 200);
    private static final int QUICK_TASKS = 4;

    /** How far a mean over the seeds may be from what is known. */
    private static final double BAND = 0.03;

    /** What is known of a family, way by way. */
    private record Row(TaskFamily family, List<Double> accuracies, List<Double> forgetting) {}

    private static final List<Row> EXPECTED = List.of(
            new Row(
                    TaskFamily.ROTATIONS,
                    List.of(0.554, 0.647, 0.676, 0.701, 0.735, 0.817),
                    List.of(0.474, 0.291, 0.243, 0.209, 0.195, 0.040)),
            new Row(
                    TaskFamily.PERMUTATIONS,
                    List.of(0.475, 0.595, 0.712, 0.734, 0.753, 0.859),
                    List.of(0.545, 0.330, 0.212, 0.183, 0.176, 0.013)));

    /** The experiment; nothing is computed before it runs. */
    public ModeConnectivitySgd() {}

    @Override
    public String name() {
        return "mode-connectivity-sgd";
    }

    @Override
    public String question() {
        return "Does learning along lines of low loss keep old tasks better than replaying a few of their samples?";
    }

    @Override
    public String paper() {
        return "Mirzadeh, Farajtabar, Gorur, Pascanu, Ghasemzadeh: Linear mode connectivity in multitask and continual"
                + " learning (2021)";
    }

    @Override
    public String text() {
        return """
                A network 64-32-10 learns four tasks of turned digits, or five of permuted ones, one after the other, 20 epochs each,
                in six ways. Naive: task after task. Small-step: half the step size from each task to the next. Replay: each
                step takes a batch of the task and one of a memory of five samples per class and task. Joint: a batch of every task so
                far, which needs all data. MC-SGD: naive descent from the last solution w̄ leads to ŵ; from the middle of the
                two, 600 steps look for a w with low loss of the memory on the line from w̄ and low loss of the task on the line
                from ŵ, at five points of each. The gradient at the point w̄ + α(w − w̄) carries a factor α by the chain rule;
                MC-SGD without alpha leaves it out, as a re-implementation does, and so follows the gradient of another objective, in
                which each point has the weight 1/α: those near w̄ and ŵ, which are low anyway, count up to nine times as much
                as those near w.

                To see: the order is naive, small-step, MC-SGD without alpha, MC-SGD, replay, joint, for both families; the factor is
                worth two hundredths of accuracy. At this size MC-SGD does not pay: plain replay, which uses the same memory and a
                fraction of the time, is better by two to four hundredths of accuracy, and it forgets less, if only by about one
                hundredth. MC-SGD ends with the lower loss of task 1 of the two; what it pays with are the later tasks, of which
                the steps on the lines give up a part.

                The barriers do not explain the order. On the lines from each solution to the next the loss of the old tasks has no
                barrier for any of the ways, naive descent among them, and neither has that of the new task on MC-SGD's other line.
                The curves sag below the straight lines between their ends; what tells the ways apart is how high the ends are.

                Streams: seed s starts at the weights of seed s; the first task is one run for all ways, with batches from the stream
                1000 s. Way i, counted from 0 in the order above, takes its batches of task k > 0, counted from 0, and of the memory
                from the stream 1000 s + 100 i + k, those of the steps on lines from 1000 s + 100 i + 50 + k.
                The quick form has one seed, four tasks of permuted digits, 10 epochs and 200 steps on lines.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{gather*}
                \\bar w_k=\\arg\\min_w\\sum_\\alpha
                  \\Bigl(L_{\\mathrm{mem}}\\bigl(\\bar w_{k-1}+\\alpha(w-\\bar w_{k-1})\\bigr)
                  +L_k\\bigl(\\hat w_k+\\alpha(w-\\hat w_k)\\bigr)\\Bigr),\\\\
                \\nabla_wL\\bigl(b+\\alpha(w-b)\\bigr)=\\alpha\\,(\\nabla L)\\bigl(b+\\alpha(w-b)\\bigr),\\\\
                \\text{forgetting}=\\frac1{T-1}\\sum_{j<T}\\Bigl(\\max_{j\\le k<T}a_{kj}-a_{Tj}\\Bigr)
                \\end{gather*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network", "64-32-10",
                "training rows", "1-1200",
                "test rows", "1201-1797",
                "batch", "32",
                "step size", "0.1",
                "epochs per task", String.valueOf(Lengths.FULL.epochs()),
                "memory", "5 rows per class and task",
                "line steps", String.valueOf(Lengths.FULL.lineSteps()),
                "line points", LineLoss.ALPHAS.toString()));
    }

    @Override
    public List<Long> seeds() {
        return LongStream.rangeClosed(1, SEEDS).boxed().toList();
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        int seeds = isFull ? SEEDS : 1;
        List<Row> rows = isFull ? EXPECTED : EXPECTED.subList(1, 2);
        List<Outcome> outcomes = new ArrayList<>();
        List<OfFamily> families = new ArrayList<>();
        for (Row row : rows) {
            TaskSequence tasks =
                    TaskSequence.of(row.family(), isFull ? row.family().count() : QUICK_TASKS);
            Learner learner = Learner.of(tasks, isFull ? Lengths.FULL : QUICK);
            List<Learner.Courses> courses = new ArrayList<>();
            for (long seed = 1; seed <= seeds; seed++) {
                courses.add(learner.courses(seed));
                progress.report((long) seeds * families.size() + seed, (long) seeds * rows.size());
            }
            OfFamily runs = new OfFamily(row.family(), courses);
            families.add(runs);
            outcomes.addAll(required(runs));
            if (isFull) {
                outcomes.addAll(known(row, runs));
            }
        }
        return new Findings(outcomes, figures(families));
    }

    private static List<Figure> figures(List<OfFamily> families) {
        List<Figure> figures = new ArrayList<>(List.of(SequencePictures.bars(families)));
        families.forEach(runs -> figures.add(SequencePictures.tasks(runs)));
        families.forEach(runs -> figures.add(SequencePictures.firstLoss(runs)));
        return figures;
    }

    /** The order of the ways, and that there is no barrier. */
    static List<Outcome> required(OfFamily runs) {
        String name = "3b " + runs.family().label() + " ";
        String order = Learning.all().stream()
                .sorted(Comparator.comparingDouble(
                        way -> runs.summary(way, Course::accuracy).mean()))
                .map(Learning::label)
                .collect(Collectors.joining(" < "));
        String expected = Learning.all().stream().map(Learning::label).collect(Collectors.joining(" < "));
        List<Outcome> outcomes = new ArrayList<>(List.of(Outcome.same(name + "order of accuracy", order, expected)));
        for (Learning way : Learning.all()) {
            double barrier = runs.summary(way, Course::barrier).most();
            outcomes.add(Outcome.atMost(name + way.label() + " barrier on its lines, most", barrier, BAND));
        }
        return outcomes;
    }

    /** The means over the seeds. */
    private static List<Outcome> known(Row row, OfFamily runs) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Learning way : Learning.all()) {
            String name = "3b " + row.family().label() + " " + way.label() + " ";
            outcomes.add(Outcome.within(
                    name + "accuracy",
                    runs.summary(way, Course::accuracy).mean(),
                    row.accuracies().get(way.place()),
                    BAND));
            outcomes.add(Outcome.within(
                    name + "forgetting",
                    runs.summary(way, Course::forgetting).mean(),
                    row.forgetting().get(way.place()),
                    BAND));
        }
        return outcomes;
    }
}
