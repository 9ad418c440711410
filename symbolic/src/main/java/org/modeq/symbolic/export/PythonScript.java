package org.modeq.symbolic.export;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coefficients and names in Python. */
final class PythonScript {
    /** Words that a parameter cannot have for its name: those of the language, and the other parameters of the functions. */
    private static final Set<String> TAKEN = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "loss",
            "params",
            "h",
            "order",
            "x",
            "derivative",
            "point",
            "series",
            "value",
            "power",
            "rows",
            "torch",
            "jax",
            "jnp",
            "numpy",
            "sum",
            "terms");

    private static final Pattern TOKEN = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_]*|\\d+|[-+*/^()]");

    private PythonScript() {}

    /** The name of a parameter: {@code lambda_} for a word that is taken. */
    static String name(String parameter) {
        return TAKEN.contains(parameter) ? parameter + "_" : parameter;
    }

    /**
     * A coefficient: {@code (1+beta)/(2*(1-beta)^3)} as {@code (1 + beta) / (2 * (1 - beta)**3)}.
     *
     * @throws IllegalArgumentException if it has other signs than those of fractions
     */
    static String coefficient(Object coefficient) {
        String formula = coefficient.toString();
        StringBuilder code = new StringBuilder();
        Matcher tokens = TOKEN.matcher(formula);
        int end = 0;
        boolean isBehindOperand = false;
        while (tokens.find() && tokens.start() == end) {
            String token = tokens.group();
            end = tokens.end();
            code.append(
                    switch (token) {
                        case "^" -> "**";
                        case "+", "-", "*", "/" -> isBehindOperand ? " " + token + " " : token;
                        default -> name(token);
                    });
            isBehindOperand = token.equals(")") || Character.isLetterOrDigit(token.charAt(0));
        }
        if (end < formula.length()) {
            throw new IllegalArgumentException("given the coefficient " + formula
                    + ", expected a fraction in numbers and parameters; give the parameters values");
        }
        return code.toString();
    }

    /** A text for a place inside a docstring. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
