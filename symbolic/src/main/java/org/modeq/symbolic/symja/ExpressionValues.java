package org.modeq.symbolic.symja;

import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Ring;

/**
 * A map of Symja's expressions in the variables into a ring: evaluation at a point, or collected expressions of our own.
 *
 * @param <E> the values
 */
interface ExpressionValues<E> {
    /** The ring of the values. */
    Ring<E> ring();

    /** The value of an expression; {@code what} names it in errors. */
    E of(IExpr expression, String what);
}
