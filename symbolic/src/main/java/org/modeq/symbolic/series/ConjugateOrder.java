package org.modeq.symbolic.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.AdmissibleCut;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The highest order up to which the logarithm of a conjugate χ⁻¹ ∘ Φ ∘ χ of a map can satisfy linear conditions, each
 * of which says that the coefficients of some trees of one order add up to 0.
 *
 * <p>Conjugation by the flow of χ turns γ = log a into γ + L_χγ − L_γχ + …. If χ has trees of the order n − 1 alone, and
 * γ(•) = c for the vertices of all colours, then γ changes at the order n and beyond, at the order n by
 * <pre>
 *   c (Dχ)(t),      (Dχ)(t) = [t has one child s] · χ(s) − Σ over the leaves of t of χ(t without the leaf),
 * </pre>
 * and the linear equations for χ are solved, if they can be, order by order. That nothing is lost by taking one of the
 * solutions has to be proved of the conditions: whatever χ of order n − 1 has a Dχ that satisfies those of the order n
 * must be a field whose flow keeps them all.
 *
 * <p><b>Accuracy</b>, γ(t) = 0 for |t| &gt; 1: then Dχ = 0, and what commutes with f is a multiple of f, because the
 * fields are a free Lie algebra (Foissy 2002). Butcher (1969); Hairer, Lubich and Wanner (2006), section V.3.3.
 *
 * <p><b>Symplecticity</b>, γ(u∘v) + γ(v∘u) = 0: then χ is Hamiltonian, and its flow symplectic. Proof. With δχ(u, v) =
 * χ(u∘v) + χ(v∘u) the formula above gives
 * <pre>
 *   δ(Dχ)(u, v) = − Σ over the leaves of u of δχ(u without the leaf, v) − the same for v,
 * </pre>
 * where a root is no leaf: if u = • then −χ(v), for the leaf u of v∘u, cancels the χ(v) of the one child of u∘v. So δDχ
 * = −δχ ∘ P′ with P′ = P⊗1 + 1⊗P, P(t) = Σ (t without a leaf), P(•) = 0. Let N(t) be the sum over the vertices of t of
 * t with a leaf grafted there. Then PN − NP multiplies t by |t|, because what PN does more than NP is to take the new
 * leaf away again; and N is adjoint to P for ⟨s, t⟩ = σ(t)[s = t] (Hoffman, <em>Combinatorics of rooted trees and Hopf
 * algebras</em>, 2003). Hence P′P′* = P′*P′ + (|u| + |v|) is positive definite, P′ is onto, and from δDχ = 0 it follows
 * that δχ = 0. The notion: Hairer and Zbinden, <em>On conjugate symplecticity of B-series integrators</em> (2013).
 *
 * @param conditions by order, the trees of which the coefficients are to add up to 0
 */
record ConjugateOrder(IntFunction<List<List<RootedTree>>> conditions) {
    /**
     * The highest order that was found.
     *
     * @param order the highest order of the conditions that hold
     * @param change χ, by which conjugation makes them hold
     * @param <E> the coefficients
     */
    record Found<E>(int order, BSeriesMap<E> change) {}

    /** The order of accuracy, of maps with a(•) = 1. */
    static ConjugateOrder ofAccuracy(Collection<Colour> colours) {
        TreeEnumeration trees = TreeEnumeration.over(colours);
        return new ConjugateOrder(
                order -> trees.ofOrder(order).stream().map(List::of).toList());
    }

    /** The order of symplecticity, of maps on one field. */
    static ConjugateOrder ofSymplecticity(Colour field) {
        TreeEnumeration trees = TreeEnumeration.over(List.of(field));
        return new ConjugateOrder(order -> {
            List<List<RootedTree>> pairs = new ArrayList<>();
            for (int lower = 1; 2 * lower <= order; lower++) {
                for (RootedTree u : trees.ofOrder(lower)) {
                    for (RootedTree v : trees.ofOrder(order - lower)) {
                        pairs.add(List.of(SeriesQueries.butcherProduct(u, v), SeriesQueries.butcherProduct(v, u)));
                    }
                }
            }
            return pairs;
        });
    }

    /** The highest order for a map of which a(•) has an inverse and is the same for all colours. */
    <E> Found<E> of(BSeriesMap<E> map) {
        Ring<E> ring = map.ring();
        E leading = map.coefficient(RootedTree.vertex(map.colours().first()));
        E inverse = ring.inverse(leading)
                .orElseThrow(() -> new IllegalArgumentException("given a map with a(•) = " + leading
                        + ", expected a number that can be divided by, as 1 for one step of a method"));
        BSeriesMap<E> conjugate = map;
        BSeriesMap<E> change = BSeriesMap.of(ring, map.truncationOrder(), Map.of());
        for (int order = 2; order <= map.truncationOrder(); order++) {
            Optional<SortedMap<RootedTree, E>> solution =
                    equations(order, conjugate.logarithm()).solution();
            if (solution.isEmpty()) {
                return new Found<>(order - 1, change);
            }
            BSeriesMap<E> step = BSeriesField.of(ring, map.truncationOrder(), solution.get())
                    .scaled(inverse)
                    .flow();
            conjugate = conjugate.conjugatedBy(step);
            change = step.then(change);
        }
        return new Found<>(map.truncationOrder(), change);
    }

    /** The equations for cχ at an order. */
    <E> LinearSystem<RootedTree, E> equations(int order, BSeriesField<E> field) {
        Ring<E> ring = field.ring();
        LinearSystem<RootedTree, E> equations = new LinearSystem<>(ring);
        for (List<RootedTree> trees : conditions.apply(order)) {
            SortedMap<RootedTree, Rational> left = new TreeMap<>();
            E right = ring.zero();
            for (RootedTree tree : trees) {
                addChange(left, tree);
                right = ring.add(right, ring.negate(field.coefficient(tree)));
            }
            equations.add(left, right);
        }
        return equations;
    }

    /** Adds (Dχ)(t) to a left-hand side. */
    private static void addChange(Map<RootedTree, Rational> left, RootedTree tree) {
        if (tree.children().size() == 1) {
            LinearSystem.addTo(left, tree.children().get(0), Rational.ONE);
        }
        for (AdmissibleCut cut : tree.singleCuts()) {
            if (cut.branches().get(0).isVertex()) {
                LinearSystem.addTo(left, cut.trunk(), Rational.of(-1));
            }
        }
    }
}
