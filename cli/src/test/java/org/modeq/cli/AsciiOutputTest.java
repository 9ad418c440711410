package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.cli.terminal.Terminal;
import org.modeq.symbolic.latex.Ascii;

@DisplayName("The text of every command")
class AsciiOutputTest {
    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    private static final Terminal ASCII = new Terminal(true, 100, false);

    @TempDir
    private Path folder = Path.of("");

    private static Stream<String> commands() {
        Stream<String> results = Stream.of(
                "derive gd --order 5",
                "derive gd --order 4 --notation field",
                "derive gd --order 4 --notation index --width 70",
                "derive gd --order 3 --notation tree",
                "derive gd --as hamiltonian",
                "derive gd --format summary",
                "derive sequence:A*3,B*2 --order 3",
                "derive sequence:A,B --as brackets --order 4",
                "derive sequence:A,B --as metric --order 3",
                "derive sequence:A,B --as brackets --format summary",
                "derive sequence:A,B --as swap --momentum ema --order 2",
                "derive heavy-ball --as loss --order 3",
                "derive heavy-ball --step n --order 2",
                "derive heavy-ball --as start --order 2",
                "derive stormer-verlet --as hamiltonian --order 5",
                "derive shuffle:m --order 3 --centred",
                "derive shuffle:m --as loss --order 2 --centred",
                "derive sgd --as generator --order 3 --centred --noise gaussian",
                "derive sgd --as sde --order 3 --calculus stratonovich",
                "derive adam --order 2 --epsilon inside",
                "derive adamw --order 2 --road scaled",
                "derive sam --order 3",
                "derive game:alternating --order 3",
                "modifying rk:implicit-midpoint --order 5",
                "bch --word A/2,B,A/2 --degree 7",
                "bch --degree 4 --format summary",
                "order-conditions A,B,A --order 3",
                "order-conditions A,B --search 6",
                "evaluate problem.yaml --method sequence:A,B --exact",
                "evaluate problem.yaml --method sequence:A,B --quantities",
                "evaluate problem.yaml --method gd --field A --symbolic",
                "evaluate problem.yaml --method sgd --order 2",
                "evaluate problem.yaml --method adam --field A --order 2 --param beta1=1/2 --param beta2=2/3 --param eps=1",
                "evaluate network.yaml --method sequence:A,B --order 2 --quantities",
                "validate problem.yaml --method gd --field A --order 1",
                "sweep study.yaml --output out",
                "check --all",
                "example --list",
                "info",
                "help",
                "man validate",
                "completion bash");
        return Stream.concat(results, Commands.names().stream().map(name -> "help " + name));
    }

    private Run run(Terminal terminal, String line) {
        return Run.on(
                terminal,
                Arrays.stream(line.split(" ", -1))
                        .map(word -> word.matches(".*\\.yaml|out")
                                ? folder.resolve(word).toString()
                                : word)
                        .toArray(String[]::new));
    }

    private void writeFiles() throws IOException {
        Files.writeString(
                folder.resolve("problem.yaml"),
                "{variables: [x, y], losses: {A: x^3/3 - x*y^2 + x^2, B: x*y + y^2}, point: [1/2, -1/3]}");
        Files.writeString(folder.resolve("data.csv"), "1,2,0\n0.5,1,1\n-1,0,1\n2,1,0\n");
        Files.writeString(folder.resolve("network.yaml"), """
                model: {kind: mlp, sizes: [2, 2, 2], activation: tanh, loss: cross-entropy}
                data: {file: data.csv, columns: {features: "1-2", target: 3},
                       tasks: {A: "target < 1", B: "target >= 1"}}
                point: {seed: 7}
                """);
        Files.writeString(
                folder.resolve("study.yaml"),
                "{problems: [problem.yaml], methods: [\"sequence:A,B\"], seeds: 1-2, step-sizes: [1/10, 1/20],"
                        + " horizon: 1/2, orders: [1, 2]}");
    }

    @ParameterizedTest(name = "modeq {0}")
    @MethodSource("commands")
    @DisplayName("is written in ASCII without a question mark more, its columns below each other")
    void isAscii(String line) throws IOException {
        writeFiles();
        Run unicode = run(Terminal.PLAIN, line);
        Run ascii = run(ASCII, line);
        assertAll(
                () -> assertEquals(unicode.exitCode(), ascii.exitCode()),
                () -> assertTrue(unicode.exitCode() <= Main.CHECK_FAILED, unicode.err()),
                () -> assertTrue(isAsciiAlone(ascii.out()), ascii.out()),
                () -> assertTrue(isAsciiAlone(ascii.err()), ascii.err()),
                () -> assertEquals(questions(unicode.out()), questions(ascii.out())),
                () -> assertAligned(unicode.out(), ascii.out()));
    }

    private static boolean isAsciiAlone(String text) {
        return text.chars().allMatch(unit -> unit < 128) && !text.contains("{U+");
    }

    private static long questions(String text) {
        return text.chars().filter(unit -> unit == '?').count();
    }

    /** Cells that begin in one column of a paragraph do so in ASCII. Paragraphs with other lines are broken sums. */
    private static void assertAligned(String unicode, String ascii) {
        String[] before = unicode.split("\n[ ]*\n", -1);
        String[] after = ascii.split("\n[ ]*\n", -1);
        assertEquals(before.length, after.length, ascii);
        for (int n = 0; n < before.length; n++) {
            List<String> lines = before[n].lines().toList();
            List<String> written = after[n].lines().toList();
            if (lines.size() == written.size()) {
                assertAligned(lines, written);
            }
        }
    }

    private static void assertAligned(List<String> lines, List<String> written) {
        Map<Integer, Integer> columns = new TreeMap<>();
        for (int n = 0; n < lines.size(); n++) {
            List<Integer> before = starts(lines.get(n));
            List<Integer> after = starts(written.get(n));
            assertEquals(before.size(), after.size(), written.get(n));
            for (int cell = 0; cell < before.size(); cell++) {
                int column = after.get(cell);
                assertEquals(column, columns.computeIfAbsent(before.get(cell), start -> column), written.get(n));
            }
        }
    }

    private static List<Integer> starts(String line) {
        List<Integer> starts = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            starts.add(Ascii.columns(line.substring(0, matcher.start())));
        }
        return starts;
    }

    @ParameterizedTest(name = "modeq {0} --ascii")
    @ValueSource(strings = {"derive gd --order 3", "evaluate none.yaml --method θ", "derive θ"})
    @DisplayName("is in ASCII by an option too, errors and files with it")
    void byOption(String line) throws IOException {
        Run run = Run.ofLine(line + " --ascii");
        assertTrue(isAsciiAlone(run.out() + run.err()), run.toString());
        Path file = folder.resolve("series.txt");
        Run.of("derive", "gd", "--ascii", "--output", file.toString());
        assertEquals(Run.ofLine("derive gd --ascii").out(), Files.readString(file));
        Run.on(ASCII, "derive", "gd", "--output", file.toString());
        assertEquals(Run.ofLine("derive gd").out(), Files.readString(file));
    }

    @Test
    @DisplayName("fits the terminal, unless another width is asked for; LaTeX and what it says of itself do not change")
    void width() {
        Terminal narrow = new Terminal(false, 60, false);
        assertTrue(Run.on(narrow, "derive", "gd", "--order", "4", "--as", "brackets")
                .out()
                .lines()
                .skip(3)
                .allMatch(line -> line.length() <= 60));
        assertEquals(
                Run.ofLine("derive gd --width 60").out(),
                Run.on(narrow, "derive", "gd").out());
        assertEquals(
                Run.ofLine("derive gd").out(),
                Run.on(narrow, "derive", "gd", "--width", "100").out());
        assertEquals(
                Run.ofLine("derive gd --format latex").out(),
                Run.on(new Terminal(true, 60, true), "derive", "gd", "--format", "latex", "--ascii", "--colour", "auto")
                        .out());
    }

    @Test
    @DisplayName("is coloured where colours are seen, and is else the same")
    void colours() {
        Run plain = Run.ofLine("derive gd");
        Run coloured = Run.ofLine("derive gd --colour always");
        assertTrue(coloured.out().startsWith("\u001b[1mgd, order 3\u001b[0m\n"), coloured.out());
        assertEquals(plain.out(), coloured.out().replaceAll("\u001b\\[\\d+m", ""));
        assertEquals(
                Run.ofLine("derive gd --json").out(),
                Run.ofLine("derive gd --json --colour always").out());
        assertEquals(2, Run.ofLine("derive gd --colour red").exitCode());
    }
}
