/**
 * The flow of a truncated modified field, integrated far more accurately than the optimizer it explains.
 *
 * <p>For a fixed step size h the equation
 * <pre>
 *   dθ/dt = f₁(θ) + h f₂(θ) + … + h^(N−1) f_N(θ),      θ(0) = θ₀,
 * </pre>
 * is solved by the embedded pair of Dormand and Prince of order 8(5,3) with the same absolute and relative tolerance in
 * every coordinate. The error reported is measured, not promised: every result is the finer of two integrations, at the
 * tolerances 10ε and ε, and the error is the distance of their end points. This is the error of the coarser one, an
 * upper estimate for the finer one, whose own error is smaller by a factor near 10. A chain of tolerances ε, ε/10, …
 * costs one integration per link, and is followed until the measured error is small enough.
 *
 * <p>Conventions: t is counted like h, per step, sweep or epoch of the optimizer; distances are Euclidean.
 *
 * <p>Worked example: θ̇ = −θ from 1 reaches e⁻¹ at t = 1. With ε = 10⁻¹⁰ both integrations together take 184
 * evaluations, report an error of 2.6·10⁻¹³, and are off by 4.5·10⁻¹⁴.
 *
 * <p>Source: Hairer, Nørsett and Wanner, <em>Solving Ordinary Differential Equations I</em> (1993), section II.5.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.flow;

import org.jspecify.annotations.NullMarked;
