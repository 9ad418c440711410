package org.modeq.symbolic.modified;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;

/**
 * The loss form of a modified field, f̃ = −∇L̃ + R, when every field c of the method is −∇L_c.
 *
 * <p>With F(t) = (−1)^|t| G(t), σ(T) = σ(t) · (number of vertices of T at which t arises) and ∇S(T) = Σ over the vertices
 * v of G(T rooted at v), a field of which b is the same for all rootings of each free tree T is −∇L̃ for
 * <pre>
 *   L̃ = Σ_T h^(|T|−1) (−1)^(|T|+1) b_T/σ(T) · S(T).
 * </pre>
 *
 * <p><b>Only such fields are gradients of all losses.</b> The Jacobian of G(t) is the sum over the vertices v of the
 * contraction with one free leg at the root and one at v. Let (T; u, v) be a free tree with two legs, i at u ≠ v and j at
 * v. In Σ b(t)/σ(t) F(t) it comes from the rooting t = T_u and as many vertices as Aut T_u moves v to, so that J has it
 * with the coefficient ±b(T_u)/|Aut(T; u, v)|, and the curl J − Jᵀ with
 * <pre>
 *   (−1)^|T| (b(T_u) − b(T_v)) / |Aut(T; u, v)|.
 * </pre>
 * For generic losses in high enough dimension distinct contractions are linearly independent, so that the curl is 0 only
 * if b(T_u) = b(T_v) for all T, u, v.
 *
 * <p><b>In general</b> b_T is the mean of b over the |T| rootings of T and R has the coefficients b(t) − b_T. A tree t
 * arises at σ(T)/σ(t) vertices, so b_T is the mean with the weights 1/σ(t), and the loss part is the orthogonal
 * projection of f̃ on the gradients for the inner product in which the trees are orthogonal and ⟨F(t), F(t)⟩ = σ(t), that
 * is ⟨b, c⟩ = Σ b(t) c(t)/σ(t): the usual one on rooted trees (Hoffman, <em>Combinatorics of rooted trees and Hopf
 * algebras</em>, 2003, where grafting is adjoint to cutting). It depends on the trees alone and not on the losses; on
 * concrete losses another loss may be nearer.
 *
 * <p>In another metric there may be a loss where here is none: {@link MetricForm}.
 *
 * <p>Worked example: gradient descent has L̃ = L + h/4 ‖∇L‖² + …, and at h² no loss, as b(f[f,f]) = 1/6 but
 * b(f[f[f]]) = 1/3. Barrett and Dherin (2021) for the first; the trees are those of Chartier, Hairer and Vilmart (2010),
 * section 5.
 *
 * @param method the optimizer
 * @param coefficients (−1)^(|T|+1) b_T/σ(T) by free tree, without zeros
 * @param remainder R, known to order N
 * @param obstruction why R is not 0, empty if it is
 * @param <E> the coefficients
 */
public record LossForm<E>(
        Method<E> method,
        SortedMap<FreeTree, E> coefficients,
        BSeriesField<E> remainder,
        Optional<Obstruction<E>> obstruction)
        implements Displayable {
    /**
     * The loss form of a modified equation. Exact; |T|² steps for each free tree.
     *
     * @param equation the equation
     * @param <E> the coefficients
     * @return its loss part and the rest
     */
    public static <E> LossForm<E> of(ModifiedEquation<E> equation) {
        Ring<E> ring = equation.method().ring();
        ScalarPart<E> part = ScalarPart.of(equation.field(), Rerooting.OF_LOSS);
        SortedMap<FreeTree, E> coefficients = new TreeMap<>();
        part.scalars().forEach((tree, scalar) -> {
            E weight = scalar.weight(ring);
            coefficients.put(new FreeTree(tree), tree.order() % 2 == 0 ? ring.negate(weight) : weight);
        });
        return new LossForm<>(
                equation.method(),
                Collections.unmodifiableSortedMap(coefficients),
                part.remainder(),
                part.obstruction());
    }

    /**
     * Derives the loss form of a method.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return its loss part and the rest
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static <E> LossForm<E> of(Method<E> method, int order) {
        return of(ModifiedEquation.of(method, order));
    }

    /** {@return N, the highest order |t| of a tree} */
    public int order() {
        return remainder.truncationOrder();
    }

    /** {@return whether the field is −∇L̃ up to the order N, for all losses} */
    public boolean isGradient() {
        return obstruction.isEmpty();
    }

    /** {@return the highest order |t| up to which the field is −∇L̃ for all losses; N means N at least} */
    public int orderOfGradient() {
        return obstruction.map(found -> found.first().order() - 1).orElse(order());
    }

    /** {@return the terms of L̃, powers of h rising, then free trees in canonical order} */
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
     * How formulas name the loss of a field: L for that of f, otherwise by the name of the field.
     *
     * @param field the field
     * @return the name
     */
    public static String lossName(Colour field) {
        return field.equals(Colour.F) ? "L" : field.name();
    }

    /**
     * One term h^p · coefficient · S(T) of L̃.
     *
     * @param power p = |T| − 1
     * @param tree T
     * @param coefficient (−1)^(|T|+1) b_T/σ(T)
     * @param <E> the coefficients
     */
    public record Term<E>(int power, FreeTree tree, E coefficient) {}

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
