/**
 * Weak accuracy: how near the laws of SGD and of its modified generator are, on functions φ.
 *
 * <p>SGD with independent draws moves by h f_ξ, and its modified generator has 𝔼 φ(θ + h f_ξ) = (exp(h𝓛) φ)(θ). What is measured
 * here never uses the one side to find the other:
 * <ul>
 *   <li>one step: both sides as power series of h, with 𝓛 a differential operator whose coefficients are Taylor polynomials;</li>
 *   <li>many steps: the moments of both laws. The noise of a step is h d, so that a law is near its mean, and its central moments of
 *       the degrees 2j − 1 and 2j are O(h^j). Those beyond degree 2K are left out of both recurrences, an error of O(h^(K+1));</li>
 *   <li>sampled paths: k steps of a stochastic differential equation and n − k of SGD, against k + 1 and n − k − 1; the two share
 *       every draw but that of one step, over which both are averaged, so that their difference is O(h^(N+1)) itself.</li>
 * </ul>
 * Example: for two batches f = ±1 the moments of SGD from 0 are those of a random walk, 𝔼θ² = nh², and the generator h D²/2 has
 * them too.
 *
 * <p>Source: this project's own derivation; Talay and Tubaro (1990) for expansions of weak errors, Lindeberg (1922) for the exchange
 * of one step after the other.
 */
@NullMarked
package org.modeq.numeric.weak;

import org.jspecify.annotations.NullMarked;
