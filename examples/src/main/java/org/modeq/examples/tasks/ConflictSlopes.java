package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.plot.LadderPlot;
import org.modeq.numeric.study.Contender;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.StepLadder;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;

/**
 * What are the conflict term of joint training and the bracket of training in turn worth?
 *
 * <p>Dherin (2023), theorem 4.2: the errors of the derived fields, with a term left out, turned or taken from the other
 * optimizer, against the step size.
 */
public final class ConflictSlopes implements Experiment {
    static final int ROWS = 256;

    private static final double HORIZON = 0.8;
    private static final long SEED = 1;
    private static final List<Integer> STEP_COUNTS = List.of(8, 16, 32, 64);
    private static final int PAIRS = STEP_COUNTS.size() - 1;

    /**
     * What is known of one field.
     *
     * @param training the optimizer
     * @param field the field
     * @param tasks the tasks
     * @param slopes the slopes of its error, the last for the last pair of steps
     * @param error its error at the smallest step, empty where it is not known
     */
    private record Row(Training training, Field field, DigitTasks tasks, List<Double> slopes, String error) {}

    private static final List<Row> EXPECTED = List.of(
            row(Training.JOINT, Field.NONE, DigitTasks.SPLIT, "2.412e-3", 1.018, 1.007, 1.003),
            row(Training.JOINT, Field.NONE, DigitTasks.ROTATE, "1.688e-3", 1.019, 1.009, 1.004),
            row(Training.JOINT, Field.SELF, DigitTasks.SPLIT, "1.096e-2", 0.951, 0.975, 0.987),
            row(Training.JOINT, Field.SELF, DigitTasks.ROTATE, "", 0.997, 0.996, 0.998),
            row(Training.JOINT, Field.CONFLICT, DigitTasks.SPLIT, "3.973e-5", 1.960, 1.965, 1.979),
            row(Training.JOINT, Field.CONFLICT, DigitTasks.ROTATE, "2.535e-5", 1.915, 1.950, 1.973),
            row(Training.SEQUENCE, Field.NONE, DigitTasks.SPLIT, "1.376e-2", 1.01),
            row(Training.SEQUENCE, Field.NONE, DigitTasks.ROTATE, "", 1.00),
            row(Training.SEQUENCE, Field.SELF, DigitTasks.SPLIT, "6.78e-3", 1.01),
            row(Training.SEQUENCE, Field.SELF, DigitTasks.ROTATE, "", 1.00),
            row(Training.SEQUENCE, Field.BRACKET, DigitTasks.SPLIT, "3.517e-4", 1.913, 1.956, 1.978),
            row(Training.SEQUENCE, Field.BRACKET, DigitTasks.ROTATE, "2.353e-5", 1.970, 1.983, 1.991),
            row(Training.SEQUENCE, Field.FLIPPED, DigitTasks.SPLIT, "1.338e-2", 0.99),
            row(Training.SEQUENCE, Field.FLIPPED, DigitTasks.ROTATE, "", 1.00),
            row(Training.SEQUENCE, Field.CONFLICT, DigitTasks.SPLIT, "1.328e-2", 1.01),
            row(Training.SEQUENCE, Field.CONFLICT, DigitTasks.ROTATE, "", 1.01));

    private static Row row(Training training, Field field, DigitTasks tasks, String error, Double... slopes) {
        return new Row(training, field, tasks, List.of(slopes), error);
    }

    /** An optimizer, and the fields that are compared with it. */
    enum Training {
        /** One step on L_A + L_B. */
        JOINT("joint"),

        /** A step on L_A, then one on L_B. */
        SEQUENCE("A then B");

        private final String label;

        Training(String label) {
            this.label = label;
        }

        /** The optimizer. */
        Method<Rational> method() {
            return this == JOINT ? TaskPair.JOINT : TaskPair.IN_TURN;
        }

        /** The fields, the right one among them. */
        List<Field> fields() {
            return this == JOINT
                    ? List.of(Field.NONE, Field.SELF, Field.CONFLICT)
                    : List.of(Field.NONE, Field.SELF, Field.BRACKET, Field.FLIPPED, Field.CONFLICT);
        }
    }

    /** f_A + f_B with corrections of order h. */
    enum Field {
        /** None. */
        NONE("no correction", 1),
        /** −(h/2)(f_A′f_A + f_B′f_B), of the loss (h/4) Σ‖g_i‖². */
        SELF("self only", 1),
        /** Self and −(h/2)(f_A′f_B + f_B′f_A), of the loss (h/2) g_A·g_B. */
        CONFLICT("self and conflict", 2),
        /** Self and (h/2)[f_A, f_B]. */
        BRACKET("self and bracket", 2),
        /** Self and −(h/2)[f_A, f_B], the field of B then A. */
        FLIPPED("bracket's sign flipped", 1);

        private final String label;
        private final double slope;

        Field(String label, double slope) {
            this.label = label;
            this.slope = slope;
        }

        /** The field, as it is derived from the optimizer whose field it is. */
        BSeriesField<Rational> derived() {
            return switch (this) {
                case NONE -> fieldOf(TaskPair.JOINT).truncated(1);
                case SELF -> withoutMixedTrees(fieldOf(TaskPair.JOINT));
                case CONFLICT -> fieldOf(TaskPair.JOINT);
                case BRACKET -> fieldOf(TaskPair.IN_TURN);
                case FLIPPED -> fieldOf(EulerSteps.sequence(List.of(TaskPair.B, TaskPair.A)));
            };
        }

        private static BSeriesField<Rational> fieldOf(Method<Rational> method) {
            return ModifiedEquation.of(method, 2).field();
        }

        private static BSeriesField<Rational> withoutMixedTrees(BSeriesField<Rational> field) {
            SortedMap<RootedTree, Rational> kept = new TreeMap<>(field.nonzero());
            kept.keySet().removeIf(tree -> tree.colours().size() > 1);
            return BSeriesField.of(field.truncationOrder(), kept);
        }
    }

    /** The experiment; nothing is computed before it runs. */
    public ConflictSlopes() {}

    @Override
    public String name() {
        return "task-slopes";
    }

    @Override
    public String question() {
        return "What are the conflict term of joint training and the bracket of training in turn worth?";
    }

    @Override
    public String paper() {
        return "Dherin: Implicit biases in multitask and continual learning from a backward error analysis perspective"
                + " (2023)";
    }

    @Override
    public String text() {
        return """
                Both optimizers run to time 0.8 with h = 1/10, 1/20, 1/40 and 1/80, and each of several fields is integrated far more
                accurately for the same time. The distance of the end points falls as h for a field that is right to order 1, and as
                h² for one that is right to order 2. All fields are derived from an optimizer: the one with the conflict from joint
                training, the one with the bracket from A then B, the one with its sign flipped from B then A.

                To see: joint training needs the conflict and A then B the bracket, and each is of no use to the other. Half a
                correction can be worse than none: joint training of the split tasks with only the squared norms (h/4) Σ‖g_i‖² is 4.5 times
                farther from the optimizer than plain gradient flow, because g_A and g_B are nearly opposite and the terms
                that are left out would have cancelled those. The flipped bracket is as bad as no correction at all.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\tilde f_{\\text{joint}}&=-\\nabla\\Bigl(L_A+L_B+\\frac h4\\|g_A\\|^2+\\frac h4\\|g_B\\|^2+\\frac h2\\,g_A\\cdot g_B\\Bigr)+O(h^2),\\\\
                \\tilde f_{\\text{A then B}}&=-\\nabla\\Bigl(L_A+L_B+\\frac h4\\|g_A\\|^2+\\frac h4\\|g_B\\|^2\\Bigr)+\\frac h2[g_A,g_B]+O(h^2),\\\\
                  [g_A,g_B]&=H_Bg_A-H_Ag_B
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network", "64-16-10, tanh, cross-entropy, rows 0–255",
                "time", String.valueOf(HORIZON),
                "steps", STEP_COUNTS.toString()));
    }

    @Override
    public List<Long> seeds() {
        return List.of(SEED);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        List<Integer> stepCounts = isFull ? STEP_COUNTS : STEP_COUNTS.subList(0, PAIRS);
        List<DigitTasks> all = isFull ? List.of(DigitTasks.SPLIT, DigitTasks.ROTATE) : List.of(DigitTasks.SPLIT);
        List<Outcome> outcomes = new ArrayList<>();
        List<Findings.Figure> figures = new ArrayList<>();
        for (DigitTasks tasks : all) {
            TaskPair pair = tasks.onRows(ROWS);
            for (Training training : Training.values()) {
                List<LadderResult> ladders = ladders(pair, training.method(), training.fields(), stepCounts);
                for (int i = 0; i < ladders.size(); i++) {
                    outcomes.addAll(outcomes(tasks, training, training.fields().get(i), ladders.get(i)));
                }
                figures.add(picture(tasks, training, ladders));
                progress.report(figures.size(), (long) all.size() * Training.values().length);
            }
        }
        return new Findings(outcomes, figures);
    }

    /** The error of each field beside an optimizer, by the step size. */
    static List<LadderResult> ladders(
            TaskPair pair, Method<Rational> optimizer, List<Field> fields, List<Integer> stepCounts) {
        List<Contender> contenders = fields.stream()
                .map(field ->
                        new Contender(field.label, SeriesEvaluator.of(field.derived(), pair.fields()), field.slope))
                .toList();
        return StepLadder.of(
                        DirectOptimizer.of(optimizer, pair.fields()),
                        DigitTasks.NETWORK.initialParameters(SEED),
                        HORIZON,
                        stepCounts,
                        SEED)
                .climb(contenders, Progress.silent());
    }

    /** The slopes of the pairs that were measured, and the error at the smallest step if it was. */
    static List<Outcome> outcomes(DigitTasks tasks, Training training, Field field, LadderResult ladder) {
        Row row = EXPECTED.stream()
                .filter(known -> known.tasks() == tasks && known.training() == training && known.field() == field)
                .findFirst()
                .orElseThrow(() -> new AssertionError(training + " " + field));
        String name = "1b " + tasks.label() + " " + training.label + ", " + field.label + ": ";
        List<LadderPoint> points = ladder.points();
        int last = points.size() - 1;
        List<Outcome> outcomes = new ArrayList<>();
        for (int pair = row.slopes().size() == 1 ? last - 1 : 0; pair < last; pair++) {
            double known = row.slopes().get(Math.min(pair, row.slopes().size() - 1));
            outcomes.add(Outcome.slope(name + "slope of pair " + (pair + 1), slope(points, pair), known));
        }
        if (last == PAIRS && !row.error().isEmpty()) {
            outcomes.add(
                    Outcome.digits(name + "error at h = 1/80", points.get(last).error(), row.error()));
        }
        return outcomes;
    }

    private static double slope(List<LadderPoint> points, int pair) {
        LadderPoint larger = points.get(pair);
        LadderPoint smaller = points.get(pair + 1);
        return Math.log(larger.error() / smaller.error()) / Math.log(larger.stepSize() / smaller.stepSize());
    }

    private static Findings.Figure picture(DigitTasks tasks, Training training, List<LadderResult> ladders) {
        String name = tasks.label() + (training == Training.JOINT ? "-joint" : "-in-turn");
        return new Findings.Figure(
                name,
                LadderPlot.of("Fields beside the optimizer: " + tasks.label() + " tasks, " + training.label, ladders));
    }
}
