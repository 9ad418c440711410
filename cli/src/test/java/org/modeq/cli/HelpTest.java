package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@DisplayName("The help")
class HelpTest {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|\\S+");
    private static final Set<String> FILE_OPTIONS =
            Set.of("--output", "--plot", "--npy", "--along", "--series", "--page");
    private static final Set<String> NEED_A_FOLDER = Set.of("sweep", "demo");

    /** Runs of many seconds, a server and a shell that do not end, and Spark: their command lines are read, and they run elsewhere. */
    private static final Pattern LONG =
            Pattern.compile("demo.*|shell.*|explore.*|example (?!--list).*|.*--master.*|validate .* --method sgd .*");

    @TempDir
    private Path folder = Path.of("");

    private static List<String> footer(String command) {
        CommandLine line = Commands.all().getSubcommands().get(command);
        return Arrays.asList(line.getCommandSpec().usageMessage().footer());
    }

    private static List<String> examples(String command) {
        List<String> footer = footer(command);
        return footer.subList(footer.indexOf("Examples:") + 1, footer.size());
    }

    private static Stream<String> commands() {
        return Commands.names().stream();
    }

    private static Stream<String> lines() {
        String[] program = Commands.all().getCommandSpec().usageMessage().footer();
        return Stream.concat(
                        Arrays.stream(program).filter(line -> line.startsWith("  modeq")),
                        commands().flatMap(command -> examples(command).stream()))
                .map(line -> line.strip().replaceFirst(" {2,}.*", ""))
                .filter(line -> !line.startsWith("echo ")) // a command that reads what another one prints
                .distinct();
    }

    @ParameterizedTest(name = "of {0} has two examples or more, and the exit codes")
    @MethodSource("commands")
    void hasExamples(String command) {
        List<String> examples = examples(command);
        Run help = Run.of("help", command);
        assertAll(
                () -> assertTrue(examples.size() >= 2, examples.toString()),
                () -> assertTrue(
                        examples.stream().allMatch(line -> line.contains("modeq " + command)), examples.toString()),
                () -> assertTrue(help.out().contains("\nExit codes:\n"), help.out()),
                () -> assertEquals(Run.of(command, "--help").out(), help.out()),
                () -> assertEquals(0, help.exitCode()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    @DisplayName("has examples that run as they stand there")
    void examplesRun(String line) throws IOException {
        writeFiles();
        if (line.contains("run.npy")) {
            Run.inFolder(folder, "evaluate network.yaml --method sequence:A,B --npy run.npy");
        }
        for (String command : line.split("; *(?=modeq)", -1)) {
            String[] parts = command.split(" > | \\| ", -1);
            List<String> words = words(parts[0]);
            if (LONG.matcher(String.join(" ", words)).matches()) {
                CommandLine read = Commands.all();
                read.parseArgs(words.toArray(String[]::new));
                continue;
            }
            Run run = Run.of(words.toArray(String[]::new));
            assertEquals("", run.err(), command);
            assertEquals(0, run.exitCode(), run.out());
            if (command.contains(" > ")) {
                Files.writeString(folder.resolve(parts[1]), run.out());
            }
        }
    }

    /** The words behind modeq, with the files of this test; what is set for the process in front of them is left out. */
    private List<String> words(String command) {
        String line = command.replaceFirst(".*?\\bmodeq ", "").replaceFirst("\\)\"$", "");
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            String word = matcher.group().replaceAll("^(['\"])(.*)\\1$", "$2");
            boolean isFile = word.matches("[\\w-]+\\.yaml")
                    || (!words.isEmpty() && FILE_OPTIONS.contains(words.get(words.size() - 1)));
            boolean isCircuit = word.startsWith("circuit:");
            words.add(
                    isCircuit
                            ? "circuit:" + folder.resolve(word.substring("circuit:".length()))
                            : isFile ? folder.resolve(word.replace("~/", "")).toString() : word);
        }
        if (NEED_A_FOLDER.contains(words.get(0)) && !words.contains("--output")) {
            words.addAll(List.of("--output", folder.resolve("out").toString()));
        }
        return words;
    }

    private void writeFiles() throws IOException {
        write("problem.yaml", "{variables: [x, y], losses: {A: x^3/3 - x*y^2, B: x*y + y^2}, point: [1/2, -1/3]}");
        write("batches.yaml", "{variables: [x, y], losses: {A: x^2 + x*y, B: y^2 - x}, point: [1/2, 1/3]}");
        write("data.csv", "1,2,0\n0.5,1,1\n-1,0,1\n2,1,0\n");
        write("network.yaml", """
                model: {kind: mlp, sizes: [2, 2, 2], activation: tanh, loss: cross-entropy}
                data: {file: data.csv, columns: {features: "1-2", target: 3},
                       tasks: {A: "target < 1", B: "target >= 1"}}
                point: {seed: 7}
                """);
        write(
                "study.yaml",
                "{problems: [problem.yaml], methods: [\"sequence:A,B\"], seeds: 1-2, step-sizes: [1/10, 1/20],"
                        + " horizon: 1/2, orders: [1, 2]}");
        write("my-claims.yaml", """
                paper: {id: mine, title: A page, authors: [A. Author], year: 2025, url: "https://example.org"}
                claims:
                  - {id: mine-1, where: line 1, printed: unconfirmed, kind: loss, method: gd, order: 2,
                     formula: "L + h/4*norm2(grad(L))"}
                """);
        write(
                "lion.yaml",
                "nodes: {u: {update: -c/sqrt(c^2+eps), inputs: {c: {of: g, filter:"
                        + " 1-beta1+beta1*(1-beta2)*z/(1-beta2*z)}}}, g: {gradient: L}}");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("of the program lists all commands, and says of an unknown one which was meant")
    void program() {
        String help = Run.of("help").out();
        assertEquals(Run.of("--help").out(), help);
        assertEquals(Run.of().out(), help);
        Commands.names().forEach(name -> assertTrue(help.contains("\n  " + name), name));
        Run unknown = Run.of("help", "dervie");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("did you mean derive?"), unknown.err());
    }
}
