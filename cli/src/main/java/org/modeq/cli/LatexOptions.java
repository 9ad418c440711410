package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.latex.LatexStyle;
import org.modeq.symbolic.method.NearestWord;
import picocli.CommandLine.Option;

/** How LaTeX is to look in a paper of one's own: the names of symbols, macros, the sign of the bracket. */
final class LatexOptions {
    @Option(
            names = "--name",
            paramLabel = "SYMBOL=LATEX",
            description =
                    "In LaTeX: the name of a symbol, as L='\\mathcal{L}', h='\\eta', theta=w; of L, f, h, theta or"
                            + " a field or letter. May be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--macros",
            description = "In LaTeX: write \\loss, \\grad and \\stepsize, and define them where the paper does not.")
    private boolean hasMacros;

    @Option(
            names = "--bracket",
            paramLabel = "MEANING",
            description = "In LaTeX: what [f,g] means, \"g'f - f'g\" (the usual one) or \"f'g - g'f\".")
    private Optional<String> bracket = Optional.empty();

    @Option(
            names = "--common-denominator",
            description = "In LaTeX: the numbers of each power of h over one denominator, h^2/12 (4 f'f'f + f''(f,f)).")
    private boolean hasCommonDenominator;

    @SuppressWarnings("NullAway.Init")
    LatexOptions() {}

    /** The first of these options that was given. */
    Optional<String> given() {
        return !names.isEmpty()
                ? Optional.of("--name " + names.get(0))
                : hasMacros
                        ? Optional.of("--macros")
                        : bracket.map(meaning -> "--bracket \"" + meaning + "\"")
                                .or(() ->
                                        hasCommonDenominator ? Optional.of("--common-denominator") : Optional.empty());
    }

    /** Refuses these options where there is no LaTeX, or where it is not written in this style. */
    void check(Page page) {
        given().ifPresent(option -> {
            if (page.format() != Format.LATEX && page.format() != Format.LATEX_DOCUMENT) {
                throw new IllegalArgumentException("given " + option + " with --format " + page.format()
                        + ", expected --format latex or latex-document with it");
            }
        });
        style(page.ems(), Set.of());
    }

    /** Refuses these options for a result that has one way of being written. */
    void requireNone(String what) {
        given().ifPresent(option -> {
            throw new IllegalArgumentException("given " + option + " for " + what
                    + ", expected it for a field, its brackets, its loss, metric or Hamiltonian, or a product of"
                    + " exponentials; leave it out");
        });
    }

    /** Refuses what has no meaning without brackets. */
    void requireNoBracket(String what) {
        bracket.ifPresent(meaning -> {
            throw new IllegalArgumentException("given --bracket \"" + meaning + "\" for " + what
                    + ", expected it with --as brackets or with modeq bch: there is no bracket in it");
        });
    }

    /** The style for a result in which these letters occur; none of them if they are not known yet. */
    LatexStyle style(double width, Set<String> letters) {
        LatexStyle style = LatexStyle.of(width);
        for (String name : names) {
            int equals = name.indexOf('=');
            String symbol = equals < 0 ? name : name.substring(0, equals).strip();
            if (equals < 0 || !isKnown(symbol, letters)) {
                throw noSymbol(name, symbol, letters);
            }
            style = style.named(symbol, name.substring(equals + 1));
        }
        style = hasMacros ? style.withMacros() : style;
        style = hasCommonDenominator ? style.withCommonDenominators() : style;
        return bracket.isPresent() ? style.withBracket(LatexStyle.Sign.parse(bracket.get())) : style;
    }

    private static boolean isKnown(String symbol, Set<String> letters) {
        return LatexStyle.SYMBOLS.contains(symbol)
                || letters.contains(symbol)
                || (letters.isEmpty() && symbol.matches("[A-Za-z]\\w*"));
    }

    private static IllegalArgumentException noSymbol(String name, String symbol, Set<String> letters) {
        Set<String> known = new TreeSet<>(letters);
        known.addAll(LatexStyle.SYMBOLS);
        String hint = NearestWord.to(symbol, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
        return new IllegalArgumentException("given --name " + name + ", expected SYMBOL=LATEX with one of "
                + String.join(", ", known) + ", as L='\\mathcal{L}'" + (name.contains("=") ? hint : ""));
    }
}
