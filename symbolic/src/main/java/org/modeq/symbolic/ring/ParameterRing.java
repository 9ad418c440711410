package org.modeq.symbolic.ring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The ring ℚ[x₁, x₂, …][1/D₁, …, 1/D_r]: polynomials in parameters, with a few of them made invertible.
 *
 * <p>The coefficients of a modified equation with symbols live here: heavy ball inverts D = 1 − β, a method with m
 * sub-steps inverts m, a linear multistep method with generating polynomial ρ inverts ρ′(1). As the D_i are irreducible
 * and pairwise coprime, each element is numerator / Π D_i^kᵢ in one way only in which D_i does not divide the numerator
 * where kᵢ &gt; 0; only exact division is needed, never a greatest common divisor of polynomials. Lang,
 * <em>Algebra</em>, chapter II, section 4 (localisation) and chapter IV, section 2 (unique factorisation).
 */
public final class ParameterRing implements Ring<ParameterFraction> {
    private static final int HIGHEST_CYCLOTOMIC = 30;

    private final List<ParameterPolynomial> invertible;
    private final List<Integer> noExponents;

    private ParameterRing(List<ParameterPolynomial> invertible) {
        this.invertible = List.copyOf(invertible);
        this.noExponents = List.copyOf(Collections.nCopies(invertible.size(), 0));
    }

    /**
     * The ring in which given polynomials are invertible.
     *
     * <p>Each is divided by its content and the sign of its lowest term, so β − 1 and 2 − 2β both become 1 − β; the
     * order is that of printed denominators. That a sum is irreducible is not checked: with a reducible one the
     * operations stay right, but equal elements may have unequal forms.
     *
     * @param invertible D₁, …, D_r, irreducible and pairwise coprime; none for the polynomials themselves
     * @return the ring
     * @throws IllegalArgumentException if a D_i is constant, a product of parameters, or a multiple of another
     */
    public static ParameterRing of(List<ParameterPolynomial> invertible) {
        List<ParameterPolynomial> normalised = new ArrayList<>();
        for (ParameterPolynomial polynomial : invertible) {
            requireIrreducible(polynomial);
            Rational unit = polynomial.content().multiply(Rational.of(polynomial.leadingSign()));
            ParameterPolynomial candidate = polynomial.scaled(unit.reciprocal());
            for (ParameterPolynomial earlier : normalised) {
                boolean multiple = candidate.divideExactly(earlier).isPresent()
                        || earlier.divideExactly(candidate).isPresent();
                if (multiple) {
                    throw new IllegalArgumentException("given the invertible polynomials " + earlier + " and "
                            + polynomial + ", expected none to be a multiple of another; leave the multiple out");
                }
            }
            normalised.add(candidate);
        }
        return new ParameterRing(normalised);
    }

    private static void requireIrreducible(ParameterPolynomial polynomial) {
        if (polynomial.degree() < 1) {
            throw new IllegalArgumentException("given the invertible polynomial " + polynomial
                    + ", expected one in which a parameter occurs; constants other than 0 are invertible anyway");
        }
        if (!polynomial.isSum() && polynomial.degree() > 1) {
            throw new IllegalArgumentException("given the invertible polynomial " + polynomial
                    + ", expected an irreducible one; give its parameters one by one");
        }
    }

    /** {@return D₁, …, D_r, with integer coprime coefficients and a positive lowest term} */
    public List<ParameterPolynomial> invertible() {
        return invertible;
    }

    @Override
    public ParameterFraction zero() {
        return of(ParameterPolynomial.ZERO);
    }

    @Override
    public ParameterFraction one() {
        return of(ParameterPolynomial.ONE);
    }

    @Override
    public ParameterFraction of(Rational constant) {
        return of(ParameterPolynomial.of(constant));
    }

    /**
     * A polynomial as an element.
     *
     * @param polynomial p
     * @return p/1
     */
    public ParameterFraction of(ParameterPolynomial polynomial) {
        return new ParameterFraction(this, polynomial, noExponents);
    }

    /**
     * A parameter as an element.
     *
     * @param name its name: a letter, then letters, digits and underscores
     * @return x
     * @throws IllegalArgumentException if the name is not of that form
     */
    public ParameterFraction parameter(String name) {
        return of(ParameterPolynomial.parameter(name));
    }

    /**
     * The sum a + b, over the least common denominator.
     *
     * @param a an element
     * @param b an element
     * @return a + b
     * @throws IllegalArgumentException if a or b is an element of another ring
     * @throws ArithmeticException if the degree is too high for the number of parameters
     */
    @Override
    public ParameterFraction add(ParameterFraction a, ParameterFraction b) {
        requireOwn(a);
        requireOwn(b);
        List<Integer> common = combined(a.exponents(), b.exponents(), Math::max);
        ParameterPolynomial sum = expanded(a, common).add(expanded(b, common));
        return reduced(sum, common);
    }

    /**
     * The opposite −a.
     *
     * @param a an element
     * @return −a
     * @throws IllegalArgumentException if a is an element of another ring
     */
    @Override
    public ParameterFraction negate(ParameterFraction a) {
        requireOwn(a);
        return new ParameterFraction(this, a.numerator().negate(), a.exponents());
    }

    /**
     * The product ab.
     *
     * @param a an element
     * @param b an element
     * @return ab
     * @throws IllegalArgumentException if a or b is an element of another ring
     * @throws ArithmeticException if the degree is too high for the number of parameters
     */
    @Override
    public ParameterFraction multiply(ParameterFraction a, ParameterFraction b) {
        requireOwn(a);
        requireOwn(b);
        return reduced(a.numerator().multiply(b.numerator()), combined(a.exponents(), b.exponents(), Integer::sum));
    }

    /**
     * The inverse of a unit c · Π D_i^jᵢ with c ≠ 0 in ℚ and jᵢ of either sign.
     *
     * @param a a unit
     * @return 1/a
     * @throws ArithmeticException if a is not of that form
     * @throws IllegalArgumentException if a is an element of another ring
     */
    public ParameterFraction reciprocal(ParameterFraction a) {
        requireOwn(a);
        ParameterPolynomial rest = a.numerator();
        List<Integer> exponents = new ArrayList<>();
        for (ParameterPolynomial factor : invertible) {
            int exponent = 0;
            Optional<ParameterPolynomial> quotient = quotient(rest, factor);
            while (quotient.isPresent()) {
                exponent++;
                rest = quotient.get();
                quotient = quotient(rest, factor);
            }
            exponents.add(exponent);
        }
        Rational constant = rest.constant()
                .filter(value -> !value.isZero())
                .orElseThrow(() -> new ArithmeticException("the reciprocal of " + a + " does not exist in this ring;"
                        + " invertible are products of constants other than 0 and of " + invertible));
        ParameterPolynomial numerator = powers(a.exponents()).scaled(constant.reciprocal());
        return new ParameterFraction(this, numerator, List.copyOf(exponents));
    }

    @Override
    public Optional<ParameterFraction> inverse(ParameterFraction a) {
        try {
            return Optional.of(reciprocal(a));
        } catch (ArithmeticException notAUnit) {
            return Optional.empty();
        }
    }

    /**
     * The ring with further invertible polynomials: those that the numerators are products of, as far as they are parameters,
     * cyclotomic, or of degree 1 in a parameter with one coefficient constant, all of which are irreducible.
     *
     * @param elements elements other than 0
     * @return the ring, or empty if a numerator has another factor
     */
    @Override
    public Optional<Ring<ParameterFraction>> inverting(Collection<ParameterFraction> elements) {
        List<ParameterPolynomial> divisors = new ArrayList<>(invertible);
        for (ParameterFraction element : elements) {
            for (String name : element.numerator().parameters()) {
                ParameterPolynomial parameter = ParameterPolynomial.parameter(name);
                if (!divisors.contains(parameter)
                        && quotient(element.numerator(), parameter).isPresent()) {
                    divisors.add(parameter);
                }
            }
            ParameterPolynomial rest = element.numerator();
            for (ParameterPolynomial divisor : divisors) {
                Optional<ParameterPolynomial> quotient = quotient(rest, divisor);
                while (quotient.isPresent()) {
                    rest = quotient.get();
                    quotient = quotient(rest, divisor);
                }
            }
            if (isIrreducible(rest)) {
                divisors.add(rest);
            } else if (rest.degree() != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(divisors.equals(invertible) ? this : of(divisors));
    }

    /** Whether a polynomial is of degree 1 in a parameter with a constant coefficient, or cyclotomic; Lang, chapter VI, section 3. */
    private static boolean isIrreducible(ParameterPolynomial polynomial) {
        for (String name : polynomial.parameters()) {
            List<ParameterPolynomial> coefficients = polynomial.coefficientsIn(name);
            boolean hasConstant = coefficients.stream()
                    .anyMatch(c -> c.constant().filter(value -> !value.isZero()).isPresent());
            if (coefficients.size() == 2 && hasConstant) {
                return true;
            }
        }
        return polynomial.parameters().size() == 1 && isCyclotomic(polynomial);
    }

    /** Whether a polynomial in one parameter is a multiple of a Φ_d = (x^d − 1)/Π Φ_e over the proper divisors e of d, d ≤ 30. */
    private static boolean isCyclotomic(ParameterPolynomial polynomial) {
        ParameterPolynomial x =
                ParameterPolynomial.parameter(polynomial.parameters().get(0));
        List<ParameterPolynomial> earlier = new ArrayList<>();
        for (int d = 1; d <= HIGHEST_CYCLOTOMIC; d++) {
            ParameterPolynomial rest = x.pow(d).subtract(ParameterPolynomial.ONE);
            for (ParameterPolynomial factor : earlier) {
                rest = quotient(rest, factor).orElse(rest);
            }
            earlier.add(rest);
            if (rest.degree() == polynomial.degree()
                    && quotient(polynomial, rest).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * An element of a ring with fewer invertible polynomials.
     *
     * @param element numerator / Π D_i^kᵢ
     * @return the same fraction in this ring
     * @throws ArithmeticException if a D_i with kᵢ &gt; 0 is not invertible here
     */
    @Override
    public ParameterFraction embedded(ParameterFraction element) {
        ParameterFraction result = of(element.numerator());
        for (int i = 0; i < element.exponents().size(); i++) {
            if (element.exponents().get(i) > 0) {
                ParameterFraction inverse =
                        reciprocal(of(element.ring().invertible().get(i)));
                result = multiply(result, pow(inverse, element.exponents().get(i)));
            }
        }
        return result;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ParameterRing other && invertible.equals(other.invertible);
    }

    @Override
    public int hashCode() {
        return invertible.hashCode();
    }

    /** {@return the ring in words, with its invertible polynomials} */
    @Override
    public String toString() {
        return "polynomials over the rationals with invertible " + invertible;
    }

    /** Cancels D_i from numerator and denominator as long as it divides both. */
    private ParameterFraction reduced(ParameterPolynomial numerator, List<Integer> exponents) {
        if (numerator.isZero()) {
            return zero();
        }
        ParameterPolynomial rest = numerator;
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < invertible.size(); i++) {
            int exponent = exponents.get(i);
            Optional<ParameterPolynomial> quotient = Optional.of(rest);
            while (quotient.isPresent()) {
                rest = quotient.get();
                quotient = exponent == 0 ? Optional.empty() : quotient(rest, invertible.get(i));
                exponent -= quotient.isPresent() ? 1 : 0;
            }
            left.add(exponent);
        }
        return new ParameterFraction(this, rest, List.copyOf(left));
    }

    /** The numerator over the denominator with given exponents, which are at least those of the fraction. */
    private ParameterPolynomial expanded(ParameterFraction fraction, List<Integer> exponents) {
        List<Integer> missing = combined(exponents, fraction.exponents(), (all, own) -> all - own);
        return fraction.numerator().multiply(powers(missing));
    }

    private ParameterPolynomial powers(List<Integer> exponents) {
        ParameterPolynomial product = ParameterPolynomial.ONE;
        for (int i = 0; i < invertible.size(); i++) {
            if (exponents.get(i) > 0) {
                product = product.multiply(invertible.get(i).pow(exponents.get(i)));
            }
        }
        return product;
    }

    private static Optional<ParameterPolynomial> quotient(ParameterPolynomial dividend, ParameterPolynomial divisor) {
        return dividend.isZero() ? Optional.empty() : dividend.divideExactly(divisor);
    }

    private static List<Integer> combined(List<Integer> left, List<Integer> right, IntBinaryOperator operator) {
        List<Integer> combined = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            combined.add(operator.applyAsInt(left.get(i), right.get(i)));
        }
        return combined;
    }

    private void requireOwn(ParameterFraction a) {
        if (!equals(a.ring())) {
            throw new IllegalArgumentException("given " + a + " of " + a.ring() + ", expected an element of " + this
                    + "; build it with this ring");
        }
    }
}
