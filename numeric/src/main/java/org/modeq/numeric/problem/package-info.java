/**
 * Problem files: a problem given by formulas, and the modified equation evaluated on it.
 *
 * <p>A problem file is YAML. It names variables, gives losses or vector fields as formulas in them, and a point:
 * <pre>
 *   variables: [x, y]
 *   losses: {A: "x^3/3 - x*y^2", B: "x*y"}        or        fields: {f: ["y", "-x"], g: ["x^2", "0"]}
 *   point: [1/2, -1/3]
 * </pre>
 * A loss A gives the field −∇A. At the point the modified equation is f₁ + h f₂ + …, with
 * <pre>
 *   f_j = Σ over the trees t of order j of b(t)/σ(t) · F(t),
 * </pre>
 * exact wherever the derivatives are rational ({@link org.modeq.numeric.problem.Evaluation}); without a point the f_j are
 * expressions in the variables. A file is data: nothing in it is run, formulas pass through our own grammar, and its size, nesting and aliases are bounded.
 *
 * <p>Worked example: for the loss x³/3 at x = 2, gradient descent has f₁ = −4, f₂ = −8, f₃ = −24.
 *
 * <p>Source: the definition of elementary differentials, Butcher (2008), section 310.
 */
@NullMarked
package org.modeq.numeric.problem;

import org.jspecify.annotations.NullMarked;
