/**
 * Elementary expressions in named variables, collected: what a modified field is on a concrete problem.
 *
 * <p>An {@linkplain org.modeq.symbolic.expression.Expression expression} is a sum of rational multiples of distinct
 * {@linkplain org.modeq.symbolic.expression.Product products}, and a product has rational powers of distinct
 * {@linkplain org.modeq.symbolic.expression.Factor factors}:
 * <pre>
 *   Σ c · Π a^e,      a a variable, a function exp log sin cos tan tanh atan of an expression, or a sum in parentheses.
 * </pre>
 * Products of sums are multiplied out, powers of one factor are joined, a^p a^q = a^(p+q), and exp(u) exp(v) = exp(u+v).
 * A sum to a negative integer power is primitive: (2−2x)⁻¹ is ½ (1−x)⁻¹.
 *
 * <p>Conventions: terms stand by rising degree in the variables, then by rising degree in the functions, then with the
 * high powers of the first variables first. Equal polynomials are equal expressions. Beyond polynomials two expressions
 * may have the same values and differ: nothing is brought to a common denominator and no identity between functions is
 * used. Identities hold where both sides are real numbers.
 *
 * <p>A {@linkplain org.modeq.symbolic.expression.Derivation derivation} is fixed by its values on the variables: ∂/∂x_i has 1
 * on x_i and 0 on the others, and the Lie derivative along a field f has fⁱ on x_i.
 *
 * <p>Worked example: (x+y)(x−y)/(1+x²) is {@code x^2/(1+x^2)-y^2/(1+x^2)}, which the formula language reads again.
 *
 * <p>Source: distributed polynomials in graded order, Cox, Little and O'Shea (2015), section 2.2, with the degrees
 * rising.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.expression;

import org.jspecify.annotations.NullMarked;
