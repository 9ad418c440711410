package org.modeq.symbolic.circuit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * An optimizer of one's own: a circuit and what its nodes compute.
 *
 * @param name how it is called
 * @param circuit the circuit
 * @param memories its averages with symbols
 * @param rules what each node computes
 * @param parameters its parameters by name with their values, or with their names again where they are symbols
 * @param given the values of parameters
 */
public record CircuitMethod(
        String name,
        Circuit circuit,
        List<Memory> memories,
        SortedMap<Colour, Rule> rules,
        SortedMap<String, String> parameters,
        SortedMap<String, Rational> given) {
    /** What a node computes from its slots. */
    public enum Kind {
        /** The gradient of the loss at a filtered θ. */
        GRADIENT,
        /** A function, coordinate by coordinate. */
        FUNCTION,
        /** The sum of a function over all coordinates, the same number in each. */
        TOTAL,
        /** A function, coordinate by coordinate, by h times which θ moves. */
        UPDATE
    }

    /**
     * What a node computes.
     *
     * @param kind which sort of function
     * @param formula the function of its slots and parameters; empty for a gradient
     * @param inputs what enters each slot, as text
     */
    public record Rule(Kind kind, String formula, SortedMap<String, String> inputs) {
        /**
         * A rule.
         *
         * @param kind which sort of function
         * @param formula the function
         * @param inputs what enters each slot
         */
        public Rule {
            inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        }
    }

    /**
     * An optimizer.
     *
     * @param name how it is called
     * @param circuit the circuit
     * @param memories its averages with symbols
     * @param rules what each node computes
     * @param parameters its parameters
     * @param given the values of parameters
     * @throws IllegalArgumentException if a node has no rule
     */
    public CircuitMethod {
        memories = List.copyOf(memories);
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        if (!rules.keySet().equals(circuit.nodes().keySet())) {
            throw new IllegalArgumentException("given rules for the nodes " + rules.keySet() + ", expected them for "
                    + circuit.nodes().keySet());
        }
    }

    /**
     * What a node computes.
     *
     * @param node its name
     * @return its rule
     * @throws IllegalArgumentException if there is no such node
     */
    public Rule rule(Colour node) {
        Rule rule = rules.get(node);
        if (rule == null) {
            throw new IllegalArgumentException("given the node " + node + ", expected one of " + rules.keySet());
        }
        return rule;
    }

    /**
     * Derives the modified equation.
     *
     * @param order N ≥ 1, the highest |t|
     * @return the equation, over ℚ if every parameter of a filter is given
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public CircuitEquation<?> equation(int order) {
        return CircuitEquation.of(circuit, memories, given, order);
    }

    /** {@return each node in plain text, {@code u: θ moves by h times -c/sqrt(c^2+eps), c = (filter) g}} */
    public List<String> meaning() {
        return rules.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + meaning(entry.getValue()))
                .toList();
    }

    private static String meaning(Rule rule) {
        StringBuilder inputs = new StringBuilder();
        rule.inputs()
                .forEach((slot, text) ->
                        inputs.append(", ").append(slot).append(" = ").append(text));
        return switch (rule.kind()) {
            case GRADIENT -> "∇L at " + String.join("", rule.inputs().values());
            case FUNCTION -> rule.formula() + inputs;
            case TOTAL -> "sum over the coordinates of " + rule.formula() + inputs;
            case UPDATE -> "θ moves by h times " + rule.formula() + inputs;
        };
    }
}
