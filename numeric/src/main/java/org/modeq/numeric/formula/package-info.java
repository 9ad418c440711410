/**
 * Formulas as computational graphs: exact expressions in variables x₁, …, x_d made into losses and fields.
 *
 * <p>An {@linkplain org.modeq.symbolic.expression.Expression expression} is a sum of rational multiples of products of powers;
 * its node is the sum of the products of the nodes of its factors,
 * <pre>
 *   Σ c · Π a^e  ↦  Σ c · Π (node of a)^e,      a a variable, a sum in parentheses or exp log sqrt sin cos tan tanh atan of one,
 * </pre>
 * where positive integer powers are products and other powers are functions of one variable. Derivatives are those of the
 * graph ({@link org.modeq.numeric.graph}): the formula itself is never differentiated.
 *
 * <p>Rational coefficients are rounded to doubles. An {@linkplain org.modeq.numeric.formula.ExpressionGraph#exact exact graph}
 * keeps the quotient of two whole numbers instead, for evaluation in numbers of more digits.
 *
 * <p>Worked example: log(1 + x²) at x = 1 has the gradient 2x/(1 + x²) = 1.
 *
 * <p>Source: Griewank and Walther, <em>Evaluating Derivatives</em> (2008), chapter 2 (evaluation procedures).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.formula;

import org.jspecify.annotations.NullMarked;
