package org.modeq.numeric.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.model.AveragePooling;
import org.modeq.numeric.model.Convolution;
import org.modeq.numeric.model.ConvolutionalNetwork;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.DiagonalLinearNetwork;
import org.modeq.numeric.model.ImageLayer;
import org.modeq.numeric.model.ImageShape;
import org.modeq.numeric.model.MultiTaskNetwork;
import org.modeq.numeric.model.Network;
import org.modeq.symbolic.tree.Colour;

/** The kinds of networks that problem files know, each with the keys of its own and the way it is read. */
enum NetworkKind {
    MLP("mlp", "sizes, activation", "{kind: mlp, sizes: [64, 32, 10], activation: tanh, loss: cross-entropy}") {
        @Override
        Networks read(YamlNode model) {
            Activation activation = activation(model);
            DenseNetwork network = DenseNetwork.of(activation, sizes(model.at("sizes"), 2));
            return Networks.ofOne(network, network + ", " + activation, activation);
        }
    },

    CONVOLUTIONAL(
            "convolutional",
            "image, layers, sizes, activation",
            "{kind: convolutional, image: [8, 8, 1], layers: [{filters: 8, size: 3, padding: 1}, {pool: 2}], sizes: [10],"
                    + " activation: tanh, loss: cross-entropy}") {
        @Override
        Networks read(YamlNode model) {
            Activation activation = activation(model);
            String shape = "expected height, width and channels of an image, as in image: [8, 8, 1]";
            int[] image = positiveIntegers(model.at("image"), 3, 3, shape);
            List<ImageLayer> layers = new ArrayList<>();
            String expected =
                    "expected a list of layers, each {filters: 8, size: 3} with stride and padding if need be, or"
                            + " {pool: 2}";
            model.at("layers").elements(0, MOST_SIZES, expected).forEach(layer -> layers.add(layer(layer, expected)));
            ConvolutionalNetwork network = ConvolutionalNetwork.of(
                    new ImageShape(image[0], image[1], image[2]), layers, activation, sizes(model.at("sizes"), 1));
            return Networks.ofOne(network, network + ", " + activation, activation);
        }
    },

    MULTI_HEAD(
            "multi-head",
            "sizes, heads, activation",
            "{kind: multi-head, sizes: [64, 32], heads: {A: [10], B: [10]}, activation: tanh, loss: cross-entropy}") {
        @Override
        Networks read(YamlNode model) {
            Activation activation = activation(model);
            DenseNetwork trunk = DenseNetwork.of(activation, sizes(model.at("sizes"), 2));
            MultiTaskNetwork network = MultiTaskNetwork.of(trunk, activation);
            YamlNode heads = model.at("heads");
            String expected = "expected the sizes of a head for each task, as in heads: {A: [10], B: [16, 10]}";
            if (!heads.node().isObject() || heads.node().isEmpty()) {
                throw heads.unexpected(expected);
            }
            StringBuilder text = new StringBuilder(trunk + " with the heads");
            for (String task : (Iterable<String>) heads.node()::fieldNames) {
                network = network.withHead(task, sizes(heads.at(task), 1));
                text.append(' ').append(task);
            }
            Map<String, Network> byTask = new LinkedHashMap<>();
            for (String task : network.tasks()) {
                byTask.put(task, network.task(task));
            }
            return Networks.ofTasks(byTask, text + ", " + activation, activation);
        }
    },

    DIAGONAL(
            "diagonal",
            "features, depth, form, heads",
            "{kind: diagonal, features: 20, depth: 2, form: powers, loss: mse}") {
        @Override
        Networks read(YamlNode model) {
            int features = model.at("features").positiveInteger("expected a number of features, as in features: 20");
            if (model.at("heads").isGiven()) {
                return heads(model, features);
            }
            int depth = model.at("depth").positiveInteger("expected a number of layers, as in depth: 2");
            boolean isOfPowers =
                    model.at("form").oneOf(List.of("powers", "layers")).equals("powers");
            DiagonalLinearNetwork network = isOfPowers
                    ? DiagonalLinearNetwork.ofPowers(features, depth)
                    : DiagonalLinearNetwork.ofLayers(features, depth);
            return Networks.ofOne(network, "diagonal " + network, Activation.IDENTITY);
        }

        private Networks heads(YamlNode model, int features) {
            model.requireKeys(
                    List.of("kind", "features", "heads", "loss"),
                    "expected with heads no depth and no form, as in {kind: diagonal, features: 20, heads: [A, B], loss: mse}");
            List<String> tasks = model
                    .at("heads")
                    .elements(1, MOST_SIZES, "expected the names of the tasks, as in heads: [A, B]")
                    .stream()
                    .map(task -> task.text("expected the name of a task, as in heads: [A, B]"))
                    .toList();
            List<DiagonalLinearNetwork> networks = DiagonalLinearNetwork.ofTasks(features, tasks.size());
            Map<String, Network> byTask = new LinkedHashMap<>();
            for (int i = 0; i < tasks.size(); i++) {
                if (byTask.put(tasks.get(i), networks.get(i)) != null) {
                    throw model.at("heads").unexpected("expected another name for each task");
                }
            }
            return Networks.ofTasks(
                    byTask,
                    "diagonal " + features + " features with the heads " + String.join(" ", tasks),
                    Activation.IDENTITY);
        }
    };

    static final int MOST_SIZES = 100;

    private static final int MOST_PADDING = 1000;

    private static final List<Activation> ACTIVATIONS = List.of(
            Activation.IDENTITY,
            Activation.TANH,
            Activation.SIGMOID,
            Activation.SOFTPLUS,
            Activation.GELU,
            Activation.SINE,
            Activation.RELU);

    private final String word;

    /** Separated by commas. */
    private final String keys;

    private final String example;

    NetworkKind(String word, String keys, String example) {
        this.word = word;
        this.keys = keys;
        this.example = example;
    }

    /**
     * A network for each task, all on the same parameters.
     *
     * @param text what they are in a few words
     * @param first one of them
     * @param activation the function between their layers
     * @param ofTask the network of a task; an error says which tasks there are
     */
    record Networks(String text, Network first, Activation activation, Function<Colour, Network> ofTask) {
        static Networks ofOne(Network network, String text, Activation activation) {
            return new Networks(text, network, activation, task -> network);
        }

        static Networks ofTasks(Map<String, Network> byTask, String text, Activation activation) {
            return new Networks(text, byTask.values().iterator().next(), activation, task -> {
                Network network = byTask.get(task.name());
                if (network == null) {
                    throw new IllegalArgumentException("given no head for the task " + task + ", but heads for "
                            + byTask.keySet() + "; give every task of data.tasks a head of its name");
                }
                return network;
            });
        }
    }

    /** The network that the part {@code model} of a problem file describes. */
    abstract Networks read(YamlNode model);

    /** The keys beside {@code kind} and {@code loss}. */
    List<String> keys() {
        return List.of(keys.split(", ", -1));
    }

    String example() {
        return example;
    }

    /** {@return the word that problem files use} */
    @Override
    public String toString() {
        return word;
    }

    private static Activation activation(YamlNode model) {
        return model.at("activation").oneOf(ACTIVATIONS);
    }

    private static ImageLayer layer(YamlNode layer, String expected) {
        boolean isPooling = layer.node().has("pool");
        layer.requireKeys(isPooling ? List.of("pool") : List.of("filters", "size", "stride", "padding"), expected);
        try {
            return isPooling
                    ? new AveragePooling(
                            layer.at("pool").positiveInteger("expected the side of a square, as in pool: 2"))
                    : new Convolution(
                            layer.at("filters").positiveInteger("expected a number of filters, as in filters: 8"),
                            layer.at("size").positiveInteger("expected the side of a kernel, as in size: 3"),
                            layer.at("stride").isGiven()
                                    ? layer.at("stride").positiveInteger("expected a distance, as in stride: 1")
                                    : 1,
                            layer.at("padding").isGiven()
                                    ? layer.at("padding")
                                            .integerBetween(
                                                    0, MOST_PADDING, "expected a number of zeros, as in padding: 1")
                                    : 0);
        } catch (IllegalArgumentException refused) {
            throw layer.because(refused);
        }
    }

    private static int[] sizes(YamlNode node, int fewest) {
        return positiveIntegers(
                node,
                fewest,
                MOST_SIZES,
                "expected a list of " + fewest + " to " + MOST_SIZES
                        + " numbers of units, each at least 1, as in sizes: "
                        + (fewest == 1 ? "[32, 10]" : "[64, 32, 10]"));
    }

    private static int[] positiveIntegers(YamlNode node, int fewest, int most, String expected) {
        return node.elements(fewest, most, expected).stream()
                .mapToInt(element -> element.positiveInteger(expected))
                .toArray();
    }
}
