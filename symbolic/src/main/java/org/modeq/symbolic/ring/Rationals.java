package org.modeq.symbolic.ring;

/** The field ℚ of rational numbers. */
public enum Rationals implements Field<Rational> {
    /** The one field ℚ. */
    RATIONALS;

    @Override
    public Rational zero() {
        return Rational.ZERO;
    }

    @Override
    public Rational one() {
        return Rational.ONE;
    }

    @Override
    public Rational of(Rational number) {
        return number;
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

    @Override
    public Rational reciprocal(Rational a) {
        return a.reciprocal();
    }
}
