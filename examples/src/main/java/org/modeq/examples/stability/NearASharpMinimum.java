package org.modeq.examples.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.flow.PrincipalField;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
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
 * How good is the principal flow where the loss is no quadratic and the series in h diverges?
 *
 * <p>Rosca and others (2023); the field continued to complex points near a minimum with hλ = 1.6.
 */
public final class NearASharpMinimum implements Experiment {
    private static final double[] MINIMUM = {1.5, 1 / 1.5};
    private static final double STEP_SIZE = 0.6;
    private static final int STEPS = 4;
    private static final int PARTS = 400;

    /** An odd number of steps, after which gradient descent is on the other side of the minimum. */
    private static final int ODD = 3;

    /** The gradient of the loss is a polynomial of this degree. */
    private static final int DEGREE = 3;

    private static final List<Double> OFFSETS = List.of(0.04, 0.02, 0.01, 0.005);
    private static final List<String> PRINCIPAL = List.of("1.16e-3", "2.82e-4", "6.93e-5", "1.72e-5");

    /** The experiment; nothing is computed before it runs. */
    public NearASharpMinimum() {}

    @Override
    public String name() {
        return "principal-flow-near-a-minimum";
    }

    @Override
    public String question() {
        return "How good is the principal flow on a loss that is no quadratic, with a step beyond the radius of the series?";
    }

    @Override
    public String paper() {
        return "Rosca, Wu, Dherin, Barrett: On a continuous time model of gradient descent dynamics and instability in deep"
                + " learning (2023)";
    }

    @Override
    public String text() {
        return """
                Near the minimum (1.5, 2/3) of ½(xy − 1)² gradient descent with h = 0.6 has hλ = 1.62: every step jumps over the
                minimum, and no real flow does that. The principal field takes log(1 − hμ) of the eigenvalues μ of the Hessian at the
                point itself; for hμ > 1 this has the imaginary part π, and its flow leaves the real plane between the iterates. So
                gradient and Hessian are continued to complex points, which for a polynomial is its Taylor polynomial.

                To see: four steps from an offset δ along the sharp direction, the principal flow is off by a multiple of δ², as it
                should be for a field that is exact for the quadratic part of the loss; the truncated real fields are off by a
                multiple of δ, for N = 3 no better than for N = 1.

                The branch of the logarithm matters. The principal branch jumps by 2πi where 1 − hμ crosses the negative real axis,
                which it does from the start. The real part alone, ln|1 − hμ|, gives a real flow that cannot jump over the minimum:
                after an even number of steps it is on the right side of it by luck, after an odd number its error is twice the
                distance from the minimum. The two last curves are these mistakes.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                \\tilde f(\\theta)=V\\operatorname{diag}\\Bigl(\\frac{\\log(1-h\\mu_i)}{h\\mu_i}\\Bigr)V^{-1}\\nabla L(\\theta),
                  \\qquad\\log(1-h\\mu)=\\ln(h\\mu-1)+i\\pi\\quad(\\operatorname{Re}h\\mu>1)
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "loss", "(xy − 1)²/2",
                "minimum", Arrays.toString(MINIMUM),
                "step size", String.valueOf(STEP_SIZE),
                "steps", String.valueOf(STEPS),
                "offsets", OFFSETS.toString()));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.digits("5c h lambda at the minimum", STEP_SIZE * Catapult.sharpness(MINIMUM), "1.617"));
        List<Double> principal = errors(NearASharpMinimum::principalError);
        progress.report(1, 4);
        List<Double> first = errors(offset -> truncatedError(1, offset));
        List<Double> third = errors(offset -> truncatedError(3, offset));
        progress.report(2, 4);
        for (double offset : OFFSETS) {
            int k = OFFSETS.indexOf(offset);
            outcomes.add(Outcome.digits("5c principal flow delta=" + offset, principal.get(k), PRINCIPAL.get(k)));
        }
        outcomes.add(Outcome.between("5c principal flow least slope", least(Slopes.of(principal)), 2, 2.06));
        outcomes.add(Outcome.between("5c principal flow slope", Slopes.last(principal), 2, 2.06));
        outcomes.add(Outcome.digits("5c N=1 delta=0.04", first.get(0), "6.0e-3"));
        outcomes.add(Outcome.digits("5c N=1 delta=0.005", last(first), "7.2e-4"));
        outcomes.add(Outcome.slope("5c N=1 slope", Slopes.last(first), 1.01));
        outcomes.add(Outcome.slope("5c N=3 slope", Slopes.last(third), 1.01));
        outcomes.add(Outcome.relative("5c N=3 by N=1 at delta=0.005", last(third) / last(first), 1, 0.1));
        List<Double> principalBranch = errors(offset -> error(offset, wrongBranch(), STEPS));
        List<Double> realPart = errors(offset -> error(offset, realPart(), ODD));
        progress.report(3, 4);
        double distance = Euclidean.distance(iterate(last(OFFSETS), ODD), MINIMUM);
        outcomes.add(Outcome.within(
                "5c real part alone, error by the distance from the minimum after 3 steps",
                last(realPart) / distance,
                2,
                0.05));
        Plot picture = picture(List.of(principal, first, third, principalBranch, realPart));
        progress.report(4, 4);
        return new Findings(outcomes, List.of(new Figure("errors", picture)));
    }

    private static List<Double> errors(ToDoubleFunction<Double> error) {
        return OFFSETS.stream().map(error::applyAsDouble).toList();
    }

    private static double last(List<Double> numbers) {
        return numbers.get(numbers.size() - 1);
    }

    private static double least(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The minimum moved along its sharp direction, (y, x). */
    private static double[] start(double offset) {
        double norm = Euclidean.norm(MINIMUM);
        return new double[] {MINIMUM[0] + offset * MINIMUM[1] / norm, MINIMUM[1] + offset * MINIMUM[0] / norm};
    }

    private static double[] iterate(double offset, int steps) {
        return Trajectory.endPoint(EulerSweep.gradientDescent(Catapult.loss()), start(offset), STEP_SIZE, steps);
    }

    static double principalError(double offset) {
        return error(offset, PrincipalField.of(field(), DEGREE, STEP_SIZE), STEPS);
    }

    private static VectorField field() {
        return Catapult.loss().negativeGradient();
    }

    /** log(1 − z) on the principal branch. */
    static PrincipalField wrongBranch() {
        return with(product -> Complex.ONE.subtract(product).log());
    }

    /** ln |1 − z|. */
    static PrincipalField realPart() {
        return with(
                product -> new Complex(Math.log(Complex.ONE.subtract(product).abs())));
    }

    private static PrincipalField with(UnaryOperator<Complex> logarithm) {
        return PrincipalField.withLogarithm(field(), DEGREE, STEP_SIZE, logarithm);
    }

    /** The distance of the flow of a field from the iterate after some steps. */
    static double error(double offset, PrincipalField principal, int steps) {
        List<Complex> end = principal.flow(start(offset), steps * STEP_SIZE, PARTS);
        double[] iterate = iterate(offset, steps);
        return Math.hypot(
                end.get(0).subtract(iterate[0]).abs(),
                end.get(1).subtract(iterate[1]).abs());
    }

    private static double truncatedError(int order, double offset) {
        BSeriesField<Rational> series =
                ModifiedEquation.of(EulerSteps.gradientDescent(), order).field();
        SeriesEvaluator evaluator = SeriesEvaluator.of(series, Map.of(Colour.F, field()));
        double[] end = ModifiedFlow.of(evaluator, STEP_SIZE)
                .integrate(start(offset), STEPS * STEP_SIZE, 1e-10)
                .point();
        return Euclidean.distance(end, iterate(offset, STEPS));
    }

    private static Plot picture(List<List<Double>> errors) {
        List<String> names = List.of(
                "principal flow",
                "order 1",
                "order 3",
                "principal branch of the logarithm",
                "real part of the logarithm, 3 steps");
        List<Curve> curves = new ArrayList<>();
        for (List<Double> each : errors) {
            List<Mark> marks = new ArrayList<>();
            for (int k = 0; k < OFFSETS.size(); k++) {
                marks.add(Mark.at(OFFSETS.get(k), each.get(k)));
            }
            String slope = String.format(Locale.ROOT, ": slope %.2f", Slopes.last(each));
            curves.add(new Curve(names.get(curves.size()) + slope, curves.size(), Look.LINE_AND_MARKS, marks));
        }
        return new Plot(
                "Flows near a minimum with hλ = 1.62, after four steps",
                "The distance of each flow from gradient descent against the offset from the minimum: the principal flow falls with"
                        + " its square, the others more slowly.",
                Axis.logarithmic("offset δ from the minimum"),
                Axis.logarithmic("distance"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }
}
