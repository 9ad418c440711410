package org.modeq.symbolic.symja;

import static org.modeq.symbolic.expression.Expressions.EXPRESSIONS;

import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Ring;

/** Symja's expressions as expressions of our own, which our own printers can write. */
record SymbolicValues(Coordinates coordinates) implements ExpressionValues<Expression> {
    @Override
    public Ring<Expression> ring() {
        return EXPRESSIONS;
    }

    @Override
    public Expression of(IExpr expression, String what) {
        try {
            return new CollectedExpression(coordinates).of(expression);
        } catch (ArithmeticException refused) {
            ArithmeticException placed = new ArithmeticException(what + ": " + refused.getMessage());
            placed.initCause(refused);
            throw placed;
        }
    }
}
