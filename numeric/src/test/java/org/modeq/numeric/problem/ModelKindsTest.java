package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.model.AveragePooling;
import org.modeq.numeric.model.Convolution;
import org.modeq.numeric.model.ConvolutionalNetwork;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.DiagonalLinearNetwork;
import org.modeq.numeric.model.ImageShape;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.MatrixFactorisation;
import org.modeq.numeric.model.MultiTaskNetwork;
import org.modeq.numeric.model.Network;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.NumberTable;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The kinds of models in problem files")
class ModelKindsTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final Colour L = new Colour("L");

    private static final String CONVOLUTIONAL = "{kind: convolutional, image: [4, 3, 1], layers: [{filters: 2, size: 3,"
            + " padding: 1, stride: 2}, {pool: 2}], sizes: [5, 3], activation: gelu, loss: cross-entropy}";
    private static final String MULTI_HEAD =
            "{kind: multi-head, sizes: [12, 4], heads: {A: [3], B: [2, 3]}, activation:"
                    + " tanh, loss: cross-entropy}";
    private static final String DIAGONAL = "{kind: diagonal, features: 12, depth: 3, form: layers, loss: mse}";
    private static final String DIAGONAL_HEADS = "{kind: diagonal, features: 12, heads: [A, B], loss: mse}";

    @TempDir
    private Path folder = Path.of("");

    /** Twelve random features and a class of three, nine rows. */
    @BeforeEach
    void files() throws IOException {
        double[] features = RandomStream.ofSeed(3).normals(108);
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 12; j++) {
                data.append(features[12 * i + j]).append(',');
            }
            data.append(i % 3).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), data.toString());
        Files.writeString(folder.resolve("matrix.csv"), "1,2,3\n4,5,6\n");
        Files.writeString(folder.resolve("known.csv"), "1,0,1\n1,1,0\n");
        Files.writeString(folder.resolve("column.csv"), "1\n0\n");
    }

    private ModelProblem read(String model, String data) {
        try {
            Path file = folder.resolve("model.yaml");
            Files.writeString(file, "model: " + model + "\ndata: " + data + "\npoint: {seed: 7}\n");
            return (ModelProblem) ProblemReader.read(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private ModelProblem read(String model) {
        return read(
                model,
                "{file: data.csv, columns: {features: 1-12, target: 13}, tasks: {A: target < 2, B: target >= 1}}");
    }

    private Dataset rows(Colour task) {
        Dataset all = Dataset.of(NumberTable.read(folder.resolve("data.csv")), new IndexRange(1, 12), 13);
        return all.where(task.equals(A) ? target -> target < 2 : target -> target >= 1);
    }

    /** The file's loss against that of a network built in Java, at the point of the seed. */
    private void assertSame(Network expected, OutputLoss loss, ModelProblem problem, Colour task) {
        double[] theta = expected.initialParameters(7);
        assertArrayEquals(theta, problem.start());
        assertEquals(expected.layout().names(), problem.model().layout().names());
        assertEquals(
                NetworkLoss.of(expected, loss, rows(task)).value(theta),
                problem.loss(task).value(theta));
    }

    @Test
    @DisplayName("convolutional: convolutions with stride and padding, poolings, dense layers")
    void convolutional() {
        Network expected = ConvolutionalNetwork.of(
                new ImageShape(4, 3, 1),
                List.of(new Convolution(2, 3, 2, 1), new AveragePooling(2)),
                Activation.GELU,
                5,
                3);
        ModelProblem problem = read(CONVOLUTIONAL);
        assertSame(expected, OutputLoss.SOFTMAX_CROSS_ENTROPY, problem, A);
        assertSame(expected, OutputLoss.SOFTMAX_CROSS_ENTROPY, problem, B);
        assertEquals(
                "4×3×1, 2 filters 3×3 stride 2 padding 1, pooling 2×2, 2-5-3, gelu, cross-entropy",
                problem.model().text());
    }

    @Test
    @DisplayName("multi-head: a trunk, and for each task a head of its name")
    void multiHead() {
        MultiTaskNetwork expected = MultiTaskNetwork.of(DenseNetwork.of(12, 4), Activation.TANH)
                .withHead("A", 3)
                .withHead("B", 2, 3);
        ModelProblem problem = read(MULTI_HEAD);
        assertSame(expected.task("A"), OutputLoss.SOFTMAX_CROSS_ENTROPY, problem, A);
        assertSame(expected.task("B"), OutputLoss.SOFTMAX_CROSS_ENTROPY, problem, B);
    }

    @Test
    @DisplayName("diagonal: powers, layers, or a common layer with heads")
    void diagonal() {
        assertSame(DiagonalLinearNetwork.ofLayers(12, 3), OutputLoss.MEAN_SQUARED_ERROR, read(DIAGONAL), A);
        ModelProblem powers = read(DIAGONAL.replace("layers", "powers"));
        assertSame(DiagonalLinearNetwork.ofPowers(12, 3), OutputLoss.MEAN_SQUARED_ERROR, powers, B);
        assertEquals(
                "diagonal w = plus∘plus∘plus − minus∘minus∘minus of 12 features, mse",
                powers.model().text());
        List<DiagonalLinearNetwork> heads = DiagonalLinearNetwork.ofTasks(12, 2);
        ModelProblem problem = read(DIAGONAL_HEADS);
        assertSame(heads.get(0), OutputLoss.MEAN_SQUARED_ERROR, problem, A);
        assertSame(heads.get(1), OutputLoss.MEAN_SQUARED_ERROR, problem, B);
    }

    @Test
    @DisplayName("matrix-factorisation: a matrix, all of it or the entries that are known")
    void factorisation() {
        DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}});
        DMatrixRMaj known = new DMatrixRMaj(new double[][] {{1, 0, 1}, {1, 1, 0}});
        ModelProblem whole = read("{kind: matrix-factorisation, rank: 2}", "{file: matrix.csv}");
        ModelProblem part = read("{kind: matrix-factorisation, rank: 2}", "{file: matrix.csv, known: known.csv}");
        MatrixFactorisation expected = MatrixFactorisation.of(matrix, 2);
        double[] theta = expected.layout().initialParameters(7);
        assertArrayEquals(theta, whole.start());
        assertEquals(expected.value(theta), whole.loss(L).value(theta));
        assertEquals(
                MatrixFactorisation.of(matrix, 2, known).value(theta),
                part.loss(L).value(theta));
        assertEquals(6, whole.tasks().values().iterator().next().samples());
        assertEquals(4, part.tasks().values().iterator().next().samples());
    }

    @ParameterizedTest(name = "refuse {1} in place of {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "[4, 3, 1]; [4, 3]; has in model.image the value '[4,3]', expected height, width and channels",
                "[4, 3, 1]; [4, 3, 0]; has in model.image[3] the value '0'",
                "[4, 3, 1]; [6, 3, 1]; 12 features (columns 1-12) but a model of 18 inputs",
                "[4, 3, 1]; [400000000, 3, 100]; expected at most 268435456; take a smaller one",
                "size: 3; size: 9; in model: given windows of 9×9 on an image of 4×3×1",
                "padding: 1; padding: 3; in model.layers[1]: given 2 filters of size 3",
                "padding: 1; padding: 99999; has in model.layers[1].padding the value '99999'",
                "padding: 1; padding: x; has in model.layers[1].padding the value 'x'",
                "stride: 2; stride: 0; has in model.layers[1].stride the value '0'",
                "filters: 2, ; ' '; has no 'model.layers[1].filters'",
                "filters: 2; filters: 2000000000; expected at most",
                "{pool: 2}; {pool: 5}; given windows of 5×5",
                "{pool: 2}; {pol: 2}; in model.layers[2] an unknown key 'pol'",
                "{pool: 2}; {pool: 2, size: 2}; in model.layers[2] an unknown key 'size'",
                "{pool: 2}; pool; has in model.layers[2] the value 'pool'",
                "[5, 3]; []; expected a list of 1 to 100 numbers of units",
                "gelu, ; 'gelu, depth: 3, '; in model an unknown key 'depth', expected the keys kind, image, layers",
            })
    void badConvolutional(String from, String to, String expected) {
        refused(CONVOLUTIONAL, from, to, expected);
    }

    @ParameterizedTest(name = "refuse {1} in place of {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{A: [3], B: [2, 3]}; {A: [3]}; given no head for the task B, but heads for [A]",
                "{A: [3], B: [2, 3]}; [A, B]; has in model.heads the value",
                "{A: [3], B: [2, 3]}; {A: [3], B: 2}; has in model.heads.B the value '2'",
                "{A: [3], B: [2, 3]}; {A: [3], trunk: [3]}; expected another name",
                "{A: [3], B: [2, 3]}; {A: [3], B: [2]}; has the target 2.0, expected a class from 0 to 1",
                "[12, 4]; [12]; expected a list of 2 to 100 numbers",
            })
    void badHeads(String from, String to, String expected) {
        refused(MULTI_HEAD, from, to, expected);
    }

    @ParameterizedTest(name = "refuse {1} in place of {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "depth: 3; depth: 0; has in model.depth the value '0'",
                "depth: 3, ; ' '; has no 'model.depth'",
                "layers; power; has in model.form the value 'power', expected one of powers, layers; did you mean powers?",
                "features: 12; features: 11; 12 features (columns 1-12) but a model of 11 inputs",
                "features: 12; features: 2000000000; expected at most",
                "mse; mse, activation: tanh; in model an unknown key 'activation'",
            })
    void badDiagonal(String from, String to, String expected) {
        refused(DIAGONAL, from, to, expected);
    }

    @ParameterizedTest(name = "refuse {1} in place of {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "[A, B]; [A, A]; expected another name for each task",
                "[A, B]; []; expected the names of the tasks",
                "[A, B]; [A, 2]; has in model.heads[2] the value '2'",
                "[A, B]; [A]; given no head for the task B",
                "heads: [A, B]; heads: [A, B], depth: 2; expected with heads no depth and no form",
            })
    void badDiagonalHeads(String from, String to, String expected) {
        refused(DIAGONAL_HEADS, from, to, expected);
    }

    private void refused(String model, String from, String to, String expected) {
        assertTrue(model.contains(from), from);
        assertRefused(() -> read(model.replace(from, to)), expected);
    }

    @ParameterizedTest(name = "refuse the factorisation {0} of {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{kind: matrix-factorisation, rank: 0}; {file: matrix.csv}; has in model.rank the value '0'",
                "{kind: matrix-factorisation}; {file: matrix.csv}; has no 'model.rank'",
                "{kind: matrix-factorisation, rank: 1, loss: mse}; {file: matrix.csv}; unknown key 'loss'",
                "{kind: matrix-factorisation, rank: 2000000000}; {file: matrix.csv}; expected at most",
                "{kind: matrix-factorisation, rank: 1}; {file: none.csv}; there is no file 'none.csv'",
                "{kind: matrix-factorisation, rank: 1}; {file: matrix.csv, known: column.csv}; a table of 2×1, expected 2×3",
                "{kind: matrix-factorisation, rank: 1}; {file: matrix.csv, columns: 3}; unknown key 'columns'",
            })
    void badFactorisation(String model, String data, String expected) {
        assertRefused(() -> read(model, data), expected);
    }

    private static void assertRefused(Runnable reading, String expected) {
        String message =
                assertThrows(IllegalArgumentException.class, reading::run).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("model.yaml"), message);
        assertFalse(message.contains("Exception"), message);
        assertEquals(1, message.lines().count(), message);
    }
}
