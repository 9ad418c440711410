package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.study.PhasePortrait.Flow;
import org.modeq.numeric.study.PhasePortrait.Landscape;
import org.modeq.numeric.study.PhasePortrait.Place;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** Runs an optimizer and follows the flows of its truncated fields for a {@link PhasePortrait}. */
public final class PortraitStudy {
    private static final double TOLERANCE = 1e-9;
    private static final int PARTS = 80;
    private static final int GRID = 48;

    /** A flow is drawn within this many times the extent of the iterates, a landscape a little beyond what is drawn. */
    private static final double REACH = 1.5;

    private static final double MARGIN = 0.75;
    private static final double WIDTH_TO_HEIGHT = 1.5;

    private final Method<Rational> method;
    private final BSeriesField<Rational> series;
    private final ValidationProblem problem;
    private final List<String> names;

    private PortraitStudy(
            Method<Rational> method, BSeriesField<Rational> series, ValidationProblem problem, List<String> names) {
        this.method = method;
        this.series = series;
        this.problem = problem;
        this.names = names;
    }

    /**
     * The portraits of a method on a problem.
     *
     * @param method the method
     * @param series its field, or what claims to be; flows of order 1 to the order of it are followed
     * @param problem the problem
     * @param names of the coordinates, for problems of one or two; others are seen along principal directions
     * @return the study
     * @throws IllegalArgumentException if the method cannot be run step by step, or a problem of one or two coordinates has
     *     another number of names
     */
    public static PortraitStudy of(
            Method<Rational> method, BSeriesField<Rational> series, ValidationProblem problem, List<String> names) {
        DirectOptimizer.of(method);
        if (problem.dimension() <= 2 && names.size() != problem.dimension()) {
            throw new IllegalArgumentException(
                    "given the names " + names + " of coordinates, expected " + problem.dimension() + ", one for each");
        }
        return new PortraitStudy(method, series, problem, List.copyOf(names));
    }

    /**
     * The portrait of one run.
     *
     * @param stepSize h &gt; 0
     * @param steps n ≥ 1
     * @param loss L where the fields are gradients; drawn for problems of two coordinates
     * @return the portrait; of a run that leaves the finite numbers, what came before
     * @throws IllegalArgumentException if h is not positive and finite, or n &lt; 1
     * @throws ArithmeticException if the first step is not finite
     */
    public PhasePortrait portrait(double stepSize, int steps, Optional<ToDoubleFunction<double[]>> loss) {
        if (!(stepSize > 0) || !Double.isFinite(stepSize) || steps < 1) {
            throw new IllegalArgumentException("given " + steps + " steps of size " + stepSize
                    + ", expected at least one step of a positive finite size");
        }
        List<double[]> iterates = iterates(stepSize, steps);
        double time = (iterates.size() - 1) * stepSize;
        Map<Colour, VectorField> fields = problem.fields();
        List<List<double[]>> paths = new ArrayList<>();
        for (int order = 1; order <= series.truncationOrder(); order++) {
            paths.add(ModifiedFlow.of(SeriesEvaluator.of(series.truncated(order), fields), stepSize)
                    .path(problem.start(), time, PARTS, TOLERANCE));
        }
        ViewingPlane plane = ViewingPlane.of(iterates, names);
        List<Place> places = new ArrayList<>();
        for (int n = 0; n < iterates.size(); n++) {
            places.add(plane.place(iterates.get(n), n * stepSize));
        }
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            flows.add(flow(i + 1, paths.get(i), plane, Box.around(places), iterates.get(iterates.size() - 1), time));
        }
        Optional<Landscape> landscape =
                loss.filter(given -> problem.dimension() == 2).map(given -> landscape(given, places, flows));
        return new PhasePortrait(
                method.name(), stepSize, plane.xLabel(), plane.yLabel(), plane.isIsometric(), places, flows, landscape);
    }

    private List<double[]> iterates(double stepSize, int steps) {
        List<double[]> iterates = new ArrayList<>(List.of(problem.start()));
        try {
            DirectRun.of(method, problem.fields(), series.truncationOrder() + 1, problem.start())
                    .end(stepSize, steps, point -> {
                        iterates.add(point.clone());
                        return point;
                    });
        } catch (ArithmeticException notFinite) {
            if (iterates.size() == 1) {
                throw notFinite;
            }
        }
        return iterates;
    }

    private static Flow flow(int order, List<double[]> path, ViewingPlane plane, Box box, double[] last, double time) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            Place place = plane.place(path.get(i), i * time / PARTS);
            if (!box.isNear(place)) {
                break;
            }
            places.add(place);
        }
        boolean isWhole = path.size() == PARTS + 1;
        return new Flow(
                order, places, isWhole ? Optional.of(Euclidean.distance(path.get(PARTS), last)) : Optional.empty());
    }

    /** Where some places are. */
    private record Box(double left, double right, double low, double high) {
        static Box around(List<Place> places) {
            var x = places.stream().mapToDouble(Place::x).summaryStatistics();
            var y = places.stream().mapToDouble(Place::y).summaryStatistics();
            return new Box(x.getMin(), x.getMax(), y.getMin(), y.getMax());
        }

        boolean isNear(Place place) {
            double reach = REACH * Math.max(right - left, high - low);
            return place.x() >= left - reach
                    && place.x() <= right + reach
                    && place.y() >= low - reach
                    && place.y() <= high + reach;
        }
    }

    private static Landscape landscape(ToDoubleFunction<double[]> loss, List<Place> iterates, List<Flow> flows) {
        List<Place> all = new ArrayList<>(iterates);
        flows.forEach(flow -> all.addAll(flow.path()));
        Box box = Box.around(all);
        double height = Math.max(box.high() - box.low(), (box.right() - box.left()) / WIDTH_TO_HEIGHT);
        double up = MARGIN * height;
        double x = (box.left() + box.right()) / 2;
        double y = (box.low() + box.high()) / 2;
        Place lowest = new Place(x - WIDTH_TO_HEIGHT * up, y - up);
        Place highest = new Place(x + WIDTH_TO_HEIGHT * up, y + up);
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j <= GRID; j++) {
                row.add(value(loss, between(lowest.x(), highest.x(), j), between(lowest.y(), highest.y(), i)));
            }
            rows.add(row);
        }
        return new Landscape(lowest, highest, rows);
    }

    private static double between(double lowest, double highest, int index) {
        return lowest + (highest - lowest) * index / GRID;
    }

    private static double value(ToDoubleFunction<double[]> loss, double x, double y) {
        try {
            double value = loss.applyAsDouble(new double[] {x, y});
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (ArithmeticException notDefined) {
            return Double.NaN;
        }
    }
}
