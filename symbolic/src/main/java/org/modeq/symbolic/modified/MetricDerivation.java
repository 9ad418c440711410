package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TwoLeggedTree;

/**
 * The metric form while it is found, power by power, for the losses b_c L_c in place of L_c: then all columns are rational.
 *
 * @param <E> the coefficients
 */
final class MetricDerivation<E> {
    private static final Rational HALF = Rational.of(1, 2);

    private final LossScale<E> scale;
    private final Ring<E> ring;
    private final BSeriesField<E> field;
    private final List<Colour> colours;
    private final TreeEnumeration trees;

    /** Coefficients of S(T) and of W, for the losses b_c L_c. */
    private final SortedMap<FreeTree, E> loss = new TreeMap<>();

    private final SortedMap<TwoLeggedTree, E> metric = new TreeMap<>();

    MetricDerivation(LossScale<E> scale, BSeriesField<E> field, Collection<Colour> fields) {
        this.scale = scale;
        this.ring = scale.ring();
        this.field = field;
        this.colours = List.copyOf(fields);
        this.trees = TreeEnumeration.over(fields);
        scale.total().forEach(colour -> loss.put(new FreeTree(RootedTree.vertex(colour)), ring.one()));
    }

    /** Finds M_k and L_(k+1), or why there are none. */
    Optional<MetricObstruction<E>> solve(int power) {
        List<FreeTree> losses = freeTrees(power + 1);
        List<TwoLeggedTree> matrices = TwoLeggedTree.ofOrder(colours, power);
        List<SortedMap<RootedTree, Rational>> columns = new ArrayList<>();
        losses.forEach(tree -> columns.add(gradient(tree)));
        matrices.forEach(matrix -> columns.add(onTotalGradient(matrix)));
        MetricSystem<E> system = new MetricSystem<>(ring, trees.ofOrder(power + 1), columns, needed(power));
        Optional<SortedMap<Integer, E>> solution = system.solution();
        if (solution.isEmpty()) {
            return Optional.of(obstruction(power, system.certificate()));
        }
        solution.get().forEach((i, value) -> {
            if (value.equals(ring.zero())) {
                return;
            }
            if (i < losses.size()) {
                loss.put(losses.get(i), value);
            } else {
                metric.put(matrices.get(i - losses.size()), value);
            }
        });
        return Optional.empty();
    }

    private List<FreeTree> freeTrees(int order) {
        SortedSet<FreeTree> free = new TreeSet<>();
        trees.ofOrder(order).forEach(tree -> free.add(new FreeTree(tree)));
        return List.copyOf(free);
    }

    /** ∇S(T). */
    private static SortedMap<RootedTree, Rational> gradient(FreeTree tree) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        tree.distinctRootings().forEach((rooting, vertices) -> sum.put(rooting, Rational.of(vertices)));
        return sum;
    }

    /** W ∇L. */
    private SortedMap<RootedTree, Rational> onTotalGradient(TwoLeggedTree matrix) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>();
        for (Colour colour : scale.total()) {
            matrix.applied(RootedTree.vertex(colour)).forEach(tree -> LinearSystem.addTo(sum, tree, HALF));
        }
        return sum;
    }

    /** −f_(k+1) − Σ_(0&lt;j&lt;k) M_j ∇L_(k−j+1). */
    private SortedMap<RootedTree, E> needed(int power) {
        SortedMap<RootedTree, E> sum = new TreeMap<>();
        for (RootedTree tree : trees.ofOrder(power + 1)) {
            E weight = ring.multiply(ring.embedded(field.weight(tree)), scale.inverse(tree));
            sum.put(tree, tree.order() % 2 == 0 ? ring.negate(weight) : weight);
        }
        metric.forEach((matrix, factor) -> loss.forEach((tree, coefficient) -> {
            if (tree.order() > 1 && matrix.order() + tree.order() == power + 1) {
                E product = ring.scale(HALF.negate(), ring.multiply(factor, coefficient));
                for (RootedTree rooting : tree.rootings()) {
                    matrix.applied(rooting).forEach(result -> sum.merge(result, product, ring::add));
                }
            }
        }));
        return sum;
    }

    private MetricObstruction<E> obstruction(int power, MetricSystem.Certificate<E> certificate) {
        boolean isForAllChoices = power == 1 || (power == 2 && scale.total().size() == colours.size());
        return new MetricObstruction<>(power, certificate.combination(), certificate.value(), isForAllChoices);
    }

    /** L̃ for the losses themselves. */
    SortedMap<FreeTree, E> loss() {
        SortedMap<FreeTree, E> scaled = new TreeMap<>();
        loss.forEach((tree, value) -> scaled.put(tree, ring.multiply(value, scale.factor(tree.representative()))));
        return scaled;
    }

    /** M − I for the losses themselves. */
    SortedMap<TwoLeggedTree, E> metric() {
        SortedMap<TwoLeggedTree, E> scaled = new TreeMap<>();
        for (Map.Entry<TwoLeggedTree, E> entry : metric.entrySet()) {
            E value = entry.getValue();
            for (RootedTree station : entry.getKey().stations()) {
                value = ring.multiply(value, scale.factor(station));
            }
            scaled.put(entry.getKey(), value);
        }
        return scaled;
    }
}
