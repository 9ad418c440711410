/**
 * Problem files: a problem given by formulas or a model with its data, and the modified equation evaluated on it.
 *
 * <p>A problem file is YAML. With formulas it names variables, gives losses or vector fields in them, and a point:
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
 * expressions in the variables.
 *
 * <p>A model (a network of some kind, or a matrix to be factorised) has parameters θ, a loss for each task, and a point:
 * <pre>
 *   model: {kind: mlp, sizes: [64, 32, 10], activation: tanh, loss: cross-entropy}
 *   data: {file: digits.csv, columns: {features: "1-64", target: 65}, scale: 1/16, rows: "1-512",
 *          tasks: {A: "target &lt; 5", B: "target &gt;= 5"}}
 *   point: {seed: 7}        or        {file: weights.csv}        or a list of d numbers
 * </pre>
 * Columns and rows count from 1, paths are relative to the problem file, θ is the matrices of the model one after the other,
 * each row by row; without tasks there is one loss L. The f_j and the terms are doubles
 * ({@link org.modeq.numeric.problem.ModelEvaluation}), and {@link org.modeq.numeric.problem.NpyFile} hands them to NumPy. What
 * stands beside them, also along a trajectory, is {@link org.modeq.numeric.problem.ProblemQuantities}.
 *
 * <p>A circuit file is an optimizer of one's own: nodes with formulas, and filters in the delay z between them
 * ({@link org.modeq.numeric.problem.CircuitReader}, {@link org.modeq.numeric.problem.CircuitEvaluator}).
 *
 * <p>A long run is stored as it is made and read one point at a time: {@link org.modeq.numeric.problem.TrajectoryWriter} writes every
 * point, some, or {@linkplain org.modeq.numeric.problem.StoredSteps windows} of consecutive ones, which is what a look-ahead
 * logarithm needs; {@link org.modeq.numeric.problem.StoredTrajectory} maps the file.
 * <pre>
 *   try (var writer = TrajectoryWriter.open(file, d, new StoredSteps(5, 100))) {
 *       run.forEach(100_000, writer);
 *   }
 *   StoredTrajectory.open(file, new StoredSteps(5, 100)).lookAhead(row, h, 4);      // f̃ at the first point of a window
 * </pre>
 *
 * <p>A file is data: nothing in it is run, formulas and conditions pass through our own grammars, and its size, nesting and
 * aliases are bounded.
 *
 * <p>Worked example: for the loss x³/3 at x = 2, gradient descent has f₁ = −4, f₂ = −8, f₃ = −24.
 *
 * <p>Source: the definition of elementary differentials, Butcher (2008), section 310.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.problem;

import org.jspecify.annotations.NullMarked;
