package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;

/** What an experiment found as JSON, with all that one needs to find it elsewhere. */
final class ExampleJson {
    /** The first uniform numbers of this seed say whether another program has our stream. */
    private static final long ANCHOR = 7;

    private static final int ANCHOR_LENGTH = 3;

    private ExampleJson() {}

    static String of(Experiment experiment, String command, Findings findings, Optional<Duration> cpu) {
        ObjectNode root = Json.document()
                .put("experiment", experiment.name())
                .put("paper", experiment.paper())
                .put("command", command);
        ObjectNode parameters = root.putObject("parameters");
        experiment.parameters().forEach(parameters::put);
        experiment.seeds().forEach(root.putArray("seeds")::add);
        addAnchor(root.putObject("streamAnchor"));
        ArrayNode outcomes = root.putArray("outcomes");
        findings.outcomes().forEach(outcome -> add(outcomes.addObject(), outcome));
        ArrayNode figures = root.putArray("figures");
        findings.figures().forEach(figure -> figures.add(figure.name()));
        root.put("pass", findings.areMet())
                .put("cpuSeconds", cpu.map(spent -> spent.toMillis() / 1000.0).orElse(null));
        return Json.write(root);
    }

    private static void addAnchor(ObjectNode anchor) {
        SplittableRandom stream = new SplittableRandom(ANCHOR);
        ArrayNode uniform = anchor.put("seed", ANCHOR).putArray("uniform");
        for (int i = 0; i < ANCHOR_LENGTH; i++) {
            uniform.add(stream.nextDouble());
        }
    }

    private static void add(ObjectNode node, Outcome outcome) {
        node.put("name", outcome.name());
        put(
                node,
                "value",
                outcome.number().isPresent() ? String.valueOf(outcome.number().getAsDouble()) : outcome.value());
        put(node, "expected", outcome.expected());
        node.put("tolerance", outcome.tolerance()).put("pass", outcome.isMet());
    }

    /** A number as a number, anything else as text. */
    private static void put(ObjectNode node, String name, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                node.put(name, number);
                return;
            }
        } catch (NumberFormatException isText) {
            // written as text below
        }
        node.put(name, text);
    }
}
