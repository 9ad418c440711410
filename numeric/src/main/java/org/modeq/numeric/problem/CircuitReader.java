package org.modeq.numeric.problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.circuit.Circuit;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.circuit.CircuitMethod.Kind;
import org.modeq.symbolic.circuit.CircuitMethod.Rule;
import org.modeq.symbolic.circuit.CircuitNode;
import org.modeq.symbolic.circuit.DelayForm;
import org.modeq.symbolic.circuit.Filter;
import org.modeq.symbolic.circuit.Memory;
import org.modeq.symbolic.method.DelayFilter;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Reads an optimizer of one's own from YAML: nodes, what they compute, and the filters between them in the delay z.
 *
 * <pre>
 *   nodes:
 *     u: {update: "-c/sqrt(c^2+eps)", inputs: {c: {of: g, filter: "1-beta1+beta1*(1-beta2)*z/(1-beta2*z)"}}}
 *     g: {gradient: L}
 * </pre>
 * A node is an {@code update} (θ moves by h times it), a {@code function} (both coordinate by coordinate), a {@code total} (the sum over
 * the coordinates) of its inputs, or the {@code gradient} of the loss; {@code filter} of an input acts on the way in (of a gradient: on
 * θ), {@code through} on what comes out.
 */
public final class CircuitReader {
    private static final int MOST_NODES = 20;
    private static final List<String> KINDS = List.of("update", "function", "total", "gradient");
    private static final String EXPECTED_NODE =
            "expected one of update, function and total with a formula and inputs, or gradient: L";

    private final SortedMap<String, Rational> given;
    private final SortedSet<String> names = new TreeSet<>();
    private final SortedSet<String> memories = new TreeSet<>();
    private final SortedMap<Colour, Rule> rules = new TreeMap<>();

    private CircuitReader(SortedMap<String, Rational> given) {
        this.given = given;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param given the values of parameters; those not given stay symbols
     * @return the optimizer
     * @throws IllegalArgumentException if the file is not readable or does not describe a circuit, a filter does not fade, or a
     *     value is given for a parameter that does not occur; the message names the place
     */
    public static CircuitMethod read(Path file, SortedMap<String, Rational> given) {
        String name = String.valueOf(file.getFileName()).replaceFirst("[.][^.]*$", "");
        YamlNode root = YamlNode.root("the circuit " + file, YamlFile.read(file));
        return new CircuitReader(given).method("circuit:" + name, root);
    }

    private CircuitMethod method(String name, YamlNode root) {
        root.requireKeys(List.of("nodes"), "expected nodes: with the nodes of the circuit by name");
        YamlNode nodes = root.at("nodes");
        Map<String, YamlNode> byName = new LinkedHashMap<>();
        nodes.node().fieldNames().forEachRemaining(key -> byName.put(key, nodes.at(key)));
        if (byName.isEmpty() || byName.size() > MOST_NODES) {
            throw nodes.unexpected("expected from 1 to " + MOST_NODES + " nodes by name");
        }
        List<String> updates = byName.keySet().stream()
                .filter(key -> nodes.at(key).at("update").isGiven())
                .toList();
        if (updates.isEmpty()) {
            throw nodes.error("has no update, expected one node u: {update: …} at least, by which theta moves");
        }
        List<CircuitNode> built = new ArrayList<>();
        byName.forEach((key, node) -> built.add(node(key, node, byName.keySet(), updates)));
        SortedMap<String, String> parameters = new TreeMap<>();
        names.forEach(parameter -> parameters.put(parameter, parameter));
        given.forEach((parameter, value) -> {
            if (!names.contains(parameter)) {
                throw nodes.error("has no parameter " + parameter + ", expected one of " + String.join(", ", names));
            }
            parameters.put(parameter, value.toString());
        });
        try {
            return new CircuitMethod(
                    name, Circuit.of(built), memories.stream().map(Memory::new).toList(), rules, parameters, given);
        } catch (IllegalArgumentException refused) {
            throw nodes.because(refused);
        }
    }

    private CircuitNode node(String name, YamlNode node, Set<String> all, List<String> updates) {
        List<String> kinds =
                KINDS.stream().filter(kind -> node.at(kind).isGiven()).toList();
        if (kinds.size() != 1) {
            throw node.unexpected(EXPECTED_NODE);
        }
        try {
            return kinds.get(0).equals("gradient")
                    ? gradient(name, node, updates)
                    : function(name, Kind.valueOf(kinds.get(0).toUpperCase(Locale.ROOT)), node, all);
        } catch (IllegalArgumentException refused) {
            throw node.because(refused);
        }
    }

    private CircuitNode gradient(String name, YamlNode node, List<String> updates) {
        node.requireKeys(List.of("gradient", "filter", "through"), EXPECTED_NODE);
        node.at("gradient").oneOf(List.of("L"));
        Filter filter = filter(node.at("filter"));
        if (!filter.coefficients(0).get(0).equals(ParameterPolynomial.ONE)) {
            throw node.at("filter")
                    .error("is not 1 at z = 1, expected a filter of theta that leaves constants, as 1+beta*(1-z)");
        }
        String place = node.at("filter").isGiven() ? "(" + text(node.at("filter")) + ") θ" : "θ";
        rules.put(new Colour(name), new Rule(Kind.GRADIENT, "", new TreeMap<>(Map.of("", place))));
        return CircuitNode.function(name)
                .reading("", filter, updates.toArray(new String[0]))
                .through(filter(node.at("through")));
    }

    private CircuitNode function(String name, Kind kind, YamlNode node, Set<String> all) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        node.requireKeys(List.of(key, "inputs", "through"), EXPECTED_NODE);
        String formula = node.at(key).text("expected a formula of its inputs, as -c/sqrt(c^2+eps)");
        YamlNode inputs = node.at("inputs");
        SortedMap<String, String> meanings = new TreeMap<>();
        CircuitNode built = kind == Kind.UPDATE ? CircuitNode.update(name) : CircuitNode.function(name);
        built = built.through(filter(node.at("through")));
        List<String> slots = new ArrayList<>();
        inputs.node().fieldNames().forEachRemaining(slots::add);
        if (slots.isEmpty()) {
            throw inputs.unexpected("expected what it reads, as inputs: {c: {of: g, filter: \"1/(1-beta*z)\"}}");
        }
        for (String slot : slots) {
            YamlNode input = inputs.at(slot);
            boolean isPlain = input.node().isTextual();
            if (!isPlain) {
                input.requireKeys(List.of("of", "filter"), "expected a node, or of: and filter:");
            }
            String source = (isPlain ? input : input.at("of")).text("expected the name of a node");
            if (!all.contains(source)) {
                throw input.error("reads '" + source + "', expected one of the nodes " + String.join(", ", all));
            }
            YamlNode filter = input.at("filter");
            built = built.reading(slot, isPlain ? Filter.IDENTITY : filter(filter), source);
            meanings.put(slot, !isPlain && filter.isGiven() ? "(" + text(filter) + ") " + source : source);
        }
        CircuitFunction function = CircuitFunction.of(formula, slots);
        names.addAll(function.parameters());
        rules.put(new Colour(name), new Rule(kind, formula, meanings));
        return function.degree().map(built::ofDegree).orElse(built);
    }

    private static String text(YamlNode filter) {
        return filter.text("expected a filter in z, as 1/(1-beta*z)").replaceAll("\\s", "");
    }

    private Filter filter(YamlNode node) {
        if (!node.isGiven()) {
            return Filter.IDENTITY;
        }
        DelayFilter filter = DelayFilter.parse(text(node));
        names.addAll(filter.parameters());
        DelayForm form = DelayForm.of(filter.with(given));
        memories.addAll(form.memories());
        return form.filter();
    }
}
