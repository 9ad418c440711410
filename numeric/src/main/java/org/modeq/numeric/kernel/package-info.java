/**
 * The innermost loops: matrix products, which set their target or add to it, and functions applied coordinate by coordinate.
 *
 * <p>Matrices are EJML's row-major {@code DMatrixRMaj}, or stretches of arrays. A coefficient of a product of truncated
 * polynomials is a sum of products ({@link org.modeq.numeric.jet}), so most products are added,
 * <pre>
 *   C += A·B        C += Aᵀ·B        C += A·Bᵀ        C += w · A∘B.
 * </pre>
 *
 * <p>The products of matrices are computed by a {@link org.modeq.numeric.kernel.ProductKernel}, functions of coordinates by a
 * {@link org.modeq.numeric.kernel.CoordinateKernel}, both chosen once by {@link org.modeq.numeric.kernel.Kernels}: with the
 * Vector API where its module can be had, in plain Java otherwise, or products by a native BLAS if it is asked for. Ours
 * compute each entry as the chain c ← fma(A(i, l), B(l, j), c), l = 0, 1, …, save that the Vector API takes inner products of
 * long rows several terms at a time; so they agree to rounding, and the digits do not depend on how the work is cut into
 * blocks or split over threads.
 *
 * <p>In plain Java the hyperbolic tangent is computed from one exponential,
 * <pre>
 *   tanh x = sign(x) · (1 − e)/(1 + e),        e = exp(−2|x|),
 * </pre>
 * except near 0, where 1 − e would cancel; there Lambert's continued fraction x/(1 + x²/(3 + x²/(5 + …))) is used. Vectors
 * take one polynomial for exp x − 1 everywhere.
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
