package org.modeq.symbolic.symja;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/** Exact values at a point. */
record ExactValues(Coordinates coordinates, List<IExpr> point) implements ExpressionValues<Rational> {
    @Override
    public Ring<Rational> ring() {
        return RATIONALS;
    }

    @Override
    public Rational of(IExpr expression, String what) {
        return SymjaExpression.toRational(coordinates.at(expression, point), what + " at the point");
    }
}
