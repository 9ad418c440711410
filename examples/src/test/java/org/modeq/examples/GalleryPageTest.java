package org.modeq.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Experiment.Extent;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/** The page is written by {@value GalleryPage#COMMAND}; this says when to run it again. */
@DisplayName("The page of the experiments")
class GalleryPageTest {
    private static final Path PAGE = Path.of("README.md");
    private static final Path PICTURES = Path.of(GalleryPage.PICTURES);
    private static final Pattern PICTURE =
            Pattern.compile("^!\\[[^\n]+]\\(gallery/([a-z0-9-]+\\.png)\\)$", Pattern.MULTILINE);
    private static final Pattern OUTCOME =
            Pattern.compile("^\\| [^\n]+ \\| (met|\\*\\*MISSED\\*\\*) \\|$", Pattern.MULTILINE);

    private static final String AGAIN = "the page is not of these experiments; run " + GalleryPage.COMMAND;

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The page in sections, the first of them without a heading. */
    private static List<String> sections() throws IOException {
        return List.of(Files.readString(PAGE).split("(?m)^(?=## )", -1));
    }

    @Test
    @DisplayName(
            "has a section for each experiment, in the order of the gallery, with its paper, its command and its text")
    void sectionsOfTheGallery() throws IOException {
        List<String> sections = sections();
        assertEquals(Gallery.experiments().size() + 1, sections.size(), AGAIN);
        for (int i = 0; i < Gallery.experiments().size(); i++) {
            assertTrue(
                    sections.get(i + 1)
                            .startsWith(GalleryPage.head(Gallery.experiments().get(i))),
                    AGAIN);
        }
    }

    @Test
    @DisplayName(
            "has in each section pictures of that experiment and outcomes, which a line above them and the summary count")
    void sectionsWithFindings() throws IOException {
        List<String> sections = sections();
        for (int i = 0; i < Gallery.experiments().size(); i++) {
            String name = Gallery.experiments().get(i).name();
            String section = sections.get(i + 1);
            List<String> pictures = found(PICTURE, section);
            assertTrue(pictures.stream().allMatch(picture -> picture.contains("](gallery/" + name + "-")), AGAIN);
            List<String> outcomes = found(OUTCOME, section);
            long met = outcomes.stream().filter(row -> row.endsWith("| met |")).count();
            String count = met + " outcomes met, " + (outcomes.size() - met) + " missed";
            assertTrue(!outcomes.isEmpty() && section.contains("\n<details><summary>" + count + "</summary>\n"), AGAIN);
            assertTrue(sections.get(0).contains("| `" + name + "` | " + count + " |\n"), AGAIN);
        }
    }

    @Test
    @DisplayName("shows exactly the pictures that lie beside it, each less than 200 kB")
    void pictures() throws IOException {
        List<String> shown = PICTURE.matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(PICTURES)) {
            List<Path> pictures = files.sorted().toList();
            assertEquals(
                    shown,
                    pictures.stream().map(file -> file.getFileName().toString()).toList(),
                    AGAIN);
            for (Path picture : pictures) {
                assertTrue(Files.size(picture) < 200_000, picture.toString());
            }
        }
    }

    @Test
    @DisplayName("has the outcomes that a run gives, at least those of a quick one")
    void outcomes() throws IOException {
        Experiment experiment = Gallery.named("principal-flow");
        Findings findings = experiment.run(Extent.QUICK, Progress.silent());
        GalleryPage page = new GalleryPage();
        page.add(experiment, findings);
        List<String> written = found(OUTCOME, page.write());
        assertEquals(findings.outcomes().size(), written.size());
        List<String> committed = found(OUTCOME, Files.readString(PAGE));
        for (String row : written) {
            String name = row.substring(0, row.indexOf(" | ", 2));
            assertTrue(committed.stream().anyMatch(other -> other.startsWith(name + " | ")), name + ": " + AGAIN);
        }
    }

    @Test
    @DisplayName("takes no word of an experiment for Markdown")
    void escapes() {
        Experiment odd = new Odd();
        GalleryPage page = new GalleryPage();
        page.add(odd, odd.run(Extent.FULL, Progress.silent()));
        String text = page.write();
        assertTrue(text.contains("\n## Is \\|β\\*\\| &lt; θ\\_N?\n"), text);
        assertTrue(text.contains("\n| \\|β\\*\\| | a\\|b | a\\|b | none | met |\n"), text);
        assertTrue(text.contains("](#is-β--θ_n)"), text);
    }

    @Test
    @DisplayName("has no figure whose name could not be that of a file")
    void figureNames() {
        Plot plot = Odd.plot();
        for (String name : List.of("", "Two Words", "../up", "a--b", "ä")) {
            String message = assertThrows(IllegalArgumentException.class, () -> new Figure(name, plot))
                    .getMessage();
            assertTrue(message.contains("'" + name + "'"), message);
        }
    }

    private static final class Odd implements Experiment {
        static Plot plot() {
            return new Plot(
                    "t",
                    "d",
                    Axis.linear("x"),
                    Axis.linear("y"),
                    false,
                    List.of(new Curve("c", 0, Look.MARKS, List.of(Mark.at(0, 0)))),
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public String question() {
            return "Is |β*| < θ_N?";
        }

        @Override
        public String paper() {
            return "[1] Nobody";
        }

        @Override
        public String text() {
            return "# not a heading";
        }

        @Override
        public String formulas() {
            return "";
        }

        @Override
        public SortedMap<String, String> parameters() {
            return new TreeMap<>();
        }

        @Override
        public Findings run(Extent extent, Progress progress) {
            return new Findings(List.of(Outcome.same("|β*|", "a|b", "a|b")), List.of(new Figure("one", plot())));
        }
    }
}
