/**
 * Graphs, their derivatives, modified fields and their flows to thirty, fifty or more digits: what a validation stands on.
 *
 * <p>{@link org.modeq.numeric.precise.Numbers} is the field of reckoning, {@link
 * org.modeq.numeric.precise.DoubleDoubles} with 31 digits or {@link org.modeq.numeric.precise.Decimals} with as many as are
 * wanted. A {@link org.modeq.numeric.precise.PreciseJet} is a matrix of truncated polynomials over such numbers, every
 * coefficient of which is a rule that is followed when the coefficient is read,
 * <pre>
 *   (A·B)_e = Σ_{a+b=e} A_a·B_b,      eᵢ φ⁽ᵏ⁾(x)_e = Σ_{a+b=e} bᵢ φ⁽ᵏ⁺¹⁾(x)_a ∘ x_b      (some i with eᵢ &gt; 0),
 * </pre>
 * so that any node of a {@linkplain org.modeq.numeric.graph computational graph} has all its derivatives, given those of the
 * functions in it at the point.
 *
 * <p>The two roads to a modified field f̃ = f₁ + h f₂ + … share nothing but the values of the fields on jets:
 * <pre>
 *   from trees            {@link org.modeq.numeric.precise.PreciseSeries}   f_j = Σ_{|t|=j} b(t)/σ(t) · F(t)
 *   from the series in h  {@link org.modeq.numeric.precise.PreciseStep}     f_j = Σ_k (−1)^(k+1)/k · (Δᵏθ₀)_j
 * </pre>
 * A power series may also be defined by itself, if each coefficient depends on lower ones: θ̇ = f(θ) is
 * (k + 1) θ_{k+1} = f(θ)_k, and {@link org.modeq.numeric.precise.TaylorFlow} reads the coefficients one after the other. The
 * flow of the truncated field for the time h, less one step of the optimizer, is O(h^(N+1)): the local defect.
 *
 * <p>Adaptive optimizers run in the same arithmetic, {@link org.modeq.numeric.precise.PreciseArithmetic}; the field of a run after
 * its burn-in is its {@linkplain org.modeq.numeric.precise.PreciseLookAhead look-ahead logarithm}.
 *
 * <p>In code, for a loss L on a graph, a method of Euler steps and a point:
 * <pre>
 *   Numbers&lt;BigDecimal&gt; numbers = Decimals.ofDigits(50);
 *   var fields = Map.of(Colour.F, PreciseField.negativeGradient(loss.graphLoss(), numbers));
 *   var series = PreciseSeries.of(ModifiedEquation.of(method, N).field(), fields);
 *   var step = PreciseStep.of(optimizer, fields);
 *   series.orders(theta);  step.orders(numbers, theta, N);                        // f₁, …, f_N by both roads
 *   TaylorFlow.of(series.truncated(h)).integrate(theta, h, tolerance).point();    // the flow for the time h
 *   step.step(numbers, theta, h);                                                 // the step it should be
 * </pre>
 *
 * <p>Conventions: a vector is a list of numbers; the data and weights of a graph are taken as the doubles they are, so that what
 * is had to many digits is the function of just these doubles, but formulas may keep their fractions ({@code
 * ExpressionGraph.exact}); what does not exist is refused by an {@link java.lang.ArithmeticException}, there is no NaN. Jets are
 * for one thread, fields and numbers for any. Reading a coefficient descends the graph: networks of 400 layers fit the stack of
 * an ordinary thread.
 *
 * <p>Worked example: on f(x) = −x gradient descent has θ′ = (1 − h)θ, f₁ = −x, f₂ = −x/2, f₃ = −x/3; the flow of
 * f₁ + h f₂ for the time h is e^(−h−h²/2) x, off by h³/3 · x + O(h⁴).
 *
 * <p>Source: Griewank and Walther, <em>Evaluating Derivatives</em> (2008), chapter 13; the coefficients are read as by van der
 * Hoeven, <em>Relax, but don't be too lazy</em> (2002).
 */
@NullMarked
package org.modeq.numeric.precise;

import org.jspecify.annotations.NullMarked;
