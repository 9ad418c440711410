/**
 * Deciding claims: equal normal forms are a proof, unequal ones come with a counterexample.
 *
 * <p>The derived field Σ h^(|t|−1) b(t)/σ(t) F(t) with F(t) = (−1)^|t| G(t) and the claimed formula are both brought into
 * the normal form of {@link org.modeq.symbolic.contraction}, a sum of trees with coefficients in ℚ[h], and compared up to
 * h^(N−1). If they are equal the claim is <em>proved</em>, for every loss in every dimension. If not it is
 * <em>refuted</em>: the difference is a formula, and a {@linkplain org.modeq.proofs.check.Counterexample small polynomial
 * problem} is found on which both sides are evaluated exactly and differ.
 *
 * <p>Worked example: with the sign of the bracket flipped, A-then-B differs from the claim by h [g_A, g_B], and for the
 * losses x²/2 and x³/3 in one variable at x = 1 the two sides are different numbers.
 *
 * <p>Source: independence of elementary differentials, Butcher (2008), theorem 306A.
 */
@NullMarked
package org.modeq.proofs.check;

import org.jspecify.annotations.NullMarked;
