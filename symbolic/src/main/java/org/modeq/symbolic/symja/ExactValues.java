package org.modeq.symbolic.symja;

import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Rational;

/** Exact values at a point. */
record ExactValues(Coordinates coordinates, List<IExpr> point) implements ExpressionValues<Rational> {
    @Override
    public Rational of(Rational number) {
        return number;
    }

    @Override
    public Rational of(IExpr expression, String what) {
        return SymjaExpression.toRational(coordinates.at(expression, point), what);
    }

    @Override
    public Rational zero() {
        return Rational.ZERO;
    }

    @Override
    public Rational one() {
        return Rational.ONE;
    }

    @Override
    public Rational add(Rational a, Rational b) {
        return a.add(b);
    }

    @Override
    public Rational negate(Rational a) {
        return a.negate();
    }

    @Override
    public Rational multiply(Rational a, Rational b) {
        return a.multiply(b);
    }
}
