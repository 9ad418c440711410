package org.modeq.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;

/** The page of all experiments in Markdown: of each the paper, the command, what there is to see, the pictures and the outcomes. */
public final class GalleryPage {
    /** The folder of its pictures, beside it. */
    public static final String PICTURES = "gallery";

    /** The command that writes it. */
    public static final String COMMAND = "./modeq example --all --page examples";

    private static final List<String> HEADING = List.of("outcome", "value", "expected", "tolerance", "verdict");

    private final List<String> rows = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    /** A page without experiments. */
    public GalleryPage() {}

    /**
     * Adds an experiment.
     *
     * @param experiment the experiment
     * @param findings what it found
     */
    public void add(Experiment experiment, Findings findings) {
        rows.add(row(List.of(link(experiment), "`" + experiment.name() + "`", findings.summary())));
        sections.append(head(experiment));
        for (Findings.Figure figure : findings.figures()) {
            sections.append("![")
                    .append(escaped(figure.panels().description()))
                    .append("](" + PICTURES + "/")
                    .append(file(experiment, figure))
                    .append(")\n\n");
        }
        sections.append("<details><summary>")
                .append(findings.summary())
                .append("</summary>\n\n")
                .append(row(HEADING))
                .append(rule(HEADING.size()));
        for (Outcome outcome : findings.outcomes()) {
            sections.append(row(List.of(
                    escaped(outcome.name()),
                    escaped(outcome.value()),
                    escaped(outcome.expected()),
                    escaped(outcome.tolerance()),
                    outcome.isMet() ? "met" : "**MISSED**")));
        }
        sections.append("\n</details>\n\n");
    }

    /**
     * The file of a figure in the folder of pictures.
     *
     * @param experiment the experiment
     * @param figure its figure
     * @return the name, with {@code .png}
     */
    public static String file(Experiment experiment, Findings.Figure figure) {
        return experiment.name() + "-" + figure.name() + ".png";
    }

    /**
     * What the page says of an experiment before its pictures; it does not depend on what was found.
     *
     * @param experiment the experiment
     * @return heading, paper, command and text
     */
    public static String head(Experiment experiment) {
        return "## " + escaped(experiment.question()) + "\n\n" + escaped(experiment.paper())
                + "\n\n    ./modeq example " + experiment.name() + "\n\n"
                + escaped(experiment.text().strip()) + "\n\n";
    }

    /** {@return the page} */
    public String write() {
        return """
                # The papers, reproduced

                Each section asks a question of a paper and answers it by a run, with the numbers beside those that were expected. Written
                by `%s`.

                """.formatted(COMMAND)
                + row(List.of("question", "experiment", "outcomes")) + rule(3) + String.join("", rows) + "\n"
                + sections.toString().stripTrailing() + "\n";
    }

    /** To the heading of an experiment: in small letters, without signs, hyphens for blanks. */
    private static String link(Experiment experiment) {
        String anchor = experiment
                .question()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        return "[" + escaped(experiment.question()) + "](#" + anchor + ")";
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String rule(int columns) {
        return row(Collections.nCopies(columns, "---"));
    }

    /** Text in which Markdown finds nothing. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([*_`|\\[\\]~#])", "\\\\$1");
    }
}
