/**
 * Rooted trees: the index set of every B-series in this library.
 *
 * <p>A <em>rooted tree</em> is a vertex (the root) with a finite multiset of rooted trees (its children); each vertex
 * carries a {@linkplain org.modeq.symbolic.tree.Colour colour}, the vector field that it stands for. Written root
 * first: {@code f}, {@code f[f]}, {@code f[f,f[f]]}, {@code B[A]}. For \(t = B_+(t_1 \dots t_m)\) with distinct children
 * \(s_1, s_2, \dots\) of multiplicities \(m_1, m_2, \dots\)
 * \[ |t| = 1 + \sum_i |t_i|, \qquad \gamma(t) = |t| \prod_i \gamma(t_i), \qquad \sigma(t) = \prod_j \sigma(s_j)^{m_j}\, m_j! \]
 * and the tree names the elementary differential \(F(t) = f^{(m)}(F(t_1), \dots, F(t_m))\). There is no empty tree here; the
 * coefficient a(∅) belongs to the series.
 *
 * <p><em>Typed trees</em> serve optimizers that pass gradients through other functions: a node is of a
 * {@linkplain org.modeq.symbolic.tree.Signature kind}, its children sit in {@linkplain org.modeq.symbolic.tree.Slot
 * slots}, and only some kinds count in the order. In {@code u[m:g[u],v:q[g[u]]]} the update u = U(m, v) of Adam has a
 * gradient in its slot m and a squared gradient in its slot v; u counts 1, g and q nothing.
 *
 * <p>A <em>free tree</em> is a tree without a root. It names the closed contraction S(T) of the derivative tensors of a
 * loss; \(\nabla S(T) = \sum_v G(T_v)\) over the vertices v, the contractions with a free leg at v, T rooted at v.
 * With {@linkplain org.modeq.symbolic.tree.TwoLeggedTree two legs} it names a symmetric matrix W of such tensors.
 *
 * <p>Worked example: the cherry {@code f[f,f]} has |t| = 3, γ = 3, σ = 2 and F = f″(f,f); with the tall tree
 * {@code f[f[f]]} it exhausts the trees of order 3, and rooting the path of three vertices gives the cherry once and
 * the tall tree twice.
 *
 * <p>Source: Butcher, <em>Numerical Methods for Ordinary Differential Equations</em> (2008), sections 300–304; Hairer,
 * Lubich and Wanner, <em>Geometric Numerical Integration</em> (2006), chapter III.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.tree;

import org.jspecify.annotations.NullMarked;
