/**
 * Studies: how far a truncated modified equation agrees with the optimizer, measured.
 *
 * <p>A <em>step ladder</em> fixes a horizon T and runs the optimizer with h = T/n for several n. On every rung the end
 * point θₙ is compared with the end point of the flow of a truncated field,
 * \[ \operatorname{error}(h) = \|\theta_n - \varphi_T(\theta_0)\| \approx C h^p,
 *    \qquad p \text{ the number of orders that the field has right.} \]
 * The slope of log error against log h is fitted by least squares, with the 95 % interval of Student's t for n − 2
 * degrees of freedom, and stands beside the slopes of consecutive pairs. A point is used only if
 * \[ 100 \cdot \text{floor} \le \text{error} \le 0.1 \max(\|\theta_n\|, \|\theta_n - \theta_0\|)
 *    \quad\text{and}\quad \text{flow error} \le \text{error} / 100; \]
 * other points are kept and reported as dropped. The <em>floor</em> is the round-off of the optimizer's own run: its
 * distance to a second run in which every coordinate is moved by one unit in the last place, up or down by a seeded
 * coin, after every step.
 *
 * <p>The protocol of {@link org.modeq.numeric.study.Validation} puts ladders beside what needs no ladder: A, the orders of the
 * series against those of the optimizer run in power series of h; B, one step against the flow in fifty digits, whose distance is
 * O(h^(p+1)); C, ladders; D, wrong series, every one of which A has to notice; F, the {@link org.modeq.numeric.study.Regime} in
 * which the step size lies. Layer E, the noise of batches, is {@link org.modeq.numeric.study.BatchOrders}. There the slope is that of
 * log error = p log h + c + d h, because the error of a run without noise scatters by its next power of h alone.
 * {@link org.modeq.numeric.study.NoiseValidation} is the protocol of SGD with independent draws, whose layer E is
 * {@link org.modeq.numeric.study.WeakLadder}, and {@link org.modeq.numeric.study.AdaptiveValidation} that of Adam and its relatives.
 *
 * <p>For two tasks A and B, {@link org.modeq.numeric.study.ConflictRecord} follows ‖[f_A, f_B]‖ and ⟨∇L_A, ∇L_B⟩ along
 * a run, and {@link org.modeq.numeric.study.SwapComparison} compares one step on A and one on B in both orders,
 * \(\theta_{AB} - \theta_{BA} = h^2 [f_A, f_B](\theta) + O(h^3)\). {@link org.modeq.numeric.study.SwapSeries} goes on: θ_AB is the end point at
 * time 1 of the flow of a series of brackets that starts in θ_BA.
 *
 * <p>A {@link org.modeq.numeric.study.PhasePortrait} is what a picture needs of one run: iterates and truncated flows on a plane,
 * the loss around them where there are two coordinates.
 *
 * <p>Conventions: [f, g] = g′f − f′g; distances are Euclidean; time is counted in h per step, sweep or epoch.
 *
 * <p>Worked example: gradient descent on L(x) = x²/2 from 1 to T = 1 ends at \((1 - h)^{1/h}\); the gradient flow ends at
 * \(e^{-1}\), and the error is \(e^{-1} h/2 + O(h^2)\): slope 1.
 *
 * <p>Source: design of the protocol after Hairer, Nørsett and Wanner (1993), section II.4.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.study;

import org.jspecify.annotations.NullMarked;
