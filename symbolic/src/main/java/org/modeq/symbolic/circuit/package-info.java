/**
 * Circuits: optimizers that pass gradients through filters and functions before they move the state, to any order.
 *
 * <p>The state is θ_n = θ₀ + Σ_{i&lt;n} h F_i, a sum of updates. An update and every function before it reads its arguments in
 * named slots; on the way into a slot a signal passes a {@linkplain org.modeq.symbolic.circuit.Filter filter} A(∇), ∇ the
 * backward difference in the step index. Adam is
 * <pre>
 *   x = ∇L(θ),  q = x²,  m = x/(1 + τ₁∇),  v = q/(1 + τ₂∇),  θ_{n+1} = θ_n − h U(m_n, v_n),      τ = β/(1 − β).
 * </pre>
 * τ, the mean age of the data in an average, makes every coefficient a polynomial over ℚ; with β they would be fractions.
 *
 * <p><b>Trees.</b> After the transient every signal is its base value (what it is when θ stands still) and a series over typed
 * {@linkplain org.modeq.symbolic.tree.RootedTree trees}: {@code u[m:g[u],v:q[g[u]]]}. The order |t| counts the updates, σ(t) the
 * automorphisms, and with P of a child filtered on its way into the slot
 * <pre>
 *   P(function; n) = Π P(children; n),    P(update; n) = Σ_{i&lt;n} Π P(children; i),    b(t) = ∂P(t; n)/∂n at n = 0,
 *   f̃ = Σ h^(|t|−1) b(t)/σ(t) F(t),
 * </pre>
 * where F(t) applies at each node the derivative of its function, at the base values, to what the children are worth: in Adam
 * −∂ᵏU(g, g²) ⊙ … at u, ∇^(k+1)L[…] at g, 2g ⊙ x or 2x ⊙ y at q.
 *
 * <p><b>Polynomials in n</b> are kept in the basis e_j(n) = C(n + j − 1, j), P = Σ c_j e_j with c_j = (∇ʲP)(0): ∇ drops c₀, a filter
 * is c_j ← Σ_r a_r c_(j+r), and b = Σ_(j≥1) c_j/j. With filters over ℤ the c_j are integers, so lcm(1, …, N) b(t) is one too.
 *
 * <p>{@link org.modeq.symbolic.circuit.CircuitMethod} is an optimizer of one's own: a circuit with what its nodes compute;
 * {@link org.modeq.symbolic.circuit.DelayForm} takes its filters from the delay z = 1 − ∇ to ∇.
 *
 * <p>Worked example: P(u; n) = n, so u[m:g[u]] has Σ_{i&lt;n} (i − τ₁) = n(n − 1)/2 − τ₁n and b = −(1/2 + τ₁), in β
 * −(1 + β₁)/(2(1 − β₁)): the first correction of the averaged gradient in Adam.
 *
 * <p>Source: the papers on modified equations of Adam to first order, Cattaneo, Klusowski and Shigida (2024), whose
 * formulas the trees of order 2 give; elementary differentials as in Hairer, Lubich and Wanner, chapter IX.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.circuit;

import org.jspecify.annotations.NullMarked;
