/**
 * Decisions about claims as documents: the claim, the verdict, the steps that lead to it, and the counterexample.
 *
 * <p>A {@linkplain org.modeq.proofs.report.ClaimDocument document} can be followed with paper and pencil. It states once how
 * the modified field comes from the step polynomials,
 * <pre>
 *   θ_n = θ₀ + Σ_t h^|t|/σ(t) · P(t; n) F(t)(θ₀),        f̃ = Σ_t h^(|t|−1) b(t)/σ(t) F(t),        b(t) = ∂P(t; n)/∂n at n = 0,
 * </pre>
 * gives a table of P and b for each method, and for each claim the field that follows, the normal form of what is claimed,
 * and their difference; a false claim ends with a small problem on which the two are different numbers.
 *
 * <p>Worked example: of {@code L + h/4*norm2(grad(L))} for gradient descent the document shows the two trees of order at most
 * 2 with b = 1 and b = −1/2, hence −∇L − h/2 ∇²L ∇L, and that minus the gradient of the claimed loss is the same.
 *
 * <p>Source: the method is that of {@link org.modeq.symbolic.modified}, the normal form that of
 * {@link org.modeq.symbolic.contraction}.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.proofs.report;

import org.jspecify.annotations.NullMarked;
