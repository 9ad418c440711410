package org.modeq.symbolic.series;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Properties of maps and fields that are read off their coefficients; each answer is for the orders up to the
 * truncation order.
 *
 * <p>With u∘v the Butcher product, v grafted onto the root of u, and every field f = J∇H with J skew,
 * <pre>
 *   a map is symplectic:        a(u∘v) + a(v∘u) = a(u) a(v)       for all u, v,
 *   a field is Hamiltonian:     b(u∘v) + b(v∘u) = 0               for all u, v,
 *   a field preserves energy:   Σ over |t| = n of b(t)/σ(t) · [t∘•] = 0      for each n, modulo [u∘v] = −[v∘u].
 * </pre>
 *
 * <p>The last is proved as follows. The root of t stands for J H⁽ᵏ⁾(…), and ∇H·J w = −(J∇H)·w = −f·w, so that
 * ∇H·F(t) = −H⁽ᵏ⁺¹⁾(…, f) = −H(t∘•), the elementary Hamiltonian of t∘•. For an edge between the roots of u and v it
 * holds that H(u∘v) = −H(v∘u), because J is skew. Hence the elementary Hamiltonians of the rootings of one free tree
 * differ in sign only, by the parity of the distance of the roots, and vanish for a superfluous free tree, of which two
 * equal rootings lie at an odd distance; those of the other free trees are linearly independent (Hairer, Lubich and
 * Wanner 2006, section IX.9.2). The energy is preserved exactly if the derivative ∇H·Σ b(t)/σ(t) F(t) is 0, that is if
 * the signed weights of the t∘• of each free tree add up to 0. Chartier, Faou and Murua (2006); Quispel and McLaren
 * (2008).
 *
 * <p>In a partitioned system of two fields p = −∂H/∂q and q = ∂H/∂p the colour of a vertex that is not a root says
 * which end of its edge is differentiated by p; a root has no such edge, and turning an edge round changes the colour.
 * So there the conditions are the same for u and v with roots of different colours, and besides the coefficient of a
 * tree must not depend on the colour of its root. Hairer, Lubich and Wanner (2006), section VI.7.2.
 */
public final class SeriesQueries {
    private SeriesQueries() {}

    /**
     * The order of accuracy: the highest p with a(t) = 1/γ(t) for |t| ≤ p, the flow of the sum of the fields.
     *
     * @param map a
     * @return p ≥ 0; the truncation order means that order at least
     */
    public static int orderOfAccuracy(BSeriesMap<?> map) {
        return firstError(map).map(tree -> tree.order() - 1).orElse(map.truncationOrder());
    }

    /**
     * The first tree, in canonical order, of which the order condition a(t) = 1/γ(t) is violated.
     *
     * @param map a
     * @param <E> the coefficients
     * @return t, or empty if there is none up to the truncation order
     */
    public static <E> Optional<RootedTree> firstError(BSeriesMap<E> map) {
        if (map.colours().isEmpty()) {
            return Optional.of(RootedTree.vertex(Colour.F));
        }
        Ring<E> ring = map.ring();
        return TruncatedSeries.trees(map.colours(), map.truncationOrder()).stream()
                .filter(tree -> !map.coefficient(tree).equals(ring.of(Rational.of(BigInteger.ONE, tree.density()))))
                .findFirst();
    }

    /**
     * The effective order: the highest order of accuracy among the conjugates χ⁻¹ ∘ Φ ∘ χ of a map.
     *
     * <p>Butcher (1969); Hairer, Lubich and Wanner (2006), section V.3.3. Exact; solves linear equations in as many
     * unknowns as there are trees of the order n − 1, for each n.
     *
     * @param map a
     * @param <E> the coefficients
     * @return p ≥ 0; the truncation order means that order at least
     */
    public static <E> int effectiveOrder(BSeriesMap<E> map) {
        return orderOfAccuracy(map) == 0
                ? 0
                : ConjugateOrder.ofAccuracy(map.colours()).of(map).order();
    }

    /**
     * The order of conjugate symplecticity: the highest r for which some conjugate χ⁻¹ ∘ Φ ∘ χ of a map satisfies the
     * condition of {@link #isSymplectic} for |u| + |v| ≤ r.
     *
     * <p>Hairer and Zbinden, <em>On conjugate symplecticity of B-series integrators</em> (2013). Equivalently, the
     * logarithm of the conjugate is Hamiltonian to this order. Exact; solves linear equations in as many unknowns as
     * there are trees of the order n − 1, for each n.
     *
     * @param map a, of one colour
     * @param <E> the coefficients
     * @return r ≥ 1; the truncation order means that order at least
     * @throws IllegalArgumentException if the map has not one colour, or if a(•) has no inverse in its ring
     */
    public static <E> int orderOfConjugateSymplecticity(BSeriesMap<E> map) {
        if (map.colours().size() != 1) {
            throw new IllegalArgumentException(
                    "given a series in the fields " + map.colours() + ", expected one field");
        }
        return ConjugateOrder.ofSymplecticity(map.colours().first()).of(map).order();
    }

    /**
     * Whether a map is symmetric: equal to its adjoint.
     *
     * <p>Hairer, Lubich and Wanner (2006), section II.3. Exact; costs as {@link BSeriesMap#adjoint}.
     *
     * @param map a
     * @return whether a* = a
     */
    public static boolean isSymmetric(BSeriesMap<?> map) {
        return map.equals(map.adjoint());
    }

    /**
     * Whether a map is symplectic when each of its fields is Hamiltonian.
     *
     * <p>a(u∘v) + a(v∘u) = a(u) a(v) for |u| + |v| ≤ N. Hairer, Lubich and Wanner (2006), section VI.7. Exact; one sum
     * for each pair.
     *
     * @param map a
     * @param <E> the coefficients
     * @return whether it holds
     */
    public static <E> boolean isSymplectic(BSeriesMap<E> map) {
        return pairs(
                TruncatedSeries.trees(map.colours(), map.truncationOrder()),
                map.truncationOrder(),
                (u, v) -> satisfies(map.ring(), map::coefficient, map::coefficient, u, v));
    }

    /**
     * Whether a map is symplectic when its two fields are the parts p = −∂H/∂q and q = ∂H/∂p of one Hamiltonian field.
     *
     * <p>a(u∘v) + a(v∘u) = a(u) a(v) for u, v with roots of different colours, and a(t) does not depend on the colour
     * of the root. Hairer, Lubich and Wanner (2006), section VI.7.2. Exact; one sum for each pair.
     *
     * @param map a
     * @param <E> the coefficients
     * @return whether it holds
     * @throws IllegalArgumentException if the map has not two colours
     */
    public static <E> boolean isSymplecticForPartitionedSystems(BSeriesMap<E> map) {
        List<RootedTree> trees = TruncatedSeries.trees(map.colours(), map.truncationOrder());
        UnaryOperator<Colour> other = exchange(List.copyOf(map.colours()));
        return trees.stream()
                        .allMatch(tree -> map.coefficient(tree).equals(map.coefficient(withOtherRoot(tree, other))))
                && pairs(
                        trees,
                        map.truncationOrder(),
                        (u, v) -> u.colour().equals(v.colour())
                                || satisfies(map.ring(), map::coefficient, map::coefficient, u, v));
    }

    /**
     * Whether a field is Hamiltonian when each of the fields that it is built from is.
     *
     * <p>b(u∘v) + b(v∘u) = 0 for |u| + |v| ≤ N. Hairer, Lubich and Wanner (2006), section IX.9. Exact; one sum for each
     * pair.
     *
     * @param field b
     * @param <E> the coefficients
     * @return whether it holds
     */
    public static <E> boolean isHamiltonian(BSeriesField<E> field) {
        return pairs(
                TruncatedSeries.trees(field.colours(), field.truncationOrder()),
                field.truncationOrder(),
                (u, v) -> satisfies(
                        field.ring(), field::coefficient, tree -> field.ring().zero(), u, v));
    }

    /**
     * Whether a field of one colour preserves the energy H of every f = J∇H.
     *
     * <p>The condition and its proof stand in the class comment. Exact; the |t| + 1 rootings of each tree.
     *
     * @param field b
     * @param <E> the coefficients
     * @return whether it holds
     * @throws IllegalArgumentException if the field has several colours, whose energies it cannot preserve together
     */
    public static <E> boolean preservesEnergy(BSeriesField<E> field) {
        if (field.colours().size() > 1) {
            throw new IllegalArgumentException("given a series in the fields " + field.colours()
                    + ", expected one field: the energy is that of the field f = J∇H");
        }
        SortedMap<RootedTree, E> derivative = new TreeMap<>();
        field.nonzero().keySet().forEach(tree -> {
            RootedTree grown = butcherProduct(tree, RootedTree.vertex(tree.colour()));
            Map<RootedTree, Boolean> parities = new HashMap<>();
            boolean superfluous = !collectRootings(grown, true, parities);
            if (!superfluous) {
                RootedTree free = new TreeMap<>(parities).lastKey();
                E weight = field.weight(tree);
                E signed = Boolean.TRUE.equals(parities.get(free))
                        ? weight
                        : field.ring().negate(weight);
                derivative.merge(free, signed, field.ring()::add);
            }
        });
        return derivative.values().stream().allMatch(field.ring().zero()::equals);
    }

    /** Collects the rootings with the parity of their distance; false if one occurs with both parities. */
    private static boolean collectRootings(RootedTree tree, boolean even, Map<RootedTree, Boolean> parities) {
        return collectRootings(tree, Optional.empty(), even, parities);
    }

    private static boolean collectRootings(
            RootedTree above, Optional<RootedTree> below, boolean even, Map<RootedTree, Boolean> parities) {
        RootedTree rooted = below.map(tree -> butcherProduct(above, tree)).orElse(above);
        Boolean earlier = parities.put(rooted, even);
        boolean consistent = earlier == null || earlier == even;
        for (RootedTree child : above.children()) {
            RootedTree rest = without(rooted, child);
            consistent &= collectRootings(child, Optional.of(rest), !even, parities);
        }
        return consistent;
    }

    private static RootedTree without(RootedTree tree, RootedTree child) {
        List<RootedTree> children = new ArrayList<>(tree.children());
        children.remove(child);
        return RootedTree.graft(tree.colour(), children);
    }

    /** u∘v. */
    static RootedTree butcherProduct(RootedTree u, RootedTree v) {
        List<RootedTree> children = new ArrayList<>(u.children());
        children.add(v);
        return RootedTree.graft(u.colour(), children);
    }

    /** Whether c(u∘v) + c(v∘u) = d(u) d(v). */
    private static <E> boolean satisfies(
            Ring<E> ring,
            Function<RootedTree, E> ofProducts,
            Function<RootedTree, E> ofFactors,
            RootedTree u,
            RootedTree v) {
        E sum = ring.add(ofProducts.apply(butcherProduct(u, v)), ofProducts.apply(butcherProduct(v, u)));
        return sum.equals(ring.multiply(ofFactors.apply(u), ofFactors.apply(v)));
    }

    /** Whether a symmetric condition holds for all pairs of trees of total order at most N. */
    private static boolean pairs(List<RootedTree> trees, int order, BiPredicate<RootedTree, RootedTree> condition) {
        for (int i = 0; i < trees.size(); i++) {
            for (int j = 0; j <= i && trees.get(i).order() + trees.get(j).order() <= order; j++) {
                if (!condition.test(trees.get(i), trees.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static UnaryOperator<Colour> exchange(List<Colour> colours) {
        if (colours.size() != 2) {
            throw new IllegalArgumentException("given a series in the fields " + colours
                    + ", expected the two fields p and q of a partitioned system");
        }
        return colour -> colour.equals(colours.get(0)) ? colours.get(1) : colours.get(0);
    }

    private static RootedTree withOtherRoot(RootedTree tree, UnaryOperator<Colour> other) {
        return RootedTree.graft(other.apply(tree.colour()), tree.children());
    }
}
