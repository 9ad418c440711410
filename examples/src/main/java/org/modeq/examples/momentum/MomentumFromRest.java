package org.modeq.examples.momentum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.symbolic.ring.Rational;

/**
 * From which point does the modified equation of heavy ball start if the ball starts at rest?
 *
 * <p>Ghosh and others (2023), Lyu and others (2025); the modified equation to order 3 from four starts.
 */
public final class MomentumFromRest implements Experiment {
    /** Where a flow is to start. */
    enum Start {
        /** From the iterate n/4 on. */
        BURN_IN("from iterate n/4 on", "from the iterate n/4 on", 0, 0),
        /** From θ₀ itself. */
        REST("from theta0", "from θ₀", 1, 0),
        /** From the effective start to order h. */
        FIRST("from y0 to order h", "from S(θ₀) to order h", 2, 1),
        /** From the effective start to order h². */
        SECOND("from y0 to order h^2", "from S(θ₀) to order h²", 3, 2);

        private final String words;
        private final String label;
        private final int style;

        /** To which power of h the start is moved. */
        private final int shift;

        Start(String words, String label, int style, int shift) {
            this.words = words;
            this.label = label;
            this.style = style;
            this.shift = shift;
        }
    }

    /** The last slopes and finest errors that are known, for N = 1, 2, 3; an empty text where there is none. */
    private record Known(Start start, List<String> slopes, List<String> errors) {
        private Known {
            slopes = List.copyOf(slopes);
            errors = List.copyOf(errors);
        }
    }

    private static final List<Known> AT_HALF = List.of(
            new Known(Start.BURN_IN, List.of("1.002", "2.001", "3.002"), List.of("1.32e-4", "2.01e-7", "3.96e-10")),
            new Known(Start.REST, List.of("1.001", "0.998", "1.000"), List.of("1.19e-4", "7.41e-5", "7.43e-5")),
            new Known(Start.FIRST, List.of("1.000", "2.000", "2.000"), List.of("", "1.38e-7", "3.07e-7")),
            new Known(Start.SECOND, List.of("1.002", "1.999", "3.002"), List.of("", "2.94e-7", "3.12e-10")));
    private static final List<Known> AT_NINE_TENTHS = List.of(
            new Known(Start.BURN_IN, List.of("1.003", "2.003", "3.003"), List.of("2.09e-4", "5.22e-7", "1.69e-9")),
            new Known(Start.REST, List.of("1.001", "0.997", "1.000"), List.of("1.71e-4", "1.67e-4", "1.67e-4")),
            new Known(Start.FIRST, List.of("1.001", "2.000", "2.000"), List.of("", "4.50e-7", "1.00e-6")),
            new Known(Start.SECOND, List.of("1.004", "1.997", "3.003"), List.of("", "7.70e-7", "2.08e-9")));

    private static final List<Integer> COUNTS = List.of(400, 800, 1600, 3200);
    private static final int QUICK_COUNTS = 3;

    /** The experiment; nothing is computed before it runs. */
    public MomentumFromRest() {}

    @Override
    public String name() {
        return "momentum-from-rest";
    }

    @Override
    public String question() {
        return "From which point must the modified equation of heavy ball start if the ball starts at rest?";
    }

    @Override
    public String paper() {
        return "Ghosh, Lyu, Zhang, Wang: Implicit regularization in Heavy-ball momentum accelerated stochastic gradient descent"
                + " (2023); Lyu, Ghosh and others: heavy ball with counter terms (2025)";
    }

    @Override
    public String text() {
        return """
                The modified equation of a method with momentum describes its slow manifold. A ball at rest is not on it: for about
                1/(1 − β) steps the velocity builds up, the terms with βⁿ, and what they leave behind is a displacement of order h that
                never goes away. The run looks as if it had started elsewhere, at S(θ₀); this effective start is derived here as
                the part without n and without βⁿ of the step polynomials.

                To see, for β = 0.5 and 0.9, with the gradient step h and 3(1 − β) of time: compared from the iterate n/4 on, where
                βⁿ is nothing any more, the fields of order 1, 2, 3 have errors of slope 1, 2, 3. Compared from θ₀ every one of them has
                slope 1, and the usual conclusion is that the field of second order is wrong. From the effective start to order
                h the slopes are 1, 2, 2, to order h² they are 1, 2, 3: it was the start.

                A comparison after a fixed number of steps instead of n/4 changes its horizon with h and bends the slopes; one that
                counts n from the first step and not from the start is off by a whole step.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\theta_{k+1}&=\\theta_k+hf(\\theta_k)+\\beta(\\theta_k-\\theta_{k-1}),\\qquad\\theta_{-1}=\\theta_0,\\\\
                \\dot\\theta&=\\frac{f}{1-\\beta}-\\frac{h(1+\\beta)}{2(1-\\beta)^3}f'f+h^2\\Bigl(
                  \\frac{1+4\\beta+\\beta^2}{3(1-\\beta)^5}f'f'f+\\frac{1+10\\beta+\\beta^2}{12(1-\\beta)^5}\\cdot
                  f''(f,f)\\Bigr)+\\cdots,\\\\
                S(\\theta_0)&=\\theta_0-\\frac{h\\beta}{(1-\\beta)^2}f+\\frac{h^2\\beta(2+\\beta)}{(1-\\beta)^4}f'f+O(h^3)
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "loss",
                HeavyBallProblem.DESCRIPTION,
                "beta",
                "0.5, 0.9",
                "steps",
                COUNTS + ", for beta 0.9 four times as many"));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        List<Outcome> outcomes = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        HeavyBallProblem half = HeavyBallProblem.of(Rational.of(1, 2));
        List<Integer> counts = isFull ? COUNTS : COUNTS.subList(0, QUICK_COUNTS);
        Errors ofHalf = Errors.of(half, counts);
        outcomes.addAll(outcomes(ofHalf, AT_HALF, isFull));
        figures.add(new Figure("errors-beta-half", ofHalf.picture()));
        progress.report(1, 2);
        if (isFull) {
            HeavyBallProblem nineTenths = HeavyBallProblem.of(Rational.of(9, 10));
            Errors ofNineTenths =
                    Errors.of(nineTenths, COUNTS.stream().map(n -> 4 * n).toList());
            outcomes.addAll(outcomes(ofNineTenths, AT_NINE_TENTHS, true));
            figures.add(new Figure("errors-beta-nine-tenths", ofNineTenths.picture()));
        }
        progress.report(2, 2);
        return new Findings(outcomes, figures);
    }

    private static List<Outcome> outcomes(Errors errors, List<Known> known, boolean isFull) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Known of : known) {
            for (int order = 1; order <= HeavyBallProblem.ORDERS; order++) {
                String name = String.format(
                        Locale.ROOT, "6 beta=%s N=%d %s ", errors.problem().beta(), order, of.start().words);
                List<Double> all = errors.of(of.start(), order);
                List<Double> slopes = Slopes.of(all);
                outcomes.add(Outcome.slope(
                        name + "slope",
                        slopes.get(slopes.size() - 1),
                        Double.parseDouble(of.slopes().get(order - 1))));
                String error = of.errors().get(order - 1);
                if (isFull && !error.isEmpty()) {
                    outcomes.add(Outcome.digits(name + "error", all.get(all.size() - 1), error));
                }
            }
        }
        return outcomes;
    }

    /**
     * The errors of the flows at the last iterate.
     *
     * @param problem β and the loss
     * @param counts the numbers n of steps
     * @param byStart for each start and each order the error of each n
     */
    record Errors(HeavyBallProblem problem, List<Integer> counts, Map<Start, List<List<Double>>> byStart) {
        Errors {
            counts = List.copyOf(counts);
            byStart = Collections.unmodifiableMap(new EnumMap<>(byStart));
        }

        static Errors of(HeavyBallProblem problem, List<Integer> counts) {
            List<List<double[]>> runs = counts.stream().map(problem::run).toList();
            Map<Start, List<List<Double>>> byStart = new EnumMap<>(Start.class);
            for (Start start : Start.values()) {
                List<List<Double>> byOrder = new ArrayList<>();
                for (int order = 1; order <= HeavyBallProblem.ORDERS; order++) {
                    int fixed = order;
                    byOrder.add(runs.stream()
                            .map(run -> error(problem, start, fixed, run))
                            .toList());
                }
                byStart.put(start, byOrder);
            }
            return new Errors(problem, counts, byStart);
        }

        List<Double> of(Start start, int order) {
            return byStart.getOrDefault(start, List.of()).get(order - 1);
        }

        private static double error(HeavyBallProblem problem, Start start, int order, List<double[]> run) {
            int n = run.size() - 1;
            int from = start == Start.BURN_IN ? n / 4 : 0;
            double[] first = start == Start.BURN_IN ? run.get(from) : problem.effectiveStart(start.shift, n);
            return Euclidean.distance(problem.flow(order, n).after(n - from, first), run.get(n));
        }

        Plot picture() {
            List<Curve> curves = new ArrayList<>();
            for (Start start : Start.values()) {
                for (int order = 1; order <= HeavyBallProblem.ORDERS; order++) {
                    List<Double> errors = of(start, order);
                    List<Double> slopes = Slopes.of(errors);
                    String name = String.format(
                            Locale.ROOT, "%s, N = %d: slope %.2f", start.label, order, slopes.get(slopes.size() - 1));
                    curves.add(new Curve(name, start.style, Look.LINE_AND_MARKS, marks(errors)));
                }
            }
            return new Plot(
                    "Heavy ball from rest, β = " + problem.beta() + ": where the flow starts",
                    "The error of the flow of order N at the last iterate against the step size, for four starts of the flow: from"
                            + " the starting point itself all slopes are 1.",
                    Axis.logarithmic("step size h"),
                    Axis.logarithmic("error"),
                    false,
                    curves,
                    List.of(),
                    List.of(),
                    List.of());
        }

        private List<Mark> marks(List<Double> errors) {
            List<Mark> marks = new ArrayList<>();
            for (int k = 0; k < errors.size(); k++) {
                marks.add(Mark.at(problem.stepSize(counts.get(k)), errors.get(k)));
            }
            return marks;
        }
    }
}
