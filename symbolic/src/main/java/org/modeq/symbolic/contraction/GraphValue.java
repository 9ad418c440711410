package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.ring.Rational;

/** The value of a contraction on concrete tensors: the sum over all values of the summed indices. */
final class GraphValue {
    private final ContractionGraph graph;
    private final TensorValues tensors;
    private final int[] values;

    /** The components of each vertex that is a function, empty for losses and fields. */
    private final List<List<Rational>> functions = new ArrayList<>();

    GraphValue(ContractionGraph graph, TensorValues tensors) {
        this.graph = graph;
        this.tensors = tensors;
        this.values = new int[graph.indices()];
        for (Vertex vertex : graph.vertices()) {
            functions.add(vertex.function().map(this::components).orElse(List.of()));
        }
    }

    /** φ^(k)(v) in every coordinate. */
    private List<Rational> components(AppliedFunction function) {
        List<List<Rational>> arguments =
                function.arguments().stream().map(this::components).toList();
        List<Rational> components = new ArrayList<>();
        for (int i = 0; i < tensors.dimension(); i++) {
            int place = i;
            List<Rational> at =
                    arguments.stream().map(argument -> argument.get(place)).toList();
            components.add(tensors.functionDerivative(function.name(), function.orders(), at));
        }
        return components;
    }

    private List<Rational> components(TensorForm<Rational> vector) {
        List<Rational> sum = new ArrayList<>();
        for (int i = 0; i < tensors.dimension(); i++) {
            sum.add(Rational.ZERO);
        }
        vector.terms().forEach((term, coefficient) -> {
            List<Rational> components = term.graph().value(tensors);
            for (int i = 0; i < sum.size(); i++) {
                sum.set(i, sum.get(i).add(coefficient.multiply(components.get(i))));
            }
        });
        return sum;
    }

    /** The components row by row. */
    List<Rational> components() {
        List<Rational> components = new ArrayList<>();
        addComponents(0, components);
        return components;
    }

    private void addComponents(int index, List<Rational> components) {
        if (index == graph.rank()) {
            components.add(sum(index));
            return;
        }
        for (int value = 0; value < tensors.dimension(); value++) {
            values[index] = value;
            addComponents(index + 1, components);
        }
    }

    private Rational sum(int index) {
        if (index == graph.indices()) {
            Rational product = Rational.ONE;
            for (int v = 0; v < graph.vertices().size() && !product.isZero(); v++) {
                product = product.multiply(entry(v));
            }
            return product;
        }
        Rational sum = Rational.ZERO;
        for (int value = 0; value < tensors.dimension(); value++) {
            values[index] = value;
            sum = sum.add(sum(index + 1));
        }
        return sum;
    }

    private Rational entry(int v) {
        Vertex vertex = graph.vertices().get(v);
        return vertex.function().isPresent()
                ? functions.get(v).get(values[vertex.indices().get(0)])
                : vertex.value(tensors, values);
    }
}
