package org.modeq.symbolic.modified;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The Hamiltonian form of a modified field, f̃ = J⁻¹∇H̃ + R, when every field c of the method is J⁻¹∇H_c with J skew.
 *
 * <p>The elementary Hamiltonian of t = [t₁ … t_m] is H(t) = H⁽ᵐ⁾(F(t₁), …, F(t_m)). Moving the root along an edge changes
 * its sign, H(u∘v) = −H(v∘u), because J is skew; so it belongs to the free tree T up to its sign, and is 0 for a tree that
 * is brought to itself by an odd number of moves. As the vertices are differentiated in turn,
 * <pre>
 *   J⁻¹∇H(t) = Σ over the vertices v of ±F(T rooted at v),      + at an even distance of v from the root of t,
 *   H̃ = Σ_T h^(|T|−1) b(t)/σ(T) · H(t),   one rooting t of each T, exactly if b(u∘v) + b(v∘u) = 0 for all u, v.
 * </pre>
 * Hairer, Lubich and Wanner (2006), section IX.9.2. (A tree T of which the scalar is not 0 has a vertex that all
 * automorphisms keep; rooted there σ(t) = σ(T), and so the formula is often printed.) In general b(t) is replaced by the
 * mean of ±b over the rootings, an orthogonal projection as in {@link LossForm}, and R is the rest.
 *
 * <p><b>Partitioned systems</b>, the methods whose fields are p and q: p = −∂H/∂q and q = ∂H/∂p are the two parts of one
 * field. The colour of a vertex that is not the root tells which end of its edge differentiates by q; so moving the root
 * gives the old root the colour conjugate to that of the new one, and the colour of the root itself does not matter.
 * Hence H̃ has one term for each free tree with directed edges, and asks that b does not depend on the colour of the
 * root. Hairer, Lubich and Wanner (2006), sections VI.7.2 and IX.10. For a separable
 * Hamiltonian T(p) + U(q) only trees count in which the colours alternate.
 *
 * <p>Worked example: the implicit midpoint rule has H̃ = H − h²/24 H″(f,f) + ….
 *
 * @param method the integrator
 * @param coefficients b(t)/σ(T) by the rooting t at which H(t) is written, without zeros
 * @param remainder R, known to order N
 * @param obstruction why R is not 0, empty if it is
 * @param <E> the coefficients
 */
public record HamiltonianForm<E>(
        Method<E> method,
        SortedMap<RootedTree, E> coefficients,
        BSeriesField<E> remainder,
        Optional<Obstruction<E>> obstruction)
        implements Displayable {
    private static final List<Colour> CONJUGATES = List.of(new Colour("p"), new Colour("q"));

    /**
     * The Hamiltonian form of a modified equation. Exact; |T|² steps for each free tree.
     *
     * @param equation the equation
     * @param <E> the coefficients
     * @return its Hamiltonian part and the rest
     */
    public static <E> HamiltonianForm<E> of(ModifiedEquation<E> equation) {
        Method<E> method = equation.method();
        Ring<E> ring = method.ring();
        Rerooting rerooting = isPartitioned(method) ? new Rerooting(true, CONJUGATES) : Rerooting.OF_HAMILTONIAN;
        ScalarPart<E> part = ScalarPart.of(equation.field(), rerooting);
        SortedMap<RootedTree, E> coefficients = new TreeMap<>();
        part.scalars().forEach((tree, scalar) -> coefficients.put(tree, scalar.weight(ring)));
        return new HamiltonianForm<>(
                method, Collections.unmodifiableSortedMap(coefficients), part.remainder(), part.obstruction());
    }

    /**
     * Derives the Hamiltonian form of a method.
     *
     * @param method the integrator
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return its Hamiltonian part and the rest
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static <E> HamiltonianForm<E> of(Method<E> method, int order) {
        return of(ModifiedEquation.of(method, order));
    }

    /** Whether the fields of a method are p and q. */
    static boolean isPartitioned(Method<?> method) {
        return method.fields().equals(Set.copyOf(CONJUGATES));
    }

    /** {@return whether p and q are the two parts of one Hamiltonian field, and the colour of a root does not matter} */
    public boolean isPartitioned() {
        return isPartitioned(method);
    }

    /** {@return N, the highest order |t| of a tree} */
    public int order() {
        return remainder.truncationOrder();
    }

    /** {@return whether the field is J⁻¹∇H̃ up to the order N, for all Hamiltonians} */
    public boolean isHamiltonian() {
        return obstruction.isEmpty();
    }

    /** {@return the highest order |t| up to which the field is J⁻¹∇H̃ for all Hamiltonians; N means N at least} */
    public int orderOfHamiltonian() {
        return obstruction.map(found -> found.first().order() - 1).orElse(order());
    }

    /** {@return the terms of H̃, powers of h rising, then trees in canonical order} */
    public List<Term<E>> terms() {
        return coefficients.entrySet().stream()
                .map(entry -> new Term<>(entry.getKey().order() - 1, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** {@return the terms of R that are not 0, powers of h rising, then trees in canonical order} */
    public List<FieldEquation.Term<E>> remainderTerms() {
        return FieldEquation.Term.nonzero(remainder);
    }

    /**
     * One term h^p · coefficient · H(t) of H̃.
     *
     * @param power p = |t| − 1
     * @param tree t, the rooting at which the elementary Hamiltonian is written
     * @param coefficient b(t)/σ(T), T being the free tree of t
     * @param <E> the coefficients
     */
    public record Term<E>(int power, RootedTree tree, E coefficient) {}

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
