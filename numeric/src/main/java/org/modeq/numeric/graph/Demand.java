package org.modeq.numeric.graph;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which coefficients of which nodes a sweep needs: forwards which can be other than 0, backwards which of those are read.
 *
 * <p>A product needs at e the coefficients a, b with a + b = e of its factors; a function of coordinates those that divide
 * e, and its derivatives at the point up to the degree of e.
 */
final class Demand {
    /** A function at a node, of which a table of derivatives is made. */
    record Table(int argument, SmoothFunction function) {}

    private final Monomials monomials;
    private final List<Node> nodes;
    private final Map<Integer, BitSet> present = new HashMap<>();
    private final Map<Integer, BitSet> needed = new HashMap<>();
    private final Map<Table, Integer> highest = new LinkedHashMap<>();

    Demand(Monomials monomials, List<Node> nodes, BitSet given, BitSet wanted) {
        this.monomials = monomials;
        this.nodes = nodes;
        nodes.forEach(node -> present.put(node.number(), presence(node, given)));
        Node output = nodes.get(nodes.size() - 1);
        need(output, wanted);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            needed(node).stream().forEach(e -> require(node, e));
        }
    }

    BitSet present(Node node) {
        return present.getOrDefault(node.number(), new BitSet());
    }

    BitSet needed(Node node) {
        return needed.getOrDefault(node.number(), new BitSet());
    }

    /** The highest derivative in each table. */
    Map<Table, Integer> tables() {
        return highest;
    }

    Monomials monomials() {
        return monomials;
    }

    private BitSet presence(Node node, BitSet given) {
        BitSet presence = new BitSet();
        presence.set(0);
        if (!node.dependsOnParameters()) {
            return presence;
        }
        Operation operation = node.operation();
        if (operation instanceof Operation.Parameters) {
            presence.or(given);
        } else if (isBilinear(operation)) {
            return monomials.product(present(node.input(0)), present(node.input(1)));
        } else if (operation instanceof Operation.Applied) {
            return monomials.closure(present(node.input(0)));
        } else {
            node.inputs().forEach(input -> presence.or(present(input)));
        }
        return presence;
    }

    static boolean isBilinear(Operation operation) {
        return operation instanceof Operation.Product
                || operation instanceof Operation.Hadamard
                || operation instanceof Operation.ScaledRows;
    }

    private void need(Node node, BitSet coefficients) {
        BitSet both = (BitSet) coefficients.clone();
        both.and(present(node));
        needed.computeIfAbsent(node.number(), number -> new BitSet()).or(both);
    }

    private void need(Node node, int e) {
        BitSet one = new BitSet();
        one.set(e);
        need(node, one);
    }

    private void require(Node node, int e) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Applied applied) {
            Node input = node.input(0);
            int order = applied.derivative() + monomials.degree(e);
            highest.merge(new Table(input.number(), applied.function()), order, Math::max);
            need(input, 0);
            monomials.pairs(e).forEach(pair -> need(input, pair[0]));
        } else if (isBilinear(operation)) {
            Node left = node.input(0);
            Node right = node.input(1);
            for (int[] pair : monomials.pairs(e)) {
                if (present(left).get(pair[0]) && present(right).get(pair[1])) {
                    need(left, pair[0]);
                    need(right, pair[1]);
                }
            }
        } else {
            node.inputs().forEach(input -> need(input, e));
        }
    }

    List<Node> nodes() {
        return nodes;
    }
}
