/**
 * Lie series: products of flows as one flow, in brackets.
 *
 * <p>The flow of a field X is the exponential e^X of its Lie derivative, and "A, then B" is the product e^A e^B. In the
 * {@linkplain org.modeq.symbolic.lie.FreeAssociative free associative algebra} of the letters
 * <pre>
 *   log(e^X₁ e^X₂ … e^X_K) = Σ over Lyndon words l of c_l P(l),
 * </pre>
 * a {@linkplain org.modeq.symbolic.lie.LieSeries Lie series}, whose coordinates follow from P(l) = l + greater words.
 * Convention: [f, g] = g′f − f′g, for which log(e^A e^B) = A + B + ½[A, B] + ….
 *
 * <p>{@linkplain org.modeq.symbolic.lie.LieSeries#toTrees Brackets become trees} by the pre-Lie product: g′f grafts f
 * onto every vertex of g, so [A, B] is {@code B[A] − A[B]}.
 *
 * <p>Worked example: log(e^A e^B) to degree 3 is A + B + ½[A,B] + 1/12[A,[A,B]] + 1/12[[A,B],B].
 *
 * <p>Source: Reutenauer (1993), chapter 3; Hairer, Lubich and Wanner (2006), section III.5.
 */
@NullMarked
package org.modeq.symbolic.lie;

import org.jspecify.annotations.NullMarked;
