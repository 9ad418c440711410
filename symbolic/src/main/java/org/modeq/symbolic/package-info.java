/**
 * The door for notebooks and shells: {@link org.modeq.symbolic.Modeq} has in one import what one types.
 *
 * <p>Everything here can be said with the packages below; there are no objects of its own. A method is given by the name
 * that the command line has for it, a tree root first, a word by its factors:
 * <pre>
 *   derive("gd", 4)        derive("heavy-ball", 3, "beta=9/10")        brackets("sequence:A,B", 3)        bch("A,B", 5)
 * </pre>
 *
 * <p>Conventions: those of {@code symbolic.modified}; the coefficient of a tree is b(t)/σ(t), the factor of h^(|t|−1) F(t).
 *
 * <p>Worked example: {@code coefficient(derive("gd", 4), "f[f,f]")} is 1/12, and {@code derive("gd", 2).toLatex()} is the
 * formula for a paper.
 *
 * <p>Source: Hairer, Lubich and Wanner, <em>Geometric Numerical Integration</em> (2006), chapter IX.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic;

import org.jspecify.annotations.NullMarked;
