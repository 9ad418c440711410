package org.modeq.examples.domains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;

/**
 * Which mixture of two domains, free to change at any time, ends best, and where does its path run?
 *
 * <p>Rukhovich (2025); the optimal weights, found by descent, beside the curve that the brackets alone foretell.
 */
public final class OptimalMixture implements Experiment {
    /** The midpoint steps of every flow here. */
    static final int STEPS = 120;

    private static final List<Double> STARTS = List.of(0.25, 0.5, 0.75);
    private static final int ITERATIONS = 3000;
    private static final int WEIGHTS_TRIED = 20;

    /** A piece with a weight between these is mixed. */
    private static final double LEAST = 0.05;

    private static final double MOST = 0.95;

    /** The experiment; nothing is computed before it runs. */
    public OptimalMixture() {}

    @Override
    public String name() {
        return "optimal-mixture";
    }

    @Override
    public String question() {
        return "Which mixture of two domains, free to change at any time, ends best, and is its path known beforehand?";
    }

    @Override
    public String paper() {
        return "Rukhovich: Commute Your Domains: Trajectory Optimality Criterion for Multi-Domain Learning (2025);"
                + " the form with the costate is ours";
    }

    @Override
    public String text() {
        return """
                Both domains are followed at once, with the weight w on A and 1 − w on B, and w may change with time. By Pontryagin's
                principle w is 0 or 1 wherever p·(g_A − g_B) is not 0, p being the costate of the final loss; and since the derivative
                of that product in time is p·[f_A, f_B], both are 0 as long as a path really mixes. In the plane p is then
                perpendicular to two vectors, so these are parallel: a mixed arc can only lie on the curve where the determinant of
                g_A − g_B and [f_A, f_B] is 0, here a conic, known before any optimisation.

                To see: descent over 60 weights, started from three constants, finds B alone at first, then a mixture with a weight of
                0.63 to 0.64 on A, then B alone again. The middle of the mixed arc is on the conic to a millionth; before and after
                it the path is far off. No constant weight comes near: the best of them, a quarter, loses by a factor of almost four.

                The gradient is that of the discrete run. The adjoint of the flow, discretised by itself, is off by the size of the
                steps and makes w chatter. At both ends of the arc w oscillates from piece to piece, because a piece that is partly
                mixed has to choose; the number of pieces and not the optimality of the path is to be seen there.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                \\dot\\theta&=-(w\\,g_A+(1-w)\\,g_B),\\qquad \\dot p=(wH_A+(1-w)H_B)\\,p,\\qquad p(T)=\\nabla L_E(\\theta(T)),\\\\
                \\frac{\\partial L_E}{\\partial w(t)}&=-p\\cdot(g_A-g_B),\\qquad
                  \\frac{d}{dt}\\,p\\cdot(g_A-g_B)=p\\cdot[f_A,f_B],\\\\
                0&=\\det\\bigl(g_A-g_B,\\,[f_A,f_B]\\bigr)\\quad\\text{where }0<w<1
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "domains", TwoDomains.DESCRIPTION, "pieces", "60 and 20", "starts of the search", STARTS.toString()));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        List<Outcome> outcomes = new ArrayList<>();
        double constant = bestConstant();
        outcomes.add(Outcome.digits("2 best constant w", constant, "0.25"));
        outcomes.add(Outcome.digits(
                "2 loss of the best constant w", MixedFlow.of(STEPS, constant).loss(), "0.02242"));
        outcomes.add(
                Outcome.digits("2 loss of w = 1/2", MixedFlow.of(STEPS, 0.5).loss(), "0.13917"));
        progress.report(1, 4);
        MixedFlow coarse = best(20);
        outcomes.add(Outcome.digits("2 optimal w of 20 pieces, loss", coarse.loss(), "0.006094"));
        outcomes.addAll(ofArc("2 optimal w of 20 pieces, ", Arc.of(coarse), 3e-4));
        progress.report(2, 4);
        MixedFlow fine = isFull ? best(60) : coarse;
        if (isFull) {
            outcomes.add(Outcome.digits("2 optimal w of 60 pieces, loss", fine.loss(), "0.006090"));
            outcomes.addAll(ofArc("2 optimal w of 60 pieces, ", Arc.of(fine), 1e-6));
            outcomes.addAll(ofShape(fine));
        }
        progress.report(3, 4);
        List<Figure> figures = List.of(
                new Figure("paths", MixturePictures.paths(fine, MixedFlow.of(STEPS, constant))),
                new Figure("weights", MixturePictures.weights(isFull ? List.of(coarse, fine) : List.of(coarse))));
        progress.report(4, 4);
        return new Findings(outcomes, figures);
    }

    /** The best of the searches. */
    static MixedFlow best(int pieces) {
        return STARTS.stream()
                .map(start -> MixtureSearch.from(pieces, STEPS, ITERATIONS, start))
                .min(Comparator.comparingDouble(MixedFlow::loss))
                .orElseThrow();
    }

    private static double bestConstant() {
        return IntStream.rangeClosed(0, WEIGHTS_TRIED)
                .mapToObj(k -> (double) k / WEIGHTS_TRIED)
                .min(Comparator.comparingDouble(w -> MixedFlow.of(STEPS, w).loss()))
                .orElseThrow();
    }

    /**
     * The steps during which a path is mixed, from the first to the last.
     *
     * @param flow the path
     * @param first the first of these steps
     * @param last the step after the last of them
     */
    record Arc(MixedFlow flow, int first, int last) {
        static Arc of(MixedFlow flow) {
            double[] weights = flow.weights();
            int[] mixed = IntStream.range(0, weights.length)
                    .filter(i -> weights[i] > LEAST && weights[i] < MOST)
                    .toArray();
            int steps = STEPS / weights.length;
            return new Arc(flow, mixed[0] * steps, (mixed[mixed.length - 1] + 1) * steps);
        }

        /** The points in the inner 60 %. */
        int[] inner() {
            double fifth = (last - first) / 5.0;
            return IntStream.rangeClosed((int) Math.ceil(first + fifth), (int) Math.floor(last - fifth))
                    .toArray();
        }

        double largestDeterminant(int... places) {
            return Arrays.stream(places)
                    .mapToDouble(k -> Math.abs(
                            TwoDomains.normalisedDeterminant(flow.points().get(k))))
                    .max()
                    .orElseThrow();
        }

        /** The largest cosine between the costate and g_A − g_B, or the bracket. */
        double largestCosine(boolean isWithBracket, int... places) {
            List<double[]> costates = flow.adjoint().costates();
            return Arrays.stream(places)
                    .mapToDouble(k -> {
                        double[] theta = flow.points().get(k);
                        double[] vector = isWithBracket ? TwoDomains.bracket(theta) : TwoDomains.difference(theta);
                        return Math.abs(cosine(costates.get(k), vector));
                    })
                    .max()
                    .orElseThrow();
        }
    }

    private static double cosine(double[] x, double[] y) {
        return (x[0] * y[0] + x[1] * y[1]) / (Math.hypot(x[0], x[1]) * Math.hypot(y[0], y[1]));
    }

    private static List<Outcome> ofArc(String name, Arc arc, double onConic) {
        int[] inner = arc.inner();
        int[] all = IntStream.rangeClosed(0, STEPS).toArray();
        return List.of(
                Outcome.atMost(name + "largest p·(g_A − g_B)", arc.largestCosine(false, inner), 2.5e-3),
                Outcome.atMost(name + "largest p·[f_A, f_B]", arc.largestCosine(true, inner), 2.5e-3),
                Outcome.atMost(name + "largest determinant", arc.largestDeterminant(inner), onConic),
                Outcome.digits(name + "largest determinant elsewhere", arc.largestDeterminant(all), "0.31"));
    }

    /** When it mixes, and how much. */
    private static List<Outcome> ofShape(MixedFlow flow) {
        Arc arc = Arc.of(flow);
        double[] inner = Arrays.stream(arc.inner())
                .mapToDouble(k -> flow.weights()[k * flow.weights().length / STEPS])
                .toArray();
        double unit = TwoDomains.TIME / STEPS;
        return List.of(
                Outcome.within("2 optimal w, start of the mixed arc", arc.first() * unit, 0.4, 0.05),
                Outcome.within("2 optimal w, end of the mixed arc", arc.last() * unit, 2.35, 0.1),
                Outcome.between(
                        "2 optimal w, least on the arc",
                        Arrays.stream(inner).min().orElseThrow(),
                        0.63,
                        0.64),
                Outcome.between(
                        "2 optimal w, most on the arc",
                        Arrays.stream(inner).max().orElseThrow(),
                        0.63,
                        0.64));
    }
}
