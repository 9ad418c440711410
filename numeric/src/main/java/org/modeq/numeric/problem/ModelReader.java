package org.modeq.numeric.problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.MatrixFactorisation;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.NumberTable;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.ParameterLayout;
import org.modeq.numeric.problem.ModelProblem.Model;
import org.modeq.numeric.problem.ModelProblem.Task;
import org.modeq.symbolic.tree.Colour;

/** Reads problem files that describe a model: the keys {@code model}, {@code data} and {@code point}. */
final class ModelReader {
    static final List<String> KEYS = List.of("model", "data", "point");

    private static final String FACTORISATION = "matrix-factorisation";
    private static final int MOST_ELEMENTS = 10_000_000;

    /** A point, a gradient, and what is between them. */
    private static final int BYTES_PER_PARAMETER = 64;

    private final YamlNode root;
    private final YamlNode model;
    private final DataFolder folder;

    ModelReader(YamlNode root, Path path) {
        this.root = root;
        this.model = root.at("model");
        this.folder = DataFolder.of(path);
    }

    ModelProblem problem() {
        root.requireKeys(KEYS, "expected the keys model, data, point of a model");
        if (!model.node().isObject()) {
            throw model.unexpected("expected a mapping such as model: " + NetworkKind.MLP.example());
        }
        List<Object> kinds = new ArrayList<>(Arrays.asList((Object[]) NetworkKind.values()));
        kinds.add(FACTORISATION);
        if (!model.node().has("kind")) {
            model.requireKeys(List.of("kind", "sizes", "activation", "loss"), expectedKeys(NetworkKind.MLP));
        }
        return model.at("kind").oneOf(kinds) instanceof NetworkKind kind ? network(kind) : factorisation();
    }

    private static String expectedKeys(NetworkKind kind) {
        return "expected the keys kind, " + String.join(", ", kind.keys()) + ", loss, as in model: " + kind.example();
    }

    private ModelProblem network(NetworkKind kind) {
        List<String> keys = new ArrayList<>(kind.keys());
        keys.add("kind");
        keys.add("loss");
        model.requireKeys(keys, expectedKeys(kind));
        NetworkKind.Networks networks = described(() -> kind.read(model));
        ParameterLayout layout = withRoom(networks.first().layout());
        OutputLoss loss = model.at("loss").oneOf(List.of(OutputLoss.values()));
        SortedMap<Colour, Dataset> samples =
                new SampleReader(root.at("data"), folder).tasks(networks.first().inputCount());
        SortedMap<Colour, Task> tasks = new TreeMap<>();
        samples.forEach((task, data) -> tasks.put(task, task(task, networks, loss, data)));
        boolean hasKinks = networks.activation() == Activation.RELU;
        return problem(new Model(model.node(), networks.text() + ", " + loss, layout, hasKinks), tasks);
    }

    private Task task(Colour task, NetworkKind.Networks networks, OutputLoss loss, Dataset data) {
        try {
            return new Task(data.size(), NetworkLoss.of(networks.ofTask().apply(task), loss, data));
        } catch (IllegalArgumentException doesNotFit) {
            throw root.error("has data that do not fit its model; the loss " + task + ": " + doesNotFit.getMessage());
        }
    }

    private ModelProblem factorisation() {
        model.requireKeys(
                List.of("kind", "rank"),
                "expected the keys kind, rank, as in model: {kind: " + FACTORISATION + ", rank: 2}");
        int rank = model.at("rank").positiveInteger("expected the number of columns of the factors, as in rank: 2");
        YamlNode data = root.at("data");
        data.requireKeys(
                List.of("file", "known"),
                "expected the keys file and, if need be, known, as in data: {file: matrix.csv, known: mask.csv}");
        DMatrixRMaj target = matrix(data.at("file"));
        DMatrixRMaj mask = new DMatrixRMaj(target.numRows, target.numCols);
        mask.fill(1);
        if (data.at("known").isGiven()) {
            mask = matrix(data.at("known"));
            if (mask.numRows != target.numRows || mask.numCols != target.numCols) {
                throw data.at("known")
                        .unexpected("which is a table of " + size(mask) + ", expected " + size(target)
                                + " numbers, 1 where the entry is known and 0 elsewhere");
            }
        }
        DMatrixRMaj weights = mask;
        MatrixFactorisation loss = described(() -> MatrixFactorisation.of(target, rank, weights));
        int known = (int) Arrays.stream(mask.data, 0, mask.getNumElements())
                .filter(weight -> weight != 0)
                .count();
        SortedMap<Colour, Task> tasks = new TreeMap<>();
        tasks.put(SampleReader.ONLY, new Task(known, loss));
        String text = size(target) + " matrix, rank " + rank;
        return problem(new Model(model.node(), text, withRoom(loss.layout()), false), tasks);
    }

    private DMatrixRMaj matrix(YamlNode file) {
        NumberTable table = folder.read(file, NumberTable::read);
        DMatrixRMaj matrix = new DMatrixRMaj(table.rowCount(), table.columnCount());
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                matrix.set(i, j, table.at(i, j));
            }
        }
        return matrix;
    }

    private static String size(DMatrixRMaj matrix) {
        return matrix.numRows + "×" + matrix.numCols;
    }

    /** What the part {@code model} describes; what is wrong with it is said with its place. */
    private <E> E described(Supplier<E> description) {
        try {
            return description.get();
        } catch (IllegalArgumentException refused) {
            throw model.because(refused);
        }
    }

    private ParameterLayout withRoom(ParameterLayout layout) {
        long room = Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / BYTES_PER_PARAMETER);
        if (layout.size() > room) {
            throw model.error("describes in model " + layout.size() + " parameters, expected at most " + room
                    + ", for which there is memory; take smaller layers");
        }
        return layout;
    }

    private ModelProblem problem(Model described, SortedMap<Colour, Task> tasks) {
        try {
            double[] point = point(described.layout());
            return ModelProblem.of(root.file(), described, tasks, point).withDataFiles(folder.files());
        } catch (IllegalArgumentException doesNotFit) {
            throw root.because(doesNotFit);
        }
    }

    private double[] point(ParameterLayout layout) {
        YamlNode point = root.at("point");
        String expected = "expected one of point: {seed: 7}, point: {file: weights.csv} and a list of the "
                + layout.size() + " parameters";
        if (point.node().isArray()) {
            return point.elements(0, MOST_ELEMENTS, expected).stream()
                    .mapToDouble(number -> number.number("expected a finite number such as 3, -1/2 or 0.25"))
                    .toArray();
        }
        point.requireKeys(List.of("seed", "file"), expected);
        if (point.node().size() != 1) {
            throw point.unexpected(expected);
        }
        return point.node().has("seed")
                ? layout.initialParameters(
                        point.at("seed").integer("expected an integer without quotes, as in seed: 7"))
                : weights(point.at("file"), layout.size());
    }

    private double[] weights(YamlNode file, int dimension) {
        List<double[]> points = folder.read(file, path -> PointFile.read(path, dimension));
        if (points.size() != 1) {
            throw file.unexpected("a file of " + points.size() + " points, expected one");
        }
        return points.get(0);
    }
}
