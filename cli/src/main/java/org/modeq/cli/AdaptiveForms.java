package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.latex.AdaptiveView;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;

/** Modified equations of adaptive methods in the formats of the command line. */
final class AdaptiveForms {
    private AdaptiveForms() {}

    /** The slow road: typed trees, coefficients in β. */
    static String slow(AdaptiveMethod method, int order, Page page) {
        AdaptiveEquation<?> equation = AdaptiveEquation.of(method, order);
        return switch (page.format()) {
            case TEXT -> AdaptiveView.text(equation, page.columns());
            case LATEX -> AdaptiveView.snippet(page.command(), equation, page.ems());
            case LATEX_DOCUMENT -> AdaptiveView.document(page.command(), equation, page.ems());
            case JSON -> Json.write(json(equation));
            case SUMMARY -> summary(method, AdaptiveRoad.SLOW, equation.summary(), page);
            case HTML -> throw page.lacks("an adaptive method");
        };
    }

    /** The scaled road: a sequence of Euler steps on θ and the averages. */
    static String scaled(AdaptiveMethod method, int order, Page page) {
        ModifiedEquation<?> equation = ModifiedEquation.of(AdaptiveRoad.scaled(method), order);
        return switch (page.format()) {
            case TEXT -> AdaptiveView.scaledText(method, equation, page.columns());
            case LATEX -> AdaptiveView.scaledSnippet(page.command(), method, equation, page.ems());
            case LATEX_DOCUMENT -> AdaptiveView.scaledDocument(page.command(), method, equation, page.ems());
            case JSON -> Json.write(json(method, equation));
            case SUMMARY -> summary(method, AdaptiveRoad.SCALED, equation.summary(), page);
            case HTML -> throw page.lacks("an adaptive method");
        };
    }

    private static ObjectNode heading(AdaptiveMethod method, int order, AdaptiveRoad road) {
        ObjectNode root =
                Json.document().put("method", method.name()).put("order", order).put("clock", "step");
        ObjectNode parameters = root.putObject("parameters");
        method.parameters().forEach(parameters::put);
        return root.put("epsilon", method.place().toString())
                .put("road", road == AdaptiveRoad.SLOW ? "slow" : "scaled");
    }

    /** A document with method, order, clock, parameters, the place of ε and the road. */
    static ObjectNode heading(AdaptiveEquation<?> equation) {
        return heading(equation.method(), equation.order(), AdaptiveRoad.SLOW);
    }

    private static ObjectNode json(AdaptiveEquation<?> equation) {
        ObjectNode root = heading(equation);
        addTerms(root, equation.terms());
        return root;
    }

    private static ObjectNode json(AdaptiveMethod method, ModifiedEquation<?> equation) {
        ObjectNode root = heading(method, equation.order(), AdaptiveRoad.SCALED);
        ObjectNode fields = root.putObject("fields");
        AdaptiveRoad.fields(method).forEach(fields::put);
        addTerms(root, equation.terms());
        return root;
    }

    static void addTerms(ObjectNode root, List<? extends FieldEquation.Term<?>> terms) {
        ArrayNode array = root.putArray("terms");
        for (FieldEquation.Term<?> term : terms) {
            array.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString())
                    .put("b", term.b().toString())
                    .put("symmetry", term.symmetry());
        }
    }

    private static String summary(
            AdaptiveMethod method, AdaptiveRoad road, List<FieldEquation.Summary> summary, Page page) {
        if (!page.isJson()) {
            return TextView.summary(summary);
        }
        return Json.write(Json.addOrders(heading(method, summary.size(), road), summary));
    }
}
