package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** Chooses the registers of a series: first which trees are needed by themselves, then what fills each register. */
final class SeriesCompiler {
    private final BSeriesField<Rational> series;
    private final SortedSet<RootedTree> neededAlone = new TreeSet<>();
    private final Map<RootedTree, Integer> registerOfTree = new HashMap<>();
    private final Map<Derivative, Integer> registerOfDerivative = new HashMap<>();
    private final Map<SortedMap<Integer, Rational>, Integer> registerOfCombination = new HashMap<>();
    private final List<Register> registers = new ArrayList<>();

    /** What fills a register; its order is the number of vertices of the trees it stands for. */
    sealed interface Register permits Derivative, Sum {
        /** The order of the trees. */
        int order();
    }

    /** Dᵏf_c of the registers given with their multiplicities. */
    record Derivative(Colour colour, SortedMap<Integer, Integer> directions, int order) implements Register {
        /** Whether this one can be read from a sweep of the other: its directions are among the other's. */
        boolean isAmong(Derivative other) {
            return colour.equals(other.colour)
                    && directions.entrySet().stream()
                            .allMatch(use -> other.directions.getOrDefault(use.getKey(), 0) >= use.getValue());
        }
    }

    /** A linear combination of registers of one order. */
    record Sum(SortedMap<Integer, Rational> weights, int order) implements Register {}

    /** A root with all children but the largest: the trees of such a family are one derivative, linear in the last. */
    private record Family(Colour root, List<RootedTree> rest) {}

    SeriesCompiler(BSeriesField<Rational> series) {
        this.series = series;
    }

    SeriesProgram compile() {
        List<SortedMap<RootedTree, Rational>> weightsByOrder = weightsByOrder();
        for (int j = series.truncationOrder(); j >= 1; j--) {
            for (RootedTree tree : weightsByOrder.get(j - 1).keySet()) {
                if (!neededAlone.contains(tree)) {
                    tree.children().forEach(this::needAlone);
                }
            }
        }
        List<SortedMap<Integer, Rational>> orders = new ArrayList<>();
        for (SortedMap<RootedTree, Rational> weights : weightsByOrder) {
            orders.add(registersOf(weights));
        }
        return new SeriesProgram(new SeriesSchedule(registers).instructions(), orders, registers.size());
    }

    private List<SortedMap<RootedTree, Rational>> weightsByOrder() {
        List<SortedMap<RootedTree, Rational>> weights = new ArrayList<>();
        for (int j = 1; j <= series.truncationOrder(); j++) {
            weights.add(new TreeMap<>());
        }
        for (RootedTree tree : series.nonzero().keySet()) {
            weights.get(tree.order() - 1).put(tree, series.weight(tree));
        }
        return weights;
    }

    private void needAlone(RootedTree tree) {
        if (neededAlone.add(tree)) {
            tree.children().forEach(this::needAlone);
        }
    }

    /** Σ w(t) F(t) as a combination of registers: trees needed alone by themselves, the others family by family. */
    private SortedMap<Integer, Rational> registersOf(SortedMap<RootedTree, Rational> weights) {
        SortedMap<Integer, Rational> sum = new TreeMap<>();
        Map<Family, SortedMap<RootedTree, Rational>> lastChildren = new HashMap<>();
        List<Family> families = new ArrayList<>();
        weights.forEach((tree, weight) -> {
            if (tree.isVertex() || neededAlone.contains(tree)) {
                sum.merge(registerOf(tree), weight, Rational::add);
            } else {
                int last = tree.children().size() - 1;
                Family family = new Family(tree.colour(), tree.children().subList(0, last));
                if (!lastChildren.containsKey(family)) {
                    families.add(family);
                }
                lastChildren
                        .computeIfAbsent(family, key -> new TreeMap<>())
                        .put(tree.children().get(last), weight);
            }
        });
        families.forEach(family -> addFamily(family, lastChildren.getOrDefault(family, new TreeMap<>()), sum));
        return sum;
    }

    /** Σ w_i F(B₊(rest, tᵢ)), one derivative with the last direction Σ w_i F(tᵢ). */
    private void addFamily(
            Family family, SortedMap<RootedTree, Rational> lastChildren, SortedMap<Integer, Rational> sum) {
        SortedMap<Integer, Rational> weights = new TreeMap<>();
        lastChildren.forEach((tree, weight) -> weights.put(registerOf(tree), weight));
        List<Integer> directions = new ArrayList<>();
        family.rest().forEach(tree -> directions.add(registerOf(tree)));
        Rational factor = weights.values().iterator().next();
        directions.add(combination(weights, factor));
        sum.merge(derivative(family.root(), directions), factor, Rational::add);
    }

    /** The register of Σ w_i v_i / factor; a single register is itself. */
    private int combination(SortedMap<Integer, Rational> weights, Rational factor) {
        int first = weights.firstKey();
        if (weights.size() == 1) {
            return first;
        }
        SortedMap<Integer, Rational> normalised = new TreeMap<>();
        weights.forEach((register, weight) -> normalised.put(register, weight.divide(factor)));
        return registerOfCombination.computeIfAbsent(
                normalised, key -> fill(new Sum(key, registers.get(first).order())));
    }

    private int registerOf(RootedTree tree) {
        Integer known = registerOfTree.get(tree);
        if (known != null) {
            return known;
        }
        List<Integer> directions =
                tree.children().stream().map(this::registerOf).toList();
        int register = derivative(tree.colour(), directions);
        registerOfTree.put(tree, register);
        return register;
    }

    private int derivative(Colour colour, List<Integer> directions) {
        SortedMap<Integer, Integer> multiplicities = new TreeMap<>();
        int order = 1;
        for (int direction : directions) {
            multiplicities.merge(direction, 1, Integer::sum);
            order += registers.get(direction).order();
        }
        Derivative derivative = new Derivative(colour, Collections.unmodifiableSortedMap(multiplicities), order);
        return registerOfDerivative.computeIfAbsent(derivative, this::fill);
    }

    private int fill(Register register) {
        registers.add(register);
        return registers.size() - 1;
    }
}
