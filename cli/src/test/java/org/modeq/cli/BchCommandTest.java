package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The command bch")
class BchCommandTest {
    /** What a run left: exit code and both streams. */
    private record Run(int exitCode, String out, String err) {
        static Run of(List<String> options) {
            List<String> words = new ArrayList<>(List.of("bch"));
            words.addAll(options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exitCode = Main.run(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    words.toArray(String[]::new));
            return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        static Run of(String options) {
            return of(options.isEmpty() ? List.of() : Arrays.asList(options.split(" ", -1)));
        }

        String text() {
            assertEquals("", err);
            assertEquals(0, exitCode);
            return out;
        }

        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(text());
        }
    }

    /** word, bracket and coefficient of each term on a line. */
    private static List<String> terms(String options) throws IOException {
        List<String> lines = new ArrayList<>();
        Run.of(options + " --json")
                .json()
                .path("terms")
                .forEach(term -> lines.add(
                        term.path("word").asText() + " " + term.path("bracket").asText() + " "
                                + term.path("coefficient").asText()));
        return lines;
    }

    @Test
    @DisplayName("writes conventions, formula and table as text")
    void text() {
        assertEquals("""
                log(e^A e^B), degree 4, Lyndon basis
                the first factor acts first; [X,Y] = XY − YX, for fields [f,g] = g′f − f′g; ad_X Y = [X,Y]

                log(e^A e^B) =
                      A + B + 1/2 [A,B] + 1/12 [A,[A,B]] + 1/12 [[A,B],B] + 1/24 [A,[[A,B],B]] + …

                degree  word  bracket        coefficient
                1       A     A              1
                1       B     B              1
                2       AB    [A,B]          1/2
                3       AAB   [A,[A,B]]      1/12
                3       ABB   [[A,B],B]      1/12
                4       AABB  [A,[[A,B],B]]  1/24
                """, Run.of("").text());
    }

    @Test
    @DisplayName("writes JSON: letters, product, basis and degree, then the terms")
    void json() throws IOException {
        assertEquals(
                "{\"schema\":1,\"letters\":[\"A\",\"B\"],\"product\":\"A,B\",\"basis\":\"lyndon\",\"degree\":4,\"terms\":["
                        + "{\"word\":\"A\",\"bracket\":\"A\",\"coefficient\":\"1\"},"
                        + "{\"word\":\"B\",\"bracket\":\"B\",\"coefficient\":\"1\"},"
                        + "{\"word\":\"AB\",\"bracket\":\"[A,B]\",\"coefficient\":\"1/2\"},"
                        + "{\"word\":\"AAB\",\"bracket\":\"[A,[A,B]]\",\"coefficient\":\"1/12\"},"
                        + "{\"word\":\"ABB\",\"bracket\":\"[[A,B],B]\",\"coefficient\":\"1/12\"},"
                        + "{\"word\":\"AABB\",\"bracket\":\"[A,[[A,B],B]]\",\"coefficient\":\"1/24\"}]}",
                Run.of("--letters A,B --degree 4 --format json").json().toString());
    }

    @Test
    @DisplayName("sums up each degree, as text and as JSON")
    void summary() throws IOException {
        assertEquals("""
                degree  elements  c ≠ 0  Σ c   Σ |c|
                1       2         2      2     2
                2       1         1      1/2   1/2
                3       2         2      1/6   1/6
                4       3         1      1/24  1/24
                """, Run.of("--format summary").text());
        assertEquals(
                "{\"schema\":1,\"letters\":[\"A\",\"B\"],\"product\":\"A,B\",\"basis\":\"hall\",\"degree\":3,\"orders\":["
                        + "{\"order\":1,\"count\":2,\"nonzero\":2,\"sum\":\"2\",\"absoluteSum\":\"2\"},"
                        + "{\"order\":2,\"count\":1,\"nonzero\":1,\"sum\":\"1/2\",\"absoluteSum\":\"1/2\"},"
                        + "{\"order\":3,\"count\":2,\"nonzero\":2,\"sum\":\"0\",\"absoluteSum\":\"1/6\"}]}",
                Run.of("--degree 3 --basis hall --format summary --json").json().toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "--basis lyndon",
                "--basis hall",
                "--basis right-normed",
                "--word A/2,B,A/2",
                "--word A+B/2,A-B/2"
            })
    @DisplayName("sums up the terms that it lists")
    void totals(String options) throws IOException {
        String common = options + " --degree 7";
        JsonNode orders = Run.of(common + " --format summary --json").json().path("orders");
        Rational[] sums = new Rational[8];
        Arrays.fill(sums, Rational.ZERO);
        Run.of(common + " --json").json().path("terms").forEach(term -> {
            int degree = term.path("word").asText().length();
            sums[degree] =
                    sums[degree].add(Rational.parse(term.path("coefficient").asText()));
        });
        assertEquals(7, orders.size());
        for (JsonNode line : orders) {
            assertEquals(
                    sums[line.path("order").asInt()].toString(),
                    line.path("sum").asText());
        }
    }

    /** By hand: [B,A] = −[A,B], [A,[B,A]] = −[A,[A,B]] and [B,[B,A]] = [[A,B],B]. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "lyndon; A A 1|B B 1|AB [A,B] 1/2|AAB [A,[A,B]] 1/12|ABB [[A,B],B] 1/12",
                "hall; A A 1|B B 1|AB [A,B] 1/2|AAB [A,[A,B]] 1/12|BAB [B,[A,B]] -1/12",
                "right-normed; A A 1|B B 1|BA [B,A] -1/2|ABA [A,[B,A]] -1/12|BBA [B,[B,A]] 1/12"
            })
    @DisplayName("knows three bases")
    void bases(String basis, String expected) throws IOException {
        assertEquals(List.of(expected.split("\\|", -1)), terms("--degree 3 --basis " + basis));
        assertEquals(List.of(expected.split("\\|", -1)), terms("--degree 3 --basis " + basis.toUpperCase(Locale.ROOT)));
    }

    /** Strang's splitting: Hairer, Lubich and Wanner (2006), section III.4; the others by hand. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A/2,B,A/2; A A 1|B B 1|AAB [A,[A,B]] -1/24|ABB [[A,B],B] 1/12",
                "A,B,-A,-B; AB [A,B] 1|AAB [A,[A,B]] 1/2|ABB [[A,B],B] -1/2",
                "A+B/2,A-B/2; A A 2|AB [A,B] -1/2|ABB [[A,B],B] 1/12",
                "A,A,2*B/2; A A 2|B B 1|AB [A,B] 1|AAB [A,[A,B]] 1/3|ABB [[A,B],B] 1/6",
                "3/8*A; A A 3/8",
                "-A,B; A A -1|B B 1|AB [A,B] -1/2|AAB [A,[A,B]] 1/12|ABB [[A,B],B] -1/12"
            })
    @DisplayName("takes products of multiples and sums of letters")
    void words(String word, String expected) throws IOException {
        assertEquals(List.of(expected.split("\\|", -1)), terms("--degree 3 --word " + word));
    }

    @Test
    @DisplayName("takes the letters as the word, the first acting first, and a word of fewer letters")
    void letters() throws IOException {
        assertEquals(List.of("A A 1", "B B 1", "AB [A,B] -1/2"), terms("--degree 2 --letters B,A"));
        assertEquals(List.of("A A 1", "B B 1", "AB [A,B] 1/2"), terms("--degree 2 --letters A,B,C --word A,B"));
        assertEquals(
                "[\"A\",\"B\",\"C\"]",
                Run.of("--letters C,B,A --word A,B --json")
                        .json()
                        .path("letters")
                        .toString());
        assertTrue(
                Run.of("--letters A,B,C --word A,B --format summary").text().contains("2       3         1      1/2"));
        assertEquals(List.of("f1 f1 1", "g g 1", "f1 g [f1,g] 1/2"), terms("--degree 2 --letters f1,g"));
        assertEquals(List.of(), terms("--word A,-A"));
    }

    @Test
    @DisplayName("writes LaTeX with the command in the comment, and a document")
    void latex() {
        assertEquals("""
                % modeq: bch --word A/2,B,A/2 --degree 3 --format latex; the first factor acts first; [X,Y] = XY - YX, for fields [f,g] = g'f - f'g; ad_X Y = [X,Y]
                \\begin{equation}\\label{eq:modeq-bch-lyndon-3}
                \\begin{aligned}
                &\\log\\bigl(e^{A/2}e^{B}e^{A/2}\\bigr)=\\\\
                &\\quad A+B-\\frac{1}{24}[A,[A,B]]+\\frac{1}{12}[[A,B],B]+\\cdots
                \\end{aligned}
                \\end{equation}
                """, Run.of("--word A/2,B,A/2 --degree 3 --format latex").text());
        String document = Run.of("--basis hall --format latex-document").text();
        assertTrue(document.startsWith("\\documentclass") && document.endsWith("\\end{document}\n"), document);
    }

    @Test
    @DisplayName("writes to a file, whose folder it makes")
    void output(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("bch.json");
        Run run = Run.of(List.of("--degree", "2", "--json", "--output", file.toString()));
        assertEquals("", run.text());
        assertEquals(Run.of("--degree 2 --json").text(), Files.readString(file));
    }

    @Test
    @DisplayName("explains itself")
    void help() {
        String help = Run.of("--help").text();
        assertTrue(help.contains("--letters=A,B,...") && help.contains("modeq bch --word A/2,B,A/2"), help);
    }

    @Test
    @DisplayName("gives what the README prints, and runs its other commands")
    void readme() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "README.md"));
        List<String> commands = lines.stream()
                .filter(line -> line.startsWith("    ./modeq bch"))
                .map(line -> line.replaceFirst("#.*", "")
                        .strip()
                        .substring("./modeq bch".length())
                        .strip())
                .toList();
        assertEquals(5, commands.size());
        String readme = String.join("\n", lines);
        String printed = Run.of(commands.get(0)).text().stripTrailing().replaceAll("(?m)^(?=.)", "      ");
        assertTrue(readme.contains("\n" + printed + "\n"), printed);
        for (String command : commands) {
            if (!command.contains("--degree 20")) { // longer than a test should be; the benchmarks run it
                Run.of(command).text();
            }
        }
    }

    @ParameterizedTest(name = "modeq bch {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "--degree 0; given degree 0, expected at least 1",
                "--degree -1; given degree -1, expected at least 1",
                "--degree 0 --basis hall; given degree 0, expected at least 1",
                "--degree x; given --degree x, expected a whole number",
                "--degree 2.5; given --degree 2.5, expected a whole number",
                "--degree 200; the largest degree that fits is",
                "--degree 200 --format summary; the largest degree that fits is",
                "--degree 2000000000; the largest degree that fits is",
                "--degree 64 --letters A; the largest degree that fits is 63",
                "--degree 200000 --letters A --basis hall; the largest degree that fits is 63",
                "--degree 12 --word A/999999999,B/999999998; give factors with fewer digits",
                "--basis lindon; did you mean lyndon?",
                "--basis rihgt-normed; did you mean right-normed?",
                "--basis dynkin; expected one of lyndon, hall, right-normed",
                "--basis hall --degree 30; expected at most 14: beyond it",
                "--basis right-normed --degree 30; use --basis lyndon",
                "--basis hall --letters A,B,C,D,E,F,G,H --degree 7; expected at most 5",
                "--letters ; given '' in the letters '', expected a letter",
                "--letters A,A; given the letters 'A,A', expected each once; leave out",
                "--letters A,,B; given '' in the letters 'A,,B'",
                "--letters 1; given '1' in the letters '1'",
                "--letters A|B; separate them by commas, as A,B",
                "--word ; given '' in the word ''",
                "--word A,,B; given '' in the word 'A,,B'",
                "--word A^2; given 'A^2' in the word 'A^2', expected a letter with a factor",
                "--word A*; given 'A*' in the word 'A*'",
                "--word A/0; given 'A/0', expected a factor other than 0; leave",
                "--word 0*A; given '0*A', expected a factor other than 0",
                "--word A,1; given '1' in the word 'A,1'",
                "--word A/1000000000000; at most 9 digits",
                "--word A,C --letters A,B; write --letters A,B,C or leave --letters out",
                "--format pdf; expected text, latex, latex-document, html, json or summary",
                "--width 3; given a width of 3, expected 10 to 100000; leave it out",
                "--width NaN; given a width of NaN",
                "--wrod A; did you mean --word?",
                "A,B; given 'A,B', where nothing more was expected",
                "--output /proc/none/x; cannot write"
            })
    @DisplayName("refuses at once, in one line that says how to mend it")
    void badInput(String options, String expected) {
        String given = options.endsWith("--letters") || options.endsWith("--word") ? options + " " : options;
        Run run = assertTimeout(Duration.ofSeconds(5), () -> Run.of(given.replace("A|B", "A\tB")));
        assertAll(
                () -> assertEquals(2, run.exitCode()),
                () -> assertEquals("", run.out()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().startsWith("modeq: "), run.err()),
                () -> assertTrue(run.err().contains(expected), run.err()),
                () -> assertFalse(run.err().contains("Exception"), run.err()));
    }
}
