package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
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

@DisplayName("The command evaluate for adaptive methods")
class EvaluateAdaptiveTest {
    private static final String ADAM =
            "quartic.yaml --method adam --param beta1=1/2 --param beta2=2/3 --param eps=1 --epsilon inside --order 4";

    @TempDir
    private static Path folder = Path.of("");

    /** There g = (3/4, −4/3), so that √(g² + 1) = (5/4, 5/3) and every order is a pair of fractions. */
    @BeforeAll
    static void files() throws IOException {
        Files.writeString(
                folder.resolve("quartic.yaml"),
                "{variables: [x, y], point: [1/2, -1/3],"
                        + " losses: {L: x^4/4 + x^3/3 + x^2*y^2/2 - x*y^2 + x*y + 55*x/72 + y^2/2 - 7*y/4}}");
    }

    private static Run run(String line) {
        return Run.inFolder(folder, "evaluate " + line);
    }

    @Test
    @DisplayName("says how large hτ is with a step size, and which road serves")
    void range() throws IOException {
        assertTrue(run(ADAM + " --step-size 0.01").out().contains("h = 0.0100000: hτ = 0.02000 and ‖h f₂‖/‖f₁‖ = "));
        assertTrue(run(ADAM + " --step-size 0.01").out().contains("the slow road serves here"));
        JsonNode range = run("quartic.yaml --method adam --param beta1=9/10 --param beta2=999/1000 --param eps=1"
                        + " --epsilon inside --order 2 --step-size 0.1 --json")
                .json()
                .path("range");
        assertEquals(99.9, range.path("hTau").asDouble(), 1e-9);
        assertEquals("scaled", range.path("serves").asText());
        assertTrue(range.path("correction").asDouble() > 0.5);
    }

    @Test
    @DisplayName("takes a circuit from a file, in every format, and evaluates it")
    void circuit() throws IOException {
        Files.writeString(
                folder.resolve("lion.yaml"),
                "nodes: {u: {update: -c/sqrt(c^2+eps), inputs: {c: {of: g, filter:"
                        + " 1-beta1+beta1*(1-beta2)*z/(1-beta2*z)}}}, g: {gradient: L}}");
        String file = "circuit:" + folder.resolve("lion.yaml");
        JsonNode json = Run.of("derive", file, "--order", "3", "--json").json();
        assertEquals("circuit:lion", json.path("method").asText());
        assertEquals(
                "-(1+2*beta1-beta2)/(2*(1-beta2))",
                json.path("terms").get(1).path("b").asText());
        assertTrue(Run.of("derive", file, "--order", "2").out().contains("h u_c⊙∇²L u + O(h²)"));
        assertTrue(Run.of("derive", file, "--format", "latex").out().contains("u_{c}\\odot "));
        assertTrue(Run.of("derive", file, "--format", "latex-document").out().contains("\\end{document}"));
        assertTrue(Run.of("derive", file, "--format", "summary").out().contains("\n3"));
        String[] evaluate = {
            "evaluate",
            folder.resolve("quartic.yaml").toString(),
            "--method",
            file,
            "--order",
            "2",
            "--json",
            "--param",
            "beta1=1/2",
            "--param",
            "beta2=2/3",
            "--param",
            "eps=1"
        };
        JsonNode orders = Run.of(evaluate).json().path("orders");
        // U(c) = c/√(c²+1) at g = (3/4, −4/3) is −(3/5, −4/5).
        assertEquals(-0.6, orders.get(0).path("vector").get(0).asDouble(), 1e-14);
        assertEquals(0.8, orders.get(0).path("vector").get(1).asDouble(), 1e-14);
        Run exact = Run.of("evaluate", folder.resolve("quartic.yaml").toString(), "--method", file, "--exact");
        assertEquals(2, exact.exitCode());
    }

    @Test
    @DisplayName("gives f₁ to f₄ of Adam, and every term")
    void adam() throws IOException {
        JsonNode document = run(ADAM + " --json").json();
        assertEquals("adam", document.path("method").asText());
        assertEquals("inside", document.path("epsilon").asText());
        double[][] expected = {
            {-3.0 / 5, 4.0 / 5},
            {-3.0 / 125, 9.0 / 250},
            {760111.0 / 4218750, 143269.0 / 312500},
            {253774349.0 / 17578125, -17469038833.0 / 3375000000.0}
        };
        for (int j = 0; j < 4; j++) {
            JsonNode vector = document.path("orders").get(j).path("vector");
            for (int i = 0; i < 2; i++) {
                assertEquals(expected[j][i], vector.get(i).asDouble(), 1e-12 * Math.abs(expected[j][i]));
            }
        }
        assertEquals(1 + 2 + 10 + 47, document.path("terms").size());
        assertEquals("u[m:g[u]]", document.path("terms").get(1).path("tree").asText());
        assertTrue(run(ADAM).out().startsWith("adam on "));
    }

    @ParameterizedTest(name = "modeq evaluate {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "quartic.yaml --method adam --param beta1=1/2; beta2",
                "quartic.yaml --method adam --param beta1=1/2 --param beta2=1/2; eps",
                "quartic.yaml --method adam --param beta1=1/2 --param beta2=1/2 --param eps=1 --exact; leave it out",
                "quartic.yaml --method adam --param beta1=1/2 --param beta2=1/2 --param eps=1 --road scaled; slow road",
                "quartic.yaml --method adam --param beta1=1/2 --param beta2=1/2 --param eps=1 --field M; unknown field 'M'",
                "quartic.yaml --method gd --epsilon inside; adaptive method only",
            })
    void badInput(String line, String expected) {
        Run run = run(line);
        assertAll(
                () -> assertEquals(2, run.exitCode(), run.err()),
                () -> assertEquals("", run.out()),
                () -> assertTrue(run.err().contains(expected), run.err()));
    }
}
