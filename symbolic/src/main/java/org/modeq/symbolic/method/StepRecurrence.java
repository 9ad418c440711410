package org.modeq.symbolic.method;

import java.util.List;
import org.modeq.symbolic.tree.Colour;

/**
 * The recurrence of an optimizer on B-series coefficients, solved tree by tree.
 *
 * @param <S> the solution on one tree: all that the recurrence needs to know of a child of the root
 * @param <E> the coefficients
 */
public interface StepRecurrence<S, E> {
    /**
     * Solves the recurrence on B₊(t₁ … tₘ).
     *
     * @param root the colour of the root
     * @param children the solutions on t₁ … tₘ
     * @return the solution on the tree
     */
    S solve(Colour root, List<S> children);

    /**
     * The coefficient of the tree in the n-th iterate.
     *
     * @param solution the solution on the tree
     * @return P(t; n) as a polynomial in n
     */
    StepPolynomial<E> iterate(S solution);

    /** {@return the number of coefficients in a solution; the estimate of memory counts with it} */
    long valuesPerTree();
}
