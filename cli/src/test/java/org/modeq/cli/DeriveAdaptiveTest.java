package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("derive adam and its relatives")
class DeriveAdaptiveTest {
    private static String out(String line) {
        Run run = Run.ofLine(line);
        assertEquals(0, run.exitCode(), run.err());
        return run.out();
    }

    @Test
    @DisplayName("gives every typed tree with its coefficient as JSON")
    void json() throws IOException {
        JsonNode json = Run.ofLine("derive adam --order 3 --json").json();
        assertEquals("adam", json.path("method").asText());
        assertEquals("step", json.path("clock").asText());
        assertEquals("slow", json.path("road").asText());
        assertEquals("outside", json.path("epsilon").asText());
        assertEquals(
                "{\"beta1\":\"beta1\",\"beta2\":\"beta2\",\"eps\":\"eps\"}",
                json.path("parameters").toString());
        assertEquals(13, json.path("terms").size());
        assertEquals(
                "{\"power\":1,\"tree\":\"u[m:g[u]]\",\"coefficient\":\"-(1+beta1)/(2*(1-beta1))\","
                        + "\"b\":\"-(1+beta1)/(2*(1-beta1))\",\"symmetry\":1}",
                json.path("terms").get(1).toString());
    }

    @Test
    @DisplayName("has numbers where the parameters are numbers")
    void numbers() throws IOException {
        JsonNode json = Run.ofLine("derive adam --order 2 --json --param beta1=1/2 --param beta2=2/3 --epsilon inside")
                .json();
        assertEquals("-3/2", json.path("terms").get(1).path("coefficient").asText());
        assertEquals("-5/2", json.path("terms").get(2).path("coefficient").asText());
        assertEquals("inside", json.path("epsilon").asText());
    }

    @Test
    @DisplayName("counts the trees in a summary, as a table and as JSON")
    void summary() throws IOException {
        assertTrue(out("derive adam --order 5 --format summary").contains("\n5      257    257"));
        JsonNode json =
                Run.ofLine("derive rmsprop --order 4 --format summary --json").json();
        assertEquals(47, json.path("orders").get(3).path("count").asInt());
        assertEquals("rmsprop", json.path("method").asText());
    }

    @Test
    @DisplayName("has the scaled road, with the fields it stands for")
    void scaled() throws IOException {
        JsonNode json = Run.ofLine("derive adam --road scaled --order 2 --json").json();
        assertEquals("scaled", json.path("road").asText());
        assertEquals(
                "m' = κ₁(∇L(θ)−m), κ₁ = (1−β₁)/h", json.path("fields").path("M").asText());
        assertEquals(12, json.path("terms").size());
        assertTrue(out("derive adam --road scaled --order 2 --format summary").contains("\n2      9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"adam", "adamw", "nadam", "rmsprop", "rmsprop-momentum", "rmsprop-centred --epsilon inside"})
    @DisplayName("is written in every format")
    void formats(String method) {
        Map<String, String> marks = Map.of(
                "text", "θ̇ = −",
                "latex", "\\dot\\theta &= -",
                "latex-document", "\\end{document}",
                "json", "\"tree\" : \"u[m:g[u]]\"",
                "summary", "order  trees  b ≠ 0");
        marks.forEach((format, mark) -> {
            String text = out("derive " + method + " --order 2 --format " + format);
            assertTrue(text.contains(mark), text);
        });
    }

    @Test
    @DisplayName("prints what the README shows")
    void readme() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String text = out("derive adam --order 2");
        String formula = text.substring(text.indexOf("θ̇ ="), text.indexOf("\n\npower"));
        assertTrue(readme.contains(formula.replaceAll("(?m)^(?=.)", "      ")), formula);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "derive adam --as loss; expected --as field",
                "derive adam --step 0; expected --as field without --step",
                "derive adam --notation field; written coordinate by coordinate",
                "derive adam --epsilon beside; inside for m/√(v+ε)",
                "derive adam --road fast; expected slow",
                "derive rmsprop-momentum --road scaled; take --road slow",
                "derive rmsprop-centred --epsilon inside --road scaled; take --road slow",
                "derive circuit:missing.yaml; there is no file",
                "derive adam --road scaled --param beta1=1/2; kappa = (1-beta)/h is fixed",
                "derive adam --param beta1=1; 0 <= beta1 < 1",
                "derive adam --param rho=1; expected beta1, beta2, eps",
                "derive adam --substeps 2; only game:alternating has sub-steps",
                "derive adam --order 0; expected at least 1",
                "derive adam --order 30; largest order that fits",
                "derive gd --road scaled; leave it out",
                "derive gd --epsilon inside; leave it out",
                "derive lion; there is no series",
                "derive amsgrad; no steady state",
                "derive rmsprop-centred; expected --epsilon inside"
            })
    @DisplayName("refuses what has no series, with the reason")
    void refusals(String line, String reason) {
        Run run = Run.ofLine(line);
        assertEquals(2, run.exitCode(), run.out());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
