package org.modeq.symbolic.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreePartition;

/**
 * The substitution law: the field \(\sum_t \frac{h^{|t|-1}}{\sigma(t)}\, b_c(t)\, F(t)\) put in place of each f_c in
 * a series a.
 *
 * <p>For a partition of t into parts, the skeleton is t with every part drawn together to one vertex; each vertex may
 * take the colour of any field, and
 * \[ (b \star a)(t) = \sum_{\text{partitions of } t} \ \sum_{\text{colourings of the skeleton}} a(\text{skeleton}) \prod b_c(\text{part}), \]
 * where c is the colour of the vertex that the part became. With one field this is Chartier, Hairer and Vilmart (2010),
 * section 3. Substitution distributes over composition, b ⋆ (a·c) = (b ⋆ a)·(b ⋆ c), and is associative; b put into the
 * exact flow is the flow of b.
 *
 * @param <E> the coefficients
 */
public final class Substitution<E> {
    private final SortedMap<Colour, BSeriesField<E>> fields;

    private Substitution(SortedMap<Colour, BSeriesField<E>> fields) {
        this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * A field for every colour.
     *
     * @param fields b_c by the colour c in whose place it is put; their trees may have any colours
     * @param <E> the coefficients
     * @return the substitution
     * @throws IllegalArgumentException if there is no field
     */
    public static <E> Substitution<E> of(SortedMap<Colour, BSeriesField<E>> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "given no fields, expected at least one; name the colour in whose place each is put");
        }
        return new Substitution<>(fields);
    }

    /** {@return b_c by the colour c in whose place it is put} */
    public SortedMap<Colour, BSeriesField<E>> fields() {
        return fields;
    }

    /**
     * The fields put into a map: b ⋆ a.
     *
     * <p>Exact. Cost per tree: one product for each admissible cut of the tree and skeleton of its branches.
     *
     * @param map a
     * @return b ⋆ a, known to the smallest truncation order
     * @throws IllegalArgumentException if a has a colour for which there is no field
     */
    public BSeriesMap<E> into(BSeriesMap<E> map) {
        int order = order(map.truncationOrder());
        return BSeriesMap.of(map.ring(), order, bySkeletons(map.ring(), order, map.colours(), map::coefficient));
    }

    /**
     * The fields put into a field: b ⋆ a.
     *
     * <p>Exact. Cost per tree: one product for each admissible cut of the tree and skeleton of its branches.
     *
     * @param field a
     * @return b ⋆ a, known to the smallest truncation order
     * @throws IllegalArgumentException if a has a colour for which there is no field
     */
    public BSeriesField<E> into(BSeriesField<E> field) {
        int order = order(field.truncationOrder());
        return BSeriesField.of(
                field.ring(), order, bySkeletons(field.ring(), order, field.colours(), field::coefficient));
    }

    private int order(int outer) {
        return fields.values().stream().mapToInt(BSeriesField::truncationOrder).reduce(outer, Math::min);
    }

    private Map<RootedTree, E> bySkeletons(
            Ring<E> ring, int order, SortedSet<Colour> colours, Function<RootedTree, E> outer) {
        if (!fields.keySet().containsAll(colours)) {
            throw new IllegalArgumentException("given fields for the colours " + fields.keySet()
                    + " to be put into a series in " + colours + ", expected a field for each of these");
        }
        Skeletons<E> skeletons = new Skeletons<>(ring, fields, colours, order);
        List<E> values = skeletons.skeletons().values(outer);
        List<E> results = new ArrayList<>();
        for (int tree = 0; tree < skeletons.trees().size(); tree++) {
            Skeletons.Combination<E> combination = skeletons.next();
            E sum = ring.zero();
            for (int i = 0; i < combination.size(); i++) {
                E value = values.get(combination.tree(i));
                sum = ring.add(sum, ring.multiply(value, combination.coefficient(i)));
            }
            results.add(sum);
        }
        return skeletons.trees().function(results);
    }

    /**
     * The inverse of a field b of one colour under substitution: the m with b ⋆ m = m ⋆ b = f.
     *
     * <p>As S(t) holds t itself with the factor b(•)^|t|, order by order
     * m(t) = b(•)^(−|t|) · ([t = •] − Σ over the skeletons u ≠ t of S(t)_u m(u)). Exact; costs as {@link #into}.
     */
    static <E> BSeriesField<E> inverse(BSeriesField<E> field, Colour colour, E reciprocal) {
        Ring<E> ring = field.ring();
        SortedMap<Colour, BSeriesField<E>> fields = new TreeMap<>(Collections.singletonMap(colour, field));
        Skeletons<E> skeletons = new Skeletons<>(ring, fields, List.of(colour), field.truncationOrder());
        List<E> inverse = new ArrayList<>();
        for (int tree = 0; tree < skeletons.trees().size(); tree++) {
            Skeletons.Combination<E> combination = skeletons.next();
            E sum = tree == 0 ? ring.one() : ring.zero();
            for (int i = 0; i < combination.size(); i++) {
                if (combination.tree(i) != tree) {
                    E term = ring.multiply(inverse.get(combination.tree(i)), combination.coefficient(i));
                    sum = ring.add(sum, ring.negate(term));
                }
            }
            inverse.add(ring.multiply(ring.pow(reciprocal, skeletons.trees().order(tree)), sum));
        }
        return BSeriesField.of(ring, field.truncationOrder(), skeletons.trees().function(inverse));
    }

    /**
     * The coefficient (b ⋆ a)(t) by the formula of the class comment, partition by partition: the reference.
     *
     * <p>Cost: 2^(|t|−1) partitions.
     */
    E byPartitions(Ring<E> ring, Function<RootedTree, E> outer, RootedTree tree) {
        E sum = ring.zero();
        for (TreePartition partition : TreePartition.of(tree)) {
            for (Weighted<E> skeleton : skeletons(ring, partition)) {
                sum = ring.add(sum, ring.multiply(outer.apply(skeleton.tree()), skeleton.weight()));
            }
        }
        return sum;
    }

    /** A skeleton in one colouring with Π b_c(part). */
    private record Weighted<E>(RootedTree tree, E weight) {}

    private List<Weighted<E>> skeletons(Ring<E> ring, TreePartition partition) {
        List<Weighted<E>> results = new ArrayList<>();
        fields.forEach((colour, field) ->
                results.add(new Weighted<>(RootedTree.vertex(colour), field.coefficient(partition.part()))));
        List<Weighted<E>> grown = results;
        for (TreePartition branch : partition.above()) {
            List<Weighted<E>> longer = new ArrayList<>();
            for (Weighted<E> below : grown) {
                for (Weighted<E> above : skeletons(ring, branch)) {
                    List<RootedTree> children = new ArrayList<>(below.tree().children());
                    children.add(above.tree());
                    RootedTree tree = RootedTree.graft(below.tree().colour(), children);
                    longer.add(new Weighted<>(tree, ring.multiply(below.weight(), above.weight())));
                }
            }
            grown = longer;
        }
        return grown;
    }

    /** A substitution of one field for the only colour of a series. */
    static <E> Substitution<E> forOnly(Collection<Colour> colours, BSeriesField<E> field) {
        if (colours.size() > 1) {
            throw new IllegalArgumentException("given a series in the fields " + colours
                    + " and one field to be put in their place, expected a series in one field; give a Substitution"
                    + " with a field for each");
        }
        Colour colour = colours.isEmpty() ? Colour.F : colours.iterator().next();
        return new Substitution<>(new TreeMap<>(Collections.singletonMap(colour, field)));
    }
}
