/**
 * Questions of the literature, one per class, each answered by running real optimizers beside their modified equations.
 *
 * <p>Each class has a {@code main} method that prints its answer, and a {@code run} method that returns it as a value.
 * Everything is deterministic: seeds are constants of the class.
 *
 * <p>The {@link org.modeq.examples.Gallery} holds the experiments of the packages below: questions to papers, whose outcomes
 * stand beside those that are expected.
 *
 * <p>Worked example: {@link org.modeq.examples.TwoTasksOnDigits} asks what the order of two tasks changes.
 */
@NullMarked
package org.modeq.examples;

import org.jspecify.annotations.NullMarked;
