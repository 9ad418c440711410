/**
 * Questions of the literature, one per class, each answered by running real optimizers beside their modified equations.
 *
 * <p>Each class has a {@code main} method that prints its answer, and a {@code run} method that returns it as a value.
 * Everything is deterministic: seeds are constants of the class.
 *
 * <p>An {@link org.modeq.examples.Experiment} has its outcomes beside those that are expected. Those with two tasks share the
 * digits and a network 64-16-10; their bracket is [g_A, g_B] = H_B g_A − H_A g_B of gradients g = ∇L, which is also the
 * bracket [f_A, f_B] = f_B′f_A − f_A′f_B of the fields f = −∇L.
 *
 * <p>Worked example: {@link org.modeq.examples.TwoTasksOnDigits} asks what the order of two tasks changes.
 */
@NullMarked
package org.modeq.examples;

import org.jspecify.annotations.NullMarked;
