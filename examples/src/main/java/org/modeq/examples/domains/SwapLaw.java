package org.modeq.examples.domains;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.examples.experiment.Slopes;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * What does it change to exchange two steps in the middle of a run?
 *
 * <p>Rukhovich (2025); the bracket of the domains with the costate of the final loss, against every exchange carried out.
 */
public final class SwapLaw implements Experiment {
    private static final List<Integer> PAIRS = List.of(7, 14, 28, 56);
    private static final List<String> DEVIATIONS = List.of("0.2263", "0.0563", "0.0136", "0.0033");
    private static final int SHOWN = 28;

    /** The experiment; nothing is computed before it runs. */
    public SwapLaw() {}

    @Override
    public String name() {
        return "swap-law";
    }

    @Override
    public String question() {
        return "How much does the final loss change if two neighbouring steps of a run change places?";
    }

    @Override
    public String paper() {
        return "Rukhovich: Commute Your Domains: Trajectory Optimality Criterion for Multi-Domain Learning (2025);"
                + " the form with the costate is ours";
    }

    @Override
    public String text() {
        return """
                Two domains in the plane have quadratic losses whose Hessians do not commute, and a third loss L_E counts in the
                end. A run takes its steps in the order ABAB…; every place i where A and then B comes is tried in the order BA
                with all other steps as they were. For quadratics both points after the exchange differ by h²[f_A, f_B](θ_i) exactly,
                and what becomes of this displacement is told by the costate p, the gradient of the final loss in the point of the
                run, which is carried backwards by p_k = (1 − hH_k)p_{k+1}.

                To see: L_E falls by h² p_{i+2}·[f_A, f_B](θ_i) up to a share that falls as h²; the sign is right in every place. The
                gradient of L_E at the place itself is no substitute: its sign happens to be right here nearly everywhere, its size is
                not and does not become so with smaller steps, because the rest of the run contracts what the exchange has changed.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{align*}
                p_n&=\\nabla L_E(\\theta_n),\\qquad p_k=(1-hH_k)\\,p_{k+1},\\\\
                L_E(\\dots AB\\dots)-L_E(\\dots BA\\dots)&=h^2\\,p_{i+2}\\cdot[f_A,f_B](\\theta_i)+O(h^4),\\\\
                [f_A,f_B]&=H_B\\nabla L_A-H_A\\nabla L_B
                \\end{align*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of("domains", TwoDomains.DESCRIPTION, "pairs of steps", PAIRS.toString()));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        double last = 0;
        for (int m : PAIRS) {
            int index = PAIRS.indexOf(m);
            OrderedSteps steps = OrderedSteps.of("AB".repeat(m));
            double deviation = deviation(steps, steps::predictedGain);
            String end = " m=" + m;
            outcomes.add(Outcome.digits("2 swap law deviation" + end, deviation, DEVIATIONS.get(index)));
            outcomes.add(Outcome.exact("2 swap law signs right" + end, signs(steps, steps::predictedGain), 1));
            outcomes.add(Outcome.within(
                    "2 swap law signs right with the local gradient" + end,
                    signs(steps, steps::localPrediction),
                    m == 56 ? 0.982 : 1,
                    5e-4));
            if (index == PAIRS.size() - 1) {
                outcomes.add(Outcome.slope("2 swap law slope", Slopes.slope(last, deviation), 2));
                outcomes.add(Outcome.atLeast(
                        "2 swap law deviation with the local gradient" + end,
                        deviation(steps, steps::localPrediction),
                        1));
            }
            last = deviation;
            progress.report(index + 1, PAIRS.size());
        }
        return new Findings(outcomes, List.of(new Figure("exchanges", picture())));
    }

    /** The largest difference of a prediction from the gain, by the largest gain. */
    static double deviation(OrderedSteps steps, IntToDoubleFunction prediction) {
        double largest = 0;
        double deviation = 0;
        for (int place = 0; place < steps.order().length(); place += 2) {
            double gain = steps.gain(place);
            largest = Math.max(largest, Math.abs(gain));
            deviation = Math.max(deviation, Math.abs(prediction.applyAsDouble(place) - gain));
        }
        return deviation / largest;
    }

    /** The share of places with the right sign. */
    static double signs(OrderedSteps steps, IntToDoubleFunction prediction) {
        int right = 0;
        for (int place = 0; place < steps.order().length(); place += 2) {
            if (Math.signum(prediction.applyAsDouble(place)) == Math.signum(steps.gain(place))) {
                right++;
            }
        }
        return 2.0 * right / steps.order().length();
    }

    private static Plot picture() {
        OrderedSteps steps = OrderedSteps.of("AB".repeat(SHOWN));
        List<Curve> curves = List.of(
                curve("as it is", 0, Look.MARKS, steps, steps::gain),
                curve("h² p·[f_A, f_B], p the costate", 1, Look.LINE, steps, steps::predictedGain),
                curve("h² ∇L_E·[f_A, f_B] at the place itself", 2, Look.LINE, steps, steps::localPrediction));
        return new Plot(
                "What the exchange of two steps gains, in a run ABAB… of 56 steps",
                "The fall of the final loss when AB at a place becomes BA, against the time of that place: the bracket with the"
                        + " costate follows it, the bracket with the local gradient is too large early in the run.",
                Axis.linear("time"),
                Axis.linear("fall of the final loss"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }

    private static Curve curve(String name, int style, Look look, OrderedSteps steps, IntToDoubleFunction gain) {
        List<Mark> marks = new ArrayList<>();
        for (int place = 0; place < steps.order().length(); place += 2) {
            marks.add(Mark.at(place * steps.stepSize(), gain.applyAsDouble(place)));
        }
        return new Curve(name, style, look, marks);
    }
}
