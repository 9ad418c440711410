package org.modeq.symbolic.symja;

import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IReal;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/** Values at a point in doubles: each derivative is rounded once. */
record DoubleValues(Coordinates coordinates, List<IExpr> point) implements ExpressionValues<Double> {
    @Override
    public Ring<Double> ring() {
        return Doubles.DOUBLES;
    }

    @Override
    public Double of(IExpr expression, String what) {
        IExpr value = coordinates.inDoubles(coordinates.at(expression, point));
        if (value instanceof IReal real && Double.isFinite(real.doubleValue())) {
            return real.doubleValue();
        }
        throw new ArithmeticException(
                what + " at the point is " + value + ", which is not a finite real number; choose another point");
    }

    /** A ring up to rounding. */
    private enum Doubles implements Ring<Double> {
        DOUBLES;

        @Override
        public Double of(Rational number) {
            return number.doubleValue();
        }

        @Override
        public Double zero() {
            return 0.0;
        }

        @Override
        public Double one() {
            return 1.0;
        }

        @Override
        public Double add(Double a, Double b) {
            return a + b;
        }

        @Override
        public Double negate(Double a) {
            return -a;
        }

        @Override
        public Double multiply(Double a, Double b) {
            return a * b;
        }
    }
}
