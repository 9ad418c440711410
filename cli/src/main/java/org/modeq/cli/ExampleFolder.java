package org.modeq.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.DisplayMath;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.examples.GalleryPage;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Experiment.Extent;
import org.modeq.examples.experiment.Findings;
import org.modeq.numeric.plot.Panels;
import org.modeq.symbolic.latex.TextView;

/** What experiments leave behind: a folder of files for each, a page of all, and the page of the repository. */
final class ExampleFolder {
    private static final List<String> HEADING = List.of("outcome", "value", "expected", "tolerance", "verdict");

    private final Extent extent;
    private final String version;
    private final Optional<Path> repository;
    private final List<List<String>> summary = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final GalleryPage page = new GalleryPage();

    ExampleFolder(Extent extent, String version, Optional<Path> repository) {
        this.extent = extent;
        this.version = version;
        this.repository = repository;
    }

    /** Written first: a folder that cannot be written to is told before the work, not after it. */
    void begin(Experiment experiment, Path folder) {
        Output.write(folder.resolve("formulas.tex"), "% modeq: " + command(experiment) + "\n" + experiment.formulas());
        Output.write(
                folder.resolve("about.txt"),
                experiment.question() + "\n" + experiment.paper() + "\n\n"
                        + experiment.text().strip() + "\n");
    }

    void finish(Experiment experiment, Findings findings, Optional<Duration> cpu, Path folder) {
        Output.write(
                folder.resolve("results.json"),
                ExampleJson.of(experiment, "modeq " + command(experiment), findings, cpu));
        for (Findings.Figure figure : findings.figures()) {
            Panels panels = figure.panels();
            byte[] png = panels.toPng();
            Output.write(folder.resolve(figure.name() + ".svg"), panels.toSvg());
            Output.write(folder.resolve(figure.name() + ".png"), png);
            Output.write(folder.resolve(figure.name() + ".tex"), panels.toPgfplots());
            Output.write(folder.resolve(figure.name() + ".csv"), panels.toCsv());
            repository.ifPresent(place -> Output.write(
                    place.resolve(GalleryPage.PICTURES).resolve(GalleryPage.file(experiment, figure)), png));
        }
        page.add(experiment, findings);
        summary.add(List.of(experiment.question(), experiment.name(), findings.summary()));
        sections.add(section(experiment, findings));
    }

    /** The page of all experiments that were finished, and that of the repository if it is asked for. */
    void pages(Path folder) {
        List<Section> all = new ArrayList<>();
        List<String> heading = List.of("question", "experiment", "outcomes");
        all.add(new Section(
                "Summary", List.of(new Block.Table("Experiments and their outcomes", heading, summary, Set.of()))));
        all.addAll(sections);
        String html = new HtmlReport(
                        "The papers, reproduced",
                        "Every number was measured by the command beside it; modeq " + version,
                        all)
                .render();
        Output.write(folder.resolve("index.html"), html);
        repository.ifPresent(place -> Output.write(place.resolve("README.md"), page.write()));
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
        blocks.addAll(DisplayMath.each(experiment.formulas()));
        findings.figures()
                .forEach(figure -> blocks.add(new Block.Picture(
                        figure.panels().toSvg(), figure.panels().description())));
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
        return experiment.question() + "\n" + experiment.paper() + "\n\n" + TextView.table(table) + "\n"
                + findings.summary() + "\n\n";
    }
}
