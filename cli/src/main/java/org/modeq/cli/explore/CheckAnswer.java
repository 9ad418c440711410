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

/** {@code api/check}: a formula for the field of a method, decided. */
final class CheckAnswer {
    private static final int HIGHEST_ORDER = 6;

    private CheckAnswer() {}

    /**
     * The answer to {@code method=gd&order=2&formula=…}, posted as a form.
     *
     * @throws IllegalArgumentException if it is not of that form, or the formula does not parse
     */
    static Reply to(String text) {
        Query query = Query.of(text);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode paper = root.putObject("paper");
        paper.put("id", "explorer")
                .put("title", "Typed in")
                .put("year", 0)
                .putArray("authors")
                .add("the reader");
        ObjectNode claim = root.putArray("claims").addObject();
        claim.put("id", "typed")
                .put("where", "here")
                .put("printed", "unconfirmed")
                .put("kind", "field");
        claim.put("method", query.required("method")).put("order", query.whole("order", 2, 1, HIGHEST_ORDER));
        query.parameters()
                .forEach((name, value) -> claim.withObjectProperty("parameters").put(name, value.toString()));
        claim.put("formula", query.required("formula"));
        // JSON is YAML: what was typed stays inside its quotes.
        ClaimFile file = ClaimReader.read(
                new ByteArrayInputStream(root.toString().getBytes(StandardCharsets.UTF_8)), "the claim");
        return Reply.json(answer(CheckedFile.of(file).decisions().get(0)).toString());
    }

    private static ObjectNode answer(Decision decision) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .put("verdict", decision.verdict().toString());
        put(root, "difference", decision.differenceText());
        put(root, "counterexample", decision.counterexample().map(Object::toString));
        put(root, "reason", decision.reason());
        return root;
    }

    private static void put(ObjectNode root, String name, Optional<String> text) {
        root.put(name, text.orElse(""));
    }
}
