/**
 * Lie series: products of flows as one flow, in brackets.
 *
 * <p>The flow of a field X is the exponential e^X of its Lie derivative, and "A, then B" is the product e^A e^B. In the
 * {@linkplain org.modeq.symbolic.lie.FreeAssociative free associative algebra} of the letters
 * \[ \log(e^{X_1} e^{X_2} \cdots e^{X_K}) = \sum_{l\ \text{Lyndon}} c_l\, P(l), \]
 * a {@linkplain org.modeq.symbolic.lie.LieSeries Lie series}, whose coordinates follow from P(l) = l + greater words.
 * Coefficients are in any ring that contains ℚ. Convention: \([f, g] = g'f - f'g\), for which
 * \(\log(e^A e^B) = A + B + \tfrac12[A, B] + \dots\); among words \([X, Y] = XY - YX\).
 *
 * <p>An element is the exponential of a Lie element exactly if c_u c_v = Σ c_w over the words w of u ⧢ v; its logarithm is
 * its image under the first Eulerian {@linkplain org.modeq.symbolic.lie.LieIdempotents idempotent}, and Dynkin's idempotent
 * writes it in right-normed brackets. The coefficient of a single word of log(e^A e^B) is
 * {@linkplain org.modeq.symbolic.lie.Goldberg Goldberg's integral}. Brackets of basis elements are
 * {@linkplain org.modeq.symbolic.lie.LyndonRewriting rewritten} in the Lyndon basis by Jacobi's identity, and a
 * {@linkplain org.modeq.symbolic.lie.BasisChange change of basis} leads to Hall's or the right-normed one and back.
 *
 * <p>{@linkplain org.modeq.symbolic.lie.LieSeries#toTrees Brackets become trees} by the pre-Lie product: g′f grafts f
 * onto every vertex of g, so [A, B] is {@code B[A] − A[B]}.
 *
 * <p>Worked example: \(\log(e^A e^B)\) to degree 3 is, in the Lyndon basis and in Hall's,
 * \[ A + B + \tfrac12[A,B] + \tfrac1{12}[A,[A,B]] + \tfrac1{12}[[A,B],B] = A + B + \tfrac12[A,B] + \tfrac1{12}[A,[A,B]] - \tfrac1{12}[B,[A,B]]. \]
 *
 * <p>Source: Reutenauer (1993), chapters 1 to 5; Goldberg (1956); Hairer, Lubich and Wanner (2006), section III.5.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.lie;

import org.jspecify.annotations.NullMarked;
