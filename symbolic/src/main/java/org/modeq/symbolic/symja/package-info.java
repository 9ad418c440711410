/**
 * Concrete losses: exact derivatives and exact values, by the computer algebra system Symja.
 *
 * <p>A {@linkplain org.modeq.symbolic.symja.ConcreteProblem concrete problem} names variables, gives each loss as a
 * formula in them and fixes a point with rational coordinates. On it a contraction is a vector of numbers,
 * <pre>
 *   G(t)_i = Σ_{j₁…j_m} ∂_i ∂_{j₁} … ∂_{j_m} L · G(t₁)_{j₁} … G(t_m)_{j_m}        for t = B₊(t₁ … t_m) of the loss L,
 * </pre>
 * an exact rational whenever the derivatives at the point are. This is the referee of the theory: a formula that is
 * wrong takes a wrong value somewhere.
 *
 * <p>{@linkplain org.modeq.symbolic.symja.ConcreteFields Concrete fields} are given by their components, or as −∇A of
 * losses A; on them a tree is the {@linkplain org.modeq.symbolic.symja.ElementaryDifferentials elementary
 * differential} F(t), as numbers at a point or as {@linkplain org.modeq.symbolic.expression.Expression expressions}
 * in the variables. The {@linkplain org.modeq.symbolic.symja.LieRecursion Lie recursion} finds the modified field of
 * a concrete map without trees.
 *
 * <p>{@linkplain org.modeq.symbolic.symja.ConcreteFunction Concrete functions} of numbers stand for the functions of coordinates
 * φ(v)_i = φ(v_i) of {@link org.modeq.symbolic.contraction}.
 *
 * <p>Only this package knows Symja. Text never reaches its evaluator: formulas are read by our grammar and built as
 * expressions over symbols of our own, so no name of a user can mean a function of Symja. Starting it costs seconds of
 * processor time; nothing here runs before a concrete problem is asked for.
 *
 * <p>Worked example: L = x³/3 at x = 2 has G(f) = 4, G(f[f]) = 16, so −h/2 G(f[f]) = −8h is the first correction of
 * gradient descent there.
 *
 * <p>Source: the definition of elementary differentials, Butcher (2008), section 310.
 */
@NullMarked
package org.modeq.symbolic.symja;

import org.jspecify.annotations.NullMarked;
