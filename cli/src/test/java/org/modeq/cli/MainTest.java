package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The command line")
class MainTest {
    @Nested
    @DisplayName("of derive")
    class Derive {
        @Test
        @DisplayName("gives all 37 terms of gradient descent to order 6 as JSON, zeros among them")
        void gradientDescent() throws IOException {
            JsonNode json = Run.ofLine("derive gd --order 6 --format json").json();
            assertEquals("gd", json.path("method").asText());
            assertEquals(6, json.path("order").asInt());
            assertEquals("step", json.path("clock").asText());
            assertTrue(json.path("parameters").isObject());
            assertEquals(37, json.path("terms").size());
            assertEquals(
                    "{\"power\":2,\"tree\":\"f[f,f]\",\"coefficient\":\"1/12\",\"b\":\"1/6\",\"symmetry\":2}",
                    json.path("terms").get(2).toString());
        }

        @Test
        @DisplayName("gives every coloured tree of a sequence, powers rising, in canonical order")
        void sequence() throws IOException {
            JsonNode terms = Run.ofLine("derive sequence:A,B --order 5 --format json")
                    .json()
                    .path("terms");
            assertEquals(2 + 4 + 14 + 52 + 214, terms.size());
            for (int i = 1; i < terms.size(); i++) {
                RootedTree before =
                        RootedTree.parse(terms.get(i - 1).path("tree").asText());
                RootedTree tree = RootedTree.parse(terms.get(i).path("tree").asText());
                assertTrue(before.compareTo(tree) < 0);
                assertEquals(tree.order() - 1, terms.get(i).path("power").asInt());
            }
        }

        @Test
        @DisplayName("gives brackets, also as LaTeX")
        void brackets() throws IOException {
            JsonNode terms = Run.ofLine("derive sequence:A,B --order 2 --as brackets --json")
                    .json()
                    .path("terms");
            assertEquals(
                    "[{\"power\":0,\"bracket\":\"A\",\"coefficient\":\"1\"},{\"power\":0,\"bracket\":\"B\",\"coefficient\":\"1\"},"
                            + "{\"power\":1,\"bracket\":\"[A,B]\",\"coefficient\":\"1/2\"},"
                            + "{\"power\":1,\"bracket\":\"A_2\",\"coefficient\":\"1\"},"
                            + "{\"power\":1,\"bracket\":\"B_2\",\"coefficient\":\"1\"}]",
                    terms.toString());
            assertTrue(Run.ofLine("derive sequence:A,B --as brackets --format latex")
                    .out()
                    .contains("\\frac{1}{2}[f_{A},f_{B}]"));
            assertTrue(Run.ofLine("derive sequence:A,B --as brackets").out().contains("A_2 = −1/2 A′A"));
        }

        @Test
        @DisplayName("sums up without printing terms, as text and as JSON")
        void summary() throws IOException {
            assertTrue(Run.ofLine("derive gd --order 4 --format summary").out().contains("4      4      3"));
            assertEquals(
                    "{\"order\":2,\"count\":1,\"nonzero\":1,\"sum\":\"-1/2\",\"absoluteSum\":\"1/2\"}",
                    Run.ofLine("derive gd --order 4 --format summary --json")
                            .json()
                            .path("orders")
                            .get(1)
                            .toString());
        }

        @Test
        @DisplayName("writes text, LaTeX and a document, to standard output or to a file")
        void formats(@TempDir Path folder) throws IOException {
            assertTrue(Run.ofLine("derive gd").out().contains("θ̇ = −∇L − 1/2 h ∇²L ∇L"));
            assertTrue(Run.ofLine("derive gd --notation field --width 60").out().contains("f″(f,f)"));
            Path file = folder.resolve("new").resolve("gd.tex");
            Run run = Run.of("derive", "gd", "--format", "latex-document", "--output", file.toString());
            assertAll(
                    () -> assertEquals(0, run.exitCode()),
                    () -> assertEquals("", run.out()),
                    () -> assertTrue(Files.readString(file).startsWith("\\documentclass")));
        }
    }

    @Nested
    @DisplayName("is repeated in the comment of a snippet")
    class Comments {
        private String command(String... arguments) {
            Run run = Run.of(arguments);
            assertEquals(0, run.exitCode(), run.err());
            String comment = run.out()
                    .lines()
                    .filter(line -> line.startsWith("% modeq: "))
                    .findFirst()
                    .orElse("");
            return comment.substring("% modeq: ".length(), comment.indexOf("; "));
        }

        @ParameterizedTest(name = "modeq {0}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "derive gd --format latex",
                    "derive heavy-ball --param beta=9/10 --step 0 --order 2 --format latex",
                    "derive game:alternating --param vA=1 --param vB=2 --substeps 2,1 --format latex-document",
                    "derive sequence:A*3,B --as brackets --order 2 --format latex --width 22.0",
                    "modifying rk:implicit-midpoint --order 4 --notation field --format latex",
                })
        void whole(String line) {
            assertEquals(line, command(line.split(" ", -1)));
        }

        @Test
        @DisplayName("with the file of a tableau, quoted, and without the file that is written")
        void files(@TempDir Path folder) throws IOException {
            Path tableau = folder.resolve("my heun's.yaml");
            Files.writeString(tableau, "{a: [[0, 0], [1, 0]], b: [1/2, 1/2]}");
            assertEquals(
                    "derive 'rk:" + folder + "/my heun'\\''s.yaml' --format latex",
                    command("derive", "rk:" + tableau, "--format", "latex", "--debug"));
            Path result = folder.resolve("r.tex");
            Run run = Run.of("derive", "gd", "--output", result.toString(), "--format", "latex");
            assertEquals(0, run.exitCode());
            assertTrue(Files.readString(result).startsWith("% modeq: derive gd --format latex; theta"));
            Path nextLine = folder.resolve("two\nlines");
            Files.writeString(nextLine, "{a: [[0]], b: [1]}");
            assertTrue(command("derive", "rk:" + nextLine, "--format", "latex").contains("/two?lines'"));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"--param beta=1/2,--param beta", "'--substeps 2,1','--substeps 2,1'"})
        @DisplayName("A tableau from a file takes no parameters and no players")
        void nothingForTableaus(String option, String given, @TempDir Path folder) throws IOException {
            Path tableau = folder.resolve("euler.yaml");
            Files.writeString(tableau, "{a: [[0]], b: [1]}");
            Run run = Run.ofLine("derive rk:" + tableau + " " + option);
            assertEquals(2, run.exitCode());
            assertEquals(
                    "modeq: given " + given + " for rk:" + tableau
                            + ", expected none; a tableau from a file has no parameters and no players: leave it out\n",
                    run.err());
        }
    }

    @Nested
    @DisplayName("of derive with parameters")
    class Parameters {
        @Test
        @DisplayName("leaves them as symbols, in JSON as formulas")
        void symbols() throws IOException {
            JsonNode json = Run.ofLine("derive heavy-ball --order 3 --json").json();
            assertEquals("beta", json.path("parameters").path("beta").asText());
            assertEquals(
                    "-(1+beta)/(2*(1-beta)^3)",
                    json.path("terms").get(1).path("coefficient").asText());
            assertTrue(Run.ofLine("derive heavy-ball --format latex")
                    .out()
                    .contains("\\frac{1+\\beta}{2(1-\\beta)^{3}}h\\nabla^{2}L"));
        }

        @Test
        @DisplayName("puts in the values that are given")
        void values() throws IOException {
            JsonNode json = Run.ofLine("derive heavy-ball --param beta=9/10 --order 4 --json")
                    .json();
            assertEquals("9/10", json.path("parameters").path("beta").asText());
            assertEquals("-950", json.path("terms").get(1).path("coefficient").asText());
            JsonNode game = Run.ofLine("derive game:alternating --substeps 2,3 --param vA=1 --order 2 --json")
                    .json();
            assertEquals("-1/4", game.path("terms").get(2).path("coefficient").asText());
            assertEquals("-vB/2", game.path("terms").get(3).path("coefficient").asText());
        }
    }

    @Nested
    @DisplayName("of modifying")
    class Modifying {
        @Test
        @DisplayName("gives the counter terms: for gradient descent the Taylor series of the flow")
        void counterTerms() throws IOException {
            JsonNode terms = Run.ofLine("modifying gd --order 4 --json").json().path("terms");
            assertEquals(8, terms.size());
            assertEquals("1/24", terms.get(7).path("coefficient").asText());
            assertTrue(Run.ofLine("modifying gd --notation field").out().contains("f̃ = f + 1/2 h f′f"));
            assertTrue(Run.ofLine("modifying gd --format latex").out().contains("\\tilde f &= "));
            assertTrue(Run.ofLine("modifying gd --format latex-document").out().contains("Fed with the field"));
        }
    }

    @Test
    @DisplayName("gives the field of a step from rest")
    void step() throws IOException {
        JsonNode terms =
                Run.ofLine("derive heavy-ball --step 1 --order 2 --json").json().path("terms");
        assertEquals("1+beta", terms.get(0).path("coefficient").asText());
    }

    @Test
    @DisplayName("gives where a run from rest seems to have started")
    void start() throws IOException {
        JsonNode terms = Run.ofLine("derive heavy-ball --as start --order 2 --json")
                .json()
                .path("terms");
        assertEquals(1, terms.get(0).path("power").asInt());
        assertEquals("-beta/(1-beta)^2", terms.get(0).path("coefficient").asText());
        assertEquals("(2*beta+beta^2)/(1-beta)^4", terms.get(1).path("a").asText());
        assertTrue(Run.ofLine("derive ema --as start --format latex").out().contains("S(\\theta) &= \\theta"));
        assertEquals(0, Run.ofLine("derive aggmo:2 --as start --order 3").exitCode());
        Run delayed = Run.ofLine("derive memory:z --as start");
        assertEquals(2, delayed.exitCode());
        assertTrue(delayed.err().contains("expected an average"), delayed.err());
    }

    @Test
    @DisplayName("gives the field of step n, n a letter, in powers of βⁿ")
    void stepAsSymbol() throws IOException {
        JsonNode json =
                Run.ofLine("derive heavy-ball --step n --order 2 --json").json();
        assertEquals("n", json.path("parameters").path("n").asText());
        assertEquals(
                "1/(1-beta)-beta/(1-beta)*beta^n",
                json.path("terms").get(0).path("b").asText());
        assertTrue(Run.ofLine("derive ema --step n --order 2 --format latex --param beta=1/2")
                .out()
                .contains("\\bigl(\\tfrac{1}{2}\\bigr)^{n}"));
        assertTrue(Run.ofLine("derive heavy-ball --step n --order 1").out().contains("+ beta/(1-beta)*beta^n ∇L"));
    }

    @Test
    @DisplayName("derives what the order of two steps with momentum changes")
    void swap() throws IOException {
        String line = "derive sequence:A,B --as swap --momentum ema --order 2";
        JsonNode json = Run.ofLine(line + " --json").json();
        assertEquals("A", json.path("position").get(0).path("tree").asText());
        assertEquals(
                "beta-beta^2", json.path("position").get(0).path("coefficient").asText());
        assertEquals("0", json.path("velocity").get(0).path("power").asText());
        assertTrue(Run.ofLine(line + " --param beta=1/2").out().contains("δθ = h (1/4 A − 1/4 B)"));
        assertTrue(Run.ofLine(line + " --format latex").out().contains("\\delta\\theta &= "));
        assertTrue(Run.ofLine("derive sequence:A,B --as swap --order 2").out().contains("δθ = −h² ("));
    }

    @Test
    @DisplayName("derives any memory by its filter, in every form")
    void memory() {
        String filter = "memory:1-nu+nu*(1-beta)/(1-beta*z)";
        assertTrue(Run.of("derive", filter, "--as", "loss", "--order", "2")
                .out()
                .contains("L̃ = L + (1-beta+2*beta*nu)/(4*(1-beta)) h ‖∇L‖² + O(h²)"));
        assertTrue(Run.of("derive", filter, "--order", "2", "--format", "latex-document")
                .out()
                .contains("\\end{document}"));
    }

    @Test
    @DisplayName("shows its help, its version, and the methods there are")
    void help() {
        assertTrue(Run.of("--help").out().contains("modeq demo"));
        assertTrue(Run.of().out().contains("Usage: modeq"));
        assertTrue(Run.ofLine("derive --help").out().contains("sequence:A,B,…"));
        assertTrue(Run.of("--version").out().startsWith("modeq "));
    }

    @Test
    @DisplayName("runs every derive command of the README as it is printed there")
    void readme() throws IOException {
        List<String> commands = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("    ./modeq derive"))
                .map(line -> line.replaceFirst("#.*", "").strip().substring("./modeq ".length()))
                .toList();
        assertEquals(22, commands.size());
        for (String command : commands) {
            if (command.contains("--order 20")) {
                continue; // needs more memory than a test has; the benchmarks run it
            }
            assertEquals(0, Run.ofLine(command).exitCode(), command);
        }
    }

    @ParameterizedTest(name = "modeq {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "derive; METHOD",
                "derive gdd; did you mean gd?",
                "derive newton; expected one of gd",
                "derive gd --order 0; expected at least 1",
                "derive gd --order -1; expected at least 1",
                "derive gd --order two; given --order two, expected a whole number",
                "derive gd --order 2.5; given --order 2.5, expected a whole number",
                "derive gd --order 40; largest order that fits",
                "derive gd --order 1000000000; largest order that fits",
                "derive sequence:A,B --order 25; largest order that fits",
                "derive gd --as los; expected field, brackets, loss, metric, hamiltonian or start",
                "derive gd --as loss --step 3; with memory",
                "derive gd --as loss --format summary; --as field has it",
                "derive gd --as loss --order 0; at least 1",
                "derive gd --as hamiltonian --notation gradient; expected field",
                "derive gd --as metric --notation field; expected gradient",
                "derive gd --as metric --format summary; --as field has it",
                "derive gd --as metric --order 14; expected at most 13 for the metric form",
                "derive nesterov --as metric --order 12; give numbers for the symbols",
                "derive game:alternating --as metric; each player moves its own part",
                "derive symplectic-euler --as metric; take --as hamiltonian",
                "derive joint:A,B --as brackets; one field each",
                "derive joint:A,B --as brackets --format summary; one field each",
                "derive sequence:A,B --as brackets --order 0 --format summary; at least 1",
                "derive sequence:A,B --as brackets --order 200; the largest degree that fits is 12",
                "derive gd --format pdf; expected text, latex, latex-document, html, json or summary",
                "derive gd --notation runes; expected gradient, field, index or tree",
                "derive gd --width 3; a width of 3",
                "derive gd --width NaN; a width of NaN",
                "derive gd --width wide; given --width wide, expected a number",
                "derive gd extra; nothing more was expected",
                "derive gd --oder 3; did you mean --order?",
                "derive sequence: ; expected a name",
                "derive sequence:A,,B; expected a name",
                "derive sequence:A*0; at least 1",
                "derive sequence:A*2x; expected a name",
                "derive sequence:A*h; step size",
                "derive sequence:A_2; cannot name a field",
                "derive sequence:A*20000; at most 10000",
                "derive gd:A; alone",
                "derive gd --step 1; with memory",
                "derive heavy-ball --step -1; at least 0",
                "derive heavy-ball --step x; expected a whole number",
                "derive heavy-ball --step n --as brackets; there is one field",
                "derive memory:1/(1-z); no finite sum",
                "derive memory:1/(1+z); |z| <= 1",
                "derive memory:1/(1-beta*z) --param beta=1; no finite sum",
                "derive memory:1/(1-n*z) --step n; another name",
                "derive aggmo; from 1 to 9",
                "derive sequence:A,B,C --as swap; a sequence of two tasks",
                "derive heavy-ball --as swap; a sequence of two tasks",
                "derive sequence:A,B --momentum ema; a sequence of two tasks",
                "derive sequence:A,B --as swap --momentum adam; expected ema",
                "derive sequence:A,B --as swap --param beta=1/2; none has no parameters",
                "modifying sequence:A,B; method of one field",
                "modifying gd --order 0; at least 1",
                "modifying gd --as brackets; unknown option '--as'",
                "derive gd --param beta=1/2; no parameters",
                "derive heavy-ball --param alpha=1; expected beta",
                "derive heavy-ball --param beta=1; other than 1",
                "derive heavy-ball --param beta=x; not a rational number",
                "derive heavy-ball --param beta; given --param beta, expected NAME=VALUE",
                "derive heavy-ball --substeps 2; only game:alternating",
                "derive game:alternating --substeps 2; one number for each",
                "derive game:alternating --substeps 0,1; at least 1",
                "derive game:alternating --substeps a; one number for each",
                "derive game:alternating --substeps 2x,1; with commas",
                "derive game:simultaneous --substeps 1,1; use game:alternating",
                "derive game; expected game:simultaneous",
                "derive rk:rk5; did you mean rk4?",
                "derive heavy-ball --as brackets; one field each",
                "derive gd --output /proc/none/x; cannot write",
                "dervie gd; did you mean derive?",
                "frobnicate; frobnicate",
                "check none.yaml; looked in",
                "check . ; there is no file",
                "check --format xml; expected text, latex, latex-document, html or json",
                "demo --output pom.xml; which is a file",
                "demo --output; given --output without DIR",
                "demo extra; extra",
                "--frob; --frob"
            })
    void badInput(String line, String expected) {
        Run run = Run.ofLine(line.strip());
        assertAll(
                () -> assertEquals(2, run.exitCode()),
                () -> assertEquals("", run.out()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().startsWith("modeq: "), run.err()),
                () -> assertTrue(run.err().contains(expected), run.err()),
                () -> assertFalse(run.err().contains("Exception"), run.err()));
    }

    @Test
    @DisplayName("prints a stack trace only when it is asked to")
    void debug() {
        assertTrue(Run.ofLine("--debug derive gd --order 0").err().contains("\tat org.modeq"));
        assertTrue(Run.ofLine("derive gd --order 0 --debug").err().contains("\tat org.modeq"));
    }
}
