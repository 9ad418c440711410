/**
 * Mode connectivity: whether the minima of several tasks are joined by lines of low loss, and learning along such lines.
 *
 * <p>Mirzadeh and others (2021). Tasks are handwritten digits, turned or with their pixels exchanged; the network is
 * 64-32-10 with hyperbolic tangents and cross-entropy. The <em>barrier</em> of a loss L on the line from a to b is
 * <pre>
 *   max over t in [0, 1] of  L(a + t(b − a)) − ((1 − t)·L(a) + t·L(b)),
 * </pre>
 * the height of the curve above the straight line between its ends: 0 for a convex or monotone straight curve, however high
 * one end is.
 */
@NullMarked
package org.modeq.examples.connectivity;

import org.jspecify.annotations.NullMarked;
