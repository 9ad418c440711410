package org.modeq.examples.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.complex.Complex;
import org.ejml.data.DMatrixRMaj;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.flow.PrincipalFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * Which flow is gradient descent on a quadratic, also with steps that are too large for the series in h?
 *
 * <p>Rosca and others (2023); the complex logarithm, the truncated fields and the iterates side by side.
 */
public final class PrincipalFlowOfQuadratics implements Experiment {
    private static final double ANGLE = 0.5;
    private static final double SHARP = 2;
    private static final double FLAT = 0.1;
    private static final double[] START = {-0.35, -0.2};
    private static final int STEPS = 20;
    private static final List<Double> STEP_SIZES = List.of(0.4, 0.7, 0.9, 1.05);

    /** Numbers of terms of the truncated fields. */
    private static final List<Integer> ORDERS = List.of(1, 2, 4, 8);

    /** The errors of the truncated fields by order, where they are known and not rounding alone. */
    private static final Map<Double, List<String>> TRUNCATED = Map.of(
            0.4, List.of("5.0e-5", "1.3e-6", "1.3e-9"),
            0.9, List.of("4.1e-3", "4.1e-3", "4.1e-3", "4.1e-3"),
            1.05, List.of("2.38", "2.38", "2.38", "2.38"));

    /** The experiment; nothing is computed before it runs. */
    public PrincipalFlowOfQuadratics() {}

    @Override
    public String name() {
        return "principal-flow";
    }

    @Override
    public String question() {
        return "Which flow is gradient descent on a quadratic, even where the series in h diverges?";
    }

    @Override
    public String paper() {
        return "Rosca, Wu, Dherin, Barrett: On a continuous time model of gradient descent dynamics and instability in deep"
                + " learning (2023)";
    }

    @Override
    public String text() {
        return """
                On a quadratic with the Hessian H = U diag(2, 0.1) Uᵀ the iterates of gradient descent are the points at times nh of
                the flow of U diag(log(1−hλ)/h) Uᵀθ. For hλ < 1 this is the sum of the modified equation. For hλ > 1 the logarithm
                of a negative number enters, ln(hλ−1) + iπ: the flow hits every iterate still, but between two of them it is complex,
                and no real field has these iterates.

                To see: the deviation at 20 iterates stays at rounding for all four step sizes, the imaginary part half a step
                later is 0 for h = 0.4 (hλ = 0.8) and not for the others. The picture has the error of the truncated real fields
                after 20 steps. They converge for h = 0.4; for the larger steps more terms mend only the flat direction, and what
                stays is the whole component of the iterate in the sharp one, |1−hλ|²⁰ times that of the start.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                \\tilde f(\\theta)=U\\operatorname{diag}\\Bigl(\\frac{\\log(1-h\\lambda_i)}{h}\\Bigr)U^\\top\\theta
                  =-\\sum_{k\\ge1}\\frac{h^{k-1}}{k}H^k\\theta\\quad(h\\lambda_i<1)
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("eigenvalues of H", SHARP + ", " + FLAT);
        parameters.put("angle of the first eigenvector", String.valueOf(ANGLE));
        parameters.put("start", Arrays.toString(START));
        parameters.put("steps", String.valueOf(STEPS));
        parameters.put("step sizes", STEP_SIZES.toString());
        return parameters;
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        for (double stepSize : STEP_SIZES) {
            PrincipalFlow flow = PrincipalFlow.of(hessian(), stepSize, 0, 0);
            String name = String.format(Locale.ROOT, "5a h=%s ", stepSize);
            outcomes.add(Outcome.atMost(name + "largest deviation at 20 iterates", deviation(flow, stepSize), 1e-13));
            outcomes.add(Outcome.within(
                    name + "imaginary part half a step late",
                    imaginaryPart(flow, stepSize),
                    List.of(0., 0.2237, 0.3164, 2.2688).get(STEP_SIZES.indexOf(stepSize)),
                    5e-5));
            outcomes.addAll(truncationOutcomes(name, stepSize));
            curves.add(truncations(stepSize, curves.size()));
            progress.report(curves.size(), STEP_SIZES.size());
        }
        double[] end = iterates(0.9).get(STEPS);
        outcomes.add(Outcome.digits("5a h=0.9 x after 20 steps", end[0], "-0.0035168"));
        outcomes.add(Outcome.digits("5a h=0.9 y after 20 steps", end[1], "-0.00325482"));
        return new Findings(outcomes, List.of(new Findings.Figure("truncations", picture(curves))));
    }

    private static List<Outcome> truncationOutcomes(String name, double stepSize) {
        List<String> known = TRUNCATED.getOrDefault(stepSize, List.of());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            int order = ORDERS.get(i);
            outcomes.add(Outcome.digits(
                    name + "error of " + (order == 1 ? "1 term" : order + " terms"),
                    truncationError(order, stepSize),
                    known.get(i)));
        }
        return outcomes;
    }

    static DMatrixRMaj hessian() {
        double c = Math.cos(ANGLE);
        double s = Math.sin(ANGLE);
        double mixed = (SHARP - FLAT) * c * s;
        return new DMatrixRMaj(new double[][] {
            {SHARP * c * c + FLAT * s * s, mixed}, {mixed, SHARP * s * s + FLAT * c * c}
        });
    }

    private static double[] gradient(double... theta) {
        DMatrixRMaj h = hessian();
        return new double[] {
            h.get(0, 0) * theta[0] + h.get(0, 1) * theta[1], h.get(1, 0) * theta[0] + h.get(1, 1) * theta[1]
        };
    }

    /** θ₀, …, θ₂₀. */
    static List<double[]> iterates(double stepSize) {
        List<double[]> iterates = new ArrayList<>(List.of(START.clone()));
        for (int n = 0; n < STEPS; n++) {
            double[] theta = iterates.get(n);
            double[] slope = gradient(theta);
            iterates.add(new double[] {theta[0] - stepSize * slope[0], theta[1] - stepSize * slope[1]});
        }
        return iterates;
    }

    static double deviation(PrincipalFlow flow, double stepSize) {
        List<double[]> iterates = iterates(stepSize);
        double largest = 0;
        for (int n = 0; n <= STEPS; n++) {
            List<Complex> point = flow.at(START, n * stepSize);
            for (int i = 0; i < START.length; i++) {
                largest = Math.max(
                        largest, point.get(i).subtract(iterates.get(n)[i]).abs());
            }
        }
        return largest;
    }

    /** The largest imaginary part at the times (n + ½)h. */
    static double imaginaryPart(PrincipalFlow flow, double stepSize) {
        double largest = 0;
        for (int n = 0; n < STEPS; n++) {
            for (Complex component : flow.at(START, (n + 0.5) * stepSize)) {
                largest = Math.max(largest, Math.abs(component.getImaginary()));
            }
        }
        return largest;
    }

    /** How far the flow of a truncated real field is from the last iterate, in the coordinate where it is farthest. */
    static double truncationError(int order, double stepSize) {
        double[] difference = Euclidean.difference(
                truncatedFlow(order, stepSize), iterates(stepSize).get(STEPS));
        return Math.max(Math.abs(difference[0]), Math.abs(difference[1]));
    }

    private static Curve truncations(double stepSize, int style) {
        List<Mark> marks = new ArrayList<>();
        for (int order : ORDERS) {
            marks.add(Mark.at(order, Math.max(truncationError(order, stepSize), 1e-17)));
        }
        return new Curve(
                String.format(Locale.ROOT, "h = %s, hλ = %.1f", stepSize, SHARP * stepSize),
                style,
                Look.LINE_AND_MARKS,
                marks);
    }

    /** exp(nh Σ_k −h^(k−1) μᵏ/k) in each direction. */
    private static double[] truncatedFlow(int order, double stepSize) {
        double c = Math.cos(ANGLE);
        double s = Math.sin(ANGLE);
        double sharp = c * START[0] + s * START[1];
        double flat = -s * START[0] + c * START[1];
        double[] factors = Arrays.stream(new double[] {SHARP, FLAT})
                .map(eigenvalue -> {
                    double rate = 0;
                    for (int k = 1; k <= order; k++) {
                        rate -= Math.pow(stepSize * eigenvalue, k) / k;
                    }
                    return Math.exp(STEPS * rate);
                })
                .toArray();
        double first = sharp * factors[0];
        double second = flat * factors[1];
        return new double[] {c * first - s * second, s * first + c * second};
    }

    private static Plot picture(List<Curve> curves) {
        return new Plot(
                "Truncated fields after 20 steps of gradient descent on a quadratic",
                "How far the flow of the first N terms is from the iterate: it goes to 0 with N while hλ is below 1; beyond, it"
                        + " stays above the size of the iterate in the sharp direction.",
                Axis.whole("number N of terms"),
                Axis.logarithmic("largest difference of a coordinate"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }
}
