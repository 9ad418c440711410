package org.modeq.symbolic.circuit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.Signature;
import org.modeq.symbolic.tree.Slot;

/**
 * A circuit of updates, functions and filters: which optimizer it is, up to what the functions are.
 *
 * <p>Adam, with m and v averages of g = ∇L and q = g²:
 * <pre>
 *   Circuit.of(List.of(
 *       CircuitNode.update("u").reading("m", Filter.average(one), "g").reading("v", Filter.average(two), "q"),
 *       CircuitNode.function("g").reading("", Filter.IDENTITY, "u"),
 *       CircuitNode.function("q").ofDegree(2).reading("", Filter.IDENTITY, "g")));
 * </pre>
 * The coefficients of its trees do not depend on the functions, only on the filters; an ε in the denominator of Adam is not
 * in them.
 */
public final class Circuit {
    private final SortedMap<Colour, CircuitNode> nodes;
    private final Signature signature;

    private Circuit(SortedMap<Colour, CircuitNode> nodes, Signature signature) {
        this.nodes = nodes;
        this.signature = signature;
    }

    /**
     * A circuit by its nodes.
     *
     * @param nodes the nodes, in any order
     * @return the circuit
     * @throws IllegalArgumentException if two nodes have one name, an input names no node, there is no update, a function has
     *     no input, or functions feed each other in a circle without an update in between
     */
    public static Circuit of(List<CircuitNode> nodes) {
        SortedMap<Colour, CircuitNode> byName = new TreeMap<>();
        nodes.forEach(node -> byName.put(node.name(), node));
        for (CircuitNode node : nodes) {
            if (!node.isUpdate() && node.inputs().isEmpty()) {
                throw new IllegalArgumentException(
                        "given the function " + node.name()
                                + " without an input, expected one at least; say what it reads with reading(slot, filter, source)");
            }
        }
        Signature signature = Signature.of(nodes.stream().map(CircuitNode::kind).toList());
        return new Circuit(Collections.unmodifiableSortedMap(byName), signature);
    }

    /** {@return the nodes by name} */
    public SortedMap<Colour, CircuitNode> nodes() {
        return nodes;
    }

    /** {@return the kinds of nodes in its trees; the roots of the series are the updates} */
    public Signature signature() {
        return signature;
    }

    /** {@return the names of the parameters in its filters} */
    public SortedSet<String> symbols() {
        SortedSet<String> symbols = new TreeSet<>();
        nodes.values().forEach(node -> {
            symbols.addAll(node.output().symbols());
            node.inputs()
                    .values()
                    .forEach(input -> symbols.addAll(input.filter().symbols()));
        });
        return symbols;
    }

    /**
     * The order |t| of a tree: the number of its updates.
     *
     * @param tree a tree of this circuit
     * @return |t|
     * @throws IllegalArgumentException if the tree is not of this circuit
     */
    public int order(RootedTree tree) {
        return signature.order(tree);
    }

    /**
     * Reads a tree of this circuit, {@code u[m:g[u],v:q[g[u]]]}, children in any order.
     *
     * @param text the tree, root first
     * @return the tree
     * @throws IllegalArgumentException if the text is no tree, or not one of this circuit
     */
    public RootedTree tree(String text) {
        RootedTree tree = RootedTree.parse(text);
        signature.order(tree);
        return tree;
    }

    /** The node of this name. */
    CircuitNode node(Colour name) {
        CircuitNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("given the node " + name + ", expected one of " + nodes.keySet());
        }
        return node;
    }

    /** The filter on the way from a child to a node. */
    static Filter filter(CircuitNode node, PlantedTree child) {
        Slot slot = child.slot();
        CircuitNode.Input input = node.inputs().get(slot);
        if (input == null) {
            throw new IllegalArgumentException("given " + child + " as a child of " + node.name()
                    + ", expected one in the slots " + node.inputs().keySet());
        }
        return input.filter();
    }

    @Override
    public String toString() {
        return "circuit of " + nodes.keySet();
    }
}
