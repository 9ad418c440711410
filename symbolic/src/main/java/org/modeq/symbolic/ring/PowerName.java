package org.modeq.symbolic.ring;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The name {@code beta^n} of an unknown that stands for a power with a symbol in the exponent.
 *
 * @param base β: a parameter, or a number in parentheses
 * @param exponent n
 */
record PowerName(String base, String exponent) {
    private static final String SIGN = "^";
    private static final Comparator<ParameterPolynomial> BY_DEGREE = Comparator.comparingInt(
                    (ParameterPolynomial product) -> product.degree())
            .thenComparing(ParameterPolynomial::toString);

    /** The name of a power of a parameter or number. */
    static PowerName of(String base, String exponent) {
        if (!isParameter(exponent)) {
            throw new IllegalArgumentException("given the exponent '" + exponent + "', expected a name, as n");
        }
        return new PowerName(isParameter(base) ? base : "(" + number(base) + ")", exponent);
    }

    private static Rational number(String base) {
        try {
            return Rational.parse(base);
        } catch (IllegalArgumentException notRational) {
            throw new IllegalArgumentException(
                    "given a power of '" + base + "' with a symbol in the exponent, expected a parameter or a number: a"
                            + " filter is to have its poles as they stand, 1-beta*z",
                    notRational);
        }
    }

    private static boolean isParameter(String text) {
        return ParameterPolynomial.NAME.matcher(text).matches();
    }

    static boolean isOne(String name) {
        return name.contains(SIGN);
    }

    static PowerName parse(String name) {
        int sign = name.lastIndexOf(SIGN);
        return new PowerName(name.substring(0, sign), name.substring(sign + 1));
    }

    /**
     * A polynomial by its products of such powers and of their exponents, by rising degree: Σ c_jk nʲ βᵏⁿ. The polynomial itself where
     * there are none.
     */
    static SortedMap<ParameterPolynomial, ParameterPolynomial> split(ParameterPolynomial polynomial) {
        SortedSet<String> names = new TreeSet<>();
        for (String name :
                polynomial.parameters().stream().filter(PowerName::isOne).toList()) {
            names.addAll(List.of(name, parse(name).exponent()));
        }
        SortedMap<ParameterPolynomial, ParameterPolynomial> parts = new TreeMap<>(BY_DEGREE);
        parts.put(ParameterPolynomial.ONE, polynomial);
        for (String name : names) {
            SortedMap<ParameterPolynomial, ParameterPolynomial> finer = new TreeMap<>(BY_DEGREE);
            parts.forEach((product, part) -> {
                List<ParameterPolynomial> coefficients = part.coefficientsIn(name);
                for (int k = 0; k < coefficients.size(); k++) {
                    ParameterPolynomial power =
                            ParameterPolynomial.unknown(name).pow(k);
                    if (!coefficients.get(k).isZero()) {
                        finer.put(product.multiply(power), coefficients.get(k));
                    }
                }
            });
            parts = finer;
        }
        return parts;
    }

    /** {@return the name, {@code beta^n}} */
    @Override
    public String toString() {
        return base + SIGN + exponent;
    }
}
