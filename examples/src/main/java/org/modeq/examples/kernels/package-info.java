/**
 * Kernels that are averaged: majority kernels, and networks fused out of trained ones.
 *
 * <p>A majority kernel (Mazzawi and others, 2024) is W = Σᵢ pᵢ Wᵢ with weights p drawn anew for every step; the average W̄ is kept.
 * With p uniform on the simplex of k = 3 corners and independent for each layer,
 * <pre>
 *   𝔼 pᵢ = 1/3,   𝔼 pᵢ² = 1/6,   𝔼 pᵢpⱼ = 1/12,   Sᵢ = Wᵢ − W̄,
 *   𝔼 L(Σ pᵢWᵢ) = L(W̄) + 1/24 Σ_l Σᵢ S_liᵀ H_ll S_li + 1/180 Σ_l Σᵢ D³L[S_li, S_li, S_li] + …,
 * </pre>
 * S_li the part of Sᵢ in layer l. For one weight the mean is exact: 2 Φ[W₁, W₂, W₃], the divided difference of a Φ with Φ″ = L
 * (Hermite and Genocchi). A step is one of stochastic gradient descent on the losses L_p, drawn independently, so that it has a
 * modified generator.
 *
 * <p>Deep fusion (Mazzawi and others, 2023) puts two trained networks side by side into a wide one, whose outputs are the mean of
 * theirs.
 *
 * <p>The experiments are this project's own; no number of these papers is matched.
 */
@NullMarked
package org.modeq.examples.kernels;

import org.jspecify.annotations.NullMarked;
