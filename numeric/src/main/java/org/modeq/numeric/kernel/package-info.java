/**
 * The innermost loops: matrix products that accumulate, and functions applied coordinate by coordinate.
 *
 * <p>Matrices are EJML's row-major {@code DMatrixRMaj}. Every product <em>adds</em> to its target,
 * <pre>
 *   C += A·B        C += Aᵀ·B        C += A·Bᵀ        C += w · A∘B,
 * </pre>
 * because a coefficient of a product of truncated polynomials is a sum of such products
 * ({@link org.modeq.numeric.jet}).
 *
 * <p>The products of matrices are computed by a {@link org.modeq.numeric.kernel.ProductKernel}, chosen once by
 * {@link org.modeq.numeric.kernel.Kernels}: with the Vector API where its module can be had, in plain Java otherwise. Both
 * compute each entry as the chain c ← fma(A(i, l), B(l, j), c), l = 0, 1, …, save that the Vector API takes inner products of
 * long rows several terms at a time; so they agree to rounding, and the digits do not depend on how the work is cut into
 * blocks or split over threads.
 *
 * <p>The hyperbolic tangent is computed from one exponential,
 * <pre>
 *   tanh x = sign(x) · (1 − e)/(1 + e),        e = exp(−2|x|),
 * </pre>
 * except near 0, where 1 − e would cancel; there Lambert's continued fraction x/(1 + x²/(3 + x²/(5 + …))) is used.
 *
 * <p>Worked example: tanh(ln 2) has e = 1/4, so (1 − 1/4)/(1 + 1/4) = 3/5.
 *
 * <p>Source: the products are cut into blocks after Goto and van de Geijn, <em>Anatomy of High-Performance Matrix
 * Multiplication</em>, ACM Trans. Math. Softw. 34 (2008); Lambert's fraction in Abramowitz and Stegun, <em>Handbook of
 * Mathematical Functions</em>, 4.5.70.
 */
@NullMarked
package org.modeq.numeric.kernel;

import org.jspecify.annotations.NullMarked;
