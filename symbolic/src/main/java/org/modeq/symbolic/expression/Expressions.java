package org.modeq.symbolic.expression;

import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * Expressions with their sums and products. Polynomials are a ring; beyond them the laws hold for the values, and equal
 * values may be written in several ways.
 */
public enum Expressions implements Ring<Expression> {
    /** The one ring of expressions. */
    EXPRESSIONS;

    @Override
    public Expression zero() {
        return Expression.ZERO;
    }

    @Override
    public Expression one() {
        return Expression.ONE;
    }

    @Override
    public Expression of(Rational number) {
        return Expression.of(number);
    }

    @Override
    public Expression add(Expression a, Expression b) {
        return a.add(b);
    }

    @Override
    public Expression negate(Expression a) {
        return a.scaled(Rational.of(-1));
    }

    @Override
    public Expression multiply(Expression a, Expression b) {
        return a.multiply(b);
    }
}
