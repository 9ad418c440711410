/**
 * Contractions of derivative tensors of losses, and the language in which formulas about them are written.
 *
 * <p>A vertex is a derivative tensor of a loss, an edge a summed index, a free leg an index of the result. Without loops
 * these are trees: a {@linkplain org.modeq.symbolic.tree.FreeTree free tree} T is the scalar S(T), a
 * {@linkplain org.modeq.symbolic.tree.RootedTree rooted tree} t is the vector G(t) with the free leg at the root:
 * <pre>
 *   L = S(•),   ∇L = G(•),   ∇²L ∇L = G(f[f]),   ‖∇L‖² = S(f—f),   ∇S(T) = Σ over the vertices v of G(T rooted at v),
 *   G(t)′G(s) = Σ G(s grafted onto each vertex of t),      ⟨G(t), G(s)⟩ = S(t joined to s at the roots).
 * </pre>
 * So every formula of the language has a normal form, a sum of trees with coefficients in ℚ[h]
 * ({@link org.modeq.symbolic.contraction.ScalarForm}, {@link org.modeq.symbolic.contraction.VectorForm}). For generic
 * losses in high enough dimension distinct trees are linearly independent: equal normal forms are a proof.
 *
 * <p>Conventions: a field A is −∇A of the loss of the same name, so F(t) = (−1)^|t| G(t); [f, g] = g′f − f′g.
 *
 * <p>The language: {@code grad(L)}, {@code hess(L)*v}, {@code D(L,3)[u,v]}, {@code jac(f)*v}, {@code bracket(f,g)},
 * {@code dot(u,v)}, {@code norm2(v)}, numbers, {@code h}, {@code + - * / ^}. Worked example:
 * {@code grad(norm2(grad(L)))} has the normal form 2 G(f[f]), which prints as {@code 2*hess(L)*grad(L)}.
 *
 * <p>Source: the calculus is that of B-series with gradient fields; Chartier, Hairer and Vilmart (2010), section 5.
 */
@NullMarked
package org.modeq.symbolic.contraction;

import org.jspecify.annotations.NullMarked;
