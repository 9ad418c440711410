/**
 * Rates of the innermost loops, measured with JMH.
 *
 * <p>The rate of a product of an m×k with a k×n matrix is 2·m·k·n operations over its mean time. The <em>peak</em> is what
 * the fused multiply-add units of one processor give if they never wait: the rate of independent scalar chains times the
 * number of doubles in a vector.
 *
 * <p>Worked example: two units that start a multiply-add of eight doubles in each cycle of 4 GHz have the peak
 * 2·2·8·4 = 128 GFLOP/s.
 *
 * <p>Source: the shapes are the products of one gradient of two networks, 10-32-32-1 on 200 points and 784-64-10 on 256,
 * and larger ones.
 */
@NullMarked
package org.modeq.benchmarks;

import org.jspecify.annotations.NullMarked;
