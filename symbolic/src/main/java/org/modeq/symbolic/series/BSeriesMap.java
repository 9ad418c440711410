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
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.AdmissibleCut;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * A map \(\theta \mapsto \theta + \sum_t \frac{h^{|t|}}{\sigma(t)}\, a(t)\, F(t)(\theta)\), a(∅) = 1, known up to its
 * truncation order; immutable.
 *
 * @param <E> the coefficients, elements of a ring that contains ℚ
 */
public final class BSeriesMap<E> implements Displayable {
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
     * The composition, this map first. With this map as the flow of γ = log a it is
     * (a·b)(t) = Σ_m (L_γᵐ b)(t)/m!, where (L_γ b)(t) = γ(t) + Σ over the edges of t of γ(branch) b(trunk).
     *
     * <p>Hairer, Lubich and Wanner (2006), section IX.9.1; the same map as theorem III.1.10 gives by admissible cuts,
     * for rational coefficients of order 8 and more about six times as fast. Exact; O(|t|²) per tree.
     *
     * @param second b, which acts second
     * @return B(b) ∘ B(a), known to the smaller truncation order
     */
    public BSeriesMap<E> then(BSeriesMap<E> second) {
        Exponential<E> exponential = exponentialWith(second);
        return exponential.after(exponential.logarithm(this), second);
    }

    /**
     * The composition by the formula of the book, the reference for {@link #then}:
     * (a·b)(t) = a(t) + Σ over the admissible cuts of t of b(trunk) · Π a(branches).
     *
     * <p>Hairer, Lubich and Wanner (2006), theorem III.1.10. Exact; up to 2^(|t|−1) cuts per tree.
     */
    BSeriesMap<E> thenByCuts(BSeriesMap<E> second) {
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

    private Exponential<E> exponentialWith(BSeriesMap<E> other) {
        SortedSet<Colour> colours = colours();
        colours.addAll(other.colours());
        return new Exponential<>(ring(), colours, Math.min(truncationOrder(), other.truncationOrder()));
    }

    private BSeriesMap<E> identity() {
        return of(ring(), truncationOrder(), Map.of());
    }

    /**
     * The inverse map, a·a⁻¹ = identity: the flow of −log a.
     *
     * <p>Hairer, Lubich and Wanner (2006), section III.1.5, the Butcher group. Exact; O(|t|²) per tree.
     *
     * @return B(a)⁻¹, known to the same order
     */
    public BSeriesMap<E> inverse() {
        return power(-1);
    }

    /**
     * The adjoint map Φ*_h = (Φ_{−h})⁻¹: a*(t) = (−1)^|t| a⁻¹(t).
     *
     * <p>Hairer, Lubich and Wanner (2006), section II.3. Exact; costs as {@link #inverse}.
     *
     * @return the adjoint, known to the same order
     */
    public BSeriesMap<E> adjoint() {
        return inverse().withStepSize(Rational.of(-1));
    }

    /**
     * The map with the step size rh in place of h: r^|t| a(t).
     *
     * @param factor r
     * @return Φ_{rh}, known to the same order
     */
    public BSeriesMap<E> withStepSize(Rational factor) {
        SortedMap<RootedTree, E> scaled = new TreeMap<>();
        nonzero().forEach((tree, value) -> scaled.put(tree, ring().scale(factor.pow(tree.order()), value)));
        return of(ring(), truncationOrder(), scaled);
    }

    /**
     * The map applied several times over, or its inverse where the exponent is negative: the flow of n·log a.
     *
     * <p>Exact; O(|t|²) per tree, whatever n is.
     *
     * @param exponent n
     * @return B(a)ⁿ, known to the same order
     */
    public BSeriesMap<E> power(int exponent) {
        Exponential<E> exponential = exponentialWith(this);
        E times = ring().of(Rational.of(exponent));
        return exponential.after(exponential.logarithm(this).scaled(times), identity());
    }

    /**
     * The logarithm: the field γ whose time-h flow is this map.
     *
     * <p>γ(t) = a(t) − Σ_{m≥2} (L_γᵐ 1)(t)/m!, order by order, with the Lie derivative of {@link BSeriesField#flow}.
     * For one step of a method this is its modified field. Hairer, Lubich and Wanner (2006), section IX.9.1. Exact;
     * O(|t|²) per tree.
     *
     * @return γ, known to the same order
     */
    public BSeriesField<E> logarithm() {
        return exponentialWith(this).logarithm(this);
    }

    /**
     * The conjugate map χ⁻¹ ∘ Φ ∘ χ: the same map in the coordinates of which χ makes ours.
     *
     * <p>Hairer, Lubich and Wanner (2006), section VI.8. Exact; two compositions and an inverse.
     *
     * @param change χ, which acts first
     * @return χ·a·χ⁻¹, known to the smaller truncation order
     */
    public BSeriesMap<E> conjugatedBy(BSeriesMap<E> change) {
        return change.then(this).then(change.inverse());
    }

    /** {@return the colours that occur, sorted} */
    public SortedSet<Colour> colours() {
        SortedSet<Colour> colours = new TreeSet<>();
        nonzero().keySet().forEach(tree -> colours.addAll(tree.colours()));
        return colours;
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
