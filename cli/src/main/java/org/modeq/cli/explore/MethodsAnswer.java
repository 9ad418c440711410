package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.symbolic.export.CodeLanguage;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.NamedTableaus;

/**
 * {@code api/methods}: the methods that there are, as the help of the command line lists them, each with what may be typed; and the
 * languages to which a series can be exported.
 */
final class MethodsAnswer {
    /** Of those whose usage cannot be typed as it stands. */
    private static final Map<String, List<String>> EXAMPLES = Map.of(
            "aggmo", List.of("aggmo:2"),
            "memory", List.of("memory:1/(1-beta*z)"),
            "game", List.of("game:alternating", "game:simultaneous"),
            "rk", NamedTableaus.names().stream().map(name -> "rk:" + name).toList());

    private MethodsAnswer() {}

    static Reply to(String text) {
        Query.of(text);
        ArrayNode methods = JsonNodeFactory.instance.arrayNode();
        for (Methods.Entry entry : Methods.entries()) {
            ObjectNode node = methods.addObject().put("usage", entry.usage()).put("summary", entry.summary());
            examples(entry).forEach(node.putArray("examples")::add);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", 1);
        root.set("methods", methods);
        ArrayNode languages = root.putArray("languages");
        Arrays.stream(CodeLanguage.values()).map(CodeLanguage::toString).forEach(languages::add);
        return Reply.json(root.toString());
    }

    private static List<String> examples(Methods.Entry entry) {
        return EXAMPLES.getOrDefault(entry.keyword(), List.of(entry.usage().replace(",…", "")));
    }
}
