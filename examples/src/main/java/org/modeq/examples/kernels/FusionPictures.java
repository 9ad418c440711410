package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/** The pictures of fused networks. */
final class FusionPictures {
    private static final double MILLION = 1e6;

    private FusionPictures() {}

    /** Losses against steps, and against multiplications. */
    static Figure training(List<FusionRun> runs) {
        double wide = Fusion.cost(FusionRun.FUSION.wide()) / MILLION;
        double pair = 2.0 * Fusion.cost(FusionRun.FUSION.parent()) / MILLION;
        double paid = FusionRun.STEPS_OF_PARENTS * pair;
        return new Figure(
                "training",
                new Panels(
                        "Two trained networks fused, and the wide network from scratch",
                        "All seeds: counted in steps of the wide network the fusion is ahead, counted in multiplications with"
                                + " those of its parents both reach a loss of 0.03 together.",
                        2,
                        List.of(
                                losses("by steps of the wide network", "step", runs, false, k -> k, k -> k, k -> k),
                                losses(
                                        "by multiplications",
                                        "million multiplications for each sample of a batch",
                                        runs,
                                        true,
                                        k -> k * pair,
                                        k -> paid + k * wide,
                                        k -> k * wide))));
    }

    private static Plot losses(
            String title,
            String label,
            List<FusionRun> runs,
            boolean hasParents,
            IntToDoubleFunction ofParents,
            IntToDoubleFunction ofFusion,
            IntToDoubleFunction ofScratch) {
        List<Curve> curves = new ArrayList<>();
        add(curves, "fusion", 0, runs, FusionRun::lossesOfFusion, ofFusion);
        add(curves, "from scratch", 1, runs, FusionRun::lossesOfScratch, ofScratch);
        if (hasParents) {
            add(curves, "a parent", 2, runs, FusionRun::lossesOfFirst, ofParents);
        }
        return KernelPictures.plot(
                title,
                "The loss on the training rows while the networks learn.",
                Axis.linear(label),
                Axis.logarithmic("loss"),
                curves,
                List.of());
    }

    /** The first seed with a name, the others thin. */
    private static void add(
            List<Curve> curves,
            String name,
            int style,
            List<FusionRun> runs,
            Function<FusionRun, List<Double>> losses,
            IntToDoubleFunction place) {
        for (FusionRun run : runs) {
            List<Double> values = losses.apply(run);
            List<Mark> marks = IntStream.range(0, values.size())
                    .mapToObj(i -> Mark.at(place.applyAsDouble(i * FusionRun.STRIDE), values.get(i)))
                    .toList();
            boolean isFirst = run == runs.get(0);
            curves.add(new Curve(name, style, isFirst ? Look.LINE : Look.THIN, marks));
        }
    }

    /** Losses on straight lines between networks. */
    static Figure lines(List<FusionRun> runs) {
        int parts = DeepFusion.PARTS;
        return new Figure(
                "lines",
                new Panels(
                        "Losses on straight lines between wide networks",
                        "Between the parents the loss is convex and lowest near the fusion in the middle; from the fusion to what it"
                                + " becomes it falls; to the network from scratch there is a barrier.",
                        3,
                        List.of(
                                line("parent – fusion – parent", runs, run -> run.betweenParents(parts)),
                                line(
                                        "fusion – trained fusion",
                                        runs,
                                        run -> run.between(run.fused(), run.trained(), parts)),
                                line(
                                        "trained fusion – from scratch",
                                        runs,
                                        run -> run.between(run.trained(), run.scratch(), parts)))));
    }

    private static Plot line(String title, List<FusionRun> runs, Function<FusionRun, List<Double>> losses) {
        List<Curve> curves = new ArrayList<>();
        for (FusionRun run : runs) {
            List<Double> values = losses.apply(run);
            List<Double> places = IntStream.range(0, values.size())
                    .mapToObj(i -> (double) i / (values.size() - 1))
                    .toList();
            curves.add(KernelPictures.curve("seed " + (curves.size() + 1), curves.size(), Look.LINE, places, values));
        }
        return KernelPictures.plot(
                title,
                "The loss on the training rows along the line, for every seed.",
                Axis.linear("way along the line"),
                Axis.linear("loss"),
                curves,
                List.of());
    }
}
