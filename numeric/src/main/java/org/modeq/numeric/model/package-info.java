/**
 * Losses and the fields they drive, networks and their data, and what is random about them.
 *
 * <p>A {@link org.modeq.numeric.model.VectorField} f and a {@link org.modeq.numeric.model.Loss} L are functions on
 * truncated polynomials ({@link org.modeq.numeric.jet}): one definition gives values, gradients and every higher
 * derivative. A loss is written once, as a {@linkplain org.modeq.numeric.graph computational graph}; its gradient and all
 * sweeps along directions are derived from that, and a {@link org.modeq.numeric.model.PreparedField} runs them on memory that
 * is made once. Gradient fields are f = −∇L. A {@link org.modeq.numeric.model.StepMap} is one step of an optimizer,
 * (θ, h) ↦ θ′; with a real h it is the optimizer, with h = ε in ℝ[ε]/(ε^(N+1)) it is its power series.
 *
 * <p>A dense network of the sizes n₀, …, n_K has the parameters θ = (W₁, b₁, …, W_K, b_K), W_l an n_(l−1)×n_l matrix
 * written row by row (the input first), and with one sample per row
 * <pre>
 *   A₀ = X,   Z_l = A_(l−1)·W_l + 1·b_l,   A_l = φ(Z_l)  (l &lt; K),   output Z_K;
 *   δ_K = ∂L/∂Z_K,   ∇W_l = A_(l−1)ᵀ·δ_l,   ∇b_l = 1ᵀ·δ_l,   δ_(l−1) = (δ_l·W_lᵀ) ∘ φ′(Z_(l−1)).
 * </pre>
 * The losses are means over the n rows of softmax cross-entropy or of half the squared error,
 * <pre>
 *   L = 1/n Σᵢ (log Σⱼ exp zᵢⱼ − z_(i,cᵢ)),  δ_K = (softmax Z − Y)/n;      L = 1/(2n) ‖Z − Y‖²,  δ_K = (Z − Y)/n.
 * </pre>
 *
 * With one output there is also the logistic loss, L = 1/n Σᵢ log(1 + exp(−sᵢ zᵢ)) for signs sᵢ = ±1.
 *
 * <p>A model is a {@link org.modeq.numeric.model.Network} (an output for each sample, made into a loss by
 * {@link org.modeq.numeric.model.NetworkLoss}) or a {@link org.modeq.numeric.model.LossOnGraph}; each says no more than its
 * formula as nodes of a graph ({@link org.modeq.numeric.graph}), from which all derivatives follow:
 * <pre>
 *   DenseNetwork            A_l = φ(A_(l−1)·W_l + 1·b_l)
 *   ConvolutionalNetwork    φ(P·K + 1·b), P the patches of all positions as rows; means over squares; dense layers
 *   MultiTaskNetwork        Z_t = head_t(φ(trunk(X))): tasks that share a trunk
 *   DiagonalLinearNetwork   Xw with w = u₊^D − u₋^D, or u₁∘…∘u_D, or u∘v_t for tasks that share u
 *   MatrixFactorisation     ½ ‖W∘(UVᵀ − M)‖²
 *   QuadraticLoss           ½ (x − c)ᵀA(x − c)
 *   PolynomialLoss          Σ c · x₁^e₁ ⋯ x_d^e_d
 * </pre>
 * The matrices of a model have names, which a {@link org.modeq.numeric.model.ParameterLayout} turns into stretches of θ;
 * parameters are shared by reading the same stretch.
 *
 * <p>Training takes another batch in every step: {@link org.modeq.numeric.model.BatchLoss} is the gradient on batches of one size
 * from a dataset, compiled once, and a {@link org.modeq.numeric.model.Batch} the two nodes that change, for other functions of
 * a batch. {@link org.modeq.numeric.model.Accuracy} counts what a network tells right.
 *
 * <p>Everything random comes from a seed: uniform numbers u from {@code SplittableRandom}; normal ones from pairs by
 * r cos 2πu₁, r sin 2πu₁ with r = √(−2 log(1 − u₀)); permutations by Fisher and Yates. Weights start as N(0,
 * 1)/√n_(l−1) from one normal stream, biases at 0.
 *
 * <p>Worked example: the network 64-16-10 with the weights of seed 1 has the cross-entropy 2.3573880884176304 on the
 * first thousand digits, a little above log 10 = 2.3026 of pure guessing.
 *
 * <p>Source: the reverse sweep is that of Rumelhart, Hinton and Williams (1986), here as a graph.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.model;

import org.jspecify.annotations.NullMarked;
