package org.modeq.numeric.evaluate;

import java.math.BigInteger;
import org.modeq.symbolic.ring.Rational;

/** Rational numbers with the roots that are rational. */
final class Roots implements AdaptiveArithmetic<Rational> {
    static final Roots EXACT = new Roots();

    private Roots() {}

    /** The root of a square of a rational number. */
    static Rational of(Rational square, String message) {
        BigInteger numerator = square.numerator().sqrt();
        BigInteger denominator = square.denominator().sqrt();
        Rational root = Rational.of(numerator, denominator);
        if (!root.multiply(root).equals(square)) {
            throw new ArithmeticException(message);
        }
        return root;
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
    public Rational multiply(Rational a, Rational b) {
        return a.multiply(b);
    }

    @Override
    public Rational divide(Rational a, Rational b) {
        return a.divide(b);
    }

    @Override
    public Rational sqrt(Rational a) {
        return of(a, "the root of " + a + " is not rational");
    }
}
