package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.tree.Colour;

/** {@code api/method}: the fields and parameters of a method, for which a page has inputs. */
final class MethodAnswer {
    private MethodAnswer() {}

    /**
     * The answer to {@code method=heavy-ball&param=beta=9/10}.
     *
     * @throws IllegalArgumentException if there is no such method, or it has no such parameter
     */
    static Reply to(String text) {
        Query query = Query.of(text);
        String name = query.required("method").strip();
        MethodParameters given = Choice.given(query);
        Method<?> method = Choice.method(name, given);
        TreeSet<String> parameters = new TreeSet<>(
                Choice.method(name, new MethodParameters(MethodParameters.NONE.values(), given.substeps()))
                        .parameters()
                        .keySet());
        parameters.addAll(method.parameters().keySet());
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .put("method", method.name())
                .put("conventions", Conventions.of(method))
                .put("notation", Notation.usual(method).toString())
                .put("hasSubsteps", name.startsWith("game:"));
        method.fields().stream().map(Colour::name).forEach(root.putArray("fields")::add);
        parameters.forEach(root.putArray("parameters")::add);
        return Reply.json(root.toString());
    }
}
