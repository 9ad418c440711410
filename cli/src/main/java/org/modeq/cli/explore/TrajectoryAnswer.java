package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.numeric.plot.LevelLines;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.PhasePortrait.Place;
import org.modeq.numeric.study.PortraitStudy;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;

/** {@code api/trajectory}: the iterates of a method in the plane, beside its truncated flows, over level lines of the loss. */
final class TrajectoryAnswer {
    private static final int HIGHEST_ORDER = 5;
    private static final int MOST_STEPS = 200;
    private static final int LEVELS = 12;
    private static final double FAR = 100;

    /** A first step that is longer than a plain one by this factor is no step of a flow. */
    private static final double MOST_TIMES = 3;

    /** A picture needs no more. */
    private static final MathContext DIGITS = new MathContext(6);

    private TrajectoryAnswer() {}

    /**
     * The answer to {@code method=sequence:A,B&loss=A=x^2/2&loss=B=2*y^2&x=1&y=1&h=0.1&steps=20&order=3}.
     *
     * @throws IllegalArgumentException if the query is not of that form, the method cannot be run step by step,
     *     or the first step is not finite
     */
    static Reply to(String text) {
        Query query = Query.of(text);
        String name = query.required("method").strip();
        Method<Rational> method = numbers(name, Choice.given(query));
        double stepSize = query.number("h", 0.1, 1e-6, 10);
        int steps = query.whole("steps", 20, 1, MOST_STEPS);
        int order = query.whole("order", 3, 1, HIGHEST_ORDER);
        double x = query.number("x", 1, -FAR, FAR);
        double y = query.number("y", 1, -FAR, FAR);
        Optional<Window> window = query.text("window").map(Window::parse);
        PlaneProblem problem =
                PlaneProblem.of(method.fields(), query.named("loss", "a name and a formula, A=x^2/2"), x, y);
        BSeriesField<Rational> series = ModifiedEquation.of(method, order).field();
        PhasePortrait portrait =
                portrait(PortraitStudy.of(method, series, problem.validation(), List.of("x", "y")), stepSize, steps);
        SortedMap<RootedTree, Rational> slope = series.truncated(1).nonzero();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", 1);
        root.put("order", order).put("steps", portrait.iterates().size() - 1);
        addPicture(root, portrait, window.orElseGet(() -> Window.around(portrait)), problem, slope);
        double hLambda = stepSize * curvature(portrait, problem, slope);
        boolean hasMemory = DirectOptimizer.of(method).memory() > 1;
        root.put("hasMemory", hasMemory).put("hLambda", hLambda).put("warning", warning(hLambda));
        root.put("warningOfStart", hasMemory ? warningOfStart(portrait, problem, slope) : "");
        return Reply.json(root.toString());
    }

    private static PhasePortrait portrait(PortraitStudy study, double stepSize, int steps) {
        try {
            return study.portrait(stepSize, steps, Optional.empty());
        } catch (ArithmeticException notFinite) {
            throw new IllegalArgumentException(
                    "given a start from which no run was found: " + notFinite.getMessage()
                            + "; expected finite values along it: move the start, or take a smaller step size",
                    notFinite);
        }
    }

    private static Method<Rational> numbers(String name, MethodParameters given) {
        Method<?> method = Choice.method(name, given);
        try {
            return Methods.requireRational(method);
        } catch (IllegalArgumentException symbols) {
            throw new IllegalArgumentException(
                    "given " + name + " with symbols among "
                            + String.join(", ", method.parameters().keySet())
                            + ", expected numbers for a run; type them above, as 9/10",
                    symbols);
        }
    }

    private static void addPicture(
            ObjectNode root,
            PhasePortrait portrait,
            Window window,
            PlaneProblem problem,
            SortedMap<RootedTree, Rational> slope) {
        window.writeTo(root.putArray("window"));
        add(root.putArray("iterates"), portrait.iterates());
        root.put(
                "outside",
                portrait.iterates().stream()
                        .filter(place -> !window.holds(place))
                        .count());
        ArrayNode flows = root.putArray("flows");
        portrait.flows().forEach(flow -> {
            ObjectNode node = flows.addObject().put("order", flow.order());
            add(node.putArray("path"), flow.path());
            flow.distance().ifPresent(distance -> node.put("distance", distance));
        });
        ArrayNode levels = root.putArray("levels");
        problem.loss(slope)
                .map(loss -> LevelLines.of(window.landscape(loss), LEVELS))
                .ifPresent(lines -> lines.forEach(line -> add(levels.addArray(), places(line))));
    }

    private static List<Place> places(Plot.LevelLine line) {
        return line.points().stream().map(mark -> new Place(mark.x(), mark.y())).toList();
    }

    private static void add(ArrayNode array, List<Place> places) {
        places.forEach(place -> array.addArray().add(rounded(place.x())).add(rounded(place.y())));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** The largest curvature at the iterates, as far as the formulas are finite. */
    private static double curvature(
            PhasePortrait portrait, PlaneProblem problem, SortedMap<RootedTree, Rational> slope) {
        double largest = 0;
        for (Place place : portrait.iterates()) {
            try {
                double curvature = problem.curvature(slope, place.x(), place.y());
                largest = Double.isFinite(curvature) ? Math.max(largest, curvature) : largest;
            } catch (ArithmeticException notFinite) {
                break;
            }
        }
        return largest;
    }

    private static String warning(double hLambda) {
        if (hLambda < 1) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                hLambda >= 2
                        ? "h·λ_max reaches %.3g. Above 2 a plain step along f₁ is unstable, and no truncated field follows the iterates."
                        : "h·λ_max reaches %.3g. Above 1 the series in h need not converge, and higher orders need not help.",
                hLambda);
    }

    /** Where a method with memory finds no velocity to begin with that belongs to a flow. */
    private static String warningOfStart(
            PhasePortrait portrait, PlaneProblem problem, SortedMap<RootedTree, Rational> slope) {
        Place start = portrait.iterates().get(0);
        Place second = portrait.iterates().get(1);
        double plain = portrait.stepSize() * problem.speed(slope, start.x(), start.y());
        double times = Math.hypot(second.x() - start.x(), second.y() - start.y()) / plain;
        if (!(times > MOST_TIMES)) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "The first step is %.3g times as long as one of the flow of order 1: with this memory the series in h does"
                        + " not converge at this step size.",
                times);
    }
}
