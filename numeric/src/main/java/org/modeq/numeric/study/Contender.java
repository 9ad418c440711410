package org.modeq.numeric.study;

import org.modeq.numeric.evaluate.SeriesEvaluator;

/**
 * A truncated field that is to be compared with an optimizer.
 *
 * @param name what to call it, for example {@code gradient flow}
 * @param field f₁, …, f_N
 * @param expectedSlope the slope that theory expects of its error
 */
public record Contender(String name, SeriesEvaluator field, double expectedSlope) {}
