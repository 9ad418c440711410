package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modeq.cli.explore.Choice.Form;
import org.modeq.cli.explore.ExploreServer.Reply;

/** {@code api/download}: a file to keep, written by the command that the answer names. */
final class DownloadAnswer {
    /** The endings of what {@code derive} writes, by format. */
    private static final Map<String, String> DERIVED = Map.of("json", ".json", "latex", ".tex", "html", ".html");

    private final CommandOutput commands;

    DownloadAnswer(CommandOutput commands) {
        this.commands = commands;
    }

    /**
     * The answer to {@code file=json&method=gd&order=3}.
     *
     * @throws IllegalArgumentException if the query is not of that form, or the command refuses it
     */
    Reply to(String text) {
        Query query = Query.of(text);
        String file = query.required("file");
        Choice choice = Choice.of(query);
        PageSize.require(choice);
        List<String> command = DERIVED.containsKey(file) ? choice.derivation(file) : export(choice, file);
        return Reply.json(JsonNodeFactory.instance
                .objectNode()
                .put("schema", 1)
                .put("name", name(choice, file))
                .put("command", CommandOutput.line(command))
                .put("text", commands.output(command))
                .toString());
    }

    private static List<String> export(Choice choice, String language) {
        List<String> further = new ArrayList<>(List.of("--language", language));
        if (choice.form() == Form.LOSS) {
            further.addAll(List.of("--as", "loss"));
        }
        return choice.command("export", further.toArray(String[]::new));
    }

    private static String name(Choice choice, String file) {
        String stem = (choice.name() + "-order-" + choice.order()
                        + (choice.form() == Form.FIELD ? "" : "-" + choice.form()))
                .replaceAll("[^A-Za-z0-9]+", "-");
        String ending = file.equals("julia") ? "-julia.jl" : "-" + file.replaceAll("[^a-z]", "") + ".py";
        return stem + DERIVED.getOrDefault(file, ending);
    }
}
