package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.numeric.evaluate.TaskQuantities;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.plot.TrajectoryPlot;
import org.modeq.numeric.problem.FormulaProblem;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.PortraitStudy;
import org.modeq.numeric.study.ValidationProblem;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.tree.Colour;

/** {@code api/trajectory}: the iterates of a method of one field on a loss in the plane, beside its truncated flows. */
final class TrajectoryAnswer {
    private static final int HIGHEST_ORDER = 5;
    private static final int MOST_STEPS = 200;
    private static final double FAR = 100;
    private static final int LONGEST_FORMULA = 400;

    private TrajectoryAnswer() {}

    /**
     * The answer to {@code method=gd&loss=x^2/2+2*y^2&x=1&y=1&h=0.1&steps=20&order=3}.
     *
     * @throws IllegalArgumentException if the query is not of that form, or the method has several fields
     * @throws ArithmeticException if the first step is not finite
     */
    static Reply to(String text) {
        Query query = Query.of(text);
        Method<Rational> method = Methods.requireRational(
                Methods.parse(query.required("method"), new MethodParameters(query.parameters(), List.of())));
        if (method.fields().size() > 1) {
            throw new IllegalArgumentException("given " + method.name() + " with the fields " + method.fields()
                    + ", expected a method of one field; modeq validate draws the others");
        }
        String formula = query.required("loss");
        if (formula.length() > LONGEST_FORMULA) {
            throw new IllegalArgumentException("given a loss of " + formula.length() + " characters, expected at most "
                    + LONGEST_FORMULA + "; modeq validate takes longer ones");
        }
        double stepSize = query.number("h", 0.1, 1e-6, 10);
        int steps = query.whole("steps", 20, 1, MOST_STEPS);
        int order = query.whole("order", 3, 1, HIGHEST_ORDER);
        double[] start = {query.number("x", 1, -FAR, FAR), query.number("y", 1, -FAR, FAR)};
        Colour field = method.fields().first();
        FormulaProblem problem = new FormulaProblem(
                "the loss", ConcreteFields.ofLosses(List.of("x", "y"), Map.of(field, formula)), List.of());
        return Reply.json(
                answer(method, order, problem, field, start, stepSize, steps).toString());
    }

    private static ObjectNode answer(
            Method<Rational> method,
            int order,
            FormulaProblem problem,
            Colour field,
            double[] start,
            double stepSize,
            int steps) {
        SortedMap<Colour, Node> nodes = new TreeMap<>(problem.fieldNodes());
        ValidationProblem given = ValidationProblem.of("the loss", nodes, start);
        Loss loss = problem.losses().values().iterator().next();
        PhasePortrait portrait = PortraitStudy.of(
                        method, ModifiedEquation.of(method, order).field(), given, List.of("x", "y"))
                .portrait(stepSize, steps, Optional.of(loss::value));
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .put("svg", TrajectoryPlot.of(portrait).toSvg());
        ArrayNode flows = root.putArray("flows");
        portrait.flows().forEach(flow -> {
            ObjectNode node = flows.addObject().put("order", flow.order());
            flow.distance().ifPresent(distance -> node.put("distance", distance));
        });
        double sharpness = sharpness(field, loss, given, portrait);
        root.put("hLambda", stepSize * sharpness);
        root.put("warning", warning(stepSize * sharpness));
        return root;
    }

    /** The largest λ_max at the iterates that are finite. */
    private static double sharpness(Colour field, Loss loss, ValidationProblem given, PhasePortrait portrait) {
        TaskQuantities quantities = TaskQuantities.of(Map.of(field, loss), given.fields());
        return portrait.iterates().stream()
                .mapToDouble(place -> quantities
                        .at(new double[] {place.x(), place.y()})
                        .tasks()
                        .get(0)
                        .sharpness())
                .max()
                .orElse(0);
    }

    private static String warning(double hLambda) {
        if (hLambda >= 2) {
            return String.format(
                    Locale.ROOT,
                    "h·λ_max reaches %.3g: above 2 gradient descent is unstable, and no truncated field follows it.",
                    hLambda);
        }
        return hLambda >= 1
                ? String.format(
                        Locale.ROOT,
                        "h·λ_max reaches %.3g: above 1 the series in h need not converge, and higher orders need not help.",
                        hLambda)
                : "";
    }
}
