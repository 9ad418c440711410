/**
 * Sweeps: many runs of optimizers beside their truncated modified equations, over problems, methods, seeds and step sizes.
 *
 * <p>A sweep is a list of <em>studies</em>, numbered in one order: problem by problem, in it method by method, seed by seed, step
 * size by step size. Each study runs the optimizer n = T/h steps from its start and follows the flow of the truncated field to the
 * same time, for every order N asked for; its row is
 * <pre>
 *   problem, method, seed, h, n, ‖θₙ − θ₀‖, and ‖θₙ − φ_T(θ₀)‖ for each N.
 * </pre>
 * A study depends on its own numbers alone, never on the thread that makes it or on other studies, so that a row has the same
 * digits whatever is done beside it. Rows go to a journal as they come, each forced to the disk; a sweep that was killed goes on
 * with the rows that the journal lacks, and ends with the same table, which is written in the order of the studies,
 * as comma-separated values and as JSON lines.
 *
 * <p>Conventions: T is counted like h, per step, sweep or epoch of the method; distances are Euclidean; a run or flow that leaves
 * the finite numbers has the error {@code inf}.
 *
 * <p>Worked example: gradient descent on x²/2 from 1 to T = 1 with h = 1/2 ends at 1/4, the gradient flow at e⁻¹; the row has the
 * distances 0.75 and 0.11788.
 *
 * <p>Source: the protocol of {@link org.modeq.numeric.study}.
 */
@NullMarked
package org.modeq.numeric.sweep;

import org.jspecify.annotations.NullMarked;
