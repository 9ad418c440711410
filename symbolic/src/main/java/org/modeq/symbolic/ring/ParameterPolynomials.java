package org.modeq.symbolic.ring;

/** The ring ℚ[x₁, x₂, …] of polynomials in all parameters. */
public enum ParameterPolynomials implements Ring<ParameterPolynomial> {
    /** The one ring of polynomials in all parameters. */
    PARAMETER_POLYNOMIALS;

    @Override
    public ParameterPolynomial zero() {
        return ParameterPolynomial.ZERO;
    }

    @Override
    public ParameterPolynomial one() {
        return ParameterPolynomial.ONE;
    }

    @Override
    public ParameterPolynomial of(Rational number) {
        return ParameterPolynomial.of(number);
    }

    @Override
    public ParameterPolynomial add(ParameterPolynomial a, ParameterPolynomial b) {
        return a.add(b);
    }

    @Override
    public ParameterPolynomial negate(ParameterPolynomial a) {
        return a.negate();
    }

    @Override
    public ParameterPolynomial multiply(ParameterPolynomial a, ParameterPolynomial b) {
        return a.multiply(b);
    }
}
