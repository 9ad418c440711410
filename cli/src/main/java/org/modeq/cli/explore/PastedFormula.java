package org.modeq.cli.explore;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula as people paste it: with its environment, label, comment and remainder. */
public final class PastedFormula {
    private static final List<Pattern> AROUND = List.of(
            Pattern.compile("(?m)(?<!\\\\)%.*$"),
            Pattern.compile("\\\\(begin|end)\\{(equation|align|aligned|gather|gathered|split|multline)\\*?\\}"),
            Pattern.compile("\\\\label\\{[^}]*\\}"),
            Pattern.compile("\\\\\\[|\\\\\\]|\\\\\\(|\\\\\\)"),
            Pattern.compile(
                    "\\+\\s*(\\\\mathcal\\{O\\}|\\\\mathcal O|O)\\s*(\\\\left|\\\\bigl)?\\(\\s*h\\s*(\\^\\s*(\\{\\d+\\}|\\d+))?\\s*"
                            + "(\\\\right|\\\\bigr)?\\)"),
            Pattern.compile("[.,;]\\s*$"));

    private PastedFormula() {}

    /**
     * The formula with spaces in the place of all that is not of it, so that every position stays where it was.
     *
     * @param pasted a formula, or a snippet of {@code derive --format latex} as it is
     * @return as many characters
     * @throws IllegalArgumentException if nothing is left
     */
    public static String bare(String pasted) {
        StringBuilder bare = new StringBuilder(pasted);
        for (Pattern pattern : AROUND) {
            Matcher found = pattern.matcher(bare.toString());
            while (found.find()) {
                for (int i = found.start(); i < found.end(); i++) {
                    bare.setCharAt(i, bare.charAt(i) == '\n' ? '\n' : ' ');
                }
            }
        }
        if (bare.toString().isBlank()) {
            throw new IllegalArgumentException("given no formula, expected one as -grad(L) - h/2*hess(L)*grad(L) or in"
                    + " LaTeX, -\\nabla L-\\frac{h}{2}\\nabla^2 L\\,\\nabla L");
        }
        return bare.toString();
    }

    /** The message of a reader without the formula that it quotes, which the page shows. */
    static String brief(String message, String formula) {
        return message.replace("claim typed: ", "")
                .replace("the formula '" + formula + "' ", "the formula ")
                .replace("the formula the formula ", "the formula ");
    }
}
