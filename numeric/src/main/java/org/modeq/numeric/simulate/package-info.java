/**
 * The real optimizers, run step by step.
 *
 * <p>An {@link org.modeq.numeric.simulate.Optimizer} is written once, in vectors, their combinations and h times a field
 * ({@link org.modeq.numeric.simulate.StepArithmetic}), and runs in doubles, in power series of h and in numbers of any precision:
 * Euler steps in turn, Runge–Kutta stages, explicit or solved by iteration, recurrences with memory,
 * <pre>
 *   ρ(E)θₙ = h σ(E) f(B(E)θₙ)            (heavy ball, Nesterov's method, exponential averages).
 * </pre>
 *
 * <p>Optimizers that remember averages are {@linkplain org.modeq.numeric.simulate.StatefulOptimizer optimizers with a state}, written
 * once in an arithmetic of {@linkplain org.modeq.numeric.simulate.CoordinateArithmetic every coordinate by itself}. With g = ∇L(θₙ)
 * <pre>
 *   {@link org.modeq.numeric.simulate.Adam}, AdamW, NAdam   m ← β₁m + (1 − β₁)g,  v ← β₂v + (1 − β₂)g²,  θ ← θ − hλθ − h m/(√v + ε)
 *   {@link org.modeq.numeric.simulate.RmsProp}              v ← βv + (1 − β)g²,  b ← μb + g/(√v + ε),  θ ← θ − h b
 *   {@link org.modeq.numeric.simulate.Adagrad}              v ← v + g²,  θ ← θ − h g/(√v + ε)
 *   {@link org.modeq.numeric.simulate.GradientMomentum}     v ← βv + wg,  θ ← θ − h v          (h outside)
 *   {@link org.modeq.numeric.simulate.VelocityMomentum}     v ← βv − hg,  θ ← θ + v            (h inside)
 * </pre>
 * The averages at step n include the gradient of θₙ. They start from 0, or {@linkplain
 * org.modeq.numeric.simulate.InitialState#STEADY steady}, nearer to the slow manifold of which a modified equation speaks.
 *
 * <p>An {@link org.modeq.numeric.simulate.OptimizerRun} has a step size of its own for every step, from a {@link
 * org.modeq.numeric.simulate.StepSizeSchedule}, and a batch of its own, with or without replacement, from a {@link
 * org.modeq.numeric.simulate.BatchSampling}:
 * <pre>
 *   var schedule = new StepSizeSchedule.Cosine(Rational.of(1, 100), Rational.ZERO, 900).afterWarmUp(100);
 *   int[] batches = BatchSampling.WITH_REPLACEMENT.batches(losses.size(), seed, 1000);
 *   OptimizerRun.onBatches(adam, losses, batches, schedule, InitialState.ZERO, theta).forEach(1000, visitor);
 * </pre>
 *
 * <p>What follows steps on given fields in turn is a {@link org.modeq.numeric.model.StepMap} of explicit Euler steps
 * θ ← θ + h f(θ):
 * <pre>
 *   gradient descent      f = −∇L
 *   a sequence of tasks   θ ← θ + h f_A(θ),  θ ← θ + h f_B(θ), …    (A acts first; one sweep takes time h)
 *   joint training        f = f_A + f_B + …
 *   SGD, one epoch        a sweep over the batches in a given order
 * </pre>
 * Orders of batches come from a seed by the shuffle of {@link org.modeq.numeric.model.RandomStream}; nothing here is
 * random without one. A {@link org.modeq.numeric.simulate.Trajectory} is a finished run; a run that leaves the finite
 * numbers stops there and says at which step.
 *
 * <p>Worked example: on L(x) = x²/2, f(x) = −x, three steps of h = 1/2 from 1 give 1, 1/2, 1/4, 1/8.
 *
 * <p>Source: the methods are their own definitions.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.simulate;

import org.jspecify.annotations.NullMarked;
