package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.symbolic.method.Methods;

/** {@code api/methods}: the methods that there are, as the help of the command line lists them. */
final class MethodsAnswer {
    private MethodsAnswer() {}

    static Reply to(String text) {
        Query.of(text);
        ArrayNode methods = JsonNodeFactory.instance.arrayNode();
        Methods.entries()
                .forEach(
                        entry -> methods.addObject().put("usage", entry.usage()).put("summary", entry.summary()));
        return Reply.json(JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .set("methods", methods)
                .toString());
    }
}
