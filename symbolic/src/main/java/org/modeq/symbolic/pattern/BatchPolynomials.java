package org.modeq.symbolic.pattern;

import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/** The ring ℚ[m] of polynomials in the number m of batches. */
enum BatchPolynomials implements Ring<Polynomial> {
    /** The one ring ℚ[m]. */
    IN_BATCHES;

    @Override
    public Polynomial zero() {
        return Polynomial.ZERO;
    }

    @Override
    public Polynomial one() {
        return of(Rational.ONE);
    }

    @Override
    public Polynomial of(Rational number) {
        return Polynomial.constant(number);
    }

    @Override
    public Polynomial add(Polynomial a, Polynomial b) {
        return a.add(b);
    }

    @Override
    public Polynomial negate(Polynomial a) {
        return scale(Rational.of(-1), a);
    }

    @Override
    public Polynomial multiply(Polynomial a, Polynomial b) {
        return a.multiply(b);
    }
}
