/**
 * Truncated polynomials with matrix coefficients: exact derivatives of every order, without finite differences.
 *
 * <p>The algebra is \(\mathbb R[\varepsilon_1, \dots, \varepsilon_m] / (\varepsilon_1^{k_1+1}, \dots, \varepsilon_m^{k_m+1})\);
 * a <em>jet</em> is a matrix over it,
 * \[ X = \sum_e X_e\, \varepsilon^e, \qquad 0 \le e \le (k_1, \dots, k_m), \qquad (X \cdot Y)_e = \sum_{a+b=e} X_a \cdot Y_b. \]
 * A function evaluated on jets yields its own Taylor coefficients:
 * \(f(\theta + \varepsilon_1 v_1 + \dots + \varepsilon_m v_m)\) has at \(\varepsilon^e\) the coefficient
 * \[ \frac{D^k f(\theta)[v_1^{e_1}, \dots, v_m^{e_m}]}{e_1! \cdots e_m!}. \]
 * One class serves every purpose by its exponents:
 * <pre>
 *   of()      ℝ itself: plain evaluation
 *   of(N)     power series in one variable to degree N: a repeated direction, or the step size h
 *   of(1,1)   mixed second derivatives D²f[v₁, v₂]
 *   of(2,1)   D³f[v₁, v₁, v₂], and so on
 * </pre>
 * Transcendental functions follow from one rule. The derivation ∂ = εᵢ·∂/∂εᵢ multiplies the coefficient at e by eᵢ, so
 * ∂y = w·∂x, with any coordinate-wise w, reads
 * \[ e_i\, y_e = \sum_{a+b=e} b_i\, w_a\, x_b \qquad (\text{some } i \text{ with } e_i \gt 0); \]
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
