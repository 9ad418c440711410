package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.examples.Gallery;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Experiment.Extent;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import picocli.CommandLine;

@DisplayName("modeq example")
class ExampleCommandTest {
    private static final String NAME = "principal-flow";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    private Path folder = Path.of("");

    private Run run(String line) {
        return Run.of(Arrays.stream(line.split(" ", -1))
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    @Test
    @DisplayName("--list names every experiment with its question and paper")
    void list() {
        Run run = run("example --list");
        assertEquals(0, run.exitCode());
        for (Experiment experiment : Gallery.experiments()) {
            assertTrue(
                    run.out()
                            .contains(experiment.name() + "\n    " + experiment.question() + "\n    "
                                    + experiment.paper() + "\n"),
                    run.out());
        }
    }

    @Test
    @DisplayName(
            "NAME writes each figure in four forms, the results, the formulas and what it is about, and says the outcomes")
    void files() throws IOException {
        Run run = run("example " + NAME + " --quick --output @out");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        String summary =
                Gallery.named(NAME).run(Extent.QUICK, Progress.silent()).summary();
        assertTrue(summary.endsWith(" met, 0 missed") && run.out().contains("\n" + summary + "\n"), run.out());
        assertEquals(
                List.of(
                        "about.txt",
                        "formulas.tex",
                        "results.json",
                        "truncations.csv",
                        "truncations.png",
                        "truncations.svg",
                        "truncations.tex"),
                names(folder.resolve("out")));
        byte[] png = Files.readAllBytes(folder.resolve("out/truncations.png"));
        assertArrayEquals(PNG, Arrays.copyOf(png, PNG.length));
        assertTrue(Files.readString(folder.resolve("out/truncations.svg")).startsWith("<svg "));
        assertTrue(Files.readString(folder.resolve("out/truncations.csv")).startsWith("curve,x,y,sign\n"));
        assertTrue(Files.readString(folder.resolve("out/truncations.tex")).startsWith("\\begin{tikzpicture}"));
        assertTrue(Files.readString(folder.resolve("out/formulas.tex"))
                .startsWith("% modeq: example principal-flow --quick\n\\begin{equation*}"));
        assertTrue(Files.readString(folder.resolve("out/about.txt"))
                .startsWith(Gallery.named(NAME).question() + "\n"));
    }

    @Test
    @DisplayName("writes results that say what was run, with what, what came out, and what it cost")
    void results() throws IOException {
        run("example " + NAME + " --quick --output @out");
        JsonNode json = json("out/results.json");
        assertEquals(1, json.path("schema").asInt());
        assertEquals(NAME, json.path("experiment").asText());
        assertEquals(
                "modeq example principal-flow --quick", json.path("command").asText());
        assertEquals("20", json.path("parameters").path("steps").asText());
        assertTrue(json.path("seeds").isArray());
        assertTrue(json.path("pass").isBoolean() && json.path("pass").asBoolean());
        assertTrue(json.path("cpuSeconds").isNumber() && json.path("cpuSeconds").asDouble() >= 0);
        assertEquals("[\"truncations\"]", json.path("figures").toString());
        int outcomes = Gallery.named(NAME)
                .run(Extent.QUICK, Progress.silent())
                .outcomes()
                .size();
        assertEquals(outcomes, json.path("outcomes").size());
        for (JsonNode outcome : json.path("outcomes")) {
            List<String> fields = new ArrayList<>();
            outcome.fieldNames().forEachRemaining(fields::add);
            assertEquals(List.of("name", "value", "expected", "tolerance", "pass"), fields);
            assertTrue(outcome.path("value").isNumber() && outcome.path("pass").isBoolean(), outcome.toString());
        }
    }

    /** The first uniform numbers of seed 7, from another program. */
    @ParameterizedTest(name = "writes the anchor of the stream: number {0} of seed 7 is {1}")
    @CsvSource({"0, 0.3898297483912715", "1, 0.01678829452815611", "2, 0.9007606806068834"})
    void anchor(int index, double expected) throws IOException {
        run("example " + NAME + " --quick --output @out");
        JsonNode anchor = json("out/results.json").path("streamAnchor");
        assertEquals(7, anchor.path("seed").asInt());
        assertEquals(expected, anchor.path("uniform").get(index).asDouble());
    }

    @ParameterizedTest(name = "{0} is refused in a line: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "example; given 0 of NAME, --list and --all",
                "example principal-flow --all; given 2 of NAME, --list and --all",
                "example --list --all; given 2 of NAME",
                "example nonsense; given the example 'nonsense', expected one of anchors",
                "example principal-flow --output @file; which is a file; name a folder",
                "example principal-flow --quick --output @file/below; name a file in a folder that can be written",
                "example principal-flow --page @out; given --page without --all",
                "example --all --quick --page @out; given --page without --all or with --quick",
                "example --all --page @file; given --page",
                "example principal-flow --slow; --slow",
            })
    void refusals(String line, String message) throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Run run = run(line);
        assertEquals(2, run.exitCode(), run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
        assertEquals(List.of("file"), names(folder));
    }

    /** An experiment of which one outcome is not as expected, with several pictures in a figure. */
    private static final class Invented implements Experiment {
        private final Curve curve = new Curve("c_1", 0, Look.BARS, List.of(Mark.at(1, 2), Mark.within(2, 3, 2, 4)));
        private final Plot plot = new Plot(
                "one",
                "first",
                Axis.whole("x"),
                Axis.linear("y"),
                false,
                List.of(curve),
                List.of(),
                List.of(),
                List.of());

        @Override
        public String name() {
            return "invented";
        }

        @Override
        public String question() {
            return "Is 1 < 2 & 2 = 3?";
        }

        @Override
        public String paper() {
            return "Nobody (2026)";
        }

        @Override
        public String text() {
            return "First.\n\nSecond.";
        }

        @Override
        public String formulas() {
            return "\\begin{align*}a&=b\\\\c&=d\\end{align*}\n\\begin{equation}e=f\\end{equation}\n";
        }

        @Override
        public SortedMap<String, String> parameters() {
            return new TreeMap<>();
        }

        @Override
        public Findings run(Extent extent, Progress progress) {
            return new Findings(
                    List.of(
                            Outcome.within("one", 1, 1, 0.1),
                            Outcome.within("two", 2, 3, 0.1),
                            Outcome.same("order", "ABBA", "ABBA")),
                    List.of(
                            new Figure("single", plot),
                            new Figure("both", new Panels("Both", "both of them", 2, List.of(plot, plot)))));
        }
    }

    @Nested
    @DisplayName("--all")
    class All {
        private void write() {
            Experiment invented = new Invented();
            Findings findings = invented.run(Extent.FULL, Progress.silent());
            ExampleFolder written = new ExampleFolder(Extent.FULL, "1.2", Optional.of(folder.resolve("repository")));
            written.begin(invented, folder.resolve("all/invented"));
            written.finish(invented, findings, Optional.of(Duration.ofMillis(250)), folder.resolve("all/invented"));
            written.pages(folder.resolve("all"));
        }

        @Test
        @DisplayName("has the exit code 1 if an outcome is missed, and writes everything all the same")
        void exitCode() throws IOException {
            StringWriter out = new StringWriter();
            int code = new CommandLine(new ExampleCommand(() -> List.of(new Invented())))
                    .setOut(new PrintWriter(out))
                    .execute("--all", "--output", folder.resolve("all").toString());
            assertEquals(1, code, out.toString());
            assertTrue(out.toString().contains("2 outcomes met, 1 missed"), out.toString());
            assertEquals(List.of("index.html", "invented"), names(folder.resolve("all")));
            assertFalse(json("all/invented/results.json").path("pass").asBoolean());
        }

        @Test
        @DisplayName("writes a page with a summary, the command, the text, formulas, pictures and outcomes of each")
        void page() throws IOException {
            write();
            String html = Files.readString(folder.resolve("all/index.html"));
            for (String part : List.of(
                    "The papers, reproduced",
                    "2 outcomes met, 1 missed",
                    "./modeq example invented",
                    "Is 1 &lt; 2 &amp; 2 = 3?",
                    "\\begin{aligned}a&amp;=b\\\\c&amp;=d\\end{aligned}",
                    "e=f",
                    "both of them",
                    "MISSED")) {
                assertTrue(html.contains(part), part);
            }
            assertEquals(2, html.split("class=\"modeq-plot\"", -1).length - 1, "figures");
        }

        @Test
        @DisplayName("--page writes the same in Markdown, with the pictures beside it")
        void repository() throws IOException {
            write();
            assertEquals(List.of("README.md", "gallery"), names(folder.resolve("repository")));
            assertEquals(
                    List.of("invented-both.png", "invented-single.png"), names(folder.resolve("repository/gallery")));
            String page = Files.readString(folder.resolve("repository/README.md"));
            assertTrue(page.contains("\n## Is 1 &lt; 2 &amp; 2 = 3?\n"), page);
            assertTrue(page.contains("\n![both of them](gallery/invented-both.png)\n"), page);
            assertTrue(page.contains("\n| two | 2 | 3 | ± 0.1 | **MISSED** |\n"), page);
        }

        @Test
        @DisplayName("says in the results which outcome is missed; a text is a text in them")
        void missed() throws IOException {
            write();
            JsonNode json = json("all/invented/results.json");
            assertFalse(json.path("pass").asBoolean());
            assertEquals(0.25, json.path("cpuSeconds").asDouble());
            assertTrue(json.path("outcomes").get(0).path("pass").asBoolean());
            assertFalse(json.path("outcomes").get(1).path("pass").asBoolean());
            assertEquals("\"ABBA\"", json.path("outcomes").get(2).path("value").toString());
        }
    }
}
