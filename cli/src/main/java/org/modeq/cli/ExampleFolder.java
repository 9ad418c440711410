package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.examples.Experiment;
import org.modeq.examples.Experiment.Extent;
import org.modeq.examples.Findings;
import org.modeq.examples.Outcome;
import org.modeq.symbolic.latex.TextView;

/** What experiments leave behind: a folder of files for each, and a page of all. */
final class ExampleFolder {
    private static final List<String> HEADING = List.of("outcome", "value", "expected", "tolerance", "");

    private final Extent extent;
    private final String version;
    private final List<Section> sections = new ArrayList<>();

    ExampleFolder(Extent extent, String version) {
        this.extent = extent;
        this.version = version;
    }

    /** Written first: a folder that cannot be written to is told before the work, not after it. */
    void begin(Experiment experiment, Path folder) {
        Output.write(folder.resolve("formulas.tex"), "% modeq: " + command(experiment) + "\n" + experiment.formulas());
        Output.write(
                folder.resolve("about.txt"),
                experiment.question() + "\n" + experiment.paper() + "\n\n"
                        + experiment.text().strip() + "\n");
    }

    void finish(Experiment experiment, Findings findings, Path folder) {
        Output.write(folder.resolve("results.json"), json(experiment, findings));
        for (Findings.Figure figure : findings.figures()) {
            Output.write(folder.resolve(figure.name() + ".svg"), figure.plot().toSvg());
            Output.write(folder.resolve(figure.name() + ".tex"), figure.plot().toPgfplots());
            Output.write(folder.resolve(figure.name() + ".csv"), figure.plot().toCsv());
        }
        sections.add(section(experiment, findings));
    }

    /** The page of all experiments that were finished. */
    void page(Path folder) {
        String html = new HtmlReport(
                        "The papers, reproduced",
                        "Every number was measured by the command beside it; modeq " + version,
                        sections)
                .render();
        Output.write(folder.resolve("index.html"), html);
    }

    private String command(Experiment experiment) {
        return "example " + experiment.name() + (extent == Extent.QUICK ? " --quick" : "");
    }

    private Section section(Experiment experiment, Findings findings) {
        List<Block> blocks = new ArrayList<>(
                List.of(new Block.Paragraph(experiment.paper()), new Block.Code("./modeq " + command(experiment))));
        for (String paragraph : experiment.text().strip().split("\n\n", -1)) {
            blocks.add(new Block.Paragraph(paragraph.replace('\n', ' ')));
        }
        findings.figures()
                .forEach(figure -> blocks.add(
                        new Block.Picture(figure.plot().toSvg(), figure.plot().description())));
        blocks.add(new Block.Table("Outcomes beside what is expected", HEADING, rows(findings), Set.of()));
        return new Section(experiment.question(), blocks);
    }

    private static List<List<String>> rows(Findings findings) {
        return findings.outcomes().stream()
                .map(outcome -> List.of(
                        outcome.name(),
                        outcome.value(),
                        outcome.expected(),
                        outcome.tolerance(),
                        outcome.isMet() ? "met" : "MISSED"))
                .toList();
    }

    /** The outcomes as a table. */
    static String text(Experiment experiment, Findings findings) {
        List<List<String>> table = new ArrayList<>(List.of(HEADING));
        table.addAll(rows(findings));
        long missed =
                findings.outcomes().stream().filter(outcome -> !outcome.isMet()).count();
        return experiment.question() + "\n" + experiment.paper() + "\n\n" + TextView.table(table) + "\n"
                + (findings.outcomes().size() - missed) + " outcomes met, " + missed + " missed\n\n";
    }

    private String json(Experiment experiment, Findings findings) {
        ObjectNode root = Json.document()
                .put("experiment", experiment.name())
                .put("paper", experiment.paper())
                .put("command", "modeq " + command(experiment));
        ArrayNode outcomes = root.putArray("outcomes");
        for (Outcome outcome : findings.outcomes()) {
            ObjectNode node = outcomes.addObject().put("name", outcome.name());
            put(
                    node,
                    "value",
                    outcome.number().isPresent()
                            ? String.valueOf(outcome.number().getAsDouble())
                            : outcome.value());
            put(node, "expected", outcome.expected());
            node.put("tolerance", outcome.tolerance()).put("pass", outcome.isMet());
        }
        ArrayNode figures = root.putArray("figures");
        findings.figures().forEach(figure -> figures.add(figure.name()));
        return Json.write(root);
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
