package org.modeq.symbolic.series;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.AdmissibleCut;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * A map θ ↦ θ + Σ_t h^|t|/σ(t) · a(t) F(t)(θ), a(∅) = 1, known up to its truncation order; immutable.
 *
 * @param <E> the coefficients, elements of a ring that contains ℚ
 */
public final class BSeriesMap<E> {
    private final TruncatedSeries<E> series;

    private BSeriesMap(TruncatedSeries<E> series) {
        this.series = series;
    }

    /**
     * The map with the given coefficients a(t), zero on the trees that are not named.
     *
     * @param ring the ring of the coefficients
     * @param truncationOrder the highest order known
     * @param coefficients a(t) by tree; trees beyond the truncation order are dropped
     * @param <E> the coefficients
     * @return the map
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static <E> BSeriesMap<E> of(Ring<E> ring, int truncationOrder, Map<RootedTree, E> coefficients) {
        return new BSeriesMap<>(new TruncatedSeries<>(ring, truncationOrder, new TreeMap<>(coefficients)));
    }

    /**
     * The map with the given rational coefficients a(t), zero on the trees that are not named.
     *
     * @param truncationOrder the highest order known
     * @param coefficients a(t) by tree; trees beyond the truncation order are dropped
     * @return the map
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static BSeriesMap<Rational> of(int truncationOrder, Map<RootedTree, Rational> coefficients) {
        return of(RATIONALS, truncationOrder, coefficients);
    }

    /**
     * The map with a given by a formula.
     *
     * @param ring the ring of the coefficients
     * @param trees the trees of all colours up to the truncation order
     * @param truncationOrder the highest order known
     * @param coefficient the formula for a(t)
     * @param <E> the coefficients
     * @return the map
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static <E> BSeriesMap<E> of(
            Ring<E> ring, Iterable<RootedTree> trees, int truncationOrder, Function<RootedTree, E> coefficient) {
        return new BSeriesMap<>(TruncatedSeries.of(ring, trees, truncationOrder, coefficient));
    }

    /**
     * One explicit Euler step θ + h f(θ): a(•) = 1, zero elsewhere.
     *
     * @param field the colour of f
     * @param truncationOrder the highest order known
     * @return the map
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static BSeriesMap<Rational> eulerStep(Colour field, int truncationOrder) {
        return of(truncationOrder, Map.of(RootedTree.vertex(field), Rational.ONE));
    }

    /**
     * The exact time-h flow of one field: a(t) = 1/γ(t).
     *
     * @param field the colour of f
     * @param truncationOrder the highest order known
     * @return the map
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static BSeriesMap<Rational> exactFlow(Colour field, int truncationOrder) {
        return of(
                RATIONALS,
                TreeEnumeration.over(List.of(field)).upToOrder(truncationOrder),
                truncationOrder,
                tree -> Rational.of(BigInteger.ONE, tree.density()));
    }

    /** {@return the ring of the coefficients} */
    public Ring<E> ring() {
        return series.ring();
    }

    /** {@return the highest order up to which the coefficients are known} */
    public int truncationOrder() {
        return series.truncationOrder();
    }

    /**
     * The coefficient a(t).
     *
     * @param tree t
     * @return a(t)
     * @throws java.util.NoSuchElementException if |t| is beyond the truncation order
     */
    public E coefficient(RootedTree tree) {
        return series.coefficient("a", tree);
    }

    /** {@return the non-zero coefficients a(t) in canonical order of the trees} */
    public SortedMap<RootedTree, E> nonzero() {
        return series.nonzero();
    }

    /**
     * The composition, this map first:
     * (a·b)(t) = a(t) + Σ over the admissible cuts of t of b(trunk) · Π a(branches).
     *
     * <p>Hairer, Lubich and Wanner (2006), theorem III.1.10. Exact; up to 2^(|t|−1) cuts per tree.
     *
     * @param second b, which acts second
     * @return B(b) ∘ B(a), known to the smaller truncation order
     */
    public BSeriesMap<E> then(BSeriesMap<E> second) {
        int order = Math.min(truncationOrder(), second.truncationOrder());
        SortedSet<Colour> colours = colours();
        colours.addAll(second.colours());
        return of(ring(), TruncatedSeries.trees(colours, order), order, tree -> {
            E sum = coefficient(tree);
            for (AdmissibleCut cut : tree.admissibleCuts()) {
                E product = second.coefficient(cut.trunk());
                for (RootedTree branch : cut.branches()) {
                    product = ring().multiply(product, coefficient(branch));
                }
                sum = ring().add(sum, product);
            }
            return sum;
        });
    }

    private SortedSet<Colour> colours() {
        SortedSet<Colour> colours = new TreeSet<>();
        nonzero().keySet().forEach(tree -> colours.addAll(tree.colours()));
        return colours;
    }

    /** This series plus a multiple of another: a step of a sum, not an operation on maps. */
    BSeriesMap<E> plus(Rational factor, TruncatedSeries<E> summand) {
        SortedMap<RootedTree, E> sum = new TreeMap<>(nonzero());
        summand.nonzero().forEach((tree, value) -> sum.merge(tree, ring().scale(factor, value), ring()::add));
        return of(ring(), truncationOrder(), sum);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof BSeriesMap<?> other && series.equals(other.series);
    }

    @Override
    public int hashCode() {
        return series.hashCode();
    }

    @Override
    public String toString() {
        return "a = " + nonzero() + " to order " + truncationOrder();
    }
}
