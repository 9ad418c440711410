/**
 * Exact coefficients: the rings in which the series of this library are computed.
 *
 * <p>A {@linkplain org.modeq.symbolic.ring.Ring ring} is an object, its elements are plain values, and every ring here
 * contains ℚ. Coefficients without parameters are {@linkplain org.modeq.symbolic.ring.Rational exact fractions} p/q in
 * lowest terms with q &gt; 0. Coefficients with symbols (β of momentum, ρ/h of sharpness-aware steps, rates of players)
 * are {@linkplain org.modeq.symbolic.ring.ParameterFraction fractions} in
 * <pre>
 *   ℚ[x₁, x₂, …][1/D₁, …, 1/D_r],
 * </pre>
 * polynomials in which the few D_i that a method divides by are made invertible: 1 − β for momentum. No greatest common
 * divisor of polynomials is needed, only exact division. Equality of values is equality of elements, and no double ever
 * stands between an input and a coefficient. Worked example: 1/3 − 1/12 = 1/4,
 * {@code Rational.of(1, 3).subtract(Rational.of(1, 12))}. {@linkplain org.modeq.symbolic.ring.LinearSystem Linear
 * equations} over ℚ may have right-hand sides in any of the rings. A {@linkplain org.modeq.symbolic.ring.ParameterQuotient
 * quotient} as it is written finds out which D_i there are; βⁿ with a symbol n is an unknown of its own.
 *
 * <p>Source: Lang, <em>Algebra</em>, chapter II, section 4 (localisation).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.ring;

import org.jspecify.annotations.NullMarked;
