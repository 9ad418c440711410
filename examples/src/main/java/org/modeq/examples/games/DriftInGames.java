package org.modeq.examples.games;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.simulate.Trajectory;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Which field do two players follow who learn in turn and at different rates?
 *
 * <p>Rosca and others (2021), theorem 3.2: the printed coefficients and the derived ones side by side, on a smooth game.
 */
public final class DriftInGames implements Experiment {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final Rational RATE_OF_A = Rational.of(1);
    private static final Rational RATE_OF_B = Rational.of(3);
    private static final List<Integer> COUNTS = List.of(64, 128, 256, 512);

    /** At the time 1 the errors at h = 1/512, by an independent computation. */
    private static final List<String> ERRORS = List.of("2.51889e-4", "1.31684e-3", "3.2311e-7");

    private static final double[] START = {0.8, 0.4};

    /** A, then B, one sub-step each. */
    static Method<Rational> play(Rational rateOfA, Rational rateOfB) {
        return Methods.parseRational(
                "game:alternating:A,B",
                new MethodParameters(new TreeMap<>(Map.of("vA", rateOfA, "vB", rateOfB)), List.of()));
    }

    /** x follows A, y follows B; each player's field is 0 in the coordinate of the other. */
    private static SortedMap<Colour, VectorField> fields() {
        ConcreteFields game = ConcreteFields.ofComponents(
                List.of("x", "y"), Map.of(A, List.of("sin(y) - x/2", "0"), B, List.of("0", "-x*cos(y) - y/4")));
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        for (Colour player : List.of(A, B)) {
            fields.put(player, GraphField.of(new ExpressionGraph(2).column(game.expressions(player))));
        }
        return fields;
    }

    /** The experiment; nothing is computed before it runs. */
    public DriftInGames() {}

    @Override
    public String name() {
        return "drift-in-games";
    }

    @Override
    public String question() {
        return "Which field do two players follow who learn in turn and at different rates?";
    }

    @Override
    public String paper() {
        return "Rosca, Wu, Dherin, Barrett: Discretization drift in two-player games (2021)";
    }

    @Override
    public String text() {
        return """
                Player A moves x, player B moves y, in turn, with the rates 1 and 3. The theorem about the drift gives each player a
                correction of order h; in the form of the authors' programs player B's term of interaction has the factor 1 −
                2v_A/v_B, and each player is matched at a time of its own, h times its rate. The modified equation of the iterated
                play on one clock, derived here, has other coefficients as soon as the rates differ: −½v_Av_B and +½v_Av_B for the
                two interactions, instead of −½v_A² and −½v_B(v_B − 2v_A).

                To see, on a smooth game over the time 1: without corrections the error has slope 1, with the printed coefficients it
                has slope 1 still, with the derived ones slope 2. For equal rates both forms agree, and both have slope 2: the theorem
                is right there. The game is ours: the field of A is (sin y − x/2, 0), that of B is (0, −x cos y − y/4), from
                (0.8, 0.4).
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\text{derived:}\\quad\\dot\\varphi&=v_\\varphi f-\\tfrac h2\\bigl(v_\\varphi^2\\,\\nabla_\\varphi f\\,f
                  +v_\\varphi v_\\theta\\,\\nabla_\\theta f\\,g\\bigr),\\\\
                \\dot\\theta&=v_\\theta g-\\tfrac h2\\bigl(-v_\\varphi v_\\theta\\,\\nabla_\\varphi g\\,f
                  +v_\\theta^2\\,\\nabla_\\theta g\\,g\\bigr)\\\\
                \\text{printed:}\\quad\\dot\\varphi&=v_\\varphi f-\\tfrac h2\\bigl(v_\\varphi^2\\,\\nabla_\\varphi f\\,f
                  +v_\\varphi^2\\,\\nabla_\\theta f\\,g\\bigr),\\\\
                \\dot\\theta&=v_\\theta g-\\tfrac h2\\bigl(v_\\theta(v_\\theta-2v_\\varphi)\\,\\nabla_\\varphi g\\,f
                  +v_\\theta^2\\,\\nabla_\\theta g\\,g\\bigr)
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "rates", RATE_OF_A + ", " + RATE_OF_B,
                "start", Arrays.toString(START),
                "steps to the time 1", COUNTS.toString()));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        Method<Rational> play = play(RATE_OF_A, RATE_OF_B);
        BSeriesField<Rational> derived = ModifiedEquation.of(play, 2).field();
        BSeriesField<Rational> printed = printed(RATE_OF_A, RATE_OF_B);
        List<Outcome> outcomes = new ArrayList<>();
        List.of("A[B]", "B[A]")
                .forEach(tree -> outcomes.add(Outcome.same(
                        "games coefficient of " + tree + ", derived and printed",
                        weight(derived, tree) + " and " + weight(printed, tree),
                        tree.startsWith("A") ? "-3/2 and -1/2" : "3/2 and -3/2")));
        List<String> names = List.of("no correction", "printed form", "corrected form");
        List<BSeriesField<Rational>> fields = List.of(derived.truncated(1), printed, derived);
        List<Double> slopes = List.of(1.0, 0.99, 2.0);
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            List<Double> errors = errors(play, fields.get(i));
            double slope = Slopes.last(errors);
            outcomes.add(Outcome.slope("games " + names.get(i) + " slope", slope, slopes.get(i)));
            outcomes.add(Outcome.digits(
                    "games " + names.get(i) + " error at h=1/512", errors.get(COUNTS.size() - 1), ERRORS.get(i)));
            curves.add(new Curve(
                    String.format(Locale.ROOT, "%s: slope %.2f", names.get(i), slope),
                    i,
                    Look.LINE_AND_MARKS,
                    marks(errors)));
            progress.report(i + 1, fields.size());
        }
        outcomes.add(Outcome.slope(
                "games printed form slope for equal rates",
                Slopes.last(errors(play(RATE_OF_A, RATE_OF_A), printed(RATE_OF_A, RATE_OF_A))),
                2));
        return new Findings(outcomes, List.of(new Figure("errors", picture(curves))));
    }

    private static Rational weight(BSeriesField<Rational> field, String tree) {
        return field.weight(RootedTree.parse(tree));
    }

    /** The field with the coefficients of the authors' programs, on one clock; one sub-step each. */
    static BSeriesField<Rational> printed(Rational rateOfA, Rational rateOfB) {
        Rational half = Rational.of(-1, 2);
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        weights.put(RootedTree.parse("A"), rateOfA);
        weights.put(RootedTree.parse("B"), rateOfB);
        weights.put(RootedTree.parse("A[A]"), half.multiply(rateOfA).multiply(rateOfA));
        weights.put(RootedTree.parse("A[B]"), half.multiply(rateOfA).multiply(rateOfA));
        weights.put(RootedTree.parse("B[B]"), half.multiply(rateOfB).multiply(rateOfB));
        weights.put(RootedTree.parse("B[A]"), half.multiply(rateOfB).multiply(rateOfB.subtract(rateOfA.add(rateOfA))));
        return BSeriesField.of(2, weights);
    }

    /** The distance of the flow of a field from the play at the time 1, for each number of rounds. */
    static List<Double> errors(Method<Rational> play, BSeriesField<Rational> field) {
        SortedMap<Colour, VectorField> fields = fields();
        SeriesEvaluator evaluator = SeriesEvaluator.of(field, fields);
        return COUNTS.stream()
                .map(count -> {
                    double[] end = Trajectory.endPoint(DirectOptimizer.of(play, fields), START, 1.0 / count, count);
                    double[] flow = ModifiedFlow.of(evaluator, 1.0 / count)
                            .integrate(START, 1, 1e-11)
                            .point();
                    return Euclidean.distance(flow, end);
                })
                .toList();
    }

    private static List<Mark> marks(List<Double> errors) {
        List<Mark> marks = new ArrayList<>();
        for (int k = 0; k < COUNTS.size(); k++) {
            marks.add(Mark.at(1.0 / COUNTS.get(k), errors.get(k)));
        }
        return marks;
    }

    private static Plot picture(List<Curve> curves) {
        return new Plot(
                "Two players in turn with the rates 1 and 3",
                "The distance of three flows from the play at the time 1 against the step size: only the derived coefficients gain"
                        + " an order.",
                Axis.logarithmic("step size h"),
                Axis.logarithmic("distance"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }
}
