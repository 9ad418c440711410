package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * Which saddle points does gradient flow on a diagonal linear network visit when its start is almost 0, and when?
 *
 * <p>Pesme and Flammarion (2023); the limit in fractions beside the stiff flow itself and the Lasso path.
 */
public final class SaddleToSaddle implements Experiment {
    private static final List<Double> ALPHAS = List.of(1e-2, 1e-4, 1e-8);
    private static final double AFTER_THE_LAST = 2;
    private static final int TAIL = 60;
    private static final int POINTS = 200;

    /** Equations and what is known of them; delays and errors as printed, for some α. */
    private record Equations(
            String name,
            RationalRegression data,
            List<String> jumps,
            String lasso,
            List<Delays> delays,
            List<Delays> errors) {}

    /** Numbers for one α, by jump. */
    private record Delays(double alpha, List<String> values) {}

    private static final Equations FIRST = new Equations(
            "S1",
            RationalRegression.of(new int[][] {{1, -1, 0, 0}, {3, -1, -2, 3}, {-2, -1, 2, -1}}, new int[] {0, 1, 2}),
            List.of("1: (0,-1,0,0)", "3/2: (0,-1,1/4,0)", "5/2: (-9/38,-22/19,0,0)", "359/98: (-1,-1,0,1)"),
            "(0−00) (0−+0) (−−+0) (−−00) (−−0+)",
            List.of(
                    new Delays(1e-4, List.of("0.347", "-0.51", "2.66", "1.00")),
                    new Delays(1e-8, List.of("0.347", "-0.52", "2.66", "0.93"))),
            List.of(
                    new Delays(1e-2, List.of("0.17", "0.048", "0.16", "0.21")),
                    new Delays(1e-4, List.of("0.021", "0.025", "0.083", "0.062")),
                    new Delays(1e-8, List.of("1.1e-3", "6e-3", "0.027", "4.7e-3"))));
    private static final Equations SECOND = new Equations(
            "S2",
            RationalRegression.of(new int[][] {{-1, 2, -2, 2}, {0, -2, -1, 3}, {0, 1, 0, -1}}, new int[] {3, -3, -3}),
            List.of(
                    "1/3: (0,1,0,0)",
                    "4/3: (0,14/13,0,3/13)",
                    "59/15: (-9/5,3/5,0,0)",
                    "28/5: (-9,0,3,0)",
                    "33/5: (-21,0,12,3)"),
            "(0+00) (0+0+) (−+0+) (−+00) (−++0) (−0+0) (−0++)",
            List.of(new Delays(1e-8, List.of("0.1155", "-0.25", "3.23", "7.15", "11.5"))),
            List.of());

    /** The experiment; nothing is computed before it runs. */
    public SaddleToSaddle() {}

    @Override
    public String name() {
        return "saddle-to-saddle";
    }

    @Override
    public String question() {
        return "Which saddle points does gradient flow on a diagonal linear network visit from almost 0, and when?";
    }

    @Override
    public String paper() {
        return "Pesme, Flammarion: Saddle-to-saddle dynamics in diagonal linear networks (2023)";
    }

    @Override
    public String text() {
        return """
                From a start of the scale α gradient flow waits at a saddle point for a time of the order ln(1/α) and then jumps
                to the next. In units of ln(1/α) the limit for α → 0 is piecewise constant, and an algorithm gives its times
                and plateaus: the integrated gradients sᵢ grow until one reaches ±1, and then β minimises the loss with the
                signs that the sᵢ allow. It is run here in fractions. The flow itself is stiff; it is solved beside it
                by an implicit method with the exact derivative.

                To see: the flow follows the staircase. The delay of each jump, times ln(1/α), tends to a constant, the first
                one to ln(2β)/2 over the slope at 0, so the times converge only as 1/ln(1/α). The path is not the Lasso path:
                where one coordinate has to enter before another leaves, the Lasso passes through a support with both, and the
                saddles exchange them in one jump.

                To beware of: with proportional columns the minimum is not unique, and the algorithm refuses; s of a coordinate
                that has left returns from ±1 into the interval; sinh overflows in steps that are too long; and where almost
                nothing drives the flow a plateau looks unconverged (the fourth of the second system: 1.6 away still at
                α = 1e-8).
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\dot z&=-\\nabla L(\\beta),\\qquad\\beta=\\alpha^2\\sinh\\bigl(2z\\ln\\tfrac1\\alpha\\bigr),\\qquad
                  L=\\tfrac1{2n}\\lVert X\\beta-y\\rVert^2,\\\\
                t_{k+1}&=t_k+\\min\\{\\delta>0:\\ s_i-\\delta\\,\\partial_iL=\\pm1\\},\\quad s\\mathrel{-}=\\delta\\nabla L,\\\\
                \\beta_{k+1}&=\\operatorname*{arg\\,min}_{s_i=1:\\,\\beta_i\\ge0;\\ s_i=-1:\\,\\beta_i\\le0;\\ \\text{else}\\,\\beta_i=0}L
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "first system", "X = [1 −1 0 0; 3 −1 −2 3; −2 −1 2 −1], y = (0, 1, 2)",
                "second system", "X = [−1 2 −2 2; 0 −2 −1 3; 0 1 0 −1], y = (3, −3, −3)",
                "alpha", ALPHAS.toString()));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Findings.Figure> figures = new ArrayList<>();
        for (Equations equations : List.of(FIRST, SECOND)) {
            List<SaddlePath.Jump> jumps = SaddlePath.of(equations.data());
            outcomes.addAll(exact(equations, jumps));
            outcomes.addAll(numeric(equations, jumps));
            figures.add(figure(equations, jumps));
            progress.report(figures.size(), 2);
        }
        RationalRegression data = SECOND.data();
        List<SaddlePath.Jump> jumps = SaddlePath.of(data);
        outcomes.add(Outcome.digits(
                "4d S2 alpha=1.0E-8 error at plateau 4",
                plateauErrors(SmallStartFlow.of(data, 1e-8), jumps)[3],
                "1.6"));
        return new Findings(outcomes, figures);
    }

    static RationalRegression first() {
        return FIRST.data();
    }

    static RationalRegression second() {
        return SECOND.data();
    }

    private static List<Outcome> exact(Equations equations, List<SaddlePath.Jump> jumps) {
        String name = "4d " + equations.name() + " ";
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(
                Outcome.within(name + "jumps", jumps.size(), equations.jumps().size(), 0));
        for (int k = 0; k < Math.min(jumps.size(), equations.jumps().size()); k++) {
            outcomes.add(Outcome.same(
                    name + "plateau " + (k + 1),
                    jumps.get(k).toString(),
                    equations.jumps().get(k)));
        }
        String patterns = LassoPath.of(equations.data()).stream()
                .map(LassoPath.Piece::pattern)
                .collect(Collectors.joining(" "));
        outcomes.add(Outcome.same(name + "Lasso signs", patterns, equations.lasso()));
        return outcomes;
    }

    private static List<Outcome> numeric(Equations equations, List<SaddlePath.Jump> jumps) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Delays known : equations.delays()) {
            SmallStartFlow flow = SmallStartFlow.of(equations.data(), known.alpha());
            double[] times = flow.jumpTimes(jumps);
            for (int k = 0; k < times.length; k++) {
                double delay = times[k] - jumps.get(k).time().doubleValue();
                outcomes.add(Outcome.digits(
                        named(equations, known) + "delay of jump " + (k + 1) + " times ln(1/alpha)",
                        delay * flow.logarithm(),
                        known.values().get(k)));
            }
        }
        for (Delays known : equations.errors()) {
            double[] errors = plateauErrors(SmallStartFlow.of(equations.data(), known.alpha()), jumps);
            for (int k = 0; k < errors.length; k++) {
                outcomes.add(Outcome.digits(
                        named(equations, known) + "error at plateau " + (k + 1),
                        errors[k],
                        known.values().get(k)));
            }
        }
        return outcomes;
    }

    private static String named(Equations equations, Delays known) {
        return "4d " + equations.name() + " alpha=" + known.alpha() + " ";
    }

    /** max |β − plateau| in the middle between two jumps, and 2 after the last. */
    private static double[] plateauErrors(SmallStartFlow flow, List<SaddlePath.Jump> jumps) {
        double[] times = Vectors.of(jumps.size(), k -> jumps.get(k).time().doubleValue());
        double[] middles = Vectors.of(
                times.length, k -> k + 1 < times.length ? (times[k] + times[k + 1]) / 2 : times[k] + AFTER_THE_LAST);
        List<double[]> points = flow.at(middles);
        return Vectors.of(
                times.length, k -> Vectors.largestDifference(points.get(k), SmallStartFlow.plateau(jumps.get(k))));
    }

    private static Findings.Figure figure(Equations equations, List<SaddlePath.Jump> jumps) {
        List<Plot> plots = new ArrayList<>();
        ALPHAS.forEach(alpha -> plots.add(staircase(equations, jumps, alpha)));
        plots.add(lasso(equations, jumps));
        return new Findings.Figure(
                equations.name().toLowerCase(Locale.ROOT) + "-paths",
                new Panels(
                        "From saddle to saddle, " + equations.name() + "; dotted: the limit α → 0",
                        "Each coordinate of β over time in units of ln(1/α): the flow for three starts, nearer and nearer to the"
                                + " exact staircase, which is dotted; and the Lasso path, with an extra support where two"
                                + " coordinates exchange.",
                        2,
                        plots));
    }

    private static Plot staircase(Equations equations, List<SaddlePath.Jump> jumps, double alpha) {
        double end = jumps.get(jumps.size() - 1).time().doubleValue() + AFTER_THE_LAST;
        double[] times = Vectors.of(POINTS + 1, i -> end * i / POINTS);
        List<double[]> points = SmallStartFlow.of(equations.data(), alpha).at(times);
        List<Curve> curves = new ArrayList<>();
        for (int j = 0; j < equations.data().features(); j++) {
            int coordinate = j;
            double[] values = Vectors.of(times.length, i -> points.get(i)[coordinate]);
            curves.add(Pictures.curve("β" + subscript(j), j, Look.LINE, times, values));
        }
        for (int j = 0; j < equations.data().features(); j++) {
            curves.add(new Curve("limit", j, Look.THIN, steps(jumps, j, end)));
        }
        return Pictures.plot(
                "flow with α = " + Pictures.number(alpha),
                "β over time.",
                Axis.linear("time t / ln(1/α)"),
                Axis.linear("β"),
                curves,
                List.of());
    }

    private static String subscript(int j) {
        return String.valueOf((char) ('₁' + j));
    }

    private static List<Mark> steps(List<SaddlePath.Jump> jumps, int coordinate, double end) {
        List<Mark> marks = new ArrayList<>(List.of(Mark.at(0, 0)));
        double value = 0;
        for (SaddlePath.Jump jump : jumps) {
            double time = jump.time().doubleValue();
            marks.add(Mark.at(time, value));
            value = jump.plateau().get(coordinate).doubleValue();
            marks.add(Mark.at(time, value));
        }
        marks.add(Mark.at(end, value));
        return marks;
    }

    /** Breakpoints exact, straight lines between them (in λ they are straight). */
    private static Plot lasso(Equations equations, List<SaddlePath.Jump> jumps) {
        List<LassoPath.Piece> pieces = LassoPath.of(equations.data());
        double[] end = SmallStartFlow.plateau(jumps.get(jumps.size() - 1));
        List<Curve> curves = IntStream.range(0, end.length)
                .mapToObj(j -> new Curve("β" + subscript(j), j, Look.LINE, lassoMarks(pieces, end[j], j)))
                .toList();
        return Pictures.plot("Lasso path", "β over 1/λ.", Axis.linear("1/λ"), Axis.linear("β"), curves, List.of());
    }

    /** The breakpoints, and beyond the last one β as it is linear in λ. */
    private static List<Mark> lassoMarks(List<LassoPath.Piece> pieces, double end, int coordinate) {
        List<Mark> marks = new ArrayList<>();
        double start = 0;
        double last = 0;
        for (LassoPath.Piece piece : pieces) {
            last = 1 / piece.largest().doubleValue();
            start = piece.start().get(coordinate).doubleValue();
            marks.add(Mark.at(last, start));
        }
        for (int i = 1; i <= TAIL; i++) {
            double share = Math.pow(4, -(double) i / TAIL); // of the last λ
            marks.add(Mark.at(last / share, end + share * (start - end)));
        }
        return marks;
    }
}
