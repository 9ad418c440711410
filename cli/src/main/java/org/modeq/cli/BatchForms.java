package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.latex.PatternView;
import org.modeq.symbolic.latex.ScalarView;
import org.modeq.symbolic.latex.SdeView;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.ModifiedSde.Calculus;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternLoss;
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

    static String of(PatternLoss loss, Page page) {
        return switch (page.format()) {
            case TEXT -> ScalarView.text(loss, page.columns());
            case LATEX -> ScalarView.snippet(page.command(), loss, page.ems());
            case LATEX_DOCUMENT -> ScalarView.document(page.command(), loss, page.ems());
            case JSON -> Json.write(json(loss));
            case SUMMARY, HTML -> throw noSuchFormat("the loss of an average over random batches", page.format());
        };
    }

    static String of(ModifiedSde sde, Calculus calculus, Page page) {
        return switch (page.format()) {
            case TEXT -> SdeView.text(sde, calculus, page.columns());
            case LATEX -> SdeView.snippet(page.command(), sde, calculus, page.ems());
            case LATEX_DOCUMENT -> SdeView.document(page.command(), sde, calculus, page.ems());
            case JSON -> Json.write(json(sde, calculus));
            case SUMMARY, HTML -> throw noSuchFormat("a stochastic differential equation", page.format());
        };
    }

    private static IllegalArgumentException noSuchFormat(String what, Format format) {
        return new IllegalArgumentException(
                "given --format " + format + " for " + what + ", expected text, latex, latex-document or json");
    }

    private static ObjectNode heading(PatternEquation equation) {
        ObjectNode root = Json.document()
                .put("method", equation.method())
                .put("order", equation.series().order())
                .put("clock", equation.kind().clock());
        root.putObject("parameters");
        return root.put("centred", equation.series().isCentred());
    }

    private static ObjectNode json(PatternEquation equation) {
        ObjectNode root = heading(equation);
        boolean isGenerator = equation.kind() == PatternEquation.Kind.GENERATOR;
        if (isGenerator && equation.series().isCentred()) {
            root.put("noise", equation.noise().toString());
        }
        addTerms(
                root.putArray("terms"),
                isGenerator ? "forest" : "tree",
                equation.series().terms(),
                !isGenerator);
        return root;
    }

    private static void addTerms(ArrayNode terms, String name, List<PatternSeries.Term> series, boolean hasSymmetry) {
        for (PatternSeries.Term term : series) {
            ObjectNode node = terms.addObject()
                    .put("power", term.power())
                    .put(name, term.pattern().toString())
                    .put("coefficient", PatternView.coefficient(term.coefficient()));
            if (hasSymmetry) {
                node.put("b", PatternView.coefficient(term.b())).put("symmetry", term.symmetry());
            }
        }
    }

    private static ObjectNode json(PatternLoss form) {
        ObjectNode root = heading(form.equation());
        ArrayNode loss = root.putArray("loss");
        for (PatternLoss.Term term : form.terms()) {
            loss.addObject()
                    .put("power", term.power())
                    .put("term", PatternView.formula(form, term))
                    .put("coefficient", PatternView.coefficient(term.coefficient()));
        }
        addTerms(root.putArray("remainder"), "tree", form.remainder(), true);
        root.put("isGradient", form.isGradient()).put("orderOfGradient", form.orderOfGradient());
        return root.put("certificate", PatternView.certificate(form).orElse(null));
    }

    private static ObjectNode json(ModifiedSde sde, Calculus calculus) {
        ObjectNode root =
                Json.document().put("method", "sgd").put("order", sde.order()).put("clock", "step");
        root.putObject("parameters");
        root.put("noise", sde.noise().toString()).put("calculus", calculus.toString());
        add(root.putArray("drift"), "tree", sde.drift(calculus));
        add(root.putArray("columns"), "tree", sde.columns());
        add(root.putArray("rest"), "forest", sde.rest());
        add(root.putArray("obstacle"), "forest", sde.obstacle());
        return root;
    }

    private static void add(ArrayNode list, String name, SortedMap<Pattern, Rational> terms) {
        terms.forEach((pattern, coefficient) -> list.addObject()
                .put("power", pattern.order() - 1)
                .put(name, pattern.toString())
                .put("coefficient", coefficient.toString()));
    }
}
