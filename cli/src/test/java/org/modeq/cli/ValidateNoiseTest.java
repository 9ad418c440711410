package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The command validate for sgd and for adaptive methods")
class ValidateNoiseTest {
    private static final String ADAM =
            "quartic.yaml --method adam --param beta1=1/2 --param beta2=2/3 --param eps=1 --epsilon inside";

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void files() throws IOException {
        Files.writeString(folder.resolve("quartic.yaml"), """
                {variables: [x, y], point: [1/2, -1/3],
                 losses: {L: x^4/4 + x^3/3 + x^2*y^2/2 - x*y^2 + x*y + 55*x/72 + y^2/2 - 7*y/4}}
                """);
        Files.writeString(folder.resolve("cubic.yaml"), """
                variables: [x, y]
                losses:
                  A: "x^4/8 - y^4/16 + x^2*y/4 + 3*x/4 - y/2 + x^2/2"
                  B: "x^4/4 + y^4/8 - 3*x^2*y/8 + x/4 + 3*y/4 + x^2"
                  C: "x^4/16 + y^4/4 + x^2*y/4 - x/2 - y/2 + x^2/4"
                point: [1/2, -1/4]
                """);
        // Constant fields: to order 3 the moments to degree 3 are exact, and no slope can be measured.
        Files.writeString(folder.resolve("constant.yaml"), "{variables: [x], losses: {A: -3*x, B: -x}, point: [1/2]}");
    }

    private static Run run(String line) {
        return Run.inFolder(folder, "validate " + line);
    }

    private static List<String> letters(JsonNode report) {
        List<String> letters = new ArrayList<>();
        report.path("layers").forEach(layer -> letters.add(layer.path("layer").asText()));
        return letters;
    }

    @Test
    @DisplayName(
            "measures the generator of sgd by one step, by moments and by sampled paths, with every number in its JSON")
    void noise() throws IOException {
        Run run = run("cubic.yaml --method sgd --order 2 --json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode report = run.json();
        assertEquals("pass", report.path("verdict").asText());
        assertEquals("sgd", report.path("method").asText());
        assertEquals("double", report.path("precision").asText());
        assertEquals(List.of("A", "B", "E", "D", "F"), letters(report));
        assertEquals(3, report.path("layers").get(1).path("slopes").get(4).asDouble(), 0.02);
        JsonNode noise = report.path("layers").get(2);
        assertEquals("noise", noise.path("name").asText());
        assertEquals(2, noise.path("slope").asDouble(), 0.05);
        JsonNode sampled = noise.path("ladders").get(2);
        assertEquals("SDE of weak order 2, sampled", sampled.path("law").asText());
        assertTrue(sampled.path("ci95").get(0).asDouble() <= 2
                && 2 <= sampled.path("ci95").get(1).asDouble());
        assertEquals(5, sampled.path("standardErrors").size());
        assertTrue(sampled.path("varianceReductions").get(4).asDouble() > 1e4);
        assertEquals(256, sampled.path("paths").asInt());
        assertEquals(1, sampled.path("seed").asInt());
        JsonNode mutants = report.path("layers").get(3).path("mutants");
        assertEquals(
                "the correction of the drift dropped",
                mutants.get(1).path("mutation").asText());
        assertEquals(1, mutants.get(1).path("ladder").path("slope").asDouble(), 0.05);
    }

    @Test
    @DisplayName("measures adam by the signals of its circuit and by a run after its burn-in")
    void adam() throws IOException {
        Run run = run(ADAM + " --order 2 --json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode report = run.json();
        assertEquals("50 digits", report.path("precision").asText());
        assertEquals(List.of("A", "B", "D", "F"), letters(report));
        assertTrue(report.path("layers").get(0).path("worst").asDouble() < 1e-12);
        assertEquals(3, report.path("layers").get(1).path("slopes").get(3).asDouble(), 0.05);
        assertEquals(1.0 / 3, report.path("layers").get(3).path("reach").asDouble(), 1e-12, "1/(1 + τ), τ = 2");
    }

    @Test
    @DisplayName("warns of a step size beyond the reach in h(1+τ), and names the other road")
    void reach() {
        Run run = run(ADAM + " --order 1 --step-size 2");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("warning: h·(1+τ)·‖Du‖"), run.out());
        assertTrue(run.out().contains("--road scaled"), run.out());
    }

    @Test
    @DisplayName("ends with 1 and names the layers where a slope cannot be measured")
    void fails() {
        Run run = run("constant.yaml --method sgd --order 3");
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(run.err().contains("sgd to order 3 fails layer B, E"), run.err());
        assertTrue(run.out().contains("too few points"), run.out());
    }

    @ParameterizedTest(name = "writes a page and a document for {0}")
    @CsvSource({"cubic.yaml --method sgd --order 1, Noise", ADAM + " --order 1, Local defect"})
    void pages(String line, String section) {
        Run html = run(line + " --format html");
        assertEquals(0, html.exitCode(), html.err());
        assertTrue(html.out().contains("\">" + section + "</h2>"), section);
        assertTrue(
                html.out().contains("The series that was tested") || html.out().contains("The generator"), section);
        assertFalse(html.out().contains("\">Trajectory</h2>"), "there is no flow through the iterates");
        Run document = run(line + " --format latex-document");
        assertEquals(0, document.exitCode(), document.err());
        assertTrue(document.out().contains("\\section*{" + section + "}"), section);
        assertTrue(document.out().chars().allMatch(c -> c < 0x250), "no character that pdflatex lacks");
    }

    @ParameterizedTest(name = "refuses {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "quartic.yaml --method sgd | expected 2 to 8 batches",
                "cubic.yaml --method sgd --order 5 | expected 1 to 4",
                "cubic.yaml --method sgd --param beta=1/2 | sgd has no parameters",
                "cubic.yaml --method sgd --field A | leave out --field",
                "cubic.yaml --method sgd --series mine.json | leave it out, give --order",
                "quartic.yaml --method adam --order 2 | add --param eps=VALUE",
                "quartic.yaml --method adam --param beta1=1/2 --param beta2=1/2 --param eps=1 --road scaled | expected slow",
                "quartic.yaml --method rmsprop-centred --epsilon inside --param beta2=1/2 --param eps=1 | there is no run",
                "quartic.yaml --method rmsprop --param beta2=9999/10000 --param eps=1 --order 1 | forgets the start"
            })
    void refusals(String line, String words) {
        Run run = run(line.strip());
        assertEquals(2, run.exitCode(), run.out());
        assertTrue(run.err().contains(words), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }
}
