package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.DisplayMath;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.ScalarView;
import org.modeq.symbolic.latex.TreeDrawing;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.Obstruction;
import org.modeq.symbolic.tree.TreeEnumeration;

/** {@code api/derive}: the series of a method as JSON, with what a page shows of it. */
final class DeriveAnswer {
    private static final int HIGHEST_ORDER = 8;
    private static final BigInteger MOST_TREES = BigInteger.valueOf(3000);

    private DeriveAnswer() {}

    /**
     * The answer to {@code method=gd&order=3&notation=gradient&param=beta=9/10}.
     *
     * @throws IllegalArgumentException if the query is not of that form, or there are too many trees for a page
     */
    static Reply to(String text) {
        Query query = Query.of(text);
        String name = query.required("method");
        Method<?> method = Methods.parse(name, new MethodParameters(query.parameters(), List.of()));
        int order = query.whole("order", 3, 1, HIGHEST_ORDER);
        requireFew(method, order);
        Notation notation = query.text("notation").map(Notation::parse).orElse(Notation.usual(method));
        return Reply.json(answer(ModifiedEquation.of(method, order), shown(notation, method))
                .toString());
    }

    /** Trees cannot be drawn inside a formula of a page; they stand in the table. */
    private static Notation shown(Notation notation, Method<?> method) {
        return notation == Notation.TREE ? Notation.usual(method) : notation;
    }

    private static void requireFew(Method<?> method, int order) {
        BigInteger trees = Stream.iterate(1, k -> k <= order, k -> k + 1)
                .map(k -> TreeEnumeration.count(k, method.fields().size()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (trees.compareTo(MOST_TREES) > 0) {
            throw new IllegalArgumentException("given order " + order + " of " + method.name() + ", which has " + trees
                    + " trees, expected at most " + MOST_TREES + " in a page; take a lower order, or modeq derive");
        }
    }

    private static ObjectNode answer(ModifiedEquation<?> equation, Notation notation) {
        Method<?> method = equation.method();
        String command = "derive " + method.name() + " --order " + equation.order();
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .put("method", method.name())
                .put("order", equation.order())
                .put("clock", method.clock().toString())
                .put("conventions", Conventions.of(method))
                .put("notation", notation.toString());
        add(root.putObject("series"), LatexView.snippet(command, equation, notation, LatexView.DEFAULT_WIDTH));
        ArrayNode terms = root.putArray("terms");
        equation.terms().forEach(term -> add(terms.addObject(), term, notation));
        if (method.exponents(1).isPresent() && method.fields().size() > 1) {
            add(
                    root.putObject("brackets"),
                    LatexView.snippet(BracketForm.of(method, equation.order()), LatexView.DEFAULT_WIDTH));
        }
        if (Notation.usual(method) == Notation.GRADIENT) {
            LossForm<?> form = LossForm.of(equation);
            ObjectNode loss = root.putObject("loss");
            add(loss, ScalarView.snippet(command + " --as loss", form, Notation.GRADIENT, LatexView.DEFAULT_WIDTH));
            loss.put("isGradient", form.isGradient()).put("orderOfGradient", form.orderOfGradient());
            loss.put(
                    "certificate", form.obstruction().map(Obstruction::toString).orElse(""));
        }
        return root;
    }

    private static void add(ObjectNode node, String snippet) {
        Block.Formula formula = DisplayMath.of(snippet);
        node.put("tex", formula.tex()).put("copy", formula.copyText());
    }

    private static void add(ObjectNode node, FieldEquation.Term<?> term, Notation notation) {
        node.put("power", term.power())
                .put("tree", term.tree().toString())
                .put("svg", TreeDrawing.of(term.tree()).toSvg())
                .put("tex", LatexView.differential(term.tree(), notation))
                .put("coefficient", term.coefficient().toString())
                .put("b", term.b().toString())
                .put("symmetry", term.symmetry().toString());
    }
}
