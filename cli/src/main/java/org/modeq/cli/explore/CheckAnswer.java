package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.ClaimFile;
import org.modeq.proofs.claim.ClaimReader;
import org.modeq.symbolic.contraction.FormulaLatex;
import org.modeq.symbolic.latex.Notation;

/** {@code api/check}: a formula for the field or the loss of a method, decided. */
final class CheckAnswer {
    private static final int HIGHEST_ORDER = 6;

    private CheckAnswer() {}

    /**
     * The answer to {@code method=gd&order=2&kind=field&formula=…}, posted as a form.
     *
     * @throws IllegalArgumentException if it is not of that form, or the formula does not parse
     */
    static Reply to(String text) {
        Query query = Query.of(text);
        String formula = PastedFormula.bare(query.required("formula"));
        String method = query.required("method").strip();
        Notation notation = Notation.usual(Choice.method(method, Choice.given(query)));
        ObjectNode root = heading();
        ObjectNode claim = root.putArray("claims").addObject();
        claim.put("id", "typed").put("where", "here").put("printed", "unconfirmed");
        claim.put("kind", kind(query.text("kind").orElse("field")));
        claim.put("method", method).put("order", query.whole("order", 2, 1, HIGHEST_ORDER));
        query.parameters()
                .forEach((name, value) -> claim.withObjectProperty("parameters").put(name, value.toString()));
        claim.put("formula", formula);
        try {
            // JSON is YAML: what was typed stays inside its quotes.
            ClaimFile file = ClaimReader.read(
                    new ByteArrayInputStream(root.toString().getBytes(StandardCharsets.UTF_8)), "the claim");
            return Reply.json(
                    answer(CheckedFile.of(file).decisions().get(0), notation).toString());
        } catch (IllegalArgumentException unread) {
            throw new IllegalArgumentException(
                    PastedFormula.brief(String.valueOf(unread.getMessage()), formula), unread);
        }
    }

    private static ObjectNode heading() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("paper")
                .put("id", "explorer")
                .put("title", "Typed in")
                .put("year", 0)
                .putArray("authors")
                .add("the reader");
        return root;
    }

    private static String kind(String given) {
        if (!given.equals("field") && !given.equals("loss")) {
            throw new IllegalArgumentException("unknown kind '" + given + "', expected field or loss");
        }
        return given;
    }

    private static ObjectNode answer(Decision decision, Notation notation) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .put("verdict", decision.verdict().toString());
        put(root, "difference", decision.differenceText());
        put(
                root,
                "differenceTex",
                decision.difference().map(formula -> FormulaLatex.of(formula, name -> written(name, notation))));
        put(root, "counterexample", decision.counterexample().map(Object::toString));
        put(root, "reason", decision.reason());
        return root;
    }

    /** L and f as they are, a capital letter as the index of a loss or of a field; others are parameters. */
    private static String written(String name, Notation notation) {
        if (name.equals("L") || name.equals("f")) {
            return name;
        }
        boolean isField = Character.isUpperCase(name.charAt(0));
        return isField ? (notation == Notation.GRADIENT ? "L" : "f") + "_{\\mathrm{" + name + "}}" : "";
    }

    private static void put(ObjectNode root, String name, Optional<String> text) {
        root.put(name, text.orElse(""));
    }
}
