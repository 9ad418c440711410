package org.modeq.symbolic.circuit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.Signature;
import org.modeq.symbolic.tree.Slot;

/**
 * A node of a circuit: an update of the state or a function on the way there, its inputs, and a filter behind it.
 *
 * @param name its name in trees
 * @param isUpdate whether θ moves by h times what comes out
 * @param degree the largest number of inputs of one term: the degree where the function is a polynomial
 * @param inputs what enters each slot
 * @param output the filter on what comes out
 */
public record CircuitNode(Colour name, boolean isUpdate, int degree, SortedMap<Slot, Input> inputs, Filter output) {

    /**
     * What enters a slot.
     *
     * @param sources the nodes whose signals enter; updates stand for the state that they move
     * @param filter the filter on the way in
     */
    public record Input(SortedSet<Colour> sources, Filter filter) {
        /**
         * What enters a slot.
         *
         * @param sources the nodes
         * @param filter the filter
         */
        public Input {
            sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        }
    }

    /**
     * A node.
     *
     * @param name its name
     * @param isUpdate whether it moves the state
     * @param degree the largest number of inputs of one term
     * @param inputs what enters each slot
     * @param output the filter on what comes out
     */
    public CircuitNode {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /**
     * An update of the state, θ_{n+1} = θ_n + h F(inputs).
     *
     * @param name its name
     * @return the node, without inputs yet
     * @throws IllegalArgumentException if the name is none
     */
    public static CircuitNode update(String name) {
        return new CircuitNode(new Colour(name), true, Signature.Kind.ANY, new TreeMap<>(), Filter.IDENTITY);
    }

    /**
     * A smooth function that is passed through.
     *
     * @param name its name
     * @return the node, without inputs yet
     * @throws IllegalArgumentException if the name is none
     */
    public static CircuitNode function(String name) {
        return new CircuitNode(new Colour(name), false, Signature.Kind.ANY, new TreeMap<>(), Filter.IDENTITY);
    }

    /**
     * The same node as a polynomial: derivatives past the degree are 0, so no term has more inputs.
     *
     * @param highest the degree, at least 1
     * @return the node
     */
    public CircuitNode ofDegree(int highest) {
        return new CircuitNode(name, isUpdate, highest, inputs, output);
    }

    /**
     * The same node with a further input.
     *
     * @param slot the name of the slot, empty for the only one
     * @param filter the filter on the way in
     * @param sources the nodes whose signals enter
     * @return the node
     * @throws IllegalArgumentException if a name is none
     */
    public CircuitNode reading(String slot, Filter filter, String... sources) {
        SortedMap<Slot, Input> more = new TreeMap<>(inputs);
        SortedSet<Colour> colours = new TreeSet<>();
        List.of(sources).forEach(source -> colours.add(new Colour(source)));
        more.put(new Slot(slot), new Input(colours, filter));
        return new CircuitNode(name, isUpdate, degree, more, output);
    }

    /**
     * The same node with a filter behind it.
     *
     * @param filter the filter on what comes out
     * @return the node
     */
    public CircuitNode through(Filter filter) {
        return new CircuitNode(name, isUpdate, degree, inputs, filter);
    }

    /** The node as a kind of nodes of trees. */
    Signature.Kind kind() {
        SortedMap<Slot, SortedSet<Colour>> accepted = new TreeMap<>();
        inputs.forEach((slot, input) -> accepted.put(slot, input.sources()));
        return new Signature.Kind(name, isUpdate ? 1 : 0, accepted, isUpdate ? 0 : 1, degree);
    }
}
