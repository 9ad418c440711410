/**
 * Formulas on paper and on the terminal: pure functions from a derived value to LaTeX or plain text.
 *
 * <p>Equal input gives equal text: no dates, no hash order. Within one power of h the terms stand by falling
 * |coefficient|, then in canonical order; a power with one term is written out, −½h ∇²L ∇L, a power with several shares
 * its factor, h²( … ), with the sign of the first term outside. In {@linkplain org.modeq.symbolic.latex.Notation gradient
 * notation} f = −∇L is inserted, so a term of order |t| takes the sign (−1)^|t|.
 *
 * <p>Worked example: {@code f[f[f]]} is {@code (\nabla^2 L)^{2}\nabla L} in gradient notation and {@code f'f'f} in field
 * notation; its coefficient 1/3 becomes −1/3 in the first.
 *
 * <p>Lines are broken before a sign where an estimate of the width, counted from the formula and not from its source,
 * passes the width given. Source of the conventions: amsmath's user guide; every command used is known to KaTeX as well.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.latex;

import org.jspecify.annotations.NullMarked;
