package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The command export")
class ExportCommandTest {
    private static final double STEP = 0.25;

    @TempDir
    private Path folder;

    private int files;

    @BeforeEach
    void problem() throws IOException {
        Files.writeString(folder.resolve("problem.yaml"), """
                variables: [x, y]
                losses: {A: "x^3/3 - x*y^2 + x^2", B: "x*y + y^4/4", w: "(x^2 + y^2)/2"}
                point: [1/2, -1/3]
                """);
    }

    /** The file that a command line of export writes. */
    private String export(String line) {
        Path file = folder.resolve("modified" + files++ + ".py");
        Run run = Run.ofLine("export " + line + " --output " + file);
        assertEquals(new Run(0, "", ""), run);
        return file.toString();
    }

    private static double[] vector(JsonNode node) {
        double[] vector = new double[node.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = node.get(i).isNumber()
                    ? node.get(i).asDouble()
                    : Rational.parse(node.get(i).asText()).doubleValue();
        }
        return vector;
    }

    private static void assertNear(double[] expected, double[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what);
        double size = 0;
        double distance = 0;
        for (int i = 0; i < expected.length; i++) {
            size = Math.max(size, Math.abs(expected[i]));
            distance = Math.max(distance, Math.abs(expected[i] - actual[i]));
        }
        assertTrue(distance <= tolerance * size, what + ": " + distance + " of " + size);
    }

    /** A method to export, with the losses of its fields and a value for its symbol. */
    private record Case(String method, String fields, String symbol) {
        static List<Case> all() {
            return List.of(
                    new Case("gd", "f=A", ""),
                    new Case("sequence:A,B", "A=A,B=B", ""),
                    new Case("sequence:A*n,B", "A=A,B=B", "n=3"),
                    new Case("joint-mean:A,B", "A=A,B=B", ""),
                    new Case("shuffle:A,B", "A=A,B=B", ""),
                    new Case("heavy-ball", "f=B", "beta=0.5"),
                    new Case("nesterov", "f=A", "beta=0.25"),
                    new Case("sam", "f=A", "rho=0.5"),
                    new Case("rk:rk4", "f=A", ""));
        }

        String job(String file) {
            return ("terms " + file + " " + STEP + " " + fields + " " + symbol).strip();
        }

        /** The command that evaluates the same exactly. */
        String evaluate() {
            String value = symbol.replace("0.25", "1/4").replace("0.5", "1/2");
            String given = value.startsWith("n=") || value.isEmpty() ? "" : " --param " + value;
            String field = fields.startsWith("f=") ? " --field " + fields.substring(2) : "";
            return "evaluate problem.yaml --order 4 --exact --json --method " + method.replace("*n", "*3") + given
                    + field;
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"pytorch", "jax", "numpy"})
    @DisplayName("gives every term of the exact evaluation, and the field, for all kinds of methods")
    void terms(String language) throws IOException {
        List<String> jobs = new ArrayList<>();
        for (Case each : Case.all()) {
            jobs.add(each.job(export(each.method() + " --order 4 --language " + language)));
        }
        JsonNode found = Python.run(folder, language, jobs);
        for (int i = 0; i < jobs.size(); i++) {
            Case each = Case.all().get(i);
            assertTerms(Run.inFolder(folder, each.evaluate()).json(), found.get(i), each.method());
        }
    }

    private static void assertTerms(JsonNode exact, JsonNode found, String method) {
        double[] sum = new double[2];
        int terms = 0;
        for (JsonNode term : exact.get("terms")) {
            double factor = Math.pow(STEP, term.get("power").asInt());
            double[] expected = Arrays.stream(vector(term.get("vector")))
                    .map(x -> x * factor)
                    .toArray();
            Arrays.setAll(sum, i -> sum[i] + expected[i]);
            JsonNode actual = found.get("terms").get(term.get("tree").asText());
            if (actual == null) {
                assertEquals("0", term.get("coefficient").asText(), method);
            } else {
                terms++;
                assertNear(expected, vector(actual), 1e-12, method + " " + term.get("tree"));
            }
        }
        assertEquals(found.get("terms").size(), terms, method);
        assertNear(sum, vector(found.get("field")), 1e-12, method);
        assertNear(vector(exact.get("orders").get(0).get("vector")), vector(found.get("first")), 1e-12, method);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"pytorch", "jax", "numpy"})
    @DisplayName(
            "has a loss of which the field is minus the gradient, the Lie bracket [A, B] = B′A − A′B, and refuses what it"
                    + " does not have, saying what is expected")
    void lossAndBracket(String language) throws IOException {
        String to = " --language " + language;
        JsonNode found = Python.run(
                folder,
                language,
                List.of(
                        new Case("gd", "f=B", "").job(export("gd --order 2" + to)),
                        new Case("heavy-ball", "f=B", "beta=0.5").job(export("heavy-ball --order 2" + to)),
                        new Case("sequence:A,B", "A=A,B=B", "").job(export("sequence:A,B --order 2" + to)),
                        "refused " + export("gd --order 3" + to)));
        for (int i = 0; i < 2; i++) {
            assertNear(vector(found.get(i).get("descent")), vector(found.get(i).get("field")), 1e-8, "" + i);
        }
        double[] forth = vector(found.get(2).get("terms").get("B[A]"));
        double[] back = vector(found.get(2).get("terms").get("A[B]"));
        double[] bracket = {2 / STEP * (forth[0] + back[0]), 2 / STEP * (forth[1] + back[1])};
        assertNear(bracket, vector(found.get(2).get("bracket")), 1e-12, "h/2 [A, B]");
        List<String> messages = new ArrayList<>();
        found.get(3).forEach(message -> messages.add(message.asText()));
        assertTrue(messages.size() >= 4);
        for (String message : messages) {
            assertTrue(message.startsWith("given ") && message.contains(", expected "), message);
        }
        assertTrue(messages.get(0).contains("modeq export gd --order N"), messages.get(0));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"pytorch", "jax", "numpy"})
    @DisplayName("agrees with our evaluator on a network and digits, to order 4 and 1e-10")
    void network(String language) throws IOException {
        DenseNetwork net = DenseNetwork.of(64, 10, 10);
        double[] theta = net.initialParameters(7);
        Dataset digits = Digits.load().rows(new IndexRange(1, 60));
        Map<String, Dataset> tasks =
                Map.of("A", digits.where(digit -> digit < 5), "B", digits.where(digit -> digit >= 5));
        write(net, theta, tasks, 4);
        String file = export("sequence:A,B --order 4 --language " + language);
        JsonNode found = Python.run(folder, language, List.of("network " + file + " " + folder))
                .get(0);
        SeriesEvaluator evaluator = SeriesEvaluator.of(
                ModifiedEquation.of(Methods.parseRational("sequence:A,B"), 4).field(),
                Map.of(new Colour("A"), field(net, tasks.get("A")), new Colour("B"), field(net, tasks.get("B"))));
        List<double[]> expected = evaluator.orders(theta);
        for (int j = 0; j < 4; j++) {
            assertNear(expected.get(j), vector(found.get("fields").get(j)), 1e-10, "f_" + (j + 1));
        }
    }

    private static VectorField field(DenseNetwork net, Dataset data) {
        return NetworkLoss.of(net, OutputLoss.SOFTMAX_CROSS_ENTROPY, data).negativeGradient();
    }

    private void write(DenseNetwork net, double[] theta, Map<String, Dataset> tasks, int order) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode().put("order", order);
        root.set("sizes", mapper.valueToTree(net.sizes()));
        root.set("theta", mapper.valueToTree(theta));
        tasks.forEach((name, data) -> {
            ObjectNode task = root.putObject(name);
            task.set("labels", mapper.valueToTree(data.targets()));
            ArrayNode rows = task.putArray("rows");
            for (int i = 0; i < data.size(); i++) {
                ArrayNode row = rows.addArray();
                for (int j = 0; j < data.featureCount(); j++) {
                    row.add(data.features().get(i, j));
                }
            }
        });
        mapper.writeValue(folder.resolve("network.json").toFile(), root);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"pytorch", "jax"})
    @DisplayName("follows a real sweep with slope N + 1 at order N, and loses an order without the bracket")
    void slopes(String language) throws IOException {
        String file = export("sequence:A,B --order 3 --language " + language);
        JsonNode errors = Python.run(folder, language, List.of("slopes " + file + " 0.001 0.0005"))
                .get(0);
        Map<String, Double> expected = Map.of("1", 2.0, "2", 3.0, "3", 4.0, "no bracket", 2.0);
        expected.forEach((field, slope) -> {
            double larger = errors.get(0).get(field).asDouble();
            double smaller = errors.get(1).get(field).asDouble();
            assertEquals(slope, Math.log(larger / smaller) / Math.log(2), 0.05, field);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"field,modified_field terms modified_loss lie_bracket", "loss,modified_loss", "terms,terms"})
    @DisplayName("has the functions that are asked for")
    void parts(String part, String functions) throws IOException {
        for (String language : List.of("pytorch", "jax", "numpy")) {
            String source = Files.readString(Path.of(export("gd --as " + part + " --language " + language)));
            List<String> found = Pattern.compile("(?m)^def ([a-z]\\w*)")
                    .matcher(source)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertEquals(List.of(functions.split(" ", -1)), found);
            assertTrue(source.chars().allMatch(letter -> letter < 128), "ASCII");
            assertTrue(!source.contains("@") && !source.contains("#:"), "every place is filled");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gd --language fortran      | unknown language 'fortran', expected pytorch, jax, numpy",
                "gd --as series             | unknown part 'series' of a series, expected field, loss, terms",
                "adam                       | modeq derive adam --json has its terms",
                "sgd                        | modeq derive sgd --json has its terms",
                "game:simultaneous          | expected --language numpy --as field",
                "stormer-verlet --language numpy --as loss | whose fields are not the gradients of losses",
                "gd --order 0               | expected at least 1",
                "gdd                        | did you mean gd?"
            })
    @DisplayName("refuses what it cannot write, saying what it can")
    void badInput(String line, String message) {
        Run run = Run.ofLine("export " + line);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    @DisplayName("gives players to NumPy as fields, and a word of Python for a parameter an underscore")
    void names() throws IOException {
        assertTrue(!Files.readString(Path.of(export("game:simultaneous --language numpy")))
                .contains("modified_loss"));
        assertTrue(Files.readString(Path.of(export("weight-decay"))).contains("lambda_=None"));
    }
}
