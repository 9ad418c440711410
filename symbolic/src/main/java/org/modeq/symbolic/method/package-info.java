/**
 * Optimizers: one optimizer is one value that knows its recurrence.
 *
 * <p>Let P(t; n) be the coefficient of the tree t in the B-series of the n-th iterate θₙ. It is a polynomial in n of
 * degree at most |t| with P(t; 0) = 0, and because θₙ is the time-nh flow of the modified field,
 * \[ b(t) = \left.\frac{\partial P(t; n)}{\partial n}\right|_{n=0} = \sum_{k \ge 1} \frac{(-1)^{k+1}}{k}\, (\Delta^k P)(t; 0). \]
 * So an optimizer only has to say how P of a tree follows from P of the children of its root: that is a
 * {@link org.modeq.symbolic.method.StepRecurrence}. There is no sum over cuts, partitions or subsets of edges.
 *
 * <p>Conventions: θ′ = θ + h f(θ) + …, f = −∇L for a loss L; in {@code sequence:A,B} field A acts first; time is counted
 * in h per {@linkplain org.modeq.symbolic.method.Clock step, sweep or epoch}, and the method says which.
 *
 * <p>{@link org.modeq.symbolic.method.LinearMemory} is any linear memory of gradients, a
 * {@linkplain org.modeq.symbolic.method.DelayFilter filter} in the delay z: 1/(1−βz) is heavy ball, (1−β)/(1−βz) an average.
 *
 * <p>Worked example, gradient descent: P(f; n) = n, \(P(f[f]; n) = \sum_{j \lt n} j = \frac{n(n-1)}{2}\),
 * \(P(f[f,f]; n) = \sum_{j \lt n} j^2 = \frac{n^3}{3} - \frac{n^2}{2} + \frac{n}{6}\); the linear coefficients are b = 1, −1/2, 1/6.
 *
 * <p>Source: the recurrences are the optimizers' own; P of gradient descent is the strict order polynomial of the tree
 * (Stanley, <em>Enumerative Combinatorics</em> I, section 3.12).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.method;

import org.jspecify.annotations.NullMarked;
