/**
 * Modified vector fields as numbers: three roads to f₁, f₂, …, f_N at a point.
 *
 * <p>The field is \(\tilde f = f_1 + h f_2 + \dots + h^{N-1} f_N\).
 *
 * <p><b>From trees.</b>
 * \[ f_j = \sum_{|t|=j} \frac{b(t)}{\sigma(t)}\, F(t), \qquad F(B_+(t_1 \dots t_k)) = D^k f_c[F(t_1), \dots, F(t_k)]. \]
 * A
 * {@link org.modeq.numeric.evaluate.SeriesProgram} is this sum as a straight-line program whose instructions are sweeps
 * Dᵏf_c[v₁, …, v_k] and linear combinations; a {@link org.modeq.numeric.evaluate.SeriesEvaluator} runs it. Exact up to
 * rounding.
 *
 * <p><b>From series in h.</b> Run the optimizer N steps in ℝ[h]/(h^(N+1)). The coefficient of h^j in θₙ is a polynomial
 * of degree at most j in n, hence {@link org.modeq.numeric.evaluate.SeriesInStepSize}
 * \[ h \tilde f(\theta) = \left.\frac{\partial \theta_n}{\partial n}\right|_{n=0}
 *    = \sum_{k=1}^{N} \frac{(-1)^{k+1}}{k}\, \Delta^k \theta_0 + O(h^{N+1}). \]
 * The coefficient of h^j is f_j, exactly up to rounding and without any tree.
 *
 * <p><b>From a run.</b> With the real iterates θ_i of a real step size, {@link
 * org.modeq.numeric.evaluate.LookAheadLogarithm}
 * \[ \tilde f(\theta_i) = \sum_{k \lt N} \frac{(-1)^k}{k+1}\, \Delta^k\, \frac{\theta_{i+1} - \theta_i}{h} + O(h^N). \]
 *
 * <p>A {@link org.modeq.numeric.evaluate.FieldOrders} takes the cheaper of the first two, counting multiplications; for
 * gradient descent these are the trees to order 5 or so. {@link org.modeq.numeric.evaluate.StepSeriesEvaluator} is the second
 * road for Euler steps on memory that is made once.
 *
 * <p><b>Probes.</b> {@link org.modeq.numeric.evaluate.Lanczos} finds the sharpness λ_max with its residual, {@link
 * org.modeq.numeric.evaluate.ModifiedLossEvaluator} the modified loss L₁ + h L₂ + … as a number, {@link
 * org.modeq.numeric.evaluate.Curl} what keeps a field from being a gradient.
 *
 * <p>Conventions: time is counted in h per step of the optimizer, [f, g] = g′f − f′g, lists of orders begin with f₁.
 *
 * <p>Worked example: gradient descent on f(x) = x has \(\theta_n = (1 + h)^n \theta_0\), so
 * \(\tilde f = \frac{\log(1 + h)}{h}\, \theta\): \(f_1 = \theta\), \(f_2 = -\theta/2\), \(f_3 = \theta/3\). From trees: b/σ of f[f] is −1/2, f[f[f]] has 1/3, and all bushier trees vanish because f″ = 0.
 *
 * <p>Source: Hairer, Lubich and Wanner (2006), chapter IX; the logarithm of the shift operator E = 1 + Δ is
 * Gregory's series.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.evaluate;

import org.jspecify.annotations.NullMarked;
