package org.modeq.examples.tasks;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.symbolic.method.Clock;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * How far apart are k steps on A then k on B, and k steps on both at once?
 *
 * <p>Dherin (2023): both fields are f_A + f_B times k to lowest order, so the distance is h² times the difference of their next
 * terms, which is derived here: a bracket that grows as k² and a gradient that grows as k.
 */
public final class JointAgainstSequential implements Experiment {
    private static final long SEED = 1;
    private static final List<Rational> STEP_SIZES =
            List.of(Rational.of(1, 100), Rational.of(1, 200), Rational.of(1, 400), Rational.of(1, 800));

    private static final Rational HALF = Rational.of(1, 2);

    /** What is compared with joint training. */
    enum Compared {
        /** θ(AᵏBᵏ). */
        A_THEN_B("A then B"),
        /** (θ(AᵏBᵏ) + θ(BᵏAᵏ))/2. */
        MEAN("mean of both orders");

        private final String label;

        Compared(String label) {
            this.label = label;
        }
    }

    /**
     * Residuals that are known; an empty text is one that is not.
     *
     * @param k the number of steps on each task
     * @param compared what is compared with joint training
     * @param digits the relative residual by step size
     */
    private record Row(int k, Compared compared, List<String> digits) {}

    private static final List<Row> EXPECTED = List.of(
            new Row(1, Compared.A_THEN_B, List.of("0.0092", "0.0046", "0.0023", "0.0012")),
            new Row(1, Compared.MEAN, List.of("0.0171", "", "", "0.0022")),
            new Row(5, Compared.A_THEN_B, List.of("0.1007", "", "", "0.0121")),
            new Row(5, Compared.MEAN, List.of("0.2689", "", "", "0.0328")));

    /** The experiment; nothing is computed before it runs. */
    public JointAgainstSequential() {}

    @Override
    public String name() {
        return "joint-or-in-turn";
    }

    @Override
    public String question() {
        return "How far apart are k steps on A then k on B, and k steps on both at once?";
    }

    @Override
    public String paper() {
        return "Dherin: Implicit biases in multitask and continual learning from a backward error analysis perspective"
                + " (2023)";
    }

    @Override
    public String text() {
        return """
                Digits below 5 and from 5 up, from one start: k steps on A and k on B end elsewhere than k steps on both at once. As the
                modified fields of both begin with the same term, the displacement is h² times the difference of the next terms,
                up to h³. modeq derives that difference; it is half the bracket, times k², and half the gradient of the product
                g_A·g_B, times k. In the mean of both orders the bracket cancels.

                To see: the distance between the displacement and h² times the derived difference, relative to the displacement, falls
                as h, for k = 1 and k = 5, for one order and for the mean of both. The coefficients are exact: 1 and 0 for k = 1,
                15 and −10 for k = 5. The larger k is, the more of the displacement is the bracket's; for k = 5 the higher
                orders are larger too, since it is kh that has to be small.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\theta(A^kB^k)-\\theta\\bigl((A{+}B)^k\\bigr)&=\\frac{(kh)^2}2[g_A,g_B]+\\frac{kh^2}2\\nabla(g_A\\cdot g_B)+O(h^3),\\\\
                \\frac{\\theta(A^kB^k)+\\theta(B^kA^k)}2-\\theta\\bigl((A{+}B)^k\\bigr)&=\\frac{kh^2}2\\nabla(g_A\\cdot g_B)+O(h^3)
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network", "64-16-10, tanh, cross-entropy, split tasks",
                "steps of each task", "1 and 5",
                "step sizes", "0.01, 0.005, 0.0025, 0.00125"));
    }

    @Override
    public List<Long> seeds() {
        return List.of(SEED);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        TaskPair pair = DigitTasks.SPLIT.onRows(DigitTasks.TRAINING_ROWS);
        List<Outcome> outcomes = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        List<Row> rows = EXPECTED.stream()
                .filter(row -> extent == Extent.FULL || row.k() == 1)
                .toList();
        for (Row row : rows) {
            if (row.compared() == Compared.A_THEN_B) {
                outcomes.addAll(coefficients(row.k()));
            }
            List<Double> residuals =
                    residuals(pair, row.k(), row.compared(), derivedDifference(row.k(), row.compared()));
            outcomes.addAll(outcomes(row.k(), row.compared(), residuals));
            curves.add(curve(row, residuals, curves.size()));
            progress.report(curves.size(), rows.size());
        }
        return new Findings(outcomes, List.of(new Findings.Figure("residuals", picture(curves))));
    }

    /** k steps on A, then k on B, as one sweep. */
    private static Method<Rational> inTurn(int k, Colour first, Colour second) {
        List<Colour> steps = new ArrayList<>(Collections.nCopies(k, first));
        steps.addAll(Collections.nCopies(k, second));
        return EulerSteps.sequence(steps);
    }

    /** k steps on both at once, as one sweep. */
    private static Method<Rational> joint(int k) {
        TreeMap<Colour, Rational> both = new TreeMap<>();
        both.put(TaskPair.A, Rational.ONE);
        both.put(TaskPair.B, Rational.ONE);
        return new EulerSteps<>(
                "joint:A,B " + k + " times",
                Clock.SWEEP,
                RATIONALS,
                Collections.nCopies(k, new EulerSteps.Step<>(both)),
                new TreeMap<>());
    }

    /** The modified field of the optimizer that is compared, to order 2, minus that of joint training. */
    static BSeriesField<Rational> derivedDifference(int k, Compared compared) {
        BSeriesField<Rational> inTurn = fieldOf(inTurn(k, TaskPair.A, TaskPair.B));
        if (compared == Compared.MEAN) {
            inTurn = inTurn.add(fieldOf(inTurn(k, TaskPair.B, TaskPair.A))).scaled(HALF);
        }
        return inTurn.add(fieldOf(joint(k)).scaled(Rational.of(-1)));
    }

    private static BSeriesField<Rational> fieldOf(Method<Rational> method) {
        return ModifiedEquation.of(method, 2).field();
    }

    /** H_B g_A has the coefficient (k² + k)/2, H_A g_B has (−k² + k)/2, and nothing else is left. */
    private static List<Outcome> coefficients(int k) {
        BSeriesField<Rational> difference = derivedDifference(k, Compared.A_THEN_B);
        String name = "1c k=" + k + " coefficient of ";
        return List.of(
                Outcome.same(
                        name + "H_B g_A",
                        difference.coefficient(RootedTree.parse("B[A]")).toString(),
                        String.valueOf((k * k + k) / 2)),
                Outcome.same(
                        name + "H_A g_B",
                        difference.coefficient(RootedTree.parse("A[B]")).toString(),
                        String.valueOf((k - k * k) / 2)),
                Outcome.same(
                        "1c k=" + k + " further terms to order 2",
                        String.valueOf(difference.nonzero().keySet().stream()
                                .filter(tree -> tree.colours().size() == 1)
                                .count()),
                        "0"));
    }

    /**
     * ‖d − h² D₂‖/‖d‖ by step size, with d the displacement from joint training and D₂ the term of order 2 of a field.
     *
     * @param pair the tasks
     * @param k the number of steps on each
     * @param compared what is compared with joint training
     * @param difference the field that should explain it
     * @return the relative residuals, that of the largest step first
     */
    static List<Double> residuals(TaskPair pair, int k, Compared compared, BSeriesField<Rational> difference) {
        double[] start = DigitTasks.NETWORK.initialParameters(SEED);
        double[] term =
                SeriesEvaluator.of(difference, pair.fields()).orders(start).get(1);
        List<Double> residuals = new ArrayList<>();
        for (Rational stepSize : STEP_SIZES) {
            double[] displacement = pair.end(inTurn(k, TaskPair.A, TaskPair.B), start, stepSize, 1);
            if (compared == Compared.MEAN) {
                Euclidean.add(displacement, 1, pair.end(inTurn(k, TaskPair.B, TaskPair.A), start, stepSize, 1));
                Euclidean.scale(displacement, 0.5);
            }
            Euclidean.add(displacement, -1, pair.end(joint(k), start, stepSize, 1));
            double size = Euclidean.norm(displacement);
            double h = stepSize.doubleValue();
            Euclidean.add(displacement, -h * h, term);
            residuals.add(Euclidean.norm(displacement) / size);
        }
        return residuals;
    }

    /** The digits that are known, and the slope on the last pair. */
    static List<Outcome> outcomes(int k, Compared compared, List<Double> residuals) {
        Row row = EXPECTED.stream()
                .filter(known -> known.k() == k && known.compared() == compared)
                .findFirst()
                .orElseThrow(() -> new AssertionError(compared + " " + k));
        String name = "1c k=" + k + " " + compared.label + " relative residual";
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < residuals.size(); i++) {
            String digits = row.digits().get(i);
            if (!digits.isEmpty()) {
                outcomes.add(Outcome.digits(name + " h=" + STEP_SIZES.get(i).doubleValue(), residuals.get(i), digits));
            }
        }
        double slope = Slopes.last(residuals);
        outcomes.add(Outcome.slope(name + " slope", slope, 1));
        return outcomes;
    }

    private static Curve curve(Row row, List<Double> residuals, int style) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < residuals.size(); i++) {
            marks.add(Mark.at(STEP_SIZES.get(i).doubleValue(), residuals.get(i)));
        }
        return new Curve("k = " + row.k() + ", " + row.compared().label, style, Look.LINE_AND_MARKS, marks);
    }

    private static Plot picture(List<Curve> curves) {
        return new Plot(
                "Joint training and training in turn: what order h² leaves",
                "The part of the displacement that the term of order 2 does not explain falls as h for one and for five steps"
                        + " per task, for A then B and for the mean of both orders.",
                Axis.logarithmic("step size h"),
                Axis.logarithmic("relative residual"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }
}
