package org.modeq.symbolic.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The skeletons of a tree: what its partitions leave when every part is drawn together to one vertex, with the sum of
 * the products of b over the parts,
 * <pre>
 *   S(t) = Σ over the admissible cuts of t of Σ over the colours c of b_c(trunk) · B₊ᶜ(Π S(branches)).
 * </pre>
 * Substitution is (b ⋆ a)(t) = a(S(t)). Chartier, Hairer and Vilmart (2010), section 3. The colour of a vertex of a
 * skeleton is that of the field that was put in its place. Equal cuts and equal skeletons are counted, and a cut whose
 * trunk has b = 0 is left out with all its skeletons; that is what the sum over the 2^(|t|−1) partitions cannot do.
 *
 * @param <E> the coefficients
 */
final class Skeletons<E> {
    private final Ring<E> ring;
    private final TreeTable trees;
    private final TreeTable skeletons;
    private final CutTable cuts;
    private final SortedMap<Colour, List<E>> fields = new TreeMap<>();
    private final List<Combination<E>> stored = new ArrayList<>();
    private int asked;

    /** A linear combination of skeletons by number, without zeros. */
    static final class Combination<E> {
        private final int[] trees;
        private final List<E> coefficients;

        private Combination(Map<Integer, E> terms) {
            trees = terms.keySet().stream().mapToInt(Integer::intValue).toArray();
            coefficients = List.copyOf(terms.values());
        }

        int size() {
            return trees.length;
        }

        int tree(int term) {
            return trees[term];
        }

        E coefficient(int term) {
            return coefficients.get(term);
        }
    }

    Skeletons(Ring<E> ring, SortedMap<Colour, BSeriesField<E>> fields, Collection<Colour> outer, int order) {
        SortedSet<Colour> inner = new TreeSet<>();
        fields.values().forEach(field -> inner.addAll(field.colours()));
        this.ring = ring;
        this.trees = new TreeTable(inner, order);
        this.skeletons = inner.containsAll(outer) && outer.containsAll(inner) ? trees : new TreeTable(outer, order);
        this.cuts = new CutTable(trees);
        outer.forEach(colour -> {
            BSeriesField<E> field = fields.get(colour);
            if (field != null) {
                this.fields.put(colour, trees.values(field::coefficient));
            }
        });
    }

    /** The trees t. */
    TreeTable trees() {
        return trees;
    }

    /** The trees that are skeletons. */
    TreeTable skeletons() {
        return skeletons;
    }

    /** S(t) for the next tree t of the table, the vertices first. */
    Combination<E> next() {
        Map<Integer, E> sum = new LinkedHashMap<>();
        cuts.next()
                .forEach((cut, times) -> fields.forEach((colour, field) -> {
                    E factor = field.get(cut.trunk());
                    if (!factor.equals(ring.zero())) {
                        E start = times == 1 ? factor : ring.scale(Rational.of(times), factor);
                        products(colour, start, cut.branches())
                                .forEach((tree, value) -> sum.merge(tree, value, ring::add));
                    }
                }));
        sum.values().removeIf(ring.zero()::equals);
        Combination<E> result = new Combination<>(sum);
        if (trees.order(asked) < trees.highestOrder()) {
            stored.add(result);
        }
        asked++;
        return result;
    }

    /** start · B₊ᶜ(Π S(branches)). */
    private Map<Integer, E> products(Colour colour, E start, List<Integer> branches) {
        Map<Integer, E> products = Map.of(skeletons.number(RootedTree.vertex(colour)), start);
        for (int branch : branches) {
            Combination<E> factor = stored.get(branch);
            Map<Integer, E> longer = new HashMap<>();
            products.forEach((tree, value) -> {
                for (int i = 0; i < factor.size(); i++) {
                    E product = ring.multiply(value, factor.coefficient(i));
                    longer.merge(skeletons.grafted(tree, factor.tree(i)), product, ring::add);
                }
            });
            products = longer;
        }
        return products;
    }
}
