package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/** A computational graph while it is built; its nodes come into being inputs first. */
public final class Graph {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Node> known = new HashMap<>();
    private final int parameterCount;

    /** What makes two nodes the same. */
    private record Key(Operation operation, List<Integer> inputs, int rows, int columns) {}

    /**
     * A graph on a number of parameters.
     *
     * @param parameterCount d ≥ 0
     */
    public Graph(int parameterCount) {
        this.parameterCount = parameterCount;
    }

    /** {@return d} */
    public int parameterCount() {
        return parameterCount;
    }

    /** {@return θ, a d×1 column} */
    public Node parameters() {
        return node(new Operation.Parameters(), List.of(), parameterCount, 1);
    }

    /**
     * A matrix that does not depend on θ, as data; a workspace may {@linkplain Workspace#replace put other data in its place}.
     *
     * @param matrix the matrix; it must not be changed later
     * @return its node
     */
    public Node constant(DMatrixRMaj matrix) {
        return node(new Operation.Constant(new Operation.Held(matrix)), List.of(), matrix.numRows, matrix.numCols);
    }

    /**
     * The entries of some nodes of this graph, one node after the other.
     *
     * @param pieces the nodes, at least one
     * @return a column
     * @throws IllegalArgumentException if there is no piece
     */
    public Node stacked(List<Node> pieces) {
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("given no pieces, expected at least one to stack");
        }
        List<Integer> offsets = new ArrayList<>();
        int entries = 0;
        for (Node piece : pieces) {
            offsets.add(entries);
            entries += piece.entries();
        }
        return node(new Operation.Stacked(List.copyOf(offsets)), List.copyOf(pieces), entries, 1);
    }

    Node node(Operation operation, List<Node> inputs, int rows, int columns) {
        Key key = new Key(operation, inputs.stream().map(Node::number).toList(), rows, columns);
        Node present = known.get(key);
        if (present == null) {
            present = new Node(this, nodes.size(), operation, inputs, rows, columns);
            nodes.add(present);
            known.put(key, present);
        }
        return present;
    }

    /** Σ wᵢ Aᵢ, sums of sums made flat, equal terms joined. */
    Node combination(List<Node> terms, List<Double> weights) {
        Map<Integer, Double> sum = new java.util.TreeMap<>();
        for (int i = 0; i < terms.size(); i++) {
            add(sum, terms.get(i), weights.get(i));
        }
        List<Node> inputs = sum.keySet().stream().map(nodes::get).toList();
        List<Double> factors = List.copyOf(sum.values());
        Node first = terms.get(0);
        return inputs.size() == 1 && factors.get(0) == 1.0
                ? inputs.get(0)
                : node(new Operation.Combination(factors), inputs, first.rows(), first.columns());
    }

    private static void add(Map<Integer, Double> sum, Node term, double weight) {
        if (term.operation() instanceof Operation.Combination inner) {
            for (int i = 0; i < term.inputs().size(); i++) {
                sum.merge(term.input(i).number(), weight * inner.weights().get(i), Double::sum);
            }
        } else {
            sum.merge(term.number(), weight, Double::sum);
        }
    }

    Node get(int number) {
        return nodes.get(number);
    }
}
