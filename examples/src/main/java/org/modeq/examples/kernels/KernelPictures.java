package org.modeq.examples.kernels;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/** The pictures of majority kernels. */
final class KernelPictures {
    private KernelPictures() {}

    /** A curve through the points (xᵢ, yᵢ). */
    static Curve curve(String name, int style, Look look, List<Double> x, List<Double> y) {
        return new Curve(
                name,
                style,
                look,
                IntStream.range(0, x.size())
                        .mapToObj(i -> Mark.at(x.get(i), y.get(i)))
                        .toList());
    }

    /** A picture without notes. */
    static Plot plot(
            String title, String description, Axis horizontal, Axis vertical, List<Curve> curves, List<Guide> guides) {
        return new Plot(title, description, horizontal, vertical, false, curves, guides, List.of(), List.of());
    }

    /** Errors of the moments on a quadratic. */
    static Figure moments(List<Curve> curves) {
        return new Figure(
                "moments",
                plot(
                        "Majority kernels on a quadratic: first and second moments at time 1",
                        "The distance of the exact moments from those of the modified generator to one, two and three orders"
                                + " falls with the slopes 1, 2 and 3; with the moments of the uniform cube in place of the"
                                + " simplex it does not fall at all.",
                        Axis.logarithmic("step size h of each kernel"),
                        Axis.logarithmic("distance of the moments"),
                        curves,
                        List.of(
                                new Guide(Mark.at(0.05, 0.025), Mark.at(0.2, 0.1), "slope 1"),
                                new Guide(Mark.at(0.05, 9e-4), Mark.at(0.2, 1.44e-2), "slope 2"),
                                new Guide(Mark.at(0.05, 2.5e-5), Mark.at(0.2, 1.6e-3), "slope 3"))));
    }

    /** Errors of the expansion of the mean loss on digits. */
    static Figure meanLoss(List<Curve> curves) {
        return new Figure(
                "mean-loss",
                plot(
                        "The mean loss over all draws, less its expansion about the averaged kernel",
                        "Digits: without the implicit regulariser the difference falls as the square of the size of the spread,"
                                + " with it as the cube, with the third order as the fourth power; with the regulariser of one"
                                + " draw for both layers it falls as the square again.",
                        Axis.logarithmic("size ε of the spread of the kernels"),
                        Axis.logarithmic("difference"),
                        curves,
                        List.of()));
    }

    /** Shares of the shift with their intervals of three standard errors. */
    static Figure shift(List<Double> stepSizes, List<KernelShift.Shares> shares) {
        return new Figure(
                "shift",
                plot(
                        "The shift of the averaged kernel: measured over predicted",
                        "Means over runs with three standard errors: with the second order in the noise taken off the interval is"
                                + " narrower, and 1 lies in it.",
                        Axis.logarithmic("step size h of each kernel"),
                        Axis.linear("measured over predicted"),
                        List.of(
                                intervals("runs as they are", 0, 0.97, stepSizes, shares, KernelShift.Shares::plain),
                                intervals("paired runs", 1, 1.03, stepSizes, shares, KernelShift.Shares::paired)),
                        List.of(new Guide(
                                Mark.at(1.1 * stepSizes.get(0), 1),
                                Mark.at(0.7 * stepSizes.get(stepSizes.size() - 1), 1),
                                "predicted"))));
    }

    private static Curve intervals(
            String name,
            int style,
            double place,
            List<Double> stepSizes,
            List<KernelShift.Shares> shares,
            Function<KernelShift.Shares, Sample> of) {
        return new Curve(
                name,
                style,
                Look.MARKS,
                IntStream.range(0, shares.size())
                        .mapToObj(i -> {
                            Sample sample = of.apply(shares.get(i));
                            return Mark.within(
                                    place * stepSizes.get(i),
                                    sample.mean(),
                                    sample.mean() - 3 * sample.error(),
                                    sample.mean() + 3 * sample.error());
                        })
                        .toList());
    }

    /** Accuracy and loss of every seed. */
    static Figure accuracy(List<KernelAccuracy.Scores> scores) {
        String description =
                "Every seed's plain training, plain training from the average of the three starts, and majority"
                        + " kernels from different starts: the last two lie together.";
        return new Figure(
                "accuracy",
                new Panels(
                        "The averaged kernel and plain training after 1000 steps",
                        description,
                        2,
                        List.of(
                                bySeed("Accuracy", "share of right answers", scores, KernelAccuracy.Score::accuracy),
                                bySeed("Loss", "cross-entropy", scores, KernelAccuracy.Score::loss))));
    }

    private static Plot bySeed(
            String title,
            String label,
            List<KernelAccuracy.Scores> scores,
            ToDoubleFunction<KernelAccuracy.Score> value) {
        List<Double> seeds = IntStream.rangeClosed(1, scores.size())
                .mapToObj(i -> (double) i)
                .toList();
        return plot(
                title,
                "The " + label + " on the evaluation rows for every seed.",
                Axis.whole("seed"),
                Axis.linear(label),
                List.of(
                        curve("plain", 0, Look.MARKS, seeds, values(scores, s -> value.applyAsDouble(s.plain()))),
                        curve(
                                "plain from the average",
                                1,
                                Look.MARKS,
                                seeds,
                                values(scores, s -> value.applyAsDouble(s.fromAverage()))),
                        curve(
                                "majority kernels",
                                2,
                                Look.LINE_AND_MARKS,
                                seeds,
                                values(scores, s -> value.applyAsDouble(s.majority())))),
                List.of());
    }

    private static List<Double> values(
            List<KernelAccuracy.Scores> scores, ToDoubleFunction<KernelAccuracy.Scores> value) {
        return scores.stream().map(value::applyAsDouble).toList();
    }
}
