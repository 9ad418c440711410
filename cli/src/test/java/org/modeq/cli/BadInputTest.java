package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files and arguments that are wrong in every way that the door looks for, given to the commands of the laboratory. */
@DisplayName("Bad input")
class BadInputTest {
    private static final String GOOD = "{variables: [x, y], losses: {A: x^2 + y^4, B: x*y}, point: [1/2, 1/3]}";
    private static final String VALIDATE = "validate p.yaml --method gd --field A --order 2";
    private static final String NETWORK = """
            model: {kind: mlp, sizes: %s, activation: tanh, loss: cross-entropy}
            data: {file: data.csv, columns: {features: "1-2", target: 3}%s}
            point: %s
            """;
    private static final String ROWS = "1,2,0\n0.5,1,1\n-1,0,1\n";
    private static final String STUDY =
            "{problems: [p.yaml], methods: [%s], seeds: %s, step-sizes: %s, horizon: %s, orders: %s}";

    @TempDir
    private Path folder = Path.of("");

    private static Arguments formulas(String what, String problem, String expected) {
        return Arguments.of(what, problem, "", "", VALIDATE, expected);
    }

    private static Arguments command(String what, String command, String expected) {
        return Arguments.of(what, GOOD, "", "", command, expected);
    }

    private static Arguments network(String what, String problem, String data, String expected) {
        return Arguments.of(what, problem, data, "", "validate p.yaml --method gd --order 1", expected);
    }

    private static Arguments study(String what, String study, String expected) {
        return Arguments.of(what, GOOD, "", study, "sweep s.yaml --output out", expected);
    }

    private static String nested(int depth) {
        return "{variables: [x], losses: {A: \"" + "(".repeat(depth) + "x" + ")".repeat(depth) + "\"}, point: [1]}";
    }

    private static Stream<Arguments> methods() {
        return Stream.of(
                command("an unknown method", "validate p.yaml --method sgdd --order 2", "unknown method 'sgdd'"),
                command(
                        "a method that is nearly known",
                        "validate p.yaml --method haevy-ball",
                        "did you mean heavy-ball"),
                command("an unknown field", "validate p.yaml --method gd --field C --order 2", "unknown field 'C'"),
                command(
                        "a field that the problem has not",
                        "validate p.yaml --method sequence:A,C",
                        "add C or rename it"),
                command("no order", "validate p.yaml --method gd --field A --order 0", "expected at least 1"),
                command("a negative order", "validate p.yaml --method gd --field A --order -3", "expected at least 1"),
                command(
                        "an order with a point",
                        "validate p.yaml --method gd --order 2.5",
                        "given --order 2.5, expected a whole number"),
                command("an order beyond reach", "validate p.yaml --method gd --field A --order 99", "at most 6"),
                command("an order beyond memory", "derive gd --order 60", "fits"),
                command("β = 1", "validate p.yaml --method heavy-ball --field A --param beta=1", "beta"),
                command("β without a value", "validate p.yaml --method heavy-ball --field A", "--param NAME=VALUE"),
                command("β as text", "validate p.yaml --method nesterov --field A --param beta=much", "beta"),
                command("β that is not there", "validate p.yaml --method gd --field A --param beta=1/2", "beta"),
                command("β over zero", "validate p.yaml --method nesterov --field A --param beta=1/0", "1/0"),
                command("a tableau that is no file", "validate p.yaml --method rk:none.yaml --field A", "none.yaml"),
                command("h = 0", VALIDATE + " --step-size 0", "expected a positive number"),
                command("h < 0", VALIDATE + " --step-size -0.1", "expected a positive number"),
                command("infinite h", VALIDATE + " --step-size Infinity", "expected a positive number"),
                command("h as text", VALIDATE + " --step-size small", "small"),
                command("an unknown option", VALIDATE + " --ordre 2", "unknown option '--ordre'"),
                command("two problems", "validate p.yaml q.yaml --method gd", "q.yaml"),
                command("a command that is nearly known", "validat p.yaml", "did you mean validate"));
    }

    private static Stream<Arguments> problems() {
        return Stream.of(
                formulas(
                        "a loss that does not parse",
                        "{variables: [x], losses: {A: x +* 2}, point: [1]}",
                        "position 4"),
                formulas("an unknown function", "{variables: [x], losses: {A: sinh(x)}, point: [1]}", "sinh"),
                formulas("an unknown variable", "{variables: [x], losses: {A: x*z}, point: [1]}", "z"),
                formulas("a call of code", "{variables: [x], losses: {A: \"Run[x]\"}, point: [1]}", "position"),
                formulas("formulas nested too deep", nested(2000), "expected at most 100 nested parentheses"),
                formulas(
                        "a point of another dimension",
                        "{variables: [x], losses: {A: x^2}, point: [1, 2]}",
                        "2 coordinates"),
                formulas("no point", "{variables: [x], losses: {A: x^2}}", "has no 'point'"),
                formulas(
                        "a point that is NaN",
                        "{variables: [x], losses: {A: x^2}, point: [.nan]}",
                        "Malformed numeric value '.nan' at line 1"),
                formulas(
                        "an infinite point",
                        "{variables: [x], losses: {A: x^2}, point: [.inf]}",
                        "Malformed numeric value '.inf' at line 1"),
                formulas("a loss that is not real there", "{variables: [x], losses: {A: log(x)}, point: [-1]}", "log"),
                formulas(
                        "no correction at all",
                        "{variables: [x], losses: {A: 3*x}, point: [1]}",
                        "vanishes at the point"),
                formulas("a key twice", "{variables: [x], losses: {A: x, A: x^2}, point: [1]}", "uplicate"),
                formulas("an unknown key", "{variables: [x], looses: {A: x^2}, point: [1]}", "looses"),
                formulas("YAML that goes round", "&a {variables: [x], losses: *a, point: [1]}", "needs 'losses'"),
                formulas("YAML nested too deep", "[".repeat(200) + "]".repeat(200), "is not a problem file"),
                formulas("an oversized file", "# " + "x".repeat(1 << 20), "larger than 1 MiB"),
                formulas("a file that is empty", "", "is empty, expected the keys"),
                formulas("a variable twice", "{variables: [x, x], losses: {A: x^2}, point: [1, 1]}", "twice"),
                formulas("bytes", "\u0000\u0001", "YAML"));
    }

    private static Stream<Arguments> data() {
        String seed = "{seed: 7}";
        return Stream.of(
                network("data with NaN", NETWORK.formatted("[2, 3, 2]", "", seed), "1,NaN,0\n2,1,1\n", "finite"),
                network("infinite data", NETWORK.formatted("[2, 3, 2]", "", seed), "1,Infinity,0\n2,1,1\n", "finite"),
                network("rows of two lengths", NETWORK.formatted("[2, 3, 2]", "", seed), "1,2,0\n1,2\n", "line 2"),
                network("no data", NETWORK.formatted("[2, 3, 2]", "", seed), "", "no row"),
                network("a model of other inputs", NETWORK.formatted("[5, 3, 2]", "", seed), ROWS, "5 inputs"),
                network("a class that the model has not", NETWORK.formatted("[2, 3, 1]", "", seed), ROWS, "p.yaml"),
                network(
                        "a task without samples",
                        NETWORK.formatted("[2, 3, 2]", ", tasks: {A: \"target > 8\"}", seed),
                        ROWS,
                        "none of 3 samples belongs to the task"),
                network(
                        "a task that is no condition",
                        NETWORK.formatted("[2, 3, 2]", ", tasks: {A: \"drop all\"}", seed),
                        ROWS,
                        "drop all"),
                network("a point too short", NETWORK.formatted("[2, 3, 2]", "", "[1, 2]"), ROWS, "given a point of 2"),
                network(
                        "a file of weights that is not there",
                        NETWORK.formatted("[2, 3, 2]", "", "{file: w.csv}"),
                        ROWS,
                        "w.csv"),
                network("a layer of no width", NETWORK.formatted("[2, 0, 2]", "", seed), ROWS, "sizes"),
                network("a layer beyond memory", NETWORK.formatted("[2, 2000000000, 2]", "", seed), ROWS, "p.yaml"));
    }

    private static Stream<Arguments> studies() {
        return Stream.of(
                study("a sweep that is a list", "[1, 2]", "s.yaml"),
                study(
                        "h that does not divide T",
                        STUDY.formatted("\"sequence:A,B\"", 1, "[0.3]", 1, "[1]"),
                        "whole number of steps"),
                study("h = 0", STUDY.formatted("\"sequence:A,B\"", 1, "[0]", 1, "[1]"), "whole number of steps"),
                study("T < 0", STUDY.formatted("\"sequence:A,B\"", 1, "[1/2]", -1, "[1]"), "horizon"),
                study("order 0", STUDY.formatted("\"sequence:A,B\"", 1, "[1/2]", 1, "[0]"), "order"),
                study("no seeds", STUDY.formatted("\"sequence:A,B\"", "\"5-1\"", "[1/2]", 1, "[1]"), "5-1"),
                study(
                        "too many studies",
                        STUDY.formatted("\"sequence:A,B\"", "\"1-99999999\"", "[1/2]", 1, "[1]"),
                        "at most 10000000"),
                study(
                        "a method with exact flows",
                        STUDY.formatted("\"splitting:A,B\"", 1, "[1/2]", 1, "[1]"),
                        "cannot be run step by step"));
    }

    /** Words that are nearly right, or left out. */
    private static Stream<Arguments> words() {
        String evaluate = "evaluate p.yaml --method gd ";
        return Stream.of(
                command("a format", "derive gd --format laetx", "did you mean latex?"),
                command("a notation", "derive gd --notation gradent", "did you mean gradient?"),
                command("a form", "derive gd --as brakets", "did you mean brackets?"),
                command("another notation", "derive sequence:A,B --as brackets --notation tree", "expected field"),
                command("a form of noise", "derive sgd --as generator --centred --noise gausian", "mean gaussian?"),
                command("a calculus", "derive sgd --as sde --calculus stratonovic", "did you mean stratonovich?"),
                command("a mean", "derive shuffle:m --mean fielt", "did you mean field?"),
                command("a momentum", "derive sequence:A,B --as swap --momentum emma", "did you mean ema?"),
                command("a language", "export gd --language torch", "did you mean pytorch?"),
                command("a part of a series", "export gd --as los", "did you mean loss?"),
                command("an experiment", "example task-slop", "did you mean task-slopes?"),
                command("a key of a convention", "check --convention {\"stp\":eta}", "did you mean step?"),
                Arguments.of(
                        "a kind of claim",
                        "{paper: {id: x, title: T, authors: [A], year: 2020, url: u}, claims: [{id: a, where: here,"
                                + " printed: confirmed, kind: feild, method: gd, order: 2, formula: -grad(L)}]}",
                        "",
                        "",
                        "check p.yaml",
                        "did you mean field?"),
                command("a field in small letters", evaluate + "--field a", "did you mean A?"),
                command("a command with letters swapped", "dervie gd", "did you mean derive?"),
                command("a file of nearly the name", "evaluate pp.yaml --method gd", "did you mean p.yaml?"),
                command("a folder for a file", evaluate + "--field A --output .", "which is a folder"),
                command("a tableau's file", "derive rk:./none.yml", "looked in"),
                command("a circuit without a file", "derive circuit:", "expected circuit:FILE"),
                command("a trajectory that is no file", evaluate + "--field A --along none.npy", "looked in"),
                command("a series that is no file", "validate p.yaml --method gd --series none.json", "looked in"),
                command("an adaptive method", "modifying adam", "evaluate and validate take adam"),
                command(
                        "sizes that are no numbers",
                        "order-conditions A,B --search 5 --sizes 1,z",
                        "given --sizes 1,z"),
                command("no method", "derive", "given no METHOD, expected METHOD: The optimizer"),
                command("a value left out", "derive gd --order", "given --order without N, expected --order N"),
                command("an option twice", "derive gd --order 2 --order 3", "given --order more than once"),
                command("a required option without value", "validate p.yaml --method", "given --method without METHOD"),
                command("a colour", "derive gd --colour red", "expected auto, always or never"),
                command("a port as text", "explore --port x", "given --port x, expected a whole number"),
                command("a shell", "completion zhs", "did you mean zsh?"),
                command("a page of the manual", "man deriv", "did you mean derive?"));
    }

    private static List<Arguments> cases() {
        return Stream.of(words(), methods(), problems(), data(), studies())
                .flatMap(part -> part)
                .toList();
    }

    @ParameterizedTest(name = "{0} is refused")
    @MethodSource("cases")
    @DisplayName("is one line that says what was given and what was expected, and exit code 2; nothing is written")
    void refused(String what, String problem, String data, String study, String command, String expected)
            throws IOException {
        Files.writeString(folder.resolve("p.yaml"), problem);
        Files.writeString(folder.resolve("data.csv"), data);
        Files.writeString(folder.resolve("s.yaml"), study);
        Run run = Run.inFolder(folder, command.replace(" out", " " + folder.resolve("out")));
        assertAll(
                () -> assertEquals(2, run.exitCode(), run.toString()),
                () -> assertEquals("", run.out()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().startsWith("modeq: "), run.err()),
                () -> assertTrue(run.err().contains(expected), run.err()),
                () -> assertFalse(run.err().matches("(?s).*(Exception|\\bnull\\b|org\\.modeq).*"), run.err()),
                () -> assertFalse(Files.exists(folder.resolve("out/results.csv"))));
    }
}
