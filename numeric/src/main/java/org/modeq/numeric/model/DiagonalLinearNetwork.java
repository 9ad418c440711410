package org.modeq.numeric.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.numeric.graph.Node;

/**
 * A linear model z = x·w whose weights are sums of products of layers, coordinate by coordinate; immutable.
 *
 * <p>With the squared loss 1/(2n) ‖Xw − y‖² (or the logistic one) these are the diagonal linear networks (Woodworth and
 * others, 2020). Each layer is a column with a row for each feature; layers start as N(0, 1), having one input each. Along
 * gradient flow uᵢ∘uᵢ − uⱼ∘uⱼ is constant for any two layers of a product w = u₁∘…∘u_D, and u₊∘u₋ for w = u₊² − u₋².
 */
public final class DiagonalLinearNetwork implements Network {
    private final int features;
    private final ParameterLayout layout;
    private final List<Term> terms;

    /** A product of layers with a sign. */
    private record Term(double sign, List<String> layers) {}

    private DiagonalLinearNetwork(int features, List<String> layers, List<Term> terms) {
        if (features < 1) {
            throw new IllegalArgumentException("given " + features + " features, expected at least 1");
        }
        this.features = features;
        this.terms = terms;
        ParameterLayout longer = ParameterLayout.empty();
        for (String layer : layers) {
            longer = longer.random(layer, features, 1, 1);
        }
        this.layout = longer;
    }

    private static void require(boolean holds, String name, int given) {
        if (!holds) {
            throw new IllegalArgumentException("given " + given + " for the " + name + ", expected at least 1");
        }
    }

    /**
     * w = u₊^D − u₋^D with θ = (u₊, u₋), the layers plus and minus.
     *
     * @param features the number of features, at least 1
     * @param depth D ≥ 1
     * @return the network of 2·features parameters
     * @throws IllegalArgumentException if a number is below 1
     */
    public static DiagonalLinearNetwork ofPowers(int features, int depth) {
        require(depth >= 1, "depth", depth);
        return new DiagonalLinearNetwork(
                features,
                List.of("plus", "minus"),
                List.of(
                        new Term(1, Collections.nCopies(depth, "plus")),
                        new Term(-1, Collections.nCopies(depth, "minus"))));
    }

    /**
     * w = u₁∘u₂∘…∘u_D with θ = (u₁, …, u_D), the layers u1, u2, …
     *
     * @param features the number of features, at least 1
     * @param depth D ≥ 1
     * @return the network of D·features parameters
     * @throws IllegalArgumentException if a number is below 1
     */
    public static DiagonalLinearNetwork ofLayers(int features, int depth) {
        require(depth >= 1, "depth", depth);
        List<String> layers =
                IntStream.rangeClosed(1, depth).mapToObj(l -> "u" + l).toList();
        return new DiagonalLinearNetwork(features, layers, List.of(new Term(1, layers)));
    }

    /**
     * Tasks with a common layer and heads: w_t = u∘v_t with θ = (u, v₁, …, v_T), the layers u, v1, v2, …
     *
     * @param features the number of features, at least 1
     * @param tasks T ≥ 1
     * @return a network for each task, all on the same (T + 1)·features parameters
     * @throws IllegalArgumentException if a number is below 1
     */
    public static List<DiagonalLinearNetwork> ofTasks(int features, int tasks) {
        require(tasks >= 1, "number of tasks", tasks);
        List<String> layers = IntStream.rangeClosed(0, tasks)
                .mapToObj(t -> t == 0 ? "u" : "v" + t)
                .toList();
        return layers.stream()
                .skip(1)
                .map(head -> new DiagonalLinearNetwork(features, layers, List.of(new Term(1, List.of("u", head)))))
                .toList();
    }

    @Override
    public int inputCount() {
        return features;
    }

    /** {@return 1} */
    @Override
    public int outputCount() {
        return 1;
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * The weights.
     *
     * @param theta θ, a d×1 node
     * @return w, a column with a row for each feature
     * @throws IllegalArgumentException if θ has another size
     */
    public Node weights(Node theta) {
        return terms.stream()
                .map(term -> product(theta, term.layers()).scaled(term.sign()))
                .reduce(Node::plus)
                .orElseThrow();
    }

    /** The product by halves: equal halves are one node. */
    private Node product(Node theta, List<String> layers) {
        if (layers.size() == 1) {
            return layout.view(theta, layers.get(0));
        }
        int half = layers.size() / 2;
        return product(theta, layers.subList(0, half)).hadamard(product(theta, layers.subList(half, layers.size())));
    }

    @Override
    public Node outputs(Node theta, Node inputs) {
        return inputs.times(weights(theta));
    }

    /** {@return the weights in the layers, as in "w = plus∘plus − minus∘minus of 20 features"} */
    @Override
    public String toString() {
        StringBuilder weights = new StringBuilder("w = ");
        for (Term term : terms) {
            weights.append(term.sign() < 0 ? " − " : "").append(String.join("∘", term.layers()));
        }
        return weights + " of " + features + " features";
    }
}
