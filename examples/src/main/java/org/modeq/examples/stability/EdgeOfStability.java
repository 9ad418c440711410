package org.modeq.examples.stability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.TaskQuantities;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.symbolic.tree.Colour;

/**
 * Does a real network train at the edge of stability, where no modified equation converges?
 *
 * <p>Cohen and others (2021), on 200 handwritten digits.
 */
public final class EdgeOfStability implements Experiment {
    private static final DenseNetwork NETWORK = DenseNetwork.of(64, 16, 10);
    private static final int ROWS = 200;
    private static final int STEPS = 6000;
    private static final int STRIDE = 500;
    private static final int ARRIVED = 3000;
    private static final int QUICK_STEPS = 1000;
    private static final int ENTROPY_STEPS = 2000;

    /** The experiment; nothing is computed before it runs. */
    public EdgeOfStability() {}

    @Override
    public String name() {
        return "edge-of-stability";
    }

    @Override
    public String question() {
        return "Does training settle where the step size times the sharpness is 2, beyond the reach of any modified equation?";
    }

    @Override
    public String paper() {
        return "Cohen, Kaur, Li, Kolter, Talwalkar: Gradient descent on neural networks typically occurs at the edge of"
                + " stability (2021)";
    }

    @Override
    public String text() {
        return """
                A network 64-16-10 with hyperbolic tangents learns 200 digits by gradient descent on half the mean squared error.
                The sharpness λ is the largest eigenvalue of the Hessian, found by Lanczos' process to six digits.

                To see: for h = 0.1 and for h = 0.2 training begins with hλ above 2 and comes down to 2 or below within a few
                hundred steps; from step 3000 on hλ stays within five per cent of 2 while the loss goes on falling: the edge of
                stability. With twice the step the sharpness at the end is half, so it is the step and not the loss that chooses it.
                Neither the gradient flow nor any truncation of the modified equation can say this: their series diverges where hλ
                is above 1. With h = 0.4 the run diverges at once; with cross-entropy in place of the squared error hλ falls to a
                few hundredths, and there is no edge.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                L(\\theta)=\\frac1{2n}\\|Z(\\theta)-Y\\|^2,\\qquad
                  h\\,\\lambda_{\\max}\\bigl(\\nabla^2L(\\theta_k)\\bigr)\\approx2\\quad(k\\ge3000)
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "network", "64-16-10, tanh, squared loss",
                "rows", "0–199",
                "steps", String.valueOf(STEPS),
                "step sizes", "0.1, 0.2, 0.4"));
    }

    @Override
    public List<Long> seeds() {
        return List.of(1L);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        int steps = isFull ? STEPS : QUICK_STEPS;
        List<Outcome> outcomes = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        Loss loss = loss(OutputLoss.MEAN_SQUARED_ERROR);
        for (double stepSize : isFull ? List.of(0.1, 0.2) : List.of(0.2)) {
            Run run = Run.of(loss, stepSize, steps);
            runs.add(run);
            outcomes.addAll(outcomes(run));
            progress.report(runs.size(), 4);
        }
        if (isFull) {
            Run entropy = Run.of(loss(OutputLoss.SOFTMAX_CROSS_ENTROPY), 0.2, ENTROPY_STEPS);
            outcomes.add(Outcome.digits(
                    "5d cross-entropy h=0.2 h lambda at step 2000",
                    entropy.at(ENTROPY_STEPS).sharpness(),
                    "0.05"));
        }
        outcomes.add(Outcome.same("5d h=0.4", diverges(loss) ? "diverges" : "stays", "diverges"));
        progress.report(3, 4);
        List<Figure> figures = List.of(
                new Figure("sharpness", picture(runs, "hλ", Axis.linear("hλ"), Point::sharpness)),
                new Figure("loss", picture(runs, "loss", Axis.logarithmic("loss"), Point::loss)));
        progress.report(4, 4);
        return new Findings(outcomes, figures);
    }

    static Loss loss(OutputLoss outputLoss) {
        return NetworkLoss.of(NETWORK, outputLoss, Digits.load().rows(new IndexRange(1, ROWS)));
    }

    /**
     * A point of a run.
     *
     * @param step its number
     * @param sharpness hλ
     * @param loss L
     */
    record Point(int step, double sharpness, double loss) {}

    /**
     * Gradient descent with a record of every 500th step.
     *
     * @param stepSize h
     * @param points the points
     */
    record Run(double stepSize, List<Point> points) {
        Run {
            points = List.copyOf(points);
        }

        static Run of(Loss loss, double stepSize, int steps) {
            VectorField field = loss.negativeGradient();
            TaskQuantities quantities = TaskQuantities.of(Map.of(Colour.F, loss), Map.of(Colour.F, field));
            double[] theta = NETWORK.initialParameters(1);
            double[] slope = new double[theta.length];
            List<Point> points = new ArrayList<>();
            for (int step = 0; ; step++) {
                if (step % STRIDE == 0) {
                    TaskQuantities.OfTask here = quantities.at(theta).tasks().get(0);
                    points.add(new Point(step, stepSize * here.sharpness(), here.loss()));
                }
                if (step == steps) {
                    return new Run(stepSize, points);
                }
                field.at(theta, slope);
                Euclidean.add(theta, stepSize, slope);
            }
        }

        Point at(int step) {
            return points.get(step / STRIDE);
        }
    }

    private static List<Outcome> outcomes(Run run) {
        boolean isSmall = run.stepSize() < 0.15;
        String name = String.format(Locale.ROOT, "5d h=%s ", run.stepSize());
        List<Outcome> outcomes = new ArrayList<>(List.of(
                Outcome.digits(name + "h lambda at the start", run.at(0).sharpness(), isSmall ? "2.364" : "4.729"),
                Outcome.digits(
                        name + "h lambda at step 500", run.at(STRIDE).sharpness(), isSmall ? "1.855" : "2.043")));
        for (Point point : run.points()) {
            boolean isLate = point.step() >= ARRIVED || (!isSmall && point.step() > STRIDE);
            if (isLate) {
                outcomes.add(Outcome.between(name + "h lambda at step " + point.step(), point.sharpness(), 1.9, 2.1));
            }
            if (point.step() == STEPS) {
                outcomes.add(
                        Outcome.relative(name + "loss at step 6000", point.loss(), isSmall ? 0.02518 : 0.01023, 0.05));
            }
        }
        return outcomes;
    }

    /** Whether the loss after 200 steps of 0.4 is larger than at the start, or no number. */
    private static boolean diverges(Loss loss) {
        VectorField field = loss.negativeGradient();
        double[] theta = NETWORK.initialParameters(1);
        double before = loss.value(theta);
        double[] slope = new double[theta.length];
        for (int step = 0; step < 200; step++) {
            field.at(theta, slope);
            Euclidean.add(theta, 0.4, slope);
        }
        return !(loss.value(theta) < before);
    }

    private static Plot picture(List<Run> runs, String what, Axis axis, ToDoubleFunction<Point> value) {
        List<Curve> curves = new ArrayList<>();
        for (Run run : runs) {
            List<Mark> marks = run.points().stream()
                    .map(point -> Mark.at(point.step(), value.applyAsDouble(point)))
                    .toList();
            curves.add(new Curve("h = " + run.stepSize(), curves.size(), Look.LINE_AND_MARKS, marks));
        }
        int last = runs.get(0).points().size() * STRIDE - STRIDE;
        boolean hasEdge = "hλ".equals(what);
        return new Plot(
                "Gradient descent on 200 digits with the squared loss: " + what,
                "The " + what + " at every 500th step for two step sizes"
                        + (hasEdge ? ": from step 3000 on it stays near 2." : ", which goes on falling."),
                Axis.whole("step"),
                axis,
                false,
                curves,
                hasEdge ? List.of(new Guide(Mark.at(0, 2), Mark.at(last, 2), "")) : List.of(),
                List.of(),
                hasEdge ? List.of("thin line: hλ = 2") : List.of());
    }
}
