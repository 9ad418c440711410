/**
 * Averages over random batches: pattern trees, pattern forests, shuffled epochs and sampling with replacement.
 *
 * <p>A <em>pattern tree</em> (t, ρ) is a rooted tree with a set partition ρ of its vertices; vertices of one block stand for
 * the same batch. It is written with a letter for each block, {@code a[a,b]}, and
 * <pre>
 *   G(t, ρ) = Σ over all assignments of batches to the blocks of F(t),     a[a,b]: Σ_{i,j} f_i″(f_i, f_j);
 * </pre>
 * the sums are free, two blocks may have the same batch: only free sums are closed under composition. σ(t, ρ) is the number of
 * automorphisms of t that map ρ to itself. A <em>pattern forest</em> is the same with several trees: for independent draws it is
 * the operator D φ = 𝔼 φ⁽ʳ⁾(F(t₁), …, F(t_r)).
 *
 * <p>e(t/ρ) is the number of linear extensions of the order of the tree, children before parents, on the k blocks; 0 if
 * comparable vertices share a block or the quotient has a cycle. Everything here follows from it:
 * <pre>
 *   shuffled epoch   P(order compatible) = e/k!   on distinct batches, then Möbius inversion to free sums
 *   n draws          C(n, k) e                    so that the generator has (−1)^(k−1) e/k
 * </pre>
 * <em>Centred form:</em> f_i = f̄ + d_i with Σ d_i = 0. The letter {@code f} is the mean field, every other block a central moment
 * of d, of at least two vertices. A block may as well be a joint cumulant, moment = Σ over partitions of products of cumulants: then
 * normal noise has blocks of two alone, and noise distributed as its opposite none of odd size ({@code Noise}). What of a generator is
 * of second order at most is a stochastic differential equation ({@code ModifiedSde}); the third cumulant is not.
 *
 * <p><em>Losses:</em> with f_a = −∇L_a a field is −∇L̃ for every number of batches exactly when b is the same for all rootings of each
 * free pattern tree ({@code PatternLoss}).
 *
 * <p><em>Other epochs:</em> with replacement a(t, ρ) = C(m, k) e in means; one order that is kept has the mean of the fields of all
 * orders, which is not the field of the mean map from order 4 on. A fixed cyclic order is {@code sequence:}, two levels of shuffles are
 * {@code shuffle:(A1,A2),(B1,B2)}, methods by the names of their batches.
 *
 * <p>Conventions: b(t, ρ)/σ(t, ρ) is the factor of h^(|t|−1) G(t, ρ); an epoch takes time h per batch sum, so that h is the
 * learning rate and the clock one epoch.
 *
 * <p>Worked example: the mean over all orders of an epoch of any number of batches has the field
 * Σ f_i − h/2 Σ f_i′f_i + …, the pattern {@code a[a]} with −1/2 and {@code a[b]} with 0. Smith, Dherin, Barrett and De (2021).
 *
 * <p>Source: this project's own derivation; tables beside the tests.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.pattern;

import org.jspecify.annotations.NullMarked;
