package org.modeq.symbolic.modified;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TwoLeggedTree;

/**
 * The metric form of a modified field, f̃ = −M ∇L̃ + O(h^N) with a symmetric matrix M(θ), when every field c of the method
 * is −∇L_c.
 *
 * <p>With f₁ = Σ b_c f_c and L = Σ b_c L_c, the sum over the fields with b_c ≠ 0,
 * <pre>
 *   M = I + h M₁ + h² M₂ + …,   M_k = Σ x_W W,        L̃ = L + h L₂ + h² L₃ + …,   L_k = Σ y_T S(T),
 * </pre>
 * W being the symmetric matrices of {@linkplain TwoLeggedTree trees with two legs} with k vertices, ∇²L, (∇²L)², ∇³L[∇L],
 * ½ (∇²A ∇²B + ∇²B ∇²A), and S(T) the scalars of free trees with k vertices as in {@link LossForm}. Power by power,
 * <pre>
 *   M_k ∇L + ∇L_(k+1) = −f_(k+1) − Σ_(0&lt;j&lt;k) M_j ∇L_(k−j+1)
 * </pre>
 * is a linear system with one equation for each rooted tree of order k + 1; for the losses b_c L_c its left side is rational.
 * For generic losses in high enough dimension distinct trees are linearly independent, so the system decides.
 *
 * <p><b>The form is not unique</b> ((1 + h x ∇²L) ∇(L − x h/2 ‖∇L‖²) begins as ∇L for all x), so one is singled out: the
 * unknowns stand in the order of L_(k+1), then of M_k, long products of Hessians first, and those that stay free in the
 * echelon form of the system are 0. So the loss takes what it can, and the metric the rest in as few terms as it has equations.
 *
 * <p><b>For one field there is always such a form</b>, and even one with L̃ = L, so that it says something only by being
 * singled out. Draw the free leg of G(t) as a leaf: a tree Θ with |t| + 1 vertices, of which one leaf i is the free one;
 * write x_i for G(t). Making two leaves i and j of Θ legs gives W with W ∇L = ½ (x_i + x_j). If Θ has a third leaf l,
 * x_i = ½ ((x_i + x_j) + (x_i + x_l) − (x_j + x_l)); if it has two it is a path, its reversal gives x_i = x_j, and x_i = W ∇L.
 * For the same reason joint steps have a form. With several fields a leaf of one colour is not ∇L, and there may be none:
 * {@link MetricObstruction} is the certificate.
 *
 * <p><b>Worked example</b>: the sweep of A, then B has no loss at h, as −f₂ = ½ (∇²A ∇A + ∇²B ∇B) + ½ (∇²A ∇B − ∇²B ∇A) and
 * the last term, half a Lie bracket, is no gradient. But it is a symmetric preconditioner of a joint loss:
 * <pre>
 *   M = I + h ∇²A + O(h²),     L̃ = A + B − h/4 ‖∇A‖² − h/2 ⟨∇A, ∇B⟩ + h/4 ‖∇B‖² + O(h²),
 * </pre>
 * or, with M + h x ∇²(A + B) and L̃ − x h/2 ‖∇(A + B)‖² for x = −½, M = I + h/2 (∇²A − ∇²B) and L̃ = A + B + h/2 ‖∇B‖². Of
 * three tasks the brackets ½ [A, B] + ½ [A, C] + ½ [B, C] are preconditioned by no M₁ = x ∇²A + y ∇²B + z ∇²C, which would
 * need x − y = y − z = x − z = 1: A, then B, then C has no metric form. Nor have, from h² on, A twice and then B, or A, B, A,
 * while the canonical form of A, then B goes on as far as it was computed, through h⁸.
 *
 * <p><b>One step on A, then one on B, always has a metric form</b>: the sweep is one step of a preconditioned gradient,
 * exactly. With θ′ = θ − h ∇A(θ) and
 * <pre>
 *   V(θ) = A(θ) + B(θ′) − h/2 ‖∇A(θ)‖²,     ∇V = (I − h ∇²A) (∇A(θ) + ∇B(θ′)),     so   Φ(θ) = θ − h P ∇V(θ),
 * </pre>
 * where P = (I − h ∇²A)⁻¹ is symmetric. So f̃ is the modified field of an Euler step on −P ∇V, a sum over trees of which the
 * vertices are derivatives of V, and of A with two legs at least: all leaves are ∇V. Terms that branch are M ∇V as above, by
 * three leaves. Those on paths are products of P and ∇²V; they are what quadratic losses have, log(I − h P ∇²V)/h, that is
 * −Σ h^(k−1)/k (P ∇²V)^(k−1) P ∇V, and each (P ∇²V)^(k−1) P is symmetric. Hence f̃ = −M ∇V.
 *
 * <p><b>At h² the choice at h does not matter</b> if all b_c ≠ 0. M₁ ∇L + ∇L₂ = 0 only for M₁ = x ∇²L, L₂ = −x/2 ‖∇L‖²;
 * adding these adds x M₁ ∇²L ∇L − x ∇²L ∇L₂ + x² (∇²L)² ∇L to the right side at h², and each term is of the form
 * M₂ ∇L + ∇L₃: for M₁ = ∇²q the first is
 * <pre>
 *   (∇²q ∇²L + ∇²L ∇²q) ∇L − ½ ∇⟨∇L, ∇²q ∇L⟩ + ½ ∇³q[∇L] ∇L,   the second   ∇²L ∇L₂ = ∇⟨∇L, ∇L₂⟩ − ∇²L₂ ∇L.
 * </pre>
 * From h³ on nothing is claimed about other choices.
 *
 * <p>Source: the trees are those of Chartier, Hairer and Vilmart (2010), section 5, with a second leg; −M ∇L̃ is the gradient
 * flow of L̃ in the metric M⁻¹.
 *
 * @param method the optimizer
 * @param ring the ring of the coefficients: that of the method, and the inverses of the factors b_c of f₁
 * @param order N, the highest |t|
 * @param loss the coefficients of S(T) in L̃, without zeros, up to the power of h that holds
 * @param metric the coefficients of W in M − I, without zeros, up to the power of h that holds
 * @param obstruction why there is no form at the next power, empty if M and L̃ are known to order N
 * @param <E> the coefficients
 */
public record MetricForm<E>(
        Method<E> method,
        Ring<E> ring,
        int order,
        SortedMap<FreeTree, E> loss,
        SortedMap<TwoLeggedTree, E> metric,
        Optional<MetricObstruction<E>> obstruction)
        implements Displayable {
    /** Half a minute; measured. */
    private static final long MOST_TREES = 20_000;

    private static final long MOST_TREES_WITH_SYMBOLS = 1_000;

    /**
     * The metric form of a modified equation. Exact; one linear system for each power of h, with an equation for each
     * rooted tree and an unknown for each free tree and each tree with two legs.
     *
     * @param equation the equation
     * @param <E> the coefficients
     * @return its metric and loss, as far as there are any
     * @throws IllegalArgumentException if {@link #requirePossible} does, or if a coefficient of f₁ is a formula that cannot be
     *     divided by
     */
    public static <E> MetricForm<E> of(ModifiedEquation<E> equation) {
        Method<E> method = equation.method();
        requirePossible(method, equation.order());
        LossScale<E> scale = LossScale.of(method, equation.field());
        MetricDerivation<E> derivation = new MetricDerivation<>(scale, equation.field(), method.fields());
        Optional<MetricObstruction<E>> obstruction = Optional.empty();
        for (int power = 1; power < equation.order() && obstruction.isEmpty(); power++) {
            obstruction = derivation.solve(power);
        }
        return new MetricForm<>(
                method,
                scale.ring(),
                equation.order(),
                Collections.unmodifiableSortedMap(derivation.loss()),
                Collections.unmodifiableSortedMap(derivation.metric()),
                obstruction);
    }

    /**
     * Derives the metric form of a method.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return its metric and loss, as far as there are any
     * @throws IllegalArgumentException if N &lt; 1, {@link #requirePossible} does, or a coefficient of f₁ is a formula that
     *     cannot be divided by
     */
    public static <E> MetricForm<E> of(Method<E> method, int order) {
        requirePossible(method, order);
        return of(ModifiedEquation.of(method, order));
    }

    /**
     * Refuses what has no metric form, before it is derived: a method whose fields cannot be gradients of losses of the whole
     * state, and an order at which the linear systems take minutes.
     *
     * @param method the optimizer
     * @param order N, the highest |t|
     * @throws IllegalArgumentException if the method is a game or partitioned, or there are more than 20000 trees of order N,
     *     1000 if there are symbols
     */
    public static void requirePossible(Method<?> method, int order) {
        boolean isGame = method.name().startsWith("game:");
        if (isGame || HamiltonianForm.isPartitioned(method)) {
            throw new IllegalArgumentException("given " + method.name()
                    + " for the metric form, expected a method whose fields are gradients of losses;"
                    + (isGame
                            ? " each player moves its own part of the state alone, take --as field"
                            : " p and q are the parts of a Hamiltonian field, take --as hamiltonian"));
        }
        boolean hasNumbers = method.ring() == Rationals.RATIONALS;
        BigInteger most = BigInteger.valueOf(hasNumbers ? MOST_TREES : MOST_TREES_WITH_SYMBOLS);
        for (int k = 1; k <= order; k++) {
            if (TreeEnumeration.count(k, method.fields().size()).compareTo(most) > 0) {
                throw new IllegalArgumentException("given order " + order + ", expected at most " + (k - 1)
                        + " for the metric form of " + method.name() + ": beyond it the linear systems take minutes;"
                        + (hasNumbers ? "" : " give numbers for the symbols, or") + " take the loss form");
            }
        }
    }

    /** {@return whether f̃ = −M ∇L̃ up to the order N, for all losses} */
    public boolean isMetric() {
        return obstruction.isEmpty();
    }

    /** {@return the highest order |t| up to which f̃ = −M ∇L̃ for all losses; N means N at least} */
    public int orderOfMetric() {
        return obstruction.map(MetricObstruction::power).orElse(order);
    }

    /** {@return the terms of L̃, powers of h rising, then free trees in canonical order} */
    public List<LossForm.Term<E>> lossTerms() {
        return loss.entrySet().stream()
                .map(entry -> new LossForm.Term<>(entry.getKey().order() - 1, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** {@return the terms of M − I, powers of h rising, then long products of matrices first} */
    public List<Term<E>> metricTerms() {
        return metric.entrySet().stream()
                .map(entry -> new Term<>(entry.getKey().order(), entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * One term h^k · coefficient · W of M.
     *
     * @param power k, the number of vertices
     * @param tree the tree with two legs of which W is the symmetric matrix
     * @param coefficient its factor
     * @param <E> the coefficients
     */
    public record Term<E>(int power, TwoLeggedTree tree, E coefficient) {}

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
