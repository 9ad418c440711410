package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.symbolic.ring.Rational;

/**
 * Does the bracket of two tasks say beforehand which of them should be learned first?
 *
 * <p>Sweeney (2026), proposition 2.3, as a test: the sign of ⟨∇L_E, [g_A, g_B]⟩ against the sign of L_E(AᵏBᵏ) − L_E(BᵏAᵏ) on forty
 * starts, at the start of the runs and carried from their middle to their end.
 */
public final class BetterOrder implements Experiment {
    private static final Rational STEP_SIZE = Rational.of(1, 20);
    private static final int SEEDS = 40;
    private static final int WARM_STEPS = 100;
    private static final double BAND = 0.15;
    private static final List<Integer> COUNTS = List.of(1, 2, 5, 10, 20, 50);
    private static final int FEW = 2;

    /**
     * The rates that are known of some tasks from one kind of start.
     *
     * @param tasks the tasks
     * @param isWarm whether the runs start after 100 steps of joint training
     * @param start the rates of the start score by k
     * @param middle the rates of the middle score by k
     */
    record Panel(DigitTasks tasks, boolean isWarm, List<Double> start, List<Double> middle) {
        String label() {
            return tasks.label() + (isWarm ? " warm" : " cold");
        }
    }

    static final List<Panel> EXPECTED = List.of(
            new Panel(
                    DigitTasks.SPLIT,
                    false,
                    List.of(.975, .95, .85, .70, .525, .40),
                    List.of(1., 1., .95, .925, .70, .475)),
            new Panel(
                    DigitTasks.ROTATE,
                    false,
                    List.of(1., .975, .85, .60, .325, .35),
                    List.of(1., .975, .975, .975, .925, .825)),
            new Panel(
                    DigitTasks.PERMUTE,
                    false,
                    List.of(.975, .95, .775, .575, .275, .35),
                    List.of(1., 1., 1., .95, .85, .80)),
            new Panel(
                    DigitTasks.SPLIT,
                    true,
                    List.of(1., 1., .975, .825, .625, .575),
                    List.of(1., 1., 1., .825, .675, .525)),
            new Panel(DigitTasks.ROTATE, true, List.of(1., 1., .925, .90, .85, .80), List.of(1., .95, 1., 1., 1., .90)),
            new Panel(
                    DigitTasks.PERMUTE,
                    true,
                    List.of(1., 1., 1., .95, .825, .675),
                    List.of(1., 1., 1., .875, .90, .725)));

    /** Medians of actual/predicted for split tasks from the initial weights, by k. */
    private static final List<String> START_MEDIANS = List.of("0.82", "0.63", "0.28", "0.06", "0.007");

    private static final List<String> MIDDLE_MEDIANS = List.of("0.98", "1.09", "1.05", "1.17", "1.41");

    /** The experiment; nothing is computed before it runs. */
    public BetterOrder() {}

    @Override
    public String name() {
        return "better-order";
    }

    @Override
    public String question() {
        return "Does the bracket of two tasks say beforehand which of them should be learned first?";
    }

    @Override
    public String paper() {
        return "Sweeney (2026), proposition 2.3; Dherin: Implicit biases in multitask and continual learning from a backward"
                + " error analysis perspective (2023)";
    }

    @Override
    public String text() {
        return """
                Forty networks learn k steps of task A and then k of task B, and the other way round, from the same start; the loss on
                rows that neither task has says which order was better. The bracket says it beforehand: where the score ⟨∇L_E, [g_A,
                g_B]⟩ is positive, A first should end with the larger loss. The start score is taken where the runs begin. The middle
                score is taken in the middle of a joint run of k steps and carried to its end, to which the displacement of both
                orders belongs. Runs begin at the initial weights (cold) or after 100 steps of joint training (warm), with h = 0.05.

                To see: for one or two steps the start score is right nearly always, and from kh = 1 on, cold, it is no better than
                a coin or worse. It fails by age, not by size: the middle score is right nearly always up to kh = 0.5 and for turned and
                exchanged digits in four of five cases up to kh = 2.5. The line of long dashes is the rate of the commoner answer
                alone. Where it is high, a high rate proves little: for turned digits from a warm start 17 of 20 networks agree at
                k = 1, and all of them at k = 20.

                With forty starts a rate is known to within ±0.15: thin lines are Wilson's intervals of 95 %. With the sign of the
                bracket flipped every rate becomes one minus itself, near 0 at k = 1 and 0.7 at k = 20, which is no finding.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{gather*}
                L_E(A^kB^k)-L_E(B^kA^k)=(kh)^2\\bigl\\langle\\nabla L_E,[g_A,g_B]\\bigr\\rangle+O\\bigl((kh)^3\\bigr),\\\\
                v_{k/2}=[g_A,g_B](\\theta_{k/2}),\\qquad v_{j+1}=v_j-h\\bigl(H_A(\\theta_j)+H_B(\\theta_j)\\bigr)v_j,\\\\
                  \\text{middle score}=\\bigl\\langle\\nabla L_E(\\theta_k),v_k\\bigr\\rangle
                \\end{gather*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network",
                "64-16-10, tanh, cross-entropy",
                "step size",
                STEP_SIZE.toString(),
                "warm start",
                "after " + WARM_STEPS + " joint steps",
                "steps of each task",
                COUNTS.toString()));
    }

    @Override
    public List<Long> seeds() {
        return LongStream.range(1, 1 + SEEDS).boxed().toList();
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        List<Integer> counts = isFull ? COUNTS : COUNTS.subList(0, FEW);
        List<PanelScores> found = new ArrayList<>();
        for (DigitTasks tasks : DigitTasks.values()) {
            found.addAll(scores(tasks, isFull, counts, SEEDS));
            progress.report(found.size(), isFull ? EXPECTED.size() : DigitTasks.values().length);
        }
        found.sort(Comparator.comparingInt(of -> EXPECTED.indexOf(of.panel())));
        List<Outcome> outcomes = new ArrayList<>();
        List<Findings.Figure> figures = new ArrayList<>();
        for (PanelScores of : found) {
            outcomes.addAll(outcomes(of.panel(), of.scores()));
            figures.add(new Findings.Figure(of.panel().label().replace(' ', '-'), picture(of.panel(), of.scores())));
        }
        return new Findings(outcomes, figures);
    }

    /**
     * What was found for a panel.
     *
     * @param panel the tasks and the kind of start
     * @param scores for each k the scores of all seeds
     */
    record PanelScores(Panel panel, List<List<OrderScores.Score>> scores) {}

    /**
     * The scores of some tasks from cold starts and, if asked for, from warm ones; seeds from 1 on are shared by the processors. The joint
     * run that the cold scores need is the beginning of the one that leads to the warm start.
     */
    static List<PanelScores> scores(DigitTasks tasks, boolean hasWarm, List<Integer> counts, int seeds) {
        TaskPair pair = tasks.onRows(DigitTasks.TRAINING_ROWS);
        OrderScores scores = OrderScores.of(pair, STEP_SIZE);
        int rest = WARM_STEPS - counts.get(counts.size() - 1);
        List<List<OrderScores.Runs>> bySeed = IntStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> {
                    OrderScores.Runs cold = scores.from(DigitTasks.NETWORK.initialParameters(seed), counts);
                    return hasWarm
                            ? List.of(
                                    cold,
                                    scores.from(pair.end(TaskPair.JOINT, cold.jointEnd(), STEP_SIZE, rest), counts))
                            : List.of(cold);
                })
                .toList();
        return IntStream.range(0, hasWarm ? 2 : 1)
                .mapToObj(i -> new PanelScores(
                        panel(tasks, i == 1),
                        byCount(bySeed.stream().map(ofSeed -> ofSeed.get(i)).toList())))
                .toList();
    }

    private static Panel panel(DigitTasks tasks, boolean isWarm) {
        return EXPECTED.stream()
                .filter(panel -> panel.tasks() == tasks && panel.isWarm() == isWarm)
                .findFirst()
                .orElseThrow(() -> new AssertionError(tasks));
    }

    private static List<List<OrderScores.Score>> byCount(List<OrderScores.Runs> bySeed) {
        return IntStream.range(0, bySeed.get(0).scores().size())
                .mapToObj(i ->
                        bySeed.stream().map(ofSeed -> ofSeed.scores().get(i)).toList())
                .toList();
    }

    /** The rates beside those that are known, and what is required of them. */
    static List<Outcome> outcomes(Panel panel, List<List<OrderScores.Score>> scores) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            int k = scores.get(i).get(0).steps();
            String name = "1e " + panel.label() + " k=" + k + " ";
            double start = hits(scores.get(i), OrderScores.Score::isStartRight).rate();
            double middle =
                    hits(scores.get(i), OrderScores.Score::isMiddleRight).rate();
            outcomes.add(Outcome.within(name + "start", start, panel.start().get(i), BAND));
            outcomes.add(Outcome.within(name + "middle", middle, panel.middle().get(i), BAND));
            if (!panel.isWarm()) {
                outcomes.addAll(required(panel, name, k, start, middle));
            }
            if (panel.tasks() == DigitTasks.SPLIT && !panel.isWarm() && i < START_MEDIANS.size()) {
                outcomes.add(Outcome.digits(
                        name + "start, median of actual/predicted",
                        median(scores.get(i), OrderScores.Score::start),
                        START_MEDIANS.get(i)));
                outcomes.add(Outcome.digits(
                        name + "middle, median of actual/predicted",
                        median(scores.get(i), OrderScores.Score::middle),
                        MIDDLE_MEDIANS.get(i)));
            }
        }
        return outcomes;
    }

    private static List<Outcome> required(Panel panel, String name, int k, double start, double middle) {
        List<Outcome> required = new ArrayList<>();
        if (k <= 2) {
            required.add(Outcome.atLeast(name + "start, required", start, 0.9));
        }
        if (k >= 20) {
            required.add(Outcome.atMost(name + "start, required", start, 0.75));
        }
        if (k == 10 && panel.tasks() != DigitTasks.SPLIT) {
            required.add(Outcome.atLeast(name + "middle, required", middle, start + 0.2));
        }
        return required;
    }

    static HitRate hits(List<OrderScores.Score> scores, Predicate<OrderScores.Score> isRight) {
        return new HitRate((int) scores.stream().filter(isRight).count(), scores.size());
    }

    /** The rate of always giving the answer that is right more often. */
    static double constantAnswer(List<OrderScores.Score> scores) {
        double positive = hits(scores, score -> score.actual() > 0).rate();
        return Math.max(positive, 1 - positive);
    }

    private static double median(List<OrderScores.Score> scores, ToDoubleFunction<OrderScores.Score> predicted) {
        double[] ratios = scores.stream()
                .mapToDouble(score -> score.actual() / predicted.applyAsDouble(score))
                .toArray();
        Arrays.sort(ratios);
        int half = ratios.length / 2;
        return ratios.length % 2 == 1 ? ratios[half] : (ratios[half - 1] + ratios[half]) / 2;
    }

    private static Plot picture(Panel panel, List<List<OrderScores.Score>> scores) {
        List<Curve> curves = new ArrayList<>();
        addRates(curves, "score at the start", 1, scores, OrderScores.Score::isStartRight);
        addRates(curves, "score in the middle, carried to the end", 2, scores, OrderScores.Score::isMiddleRight);
        curves.add(new Curve(
                "always the commoner answer",
                4,
                Look.LINE,
                scores.stream()
                        .map(ofCount -> Mark.at(ofCount.get(0).steps(), constantAnswer(ofCount)))
                        .toList()));
        int last = scores.get(scores.size() - 1).get(0).steps();
        return new Plot(
                "Which task first? " + panel.label(),
                "How often a score has the sign of the difference in loss between the orders, against the number of steps on"
                        + " each task, with Wilson's intervals.",
                Axis.logarithmic("steps k on each task (kh = k/20)"),
                Axis.linear("rate of right answers"),
                false,
                curves,
                List.of(
                        new Guide(Mark.at(1, 0), Mark.at(last, 0), ""),
                        new Guide(Mark.at(1, 0.5), Mark.at(last, 0.5), "")),
                List.of(),
                List.of(
                        "thin dotted lines: Wilson's interval of 95 % for " + SEEDS + " starts",
                        "thin straight lines: a coin (1/2), never right (0)"));
    }

    private static void addRates(
            List<Curve> curves,
            String name,
            int style,
            List<List<OrderScores.Score>> scores,
            Predicate<OrderScores.Score> isRight) {
        List<Mark> rates = new ArrayList<>();
        List<Mark> lower = new ArrayList<>();
        List<Mark> upper = new ArrayList<>();
        for (List<OrderScores.Score> ofCount : scores) {
            HitRate hits = hits(ofCount, isRight);
            int k = ofCount.get(0).steps();
            rates.add(Mark.at(k, hits.rate()));
            lower.add(Mark.at(k, hits.lower()));
            upper.add(Mark.at(k, hits.upper()));
        }
        curves.add(new Curve(name, style, Look.LINE_AND_MARKS, rates));
        curves.add(new Curve(name + ": from", style, Look.THIN, lower));
        curves.add(new Curve(name + ": to", style, Look.THIN, upper));
    }
}
