package org.modeq.symbolic.ring;

/** Reads quotients of polynomials by recursive descent: sum, product, power, atom. */
final class ParameterQuotientParser {
    private static final int DEEPEST = 50;
    private static final int HIGHEST = 50;

    private final String text;
    private int position;
    private int depth;

    ParameterQuotientParser(String text) {
        this.text = text;
    }

    ParameterQuotient read() {
        try {
            ParameterQuotient value = sum();
            if (next() != '\0') {
                throw expected("an operator + - * / ^ or the end");
            }
            return value;
        } catch (ArithmeticException impossible) {
            throw new IllegalArgumentException("given '" + text + "': " + impossible.getMessage(), impossible);
        }
    }

    private ParameterQuotient sum() {
        ParameterQuotient sum = product();
        for (char sign = next(); sign == '+' || sign == '-'; sign = next()) {
            position++;
            ParameterQuotient term = product();
            sum = sum.add(sign == '-' ? term.negate() : term);
        }
        return sum;
    }

    private ParameterQuotient product() {
        ParameterQuotient product = power();
        for (char sign = next(); sign == '*' || sign == '/'; sign = next()) {
            position++;
            ParameterQuotient factor = power();
            product = sign == '*' ? product.multiply(factor) : product.divide(factor);
        }
        return product;
    }

    /** A sign binds weaker than a power, as in −x². */
    private ParameterQuotient power() {
        if (next() == '-') {
            position++;
            enter();
            ParameterQuotient opposite = power().negate();
            depth--;
            return opposite;
        }
        ParameterQuotient base = atom();
        if (next() != '^') {
            return base;
        }
        position++;
        String digits = next() == '\0' ? "" : word("[0-9]");
        if (digits.isEmpty() || digits.length() > 2 || Integer.parseInt(digits) > HIGHEST) {
            throw expected("a whole exponent from 0 to " + HIGHEST);
        }
        return base.pow(Integer.parseInt(digits));
    }

    private ParameterQuotient atom() {
        char first = next();
        if (first == '(') {
            position++;
            enter();
            ParameterQuotient value = sum();
            if (next() != ')') {
                throw expected("a closing parenthesis");
            }
            position++;
            depth--;
            return value;
        }
        if (Character.isDigit(first)) {
            return ParameterQuotient.of(ParameterPolynomial.of(Rational.parse(word("[0-9.]"))));
        }
        if (Character.isLetter(first)) {
            return ParameterQuotient.of(ParameterPolynomial.parameter(word("[\\p{L}\\p{Nd}_]")));
        }
        throw expected("a number, a name or an opening parenthesis");
    }

    private void enter() {
        depth++;
        if (depth > DEEPEST) {
            throw expected("at most " + DEEPEST + " parentheses and signs inside each other");
        }
    }

    private String word(String letters) {
        int start = position;
        while (position < text.length() && String.valueOf(text.charAt(position)).matches(letters)) {
            position++;
        }
        return text.substring(start, position);
    }

    /** The next character that is not a space, NUL at the end. */
    private char next() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private IllegalArgumentException expected(String what) {
        String found = position < text.length() ? "'" + text.substring(position) + "'" : "the end";
        return new IllegalArgumentException(
                "given '" + text + "', expected " + what + " at character " + (position + 1) + ", found " + found);
    }
}
