package org.modeq.examples.momentum;

import java.util.ArrayList;
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
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.symbolic.modified.TransientStep;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * What is the first part of a run with momentum, before its velocity has built up?
 *
 * <p>Lyu and others (2025); a field for each of the first steps, beside one field for all.
 */
public final class MomentumTransient implements Experiment {
    private static final int STEPS = 40;
    private static final int TABLED_STEPS = 20;
    private static final List<Integer> TABLED = List.of(1, 2, 5, 10, 20);
    private static final RootedTree VERTEX = RootedTree.vertex(Colour.F);

    /** A run and the errors that are known: of the plain flow, and of one field for each step. */
    private record Known(Rational beta, int count, List<String> plain, List<String> piecewise) {
        private Known {
            plain = List.copyOf(plain);
            piecewise = List.copyOf(piecewise);
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known(
                    Rational.of(1, 2),
                    800,
                    List.of("6.56e-4", "9.83e-4", "1.26e-3", "1.28e-3", "1.24e-3"),
                    List.of("2.75e-7", "1.17e-6", "7.52e-6", "2.28e-5", "5.44e-5")),
            new Known(
                    Rational.of(9, 10),
                    3200,
                    List.of("2.96e-4", "5.62e-4", "1.21e-3", "1.92e-3", "2.58e-3"),
                    List.of("6.9e-10", "4.4e-9", "7.6e-8", "6.8e-7", "4.9e-6")));

    /** The experiment; nothing is computed before it runs. */
    public MomentumTransient() {}

    @Override
    public String name() {
        return "momentum-transient";
    }

    @Override
    public String question() {
        return "Which field does a ball follow in its first steps from rest, before its velocity has built up?";
    }

    @Override
    public String paper() {
        return "Lyu, Ghosh and others: heavy ball with counter terms, piecewise in its first steps (2025)";
    }

    @Override
    public String text() {
        return """
                With v = 0 at first the step k of heavy ball, counted from 0, moves by h(1 − β^{k+1})/(1 − β) f and not yet by h f/(1 −
                β). Each step has a field of its own whose flow over the time h is that step; its leading factor is this one. Here
                these fields are derived step by step, to first and to second order, and their flows run one after the other.

                To see: the plain flow of f/(1 − β) is off by a whole missing velocity from the first step on, 10⁻³ in these runs. The
                piecewise flow to first order is 20 to 4·10⁵ times nearer; its own error then grows, being that of the missing terms of
                order h. With the terms of second order, which are derived in the same way, it is nearer again by a factor of
                hundreds.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                \\theta_{k+1}=\\exp(h\\tilde f_k)(\\theta_k),\\qquad
                  \\tilde f_k=\\frac{1-\\beta^{k+1}}{1-\\beta}\\,f+O(h)
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(
                Map.of("loss", HeavyBallProblem.DESCRIPTION, "beta", "0.5, 0.9", "steps", String.valueOf(STEPS)));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        int steps = extent == Extent.FULL ? STEPS : TABLED_STEPS;
        for (Known known : KNOWN) {
            HeavyBallProblem problem = HeavyBallProblem.of(known.beta());
            Beginning beginning = Beginning.of(problem, known.count(), steps);
            for (int k : TABLED) {
                String name = String.format(Locale.ROOT, "6 beta=%s step %d ", problem.beta(), k);
                int place = TABLED.indexOf(k);
                outcomes.add(Outcome.digits(
                        name + "plain flow",
                        beginning.plain().get(k),
                        known.plain().get(place)));
                outcomes.add(Outcome.digits(
                        name + "piecewise flow",
                        beginning.first().get(k),
                        known.piecewise().get(place)));
            }
            outcomes.add(Outcome.atLeast(
                    "6 beta=" + problem.beta() + " gain of the second order at step 20",
                    beginning.first().get(TABLED_STEPS) / beginning.second().get(TABLED_STEPS),
                    100));
            outcomes.add(Outcome.exact(
                    "6 beta=" + problem.beta() + " leading factor of step 4",
                    leading(problem, 4),
                    (1 - Math.pow(problem.beta(), 5)) / (1 - problem.beta())));
            figures.add(new Figure(
                    "beginning-" + (figures.isEmpty() ? "beta-half" : "beta-nine-tenths"), beginning.picture()));
            progress.report(figures.size(), KNOWN.size());
        }
        return new Findings(outcomes, figures);
    }

    private static double leading(HeavyBallProblem problem, int step) {
        return TransientStep.equation(problem.method(), step, 1)
                .field()
                .coefficient(VERTEX)
                .doubleValue();
    }

    /**
     * The errors of three flows at the first iterates.
     *
     * @param beta β
     * @param stepSize h
     * @param plain of the flow of f/(1 − β)
     * @param first of the flow of one field for each step, to first order
     * @param second of the same to second order
     */
    record Beginning(double beta, double stepSize, List<Double> plain, List<Double> first, List<Double> second) {
        Beginning {
            plain = List.copyOf(plain);
            first = List.copyOf(first);
            second = List.copyOf(second);
        }

        static Beginning of(HeavyBallProblem problem, int count, int steps) {
            List<double[]> run = problem.run(count).subList(0, steps + 1);
            double h = problem.stepSize(count);
            List<Double> plain = new ArrayList<>(List.of(0.0));
            double[] point = HeavyBallProblem.start();
            for (int k = 1; k <= steps; k++) {
                point = problem.flow(1, count).after(1, point);
                plain.add(Euclidean.distance(point, run.get(k)));
            }
            return new Beginning(
                    problem.beta(), h, plain, piecewise(problem, h, run, 1), piecewise(problem, h, run, 2));
        }

        private static List<Double> piecewise(HeavyBallProblem problem, double h, List<double[]> run, int order) {
            List<Double> errors = new ArrayList<>(List.of(0.0));
            double[] point = HeavyBallProblem.start();
            for (int k = 0; k + 1 < run.size(); k++) {
                var field = TransientStep.equation(problem.method(), k, order).field();
                point = HeavyBallProblem.flowOf(field, h).after(1, point);
                errors.add(Euclidean.distance(point, run.get(k + 1)));
            }
            return errors;
        }

        Plot picture() {
            return new Plot(
                    "The first steps of heavy ball from rest, β = " + beta,
                    "The distance from the iterate against the number of the step: the plain flow is far off from the first step"
                            + " on, one field for each step is not.",
                    Axis.whole("step"),
                    Axis.logarithmic("distance from the iterate"),
                    false,
                    List.of(
                            curve("the flow of f/(1 − β)", 0, plain),
                            curve("a field for each step, first order", 1, first),
                            curve("a field for each step, second order", 2, second)),
                    List.of(),
                    List.of(),
                    List.of());
        }

        private static Curve curve(String name, int style, List<Double> errors) {
            List<Mark> marks = new ArrayList<>();
            for (int k = 1; k < errors.size(); k++) {
                marks.add(Mark.at(k, errors.get(k)));
            }
            return new Curve(name, style, Look.LINE_AND_MARKS, marks);
        }
    }
}
