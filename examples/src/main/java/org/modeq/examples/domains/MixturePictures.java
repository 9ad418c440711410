package org.modeq.examples.domains;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.LevelLines;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.LevelLine;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.study.PhasePortrait.Landscape;
import org.modeq.numeric.study.PhasePortrait.Place;

/** The pictures of the optimal mixture. */
final class MixturePictures {
    private static final Place LOWEST = new Place(-1.26, -0.86);
    private static final Place HIGHEST = new Place(0.72, 0.46);

    /** Level lines go on to the frame, which is a little wider than what it is put around. */
    private static final double MARGIN = 0.25;

    private static final int GRID = 80;
    private static final int LEVELS = 9;
    private static final double MIXED = 0.05;

    private MixturePictures() {}

    /** The plane with the conic, the optimal path in pieces by w, a path of constant w, and the best order of 14 steps. */
    static Plot paths(MixedFlow optimal, MixedFlow constant) {
        String order = OrderOfDomains.all(14).get(0).order();
        List<Curve> curves = new ArrayList<>();
        List<LevelLine> conic = LevelLines.at(landscape(TwoDomains::determinant, 0), 0);
        for (LevelLine line : conic) {
            curves.add(new Curve("where g_A − g_B and [f_A, f_B] are parallel", 1, Look.LINE, line.points()));
        }
        curves.addAll(pieces(optimal));
        curves.add(new Curve(
                String.format(
                        Locale.ROOT, "constant w = %.2f, final loss %.4f", constant.weights()[0], constant.loss()),
                2,
                Look.LINE,
                marks(constant.points())));
        OrderedSteps steps = OrderedSteps.of(order);
        curves.add(new Curve(
                String.format(Locale.ROOT, "the steps %s, final loss %.5f", order, steps.loss()),
                4,
                Look.LINE_AND_MARKS,
                marks(steps.points())));
        return new Plot(
                "Paths through two domains in the plane",
                "Level lines of the final loss; the dashed conic on which alone a path can mix both domains; the optimal path, which"
                        + " follows B to the conic, mixes along it, and leaves it with B again; the path of the best constant weight; and"
                        + " the best order of fourteen steps.",
                Axis.linear("x"),
                Axis.linear("y"),
                true,
                curves,
                List.of(),
                LevelLines.of(landscape(TwoDomains::loss, MARGIN), LEVELS),
                List.of());
    }

    /** A function of a point of the plane. */
    private interface Height {
        double at(double... theta);
    }

    private static Landscape landscape(Height height, double margin) {
        Place lowest = new Place(LOWEST.x() - margin, LOWEST.y() - margin);
        Place highest = new Place(HIGHEST.x() + margin, HIGHEST.y() + margin);
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j <= GRID; j++) {
                row.add(height.at(
                        lowest.x() + (highest.x() - lowest.x()) * j / GRID,
                        lowest.y() + (highest.y() - lowest.y()) * i / GRID));
            }
            rows.add(row);
        }
        return new Landscape(lowest, highest, rows);
    }

    private static List<Mark> marks(List<double[]> points) {
        return points.stream().map(point -> Mark.at(point[0], point[1])).toList();
    }

    /** The optimal path, cut where it begins to mix and where it ends to. */
    private static List<Curve> pieces(MixedFlow flow) {
        double[] weights = flow.weights();
        int perPiece = OptimalMixture.STEPS / weights.length;
        List<Curve> curves = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= weights.length; i++) {
            boolean isCut = i == weights.length || weights[i] > MIXED != weights[i - 1] > MIXED;
            if (isCut) {
                boolean isMixed = weights[i - 1] > MIXED;
                List<Mark> marks = marks(flow.points().subList(from * perPiece, i * perPiece + 1));
                String name = String.format(
                        Locale.ROOT,
                        "optimal path, %s, from t = %.2f",
                        isMixed ? "mixed" : "w = 0",
                        from * TwoDomains.TIME / weights.length);
                curves.add(new Curve(name, isMixed ? 5 : 0, Look.LINE_AND_MARKS, thinned(marks, isMixed ? 20 : 3)));
                from = i;
            }
        }
        return curves;
    }

    /** Every so many marks, and the last. */
    private static List<Mark> thinned(List<Mark> marks, int stride) {
        return IntStream.range(0, marks.size())
                .filter(k -> k % stride == 0 || k == marks.size() - 1)
                .mapToObj(marks::get)
                .toList();
    }

    /** w against time, as stairs. */
    static Plot weights(List<MixedFlow> flows) {
        List<Curve> curves = new ArrayList<>();
        for (MixedFlow flow : flows) {
            double[] weights = flow.weights();
            double length = TwoDomains.TIME / weights.length;
            List<Mark> stairs = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                stairs.add(Mark.at(i * length, weights[i]));
                stairs.add(Mark.at((i + 1) * length, weights[i]));
            }
            curves.add(new Curve(
                    String.format(Locale.ROOT, "%d pieces, final loss %.6f", weights.length, flow.loss()),
                    flows.size() - 1 - curves.size(),
                    Look.LINE,
                    stairs));
        }
        return new Plot(
                "The weight of domain A along the optimal path",
                "The weight against time: nothing of A at first, then a mixture of nearly constant weight, then nothing of A"
                        + " again; at both ends of the mixture the weight oscillates from piece to piece.",
                Axis.linear("time"),
                Axis.linear("weight w of A"),
                false,
                curves,
                List.of(),
                List.of(),
                List.of());
    }
}
