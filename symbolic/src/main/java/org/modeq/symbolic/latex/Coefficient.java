package org.modeq.symbolic.latex;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;

/**
 * A coefficient ready to be written: its sign, and the rest without it.
 *
 * @param isZero whether there is nothing to write
 * @param isNegative whether a minus stands in front
 * @param rational the absolute value, empty if there are symbols in it
 * @param text the formula of a coefficient with symbols, without the sign; parentheses where it is a sum
 * @param latex the same in LaTeX
 */
record Coefficient(boolean isZero, boolean isNegative, Optional<Rational> rational, String text, String latex) {
    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+ ?");

    static final Coefficient ONE = of(Rational.ONE);

    static Coefficient of(Object value) {
        if (value instanceof Rational number) {
            return new Coefficient(number.isZero(), number.signum() < 0, Optional.of(number.abs()), "", "");
        }
        if (value instanceof ParameterFraction fraction) {
            Optional<Rational> constant = fraction.constant();
            if (constant.isPresent()) {
                return of(constant.get());
            }
            boolean isNegative = fraction.leadingSign() < 0;
            ParameterFraction absolute = isNegative ? fraction.ring().negate(fraction) : fraction;
            return new Coefficient(
                    false,
                    isNegative,
                    Optional.empty(),
                    absolute.isSum() ? "(" + absolute + ")" : absolute.toString(),
                    absolute.isSum() ? "(" + absolute.toLatex() + ")" : absolute.toLatex());
        }
        throw new AssertionError(value);
    }

    /** One coefficient, or one for each power βⁿ in it, so that a line may be broken between them. */
    static List<Coefficient> parts(Object value) {
        return value instanceof ParameterFraction fraction
                ? fraction.byExponentials().stream().map(Coefficient::of).toList()
                : List.of(of(value));
    }

    /** The width of the LaTeX in em by its letters, signs and small digits; of a fraction that of its longer side. */
    double latexWidth() {
        double longest = 0;
        for (String side : latex.split("}\\{", -1)) {
            double width = 0;
            String letters = COMMAND.matcher(side).replaceAll("x");
            for (int i = 0; i < letters.length(); i++) {
                char letter = letters.charAt(i);
                boolean isSmall = i > 1 && letters.charAt(i - 1) == '{' && "^_".indexOf(letters.charAt(i - 2)) >= 0;
                width += "{}^_".indexOf(letter) >= 0 ? 0 : "+-".indexOf(letter) >= 0 ? 1.2 : isSmall ? 0.42 : 0.55;
            }
            longest = Math.max(longest, width);
        }
        return longest;
    }

    Coefficient negated() {
        return new Coefficient(isZero, !isZero && !isNegative, rational, text, latex);
    }

    /** By the absolute value where both are rational; a coefficient with symbols keeps its place. */
    static int bySize(Coefficient a, Coefficient b) {
        return a.rational().isPresent() && b.rational().isPresent()
                ? a.rational().get().compareTo(b.rational().get())
                : 0;
    }
}
