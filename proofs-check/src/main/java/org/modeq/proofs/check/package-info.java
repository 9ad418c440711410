/**
 * Deciding claims: equal normal forms are a proof, unequal ones come with a counterexample.
 *
 * <p>The derived field Σ h^(|t|−1) b(t)/σ(t) F(t) with F(t) = (−1)^|t| G(t) and the claimed formula are both brought into
 * the normal form of {@link org.modeq.symbolic.contraction}, a sum of contractions with coefficients in ℚ(β, …)[h], and
 * compared up to h^(N−1). If they are equal the claim is <em>proved</em>, for every loss in every dimension. If not it is
 * <em>refuted</em>: the difference is a formula, and a {@linkplain org.modeq.proofs.check.Counterexample small polynomial
 * problem} is found on which both sides are evaluated exactly and differ.
 *
 * <p>A formula may use unknown functions of coordinates, φ(v)_i = φ(v_i), that its claim declares. A proof holds for all of them;
 * a counterexample names polynomials.
 *
 * <p>Where the two differ and the claim is made under conditions, the difference is reduced by them: equalities of parameters
 * are put in, for quadratic losses third derivatives are 0, products of commuting Hessians are sorted. If it becomes 0 the
 * claim is <em>conditional</em>, and the counterexample breaks the conditions; if not, a counterexample that obeys them is
 * asked for.
 *
 * <p>A claim about a quantity in coordinates is decided for all losses of a class: its rate along the field, or its change in one
 * step, is an expression in the coordinates and in the derivatives of the unknown functions, and the difference of two expressions
 * is 0 if its numerator is. Where functions such as roots leave that open, both sides are compared in doubles at random points:
 * agreement to rounding is <em>consistent</em>, which is no proof.
 *
 * <p>Worked example: with the sign of the bracket flipped, A-then-B differs from the claim by h [g_A, g_B], and for the
 * losses x²/2 and x³/3 in one variable at x = 1 the two sides are different numbers.
 *
 * <p>Source: independence of elementary differentials, Butcher (2008), theorem 306A.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.proofs.check;

import org.jspecify.annotations.NullMarked;
