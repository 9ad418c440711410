package org.modeq.proofs.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;

/**
 * Powers with a symbol in the exponent, as βⁿ in the field of step n: a formula with them is one in a further parameter,
 * {@code beta^(2*n+1)} is {@code beta*(beta^n)^2}.
 */
final class ExponentialPowers {
    private final String exponent;
    private final Set<String> bases;

    /** Powers of some parameters with the exponent n. */
    ExponentialPowers(String exponent, Set<String> bases) {
        this.exponent = exponent;
        this.bases = bases;
    }

    /** Whether a name is that of such a power. */
    static boolean isOne(String name) {
        return name.contains("^");
    }

    /** A parameter by its name, or such a power. */
    static ParameterPolynomial parameter(String name) {
        int sign = name.indexOf('^');
        return sign < 0
                ? ParameterPolynomial.parameter(name)
                : ParameterPolynomial.exponential(name.substring(0, sign), name.substring(sign + 1));
    }

    /** The value of a power where its base has one and n is a number. */
    static Rational value(String name, Map<String, Rational> values) {
        int sign = name.indexOf('^');
        Rational base = values.getOrDefault(name.substring(0, sign), Rational.ONE);
        Rational power = values.getOrDefault(name.substring(sign + 1), Rational.ONE);
        return base.pow(power.numerator().intValueExact());
    }

    /** {@return the names of the powers, {@code beta^n}} */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        bases.forEach(base -> names.add(base + "^" + exponent));
        return names;
    }

    /**
     * The formula with these powers as names.
     *
     * @throws IllegalArgumentException if n stands in the exponent of anything else
     */
    Formula rewritten(Formula formula) {
        if (formula instanceof Formula.Operation operation) {
            Formula left = rewritten(operation.left());
            if (operation.sign() == '^' && speaksOfExponent(operation.right())) {
                return power(operation, left);
            }
            return new Formula.Operation(operation.position(), operation.sign(), left, rewritten(operation.right()));
        }
        if (formula instanceof Formula.Application application) {
            return new Formula.Application(
                    application.position(),
                    application.function(),
                    rewritten(application.arguments()),
                    rewritten(application.directions()));
        }
        return formula;
    }

    private List<Formula> rewritten(List<Formula> formulas) {
        return formulas.stream().map(this::rewritten).toList();
    }

    private boolean speaksOfExponent(Formula formula) {
        if (formula instanceof Formula.Operation operation) {
            return speaksOfExponent(operation.left()) || speaksOfExponent(operation.right());
        }
        return formula instanceof Formula.Name name && name.name().equals(exponent);
    }

    /** β^(kn+c) as β^c (βⁿ)^k. */
    private Formula power(Formula.Operation power, Formula base) {
        Optional<ParameterPolynomial> linear = ClaimRing.polynomial(power.right(), Set.of(exponent));
        boolean isParameter = base instanceof Formula.Name name && bases.contains(name.name());
        if (linear.isEmpty() || linear.get().degree() > 1 || !isParameter) {
            throw new IllegalArgumentException("at position " + power.position() + ": given a power with " + exponent
                    + " in its exponent, expected one of " + String.join(", ", bases) + " with k*" + exponent
                    + "+c, whole numbers k and c");
        }
        List<ParameterPolynomial> coefficients = linear.get().coefficientsIn(exponent);
        int constant = whole(coefficients.get(0), power);
        int slope = whole(coefficients.get(1), power);
        Formula name = new Formula.Name(power.position(), ((Formula.Name) base).name() + "^" + exponent);
        return new Formula.Operation(
                power.position(), '*', raised(base, constant, power.position()), raised(name, slope, power.position()));
    }

    private static Formula raised(Formula base, int exponent, int position) {
        Formula power = new Formula.Operation(
                position, '^', base, new Formula.Constant(position, Rational.of(Math.abs(exponent))));
        return exponent >= 0
                ? power
                : new Formula.Operation(position, '/', new Formula.Constant(position, Rational.ONE), power);
    }

    private int whole(ParameterPolynomial coefficient, Formula.Operation power) {
        Rational value = coefficient.constant().orElse(Rational.of(1, 2));
        if (!value.isInteger()) {
            throw new IllegalArgumentException("at position " + power.position() + ": given the exponent " + coefficient
                    + ", expected whole numbers in it");
        }
        return value.numerator().intValueExact();
    }
}
