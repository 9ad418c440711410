/**
 * B-series: maps and vector fields as sums over rooted trees.
 *
 * <p>With a(∅) = 1 a <em>map</em>, with b(∅) = 0 a <em>vector field</em> is
 * \[ B(a)(\theta) = \theta + \sum_t \frac{h^{|t|}}{\sigma(t)}\, a(t)\, F(t)(\theta), \qquad
 *    \tilde f(\theta) = \sum_t \frac{h^{|t|-1}}{\sigma(t)}\, b(t)\, F(t)(\theta). \]
 * These are two types, {@link org.modeq.symbolic.series.BSeriesMap} and {@link org.modeq.symbolic.series.BSeriesField}:
 * maps are composed, a field has a flow. Conventions: the coefficients are normalised by the symmetry σ(t); the exact
 * flow of f is a(t) = 1/γ(t); in {@code a.then(b)} the map a acts first. A series is known up to its truncation order
 * and says so when it is asked for more: unknown is not zero. Truncation orders meet in every operation.
 *
 * <p>The algebra: maps form a group, with composition, inverse, adjoint, powers and conjugates; {@code logarithm} and
 * {@code flow} go from maps to fields and back. {@link org.modeq.symbolic.series.Substitution} puts fields in place of
 * the fields of a series, {@code b.substitutedInto(a)} = b ⋆ a:
 * \[ (a\cdot b)(t) = a(t) + \sum_{\text{admissible cuts}} b(\text{trunk}) \prod a(\text{branches}), \qquad
 *    (b \star a)(t) = \sum_{\text{partitions}} a(\text{skeleton}) \prod b(\text{parts}), \]
 * \[ b \star (a\cdot c) = (b \star a)\cdot(b \star c). \]
 * {@link org.modeq.symbolic.series.SeriesQueries} reads properties off a series: order of accuracy, symmetry,
 * symplecticity, preservation of energy; and off all conjugates of a map together: effective order, conjugate
 * symplecticity.
 *
 * <p>Worked example: one Euler step has a(•) = 1 and a = 0 on all other trees. It is the flow of the field with
 * b(•) = 1, b(f[f]) = −1/2, b(f[f,f]) = 1/6, b(f[f[f]]) = 1/3, …, the modified field of gradient descent.
 *
 * <p>Source: Hairer, Lubich and Wanner (2006), sections III.1 and IX.9; Chartier, Hairer and Vilmart, <em>Algebraic
 * structures of B-series</em> (2010).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.series;

import org.jspecify.annotations.NullMarked;
