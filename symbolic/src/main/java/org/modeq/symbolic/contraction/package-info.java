/**
 * Contractions of derivative tensors, and the language in which formulas about them are written.
 *
 * <p>A {@linkplain org.modeq.symbolic.contraction.ContractionGraph contraction graph} is a product of derivatives of losses
 * ∂_i ∂_j … L and of vector fields ∂_i ∂_j … f^o with summed indices and none, one or two free ones. Sums of such, with powers
 * of h and coefficients in a ring, are the {@linkplain org.modeq.symbolic.contraction.TensorForm forms}: scalars, vectors
 * and matrices, with the product rule,
 * <pre>
 *   ∂_j (X Y) = (∂_j X) Y + X (∂_j Y),     [f, g] = g′f − f′g,     div v = tr v′,     curl v = v′ − v′ᵀ.
 * </pre>
 * For generic losses and fields in high enough dimension distinct graphs are linearly independent, so <em>equal forms are
 * a proof</em>, and unequal ones differ on some small polynomial problem. Rooted trees are the graphs without loops and with
 * one free index: G(t) for losses, F(t) for fields, F(t) = (−1)^|t| G(t) for f = −∇L.
 *
 * <p>Under a {@linkplain org.modeq.symbolic.contraction.TensorRelation relation} such as ∇²A ∇²B = ∇²B ∇²A more forms are equal;
 * it reduces them.
 *
 * <p>The language: {@code grad(L)}, {@code hess(L)*v}, {@code D(L,3)[u,v]}, {@code jac(f)*v}, {@code div(f)},
 * {@code curl(f)}, {@code bracket(f,g)}, {@code dot(u,v)}, {@code norm2(v)}, {@code odot(u,v)} (coordinate-wise),
 * {@code trace(M)}, {@code transpose(M)}, {@code laplacian(L)}, numbers, {@code h}, parameters, {@code + - * / ^}, and index
 * notation {@code contract(free(i),d(L)[i,k],d(f,k))} for ∂_i∂_k L f^k. Worked example: {@code grad(norm2(grad(L)))} has the
 * normal form {@code 2*hess(L)*grad(L)}.
 *
 * <p>Source: the calculus is that of B-series with gradient fields, Chartier, Hairer and Vilmart (2010), section 5, widened by
 * loops and by fields; canonical forms of graphs, McKay (1981).
 */
@NullMarked
package org.modeq.symbolic.contraction;

import org.jspecify.annotations.NullMarked;
