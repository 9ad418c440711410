/**
 * Computational graphs: losses written once, as compositions of matrix operations, with everything else derived from that.
 *
 * <p>A {@linkplain org.modeq.numeric.graph.Node node} is a matrix that depends on the parameters θ. From the graph of a loss
 * L come its gradient, by the {@linkplain org.modeq.numeric.graph.ReverseSweep reverse sweep} (again a graph), and from any
 * graph the Taylor coefficients along directions,
 * \[ N\Bigl(\theta + \sum_g v_g\, \varepsilon^g\Bigr) = \sum_e N_e\, \varepsilon^e, \qquad
 *    (A \cdot B)_e = \sum_{a+b=e} A_a \cdot B_b, \qquad
 *    \varphi(x_0 + \delta) = \sum_j \frac{\varphi^{(j)}(x_0)}{j!}\, \delta^j \]
 * (coordinate by coordinate, δ without constant part), so that \(D^k \nabla L[v_1, \dots, v_k]\) is one sweep over the graph of ∇L: forward over reverse, exact up to rounding. A
 * {@link org.modeq.numeric.graph.TaylorProgram} does no more than is asked for: it follows which coefficients can be other
 * than 0 and which are read, computes what all sweeps at a point share once, and keeps every number in memory that is made
 * once.
 *
 * <p>What may be an operation is said once for every kind of matrix, by {@link
 * org.modeq.numeric.graph.MatrixOperations}: {@link org.modeq.numeric.graph.JetInterpreter} is the reference in doubles, and
 * {@code org.modeq.numeric.precise} has the same to any number of digits.
 *
 * <p>Operations are linear in one input, bilinear in two, a sum, or a function of coordinates, and that is all a derivative
 * needs to know of them. So a convolution is two: the patches of an image by an {@link org.modeq.numeric.graph.EntryMap},
 * which is linear and has the transpose x_j = Σ_{s(i)=j} y_i in the reverse sweep, and the product with the kernels.
 *
 * <p>Conventions: matrices are row-major, one sample per row; an adjoint N̄ = ∂L/∂N has the size of N; a matrix held by
 * {@link org.modeq.numeric.graph.Graph#constant} is data and has no derivative.
 *
 * <p>Worked example: \(L = \tfrac12 \sum (Xw - y)^2\) with the nodes {@code e = x.times(w).minus(y)}, {@code e.hadamard(e).sum().scaled(0.5)}
 * has the gradient \(X^{\mathsf T} e\), and its sweep along v gives \(X^{\mathsf T} X v\).
 *
 * <p>Source: Griewank and Walther, <em>Evaluating Derivatives</em> (2008), chapters 3 and 13.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.graph;

import org.jspecify.annotations.NullMarked;
