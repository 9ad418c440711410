package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.modeq.symbolic.circuit.CircuitEquation;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.latex.CircuitView;
import org.modeq.symbolic.latex.TextView;

/** Modified equations of circuits from files in the formats of the command line. */
final class CircuitForms {
    /** What stands before the file. */
    static final String PREFIX = "circuit:";

    private CircuitForms() {}

    static String of(CircuitMethod method, int order, Page page) {
        CircuitEquation<?> equation = method.equation(order);
        return switch (page.format()) {
            case TEXT -> CircuitView.text(method, equation, page.columns());
            case LATEX -> CircuitView.snippet(page.command(), method, equation, page.ems());
            case LATEX_DOCUMENT -> CircuitView.document(page.command(), method, equation, page.ems());
            case JSON -> Json.write(json(method, equation));
            case SUMMARY -> summary(method, equation, page);
            case HTML -> throw page.lacks("a circuit");
        };
    }

    private static String summary(CircuitMethod method, CircuitEquation<?> equation, Page page) {
        return page.isJson()
                ? Json.write(Json.addOrders(heading(method, equation.order()), equation.summary()))
                : TextView.summary(equation.summary());
    }

    /** A document with method, order, clock, parameters and nodes. */
    static ObjectNode heading(CircuitMethod method, int order) {
        ObjectNode root =
                Json.document().put("method", method.name()).put("order", order).put("clock", "step");
        ObjectNode parameters = root.putObject("parameters");
        method.parameters().forEach(parameters::put);
        ObjectNode nodes = root.putObject("nodes");
        method.meaning().forEach(line -> nodes.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        return root;
    }

    private static ObjectNode json(CircuitMethod method, CircuitEquation<?> equation) {
        ObjectNode root = heading(method, equation.order());
        AdaptiveForms.addTerms(root, equation.terms());
        return root;
    }
}
