package org.modeq.symbolic.symja;

import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Ring;

/**
 * A ring into which expressions in the variables are mapped: evaluation at a point, or the expressions themselves.
 *
 * @param <E> the values
 */
interface ExpressionValues<E> extends Ring<E> {
    /** The value of an expression; {@code what} names it in errors. */
    E of(IExpr expression, String what);
}
