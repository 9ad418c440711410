package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.latex.PatternView;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.ring.Rational;

/** Series over patterns, and the stochastic differential equation of SGD, in the formats of the command line. */
final class BatchForms {
    private static final int HIGHEST_ORDER = 6;

    private BatchForms() {}

    static void requireOrder(int order) {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException(
                    "given order " + order + " for an average over random batches, expected 1 to " + HIGHEST_ORDER
                            + ": there are 2,633 patterns of order 6, and about nine times as many of each further one");
        }
    }

    static String of(PatternEquation equation, Page page) {
        return switch (page.format()) {
            case TEXT -> PatternView.text(equation, page.columns());
            case LATEX -> PatternView.snippet(page.command(), equation, page.ems());
            case LATEX_DOCUMENT -> PatternView.document(page.command(), equation, page.ems());
            case JSON -> Json.write(json(equation));
            case SUMMARY, HTML -> throw noSuchFormat("an average over random batches", page.format());
        };
    }

    static String of(ModifiedSde sde, Page page) {
        return switch (page.format()) {
            case TEXT -> PatternView.text(sde);
            case JSON -> Json.write(json(sde));
            case LATEX, LATEX_DOCUMENT, SUMMARY, HTML ->
                throw noSuchFormat("a stochastic differential equation", page.format());
        };
    }

    private static IllegalArgumentException noSuchFormat(String what, Format format) {
        return new IllegalArgumentException("given --format " + format + " for " + what + ", expected text or json");
    }

    private static ObjectNode json(PatternEquation equation) {
        ObjectNode root = Json.document()
                .put("method", equation.method())
                .put("order", equation.series().order())
                .put("clock", equation.kind().clock());
        root.putObject("parameters");
        root.put("centred", equation.series().isCentred());
        boolean isGenerator = equation.kind() == PatternEquation.Kind.GENERATOR;
        ArrayNode terms = root.putArray("terms");
        for (PatternSeries.Term term : equation.series().terms()) {
            ObjectNode node = terms.addObject()
                    .put("power", term.power())
                    .put(isGenerator ? "forest" : "tree", term.pattern().toString())
                    .put("coefficient", PatternView.coefficient(term.coefficient()));
            if (!isGenerator) {
                node.put("b", PatternView.coefficient(term.b())).put("symmetry", term.symmetry());
            }
        }
        return root;
    }

    private static ObjectNode json(ModifiedSde sde) {
        ObjectNode root =
                Json.document().put("method", "sgd").put("order", sde.order()).put("clock", "step");
        root.putObject("parameters");
        add(root.putArray("drift"), "tree", sde.drift());
        add(root.putArray("columns"), "tree", sde.columns());
        add(root.putArray("rest"), "forest", sde.rest());
        return root;
    }

    private static void add(ArrayNode list, String name, SortedMap<Pattern, Rational> terms) {
        terms.forEach((pattern, coefficient) -> list.addObject()
                .put("power", pattern.order() - 1)
                .put(name, pattern.toString())
                .put("coefficient", coefficient.toString()));
    }
}
