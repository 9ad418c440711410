/**
 * Truncated polynomials with matrix coefficients: exact derivatives of every order, without finite differences.
 *
 * <p>The algebra is ℝ[ε₁, …, ε_m] / (ε₁^(k₁+1), …, ε_m^(k_m+1)); a <em>jet</em> is a matrix over it,
 * <pre>
 *   X = Σ_e X_e ε^e,      0 ≤ e ≤ (k₁, …, k_m),      (X·Y)_e = Σ_{a+b=e} X_a·Y_b.
 * </pre>
 * A function evaluated on jets yields its own Taylor coefficients: f(θ + ε₁v₁ + … + ε_m v_m) has at ε^e the coefficient
 * Dᵏf(θ)[v₁^e₁, …, v_m^e_m] / (e₁! ⋯ e_m!). One class serves every purpose by its exponents:
 * <pre>
 *   of()      ℝ itself: plain evaluation
 *   of(N)     power series in one variable to degree N: a repeated direction, or the step size h
 *   of(1,1)   mixed second derivatives D²f[v₁, v₂]
 *   of(2,1)   D³f[v₁, v₁, v₂], and so on
 * </pre>
 * Transcendental functions follow from one rule. The derivation ∂ = εᵢ·∂/∂εᵢ multiplies the coefficient at e by eᵢ, so
 * ∂y = w·∂x, with any coordinate-wise w, reads
 * <pre>
 *   eᵢ y_e = Σ_{a+b=e} bᵢ w_a x_b        (some i with eᵢ &gt; 0);
 * </pre>
 * y = exp x has w = y; y = tanh x has w = 1 − y²; y = log x is the same rule read backwards, x·∂y = ∂x. Each equation
 * only needs coefficients of lower degree on the right.
 *
 * <p>Conventions: monomials stand in graded order, index 0 is the monomial 1. Coefficients that are absent are zero and
 * cost nothing: products skip them. Two jets meet only within one algebra; real matrices are embedded first
 * ({@link org.modeq.numeric.jet.Jet#in}).
 *
 * <p>Worked example: in {@code of(3)}, tanh(ε) = ε − ε³/3. With w = 1 − y²: y₁ = w₀x₁ = 1, 2y₂ = w₁x₁ = 0,
 * 3y₃ = w₂x₁ = −y₁² = −1.
 *
 * <p>Source: Griewank and Walther, <em>Evaluating Derivatives</em> (2008), chapter 13; Neidinger, <em>Directions for
 * computing truncated multivariate Taylor series</em> (2005).
 */
@NullMarked
package org.modeq.numeric.jet;

import org.jspecify.annotations.NullMarked;
