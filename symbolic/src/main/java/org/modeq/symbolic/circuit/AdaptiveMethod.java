package org.modeq.symbolic.circuit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.Slot;

/**
 * A named adaptive optimizer: its circuit, what its nodes compute, and its parameters.
 *
 * @param name how it is called
 * @param circuit the circuit; its update node is u, its decay node w if it has one
 * @param memories the decay rates β, in the order of their names
 * @param place where ε stands
 * @param given the values of parameters; those not given are symbols
 */
public record AdaptiveMethod(
        String name, Circuit circuit, List<Memory> memories, EpsilonPlace place, SortedMap<String, Rational> given) {
    /** The parameter ε in the denominator. */
    public static final String EPSILON = "eps";

    /** The parameter λ of decoupled weight decay. */
    public static final String DECAY = "lambda";

    /** The node of the update. */
    public static final Colour UPDATE = new Colour("u");

    private static final Slot AVERAGE = new Slot("a");

    /** The node of decoupled weight decay. */
    public static final Colour DECAY_NODE = new Colour("w");

    /**
     * An adaptive optimizer.
     *
     * @param name how it is called
     * @param circuit the circuit
     * @param memories the decay rates β
     * @param place where ε stands
     * @param given the values of parameters
     * @throws IllegalArgumentException if a parameter is unknown, a β is not in 0 ≤ β &lt; 1, or ε or λ is negative
     */
    public AdaptiveMethod {
        memories = List.copyOf(memories);
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        List<String> names = parameterNames(circuit, memories);
        List<String> rates = memories.stream().map(Memory::beta).toList();
        given.forEach((parameter, value) -> {
            if (!names.contains(parameter)) {
                throw new IllegalArgumentException(
                        "given the parameter " + parameter + ", expected " + String.join(", ", names));
            }
            boolean isRate = rates.contains(parameter);
            if (value.signum() < 0 || (isRate && value.compareTo(Rational.ONE) >= 0)) {
                throw new IllegalArgumentException("given " + parameter + " = " + value + ", expected "
                        + (isRate
                                ? "0 <= " + parameter + " < 1: otherwise the average has no steady state"
                                : parameter + " >= 0"));
            }
        });
    }

    /**
     * Reads a method by its name.
     *
     * @param text {@code adam}, {@code adamw}, {@code nadam}, {@code rmsprop}, …
     * @param given the values of parameters
     * @param place where ε stands
     * @return the method, empty if this is no adaptive method
     * @throws IllegalArgumentException if a parameter is not of its form, or the method is adaptive but has no series
     */
    public static Optional<AdaptiveMethod> parse(String text, SortedMap<String, Rational> given, EpsilonPlace place) {
        return AdaptiveMethods.parse(text, given, place);
    }

    private static List<String> parameterNames(Circuit circuit, List<Memory> memories) {
        List<String> names = new ArrayList<>(memories.stream().map(Memory::beta).toList());
        names.add(EPSILON);
        if (circuit.nodes().containsKey(DECAY_NODE)) {
            names.add(DECAY);
        }
        return names;
    }

    /** {@return whether θ also decays by itself, F(w) = −λθ} */
    public boolean hasDecay() {
        return circuit.nodes().containsKey(DECAY_NODE);
    }

    /** {@return whether the denominator is a variance v − a⊙a, so that u reads a third average a} */
    public boolean isCentred() {
        return circuit.nodes().values().stream().anyMatch(node -> node.inputs().containsKey(AVERAGE));
    }

    /** {@return the parameters by name with their values, or with their names again where they are symbols} */
    public SortedMap<String, String> parameters() {
        SortedMap<String, String> written = new TreeMap<>();
        parameterNames(circuit, memories).forEach(parameter -> written.put(parameter, parameter));
        given.forEach((parameter, value) -> written.put(parameter, value.toString()));
        return written;
    }

    /** {@return one step as a formula in plain text} */
    public String map() {
        return AdaptiveMethods.map(this);
    }

    /** {@return what enters U, as formulas in plain text: {@code m = average of g = ∇L(θ) (β₁), …}} */
    public String signals() {
        return AdaptiveMethods.signals(this);
    }

    /** {@return the update u = U(…) at the base values as a formula in plain text, {@code g/(|g|+ε)}} */
    public String base() {
        return AdaptiveMethods.base(this);
    }
}
