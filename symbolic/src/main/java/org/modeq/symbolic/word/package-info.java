/**
 * Words and bracketings: the index sets of the free associative and the free Lie algebra.
 *
 * <p>A {@linkplain org.modeq.symbolic.word.Letter letter} names a vector field and has a weight, a
 * {@linkplain org.modeq.symbolic.word.Word word} is a sequence of letters and its weight is the sum of theirs. A word is a
 * {@linkplain org.modeq.symbolic.word.LyndonWord Lyndon word} if it is smaller than each of its proper suffixes in the
 * lexicographic order. With the standard factorisation l = l′l″, l″ the longest proper suffix that is Lyndon, the
 * bracketings P(letter) = letter, P(l) = [P(l′), P(l″)] are a basis of the free Lie algebra, and
 * <pre>
 *   P(l) = l + words greater than l,
 * </pre>
 * by which coordinates are read off. Convention: the letter A_j has weight j; letters are ordered by name, then weight.
 *
 * <p>Worked example: the Lyndon words of degree 4 in A, B are AAAB, AABB, ABBB, and P(AABB) = [A,[[A,B],B]].
 *
 * <p>Source: Reutenauer, <em>Free Lie Algebras</em> (1993), chapters 4 and 5.
 */
@NullMarked
package org.modeq.symbolic.word;

import org.jspecify.annotations.NullMarked;
