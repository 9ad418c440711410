package org.modeq.symbolic.ring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How polynomials and fractions in parameters are written: as formulas of the formula language, or in LaTeX. */
enum ParameterScript {
    /** {@code (1+4*beta+beta^2)/(3*(1-beta)^5)}. */
    TEXT {
        @Override
        String number(Rational positive) {
            return positive.toString();
        }

        @Override
        String power(String base, int exponent) {
            return exponent == 1 ? base : base + "^" + exponent;
        }

        @Override
        String name(String parameter) {
            return parameter;
        }

        @Override
        String power(PowerName power, int times) {
            return power.base() + "^" + (times == 1 ? power.exponent() : "(" + times + "*" + power.exponent() + ")");
        }

        @Override
        String product(List<String> factors) {
            return String.join("*", factors);
        }

        @Override
        String quotient(List<String> dividend, List<String> divisor) {
            String bottom = product(divisor);
            return product(dividend) + "/" + (divisor.size() == 1 ? bottom : "(" + bottom + ")");
        }
    },

    /** <code>\frac{1+4\beta+\beta^{2}}{3(1-\beta)^{5}}</code>. */
    LATEX {
        @Override
        String number(Rational positive) {
            return positive.isInteger()
                    ? positive.toString()
                    : "\\frac{" + positive.numerator() + "}{" + positive.denominator() + "}";
        }

        @Override
        String power(String base, int exponent) {
            return exponent == 1 ? base : base + "^{" + exponent + "}";
        }

        @Override
        String power(PowerName power, int times) {
            Matcher number = NUMBER.matcher(power.base());
            String fraction = number.matches() && number.group(3) != null
                    ? number.group(1) + "\\tfrac{" + number.group(2) + "}{" + number.group(3) + "}"
                    : power.base();
            String base = !number.matches()
                    ? name(power.base())
                    : number.group(3) != null ? "\\bigl(" + fraction + "\\bigr)" : fraction;
            return base + "^{" + (times == 1 ? "" : times) + name(power.exponent()) + "}";
        }

        @Override
        String name(String parameter) {
            Matcher indexed = INDEXED.matcher(parameter);
            return indexed.matches() ? letters(indexed.group(1)) + "_{" + indexed.group(2) + "}" : letters(parameter);
        }

        @Override
        String product(List<String> factors) {
            StringBuilder product = new StringBuilder();
            for (String factor : factors) {
                boolean runsOn = Character.isLetter(factor.charAt(0))
                        && ENDS_IN_COMMAND.matcher(product).find();
                product.append(runsOn ? " " : "").append(factor);
            }
            return product.toString();
        }

        @Override
        String quotient(List<String> dividend, List<String> divisor) {
            return "\\frac{" + bare(dividend) + "}{" + bare(divisor) + "}";
        }

        /** A product for which the fraction bar stands as parentheses. */
        private String bare(List<String> factors) {
            String product = product(factors);
            boolean enclosed = factors.size() == 1 && product.startsWith("(") && product.endsWith(")");
            return enclosed ? product.substring(1, product.length() - 1) : product;
        }

        private String letters(String word) {
            if (word.equals("eps")) {
                return "\\varepsilon";
            }
            if (GREEK.contains(word)) {
                return "\\" + word;
            }
            return word.length() == 1 ? word : "\\mathrm{" + word.replace("_", "\\_") + "}";
        }
    };

    private static final Pattern NUMBER = Pattern.compile("\\((-?)(\\d+)(?:/(\\d+))?\\)");
    private static final Pattern INDEXED = Pattern.compile("(\\p{L}+)_?(\\d+)");
    private static final Pattern ENDS_IN_COMMAND = Pattern.compile("\\\\[a-zA-Z]+$");
    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi",
            "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

    abstract String number(Rational positive);

    abstract String power(String base, int exponent);

    abstract String name(String parameter);

    /** A power with a symbol in the exponent, that many times. */
    abstract String power(PowerName power, int times);

    abstract String product(List<String> factors);

    /** A quotient of products of at least one factor each; sums among the factors stand in parentheses. */
    abstract String quotient(List<String> dividend, List<String> divisor);

    /** The terms in canonical order with their signs. */
    String polynomial(ParameterPolynomial polynomial) {
        if (polynomial.isZero()) {
            return "0";
        }
        StringBuilder sum = new StringBuilder();
        polynomial.terms().forEach((monomial, coefficient) -> {
            if (coefficient.signum() < 0) {
                sum.append('-');
            } else if (!sum.isEmpty()) {
                sum.append('+');
            }
            List<String> powers = powers(polynomial.packing(), monomial);
            sum.append(product(withNumber(coefficient.abs(), powers)));
        });
        return sum.toString();
    }

    /** Part by part where there are powers βⁿ with a symbol in the exponent, each behind its fraction. */
    String fraction(ParameterFraction fraction) {
        StringBuilder sum = new StringBuilder();
        for (ParameterFraction part : fraction.byExponentials()) {
            ParameterPolynomial powers = PowerName.split(part.numerator()).firstKey();
            String term = powers.degree() == 0 || part.isZero() ? plain(part) : behind(part, powers);
            sum.append(sum.isEmpty() || term.startsWith("-") ? "" : "+").append(term);
        }
        return sum.toString();
    }

    private String behind(ParameterFraction part, ParameterPolynomial powers) {
        ParameterRing ring = part.ring();
        ParameterFraction factor = new ParameterFraction(
                ring, part.numerator().divideExactly(powers).orElseThrow(), part.exponents());
        String sign = factor.leadingSign() < 0 ? "-" : "";
        ParameterFraction absolute = sign.isEmpty() ? factor : ring.negate(factor);
        String written = plain(absolute);
        String inFront = absolute.isSum() ? "(" + written + ")" : written;
        return sign
                + (absolute.equals(ring.one()) ? polynomial(powers) : product(List.of(inFront, polynomial(powers))));
    }

    /** The sign, then integers and a primitive polynomial over integers and the powers of the D_i. */
    private String plain(ParameterFraction fraction) {
        if (fraction.isIntegerPolynomial()) {
            return polynomial(fraction.numerator());
        }
        Rational content = fraction.numerator().content();
        Rational sign = Rational.of(fraction.leadingSign());
        ParameterPolynomial primitive =
                fraction.numerator().scaled(content.reciprocal().multiply(sign));
        List<String> divisor = new ArrayList<>();
        List<ParameterPolynomial> invertible = fraction.ring().invertible();
        for (int i = 0; i < invertible.size(); i++) {
            int exponent = fraction.exponents().get(i);
            if (exponent > 0) {
                divisor.add(power(factors(invertible.get(i)).get(0), exponent));
            }
        }
        String quotient = quotient(
                withNumber(integer(content.numerator()), factors(primitive)),
                withNumber(integer(content.denominator()), divisor));
        return (sign.signum() < 0 ? "-" : "") + quotient;
    }

    /** A sum in parentheses, or the powers of a monomial with coefficient 1. */
    private List<String> factors(ParameterPolynomial primitive) {
        return primitive.isSum()
                ? List.of("(" + polynomial(primitive) + ")")
                : powers(primitive.packing(), primitive.terms().firstKey());
    }

    private List<String> powers(PackedMonomials packing, long monomial) {
        List<String> powers = new ArrayList<>();
        for (int i = 0; i < packing.names().size(); i++) {
            int exponent = packing.exponent(monomial, i);
            if (exponent > 0) {
                String name = packing.names().get(i);
                powers.add(
                        PowerName.isOne(name) ? power(PowerName.parse(name), exponent) : power(name(name), exponent));
            }
        }
        return powers;
    }

    /** The factors with a number in front, which is left out if it is 1 and not alone. */
    private List<String> withNumber(Rational positive, List<String> factors) {
        if (positive.equals(Rational.ONE) && !factors.isEmpty()) {
            return factors;
        }
        List<String> all = new ArrayList<>(List.of(number(positive)));
        all.addAll(factors);
        return all;
    }

    private static Rational integer(BigInteger value) {
        return Rational.of(value, BigInteger.ONE);
    }
}
