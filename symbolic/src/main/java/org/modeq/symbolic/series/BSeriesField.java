package org.modeq.symbolic.series;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** A vector field Σ_t h^(|t|−1)/σ(t) · b(t) F(t), b(∅) = 0, known up to its truncation order; immutable. */
public final class BSeriesField {
    private final TruncatedSeries series;

    private BSeriesField(TruncatedSeries series) {
        this.series = series;
    }

    /**
     * The field with the given coefficients b(t), zero on the trees that are not named.
     *
     * @param truncationOrder the highest order known
     * @param coefficients b(t) by tree; trees beyond the truncation order are dropped
     * @return the field
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static BSeriesField of(int truncationOrder, Map<RootedTree, Rational> coefficients) {
        return new BSeriesField(new TruncatedSeries(truncationOrder, new TreeMap<>(coefficients)));
    }

    /**
     * The field with b given by a formula.
     *
     * @param trees the trees of all colours up to the truncation order
     * @param truncationOrder the highest order known
     * @param coefficient the formula for b(t)
     * @return the field
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static BSeriesField of(
            Iterable<RootedTree> trees, int truncationOrder, Function<RootedTree, Rational> coefficient) {
        return new BSeriesField(TruncatedSeries.of(trees, truncationOrder, coefficient));
    }

    /**
     * The field Σ w(t) h^(|t|−1) F(t), with the factors w(t) = b(t)/σ(t) given.
     *
     * @param truncationOrder the highest order known
     * @param weights w(t) by tree; trees beyond the truncation order are dropped
     * @return the field
     * @throws IllegalArgumentException if the truncation order is below 1
     */
    public static BSeriesField ofWeights(int truncationOrder, Map<RootedTree, Rational> weights) {
        SortedMap<RootedTree, Rational> coefficients = new TreeMap<>();
        weights.forEach((tree, weight) ->
                coefficients.put(tree, weight.multiply(Rational.of(tree.symmetry(), BigInteger.ONE))));
        return of(truncationOrder, coefficients);
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
    public Rational coefficient(RootedTree tree) {
        return series.coefficient("b", tree);
    }

    /**
     * The factor b(t)/σ(t) of h^(|t|−1) F(t) in the sum.
     *
     * @param tree t
     * @return b(t)/σ(t)
     * @throws java.util.NoSuchElementException if |t| is beyond the truncation order
     */
    public Rational weight(RootedTree tree) {
        return coefficient(tree).divide(Rational.of(tree.symmetry(), BigInteger.ONE));
    }

    /** {@return the non-zero coefficients b(t) in canonical order of the trees} */
    public SortedMap<RootedTree, Rational> nonzero() {
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
    public BSeriesField add(BSeriesField other) {
        SortedMap<RootedTree, Rational> sum = new TreeMap<>(nonzero());
        other.nonzero().forEach((tree, value) -> sum.merge(tree, value, Rational::add));
        return of(Math.min(truncationOrder(), other.truncationOrder()), sum);
    }

    /**
     * A multiple of this field.
     *
     * @param factor r
     * @return r·b
     */
    public BSeriesField scaled(Rational factor) {
        SortedMap<RootedTree, Rational> scaled = new TreeMap<>();
        nonzero().forEach((tree, value) -> scaled.put(tree, value.multiply(factor)));
        return of(truncationOrder(), scaled);
    }

    /**
     * The series with some fields put equal: F of a recoloured tree is the same differential, so the weights b(t)/σ(t) of
     * the trees that become equal are added.
     *
     * @param recolouring the new colour of each colour
     * @return the field in the new colours
     */
    public BSeriesField recoloured(UnaryOperator<Colour> recolouring) {
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        nonzero().keySet().forEach(tree -> weights.merge(tree.recoloured(recolouring), weight(tree), Rational::add));
        return ofWeights(truncationOrder(), weights);
    }

    /**
     * The time-h flow of this field, exp(L_b) applied to the identity.
     *
     * <p>The Lie derivative of a series c with c(∅) = 1 along the field is
     * (L_b c)(t) = b(t) c(∅) + Σ over the edges of t of b(branch) c(trunk), and the flow is Σ_m L_bᵐ c₀ / m! with
     * c₀ = 1 on ∅ alone. Hairer, Lubich and Wanner (2006), section IX.9.1. Exact; O(|t|²) per tree and power.
     *
     * @return the map, known to the same order
     */
    public BSeriesMap flow() {
        int order = truncationOrder();
        var trees = TruncatedSeries.trees(colours(), order);
        TruncatedSeries power = new TruncatedSeries(order, nonzero());
        BSeriesMap flow = BSeriesMap.of(order, power.nonzero());
        Rational factor = Rational.ONE;
        for (int m = 2; m <= order; m++) {
            TruncatedSeries previous = power;
            power = TruncatedSeries.of(trees, order, tree -> derivative(previous, tree));
            factor = factor.divide(Rational.of(m));
            flow = flow.plus(factor, power);
        }
        return flow;
    }

    private Rational derivative(TruncatedSeries of, RootedTree tree) {
        return tree.singleCuts().stream()
                .map(cut -> coefficient(cut.branches().get(0)).multiply(of.coefficient("c", cut.trunk())))
                .reduce(Rational.ZERO, Rational::add);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof BSeriesField other && series.equals(other.series);
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
