package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.expression.Factor;
import org.modeq.symbolic.expression.Product;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;

/** Elementary expressions in LaTeX; a name that ends in primes is a derivative of a function of one argument. */
public final class ExpressionScript {
    private static final double CHARACTER = 0.5;
    private static final double OPERATOR = 1.22;
    private static final int MOST_PRIMES = 3;
    private static final Rational HALF = Rational.of(1, 2);
    private static final Pattern ENDS_IN_COMMAND = Pattern.compile("\\\\[a-zA-Z]+$");
    private static final Pattern GREEK = Pattern.compile("GREEK SMALL LETTER ([A-Z]+)");
    private static final Map<String, String> COMMANDS = Map.of("atan", "\\arctan");

    private ExpressionScript() {}

    /**
     * An expression in LaTeX, the terms in canonical order.
     *
     * @param expression an expression
     * @return for example {@code -u^{2}+\frac{x}{y}}, with {@code F^{(4)}} for {@code F''''}, {@code (F')^{2}} and
     *     {@code F_{12}^{2}}
     * @throws IllegalArgumentException if a variable has no name in LaTeX
     */
    public static String of(Expression expression) {
        return pieces(expression).stream().map(Piece::source).collect(Collectors.joining());
    }

    /** The terms one by one, each with its sign; a line may be broken before each of them. */
    static List<Piece> pieces(Expression expression) {
        List<Piece> pieces = new ArrayList<>();
        expression.terms().forEach((product, coefficient) -> {
            String sign = coefficient.signum() < 0 ? "-" : pieces.isEmpty() ? "" : "+";
            String term = term(product, coefficient.abs());
            pieces.add(new Piece(sign + term, OPERATOR + width(term)));
        });
        return pieces.isEmpty() ? List.of(new Piece("0", CHARACTER)) : pieces;
    }

    /** An estimate from above: fractions count as if they stood in a line. */
    private static double width(String source) {
        String visible =
                source.replaceAll("\\\\(frac|left|right|cdot|sqrt)", " ").replaceAll("[{}^_\\\\]", "");
        return CHARACTER * visible.length();
    }

    /** A variable: a Greek letter by its name or itself, an index after letters, longer names upright. */
    static String variable(String name) {
        Matcher greek = GREEK.matcher(String.valueOf(Character.getName(name.codePointAt(0))));
        String ascii = greek.matches()
                ? greek.group(1).toLowerCase(Locale.ROOT) + name.substring(name.offsetByCodePoints(0, 1))
                : name;
        if (ascii.chars().anyMatch(character -> character > 127)) {
            throw new IllegalArgumentException("given the variable '" + name
                    + "', which has no name in LaTeX; rename it with letters from a to z, digits and underscores");
        }
        String letters = ascii.replaceAll("'+$", "");
        return ParameterPolynomial.parameter(letters).toLatex() + primes(ascii.length() - letters.length());
    }

    /** F′, F″ and F‴, from there on F⁽⁴⁾. */
    private static String primes(int order) {
        return order > MOST_PRIMES ? "^{(" + order + ")}" : "'".repeat(order);
    }

    /** The power of a variable; a derivative has its own exponent, so it stands in parentheses. */
    private static String variable(String name, String raised) {
        String latex = variable(name);
        return raised.isEmpty() || !name.endsWith("'") ? latex + raised : "(" + latex + ")" + raised;
    }

    private static String term(Product product, Rational coefficient) {
        List<String> dividend = new ArrayList<>();
        List<String> divisor = new ArrayList<>();
        product.exponents()
                .forEach((factor, exponent) ->
                        (exponent.signum() > 0 ? dividend : divisor).add(power(factor, exponent.abs())));
        if (divisor.isEmpty()) {
            return product(number(coefficient), dividend);
        }
        return "\\frac{" + product(coefficient.numerator().toString(), dividend) + "}{"
                + product(coefficient.denominator().toString(), divisor) + "}";
    }

    private static String number(Rational positive) {
        return positive.isInteger()
                ? positive.toString()
                : "\\frac{" + positive.numerator() + "}{" + positive.denominator() + "}";
    }

    /** The factors side by side behind a number, which is left out if it is 1 and not alone. */
    private static String product(String number, List<String> factors) {
        if (factors.isEmpty()) {
            return number;
        }
        StringBuilder product = new StringBuilder(number.equals("1") ? "" : number);
        for (String factor : factors) {
            char first = factor.charAt(0);
            if (Character.isDigit(first) && !product.isEmpty()) {
                product.append("\\cdot ");
            } else if (Character.isLetter(first)
                    && ENDS_IN_COMMAND.matcher(product).find()) {
                product.append(' ');
            }
            product.append(factor);
        }
        return product.toString();
    }

    private static String power(Factor factor, Rational exponent) {
        if (exponent.equals(HALF)) {
            return "\\sqrt{" + factor.fold(v -> variable(v.name()), sum -> of(sum.inner()), a -> application(a, ""))
                    + "}";
        }
        String raised = exponent.equals(Rational.ONE) ? "" : "^{" + exponent + "}";
        return factor.fold(
                variable -> variable(variable.name(), raised),
                sum -> (isInteger(sum.inner()) ? of(sum.inner()) : enclosed(of(sum.inner()))) + raised,
                application -> application(application, raised));
    }

    private static boolean isInteger(Expression expression) {
        return expression.constant().map(Rational::isInteger).orElse(false);
    }

    /** <code>\sin^{2}x</code>; parentheses around all but single variables, and always those of exp. */
    private static String application(Factor.Application application, String raised) {
        String head = COMMANDS.getOrDefault(application.function(), "\\" + application.function()) + raised;
        String argument = of(application.argument());
        if (application.function().equals("exp") || !isVariable(application.argument())) {
            return head + enclosed(argument);
        }
        return head + (raised.isEmpty() && !argument.startsWith("\\") ? " " : "") + argument;
    }

    private static boolean isVariable(Expression expression) {
        return expression.terms().size() == 1
                && expression.terms().containsValue(Rational.ONE)
                && expression.terms().firstKey().exponents().size() == 1
                && expression.terms().firstKey().exponents().firstKey() instanceof Factor.Variable
                && expression.terms().firstKey().exponents().containsValue(Rational.ONE);
    }

    private static String enclosed(String inner) {
        boolean isTall = inner.contains("\\frac") || inner.contains("\\sqrt");
        return isTall ? "\\left(" + inner + "\\right)" : "(" + inner + ")";
    }
}
