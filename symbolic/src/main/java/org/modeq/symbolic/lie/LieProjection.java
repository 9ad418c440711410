package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LyndonWord;

/**
 * A field over trees in brackets of given fields: its Lie part, and the rest.
 *
 * <p>At each order the brackets P(l) of the Lyndon words l are sums of trees. Go through the trees in canonical order and
 * keep those at which the coefficients of the P(l) are not determined by their coefficients at the trees kept before: a
 * Lie element is known by its coefficients at the trees that are kept. The Lie part is the Lie element that agrees with
 * the field there, so the field is a Lie element exactly if nothing is left at the other trees.
 *
 * @param liePart Σ c_l P(l)
 * @param rest the field less its Lie part
 * @param <E> the coefficients
 */
public record LieProjection<E>(LieSeries<E> liePart, BSeriesField<E> rest) {
    /**
     * Projects a field.
     *
     * <p>Exact; for each order an elimination with as many unknowns as there are Lyndon words.
     *
     * @param field the field
     * @param letters the letters of the free Lie algebra
     * @param meaning the sum of trees Σ w(t) F(t) of order j that a letter of weight j stands for, as weights
     * @param <E> the coefficients
     * @return its Lie part and the rest
     */
    public static <E> LieProjection<E> of(
            BSeriesField<E> field, Alphabet letters, Function<Letter, SortedMap<RootedTree, Rational>> meaning) {
        int order = field.truncationOrder();
        Map<Integer, SortedMap<RootedTree, SortedMap<LyndonWord, Rational>>> rows = new HashMap<>();
        BracketTrees<Rational> trees = new BracketTrees<>(RATIONALS, meaning);
        for (LyndonWord lyndon : letters.lyndonWords(order)) {
            SortedMap<RootedTree, SortedMap<LyndonWord, Rational>> ofWeight =
                    rows.computeIfAbsent(lyndon.word().weight(), weight -> new TreeMap<>());
            trees.of(lyndon.bracketing())
                    .forEach((tree, weight) ->
                            ofWeight.computeIfAbsent(tree, t -> new TreeMap<>()).put(lyndon, weight));
        }
        SortedMap<LyndonWord, E> coordinates = new TreeMap<>();
        rows.values().forEach(ofWeight -> coordinates.putAll(solution(field, ofWeight)));
        LieSeries<E> liePart = new LieSeries<>(field.ring(), order, coordinates);
        return new LieProjection<>(liePart, difference(field, liePart, meaning));
    }

    private static <E> SortedMap<LyndonWord, E> solution(
            BSeriesField<E> field, SortedMap<RootedTree, SortedMap<LyndonWord, Rational>> rows) {
        LinearSystem<LyndonWord, Rational> kept = new LinearSystem<>(RATIONALS);
        LinearSystem<LyndonWord, E> system = new LinearSystem<>(field.ring());
        rows.forEach((tree, row) -> {
            int before = kept.rank();
            kept.add(row, Rational.ZERO);
            if (kept.rank() > before) {
                system.add(row, field.weight(tree));
            }
        });
        return system.solution().orElseThrow(AssertionError::new);
    }

    private static <E> BSeriesField<E> difference(
            BSeriesField<E> field, LieSeries<E> liePart, Function<Letter, SortedMap<RootedTree, Rational>> meaning) {
        Ring<E> ring = field.ring();
        BSeriesField<E> known = liePart.toTrees(letter -> {
            SortedMap<RootedTree, E> weights = new TreeMap<>();
            meaning.apply(letter).forEach((tree, weight) -> weights.put(tree, ring.of(weight)));
            return weights;
        });
        return field.add(known.scaled(ring.negate(ring.one())));
    }

    /** {@return whether the field is a Lie element of the letters} */
    public boolean isLieElement() {
        return rest.nonzero().isEmpty();
    }

    /**
     * Why the field is not a Lie element.
     *
     * @return the first tree at which a Lie element with the same coefficients before it would have another one; empty if
     *     the field is a Lie element
     */
    public Optional<String> reason() {
        if (isLieElement()) {
            return Optional.empty();
        }
        RootedTree tree = rest.nonzero().firstKey();
        return Optional.of("the coefficient of F(" + tree + ") is off by " + rest.weight(tree)
                + " from that of every Lie element which agrees with the field at the trees before it");
    }
}
