package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.modeq.cli.explore.Choice.Form;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.cli.report.DisplayMath;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TreeDrawing;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.Obstruction;
import org.modeq.symbolic.tree.RootedTree;

/** {@code api/derive}: the series of a method as JSON, with what a page shows of it. */
final class DeriveAnswer {
    private final CommandOutput commands;

    DeriveAnswer(CommandOutput commands) {
        this.commands = commands;
    }

    /**
     * The answer to {@code method=gd&order=3&notation=gradient&as=field&param=beta=9/10}.
     *
     * @throws IllegalArgumentException if the query is not of that form, or there are too many trees for a page
     */
    Reply to(String text) {
        Choice choice = Choice.of(Query.of(text));
        PageSize.require(choice);
        String snippet = commands.output(choice.derivation("latex"));
        ModifiedEquation<?> equation = ModifiedEquation.of(choice.method(), choice.order());
        Method<?> method = choice.method();
        Notation notation = choice.notation().orElse(Notation.usual(method));
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .put("method", method.name())
                .put("order", choice.order())
                .put("clock", method.clock().toString())
                .put("conventions", Conventions.of(method))
                .put("notation", notation.toString())
                .put("form", choice.form().toString())
                .put("command", CommandOutput.line(choice.derivation()));
        ObjectNode parameters = root.putObject("parameters");
        method.parameters().forEach(parameters::put);
        addFormula(root.putObject("formula").put("copy", snippet), snippet, equation);
        ArrayNode terms = root.putArray("terms");
        equation.terms().forEach(term -> add(terms.addObject(), term, notation));
        if (choice.form() == Form.LOSS) {
            addCertificate(root, LossForm.of(equation));
        }
        return Reply.json(root.toString());
    }

    private static void addFormula(ObjectNode node, String snippet, ModifiedEquation<?> equation) {
        DrawnFormula drawn = DrawnFormula.of(
                DisplayMath.of(snippet).tex(),
                equation.terms().stream()
                        .<RootedTree>map(FieldEquation.Term::tree)
                        .toList());
        node.put("tex", drawn.tex());
        drawn.drawings().forEach(node.putArray("drawings")::add);
    }

    private static void addCertificate(ObjectNode root, LossForm<?> form) {
        root.put("isGradient", form.isGradient()).put("orderOfGradient", form.orderOfGradient());
        root.put("certificate", form.obstruction().map(Obstruction::toString).orElse(""));
    }

    private static void add(ObjectNode node, FieldEquation.Term<?> term, Notation notation) {
        // In the table a tree stands beside its differential, which is written out.
        Notation written = notation == Notation.TREE ? Notation.FIELD : notation;
        node.put("power", term.power())
                .put("tree", term.tree().toString())
                .put("svg", TreeDrawing.of(term.tree()).toSvg())
                .put("tex", LatexView.differential(term.tree(), written))
                .put("coefficient", term.coefficient().toString())
                .put("b", term.b().toString())
                .put("symmetry", term.symmetry().toString());
    }
}
