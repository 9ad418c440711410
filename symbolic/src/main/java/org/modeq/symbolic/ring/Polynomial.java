package org.modeq.symbolic.ring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A polynomial c₀ + c₁h + c₂h² + … in one variable with rational coefficients; immutable, without trailing zeros.
 *
 * @param coefficients c₀, c₁, …; the last is not 0, none for the zero polynomial
 */
public record Polynomial(List<Rational> coefficients) {
    /** The polynomial 0. */
    public static final Polynomial ZERO = new Polynomial(List.of());

    /**
     * A polynomial by its coefficients; trailing zeros are dropped.
     *
     * @param coefficients c₀, c₁, …
     */
    public Polynomial {
        int length = coefficients.size();
        while (length > 0 && coefficients.get(length - 1).isZero()) {
            length--;
        }
        coefficients = List.copyOf(coefficients.subList(0, length));
    }

    /**
     * A single power.
     *
     * @param coefficient c
     * @param power p ≥ 0
     * @return c·hᵖ
     * @throws IllegalArgumentException if p &lt; 0
     */
    public static Polynomial monomial(Rational coefficient, int power) {
        if (power < 0) {
            throw new IllegalArgumentException("given the power h^" + power + ", expected a power of at least 0");
        }
        List<Rational> coefficients = new ArrayList<>(Collections.nCopies(power, Rational.ZERO));
        coefficients.add(coefficient);
        return new Polynomial(coefficients);
    }

    /**
     * A constant.
     *
     * @param value c
     * @return c
     */
    public static Polynomial constant(Rational value) {
        return monomial(value, 0);
    }

    /**
     * The coefficient of a power.
     *
     * @param power p ≥ 0
     * @return c_p, 0 beyond the degree
     */
    public Rational coefficient(int power) {
        return power < coefficients.size() ? coefficients.get(power) : Rational.ZERO;
    }

    /** {@return the greatest p with c_p ≠ 0, −1 for the zero polynomial} */
    public int degree() {
        return coefficients.size() - 1;
    }

    /** {@return whether this is 0} */
    public boolean isZero() {
        return coefficients.isEmpty();
    }

    /**
     * The sum.
     *
     * @param other q
     * @return p + q
     */
    public Polynomial add(Polynomial other) {
        List<Rational> sum = new ArrayList<>();
        for (int p = 0; p <= Math.max(degree(), other.degree()); p++) {
            sum.add(coefficient(p).add(other.coefficient(p)));
        }
        return new Polynomial(sum);
    }

    /**
     * The product.
     *
     * @param other q
     * @return pq
     */
    public Polynomial multiply(Polynomial other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        List<Rational> product = new ArrayList<>(Collections.nCopies(degree() + other.degree() + 1, Rational.ZERO));
        for (int i = 0; i <= degree(); i++) {
            for (int j = 0; j <= other.degree(); j++) {
                Rational term = coefficient(i).multiply(other.coefficient(j));
                product.set(i + j, product.get(i + j).add(term));
            }
        }
        return new Polynomial(product);
    }

    /**
     * The part of degree at most d.
     *
     * @param degree d
     * @return c₀ + … + c_d h^d
     */
    public Polynomial truncated(int degree) {
        return new Polynomial(coefficients.subList(0, Math.min(degree + 1, coefficients.size())));
    }

    /**
     * The integral ∫₀ʰ p.
     *
     * @return Σ c_p h^(p+1)/(p+1)
     */
    public Polynomial integral() {
        List<Rational> integral = new ArrayList<>(List.of(Rational.ZERO));
        for (int p = 0; p <= degree(); p++) {
            integral.add(coefficient(p).divide(Rational.of(p + 1L)));
        }
        return new Polynomial(integral);
    }

    /**
     * The value at a point, by Horner's rule.
     *
     * @param point h
     * @return p(h)
     */
    public Rational valueAt(Rational point) {
        Rational value = Rational.ZERO;
        for (int p = degree(); p >= 0; p--) {
            value = value.multiply(point).add(coefficient(p));
        }
        return value;
    }

    /**
     * The remainder of the division by a polynomial.
     *
     * @param divisor q ≠ 0
     * @return the r of degree below that of q with p − r divisible by q
     * @throws ArithmeticException if q = 0
     */
    public Polynomial remainder(Polynomial divisor) {
        if (divisor.isZero()) {
            throw new ArithmeticException("a division by the polynomial 0; divide by another one");
        }
        Polynomial rest = this;
        while (rest.degree() >= divisor.degree()) {
            Rational quotient = rest.coefficient(rest.degree()).divide(divisor.coefficient(divisor.degree()));
            Polynomial multiple = monomial(quotient.negate(), rest.degree() - divisor.degree());
            rest = rest.add(multiple.multiply(divisor));
        }
        return rest;
    }

    /**
     * Whether a root lies in the closed unit disc, by the criterion of Schur and Cohn: with p* the polynomial with the coefficients
     * reversed and c₀ = 1, p has none exactly if |c_k| &lt; 1 and (p − c_k p*)/(1 − c_k²), which is of lower degree, has none.
     *
     * <p>Exact; k²/2 products for the degree k.
     *
     * @return whether p(z) = 0 for a complex z with |z| ≤ 1
     */
    public boolean hasRootInUnitDisc() {
        if (degree() < 1) {
            return isZero();
        }
        if (coefficient(0).isZero()) {
            return true;
        }
        Rational last = coefficient(degree()).divide(coefficient(0));
        if (last.abs().compareTo(Rational.ONE) >= 0) {
            return true;
        }
        Rational scale = coefficient(0).multiply(Rational.ONE.subtract(last.multiply(last)));
        List<Rational> reduced = new ArrayList<>();
        for (int p = 0; p < degree(); p++) {
            Rational rest = coefficient(p).subtract(last.multiply(coefficient(degree() - p)));
            reduced.add(rest.divide(scale));
        }
        return new Polynomial(reduced).hasRootInUnitDisc();
    }
}
