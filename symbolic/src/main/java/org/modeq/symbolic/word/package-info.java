/**
 * Words and bracketings: the index sets of the free associative and the free Lie algebra.
 *
 * <p>A {@linkplain org.modeq.symbolic.word.Letter letter} names a vector field and has a weight, a
 * {@linkplain org.modeq.symbolic.word.Word word} is a sequence of letters of an
 * {@linkplain org.modeq.symbolic.word.Alphabet alphabet} and its weight is the sum of theirs. Words have two products,
 * concatenation and {@linkplain org.modeq.symbolic.word.Word#shuffle shuffle}. A word is a
 * {@linkplain org.modeq.symbolic.word.LyndonWord Lyndon word} if it is smaller than each of its proper suffixes in the
 * lexicographic order. With the standard factorisation l = l′l″, l″ the longest proper suffix that is Lyndon, the
 * bracketings P(letter) = letter, P(l) = [P(l′), P(l″)] are a basis of the free Lie algebra, and
 * <pre>
 *   P(l) = l + words greater than l,
 * </pre>
 * by which coordinates are read off. Its {@linkplain org.modeq.symbolic.word.FreeLieDimension dimensions} d_k by weight
 * follow from Π (1 − x^k)^(−d_k) = 1/(1 − Σ x^weight), the sum over the letters; for k letters of weight 1 they are
 * Witt's d_n = 1/n · Σ μ(d) k^(n/d) over the divisors d of n. Three {@linkplain org.modeq.symbolic.word.LieBasis bases}
 * are known: {@linkplain org.modeq.symbolic.word.LyndonBasis Lyndon's}, {@linkplain
 * org.modeq.symbolic.word.HallBasis Hall's}, and {@linkplain org.modeq.symbolic.word.RightNormedBasis Chibrikov's
 * right-normed} one. Convention: the letter A_j has weight j; letters are ordered by name, then weight.
 *
 * <p>A {@linkplain org.modeq.symbolic.word.Bracketing bracketing} is read from and written as {@code [A,[A,B_2]]};
 * repeated brackets may be written as {@linkplain org.modeq.symbolic.word.AdjointPower powers} {@code ad_A^3 B}.
 *
 * <p>Worked example: the Lyndon words of degree 4 in A, B are AAAB, AABB, ABBB, and P(AABB) = [A,[[A,B],B]]; in Hall's
 * basis its place has [B,[A,[A,B]]], in the right-normed one [B,[A,[B,A]]].
 *
 * <p>Source: Reutenauer, <em>Free Lie Algebras</em> (1993), chapters 1, 4 and 5; Chibrikov (2006).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.word;

import org.jspecify.annotations.NullMarked;
