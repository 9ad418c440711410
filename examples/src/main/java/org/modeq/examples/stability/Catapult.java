package org.modeq.examples.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.PolynomialLoss.Term;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.simulate.EulerSweep;
import org.modeq.numeric.simulate.Trajectory;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/**
 * What do the corrections of the modified equation say when the step passes the edge of stability?
 *
 * <p>Cohen and others (2021), Rosca and others (2023): two parameters with a valley of minima of every sharpness.
 */
public final class Catapult implements Experiment {
    private static final double[] START = {2.5, 0.1};
    private static final int STEPS = 4000;
    private static final double TIME = 2;
    private static final int ORDERS = 3;
    private static final int SHOWN = 30;

    /** What is known of a step size: hλ at the first and last step, steps beyond 2, x² − y² at last, errors by order. */
    private record Known(
            double stepSize, String first, String last, int beyond, String conserved, List<String> errors) {
        private Known {
            errors = List.copyOf(errors);
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known(0.05, ".314", ".327", 0, "6.2235", List.of("3.22e-3", "8.81e-4", "2.24e-4")),
            new Known(0.1, ".629", ".651", 0, "6.1993", List.of("7.95e-3", "3.82e-3", "1.82e-3")),
            new Known(0.2, "1.258", "1.282", 0, "6.0895", List.of("2.96e-2", "2.29e-2", "1.81e-2")),
            new Known(0.3, "1.887", "1.684", 1, "5.2438", List.of(".205", ".197", ".190")),
            new Known(0.4, "2.516", "1.077", 4, "1.8006", List.of("1.08", "1.07", "1.06")));

    /** ½ (xy − 1)². */
    static PolynomialLoss loss() {
        return PolynomialLoss.of(
                2, List.of(new Term(0.5, List.of(2, 2)), new Term(-1, List.of(1, 1)), new Term(0.5, List.of(0, 0))));
    }

    /** The experiment; nothing is computed before it runs. */
    public Catapult() {}

    @Override
    public String name() {
        return "catapult";
    }

    @Override
    public String question() {
        return "What does the modified equation see of a step that is too large for the valley it is in?";
    }

    @Override
    public String paper() {
        return "Cohen, Kaur, Li, Kolter, Talwalkar: Gradient descent on neural networks typically occurs at the edge of"
                + " stability (2021); Rosca, Wu, Dherin, Barrett (2023)";
    }

    @Override
    public String text() {
        return """
                The loss ½(xy − 1)² has its minima on xy = 1, with the sharpness λ = x² + y² there, so that a valley offers minima
                of every sharpness from 2 on. Gradient flow keeps x² − y²; gradient descent multiplies it by 1 − h²(xy − 1)² in
                every step, exactly, and so moves along the valley. From (2.5, 0.1) the flow would end where λ is about 6.4.

                To see: for h = 0.05 each term of the modified equation takes the error down by a factor of four at the time 2; at
                h = 0.1 it is a factor of two, and from hλ = 1 on the series in h diverges and further terms hardly help. With h = 0.4
                the valley is too sharp, hλ = 2.5: the iterate is thrown across it a few times and lands where hλ is 1.08, while the
                flow of every truncated field goes to the sharp minimum, a distance of one away. No truncation sees the
                catapult; the conserved quantity does, it falls from 6.24 to 1.80.

                The errors at the time 2 are after the whole number of steps nearest to it.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                L&=\\tfrac12(xy-1)^2,\\qquad r=xy-1,\\qquad (x,y)\\mapsto(x-hry,\\;y-hrx),\\\\
                x^2-y^2&\\mapsto(1-h^2r^2)\\,(x^2-y^2),\\qquad
                  \\tilde f=f-\\tfrac h2f'f+h^2\\bigl(\\tfrac13f'f'f+\\tfrac1{12}f''(f,f)\\bigr)+\\cdots
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "loss",
                "(xy − 1)²/2",
                "start",
                Arrays.toString(START),
                "steps",
                String.valueOf(STEPS),
                "step sizes",
                "0.05, 0.1, 0.2, 0.3, 0.4"));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        BSeriesField<Rational> series =
                ModifiedEquation.of(EulerSteps.gradientDescent(), ORDERS).field();
        List<Outcome> outcomes = new ArrayList<>();
        for (Known known : KNOWN) {
            Trajectory run = descent(known.stepSize(), STEPS);
            double h = known.stepSize();
            String name = String.format(Locale.ROOT, "5b h=%s ", h);
            outcomes.add(Outcome.digits(name + "first h lambda", h * sharpness(run.point(0)), known.first()));
            outcomes.add(Outcome.digits(name + "last h lambda", h * sharpness(run.endPoint()), known.last()));
            outcomes.add(Outcome.within(name + "steps with h lambda > 2", stepsBeyond(run), known.beyond(), 0));
            outcomes.add(Outcome.digits(name + "x^2 - y^2 at last", conserved(run.endPoint()), known.conserved()));
            outcomes.add(Outcome.atMost(name + "deviation from the product of the factors", drift(run), 1e-11));
            for (int order = 1; order <= ORDERS; order++) {
                outcomes.add(Outcome.digits(
                        name + "error of order " + order + " at T = 2",
                        error(series.truncated(order), h),
                        known.errors().get(order - 1)));
            }
            progress.report(KNOWN.indexOf(known) + 1, KNOWN.size());
        }
        return new Findings(outcomes, List.of(new Figure("iterates", picture())));
    }

    private static Trajectory descent(double stepSize, int steps) {
        return Trajectory.run(EulerSweep.gradientDescent(loss()), START, stepSize, steps);
    }

    /** λ_max of the Hessian (y², 2xy − 1; 2xy − 1, x²). */
    static double sharpness(double... theta) {
        double x = theta[0];
        double y = theta[1];
        return (x * x + y * y) / 2 + Math.hypot((x * x - y * y) / 2, 2 * x * y - 1);
    }

    private static double conserved(double... theta) {
        return theta[0] * theta[0] - theta[1] * theta[1];
    }

    private static int stepsBeyond(Trajectory run) {
        return (int) run.points().stream()
                .filter(point -> run.stepSize() * sharpness(point) > 2)
                .count();
    }

    /** The relative distance of x² − y² at the end from Π(1 − h²r²) times that at the start. */
    private static double drift(Trajectory run) {
        double product = conserved(START);
        for (double[] point : run.points().subList(0, run.steps())) {
            double moved = run.stepSize() * (point[0] * point[1] - 1);
            product *= 1 - moved * moved;
        }
        return Math.abs(conserved(run.endPoint()) / product - 1);
    }

    /** The distance of the flow of a field from the iterate at the whole number of steps nearest to the time 2. */
    static double error(BSeriesField<Rational> field, double stepSize) {
        int steps = (int) Math.round(TIME / stepSize);
        SeriesEvaluator evaluator = SeriesEvaluator.of(field, Map.of(Colour.F, loss().negativeGradient()));
        double[] end = ModifiedFlow.of(evaluator, stepSize)
                .integrate(START, steps * stepSize, 1e-10)
                .point();
        return Euclidean.distance(end, descent(stepSize, steps).endPoint());
    }

    private static Plot picture() {
        List<Curve> curves = new ArrayList<>();
        for (Known known : KNOWN.subList(1, KNOWN.size())) {
            Trajectory run = descent(known.stepSize(), SHOWN);
            List<Mark> marks = new ArrayList<>();
            for (int n = 0; n <= SHOWN; n++) {
                marks.add(Mark.at(n, known.stepSize() * sharpness(run.point(n))));
            }
            curves.add(new Curve("h = " + known.stepSize(), curves.size(), Look.LINE_AND_MARKS, marks));
        }
        Guide edge = new Guide(Mark.at(0, 2), Mark.at(SHOWN, 2), "hλ = 2");
        return new Plot(
                "Step size times sharpness along gradient descent on ½(xy − 1)²",
                "For small steps hλ stays where it begins; for h = 0.4 it begins above 2 and is thrown below it within a few"
                        + " steps.",
                Axis.whole("step"),
                Axis.linear("hλ"),
                false,
                curves,
                Collections.singletonList(edge),
                List.of(),
                List.of());
    }
}
