package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

@DisplayName("The command evaluate for sgd")
class EvaluateNoiseTest {
    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void files() throws IOException {
        Files.writeString(folder.resolve("two.yaml"), "{variables: [x], fields: {A: [x^2], B: [1-x]}, point: [1]}");
        Files.writeString(folder.resolve("one.yaml"), "{variables: [x], losses: {L: x^2}, point: [1]}");
    }

    private static Run run(String line) {
        return Run.inFolder(folder, "evaluate " + line);
    }

    @Test
    @DisplayName("has the drift and a noise column for each batch")
    void equation() throws IOException {
        JsonNode json = run("two.yaml --method sgd --order 2 --json").json();
        assertEquals(0.5, json.path("orders").get(0).path("vector").get(0).asDouble(), 1e-15);
        assertEquals(-0.125, json.path("orders").get(1).path("vector").get(0).asDouble(), 1e-15);
        JsonNode column = json.path("columns").get(0);
        assertEquals("A", column.path("batch").asText());
        assertEquals(
                0.5 / Math.sqrt(2),
                column.path("orders").get(0).path("vector").get(0).asDouble(),
                1e-15);
        String text = run("two.yaml --method sgd --order 3").out();
        assertTrue(text.contains("Σ_b ‖σ_b‖² = 0.25"), text);
    }

    @ParameterizedTest(name = "refuses {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one.yaml --method sgd | expected at least two",
                "two.yaml --method sgd --order 4 | expected 1 to 3",
                "two.yaml --method sgd --exact | given --exact for sgd",
                "two.yaml --method sgd --field A | given --field A for sgd",
                "two.yaml --method sgd --param beta=1/2 | given --param beta"
            })
    void refusals(String line, String words) {
        Run run = run(line.strip());
        assertEquals(2, run.exitCode(), run.out());
        assertTrue(run.err().contains(words), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }
}
