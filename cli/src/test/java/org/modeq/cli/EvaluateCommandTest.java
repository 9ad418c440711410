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
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.LieRecursion;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The command evaluate")
class EvaluateCommandTest {
    @TempDir
    private static Path folder = Path.of("");

    /** A run of {@code evaluate} in the folder of the problem files. */
    private static Run run(String line) {
        return Run.inFolder(folder, "evaluate " + line.strip());
    }

    @BeforeAll
    static void problemFiles() throws IOException {
        Map<String, String> files = Map.of(
                "one.yaml", "{variables: [x], losses: {L: x^3/3}, point: [2]}",
                "two.yaml", "{variables: [x, y], losses: {A: x^3/3 - x*y^2, B: x*y}, point: [1/2, -1/3]}",
                "exp.yaml", "{variables: [x], fields: {f: [exp(x)]}, point: [1]}",
                "pole.yaml", "{variables: [x], losses: {L: 1/x}, point: [0]}",
                "log.yaml", "{variables: [x], losses: {L: x*log(x)}, point: [-1]}",
                "large.yaml", "{variables: [x], losses: {L: x^500}, point: [100]}",
                "root.yaml", "{variables: [x], losses: {L: x^2/2}, point: [sqrt(2)]}",
                "bad.yaml", "{variables: [x], losses: {L: x +* 2}, point: [2]}",
                "net.yaml", "{model: {kind: mlp, sizes: [64, 32, 10], activation: tanh, loss: mse}, data: {file: x}}",
                "word.yaml", "{variables: [x], losses: {L: x}, point: [two]}");
        Map<String, String> withoutPoint = Map.of(
                "free.yaml", "{variables: [x, y], losses: {L: x^2*y/2}}",
                "imaginary.yaml", "{variables: [x], losses: {L: x*sqrt(-1)}}",
                "long.yaml", "{variables: [x, y], losses: {L: (1+x)^500*(1+y)^500}}",
                "cyrillic.yaml", "{variables: [ж], losses: {L: ж^2}}",
                "waves.yaml", "{variables: [x, y], losses: {L: exp(x*y) + y*sin(x)}, point: [0, 2/3]}",
                "roots.yaml", "{variables: [x, y], losses: {L: sqrt(1+x+y^2)/(1-x)}, point: [0, 3/4]}");
        for (var file : withoutPoint.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** By hand, for f = −x² at 2: F(f) = −4, F(f[f]) = 16, F(f[f,f]) = −32, F(f[f[f]]) = −64. */
    @Test
    @DisplayName("gives f₁, f₂, f₃ of gradient descent on x³/3 at 2 as by hand, and every term")
    void gradientDescent() throws IOException {
        JsonNode json =
                run("one.yaml --method gd --order 3 --exact --format json").json();
        assertEquals(
                "{\"schema\":1,\"method\":\"gd\",\"order\":3,\"clock\":\"step\",\"orders\":["
                        + "{\"j\":1,\"vector\":[\"-4\"]},{\"j\":2,\"vector\":[\"-8\"]},{\"j\":3,\"vector\":[\"-24\"]}],"
                        + "\"terms\":[{\"power\":0,\"tree\":\"f\",\"coefficient\":\"1\",\"vector\":[\"-4\"]},"
                        + "{\"power\":1,\"tree\":\"f[f]\",\"coefficient\":\"-1/2\",\"vector\":[\"-8\"]},"
                        + "{\"power\":2,\"tree\":\"f[f,f]\",\"coefficient\":\"1/12\",\"vector\":[\"-8/3\"]},"
                        + "{\"power\":2,\"tree\":\"f[f[f]]\",\"coefficient\":\"1/3\",\"vector\":[\"-64/3\"]}]}",
                json.toString());
    }

    @Test
    @DisplayName("gives for two tasks what the Lie recursion gives, which knows no trees")
    void twoTasks() throws IOException {
        JsonNode orders = run("two.yaml --method sequence:A,B,A --order 4 --exact --json")
                .json()
                .path("orders");
        ConcreteFields fields = ConcreteFields.ofLosses(
                List.of("x", "y"), Map.of(new Colour("A"), "x^3/3 - x*y^2", new Colour("B"), "x*y"));
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational("sequence:A,B,A");
        List<List<Rational>> referee = LieRecursion.ofEulerSteps(
                        fields,
                        method.steps().stream().map(step -> step.weights()).toList(),
                        4)
                .at(List.of("1/2", "-1/3"));
        for (int j = 1; j <= 4; j++) {
            List<Rational> vector = new ArrayList<>();
            orders.get(j - 1).path("vector").forEach(component -> vector.add(Rational.parse(component.asText())));
            assertEquals(referee.get(j - 1), vector);
        }
    }

    @Test
    @DisplayName("gives doubles without --exact, also where derivatives or the point are not rational")
    void doubles() throws IOException {
        assertEquals(
                "[-0.2638888888888889,0.7175925925925926]",
                run("two.yaml --method sequence:A,B --order 2 --json")
                        .json()
                        .path("orders")
                        .get(1)
                        .path("vector")
                        .toString());
        JsonNode exp = run("exp.yaml --method gd --order 2 --json").json().path("orders");
        assertEquals(-Math.exp(2) / 2, exp.get(1).path("vector").get(0).asDouble(), 1e-14);
        JsonNode root = run("root.yaml --method gd --order 1 --json").json().path("orders");
        assertEquals(-Math.sqrt(2), root.get(0).path("vector").get(0).asDouble(), 1e-15);
    }

    @Test
    @DisplayName("writes a table as text, and takes the field that is chosen")
    void text() {
        assertEquals(
                """
                gd at (x, y) = (1/2, -1/3)
                θ̇ = f₁ + h f₂ + h² f₃ + …, time in h per step; a loss L stands for f = −∇L

                  j  f_j
                  1  (1/3, -1/2)
                  2  (-1/4, 1/6)

                f_j is the sum of the terms of power j − 1, coefficient · F(tree):

                  power of h  coefficient  tree  term
                  0           1            f     (1/3, -1/2)
                  1           -1/2         f[f]  (-1/4, 1/6)
                """, run("two.yaml --method gd --field B --order 2 --exact").out());
    }

    /** By hand: f = (−xy, −x²/2), f₂ = −½ f′f = −½ (xy² + x³/2, x²y). */
    @Test
    @DisplayName("gives expressions in the variables with --symbolic, without a point, as JSON and as text")
    void symbolic() throws IOException {
        assertEquals(
                "{\"schema\":1,\"method\":\"gd\",\"order\":2,\"clock\":\"step\",\"variables\":[\"x\",\"y\"],\"orders\":["
                        + "{\"j\":1,\"vector\":[\"-x*y\",\"-1/2*x^2\"]},"
                        + "{\"j\":2,\"vector\":[\"-1/4*x^3-1/2*x*y^2\",\"-1/2*x^2*y\"]}],"
                        + "\"terms\":[{\"power\":0,\"tree\":\"f\",\"coefficient\":\"1\",\"vector\":[\"-x*y\",\"-1/2*x^2\"]},"
                        + "{\"power\":1,\"tree\":\"f[f]\",\"coefficient\":\"-1/2\","
                        + "\"vector\":[\"-1/4*x^3-1/2*x*y^2\",\"-1/2*x^2*y\"]}]}",
                run("free.yaml --method gd --order 2 --symbolic --json").json().toString());
        assertEquals("""
                gd in (x, y)
                θ̇ = f₁ + h f₂ + h² f₃ + …, time in h per step; a loss L stands for f = −∇L

                  j     f_j
                  1  x  -x*y
                     y  -1/2*x^2
                  2  x  -1/4*x^3-1/2*x*y^2
                     y  -1/2*x^2*y

                f_j is the sum of the terms of power j − 1, coefficient · F(tree):

                  power of h  coefficient  tree  term
                  0           1            f     (-x*y, -1/2*x^2)
                  1           -1/2         f[f]  (-1/4*x^3-1/2*x*y^2, -1/2*x^2*y)
                """, run("free.yaml --method gd --order 2 --symbolic").out());
    }

    @Test
    @DisplayName("gives expressions as LaTeX, under a comment with the command")
    void symbolicLatex() {
        String snippet =
                run("free.yaml --method gd --order 2 --symbolic --format latex").out();
        assertTrue(snippet.startsWith("% modeq: evaluate "), snippet);
        assertTrue(snippet.contains("free.yaml --method gd --order 2 --symbolic --format latex; theta"), snippet);
        assertTrue(snippet.contains("(f_{2})_{x} &= -\\frac{1}{4}x^{3}-\\frac{1}{2}xy^{2}\\\\\n"), snippet);
        String document =
                run("free.yaml --method gd --symbolic --format latex-document").out();
        assertTrue(document.startsWith("\\documentclass") && document.endsWith("\\end{document}\n"), document);
    }

    @ParameterizedTest(name = "of {0} gives with --symbolic formulas that take the values of --exact")
    @CsvSource(
            delimiter = ';',
            value = {
                "two.yaml --method sequence:A,B --order 4; 1/2 -1/3",
                "waves.yaml --method gd --order 3; 0 2/3",
                "roots.yaml --method rk:heun --order 3; 0 3/4"
            })
    void symbolicAgainstExact(String line, String point) throws IOException {
        JsonNode symbolic = run(line + " --symbolic --json").json();
        JsonNode exact = run(line + " --exact --json").json();
        for (String list : List.of("orders", "terms")) {
            assertEquals(exact.path(list).size(), symbolic.path(list).size());
            for (int j = 0; j < exact.path(list).size(); j++) {
                List<String> formulas = strings(symbolic.path(list).get(j).path("vector"));
                List<Rational> values = ConcreteFields.ofComponents(List.of("x", "y"), Map.of(Colour.F, formulas))
                        .exactAt(List.of(point.split(" ", -1)))
                        .of(RootedTree.vertex(Colour.F));
                assertEquals(
                        strings(exact.path(list).get(j).path("vector")),
                        values.stream().map(Rational::toString).toList());
            }
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    @Test
    @DisplayName("runs the problem and the commands of the README as they are printed there")
    void readme() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String section = readme.substring(readme.indexOf("## Evaluate"), readme.indexOf("## Check"));
        List<String> yaml = Pattern.compile("```yaml\n(.*?)\n```\n", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> block.group(1))
                .toList();
        String root = Path.of("..").toAbsolutePath().normalize() + "/";
        Files.writeString(folder.resolve("problem.yaml"), yaml.get(0));
        Files.writeString(
                folder.resolve("network.yaml"), yaml.get(1).replace("file: numeric/", "file: " + root + "numeric/"));
        List<String> commands = section.lines()
                .filter(line -> line.startsWith("    ./modeq evaluate"))
                .map(line -> line.replaceFirst("#.*", "").strip().substring("./modeq evaluate ".length()))
                .toList();
        assertEquals(7, commands.size());
        for (String command : commands) {
            Run run = run(command);
            assertEquals(0, run.exitCode(), run.err());
        }
        List<String> printed = run(commands.get(0)).out().lines().toList();
        for (String line : printed.subList(3, 6)) {
            assertTrue(section.contains("\n    " + line + "\n"), line);
        }
        for (String line : run(commands.get(3)).out().lines().toList()) {
            assertTrue(line.isEmpty() || section.contains("\n    " + line + "\n"), line);
        }
    }

    @ParameterizedTest(name = "modeq evaluate {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "--method gd; PROBLEM",
                "one.yaml; --method",
                "one.yaml --method gdd; did you mean gd?",
                "one.yaml --method gd --order 0; expected at least 1",
                "one.yaml --method gd --order two; given --order two, expected a whole number",
                "one.yaml --method gd --order 60; largest order that fits",
                "one.yaml --method gd --format latex; expected text or json",
                "one.yaml --method gd --exakt; did you mean --exact?",
                "one.yaml --method gd --field A; unknown field 'A', expected one of [L]",
                "two.yaml --method gd; choose one, as in --field A",
                "two.yaml --method sequence:A,C; add C or rename it",
                "two.yaml --method sequence:A,B --field A; leave out --field",
                "none.yaml --method gd; looked in",
                "net.yaml --method gd; has no 'data.columns'",
                "one.yaml --method gd --exact --npy x.npy; given --npy and --exact, expected one of them",
                "one.yaml --method gd --symbolic --npy x.npy; given --npy and --symbolic, expected one of them",
                "one.yaml --method gd --npy /proc/none/x; cannot write",
                "one.yaml --method gd --json --vectors; leave it out",
                "one.yaml --method gd --vectors; expected --format json",
                "bad.yaml --method gd; has '*' at position 4",
                "word.yaml --method gd; 'two' of the point is not a number",
                "exp.yaml --method gd --exact; choose another point or leave out --exact",
                "root.yaml --method gd --exact; choose another point or leave out --exact",
                "pole.yaml --method gd; not a finite real number",
                "pole.yaml --method gd --exact; not a rational number",
                "log.yaml --method gd; not a finite real number",
                "large.yaml --method gd; beyond the range of doubles",
                "one.yaml --method gd --output /proc/none/x; cannot write",
                "one.yaml two.yaml --method gd; nothing more was expected",
                "one.yaml --method gd --exact --symbolic; given --exact and --symbolic, expected one of them",
                "one.yaml --method gd --symbolic --format html; expected text, latex, latex-document or json",
                "one.yaml --method gd --symbolic --format summary; expected text, latex, latex-document or json",
                "one.yaml --method heavy-ball --symbolic; add --param NAME=VALUE",
                "free.yaml --method gd; has no 'point'",
                "free.yaml --method gd --exact; has no 'point'",
                "pole.yaml --method gd --symbolic --order 1000; largest order that fits",
                "imaginary.yaml --method gd --symbolic; a complex number",
                "long.yaml --method gd --symbolic; a lower order",
                "cyrillic.yaml --method gd --symbolic --format latex; has no name in LaTeX",
                "net.yaml --method gd --symbolic; has no 'data.columns'",
                "two.yaml --method gd --symbolic; choose one, as in --field A"
            })
    void badInput(String line, String expected) {
        Run run = run(line);
        assertAll(
                () -> assertEquals(2, run.exitCode(), run.err()),
                () -> assertEquals("", run.out()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().startsWith("modeq: "), run.err()),
                () -> assertTrue(run.err().contains(expected), run.err()),
                () -> assertFalse(run.err().contains("Exception"), run.err()));
    }
}
