package org.modeq.examples.diagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Experiment.Extent;
import org.modeq.examples.experiment.Findings;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Grid;
import org.modeq.numeric.plot.HeatMap;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Look;

/** The pictures of fine-tuning; all have two paths, so that every weight can have either sign. */
final class FineTuningPictures {
    private static final Axis HEAD = Axis.logarithmic("head γ");
    private static final Axis SCALE = Axis.logarithmic("size a of old features");
    private static final List<Double> BANDS = List.of(0.1, 0.3, 0.6, 1., 1.5, 2., 2.5, 3., 10.);
    private static final List<Double> EXPONENTS = List.of(1.1, 1.2, 1.4, 1.7, 1.95);

    private FineTuningPictures() {}

    static List<Findings.Figure> all(Extent extent) {
        return List.of(regimes(extent == Extent.FULL ? 3 : 1), sections(), exponents());
    }

    /** Powers of ten from one to another, so many for each decade. */
    private static List<Double> powers(int from, int to, int perDecade) {
        return IntStream.rangeClosed(0, (to - from) * perDecade)
                .mapToObj(i -> Math.pow(10, from + (double) i / perDecade))
                .toList();
    }

    private static Findings.Figure regimes(int headsPerDecade) {
        List<Double> heads = powers(-7, 1, headsPerDecade);
        List<Double> scales = powers(-7, 1, Math.min(2, headsPerDecade));
        Grid exponents = Grid.of(heads, scales, FineTuningPictures::exponentOfOldFeatures);
        List<LevelLine> lines = new ArrayList<>();
        for (double level : EXPONENTS) {
            lines.addAll(exponents.levelLines(level, String.valueOf(level), HEAD, SCALE));
        }
        List<Plot> plots = FineTuningTask.ALL.stream()
                .map(task -> new Plot(
                        "main task: " + task.name(),
                        "Errors by γ and a.",
                        HEAD,
                        SCALE,
                        false,
                        List.of(),
                        List.of(),
                        lines,
                        List.of(),
                        Optional.of(new HeatMap(
                                Grid.of(heads, scales, (head, scale) -> task.errorOfTwoPaths(scale, head)),
                                BANDS,
                                "‖β − β*‖²"))))
                .toList();
        return new Findings.Figure(
                "regimes",
                new Panels(
                        "Error after fine-tuning; lines: exponent of the potential of an old feature at β = 1",
                        "The squared distance from the main task's weights by the head and by the size of the old features. A"
                                + " main task inside the old features likes small ones and a tiny head, a dense one large ones"
                                + " and a tiny head, a new one small ones and a middle head. The lines are those of equal exponent"
                                + " of the potential: they turn where γ² = a.",
                        3,
                        plots));
    }

    /** ∂ ln φ_c / ∂ ln β at β = 1 with c = 2k. */
    private static double exponentOfOldFeatures(double head, double scale) {
        return FineTuning.exponentOfWeight(
                1 / (2 * FineTuningTask.twoPaths(scale, head).k()[0]));
    }

    private static Findings.Figure sections() {
        double[] heads = Vectors.of(25, i -> Math.pow(10, -7 + i / 3.));
        return new Findings.Figure(
                "sections",
                new Panels(
                        "Error after fine-tuning by the head, for three sizes of the old features",
                        "The squared distance from the main task's weights by the head, for three tasks and three sizes.",
                        3,
                        FineTuningTask.ALL.stream()
                                .map(task -> section(task, heads))
                                .toList()));
    }

    private static Plot section(FineTuningTask task, double[] heads) {
        List<Curve> curves = IntStream.range(0, FineTuningTask.SCALES.size())
                .mapToObj(i -> Pictures.curve(
                        "old features of size a = " + Pictures.number(FineTuningTask.SCALES.get(i)),
                        i,
                        Look.LINE,
                        heads,
                        Vectors.of(heads.length, k -> task.errorOfTwoPaths(FineTuningTask.SCALES.get(i), heads[k]))))
                .toList();
        return Pictures.plot(
                "main task: " + task.name(), "Errors by γ.", HEAD, Axis.logarithmic("‖β − β*‖²"), curves, List.of());
    }

    private static Findings.Figure exponents() {
        double[] x = Vectors.of(49, i -> Math.pow(10, -2 + i / 6.));
        return Pictures.of(
                "exponents",
                "Exponents of the potential: from a weighted square to an absolute value",
                "The logarithmic slopes of the potential in β and in c by β/c: 2 and −1 for small ratios, 1 and 0 for large"
                        + " ones; their sum is 1.",
                Axis.logarithmic("β/c"),
                Axis.linear("logarithmic slope of φ"),
                List.of(
                        Pictures.curve(
                                "in β", 1, Look.LINE, x, Vectors.of(x.length, i -> FineTuning.exponentOfWeight(x[i]))),
                        Pictures.curve(
                                "in c", 2, Look.LINE, x, Vectors.of(x.length, i -> FineTuning.exponentOfScale(x[i])))));
    }
}
