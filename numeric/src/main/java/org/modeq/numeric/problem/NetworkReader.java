package org.modeq.numeric.problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.NumberTable;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.symbolic.tree.Colour;

/** Reads problem files that describe a network: the keys {@code model}, {@code data} and {@code point}. */
final class NetworkReader {
    static final List<String> KEYS = List.of("model", "data", "point");

    private static final String MODEL =
            "expected the keys kind, sizes, activation, loss, as in model: {kind: mlp, sizes: [64, 32, 10], activation:"
                    + " tanh, loss: cross-entropy}";
    private static final List<Activation> ACTIVATIONS = List.of(
            Activation.IDENTITY,
            Activation.TANH,
            Activation.SIGMOID,
            Activation.SOFTPLUS,
            Activation.GELU,
            Activation.SINE,
            Activation.RELU);
    private static final int MOST_SIZES = 100;

    /** A point, a gradient, and what is between them. */
    private static final int BYTES_PER_PARAMETER = 64;

    private final YamlNode root;
    private final Path folder;

    NetworkReader(YamlNode root, Path path) {
        this.root = root;
        Path above = path.toAbsolutePath().normalize().getParent();
        this.folder = above == null ? path.toAbsolutePath() : above;
    }

    NetworkProblem problem() {
        root.requireKeys(KEYS, "expected the keys model, data, point of a network");
        YamlNode model = root.at("model");
        model.requireKeys(List.of("kind", "sizes", "activation", "loss"), MODEL);
        model.at("kind").oneOf(List.of("mlp"));
        int[] sizes = sizes(model.at("sizes"));
        DenseNetwork network = DenseNetwork.of(model.at("activation").oneOf(ACTIVATIONS), sizes);
        OutputLoss loss = model.at("loss").oneOf(List.of(OutputLoss.values()));
        SortedMap<Colour, Dataset> tasks = new SampleReader(root.at("data"), folder).tasks(network.inputCount());
        double[] point = point(network);
        try {
            return NetworkProblem.of(root.file(), network, loss, tasks, point);
        } catch (IllegalArgumentException doesNotFit) {
            throw new IllegalArgumentException("the file " + root.file() + ": " + doesNotFit.getMessage(), doesNotFit);
        }
    }

    private static int[] sizes(YamlNode node) {
        String expected = "expected a list of 2 to " + MOST_SIZES
                + " numbers of units, each at least 1, as in sizes: [64, 32, 10]";
        List<YamlNode> elements = elements(node, expected);
        if (elements.size() < 2 || elements.size() > MOST_SIZES) {
            throw node.unexpected(expected);
        }
        int[] sizes = elements.stream()
                .mapToInt(size -> size.positiveInteger(expected))
                .toArray();
        long room = Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / BYTES_PER_PARAMETER);
        long parameters = 0;
        for (int l = 1; l < sizes.length; l++) {
            parameters += (sizes[l - 1] + 1L) * sizes[l];
            if (parameters > room) {
                throw node.unexpected("expected at most " + room
                        + " weights and biases, for which there is memory; take smaller layers");
            }
        }
        return sizes;
    }

    private static List<YamlNode> elements(YamlNode node, String expected) {
        if (!node.node().isArray()) {
            throw node.unexpected(expected);
        }
        List<YamlNode> elements = new ArrayList<>();
        for (int i = 0; i < node.node().size(); i++) {
            elements.add(new YamlNode(
                    node.file(), node.place() + "[" + (i + 1) + "]", node.node().get(i)));
        }
        return elements;
    }

    private double[] point(DenseNetwork network) {
        YamlNode point = root.at("point");
        String expected = "expected one of point: {seed: 7}, point: {file: weights.csv} and a list of the "
                + network.parameterCount() + " weights and biases";
        if (point.node().isArray()) {
            return elements(point, expected).stream()
                    .mapToDouble(number -> number.number("expected a finite number such as 3, -1/2 or 0.25"))
                    .toArray();
        }
        point.requireKeys(List.of("seed", "file"), expected);
        if (point.node().size() != 1) {
            throw point.unexpected(expected);
        }
        return point.node().has("seed")
                ? network.initialParameters(
                        point.at("seed").integer("expected an integer without quotes, as in seed: 7"))
                : weights(point.at("file"));
    }

    private double[] weights(YamlNode file) {
        NumberTable table = SampleReader.table(file, folder);
        if (table.columnCount() != 1) {
            throw file.error("names in " + file.place() + " a table of " + table.columnCount() + " columns, "
                    + table.source() + "; expected one number per line: W1 row by row with the input first, b1, W2, …");
        }
        double[] weights = new double[table.rowCount()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = table.at(i, 0);
        }
        return weights;
    }
}
