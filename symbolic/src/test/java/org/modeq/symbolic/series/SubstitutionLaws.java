package org.modeq.symbolic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/** The laws of substitution, on samples of fixed seeds. */
interface SubstitutionLaws<E> {
    /** The order to which the laws are checked on one field. */
    int ORDER = 5;

    /** One field. */
    List<Colour> ONE = List.of(Colour.F);

    /** The colours inside. */
    List<Colour> INNER = List.of(new Colour("A"), new Colour("B"));

    /** The colours outside. */
    List<Colour> OUTER = List.of(new Colour("p"), new Colour("q"));

    SeriesSamples<E> samples();

    private BSeriesField<E> field(long seed) {
        return samples().field(seed, ONE, ORDER);
    }

    private BSeriesMap<E> map(long seed) {
        return samples().map(seed, ONE, ORDER);
    }

    private Substitution<E> coloured() {
        return Substitution.of(new TreeMap<>(Map.of(
                OUTER.get(0), samples().field(1, INNER, 3),
                OUTER.get(1), samples().field(2, INNER, 4))));
    }

    @Test
    @DisplayName("substitution by skeletons is that by partitions, with one field and with several")
    default void reference() {
        Substitution<E> one = Substitution.of(new TreeMap<>(Map.of(Colour.F, field(1))));
        for (RootedTree tree : TreeEnumeration.over(ONE).upToOrder(ORDER)) {
            assertEquals(
                    one.byPartitions(samples().ring(), map(2)::coefficient, tree),
                    field(1).substitutedInto(map(2)).coefficient(tree));
        }
        BSeriesField<E> outer = samples().field(3, OUTER, 3);
        for (RootedTree tree : TreeEnumeration.over(INNER).upToOrder(3)) {
            assertEquals(
                    coloured().byPartitions(samples().ring(), outer::coefficient, tree),
                    coloured().into(outer).coefficient(tree));
        }
    }

    @Test
    @DisplayName("substitution distributes over composition, with one field and with several")
    default void distributive() {
        BSeriesField<E> b = field(1);
        assertEquals(b.substitutedInto(map(2)).then(b.substitutedInto(map(3))), b.substitutedInto(map(2).then(map(3))));
        BSeriesMap<E> first = samples().map(3, OUTER, 3);
        BSeriesMap<E> second = samples().map(4, OUTER, 3);
        assertEquals(
                coloured().into(first).then(coloured().into(second)), coloured().into(first.then(second)));
    }

    @Test
    @DisplayName("substitution is associative and commutes with the logarithm")
    default void associative() {
        assertEquals(
                field(1).substitutedInto(field(2)).substitutedInto(map(3)),
                field(1).substitutedInto(field(2).substitutedInto(map(3))));
        assertEquals(
                field(1).substitutedInto(map(2).logarithm()),
                field(1).substitutedInto(map(2)).logarithm());
    }

    @Test
    @DisplayName("f itself is the unit, and the exact flow becomes the flow of the field put in")
    default void unitAndFlow() {
        BSeriesField<E> unit = BSeriesField.of(
                samples().ring(),
                ORDER,
                Map.of(RootedTree.vertex(Colour.F), samples().ring().one()));
        assertEquals(field(1), field(1).substitutedInto(unit));
        assertEquals(field(1), unit.substitutedInto(field(1)));
        assertEquals(field(1).flow(), field(1).substitutedInto(unit.flow()));
    }

    @Test
    @DisplayName("a field with b(•) = 2 has an inverse on both sides")
    default void inverse() {
        RootedTree vertex = RootedTree.vertex(Colour.F);
        E two = samples().ring().add(samples().ring().one(), samples().ring().one());
        TreeMap<RootedTree, E> coefficients = new TreeMap<>(field(1).nonzero());
        coefficients.put(vertex, two);
        BSeriesField<E> field = BSeriesField.of(samples().ring(), ORDER, coefficients);
        BSeriesField<E> unit = BSeriesField.of(
                samples().ring(), ORDER, Map.of(vertex, samples().ring().one()));
        assertEquals(unit, field.substitutedInto(field.substitutionInverse()));
        assertEquals(unit, field.substitutionInverse().substitutedInto(field));
    }
}
