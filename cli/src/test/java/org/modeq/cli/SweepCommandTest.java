package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The command sweep")
class SweepCommandTest {
    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void files() throws IOException {
        Files.writeString(folder.resolve("cubic.yaml"), "{variables: [x], losses: {L: x^2/2 + x^4/4}, point: [1/2]}");
        Files.writeString(folder.resolve("study.yaml"), """
                problems: [cubic.yaml]
                methods: [gd]
                seeds: "1-5"
                spread: 1/10
                step-sizes: [1/8, 1/16, 1/32]
                horizon: 1
                orders: [1, 2]
                """);
    }

    private static Run run(String line) {
        return Run.inFolder(folder, "sweep " + line + " --output " + folder.resolve("out"));
    }

    @Test
    @DisplayName("prints medians and slopes, and writes the table; run again it does nothing new")
    void summary() throws IOException {
        JsonNode first = run("study.yaml --threads 2 --json").json();
        assertEquals(15, first.path("studies").asInt());
        JsonNode second = first.path("summaries").get(1);
        assertEquals("gd", second.path("method").asText());
        assertEquals(2, second.path("order").asInt());
        assertEquals(2, second.path("slope").asDouble(), 0.15);
        assertEquals(3, second.path("points").size());
        assertEquals(0, second.path("points").get(0).path("lost").asInt());
        Path table = Path.of(first.path("table").asText());
        String content = Files.readString(table);
        assertEquals(16, content.lines().count());
        Run again = run("study.yaml");
        assertTrue(again.out().startsWith("15 studies to the time 1.0, medians over 5 seeds"), again.out());
        assertTrue(again.out().contains("cubic.yaml  gd      1"), again.out());
        assertEquals(content, Files.readString(table));
    }

    @Test
    @DisplayName("writes a page with a ladder for each method, the same bytes whatever the number of threads")
    void page() throws IOException {
        Run run = run("study.yaml --threads 2 --format html");
        assertEquals("report in " + folder.resolve("out").resolve("report.html") + "\n", run.out(), run.err());
        String page = Files.readString(folder.resolve("out/report.html"));
        assertTrue(page.contains("<h1>Sweep of study.yaml</h1>"));
        assertTrue(page.contains("gd on cubic.yaml</title>"), "the title of the picture");
        assertTrue(page.contains("order 2: slope 2.0"), "the fitted slope in the legend");
        assertTrue(page.contains("SHA-256 of cubic.yaml"));
        assertTrue(page.length() < 1_500_000);
        run("study.yaml --threads 1 --format html");
        assertEquals(page, Files.readString(folder.resolve("out/report.html")));
    }

    @Test
    @DisplayName("draws the medians for a paper, numbered where there are several methods")
    void plots() throws IOException {
        assertEquals(
                0,
                run("study.yaml --plot " + folder.resolve("one.tex") + " --plot " + folder.resolve("one.csv"))
                        .exitCode());
        assertTrue(Files.readString(folder.resolve("one.tex")).contains("order 2: slope 2.0"));
        String data = Files.readString(folder.resolve("one.csv"));
        assertTrue(data.contains("0.125") && data.contains("0.03125"), data);
        Files.writeString(
                folder.resolve("two.yaml"),
                Files.readString(folder.resolve("study.yaml")).replace("methods: [gd]", "methods: [gd, heavy-ball]")
                        + "parameters: {beta: 1/2}\n");
        Run two = Run.of(
                "sweep",
                folder.resolve("two.yaml").toString(),
                "--output",
                folder.resolve("both").toString(),
                "--plot",
                folder.resolve("two.svg").toString());
        assertEquals(0, two.exitCode(), two.err());
        assertTrue(Files.readString(folder.resolve("two-1.svg")).contains("gd on cubic.yaml"));
        assertTrue(Files.readString(folder.resolve("two-2.svg")).contains("heavy-ball on cubic.yaml"));
    }

    @ParameterizedTest(name = "modeq sweep {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "none.yaml; none.yaml",
                "cubic.yaml; unknown key",
                "study.yaml --threads 0; expected 1 to 1024",
                "study.yaml --threads two; given --threads two, expected a whole number",
                "study.yaml --threads 2 --master local; expected one of them",
                "study.yaml --master local[2]; the module 'cluster' is not on the class path",
                "study.yaml --plot ladder.pdf; ends in .svg, .tex or .csv",
                "study.yaml --format latex; expected text, html or json",
            })
    void badInput(String line, String expected) {
        Run run = run(line);
        assertAll(
                () -> assertEquals(2, run.exitCode(), run.err()),
                () -> assertEquals("", run.out()),
                () -> assertTrue(run.err().contains(expected), run.err()),
                () -> assertFalse(run.err().contains("Exception"), run.err()));
    }
}
