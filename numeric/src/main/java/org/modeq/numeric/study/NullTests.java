package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;

/** Layer D: wrong series, every one of which the other layers have to notice. */
final class NullTests {
    private static final Rational PER_CENT_MORE = Rational.of(101, 100);

    private final BSeriesField<Rational> series;

    NullTests(BSeriesField<Rational> series) {
        this.series = series;
    }

    /**
     * A wrong series.
     *
     * @param name what is wrong with it
     * @param series the series
     * @param droppedPower the power of h whose terms are missing, 0 if none are
     */
    record Mutant(String name, BSeriesField<Rational> series, int droppedPower) {}

    /** Each correction dropped, each coefficient one per cent too large, the bracket with the other sign. */
    List<Mutant> mutants() {
        List<Mutant> mutants = new ArrayList<>();
        for (int power = 1; power < series.truncationOrder(); power++) {
            SortedMap<RootedTree, Rational> rest = new TreeMap<>(series.nonzero());
            int order = power + 1;
            if (rest.keySet().removeIf(tree -> tree.order() == order)) {
                mutants.add(new Mutant("the terms of h^" + power + " dropped", of(rest), power));
            }
        }
        series.nonzero().forEach((tree, coefficient) -> {
            SortedMap<RootedTree, Rational> changed = new TreeMap<>(series.nonzero());
            changed.put(tree, coefficient.multiply(PER_CENT_MORE));
            mutants.add(new Mutant("the coefficient of " + tree + " times 1.01", of(changed), 0));
        });
        SortedMap<RootedTree, Rational> turned = new TreeMap<>();
        for (Map.Entry<RootedTree, Rational> entry : series.nonzero().entrySet()) {
            turned.put(entry.getKey().order() == 2 ? exchanged(entry.getKey()) : entry.getKey(), entry.getValue());
        }
        if (!turned.equals(series.nonzero())) {
            mutants.add(new Mutant("the sign of the bracket changed", of(turned), 0));
        }
        return mutants;
    }

    private BSeriesField<Rational> of(Map<RootedTree, Rational> coefficients) {
        return BSeriesField.of(series.truncationOrder(), coefficients);
    }

    /** B[A] for A[B]. */
    private static RootedTree exchanged(RootedTree tree) {
        RootedTree child = tree.children().get(0);
        return RootedTree.graft(child.colour(), List.of(RootedTree.vertex(tree.colour())));
    }
}
