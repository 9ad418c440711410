package org.modeq.symbolic.series;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A vector field \(\sum_t \frac{h^{|t|-1}}{\sigma(t)}\, b(t)\, F(t)\), b(∅) = 0, known up to its truncation order; immutable.
 *
 * @param <E> the coefficients, elements of a ring that contains ℚ
 */
public final class BSeriesField<E> implements Displayable {
    private final TruncatedSeries<E> series;

    private BSeriesField(TruncatedSeries<E> series) {
        this.series = series;
    }

    /**
     * The field with the given coefficients b(t), zero on the trees that are not named.
     *
     * @param ring the ring of the coefficients
     * @param truncationOrder the highest order known
     * @param coefficients b(t) by tree; trees beyond the truncation order are dropped
     * @param <E> the coefficients
     * @return the field
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static <E> BSeriesField<E> of(Ring<E> ring, int truncationOrder, Map<RootedTree, E> coefficients) {
        return new BSeriesField<>(new TruncatedSeries<>(ring, truncationOrder, new TreeMap<>(coefficients)));
    }

    /**
     * The field with the given rational coefficients b(t), zero on the trees that are not named.
     *
     * @param truncationOrder the highest order known
     * @param coefficients b(t) by tree; trees beyond the truncation order are dropped
     * @return the field
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static BSeriesField<Rational> of(int truncationOrder, Map<RootedTree, Rational> coefficients) {
        return of(RATIONALS, truncationOrder, coefficients);
    }

    /**
     * The field Σ w(t) h^(|t|−1) F(t), with the factors w(t) = b(t)/σ(t) given.
     *
     * @param ring the ring of the coefficients
     * @param truncationOrder the highest order known
     * @param weights w(t) by tree; trees beyond the truncation order are dropped
     * @param <E> the coefficients
     * @return the field
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static <E> BSeriesField<E> ofWeights(Ring<E> ring, int truncationOrder, Map<RootedTree, E> weights) {
        SortedMap<RootedTree, E> coefficients = new TreeMap<>();
        weights.forEach((tree, weight) -> coefficients.put(tree, ring.scale(symmetry(tree), weight)));
        return of(ring, truncationOrder, coefficients);
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
     * The coefficient b(t).
     *
     * @param tree t
     * @return b(t)
     * @throws java.util.NoSuchElementException if |t| is beyond the truncation order
     */
    public E coefficient(RootedTree tree) {
        return series.coefficient("b", tree);
    }

    /**
     * The factor b(t)/σ(t) of h^(|t|−1) F(t) in the sum.
     *
     * @param tree t
     * @return b(t)/σ(t)
     * @throws java.util.NoSuchElementException if |t| is beyond the truncation order
     */
    public E weight(RootedTree tree) {
        return ring().scale(symmetry(tree).reciprocal(), coefficient(tree));
    }

    /** {@return the non-zero coefficients b(t) in canonical order of the trees} */
    public SortedMap<RootedTree, E> nonzero() {
        return series.nonzero();
    }

    /** {@return the colours that occur, sorted} */
    public SortedSet<Colour> colours() {
        SortedSet<Colour> colours = new TreeSet<>();
        nonzero().keySet().forEach(tree -> colours.addAll(tree.colours()));
        return colours;
    }

    /**
     * The sum of two fields.
     *
     * @param other c
     * @return b + c, known to the smaller truncation order
     */
    public BSeriesField<E> add(BSeriesField<E> other) {
        SortedMap<RootedTree, E> sum = new TreeMap<>(nonzero());
        other.nonzero().forEach((tree, value) -> sum.merge(tree, value, ring()::add));
        return of(ring(), Math.min(truncationOrder(), other.truncationOrder()), sum);
    }

    /**
     * A multiple of this field.
     *
     * @param factor r
     * @return r·b
     */
    public BSeriesField<E> scaled(E factor) {
        SortedMap<RootedTree, E> scaled = new TreeMap<>();
        nonzero().forEach((tree, value) -> scaled.put(tree, ring().multiply(factor, value)));
        return of(ring(), truncationOrder(), scaled);
    }

    /**
     * The field to a lower order.
     *
     * @param order the new truncation order, at most the old one
     * @return the field without the trees beyond
     * @throws IllegalArgumentException if the order is below 1 or beyond the truncation order
     */
    public BSeriesField<E> truncated(int order) {
        if (order > truncationOrder()) {
            throw new IllegalArgumentException("given order " + order + " for a series known to order "
                    + truncationOrder() + " only; derive it to a higher order");
        }
        return of(ring(), order, nonzero());
    }

    /**
     * The series with some fields put equal: F of a recoloured tree is the same differential, so the weights b(t)/σ(t)
     * of the trees that become equal are added.
     *
     * @param recolouring the new colour of each colour
     * @return the field in the new colours
     */
    public BSeriesField<E> recoloured(UnaryOperator<Colour> recolouring) {
        SortedMap<RootedTree, E> weights = new TreeMap<>();
        nonzero().keySet().forEach(tree -> weights.merge(tree.recoloured(recolouring), weight(tree), ring()::add));
        return ofWeights(ring(), truncationOrder(), weights);
    }

    private static Rational symmetry(RootedTree tree) {
        return Rational.of(tree.symmetry(), BigInteger.ONE);
    }

    /**
     * The time-h flow of this field, exp(L_b) applied to the identity.
     *
     * <p>The Lie derivative of a series c with c(∅) = 1 along the field is
     * (L_b c)(t) = b(t) c(∅) + Σ over the edges of t of b(branch) c(trunk), and the flow is Σ_m L_bᵐ c₀ / m! with
     * c₀ = 1 on ∅ alone. Hairer, Lubich and Wanner (2006), section IX.9.1. Exact; O(|t|²) per tree.
     *
     * @return the map, known to the same order
     */
    public BSeriesMap<E> flow() {
        BSeriesMap<E> identity = BSeriesMap.of(ring(), truncationOrder(), Map.of());
        return new Exponential<>(ring(), colours(), truncationOrder()).after(this, identity);
    }

    /**
     * This field put in place of f in another: b ⋆ a, the field of which the coefficients are those of a in terms of b.
     *
     * <p>{@link Substitution}, with a field for each colour where a has several.
     *
     * @param outer a, a series in one field
     * @return b ⋆ a, known to the smaller truncation order
     * @throws IllegalArgumentException if a is a series in several fields
     */
    public BSeriesField<E> substitutedInto(BSeriesField<E> outer) {
        return Substitution.forOnly(outer.colours(), this).into(outer);
    }

    /**
     * This field put in place of f in a map: b ⋆ a, the map a of the field b.
     *
     * <p>{@link Substitution}, with a field for each colour where a has several.
     *
     * @param outer a, a series in one field
     * @return b ⋆ a, known to the smaller truncation order
     * @throws IllegalArgumentException if a is a series in several fields
     */
    public BSeriesMap<E> substitutedInto(BSeriesMap<E> outer) {
        return Substitution.forOnly(outer.colours(), this).into(outer);
    }

    /**
     * The inverse under substitution: the field m with b ⋆ m = m ⋆ b = f.
     *
     * <p>If b is the modified field of a method, then m is the modifying field: the method fed with m has the modified
     * field m ⋆ b = f. Chartier, Hairer and Vilmart (2010). Exact; costs as a substitution.
     *
     * @return m, known to the same order
     * @throws IllegalArgumentException if b is a series in several fields, in none, or b(•) has no inverse in the ring
     */
    public BSeriesField<E> substitutionInverse() {
        SortedSet<Colour> colours = colours();
        if (colours.size() != 1) {
            throw new IllegalArgumentException("given a series in the fields " + colours
                    + ", expected a series in one field: only such a field has an inverse under substitution");
        }
        E first = coefficient(RootedTree.vertex(colours.first()));
        E reciprocal = ring().inverse(first)
                .orElseThrow(() -> new IllegalArgumentException("given a field with b(" + colours.first() + ") = "
                        + first + ", expected a coefficient with an inverse; give numbers for the parameters"));
        return Substitution.inverse(this, colours.first(), reciprocal);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof BSeriesField<?> other && series.equals(other.series);
    }

    @Override
    public int hashCode() {
        return series.hashCode();
    }

    @Override
    public String toString() {
        return "b = " + nonzero() + " to order " + truncationOrder();
    }
}
