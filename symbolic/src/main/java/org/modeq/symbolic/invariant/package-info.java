/**
 * Conserved quantities of whole classes of losses, and the formula by which an optimizer breaks them.
 *
 * <p>A <em>class of losses</em> is a formula in coordinates with unknown functions, L = F(uv) or L = F(u v₁, u v₂), one loss for
 * each field c = −∇L_c of a method. A quantity I(θ) changes along the modified field f̃ = f₁ + h f₂ + h² f₃ + … at the rate
 * <pre>
 *   İ = Σ_j h^(j−1) L_{f_j} I,     L_{f_j} I = Σ_i ∂_i I f_jⁱ,     f_j = Σ over |t| = j of b(t)/σ(t) F(t),
 * </pre>
 * and in one unit of the method's clock, θ′ = θ + Σ_t h^|t| a(t)/σ(t) F(t), by
 * <pre>
 *   I(θ′) − I(θ) = Σ over forests t₁ … t_m of h^(|t₁|+…+|t_m|) a(t₁) … a(t_m)/σ(t₁ … t_m) · I⁽ᵐ⁾(F(t₁), …, F(t_m)).
 * </pre>
 * Both are {@linkplain org.modeq.symbolic.expression.Expression expressions}, in
 * {@link org.modeq.symbolic.invariant.LieDerivative}.
 *
 * <p><b>Jets.</b> An unknown function F of m arguments, its partial derivatives F_α and their values at the arguments g₁ … g_m
 * at which it stands in the losses are symbols of their own, F, F′, F″, … for m = 1 and F, F_1, F_12, … for m &gt; 1, with
 * <pre>
 *   ∂_i F_α = Σ_k F_{α+e_k} ∂_i g_k.
 * </pre>
 * At a point the derivatives of a smooth function can have any values (Borel), so an expression in coordinates and jets that is
 * the number 0 is 0 for every F, and a sum of products of powers of coordinates and jets that is not the number 0 is not 0 for
 * some F. <em>A rate that is 0 is a proof</em>; a rate that is not 0 is a refutation if it
 * {@linkplain org.modeq.symbolic.expression.Expression#isLaurentPolynomial() has variables alone as factors}. With other factors,
 * as sums in a denominator, equal values may be written in several ways and nothing is known. So each function has one list of
 * arguments: F at other arguments is another function, with a name of its own, which proves more.
 *
 * <p><b>Conventions.</b> Jets stand before the coordinates in a product, symbols of the method before both. In formulas
 * {@code L} is the loss, {@code D(L,u)} its derivative by the coordinate u, {@code F'} or {@code F_12} a jet.
 *
 * <p><b>Worked example.</b> L = F(uv), I = u² − v²: f₁ = −F′ (v, u), so L_{f₁} I = 0 for all F. One step of gradient descent
 * takes (u, v) to (u − hF′v, v − hF′u) and I to (1 − h²F′²) I, so L_{f₂} I = −F′² (u² − v²), and the changes are that at h²
 * and nothing beyond.
 *
 * <p>Source: for conserved quantities of gradient flow from symmetries Kunin et al. (2021); Marcotte, Gribonval and Peyré
 * (2023), where they are the I with ∇I orthogonal to the gradients of all losses of the class; for jets Olver,
 * <em>Applications of Lie groups to differential equations</em> (1993), section 2.3.
 */
@NullMarked
package org.modeq.symbolic.invariant;

import org.jspecify.annotations.NullMarked;
