package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.plot.Plot.Sign;
import org.modeq.numeric.study.LinearStability;
import org.modeq.numeric.study.Regime;

/** Pictures of where a series can be trusted. */
public final class RegimePlot {
    private static final double FARTHEST_LINE = 4;

    /** The step sizes of the picture of terms, in those of the regime. */
    private static final double[] MULTIPLES = {0.25, 1, 4};

    private RegimePlot() {}

    /**
     * The sizes of the terms, h^(k−1)‖f_k‖ against k, at h/4, h and 4h; the smallest of each is marked. Terms of size 0 are left out.
     *
     * @param title the title
     * @param regime what was measured
     * @return the picture
     * @throws IllegalArgumentException if f₁ is 0
     */
    public static Plot terms(String title, Regime regime) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < MULTIPLES.length; i++) {
            double stepSize = MULTIPLES[i] * regime.stepSize();
            List<Double> sizes = regime.termSizesAt(stepSize);
            int smallest = Regime.smallest(sizes);
            List<Mark> marks = new ArrayList<>();
            for (int k = 1; k <= sizes.size(); k++) {
                if (sizes.get(k - 1) > 0) {
                    marks.add(new Mark(k, sizes.get(k - 1), k == smallest ? Sign.SMALLEST : Sign.PLAIN));
                }
            }
            curves.add(new Curve(
                    "h = " + number(stepSize) + ": N* = " + smallest
                            + (smallest == sizes.size() ? ", the last one looked at" : ""),
                    i,
                    Look.LINE_AND_MARKS,
                    marks));
        }
        String description = "The size of the term of each order, the largest along the run; the smallest is marked. "
                + curves.stream().map(Curve::name).collect(Collectors.joining("; ")) + ".";
        return new Plot(
                title,
                description,
                Axis.whole("order k"),
                Axis.logarithmic("size of the term, h^(k−1)‖f_k‖"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * h·λ_max along the run, with lines where the series of the method diverges, for gradient descent at 1, and where its
     * iterates do, for gradient descent at 2.
     *
     * @param title the title
     * @param regime what was measured
     * @return the picture
     */
    public static Plot curvature(String title, Regime regime) {
        List<Mark> marks = regime.path().stream()
                .map(point -> Mark.at(point.time(), point.hLambda()))
                .toList();
        double end = regime.path().get(regime.path().size() - 1).time();
        String name = "h·λ_max, h = " + number(regime.stepSize()) + ", at most " + number(regime.hLambdaMax());
        return new Plot(
                title,
                "The step size times the largest eigenvalue along the run: at most " + number(regime.hLambdaMax())
                        + ". " + limits(regime),
                Axis.linear("time n·h"),
                Axis.linear("h·λ_max"),
                false,
                List.of(new Curve(name, 0, Look.LINE_AND_MARKS, marks)),
                guides(regime, end),
                List.of(),
                List.of());
    }

    /**
     * What the lines of {@link #curvature} mean.
     *
     * @param regime what was measured
     * @return a sentence
     */
    public static String limits(Regime regime) {
        LinearStability limits = regime.limits();
        String iterates = Double.isFinite(limits.stable())
                ? ", at " + number(limits.stable()) + " the iterates leave every minimum."
                : ", the iterates stay bounded.";
        return "At " + number(limits.reach()) + " the series diverges" + iterates;
    }

    private static List<Guide> guides(Regime regime, double end) {
        LinearStability limits = regime.limits();
        List<Guide> guides = new ArrayList<>();
        double reach = limits.reach();
        guides.add(new Guide(Mark.at(0, reach), Mark.at(end, reach), number(reach) + ": the series diverges"));
        double stable = limits.stable();
        // A line far above all others would press them to the ground; the description names it anyway.
        if (stable <= FARTHEST_LINE * Math.max(reach, regime.hLambdaMax())) {
            guides.add(new Guide(Mark.at(0, stable), Mark.at(end, stable), number(stable) + ": the iterates diverge"));
        }
        return guides;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
