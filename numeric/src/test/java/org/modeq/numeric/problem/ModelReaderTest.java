package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A problem file that describes a model")
class ModelReaderTest {
    private static final Colour A = new Colour("A");

    /** Columns: two features, target. */
    private static final String DATA = "a,b,class\n1,2,0\n-3,4,1\n0.5,-1,2\n2,2,1\n1e300,0,1\n";

    private static final String GOOD = """
            model: {kind: mlp, sizes: [2, 3, 3], activation: sigmoid, loss: cross-entropy}
            data: {file: data.csv, columns: {features: "1-2", target: 3}, scale: 1/2, rows: "1-4",
                   tasks: {A: "target < 1 or target == 2", B: "target == 1"}}
            point: {seed: 7}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("data.csv"), DATA);
        Files.writeString(folder.resolve("nan.csv"), "1,2,0\nNaN,2,1\n");
        Files.writeString(folder.resolve("ragged.csv"), "1,2,0\n2,1\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("six.csv"), "1\n2\n3\n4\n5\n6\n");
        Files.writeString(folder.resolve("21.csv"), "0.25\n".repeat(21));
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(folder.resolve("data.csv.gz")))) {
            stream.write(DATA.getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream stream = Files.newOutputStream(folder.resolve("broken.csv.gz"))) {
            stream.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        }
    }

    private ModelProblem read(String text) {
        try {
            Path file = folder.resolve("net.yaml");
            Files.writeString(file, text);
            return ProblemReader.read(file)
                    .fold(
                            formulas -> {
                                throw new AssertionError(formulas.name());
                            },
                            network -> network);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    @DisplayName("gives the network, the samples of each task, scaled, and the point of the seed")
    void tasks() {
        ModelProblem problem = read(GOOD);
        assertEquals("2-3-3, sigmoid, cross-entropy", problem.model().text());
        assertEquals("mlp", problem.model().written().path("kind").asText());
        assertFalse(problem.model().hasKinks());
        assertEquals("[A, B]", problem.tasks().keySet().toString());
        // The first and the third row of the table, halved.
        Dataset ofA = Dataset.of(new DMatrixRMaj(new double[][] {{0.5, 1}, {0.25, -0.5}}), 0, 2);
        NetworkLoss expected =
                NetworkLoss.of(DenseNetwork.of(Activation.SIGMOID, 2, 3, 3), OutputLoss.SOFTMAX_CROSS_ENTROPY, ofA);
        assertEquals(expected.value(problem.start()), problem.loss(A).value(problem.start()));
        assertEquals(2, Objects.requireNonNull(problem.tasks().get(A)).samples());
        assertArrayEquals(DenseNetwork.of(2, 3, 3).initialParameters(7), problem.start());
        assertEquals(21, problem.dimension());
        assertThrows(IllegalArgumentException.class, () -> problem.loss(new Colour("C")));
    }

    @Test
    @DisplayName("has one loss L of all rows without tasks, reads gzip and weights from a file or a list")
    void oneLoss() {
        String model = """
                model: {kind: mlp, sizes: [2, 1], activation: tanh, loss: mse}
                data: {file: data.csv.gz, columns: {features: "1-2", target: 3}, rows: "2-4"}
                """;
        ModelProblem problem = read(model + "point: [1/2, -0.25, 1e-1]");
        assertEquals("[L]", problem.fieldNames().toString());
        assertArrayEquals(new double[] {0.5, -0.25, 0.1}, problem.start());
        assertEquals(
                3, Objects.requireNonNull(problem.tasks().get(new Colour("L"))).samples());
        // By hand: outputs −2.4, 0.6, 0.6 against 1, 2, 1, so L = (3.4² + 1.4² + 0.4²)/6.
        assertEquals((11.56 + 1.96 + 0.16) / 6, problem.loss(new Colour("L")).value(problem.start()), 1e-14);
        assertEquals(
                "L",
                problem.meaning(Methods.parseRational("gd"), Optional.empty())
                        .apply(Colour.F)
                        .name());
        assertEquals(0.25, read(GOOD.replace("{seed: 7}", "{file: 21.csv}")).start()[20]);
    }

    @Test
    @DisplayName("knows the digits of the library by name, and a file of that name behind a ./")
    void bundledDigits() throws IOException {
        String model = """
                model: {kind: mlp, sizes: [64, 10], activation: tanh, loss: cross-entropy}
                data: {file: digits, columns: {features: "1-64", target: 65}, scale: 1/16}
                point: {seed: 7}
                """;
        Colour only = new Colour("L");
        ModelProblem digits = read(model);
        NetworkLoss expected = NetworkLoss.of(DenseNetwork.of(64, 10), OutputLoss.SOFTMAX_CROSS_ENTROPY, Digits.load());
        assertEquals(expected.value(digits.start()), digits.loss(only).value(digits.start()));
        assertEquals("[]", digits.dataFiles().toString());
        Files.writeString(folder.resolve("digits"), "0,".repeat(64) + "3\n");
        ModelProblem own = read(model.replace("file: digits", "file: ./digits"));
        assertEquals(1, Objects.requireNonNull(own.tasks().get(only)).samples());
    }

    @Test
    @DisplayName("takes the logistic loss of classes 0 and 1 with one output")
    void logistic() {
        ModelProblem problem = read("""
                model: {kind: mlp, sizes: [2, 1], activation: tanh, loss: logistic}
                data: {file: data.csv, columns: {features: "1-2", target: 3}, rows: "1-2"}
                point: [1/2, -1/4, 0]
                """);
        // By hand: the outputs 0 (class 0) and −2.5 (class 1).
        double expected = (Math.log(2) + Math.log1p(Math.exp(2.5))) / 2;
        assertEquals(expected, problem.loss(new Colour("L")).value(problem.start()), 1e-15);
    }

    @ParameterizedTest(name = "knows the activation {0}")
    @CsvSource({"identity", "tanh", "sigmoid", "softplus", "gelu", "sine", "relu"})
    void activations(String word) {
        ModelProblem problem = read(GOOD.replace("sigmoid", word));
        assertEquals("2-3-3, " + word + ", cross-entropy", problem.model().text());
        assertEquals(word.equals("relu"), problem.model().hasKinks());
    }

    @ParameterizedTest(name = "is refused with {1} in place of {0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "point:; pint:; unknown key 'pint', expected the keys model, data, point of a model; did you mean point?",
                "point: {seed: 7}; ``; has no 'point', expected one of point: {seed: 7}",
                "model:; model: 3 #; has in model the value '3'",
                "kind: mlp; kynd: mlp; in model an unknown key 'kynd'",
                "kind: mlp; kind: cnn; has in model.kind the value 'cnn', expected one of mlp, convolutional, multi-head, diagonal, matrix-factorisation",
                "kind: mlp, ; ``; has no 'model.kind'",
                "[2, 3, 3]; [2]; has in model.sizes the value '[2]', expected a list of 2 to 100",
                "[2, 3, 3]; [2, 0, 3]; has in model.sizes[2] the value '0'",
                "[2, 3, 3]; [2, 3.5, 3]; has in model.sizes[2] the value '3.5'",
                "[2, 3, 3]; 5; has in model.sizes the value '5'",
                "[2, 3, 3]; [2, 2000000000, 2000000000, 3]; expected at most",
                "[2, 3, 3]; [4, 3, 3]; 2 features (columns 1-2) but a model of 4 inputs",
                "[2, 3, 3]; [2, 3, 2]; the loss A: row 2 has the target 2.0, expected a class from 0 to 1",
                "[2, 3, 3]; [2, 3, 1]; given cross-entropy for the network 2-3-1 with one output",
                "sigmoid; sigmoyd; did you mean sigmoid?",
                "sigmoid; exp; expected one of identity, tanh, sigmoid, softplus, gelu, sine, relu",
                "cross-entropy; crossentropy; did you mean cross-entropy?",
                "file: data.csv; file: date.csv; there is no file 'date.csv' in the directory",
                "file: data.csv; file: 7; has in data.file the value '7', expected the name of a file",
                "file: data.csv; file: \"a\\0b\"; expected the name of a file",
                "file: data.csv; file: nan.csv; line 2, column 1 is 'NaN', expected a finite number",
                "file: data.csv; file: ragged.csv; line 2 has 2 columns, expected 3",
                "file: data.csv; file: empty.csv; holds no row of numbers",
                "file: data.csv; file: broken.csv.gz; cannot be read",
                "file: data.csv, ; ``; has no 'data.file'",
                "columns: {features: \"1-2\", target: 3}; columns: 3; has in data.columns the value '3'",
                "features: \"1-2\"; feature: 1; did you mean features?",
                "features: \"1-2\"; features: \"1:2\"; in data.columns.features: given the range '1:2'",
                "features: \"1-2\"; features: \"4-5\"; columns from 1 to 3",
                "features: \"1-2\"; features: \"2-3\"; the target's column 3 among the features 2-3",
                "target: 3; target: 4; columns from 1 to 3",
                "target: 3; target: class; has in data.columns.target the value 'class'",
                "scale: 1/2; scale: 0; expected a number other than 0",
                "scale: 1/2; scale: half; has in data.scale the value 'half'",
                "scale: 1/2; scale: 1/0; has in data.scale the value '1/0'",
                "scale: 1/2; scal: 1; did you mean scale?",
                "scale: 1/2, rows: \"1-4\"; scale: 1e10, rows: \"1-5\"; beyond the range of doubles",
                "\"1-4\"; \"1-6\"; in data.rows: given the rows 1-6 of 5 rows, expected a last row of at most 5",
                "\"1-4\"; \"4-1\"; in data.rows: given the range 4-1",
                "\"1-4\"; 4; has in data.rows the value '4', expected the first and the last row",
                "\"target == 1\"; \"target == 7\"; in data.tasks.B: none of 4 samples belongs to the task",
                "\"target == 1\"; \"target = 1\"; in data.tasks.B: the condition 'target = 1' has '=' at position 8",
                "\"target == 1\"; [1]; has in data.tasks.B the value '[1]'",
                "B: ; B_1: ; cannot name a field",
                "B: ; A: ; Duplicate field 'A'",
                "{seed: 7}; {seed: seven}; has in point.seed the value 'seven', expected an integer",
                "{seed: 7}; {seed: 7.5}; has in point.seed the value '7.5', expected an integer",
                "{seed: 7}; {seed: 99999999999999999999}; expected an integer",
                "{seed: 7}; {sead: 7}; did you mean seed?",
                "{seed: 7}; {seed: 7, file: six.csv}; expected one of point: {seed: 7}",
                "{seed: 7}; [1, 2]; given a point of 2 numbers, expected the 21 parameters of the model 2-3-3",
                "{seed: 7}; [1, two]; has in point[2] the value 'two', expected a finite number",
                "{seed: 7}; [1, 1e999]; has in point[2] the value '1E+999', expected a finite number",
                "{seed: 7}; [.nan]; Malformed numeric value '.nan'",
                "{seed: 7}; {file: six.csv}; holds 6 rows of 1 numbers, expected a point of 21",
                "{seed: 7}; {file: none.csv}; there is no file 'none.csv' in the directory",
                "{seed: 7}; {file: data.csv}; holds 5 rows of 3 numbers, expected a point of 21 parameters in each row",
                "{seed: 7}; 7; has in point the value '7'",
            })
    void refused(String from, String to, String expected) {
        assertTrue(GOOD.contains(from), from);
        String message = assertThrows(IllegalArgumentException.class, () -> read(GOOD.replace(from, to)))
                .getMessage();
        assertTrue(message.contains("net.yaml"), message);
        assertTrue(message.contains(expected), message);
        assertFalse(message.contains("Exception"), message);
    }

    @Test
    @DisplayName("is refused with the directory that was searched if its data are missing")
    void searched() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> read(GOOD.replace("data.csv", "other/data.csv")))
                .getMessage();
        assertTrue(message.contains(folder.resolve("other").toAbsolutePath().toString()), message);
    }
}
