/**
 * Series as code to take away: one file for PyTorch, JAX or NumPy that needs nothing of modeq.
 *
 * <p>A file has the series as tables, the trees with what stands upon their roots and the coefficients c of the terms
 * c h^p F(t), and the few functions that compute elementary differentials by the automatic differentiation of the language:
 * F(f[t₁, …, t_k]) = f^(k)(F(t₁), …, F(t_k)), for a loss with f = −∇L, each computed once. Coefficients stay fractions and
 * formulas in the parameters; they become doubles when the file runs.
 *
 * <p>Worked example: {@code PythonCode.of(equation, CodeLanguage.PYTORCH, CodePart.FIELD, heading)} of gradient descent to
 * order 2 has the table {@code {"f": 1}, {"f[f]": -1 / 2}} and the function {@code modified_field(loss, params, h)}.
 *
 * <p>Source: nested reverse mode for derivatives along directions is Pearlmutter's, <em>Fast exact multiplication by the
 * Hessian</em> (1994), applied k times.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.export;

import org.jspecify.annotations.NullMarked;
