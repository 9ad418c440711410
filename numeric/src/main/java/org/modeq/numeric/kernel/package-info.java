/**
 * The innermost loops: matrix products that accumulate, and functions applied coordinate by coordinate.
 *
 * <p>Matrices are EJML's row-major {@code DMatrixRMaj}. Every product <em>adds</em> to its target,
 * <pre>
 *   C += A·B        C += Aᵀ·B        C += A·Bᵀ        C += w · A∘B,
 * </pre>
 * because a coefficient of a product of truncated polynomials is a sum of such products
 * ({@link org.modeq.numeric.jet}). The hyperbolic tangent is computed from one exponential,
 * <pre>
 *   tanh x = sign(x) · (1 − e)/(1 + e),        e = exp(−2|x|),
 * </pre>
 * except near 0, where 1 − e would cancel; there Lambert's continued fraction x/(1 + x²/(3 + x²/(5 + …))) is used.
 *
 * <p>Worked example: tanh(ln 2) has e = 1/4, so (1 − 1/4)/(1 + 1/4) = 3/5.
 *
 * <p>Source: Lambert's fraction in Abramowitz and Stegun, <em>Handbook of Mathematical Functions</em>, 4.5.70.
 */
@NullMarked
package org.modeq.numeric.kernel;

import org.jspecify.annotations.NullMarked;
