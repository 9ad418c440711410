/**
 * The modified equation of an optimizer, and its views.
 *
 * <p>One step of step size h is the exact time-h flow of f̃ = f₁ + h f₂ + h² f₃ + …, the <em>modified vector
 * field</em>:
 * \[ \tilde f = \sum_t h^{|t|-1}\, \frac{b(t)}{\sigma(t)}\, F(t), \qquad
 *    b(t) = \left.\frac{\partial P(t; n)}{\partial n}\right|_{n=0} \]
 * with P the step polynomials of {@link org.modeq.symbolic.method}.
 * {@link org.modeq.symbolic.modified.ModifiedEquation} is that series up to an order N (the highest |t|);
 * {@link org.modeq.symbolic.modified.BracketForm} writes the same field as self-corrections of the single tasks plus
 * Lie brackets, where [f, g] = g′f − f′g.
 *
 * <p>{@link org.modeq.symbolic.modified.ModifyingEquation} goes the other way, from f to the field that the method must
 * be given to make exact steps of f; {@link org.modeq.symbolic.modified.StepMap} is one step itself, a(t) = P(t; 1).
 *
 * <p>{@link org.modeq.symbolic.modified.LossForm} writes it as −∇L̃ + R, minus the gradient of a modified loss and the
 * rest, with the reason where the rest is not 0; {@link org.modeq.symbolic.modified.HamiltonianForm} does the same for
 * J⁻¹∇H̃. {@link org.modeq.symbolic.modified.Obstruction} is the reason: two rootings of one free tree that do not agree.
 * {@link org.modeq.symbolic.modified.MetricForm} writes it as −M ∇L̃ with a symmetric matrix M, a preconditioner, where it
 * can; {@link org.modeq.symbolic.modified.MetricObstruction} is the reason where it cannot, a combination of trees.
 *
 * <p>{@link org.modeq.symbolic.modified.TransientStep} is the field of one step of a run from rest, with a number or a symbol for the
 * step; {@link org.modeq.symbolic.modified.EffectiveStart} is where such a run seems to have started;
 * {@link org.modeq.symbolic.modified.MomentumState} is the state (θ, v) after a few steps, and what swapping two of them changes.
 *
 * <p>Worked example: for {@code sequence:A,B} the term of order h is \(-\tfrac12(A'A + B'B) + \tfrac12[A, B]\); for gradient
 * descent it is \(-\tfrac12 f'f\), which is \(-\nabla\bigl(\tfrac14\|\nabla L\|^2\bigr)\) when \(f = -\nabla L\).
 *
 * <p>Source: Hairer, Lubich and Wanner (2006), chapter IX; Barrett and Dherin (2021); Dherin (2023).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.modified;

import org.jspecify.annotations.NullMarked;
