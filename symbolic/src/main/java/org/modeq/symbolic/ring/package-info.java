/**
 * Exact coefficients: the ring ℚ in which every series of this library is computed.
 *
 * <p>A {@linkplain org.modeq.symbolic.ring.Ring ring} is an object, its elements are plain values. The coefficients of
 * a modified equation are rationals, so they are {@linkplain org.modeq.symbolic.ring.Rational exact fractions} p/q in
 * lowest terms with q &gt; 0: equality of values is equality of numbers, and no double ever stands between an input and a
 * coefficient. Worked example: 1/3 − 1/12 = 1/4, {@code Rational.of(1, 3).subtract(Rational.of(1, 12))}.
 *
 * <p>Source: the laws are those of any algebra text, e.g. Lang, <em>Algebra</em>, chapter II.
 */
@NullMarked
package org.modeq.symbolic.ring;

import org.jspecify.annotations.NullMarked;
