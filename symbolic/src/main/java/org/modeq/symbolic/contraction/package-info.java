/**
 * Contractions of derivative tensors, and the language in which formulas about them are written.
 *
 * <p>A {@linkplain org.modeq.symbolic.contraction.ContractionGraph contraction graph} is a product of derivatives of losses
 * ∂_i ∂_j … L and of vector fields ∂_i ∂_j … f^o with summed indices and none, one or two free ones. Sums of such, with powers
 * of h and coefficients in a ring, are the {@linkplain org.modeq.symbolic.contraction.TensorForm forms}: scalars, vectors
 * and matrices, with the product rule,
 * \[ \partial_j (X Y) = (\partial_j X)\, Y + X\, (\partial_j Y), \quad [f, g] = g'f - f'g, \quad
 *    \operatorname{div} v = \operatorname{tr} v', \quad \operatorname{curl} v = v' - v'^{\mathsf T}. \]
 * For generic losses and fields in high enough dimension distinct graphs are linearly independent, so <em>equal forms are
 * a proof</em>, and unequal ones differ on some small polynomial problem. Rooted trees are the graphs without loops and with
 * one free index: G(t) for losses, F(t) for fields, \(F(t) = (-1)^{|t|} G(t)\) for \(f = -\nabla L\).
 *
 * <p>A {@linkplain org.modeq.symbolic.contraction.AppliedFunction function of coordinates} φ(v)_i = φ(v_i), of one vector or
 * U(u, v)_i = U(u_i, v_i) of several, is a tensor with one index, labelled by its derivative and by the normal form of its
 * arguments; these are sums of graphs with rational coefficients and without h, so also φ(∇²A ∇B), φ(∇A + ∇B) and φ(ψ(v)). The
 * chain rule is that of the product rule,
 * \[ \partial_j\, \varphi^{(k)}(v)_i = \varphi^{(k+1)}(v)_i\, \partial_j v_i, \qquad
 *    \partial_j\, U(u, v)_i = \partial_1 U(u, v)_i\, \partial_j u_i + \partial_2 U(u, v)_i\, \partial_j v_i, \]
 * and a product of such with one index is u ⊙ v. <em>Equal forms are a proof here too</em>, for all smooth functions. Unequal ones
 * differ for generic functions: by induction on how deep functions stand in arguments, components v_i and w_j of different
 * arguments, or of one at different indices, are different functions of the losses and fields, since a vector that is the same
 * number in every coordinate, as 0, is refused as argument. So at a generic point the points (u_i, v_i) are distinct, the
 * derivatives of U at them are free numbers (Hermite interpolation), and entries of distinct tensors are independent variables.
 *
 * <p>Under a {@linkplain org.modeq.symbolic.contraction.TensorRelation relation} such as ∇²A ∇²B = ∇²B ∇²A more forms are equal;
 * it reduces them.
 *
 * <p>The language: {@code grad(L)}, {@code hess(L)*v}, {@code D(L,3)[u,v]}, {@code jac(f)*v}, {@code div(f)},
 * {@code curl(f)}, {@code bracket(f,g)}, {@code dot(u,v)}, {@code norm2(v)}, {@code odot(u,v)} (coordinate-wise),
 * {@code sum(v)} = Σ_i v_i, {@code diag(v)}, declared functions {@code phi(v)}, {@code phi''(v)}, {@code U(u,v)},
 * {@code U_12(u,v)} for ∂₁∂₂U, {@code trace(M)}, {@code transpose(M)}, {@code laplacian(L)}, numbers, {@code h}, parameters, {@code + - * / ^}, and index
 * notation {@code contract(free(i),d(L)[i,k],d(f,k))} for ∂_i∂_k L f^k. Worked example: {@code grad(norm2(grad(L)))} has the
 * normal form {@code 2*hess(L)*grad(L)}, and {@code grad(sum(phi(grad(L))))} the normal form {@code hess(L)*phi'(grad(L))}.
 *
 * <p>Source: the calculus is that of B-series with gradient fields, Chartier, Hairer and Vilmart (2010), section 5, widened by
 * loops and by fields; canonical forms of graphs, McKay (1981).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.contraction;

import org.jspecify.annotations.NullMarked;
