package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.modeq.examples.connectivity.Connection.Line;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
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
 * Is the minimum of two tasks joined to that of each by a line of low loss?
 *
 * <p>Mirzadeh and others (2021), on digits that are turned or permuted.
 */
public final class ModeConnectivity implements Experiment {
    private static final int SEEDS = 5;
    private static final int EPOCHS = 40;
    private static final int QUICK_EPOCHS = 10;

    /** The loss of equal outputs for the ten digits. */
    private static final double GUESSING = Math.log(10);

    /** Where nothing else is known of the mean over the seeds. */
    private static final double SHARE = 0.1;

    /**
     * What is known for a family; numbers as printed, those of barriers as least and greatest of the seeds.
     *
     * @param family the tasks
     * @param secondBarrier the barrier of L₂ on w₂–w*
     * @param firstLossAtJoint L₁ at w*
     * @param firstLossAtSecond L₁ at w₂
     * @param otherStart the barrier of the joint loss on w*–w×
     * @param sameStart that on w*–w°
     * @param distances w₁w₂, w₁w*, w₂w*, w*w×
     */
    private record Row(
            TaskFamily family,
            List<Double> secondBarrier,
            double firstLossAtJoint,
            List<Double> firstLossAtSecond,
            List<Double> otherStart,
            List<Double> sameStart,
            List<Double> distances) {}

    private static final List<Row> EXPECTED = List.of(
            new Row(
                    TaskFamily.ROTATIONS,
                    List.of(0.0, 0.014),
                    0.0345,
                    List.of(2.69, 3.43),
                    List.of(0.37, 0.59),
                    List.of(0.044, 0.139),
                    List.of(10.7, 9.4, 6.4, 25.9)),
            new Row(
                    TaskFamily.PERMUTATIONS,
                    List.of(0.0, 1e-4),
                    0.0299,
                    List.of(1.14, 1.48),
                    List.of(0.25, 0.43),
                    List.of(0.009, 0.018),
                    List.of(10.4, 8.9, 4.3, 25.4)));

    /** The experiment; nothing is computed before it runs. */
    public ModeConnectivity() {}

    @Override
    public String name() {
        return "mode-connectivity";
    }

    @Override
    public String question() {
        return "Is a minimum of two tasks joined to the minimum of each by a line of low loss?";
    }

    @Override
    public String paper() {
        return "Mirzadeh, Farajtabar, Gorur, Pascanu, Ghasemzadeh: Linear mode connectivity in multitask and continual"
                + " learning (2021)";
    }

    @Override
    public String text() {
        return """
                A network 64-32-10 learns digits as they are (task 1) and turned by 90° or with their pixels exchanged (task 2),
                by stochastic gradient descent with batches of 32. From random weights it learns task 1 and is at w₁; from there
                task 2 alone leads to w₂, both tasks together to w*. Both tasks from the first random weights lead to w°, from
                other random weights to w×. The barrier of a loss on a line is its greatest height above the straight line between
                the losses at the ends, over 21 points; numbers are means over five seeds.

                To see: w₁ and w*, and w₂ and w*, are joined by lines without a barrier, although w₂ and w₁ are as far from one
                another as each is from w* or farther. Forgetting needs no barrier: from w₁ to w₂ the loss of task 1 rises by a
                factor of fifty to a hundred, but steadily. Read against 0 instead of the straight line between the ends that rise
                would be called a barrier, and it is none.

                The condition is that w* is learned from w₁. Both tasks from the same random weights already end behind a small
                barrier, seven times lower than that to a minimum from other random weights for turned digits and twenty-five times
                lower for permuted ones: what joins minima is the path that led to them, not that they are minima of one loss.
                A barrier to w× says nothing about curved paths, nor about what an exchange of hidden units would do.

                Streams: the weights of seed s are those of seed s, w× starts at those of seed 100 + s, and the batches of w₁, w₂,
                w*, w°, w× come from the streams 1000 s + 1 to 1000 s + 5, one shuffle per task and epoch.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                \\text{barrier of }L\\text{ on }ab=\\max_{0\\le t\\le1}
                  \\Bigl(L\\bigl(a+t(b-a)\\bigr)-(1-t)L(a)-tL(b)\\Bigr)
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network",
                "64-32-10",
                "training rows",
                "1-1200",
                "batch",
                "32",
                "step size",
                String.valueOf(Minima.STEP_SIZE),
                "epochs",
                String.valueOf(EPOCHS),
                "points of a line",
                String.valueOf(LineProfile.POINTS)));
    }

    @Override
    public List<Long> seeds() {
        return LongStream.rangeClosed(1, SEEDS).boxed().toList();
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        List<Outcome> outcomes = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Row row : EXPECTED) {
            TaskSequence tasks = TaskSequence.of(row.family(), 2);
            List<Connection> seeds = Connection.ofSeeds(tasks, isFull ? SEEDS : 1, isFull ? EPOCHS : QUICK_EPOCHS);
            outcomes.addAll(required(row.family(), seeds));
            if (isFull) {
                outcomes.addAll(known(row, seeds));
            }
            figures.add(figure(row.family(), seeds));
            progress.report(figures.size(), EXPECTED.size());
        }
        return new Findings(outcomes, figures);
    }

    /** What must hold of every seed, and of the mean where it says so. */
    static List<Outcome> required(TaskFamily family, List<Connection> seeds) {
        String name = "3a " + family.label() + " ";
        Summary other = Summary.of(seeds, ModeConnectivity::otherStart);
        Summary same = Summary.of(seeds, ModeConnectivity::sameStart);
        return List.of(
                Outcome.atMost(
                        name + "barrier of L1 on w1-w*, most",
                        Summary.of(seeds, ModeConnectivity::firstBarrier).most(),
                        0.03),
                Outcome.atMost(
                        name + "barrier of L2 on w2-w*, most",
                        Summary.of(seeds, ModeConnectivity::secondBarrier).most(),
                        0.03),
                Outcome.atLeast(name + "joint barrier w*-wx, least", other.least(), 0.15),
                Outcome.atLeast(
                        name + "L1 at w2, least",
                        Summary.of(seeds, ModeConnectivity::firstLossAtSecond).least(),
                        0.8),
                Outcome.atMost(
                        name + "barrier of L1 on w1-w2, most",
                        Summary.of(seeds, ModeConnectivity::forgettingBarrier).most(),
                        0.03),
                Outcome.atLeast(name + "joint barrier w*-wx over w*-w0, means", other.mean() / same.mean(), 4));
    }

    private static List<Outcome> known(Row row, List<Connection> seeds) {
        String name = "3a " + row.family().label() + " ";
        List<Outcome> outcomes = new ArrayList<>(List.of(
                Outcome.digits(name + "barrier of L1 on w1-w*", mean(seeds, ModeConnectivity::firstBarrier), "0.0000"),
                between(name + "barrier of L2 on w2-w*", seeds, ModeConnectivity::secondBarrier, row.secondBarrier()),
                Outcome.relative(
                        name + "L1 at w1",
                        mean(seeds, seed -> seed.jointToFirst().ofFirst().atEnd()),
                        0.0283,
                        SHARE),
                Outcome.relative(
                        name + "L1 at w*",
                        mean(seeds, seed -> seed.jointToFirst().ofFirst().atStart()),
                        row.firstLossAtJoint(),
                        SHARE),
                between(name + "L1 at w2", seeds, ModeConnectivity::firstLossAtSecond, row.firstLossAtSecond()),
                between(name + "joint barrier w*-wx", seeds, ModeConnectivity::otherStart, row.otherStart()),
                between(name + "joint barrier w*-w0", seeds, ModeConnectivity::sameStart, row.sameStart())));
        List<String> pairs = List.of("w1 w2", "w1 w*", "w2 w*", "w* wx");
        for (int i = 0; i < pairs.size(); i++) {
            int place = i;
            outcomes.add(Outcome.relative(
                    name + "distance " + pairs.get(i),
                    mean(seeds, seed -> seed.distances().get(place)),
                    row.distances().get(i),
                    SHARE));
        }
        return outcomes;
    }

    private static Outcome between(
            String name, List<Connection> seeds, ToDoubleFunction<Connection> quantity, List<Double> band) {
        return Outcome.between(name, mean(seeds, quantity), band.get(0), band.get(1));
    }

    private static double mean(List<Connection> seeds, ToDoubleFunction<Connection> quantity) {
        return Summary.of(seeds, quantity).mean();
    }

    private static double firstBarrier(Connection seed) {
        return seed.jointToFirst().ofFirst().barrier();
    }

    private static double secondBarrier(Connection seed) {
        return seed.jointToSecond().ofSecond().barrier();
    }

    private static double firstLossAtSecond(Connection seed) {
        return seed.firstToSecond().ofFirst().atEnd();
    }

    private static double forgettingBarrier(Connection seed) {
        return seed.firstToSecond().ofFirst().barrier();
    }

    private static double otherStart(Connection seed) {
        return seed.jointToOther().joint().barrier();
    }

    private static double sameStart(Connection seed) {
        return seed.jointToSame().joint().barrier();
    }

    private static Figure figure(TaskFamily family, List<Connection> seeds) {
        return new Figure(
                "lines-" + family.label(),
                new Panels(
                        "Losses on lines between minima, " + family.images(),
                        "The losses of both tasks on four lines, with bars from the least to the greatest of the seeds: nearly flat from w*"
                                + " to w₁ for task 1 and from w* to w₂ for task 2, rising steadily for the other task, with a hill from w*"
                                + " to w×.",
                        2,
                        List.of(
                                plot("From w* to w₁", seeds, Connection::jointToFirst, 0.3),
                                plot("From w* to w₂", seeds, Connection::jointToSecond, 0.3),
                                plot("From w₁ to w₂", seeds, Connection::firstToSecond, 0.8),
                                plot("From w* to w×", seeds, Connection::jointToOther, 0.3))));
    }

    private static Plot plot(String title, List<Connection> seeds, Function<Connection, Line> line, double labelEnd) {
        List<Guide> guessing = List.of(
                new Guide(Mark.at(0, GUESSING), Mark.at(labelEnd, GUESSING), "guessing"),
                new Guide(Mark.at(labelEnd, GUESSING), Mark.at(1, GUESSING), ""));
        return new Plot(
                title,
                "The losses of both tasks by the place on the line.",
                Axis.linear("place t on the line"),
                Axis.logarithmic("loss"),
                false,
                List.of(
                        curve("task 1", 1, seeds, seed -> line.apply(seed).ofFirst()),
                        curve("task 2", 2, seeds, seed -> line.apply(seed).ofSecond())),
                guessing,
                List.of(),
                List.of());
    }

    private static Curve curve(
            String name, int style, List<Connection> seeds, Function<Connection, LineProfile> profile) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < LineProfile.POINTS; i++) {
            int place = i;
            Summary summary =
                    Summary.of(seeds, seed -> profile.apply(seed).values().get(place));
            marks.add(Mark.within(LineProfile.share(i), summary.mean(), summary.least(), summary.most()));
        }
        return new Curve(name, style, Look.LINE_AND_MARKS, marks);
    }
}
