package org.modeq.symbolic.ring;

/**
 * The name {@code beta^n} of an unknown that stands for a power with a symbol in the exponent.
 *
 * @param base β: a parameter, or a number in parentheses
 * @param exponent n
 */
record PowerName(String base, String exponent) {
    private static final String SIGN = "^";

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

    /** {@return the name, {@code beta^n}} */
    @Override
    public String toString() {
        return base + SIGN + exponent;
    }
}
