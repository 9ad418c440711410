package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
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

@DisplayName("The command validate")
class ValidateCommandTest {
    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void files() throws IOException {
        Files.writeString(folder.resolve("two.yaml"), """
                variables: [x, y]
                losses: {A: "x^3/3 - x*y^2 + x^2", B: "x*y + y^4/4"}
                point: [1/2, -1/3]
                """);
        Files.writeString(folder.resolve("nopoint.yaml"), "{variables: [x], losses: {L: x^2}}");
        Files.writeString(folder.resolve("none.json"), "{}");
        Files.writeString(folder.resolve("broken.json"), "{\"order\": 2, ");
        Files.writeString(folder.resolve("tree.json"), series("f[", "1"));
        Files.writeString(folder.resolve("high.json"), series("f[f[f]]", "1"));
        Files.writeString(folder.resolve("number.json"), series("f[f]", "half"));
        Files.writeString(folder.resolve("zero.json"), series("f[f]", "1/0"));
        Files.writeString(folder.resolve("twice.json"), series("f", "1"));
    }

    private static String series(String tree, String coefficient) {
        return "{\"order\": 2, \"terms\": [{\"tree\": \"f\", \"coefficient\": \"1\"}, {\"tree\": \"" + tree
                + "\", \"coefficient\": \"" + coefficient + "\"}]}";
    }

    private static Run run(String line) {
        List<String> words = new ArrayList<>();
        for (String word : ("validate " + line.strip()).split(" +", -1)) {
            words.add(word.matches(".*\\.(yaml|json)") ? folder.resolve(word).toString() : word);
        }
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    @DisplayName("writes the report of the protocol as JSON, with every layer")
    void json() throws IOException {
        Run run = run("two.yaml --method sequence:A,B --order 2 --step-size 0.01 --json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode report = run.json();
        assertEquals("sequence:A,B", report.path("method").asText());
        assertEquals(2, report.path("order").asInt());
        assertEquals("50 digits", report.path("precision").asText());
        assertEquals("pass", report.path("verdict").asText());
        assertTrue(report.path("cost").path("gradientEquivalents").asDouble() > 1);
        List<String> layers = new ArrayList<>();
        report.path("layers").forEach(layer -> layers.add(layer.path("layer").asText()));
        assertEquals(List.of("A", "B", "C", "D", "F"), layers);
        JsonNode global = report.path("layers").get(2);
        assertEquals(2, global.path("slope").asDouble(), 0.05);
        assertEquals(2, global.path("expected").asInt());
        assertTrue(global.path("ci95").get(1).asDouble()
                        - global.path("ci95").get(0).asDouble()
                <= 0.2);
        assertEquals(8, global.path("points").size());
        assertTrue(global.path("points").get(0).path("h").asDouble()
                > global.path("points").get(1).path("h").asDouble());
        assertEquals(5, global.path("problems").size());
        assertEquals(3, report.path("layers").get(1).path("slopes").get(4).asDouble(), 0.05);
        report.path("layers")
                .get(3)
                .path("mutants")
                .forEach(mutant -> assertTrue(mutant.path("detected").asBoolean(), mutant.toString()));
        assertEquals(0.01, report.path("layers").get(4).path("h").asDouble());
        assertEquals("", report.path("layers").get(4).path("warning").asText());
    }

    @Test
    @DisplayName(
            "names the layers on standard error and ends with 1 when a coefficient of a series is off by one per cent")
    void oneCoefficientOff() throws IOException {
        Run derived = Run.of("derive", "gd", "--order", "2", "--json");
        Files.writeString(folder.resolve("right.json"), derived.out());
        Path picture = folder.resolve("ladders.svg");
        Run right = run("two.yaml --method gd --field A --series right.json --plot " + picture);
        assertEquals(0, right.exitCode(), right.err());
        String svg = Files.readString(picture);
        assertTrue(svg.startsWith("<svg"), svg.substring(0, 80));
        assertTrue(svg.contains("transcendental fields: slope "), "every problem has its curve");
        assertTrue(right.out().startsWith("gd to order 2 on "), right.out());
        assertTrue(right.out().contains("wrong series noticed"), right.out());
        String off = derived.out().replace("\"-1/2\"", "\"-101/200\"");
        assertFalse(off.equals(derived.out()), off);
        Files.writeString(folder.resolve("off.json"), off);
        Run wrong = run("two.yaml --method gd --field A --series off.json");
        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.err().contains("fails layer A, B, C"), wrong.err());
        assertTrue(wrong.out().contains("A  coefficients, fail"), wrong.out());
    }

    @Test
    @DisplayName("tells the ladders of the dropped terms and the curvature along the run in its JSON")
    void furtherJson() throws IOException {
        JsonNode layers =
                run("two.yaml --method gd --field A --order 2 --json").json().path("layers");
        JsonNode ladder = layers.get(3).path("mutants").get(0).path("ladder");
        assertEquals(1, ladder.path("expected").asInt());
        assertEquals(1, ladder.path("slope").asDouble(), 0.05);
        assertEquals(8, ladder.path("points").size());
        assertTrue(layers.get(3).path("mutants").get(1).path("ladder").isMissingNode());
        JsonNode path = layers.get(4).path("path");
        assertEquals(0, path.get(0).path("time").asDouble());
        assertTrue(path.size() > 5 && path.get(0).path("hLambda").asDouble() > 0);
    }

    @Test
    @DisplayName("writes one page with everything, the same bytes each time, without a time of day or of work")
    void page() throws IOException {
        String line = "two.yaml --method sequence:A,B --order 2 --step-size 0.05 --format html";
        Run run = run(line);
        assertEquals(0, run.exitCode(), run.err());
        String page = run.out();
        assertTrue(page.contains("<h1>Validation of sequence:A,B to order 2 on two.yaml</h1>"));
        for (String heading : List.of(
                "Series",
                "Coefficients",
                "Local defect",
                "Validation",
                "Null tests",
                "Regime",
                "Trajectory",
                "How to reproduce")) {
            assertTrue(page.contains("\">" + heading + "</h2>"), heading);
        }
        assertEquals(5, page.split("<figure>", -1).length - 1, "ladder, null tests, curvature, terms, trajectory");
        assertTrue(page.contains("<code class=\"tex display\">"), "the series for KaTeX");
        assertTrue(page.contains("seed of the random problems</th><td>1</td>"));
        assertTrue(page.matches("(?s).*SHA-256 of two.yaml</th><td[^>]*>[0-9a-f]{64}</td>.*"));
        assertTrue(page.contains("level lines of the loss"), "the trajectory is drawn over the loss");
        assertTrue(page.length() < 1_500_000);
        assertFalse(page.contains("cpu"), "no cost");
        assertFalse(page.matches("(?s).*(src|href)=\"https?:.*"), "nothing from elsewhere");
        assertEquals(page, run(line).out());
    }

    @Test
    @DisplayName("shows the terms of a series from a file on its page, and the failure")
    void pageOfAFile() throws IOException {
        Run derived = Run.of("derive", "gd", "--order", "2", "--json");
        Files.writeString(folder.resolve("bent.json"), derived.out().replace("\"-1/2\"", "\"-101/200\""));
        Run run = run("two.yaml --method gd --field A --series bent.json --format html");
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("The series fails layer A, B, C"), run.err());
        assertTrue(run.out().contains("<td class=\"number\">-101/200</td>"));
        assertTrue(run.out().contains("SHA-256 of bent.json"));
    }

    @Test
    @DisplayName("writes a document for pdflatex with its figures and tables, each group closed")
    void document() {
        Run run = run("two.yaml --method sequence:A,B --order 2 --step-size 0.05 --format latex-document");
        assertEquals(0, run.exitCode(), run.err());
        String tex = run.out();
        assertTrue(tex.startsWith("\\documentclass[11pt]{article}"), tex.substring(0, 60));
        assertTrue(tex.contains("\\usepackage{pgfplots}"));
        assertEquals(5, tex.split("(?m)^\\\\begin\\{tikzpicture}$", -1).length - 1);
        assertTrue(tex.contains("\\toprule") && tex.contains("\\begin{longtable}"));
        assertTrue(tex.contains("the terms of $h^1$ dropped"), "powers are formulas");
        assertEquals(tex.split("\\\\begin\\{", -1).length, tex.split("\\\\end\\{", -1).length);
        assertTrue(tex.chars().allMatch(c -> c < 0x250), "no character that pdflatex lacks");
    }

    @ParameterizedTest(name = "--picture {0} draws {1}")
    @CsvSource({
        "null-tests, Null tests of gd to order 2",
        "terms, Terms of gd on two.yaml",
        "curvature, Curvature along gd on two.yaml",
        "trajectory, gd and the flows of its truncated fields"
    })
    void pictures(String name, String title) throws IOException {
        Path svg = folder.resolve(name + ".svg");
        Path tex = folder.resolve(name + ".tex");
        Path csv = folder.resolve(name + ".csv");
        Run run = run("two.yaml --method gd --field A --order 2 --steps 7 --picture " + name + " --plot " + svg
                + " --plot " + tex + " --plot " + csv);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.readString(svg).contains("<title>" + title + "</title>"), Files.readString(svg));
        assertTrue(Files.readString(tex).contains("title={" + title + "}"), Files.readString(tex));
        assertTrue(Files.readString(csv).startsWith("curve,x,y,sign\n"));
        assertTrue(Files.size(tex) < 35_000, "small enough for a paper: " + Files.size(tex));
        if (name.equals("trajectory")) {
            assertEquals(
                    8,
                    Files.readString(csv)
                            .lines()
                            .filter(line -> line.startsWith("\"iterates"))
                            .count());
        }
    }

    @ParameterizedTest(name = "modeq validate {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "two.yaml; Missing required option: '--method",
                "two.yaml --method gd; choose one, as in --field A",
                "two.yaml --method sequence:A,C; add C or rename it",
                "two.yaml --method gd --field A --order 0; expected at least 1",
                "two.yaml --method gd --field A --order 50; given the order 50, expected at most 6",
                "two.yaml --method gd --field A --step-size 0; expected a positive number",
                "two.yaml --method gd --field A --plot ladders.png; expected a name that ends in .svg, .tex or .csv",
                "two.yaml --method gd --field A --order 1 --plot /proc/none/x.svg; cannot write",
                "two.yaml --method gd --field A --step-size NaN; expected a positive number",
                "two.yaml --method splitting:A,B; cannot be run step by step",
                "two.yaml --method avf --field A; cannot be run step by step",
                "two.yaml --method heavy-ball --field A; add --param NAME=VALUE",
                "two.yaml --method gd --field A --format latex; expected text, latex-document, html or json",
                "two.yaml --method gd --field A --picture ladders; unknown picture 'ladders', expected one of ladder, null-tests",
                "two.yaml --method gd --field A --steps 0; expected 1 to 300",
                "nopoint.yaml --method gd; has no 'point'",
                "none.yaml --method gd; none.yaml",
                "two.yaml --method gd --field A --series none.json --order 2; expected one of them",
                "two.yaml --method gd --field A --series none.json; has no \"order\"",
                "two.yaml --method gd --field A --series missing.json; is missing",
                "two.yaml --method gd --field A --series broken.json; is not JSON",
                "two.yaml --method gd --field A --series tree.json; has in term 2 no tree",
                "two.yaml --method gd --field A --series high.json; of order 3 beyond its order 2",
                "two.yaml --method gd --field A --series number.json; which is no fraction",
                "two.yaml --method gd --field A --series zero.json; which is no fraction",
                "two.yaml --method gd --field A --series twice.json; has the tree f twice",
                "two.yaml --method sequence:A,B --series off-fields.json; is missing",
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
