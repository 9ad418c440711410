package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.FieldAtPoint;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.symbolic.ring.Rational;

/**
 * When do two tasks conflict, and how large is the bracket of their gradients beside the field of joint training?
 *
 * <p>Dherin (2023): three pairs of tasks on the digits, looked at along 400 steps of joint gradient descent.
 */
public final class ConflictAlongRun implements Experiment {
    private static final Rational STEP_SIZE = Rational.of(1, 10);
    private static final double H = STEP_SIZE.doubleValue();
    private static final long SEED = 1;
    private static final int FEW_STEPS = 10;
    private static final int MANY_STEPS = 400;
    private static final List<Integer> RECORDED =
            List.of(0, 1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 40, 50, 70, 100, 140, 200, 280, 400);

    /** L_A, L_B, g_A·g_B, cos, ‖[g_A,g_B]‖, r_b, ⟨[g_A,g_B], g_A⟩, ⟨[g_A,g_B], g_B⟩ to the digits that are known. */
    private record Row(DigitTasks tasks, int step, List<String> digits) {
        static Row of(DigitTasks tasks, int step, String digits) {
            return new Row(tasks, step, List.of(digits.split(" ", -1)));
        }
    }

    private static final List<Row> EXPECTED = List.of(
            Row.of(DigitTasks.SPLIT, 0, "2.3504 2.3645 -1.188 -0.64682 5.1668 0.20899 3.6673 -7.2759"),
            Row.of(DigitTasks.SPLIT, 50, "0.96758 0.97964 -0.91584 -0.85163 4.9143 0.43483 4.6128 -4.6092"),
            Row.of(DigitTasks.SPLIT, 400, "0.097836 0.1343 -0.082806 -0.96589 0.9737 0.63658 0.26807 -0.26806"),
            Row.of(DigitTasks.ROTATE, 0, "2.3433 2.3907 0.059001 0.14991 0.58736 0.030868 -0.0046463 -0.038832"),
            Row.of(DigitTasks.ROTATE, 400, "0.20864 0.2207 -0.009436 -0.63237 0.063185 0.030147 0.0031841 -0.0031967"),
            Row.of(DigitTasks.PERMUTE, 0, "2.3433 2.3046 0.023216 0.080789 0.54798 0.034031 0.12135 0.083549"),
            Row.of(
                    DigitTasks.PERMUTE,
                    400,
                    "0.15458 0.15665 -0.0016877 -0.27189 0.037481 0.019709 0.0007639 -0.0007601"));

    /** The least and the largest r_b of all 401 steps. */
    private record Extremes(DigitTasks tasks, String least, String most) {}

    private static final List<Extremes> EXTREMES = List.of(
            new Extremes(DigitTasks.SPLIT, "0.20899", "0.63658"),
            new Extremes(DigitTasks.ROTATE, "0.01458", "0.03087"),
            new Extremes(DigitTasks.PERMUTE, "0.01971", "0.04038"));

    /**
     * How the tasks stand to each other at one step of the run; every gradient is that of a loss, not its negative.
     *
     * @param step the number of the step, 0 at the start
     * @param lossA L_A
     * @param lossB L_B
     * @param squares ‖g_A‖² + ‖g_B‖²
     * @param alignment g_A·g_B
     * @param cosine the cosine of the angle between g_A and g_B
     * @param bracketNorm ‖[g_A, g_B]‖ with [g_A, g_B] = H_B g_A − H_A g_B
     * @param share r_b = (h/2) ‖[g_A, g_B]‖/‖g_A + g_B‖, the bracket's share of the field
     * @param bracketAlongA ⟨[g_A, g_B], g_A⟩
     * @param bracketAlongB ⟨[g_A, g_B], g_B⟩
     */
    record Moment(
            int step,
            double lossA,
            double lossB,
            double squares,
            double alignment,
            double cosine,
            double bracketNorm,
            double share,
            double bracketAlongA,
            double bracketAlongB) {
        /** In the order of the expected digits. */
        private static final List<String> NAMES =
                List.of("L_A", "L_B", "g_A·g_B", "cos", "‖[g_A,g_B]‖", "r_b", "[g_A,g_B]·g_A", "[g_A,g_B]·g_B");

        List<Double> values() {
            return List.of(lossA, lossB, alignment, cosine, bracketNorm, share, bracketAlongA, bracketAlongB);
        }
    }

    /** The experiment; nothing is computed before it runs. */
    public ConflictAlongRun() {}

    @Override
    public String name() {
        return "task-conflict";
    }

    @Override
    public String question() {
        return "When do two tasks conflict, and how large is the bracket of their gradients?";
    }

    @Override
    public String paper() {
        return "Dherin: Implicit biases in multitask and continual learning from a backward error analysis perspective"
                + " (2023)";
    }

    @Override
    public String text() {
        return """
                A network 64-16-10 learns two tasks on handwritten digits at once, by gradient descent on the sum of their losses with
                h = 0.1. Three pairs of tasks: digits below 5 and from 5 up (split); digits as they are and turned by 90° (rotate);
                digits as they are and with their pixels exchanged (permute). The modified loss of joint training has the squared
                norms of both gradients and their product, the conflict; where the tasks are trained in turn, half the bracket of
                the gradients takes the place of the product.

                To see: split tasks are in conflict at every step, with a cosine that goes to −0.97, and the bracket grows from 21 to 64 %
                of the field. Turned and exchanged digits are aligned at the start and no more after two steps; their gradients
                stay nearly orthogonal until the losses fall, and then come into conflict. Over all 401 steps their bracket is 2 to 4 %
                of the field for exchanged pixels; for turned digits it is 3 % at both ends, but sinks to 1.5 % between, at step
                64. Near a joint minimum g_A and g_B are opposite, so the bracket has opposite products with them: for split
                at step 400 to four digits. A loss that is nearly L_A + L_B therefore cannot tell one order from the other there,
                whatever the size of the bracket.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{gather*}
                \\tilde L_{\\text{joint}}=L_A+L_B+\\frac h4\\bigl(\\|g_A\\|^2+\\|g_B\\|^2\\bigr)+\\frac h2\\,g_A\\cdot g_B+O(h^2),\\\\
                [g_A,g_B]=H_Bg_A-H_Ag_B,\\qquad r_b=\\frac h2\\,\\frac{\\|[g_A,g_B]\\|}{\\|g_A+g_B\\|}
                \\end{gather*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network", "64-16-10, tanh, cross-entropy",
                "step size", STEP_SIZE.toString(),
                "steps", String.valueOf(MANY_STEPS)));
    }

    @Override
    public List<Long> seeds() {
        return List.of(SEED);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        int steps = extent == Extent.FULL ? MANY_STEPS : FEW_STEPS;
        List<Outcome> outcomes = new ArrayList<>();
        List<Findings.Figure> figures = new ArrayList<>();
        for (DigitTasks tasks : DigitTasks.values()) {
            List<Moment> moments = along(tasks.onRows(DigitTasks.TRAINING_ROWS), steps);
            outcomes.addAll(outcomes(tasks, moments));
            figures.add(new Findings.Figure(tasks.label() + "-losses", losses(tasks, recorded(moments))));
            figures.add(new Findings.Figure(tasks.label() + "-terms", terms(tasks, recorded(moments))));
            progress.report(figures.size() / 2, DigitTasks.values().length);
        }
        return new Findings(outcomes, figures);
    }

    /** Every step of joint training. */
    static List<Moment> along(TaskPair pair, int steps) {
        List<double[]> run = pair.run(TaskPair.JOINT, DigitTasks.NETWORK.initialParameters(SEED), STEP_SIZE, steps);
        FieldAtPoint fieldA = FieldAtPoint.of(pair.fieldA());
        FieldAtPoint fieldB = FieldAtPoint.of(pair.fieldB());
        return IntStream.rangeClosed(0, steps)
                .mapToObj(step -> at(pair, fieldA, fieldB, run.get(step), step))
                .toList();
    }

    /** The tasks at one point. */
    static Moment at(TaskPair pair, double[] theta, int step) {
        return at(pair, FieldAtPoint.of(pair.fieldA()), FieldAtPoint.of(pair.fieldB()), theta, step);
    }

    private static Moment at(TaskPair pair, FieldAtPoint fieldA, FieldAtPoint fieldB, double[] theta, int step) {
        // With f = −g for g there are two signs in each product, and in [f_A, f_B] = f_B′f_A − f_A′f_B = [g_A, g_B].
        double[] valueA = fieldA.valueAt(theta);
        double[] valueB = fieldB.valueAt(theta);
        double[] bracket = fieldB.derivative(valueA);
        Euclidean.add(bracket, -1, fieldA.derivative(valueB));
        double alignment = Euclidean.product(valueA, valueB);
        double normA = Euclidean.norm(valueA);
        double normB = Euclidean.norm(valueB);
        double bracketNorm = Euclidean.norm(bracket);
        double[] sum = valueA.clone();
        Euclidean.add(sum, 1, valueB);
        return new Moment(
                step,
                pair.lossA().value(theta),
                pair.lossB().value(theta),
                normA * normA + normB * normB,
                alignment,
                alignment / (normA * normB),
                bracketNorm,
                H / 2 * bracketNorm / Euclidean.norm(sum),
                -Euclidean.product(bracket, valueA),
                -Euclidean.product(bracket, valueB));
    }

    /** The digits at the steps where they are known, and what is said of all steps. */
    static List<Outcome> outcomes(DigitTasks tasks, List<Moment> moments) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Row row : EXPECTED) {
            moments.stream()
                    .filter(moment -> row.tasks() == tasks && row.step() == moment.step())
                    .forEach(moment -> {
                        for (int i = 0; i < row.digits().size(); i++) {
                            String name = "1a " + tasks.label() + " step " + row.step() + " " + Moment.NAMES.get(i);
                            outcomes.add(Outcome.digits(
                                    name, moment.values().get(i), row.digits().get(i)));
                        }
                    });
        }
        outcomes.addAll(wholeRun(tasks, moments));
        return outcomes;
    }

    /** Split: in conflict at every step, bracket 20 to 64 %; the others: aligned at first, then not, bracket 1.5 to 4 %. */
    private static List<Outcome> wholeRun(DigitTasks tasks, List<Moment> moments) {
        String name = "1a " + tasks.label() + " ";
        boolean isSplit = tasks == DigitTasks.SPLIT;
        Moment last = moments.get(moments.size() - 1);
        List<Outcome> outcomes = new ArrayList<>();
        if (isSplit) {
            double largest = moments.stream().mapToDouble(Moment::cosine).max().orElseThrow();
            outcomes.add(Outcome.atMost(name + "largest cos of all steps", largest, 0));
        } else {
            outcomes.add(
                    Outcome.atLeast(name + "cos at the start", moments.get(0).cosine(), 0));
            outcomes.add(Outcome.atMost(name + "cos at step " + last.step(), last.cosine(), 0));
        }
        Comparator<Moment> byShare = Comparator.comparingDouble(Moment::share);
        Moment least = moments.stream().min(byShare).orElseThrow();
        Moment most = moments.stream().max(byShare).orElseThrow();
        outcomes.add(Outcome.atLeast(name + "least r_b of all steps", least.share(), isSplit ? 0.195 : 0.0145));
        outcomes.add(Outcome.atMost(name + "largest r_b of all steps", most.share(), isSplit ? 0.645 : 0.0405));
        if (last.step() == MANY_STEPS) {
            Extremes known = EXTREMES.stream()
                    .filter(extremes -> extremes.tasks() == tasks)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(tasks));
            outcomes.add(Outcome.digits(name + "least r_b, at step " + least.step(), least.share(), known.least()));
            outcomes.add(Outcome.digits(name + "largest r_b, at step " + most.step(), most.share(), known.most()));
        }
        return outcomes;
    }

    private static List<Moment> recorded(List<Moment> moments) {
        return RECORDED.stream()
                .filter(step -> step < moments.size())
                .map(moments::get)
                .toList();
    }

    private static Plot losses(DigitTasks tasks, List<Moment> moments) {
        return picture(
                "Two tasks along joint training: " + tasks.label() + ", losses and cosine",
                "Both losses and the cosine of their gradients, against the step of joint gradient descent.",
                List.of(
                        curve("loss A", 0, moments, Moment::lossA),
                        curve("loss B", 1, moments, Moment::lossB),
                        curve("cos(g_A, g_B)", 4, moments, Moment::cosine)));
    }

    private static Plot terms(DigitTasks tasks, List<Moment> moments) {
        return picture(
                "Two tasks along joint training: " + tasks.label() + ", terms of order h",
                "The terms of the modified loss and the share of the bracket in the field, against the step of joint gradient"
                        + " descent.",
                List.of(
                        curve("(h/4)(‖g_A‖² + ‖g_B‖²)", 2, moments, moment -> H / 4 * moment.squares()),
                        curve("(h/2) g_A·g_B", 3, moments, moment -> H / 2 * moment.alignment()),
                        curve("r_b = (h/2) ‖[g_A, g_B]‖/‖g_A + g_B‖", 5, moments, Moment::share)));
    }

    private static Plot picture(String title, String description, List<Curve> curves) {
        return new Plot(
                title,
                description,
                Axis.logarithmic("step + 1"),
                Axis.linear("value"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }

    private static Curve curve(String name, int style, List<Moment> moments, ToDoubleFunction<Moment> quantity) {
        return new Curve(
                name,
                style,
                Look.LINE_AND_MARKS,
                moments.stream()
                        .map(moment -> Mark.at(moment.step() + 1.0, quantity.applyAsDouble(moment)))
                        .toList());
    }
}
