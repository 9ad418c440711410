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
    private static final Pattern ENDS_IN_COMMAND = Pattern.compile("\\\\[A-Za-z]+$");

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
                    absolute.isSum() ? "(" + absolute.toLatex() + ")" : closed(absolute.toLatex()));
        }
        throw new AssertionError(value);
    }

    /** A letter may follow: λ is a command, and λf would be another. */
    private static String closed(String latex) {
        return ENDS_IN_COMMAND.matcher(latex).find() ? latex + " " : latex;
    }

    /** One coefficient, or one for each power βⁿ in it, so that a line may be broken between them. */
    static List<Coefficient> parts(Object value) {
        return value instanceof ParameterFraction fraction
                ? fraction.byExponentials().stream().map(Coefficient::of).toList()
                : List.of(of(value));
    }

    /** The width of the LaTeX in em. */
    double latexWidth() {
        return SourceWidth.of(latex);
    }

    /** This times a rational number, if it is one itself. */
    Coefficient scaled(Rational factor) {
        return rational.map(number -> of(isNegative ? number.multiply(factor).negate() : number.multiply(factor)))
                .orElse(this);
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
