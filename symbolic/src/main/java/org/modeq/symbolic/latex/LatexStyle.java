package org.modeq.symbolic.latex;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.symbolic.word.Bracketing;

/**
 * How formulas are set in LaTeX: how wide a line is, what the symbols are called, and the sign of the bracket. No style
 * changes what a formula says; a coefficient changes its sign exactly where the bracket behind it does.
 *
 * <p>Symbols are {@code L} (the loss), {@code f} (the field), {@code h} (the step size), {@code theta} (the parameters), and
 * the names of fields and letters, which stand as indices.
 */
public final class LatexStyle {
    /** The symbols that every formula may have, in the order in which they are listed. */
    public static final List<String> SYMBOLS = List.of("L", "f", "h", "theta");

    private final double width;
    private final SortedMap<String, LatexName> names;
    private final boolean hasMacros;
    private final Sign sign;
    private final boolean hasCommonDenominators;

    /** Which of the two differences the bracket of two fields is. */
    public enum Sign {
        /** [f,g] = g′f − f′g, the sign of this library: the commutator of the derivations. */
        DERIVATIONS("g'f-f'g"),
        /** [f,g] = f′g − g′f, the sign of the books on mechanics. */
        FIELDS("f'g-g'f");

        private final String formula;

        Sign(String formula) {
            this.formula = formula;
        }

        /**
         * Reads a sign.
         *
         * @param text {@code g'f - f'g} or {@code f'g - g'f}, with any blanks
         * @return the sign
         * @throws IllegalArgumentException if the text is neither
         */
        public static Sign parse(String text) {
            String formula = text.replaceAll("\\s", "").replace('\u2032', '\'').replace('\u2212', '-');
            for (Sign sign : values()) {
                if (sign.formula.equals(formula)) {
                    return sign;
                }
            }
            throw new IllegalArgumentException("given the bracket '" + text
                    + "', expected what [f,g] is to mean: \"g'f - f'g\" (the usual one) or \"f'g - g'f\"");
        }

        /** {@return what [f,g] is, as {@code g'f-f'g}} */
        String formula() {
            return formula;
        }
    }

    private LatexStyle(
            double width,
            SortedMap<String, LatexName> names,
            boolean hasMacros,
            Sign sign,
            boolean hasCommonDenominators) {
        this.width = width;
        this.names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        this.hasMacros = hasMacros;
        this.sign = sign;
        this.hasCommonDenominators = hasCommonDenominators;
    }

    /**
     * The usual style.
     *
     * @param width the width of a line in em
     * @return the style with the names and the bracket of this library
     */
    public static LatexStyle of(double width) {
        return new LatexStyle(width, new TreeMap<>(), false, Sign.DERIVATIONS, false);
    }

    /**
     * This style with another name for a symbol.
     *
     * @param symbol L, f, h, theta, or the name of a field or letter
     * @param latex how it is written, in LaTeX
     * @return a style
     * @throws IllegalArgumentException if the LaTeX is not that of a symbol: unbalanced, longer than 60 characters, or with
     *     a command or character that has no place in one
     */
    public LatexStyle named(String symbol, String latex) {
        SortedMap<String, LatexName> more = new TreeMap<>(names);
        more.put(symbol, LatexName.parse(symbol, latex));
        return new LatexStyle(width, more, hasMacros, sign, hasCommonDenominators);
    }

    /** {@return this style with the macros \loss, \grad and \stepsize, which the result defines if the paper does not} */
    public LatexStyle withMacros() {
        return new LatexStyle(width, names, true, sign, hasCommonDenominators);
    }

    /**
     * This style with another bracket.
     *
     * @param bracket what [f,g] means
     * @return a style; every coefficient has the sign that belongs to it
     */
    public LatexStyle withBracket(Sign bracket) {
        return new LatexStyle(width, names, hasMacros, bracket, hasCommonDenominators);
    }

    /** {@return this style with the rational coefficients of a power of h over one denominator, that of h²/12 (4f′f′f + …)} */
    public LatexStyle withCommonDenominators() {
        return new LatexStyle(width, names, hasMacros, sign, true);
    }

    /** The width of a line in em. */
    double width() {
        return width;
    }

    boolean hasCommonDenominators() {
        return hasCommonDenominators;
    }

    /** ∇, to be followed by an exponent or a blank. */
    Piece nabla() {
        return new Piece(hasMacros ? "\\grad" : "\\nabla", 0.83);
    }

    /** L. */
    Piece loss() {
        Piece plain = plain("L", "L", 0.68);
        return hasMacros ? new Piece("\\loss ", plain.width()) : plain;
    }

    /** f. */
    Piece field() {
        return plain("f", "f", 0.49);
    }

    /** h. */
    Piece step() {
        Piece plain = plain("h", "h", 0.58);
        return hasMacros ? new Piece("\\stepsize ", plain.width()) : plain;
    }

    /** θ. */
    Piece theta() {
        return plain("theta", "\\theta", 0.5);
    }

    /** The velocity of θ. */
    String velocity() {
        return accented("\\dot", theta().source());
    }

    /** The modified loss. */
    String modifiedLoss() {
        return names.containsKey("L") || hasMacros ? accented("\\tilde", loss().source()) : "\\tilde L";
    }

    /** The modified field. */
    String modifiedField() {
        return names.containsKey("f") ? accented("\\tilde", field().source()) : "\\tilde f";
    }

    private static String accented(String accent, String symbol) {
        return symbol.equals("\\theta") ? accent + symbol : accent + "{" + symbol.strip() + "}";
    }

    /** How a field or letter is written, as an index or by itself. */
    String name(String letter) {
        return names.containsKey(letter) ? names.get(letter).latex() : upright(letter);
    }

    boolean isNamed(String letter) {
        return names.containsKey(letter);
    }

    private Piece plain(String symbol, String usual, double usualWidth) {
        if (!names.containsKey(symbol)) {
            return new Piece(usual, usualWidth);
        }
        String source = names.get(symbol).latex();
        return new Piece(source, SourceWidth.of(source));
    }

    private static String upright(String name) {
        return name.length() == 1 || name.matches("\\d+") ? name : "\\mathrm{" + name.replace("_", "\\_") + "}";
    }

    /** The sign that a coefficient takes when its bracketing is written with this bracket. */
    boolean flips(Bracketing bracketing) {
        return sign == Sign.FIELDS && bracketing.degree() % 2 == 0;
    }

    /** Conventions of this library in ASCII as they are in this style: the meaning of the bracket, the names. */
    String ofConventions(String conventions) {
        String list = names.entrySet().stream()
                .map(name -> "; " + name.getKey() + " is written "
                        + name.getValue().latex().strip())
                .collect(Collectors.joining());
        String said = sign == Sign.DERIVATIONS
                ? conventions
                : conventions
                        .replace("[f,g] = g'f - f'g", "[f,g] = f'g - g'f")
                        .replace("[X,Y] = XY - YX", "[X,Y] = YX - XY");
        return said + list;
    }

    /** [f,g] = …, as a formula in a line. */
    String bracketMeaning() {
        String f = field().source();
        return sign == Sign.DERIVATIONS ? "[" + f + ",g]=g'" + f + "-" + f + "'g" : "[" + f + ",g]=" + f + "'g-g'" + f;
    }

    /** [X,Y] = …, as a formula in a line. */
    String commutator() {
        return "[X,Y]=" + (sign == Sign.DERIVATIONS ? "XY-YX" : "YX-XY");
    }

    /** A sentence of a document in these names, after the definitions that it needs. */
    String ofSentence(String sentence) {
        String named = sentence.replace("$h$", "$" + step().source().strip() + "$")
                .replace(
                        "$-\\nabla L$",
                        "$-" + nabla().source() + " " + loss().source().strip() + "$");
        return definitions(named) + named;
    }

    /** The definitions of the macros that occur in a formula; a paper may have its own. */
    String definitions(String formula) {
        if (!hasMacros) {
            return "";
        }
        return Stream.of(
                        List.of("loss", plain("L", "L", 0).source()),
                        List.of("grad", "\\nabla"),
                        List.of("stepsize", plain("h", "h", 0).source()))
                .filter(macro -> Pattern.compile("\\\\" + macro.get(0) + "(?![A-Za-z])")
                        .matcher(formula)
                        .find())
                .map(macro -> "\\providecommand{\\" + macro.get(0) + "}{"
                        + macro.get(1).strip() + "}\n")
                .collect(Collectors.joining());
    }
}
