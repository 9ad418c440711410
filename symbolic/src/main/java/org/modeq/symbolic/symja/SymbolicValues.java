package org.modeq.symbolic.symja;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Rational;

/** The expressions themselves, multiplied out: for polynomials equality of values is equality of polynomials. */
record SymbolicValues(Coordinates coordinates) implements ExpressionValues<IExpr> {
    @Override
    public IExpr of(Rational number) {
        return coordinates.evaluate(SymjaExpression.of(number));
    }

    @Override
    public IExpr of(IExpr expression, String what) {
        return coordinates.expanded(expression);
    }

    @Override
    public IExpr zero() {
        return F.C0;
    }

    @Override
    public IExpr one() {
        return F.C1;
    }

    @Override
    public IExpr add(IExpr a, IExpr b) {
        return coordinates.evaluate(F.Plus(a, b));
    }

    @Override
    public IExpr negate(IExpr a) {
        return coordinates.expanded(F.Negate(a));
    }

    @Override
    public IExpr multiply(IExpr a, IExpr b) {
        return coordinates.expanded(F.Times(a, b));
    }
}
